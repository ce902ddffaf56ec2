"""A watch that is killed at any moment and started again loses nothing and repeats nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from front_door import TOKEN
from real_process import INTERCOM, PLENTY, environment, process, served
from webhook_receiver import Receiver, receiving

pytestmark = pytest.mark.slow
NAMES = 10


def watching(config: Path, *words: str, **environ: str) -> subprocess.Popen[str]:
    """A watch in a process of its own."""
    return subprocess.Popen(
        [str(INTERCOM), "watch", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(config, **environ),
        text=True,
    )


def said(child: subprocess.Popen[str], words: str) -> None:
    """Wait until it says something."""
    assert child.stderr is not None
    for line in child.stderr:
        if words in line:
            return
    raise AssertionError(f"it ended without saying {words!r}")


def killed(child: subprocess.Popen[str]) -> None:
    child.send_signal(signal.SIGKILL)
    child.wait(PLENTY)
    assert child.stderr is not None
    child.stderr.close()


def change(config: Path, *words: str, **environ: str) -> Any:
    ran = process(config, *words, stdin=b"", **environ)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def at(address: str) -> dict[str, str]:
    return {"INTERCOM_API_BASE_URL": address, "INTERCOM_ACCESS_TOKEN": TOKEN}


def names_of(receiver: Receiver) -> list[tuple[str, str]]:
    """What came in, each id once: a receiver is told how to know what it had already."""
    kept = {one["id"]: one for one in receiver.seen}
    return [(one["topic"], one["data"]["item"]["name"]) for one in kept.values()]


def is_settled(config: Path, receiver: Receiver) -> bool:
    """Whether it is written down that what came in last was delivered."""
    text = (config / "data" / "watch" / "sandbox1.ndjson").read_text()
    last = receiver.seen[-1]["id"]
    return last not in text or f'{{"done":"{last}"}}' in text


def test_killed_between_rounds_ten_times_nothing_is_lost_or_repeated(tmp_path: Path) -> None:
    config = tmp_path / "config"
    with receiving() as receiver, served(config) as address:
        given = at(address)
        words = ("contacts", "--every", "1s", "--forward-to", receiver.url)
        process(config, "watch", "contacts", "--once", stdin=b"", **given)
        new = change(config, "contacts", "create", "--role", "lead", "--name", "0", **given)["id"]
        wanted = [("contact.lead.created", "0")]
        for number in range(1, NAMES + 1):
            child = watching(config, *words, **given)
            receiver.wait(lambda: len(receiver.bodies) == len(wanted))
            said(child, "A round takes")
            if number % 2:
                receiver.wait(lambda: is_settled(config, receiver))
                killed(child)
            change(config, "contacts", "update", new, "--name", str(number), **given)
            wanted.append(("contact.lead.updated", str(number)))
            if not number % 2:
                receiver.wait(lambda: len(receiver.bodies) == len(wanted))
                receiver.wait(lambda: is_settled(config, receiver))
                killed(child)
        process(config, "watch", *words[:1], "--once", *words[3:], stdin=b"", **given)
        assert names_of(receiver) == wanted
        assert Counter(one["id"] for one in receiver.seen).most_common(1)[0][1] == 1


def test_killed_while_it_delivers_ten_times_nothing_is_lost_and_ids_are_the_same(
    tmp_path: Path,
) -> None:
    config = tmp_path / "config"
    with receiving() as receiver, served(config) as address:
        given = at(address)
        words = ("contacts", "--every", "1s", "--forward-to", receiver.url)
        process(config, "watch", "contacts", "--once", stdin=b"", **given)
        wanted = []
        for number in range(NAMES):
            create = ("contacts", "create", "--role", "lead", "--name", str(number))
            change(config, *create, **given)
            wanted.append(("contact.lead.created", str(number)))
        child: list[subprocess.Popen[str]] = []
        deaths: list[str] = []

        def kill_at_first_sight(notification: Any) -> int:
            # The first time each comes, its sender dies before it hears that it was taken.
            if notification["id"] not in deaths:
                deaths.append(notification["id"])
                child[0].send_signal(signal.SIGKILL)
                child[0].wait(PLENTY)
            return 200

        receiver.status = kill_at_first_sight
        while len(deaths) < NAMES:
            child[:] = [watching(config, *words, **given)]
            child[0].wait(PLENTY)
            assert child[0].stderr is not None
            child[0].stderr.close()
        process(config, "watch", "contacts", "--once", *words[3:], stdin=b"", **given)
        assert sorted(names_of(receiver)) == sorted(wanted)
        assert set(Counter(one["id"] for one in receiver.seen).values()) == {2}
        assert len(set(receiver.bodies)) == NAMES  # the same bytes again


def test_ctrl_c_ends_it_with_the_state_kept(tmp_path: Path) -> None:
    config = tmp_path / "config"
    with served(config) as address:
        given = at(address)
        child = watching(config, "contacts", "--every", "1s", **given)
        said(child, "A round takes")
        child.send_signal(signal.SIGINT)
        said(child, "the same command goes on from it")
        assert child.wait(PLENTY) == 130
        assert child.stderr is not None
        child.stderr.close()
        new = change(config, "contacts", "create", "--role", "lead", "--name", "Lea", **given)
        ran = process(config, "watch", "contacts", "--once", stdin=b"", **given)
        assert [json.loads(line)["data"]["item"]["id"] for line in ran.stdout.splitlines()] == [
            new["id"]
        ]


def test_ctrl_c_lets_what_is_being_delivered_end(tmp_path: Path) -> None:
    config = tmp_path / "config"
    with receiving() as receiver, served(config) as address:
        given = at(address)
        process(config, "watch", "contacts", "--once", stdin=b"", **given)
        change(config, "contacts", "create", "--role", "lead", "--name", "Lea", **given)
        children: list[subprocess.Popen[str]] = []

        def interrupt(_: Any) -> int:
            children[0].send_signal(signal.SIGINT)
            time.sleep(0.5)  # the signal has arrived by then, or does later: both must be well
            return 200

        receiver.status = interrupt
        children.append(watching(config, "contacts", "--forward-to", receiver.url, **given))
        assert children[0].wait(PLENTY) == 130
        assert children[0].stderr is not None
        children[0].stderr.close()
        process(
            config, "watch", "contacts", "--once", "--forward-to", receiver.url, stdin=b"", **given
        )
        assert receiver.topics == ["contact.lead.created"]


def test_while_others_write_all_the_time_each_record_is_told_once(tmp_path: Path) -> None:
    config = tmp_path / "config"
    with receiving() as receiver, served(config) as address:
        given = at(address)
        words = ("watch", "contacts", "--once", "--forward-to", receiver.url)
        process(config, "watch", "contacts", "--once", stdin=b"", **given)
        writer = subprocess.Popen(
            ["bash", "-c", WRITER],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(config, **given),
        )
        while writer.poll() is None:
            process(config, *words, stdin=b"", **given)
        process(config, *words, stdin=b"", **given)
        told = Counter((one["topic"], one["data"]["item"]["id"]) for one in receiver.seen)
        created = [id for (topic, id), _ in told.items() if topic == "contact.lead.created"]
        assert len(created) == len(set(created)) == NAMES
        assert set(told.values()) == {1}


WRITER = f"""
for n in $(seq {NAMES}); do intercom contacts create --role lead --name "Lea $n"; done
"""
