"""Bugs that were reproduced in Intercom's official CLI, here about slow and broken answers."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from front_door import TOKEN, FrontDoor, sandbox
from real_process import INTERCOM, PLENTY, environment, process, served

from intercom_cli.sandbox.faults import parse


def test_b27_rows_that_came_before_a_failure_are_written(
    run: FrontDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intercom_cli.api.retry.FIRST", 0.0)
    transport = sandbox(contacts=500, faults=[parse("GET /contacts page=3 status=500")])
    words = ["request", "/contacts", "-f", "per_page=150", "--all"]
    ran = run(*words, transport=transport)
    assert ran.code == 9
    assert len(ran.rows) == 300
    transport.close()


def test_b27_rows_that_came_before_an_interrupt_are_written(tmp_path: Path) -> None:
    rule = "GET /contacts page=2 delay=20000"
    with served(tmp_path / "server", "--contacts", "300", "--fault", rule) as url:
        child = subprocess.Popen(
            [INTERCOM, "request", "/contacts", "-f", "per_page=150", "--all"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=environment(tmp_path, INTERCOM_ACCESS_TOKEN=TOKEN, INTERCOM_API_BASE_URL=url),
        )
        assert child.stdout is not None
        rows = [child.stdout.readline() for _ in range(150)]
        child.send_signal(signal.SIGINT)
        rest, said = child.communicate(timeout=PLENTY)
    assert {json.loads(row)["type"] for row in rows} == {"contact"}
    assert rest == b""
    assert child.returncode == 130
    assert b"Traceback" not in said


def silent() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


nobody = pytest.fixture(silent)


def test_b28_a_timeout_that_was_set_holds(tmp_path: Path, nobody: int) -> None:
    config = tmp_path / "config"
    assert process(config, "config", "set", "timeout", "0.2").returncode == 0
    environ = {
        "INTERCOM_ACCESS_TOKEN": TOKEN,
        "INTERCOM_API_BASE_URL": f"http://127.0.0.1:{nobody}",
        "INTERCOM_MAX_WAIT": "0",
    }
    began = time.monotonic()
    ran = process(config, "contacts", "list", **environ)
    assert ran.returncode == 10
    assert b"0.2" in ran.stderr
    assert time.monotonic() - began < PLENTY


def test_b28_a_timeout_that_is_none_is_refused(alone: FrontDoor) -> None:
    for wrong in ("abc", "0", "-1", "nan", "inf", ""):
        ran = alone("contacts", "list", "--timeout", wrong, INTERCOM_ACCESS_TOKEN=TOKEN)
        assert ran.code == 2, wrong
        assert "timeout" in ran.err
        assert alone("config", "set", "timeout", wrong).code == 2, wrong


def test_b29_a_slow_body_is_a_timeout_too(tmp_path: Path, dripping: str) -> None:
    ran = process(
        tmp_path, "contacts", "list", "--timeout", "0.3", "--max-wait", "0",
        INTERCOM_ACCESS_TOKEN=TOKEN, INTERCOM_API_BASE_URL=dripping,
    )  # fmt: skip
    assert ran.returncode == 10
    assert ran.stdout == b""
    error = json.loads(ran.stderr.splitlines()[-1])["error"]
    assert error["type"] == "unreachable"
    assert "0.3" in error["message"]


@pytest.fixture
def dripping() -> Iterator[str]:
    """A server whose answer begins at once and never ends."""
    stop = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve(connection: socket.socket) -> None:
        with connection:
            connection.recv(4096)
            head = (
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
            )
            try:
                connection.sendall(head)
                while not stop.wait(0.02):
                    connection.sendall(b" ")
            except OSError:
                return

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            if stop.is_set():
                connection.close()
                return
            threads.append(threading.Thread(target=serve, args=(connection,)))
            threads[-1].start()

    threads = [threading.Thread(target=accept)]
    threads[0].start()
    port = listener.getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    stop.set()
    socket.create_connection(("127.0.0.1", port)).close()
    for thread in threads:
        thread.join()
    listener.close()


def test_b30_a_refused_connection_names_host_and_cause(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    ran = process(
        tmp_path, "contacts", "list", "-o", "json", "--max-wait", "0",
        INTERCOM_ACCESS_TOKEN=TOKEN, INTERCOM_API_BASE_URL=f"http://127.0.0.1:{port}",
    )  # fmt: skip
    assert ran.returncode == 10
    message = json.loads(ran.stderr.splitlines()[-1])["error"]["message"]
    assert f"127.0.0.1:{port}" in message
    assert "refused" in message
