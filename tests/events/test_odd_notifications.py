"""listen gives every notification, however odd, the answer that Intercom's documents ask for."""

from __future__ import annotations

import gzip
import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, Unreachable
from listening import SECRET, Listener, listening, signed, target, wait_for

ITEM = {"type": "contact", "id": "c1", "name": "Renée 👍"}


def event(id: Any, topic: str = "contact.created", item: Any = ITEM, **more: Any) -> dict[str, Any]:
    """A notification with all the keys that Intercom sends."""
    return {
        "type": "notification_event",
        "id": id,
        "topic": topic,
        "app_id": "abc123",
        "created_at": 1700000000,
        "delivery_attempts": 1,
        "first_sent_at": 1700000000,
        "delivered_at": 0,
        "delivery_status": "pending",
        "links": {},
        "self": None,
        "data": {"type": "notification_event_data", "item": item},
        **more,
    }


def encoded(document: Any, **more: Any) -> bytes:
    return json.dumps(document, **more).encode()


def sha1(body: bytes) -> str:
    return hmac.new(SECRET.encode(), body, hashlib.sha1).hexdigest()


def sha256(body: bytes) -> str:
    return hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()


PLAIN = encoded(event("n3"))
PACKED = gzip.compress(encoded(event("n8")))
OPEN = encoded(event("n9"))
PING = encoded(event(None, "ping", {"type": "ping", "message": "Hi"}))
BOMB = gzip.compress(b" " * (6 << 20))
# What is sent, its headers (signed as usual where there are none), its status, and whether it
# is delivered.
CASES: dict[str, tuple[bytes, dict[str, str] | None, int, bool]] = {
    "a ping without an id": (PING, None, 200, True),
    "the same ping again": (PING, None, 200, False),
    "an unsigned ping": (PING, {}, 401, False),
    "text beyond ASCII": (encoded(event("n1"), ensure_ascii=False), None, 200, True),
    "escaped text": (encoded(event("n2")), None, 200, True),
    "a signature that is no text": (PLAIN, {"X-Hub-Signature": "sha1=\xe9\xff"}, 401, False),
    "another algorithm": (PLAIN, {"X-Hub-Signature": f"sha256={sha256(PLAIN)}"}, 401, False),
    "an upper-case signature": (PLAIN, {"X-Hub-Signature": f"SHA1={sha1(PLAIN).upper()}"}, 200, True),
    "a bare signature": (PLAIN, {"X-Hub-Signature": sha1(PLAIN)}, 200, False),
    "an uninstallation": (
        encoded(event("n6", "app.uninstalled", {"type": "app", "id": "abc123"})),
        {"X-Body-Signature": sha256(encoded(event("n6", "app.uninstalled", {"type": "app", "id": "abc123"})))},
        200,
        True,
    ),
    "a health check": (
        b'{"workspace_id": "abc123"}',
        {"X-Body-Signature": sha256(b'{"workspace_id": "abc123"}')},
        200,
        False,
    ),
    "a body signature with a prefix": (PLAIN, {"X-Body-Signature": f"sha256={sha256(PLAIN)}"}, 200, False),
    "two signatures, one of them wrong": (
        PLAIN,
        {"X-Hub-Signature": f"sha1={sha1(PLAIN)}", "X-Body-Signature": "0" * 64},
        401,
        False,
    ),
    "gzip": (PACKED, {"Content-Encoding": "gzip", **signed(PACKED)}, 200, True),
    "gzip of what was signed before": (
        gzip.compress(OPEN),
        {"Content-Encoding": "gzip", **signed(OPEN)},
        200,
        True,
    ),
    "incomplete gzip": (PACKED[:-9], {"Content-Encoding": "gzip", **signed(PACKED[:-9])}, 400, False),
    "gzip that grows too large": (BOMB, {"Content-Encoding": "gzip", **signed(BOMB)}, 413, False),
    "an unknown coding": (PLAIN, {"Content-Encoding": "br", **signed(PLAIN)}, 415, False),
    "an item that is null": (encoded(event("n10", item=None)), None, 200, True),
    "data that is null": (encoded(event("n11", data=None)), None, 200, True),
    "an item that is a list": (encoded(event("n12", item=[1])), None, 200, True),
    "an id that is a number": (encoded(event(13)), None, 200, True),
    "no topic": (encoded({"type": "notification_event", "id": "n", "data": {}}), None, 400, False),
    "a topic that is null": (encoded(event("n14", None)), None, 400, False),
    "a list": (encoded([event("n15")]), None, 400, False),
    "an empty body": (b"", None, 400, False),
    "no JSON": (b"hello", None, 400, False),
    "a byte-order mark": (b"\xef\xbb\xbf" + encoded(event("n16")), None, 200, True),
    "times as ISO text": (encoded(event("n17", created_at="2023-11-14T22:13:20Z")), None, 200, True),
    "a retry": (encoded(event("n1", delivery_attempts=2)), None, 200, False),
    "nulls in the middle": (
        encoded(
            event(
                "n18",
                "conversation.admin.assigned",
                {
                    "type": "conversation",
                    "id": "47",
                    "conversation_parts": {"conversation_parts": [{"id": "1", "body": None, "author": None}]},
                    "user": None,
                    "source": None,
                },
            )
        ),
        None,
        200,
        True,
    ),
    "headers of a proxy": (
        encoded(event("n19")),
        {"X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https", **signed(encoded(event("n19")))},
        200,
        True,
    ),
    "control characters": (
        encoded(event("n20", item={"type": "contact", "id": "c3", "name": "\x1b]0;x\x07\nfake"})),
        None,
        200,
        True,
    ),
    "two megabytes": (encoded(event("n21", item={"id": "c2", "blob": "x" * 2_000_000})), None, 200, True),
}  # fmt: skip


