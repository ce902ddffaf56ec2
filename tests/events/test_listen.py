"""listen takes what Intercom signed, once each, and refuses the rest with the right status."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import threading
from pathlib import Path

import pytest
from front_door import FrontDoor
from listening import SECRET, listening, notification, signed, target, wait_for


def test_it_answers_head_and_shows_what_is_signed(tmp_path: Path) -> None:
    with listening(tmp_path) as one:
        assert one.send(b"", {}, method="HEAD") == 200
        assert one.send(notification(1)) == 200
        assert wait_for(lambda: one.rows)
        code, said, rows = one.end()
    assert code == 130
    assert rows == [notification(1)]
    assert "1 received, 1 delivered." in said


@pytest.mark.parametrize(
    ("body", "headers", "status", "told"),
    [
        (notification(), {}, 401, "it is not signed"),
        (notification(), signed(notification(), "another"), 401, "its signature is wrong"),
        (notification(), signed(notification(2)), 401, "its signature is wrong"),
        (notification(), {"X-Hub-Signature": "sha1=\xe9"}, 401, "its signature is wrong"),
        (notification(), {"X-Hub-Signature": ""}, 401, "its signature is wrong"),
        (notification(), {"X-Body-Signature": "0" * 64}, 401, "its signature is wrong"),
        (b"{", signed(b"{"), 400, "it is not JSON"),
        (b"\xff\xfe", signed(b"\xff\xfe"), 400, "it is not JSON"),
        (b"[" * 9999, signed(b"[" * 9999), 400, "it is not JSON"),
        (b"[1]", signed(b"[1]"), 400, "it is not a JSON object"),
        (b'{"id": "n"}', signed(b'{"id": "n"}'), 400, "it has no topic"),
        (b"", signed(b""), 400, "it is not JSON"),
        (notification(topic="x" * 999), signed(notification(topic="x" * 999)), 400, "too long"),
        (b"x" * (6 << 20), signed(b"x"), 413, "too large"),
    ],
)
def test_what_it_refuses_is_shown(
    tmp_path: Path, body: bytes, headers: dict[str, str], status: int, told: str
) -> None:
    with listening(tmp_path) as one:
        assert one.send(body, headers) == status
        assert one.heard(told)
        assert one.send(notification(7)) == 200, "it goes on"
        assert wait_for(lambda: one.rows)
        _, said, rows = one.end()
    assert rows == [notification(7)]
    assert f"refused with {status}" in said
    assert "1 refused" in said


def test_a_body_that_is_changed_by_one_byte_is_refused(tmp_path: Path) -> None:
    body = notification()
    with listening(tmp_path) as one:
        for at in range(0, len(body), 37):
            changed = body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]
            assert one.send(changed, signed(body)) == 401


def test_what_came_before_is_not_shown_again(tmp_path: Path) -> None:
    with target() as there, listening(tmp_path, "--forward-to", there.url) as one:
        for _ in range(3):
            assert one.send(notification(1)) == 200
        assert one.send(notification(2)) == 200
        assert wait_for(lambda: len(there.got) == 2)
        _, said, rows = one.end()
    assert len(rows) == 2
    assert "2 came again" in said


def test_it_forwards_the_bytes_as_they_came_and_signs_them(tmp_path: Path) -> None:
    body = (
        b'{ "id":"n1",\n "topic":"ping","n":123456789012345678901234567890,"a":"\\u00e9\xc3\xa9"}'
    )
    with target() as there, listening(tmp_path, "--forward-to", there.url) as one:
        assert one.send(body) == 200
        assert wait_for(lambda: there.got)
        _, _, rows = one.end()
    sent, headers = there.got[0]
    assert sent == body
    assert headers["x-hub-signature"] == signed(body)["X-Hub-Signature"]
    assert rows == [body.replace(b"\n", b" ")], "a line, and otherwise what came"


def test_topics_decide_what_is_delivered(tmp_path: Path) -> None:
    with listening(tmp_path, "--topics", "contact.created,conversation.*") as one:
        for number, topic in enumerate(
            [
                "contact.user.created",
                "contact.user.updated",
                "contact.lead.created",
                "conversation.admin.newer",
                "ping",
            ]
        ):
            assert one.send(notification(number, topic)) == 200
        assert wait_for(lambda: len(one.rows) == 3)
        _, said, rows = one.end()
    topics = {json.loads(row)["topic"] for row in rows}
    assert topics == {"contact.user.created", "contact.lead.created", "conversation.admin.newer"}
    assert "2 not asked for" in said


def test_a_failing_target_is_tried_again_and_the_order_stays(tmp_path: Path) -> None:
    calls: list[bytes] = []

    def shaky(body: bytes) -> int:
        calls.append(body)
        return 503 if len(calls) <= 3 else 200

    with target(shaky) as there, listening(tmp_path, "--forward-to", there.url) as one:
        sent = [
            notification(n, data={"n": n}).replace(f'"c{n}"'.encode(), b'"same"') for n in range(6)
        ]
        for body in sent:
            assert one.send(body) == 200
        assert wait_for(lambda: len(there.got) == 6)
        one.end()
    assert there.bodies == sent


def test_what_the_target_never_takes_is_told_and_can_be_sent_later(tmp_path: Path) -> None:
    file = tmp_path / "events.ndjson"
    with target(lambda body: 500 if b"notif_1" in body else 204) as there:
        words = ("--forward-to", there.url, "--record", str(file), "--retries", "1")
        with listening(tmp_path, *words) as one:
            one.send(notification(1))
            one.send(notification(2))
            assert one.heard("500 in")
            assert wait_for(lambda: there.got)
            _, said, _ = one.end()
        assert "1 failed" in said
        assert "tried 2 times" in said
        assert f"Later: intercom replay {file} --undelivered -f {there.url}" in said
    with target() as later:
        door = FrontDoor(tmp_path / "config", None)  # type: ignore[arg-type]
        words = ("replay", str(file), "--undelivered", "--forward-to", later.url)
        ran = door(*words, INTERCOM_CLIENT_SECRET=SECRET).ok()
    assert later.bodies == [notification(1)]
    assert "1 of 2" in ran.err


def test_a_target_that_refuses_is_not_asked_twice(tmp_path: Path) -> None:
    calls: list[bytes] = []

    def refuse(body: bytes) -> int:
        calls.append(body)
        return 422

    with target(refuse) as there, listening(tmp_path, "--forward-to", there.url) as one:
        one.send(notification(1))
        assert one.heard("422 in")
        one.end()
    assert len(calls) == 1


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ending_tells_what_was_not_delivered(tmp_path: Path, sign: int, code: int) -> None:
    file = tmp_path / "events.ndjson"
    going = threading.Event()
    with target(lambda _: 200 if going.wait(30) else 500) as there:
        words = ("--forward-to", there.url, "--record", str(file))
        with listening(tmp_path, *words) as one:
            for number in range(3):
                one.send(notification(number))
            os.kill(one.child.pid, sign)
            assert one.heard("still being delivered")
            ended, said, _ = one.end(signal.SIGINT)
        going.set()
    assert ended == code
    assert "3 not delivered:" in said
    assert "contact.user.created c1 (notif_1)" in said
    assert "intercom replay" in said


def test_ending_delivers_what_is_queued(tmp_path: Path) -> None:
    going = threading.Event()
    with target(lambda _: 200 if going.wait(30) else 500) as there:
        with listening(tmp_path, "--forward-to", there.url) as one:
            for number in range(3):
                one.send(notification(number))
            os.kill(one.child.pid, signal.SIGINT)
            assert one.heard("still being delivered")
            going.set()
            one.child.wait(30)
            code, said, rows = one.end()
        assert len(there.got) == 3
    assert code == 130
    assert "3 received, 3 delivered." in said
    assert len(rows) == 3


def test_nonsense_and_silence_do_not_stop_it(tmp_path: Path) -> None:
    with listening(tmp_path) as one:
        lines: list[socket.socket] = []
        for number in range(60):
            line = one.connect()
            line.sendall(
                [b"", b"\x16\x03\x01\x02\x00", b"POST / HT", b"GET \xff\r\n\r\n"][number % 4]
            )
            lines.append(line)
        half = one.connect()
        half.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
        huge = one.connect()
        huge.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 52428800\r\n\r\n")
        assert b"413" in huge.recv(200), "refused before it is sent"
        assert one.send(notification(1)) == 200
        assert wait_for(lambda: one.rows)
        for line in (*lines, half, huge):
            line.close()
        code, said, _ = one.end()
    assert code == 130
    assert "Traceback" not in said


def test_without_a_secret_it_says_how_to_get_one(alone: FrontDoor) -> None:
    ran = alone("listen", "--port", "0")
    assert ran.code == 3
    assert "INTERCOM_CLIENT_SECRET" in ran.error["hint"]
    assert "developer-hub" in alone("listen", "--print-secret-help").ok().out


def test_nothing_is_verified_only_where_that_was_said_loudly(tmp_path: Path) -> None:
    with listening(tmp_path, "--skip-verify", secret=None) as one:
        assert one.heard("NOTHING IS VERIFIED")
        assert one.send(notification(1), {}) == 200
        assert wait_for(lambda: one.rows)
        assert one.send(notification(2), {"Origin": "https://evil.example"}) == 403


def test_a_filter_that_does_not_fit_one_event_is_told_and_survived(tmp_path: Path) -> None:
    file = tmp_path / "events.ndjson"
    words = ("--jq", ".data.item.email | ascii_downcase", "--record", str(file))
    with target() as there, listening(tmp_path, *words, "--forward-to", there.url) as one:
        one.send(notification(1, email=5))
        assert one.heard("notif_1: ")
        one.send(notification(2, email="A@B.C"))
        assert wait_for(lambda: one.rows)
        _, said, rows = one.end()
    assert rows == [b'"a@b.c"']
    assert "2 received, 2 delivered." in said
    assert file.read_text().count('"outcome": "delivered"') == 2


def test_it_ends_when_nobody_reads_any_more(tmp_path: Path) -> None:
    with listening(tmp_path, pipe="head -n 1") as one:
        one.send(notification(1))
        assert wait_for(lambda: one.rows)
        for number in range(2, 50):
            if one.child.poll() is not None:
                break
            with contextlib.suppress(OSError, http.client.HTTPException):
                one.send(notification(number))
        assert one.child.wait(30) == 141


def test_what_comes_is_shown_as_it_was_asked_for(tmp_path: Path) -> None:
    with listening(tmp_path, "--jq", ".data.item.email", "-r") as one:
        one.send(notification(1, email="jane@acme.test"))
        assert wait_for(lambda: one.rows)
        assert one.end()[2] == [b"jane@acme.test"]


def test_a_busy_port_is_told(tmp_path: Path, alone: FrontDoor) -> None:
    with listening(tmp_path) as one:
        port = one.url.rsplit(":", 1)[1].strip("/")
        ran = alone("listen", "--port", port, INTERCOM_CLIENT_SECRET="x")
    assert ran.code == 10
    assert ran.error["message"].startswith(f"Port {port} of 127.0.0.1 is in use")
    assert "received" not in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--path", "hooks"], "--path /hooks"),
        (["-o", "csv"], "ndjson"),
        (["--forward-to", "ftp://x"], "http://"),
        (["--exec", "{data.item.name}"], None),
        (["--exec", "sh -c 'echo {data.item.name}'"], "stdin"),
        (["--run", "none.yaml"], None),
        (["--tunnel", "ngrok"], "https://ngrok.com/download"),
    ],
)
def test_what_makes_no_sense_is_refused(
    alone: FrontDoor, words: list[str], told: str | None
) -> None:
    ran = alone("listen", "--port", "0", *words, INTERCOM_CLIENT_SECRET="x", PATH="/nowhere")
    assert ran.code == 2, ran.err
    assert told is None or told in ran.err
