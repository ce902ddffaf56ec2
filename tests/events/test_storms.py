"""Thousands of events in bursts, while the target fails and others misbehave: none lost or doubled."""

from __future__ import annotations

import json
import random
import signal
import socket
import threading
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from front_door import FrontDoor
from listening import SECRET, Listener, listening, notification, signed, target, wait_for

pytestmark = pytest.mark.slow

EVENTS = 5_000
ITEMS = 211


def storm(count: int = EVENTS) -> list[bytes]:
    """Events about some items, each numbered within its item."""
    numbers: Counter[int] = Counter()
    made = []
    for number in range(count):
        item = number * 7919 % ITEMS
        numbers[item] += 1
        body = notification(number, n=numbers[item])
        made.append(body.replace(f'"id": "c{number}"'.encode(), f'"id": "item{item}"'.encode()))
    return made


def sent(one: Listener, bodies: list[bytes], threads: int = 24) -> Counter[int]:
    """Send them from many threads, those about one item in order, some of them twice."""
    lanes: dict[str, list[bytes]] = defaultdict(list)
    for body in bodies:
        lanes[json.loads(body)["data"]["item"]["id"]].append(body)
    statuses: Counter[int] = Counter()
    lock = threading.Lock()

    def send(lane: list[bytes]) -> None:
        for body in lane:
            again = 2 if hash(body) % 5 == 0 else 1
            for _ in range(again):
                status = one.send(body)
                with lock:
                    statuses[status] += 1

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(send, lanes.values()))
    return statuses


def in_order(bodies: list[bytes]) -> bool:
    last: Counter[str] = Counter()
    for body in bodies:
        item = json.loads(body)["data"]["item"]
        if item["n"] != last[item["id"]] + 1:
            return False
        last[item["id"]] += 1
    return True


def test_none_is_lost_and_none_doubled_while_the_target_fails(tmp_path: Path) -> None:
    bodies = storm()
    calls: list[None] = []
    well = threading.Event()

    def shaky(_: bytes) -> int:
        calls.append(None)
        if len(calls) == 500:
            threading.Timer(3, well.set).start()
        return 200 if len(calls) < 500 or well.is_set() else 503

    with target(shaky) as there, listening(tmp_path, "--forward-to", there.url) as one:
        statuses = sent(one, bodies)
        assert set(statuses) == {200}
        assert wait_for(lambda: len(there.got) >= EVENTS)
        code, said, rows = one.end()
    assert code == 130
    assert Counter(there.bodies) == Counter(bodies), "each once"
    assert Counter(rows) == Counter(bodies)
    assert in_order(there.bodies)
    assert f"{EVENTS:,} received, {EVENTS:,} delivered" in said
    assert "not delivered" not in said


def test_what_a_killed_listen_had_taken_can_be_sent_later(tmp_path: Path) -> None:
    file = tmp_path / "events.ndjson"
    bodies = storm(600)
    with target() as there:
        words = ("--forward-to", there.url, "--record", str(file))
        with listening(tmp_path, *words) as one, ThreadPoolExecutor(1) as pool:
            sending = pool.submit(sent_until_gone, one, bodies)
            assert wait_for(lambda: len(there.got) > 100)
            one.child.send_signal(signal.SIGKILL)
            taken = sending.result()
        door = FrontDoor(tmp_path / "none", None)  # type: ignore[arg-type]
        again = ("replay", str(file), "--undelivered", "--forward-to", there.url)
        door(*again, INTERCOM_CLIENT_SECRET=SECRET).ok()
        assert taken <= set(there.bodies), "what was acknowledged arrived in the end"
        nothing = door(*again, INTERCOM_CLIENT_SECRET=SECRET).ok()
    assert nothing.err.startswith("0 of ")


def sent_until_gone(one: Listener, bodies: list[bytes]) -> set[bytes]:
    taken = set()
    for body in bodies:
        try:
            if one.send(body) == 200:
                taken.add(body)
        except OSError:
            break
        except Exception:  # noqa: BLE001 - half an answer
            break
    return taken


def test_it_keeps_serving_whatever_comes(tmp_path: Path) -> None:
    noise = random.Random(5)
    words = ("--forward-to",)
    with target() as there, listening(tmp_path, *words, there.url) as one, ExitStack() as slow:
        for number in range(600):  # more than it lets wait, so that the eldest make way
            line = slow.enter_context(one.connect())
            line.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nX-" + b"a" * (number % 50))
        for _ in range(100):
            with one.connect() as line:
                line.sendall(noise.randbytes(noise.randrange(1, 4000)))
        huge = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 52428800\r\n\r\n"
        answers = []
        for _ in range(20):
            with one.connect() as line:
                line.sendall(huge)
                answers.append(line.recv(12))
                assert is_cut_off(line, b"x" * 65536)
        assert set(answers) == {b"HTTP/1.1 413"}
        chunked = slow.enter_context(one.connect())
        chunked.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        assert is_cut_off(chunked, b"10000\r\n" + b"x" * 65536 + b"\r\n")
        bodies = storm(1_000)
        statuses = sent(one, bodies, threads=200)
        assert set(statuses) == {200}
        assert wait_for(lambda: len(there.got) == 1_000)
        memory = resident(one.child.pid)
        code, said, _ = one.end()
    assert code == 130
    assert in_order(there.bodies)
    assert "Traceback" not in said
    assert memory < 250, "megabytes"


def is_cut_off(line: socket.socket, piece: bytes) -> bool:
    """Whether a sender that does not listen is cut off before it could send 650 MB."""
    try:
        for _ in range(10_000):
            line.sendall(piece)
    except OSError:
        return True
    return False


def resident(pid: int) -> int:
    """The most memory a process has had, in megabytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def test_what_is_queued_is_bounded_and_refused_beyond(tmp_path: Path) -> None:
    going = threading.Event()
    slow = target(lambda _: 200 if going.wait(60) else 500)
    with slow as there, listening(tmp_path, "--forward-to", there.url) as one:
        big = [notification(n, pad="x" * (4 << 20)) for n in range(20)]
        statuses = [one.send(body, signed(body)) for body in big]
        assert set(statuses) == {200, 503}
        going.set()
        taken = statuses.count(200)
        assert wait_for(lambda: len(there.got) == taken)
        assert [one.send(body) for body in big] == [200] * 20, "they may come again"
        assert wait_for(lambda: len(there.got) == 20)
        one.end()
