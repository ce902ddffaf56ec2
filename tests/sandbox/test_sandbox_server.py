"""The sandbox on a real socket, as a process of its own and in this one."""

from __future__ import annotations

import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import BadStatusLine, HTTPConnection, IncompleteRead, RemoteDisconnected

import httpx2 as httpx
import pytest
import trustme

from intercom_cli.sandbox.call import Call
from intercom_cli.sandbox.core import Sandbox
from intercom_cli.sandbox.faults import parse
from intercom_cli.sandbox.options import DEFAULT_TOKEN, Options
from intercom_cli.sandbox.transport import SandboxTransport

BEARER = {"Authorization": f"Bearer {DEFAULT_TOKEN}"}
SERVE = [sys.executable, "-m", "intercom_cli", "sandbox", "serve", "--port", "0"]


@pytest.fixture
def start(tmp_path):
    started = []

    def start(*options):
        environ = {**os.environ, "INTERCOM_CONFIG_DIR": str(tmp_path), "NO_COLOR": "1"}
        process = subprocess.Popen(
            [*SERVE, *options], stderr=subprocess.PIPE, env=environ, text=True
        )
        started.append(process)
        ready = process.stderr.readline()
        assert ready.startswith("Sandbox ready at "), ready + process.stderr.read()
        return process, ready.split()[-1].partition("//")[2]

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stderr.close()


def ask(place, method, target, body=None):
    connection = HTTPConnection(place, timeout=15)
    try:
        payload = None if body is None else json.dumps(body)
        connection.request(method, target, payload, BEARER)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_it_serves_when_it_says_so_and_ends_on_a_signal(start):
    for sent, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        process, place = start()
        assert place.startswith("127.0.0.1:")
        assert ask(place, "GET", "/me")[0] == 200
        made = json.loads(ask(place, "POST", "/contacts", {"role": "lead", "name": "ü"})[1])
        assert json.loads(ask(place, "GET", f"/contacts/{made['id']}")[1])["name"] == "ü"
        process.send_signal(sent)
        assert process.wait(20) == code
        assert "Traceback" not in process.stderr.read()


def test_a_busy_port_is_one_line(start, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*SERVE[:-1], port],
            capture_output=True,
            text=True,
            env={**os.environ, "INTERCOM_CONFIG_DIR": str(tmp_path)},
            check=False,
            timeout=30,
        )
    assert done.returncode == 10
    assert f"Port {port} of 127.0.0.1 is in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_faults_reach_the_wire_and_requests_are_told_with_v(start):
    process, place = start(
        "-v", "--fault", "GET /me close times=1", "--fault", "GET /me nth=2 cut times=1"
    )
    with pytest.raises((RemoteDisconnected, BadStatusLine)):
        ask(place, "GET", "/me")
    with pytest.raises(IncompleteRead):
        ask(place, "GET", "/me")
    assert ask(place, "GET", "/me?x=1")[0] == 200
    process.send_signal(signal.SIGTERM)
    process.wait(20)
    told = process.stderr.read()
    assert "GET /me closed" in told
    assert "GET /me cut" in told
    assert "GET /me?x=1 200" in told


def test_it_serves_https_with_a_certificate_and_says_so_in_links(start, tmp_path):
    authority = trustme.CA()
    pair = authority.issue_cert("127.0.0.1")
    cert, key = tmp_path / "c.pem", tmp_path / "k.pem"
    pair.private_key_pem.write_to_path(key)
    pair.cert_chain_pems[0].write_to_path(cert)
    _, place = start("--cert", str(cert), "--key", str(key), "--contacts", "30")
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with httpx.Client(verify=context, base_url=f"https://{place}", headers=BEARER) as client:
        listed = client.get("/contacts?per_page=150").json()["data"]
        crowded = next(c for c in listed if c["companies"]["has_more"])
        following = client.get(f"/contacts/{crowded['id']}/companies?per_page=7").json()["pages"]
        assert following["next"].startswith(f"https://{place}/contacts/")
        assert len(client.get(following["next"]).json()["data"]) == 5


def test_latency_does_not_put_requests_in_a_row(start):
    # One after the other the last would come after 25 seconds, and its caller be gone by then.
    _, place = start("--latency", "500")
    with ThreadPoolExecutor(50) as pool:
        statuses = list(pool.map(lambda _: ask(place, "GET", "/contacts")[0], range(50)))
    assert statuses == [200] * 50


def test_a_client_in_this_process_needs_no_socket(tmp_path):
    transport = SandboxTransport(tmp_path / "sandbox.db")
    with httpx.Client(transport=transport, base_url="http://sandbox.localhost") as client:
        assert client.get("/me", headers=BEARER).json()["type"] == "admin"
        assert client.get("/contacts?per_page=2", headers=BEARER).json()["total_count"] == 250
        assert client.get("/me").status_code == 401


@pytest.mark.parametrize("fault", ["close", "cut"])
def test_broken_connections_look_the_same_in_this_process(fault):
    options = Options(faults=(parse(f"GET /me {fault}"),))
    transport = SandboxTransport(":memory:", options=options)
    with (
        httpx.Client(transport=transport, base_url="http://sandbox.localhost") as client,
        pytest.raises(httpx.RemoteProtocolError),
    ):
        client.get("/me", headers=BEARER)


def test_a_transport_nobody_used_makes_no_file(tmp_path):
    SandboxTransport(tmp_path / "sandbox.db").close()
    assert list(tmp_path.iterdir()) == []


def test_threads_and_processes_write_to_one_file_at_once(tmp_path):
    boxes = [Sandbox(tmp_path / "s.db", options=Options(rate_limit=10**6)) for _ in range(2)]
    bearer = {"authorization": BEARER["Authorization"]}
    failures = []

    def write(box, number):
        for step in range(20):
            body = {"email": f"n{number}-{step}@new.test"}
            answer = box.handle(Call.of("POST", "/contacts", body=body, **bearer))
            if answer.status != 200:
                failures.append(answer.body)

    threads = [
        threading.Thread(target=write, args=(boxes[number % 2], number)) for number in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert boxes[0].store.value("SELECT count(*) FROM contacts") == 250 + 120
    for box in boxes:
        box.close()