def chunked(one: Listener, body: bytes) -> bytes:
    """Send a body in chunks, and give the beginning of the answer."""
    with one.connect() as line:
        head = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nX-Hub-Signature: sha1="
        size = f"{len(body):x}".encode()
        line.sendall(head + sha1(body).encode() + b"\r\n\r\n")
        line.sendall(size + b"\r\n" + body + b"\r\n0\r\n\r\n")
        return line.recv(12)


def test_every_odd_notification_gets_its_status_and_is_delivered_once(tmp_path: Path) -> None:
    with listening(tmp_path) as one:
        got = {name: one.send(body, headers) for name, (body, headers, _, _) in CASES.items()}
        assert one.send(encoded(event("n22")), path="/?x=1") == 200
        assert chunked(one, encoded(event("n23"))) == b"HTTP/1.1 200"
        assert one.send(b"", {}, method="HEAD") == 200
        assert one.send(b"", {}, method="GET") == 405
        delivered = [body for body, _, _, is_new in CASES.values() if is_new]
        assert wait_for(lambda: len(one.rows) == len(delivered) + 2)
        _, said, rows = one.end()
    assert got == {name: status for name, (_, _, status, _) in CASES.items()}
    assert all(json.loads(row)["type"] == "notification_event" for row in rows)
    assert len({row.count(b"\n") for row in rows}) == 1, "a line each"
    assert "is not supported" in said


def test_without_an_id_the_body_tells_whether_it_came_before(tmp_path: Path) -> None:
    """What changes with every delivery does not count, anything else does."""
    first = event(None, "ping", {"type": "ping"})
    again = {
        **first,
        "delivery_attempts": 2,
        "delivery_status": "retry",
        "delivered_at": 1700000060,
    }
    other = event(None, "ping", {"type": "ping", "message": "another"})
    bare = {key: value for key, value in first.items() if key != "id"}
    with target() as there, listening(tmp_path, "--forward-to", there.url) as one:
        for document in (first, again, other, {**other, "delivery_attempts": 3}, bare):
            assert one.send(encoded(document)) == 200
        assert wait_for(lambda: len(there.got) == 3)
        _, said, _ = one.end()
    assert there.bodies == [encoded(first), encoded(other), encoded(bare)]
    assert "3 received, 3 delivered, 2 came again." in said


def test_a_recording_keeps_what_has_no_id_and_replay_sends_it(tmp_path: Path) -> None:
    kept = tmp_path / "kept.ndjson"
    body = encoded(event(None, "ping", {"type": "ping"}))
    with listening(tmp_path, "--record", str(kept)) as one:
        assert one.send(body) == 200
        assert wait_for(lambda: one.rows)
        one.end()
    door = FrontDoor(tmp_path, Unreachable(), {"INTERCOM_CLIENT_SECRET": SECRET})
    with target() as there:
        again = ("replay", str(kept), "--undelivered", "-f", there.url)
        door(*again).ok()
        door(*again).ok()
    assert there.bodies == [body], "what was delivered is known by its body too"


@pytest.mark.parametrize(
    ("since", "sent"), [("2026-03-01", 1), ("2026-03", 1), ("2026-03-02", 0), ("2026-02-28", 2)]
)
def test_replay_counts_days_in_the_zone_of_the_workspace(
    run: FrontDoor, tmp_path: Path, since: str, sent: int
) -> None:
    kept = tmp_path / "kept.ndjson"
    lines = [
        {"id": at, "topic": "ping", "received_at": at, "body": PING.decode()}
        for at in ("2026-03-01T04:59:59+00:00", "2026-03-01T05:00:00+00:00")  # midnight in New York
    ]
    kept.write_text("".join(json.dumps(line) + "\n" for line in lines))
    rows = run("replay", str(kept), "--since", since, "-f", "http://127.0.0.1:1/", "-n").ok().rows
    assert len(rows) == sent
