"""Full disks, broken pipes and bytes that are no text: told in a sentence, or borne in silence."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from pathlib import Path

import pytest
from front_door import FrontDoor
from real_process import INTERCOM, PLENTY, environment, process, shell

from intercom_cli.streams import write_all

NO_TEXT = "a\udcff"


@pytest.mark.parametrize(
    "words",
    ["contacts list", "contacts list --all -o json", "contacts list --help", "contacts --help",
     "help", "version", "--version", "config path", "completion bash"],
)  # fmt: skip
def test_a_full_disk_under_stdout_is_told_and_counts(installed: Path, words: str) -> None:
    ran = shell(installed, f"intercom {words} > /dev/full")
    assert ran.returncode == 12
    assert b"No space left on device" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_a_full_disk_under_stderr_costs_no_data(installed: Path) -> None:
    ran = shell(installed, "intercom contacts list --debug 2> /dev/full")
    assert (ran.returncode, ran.stdout.count(b"\n")) == (0, 50)
    assert shell(installed, "intercom contacts get nobody 2> /dev/full").returncode == 6
    assert shell(installed, "intercom contacts list > /dev/full 2> /dev/full").returncode == 12


def test_a_broken_pipe_behind_stderr_costs_no_data(installed: Path) -> None:
    kept = shell(
        installed,
        "exec 4>&1; { intercom contacts list --debug 2>&1 1>&4 4>&-; echo $? >&4; } | true",
    )
    assert kept.stdout.count(b"\n") == 51
    assert kept.stdout.endswith(b"\n0\n")


@pytest.mark.parametrize("words", ["--version", "contacts list", "help"])
def test_without_any_stream_it_still_ends_well(installed: Path, words: str) -> None:
    assert shell(installed, f"intercom {words} <&- >&- 2>&-").returncode == 0


def test_a_full_pipe_that_does_not_wait_gets_every_byte() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    data = os.urandom(1 << 20)
    got: list[bytes] = []

    def read() -> None:
        with os.fdopen(reading, "rb") as source:
            got.append(source.read())

    thread = threading.Thread(target=read)
    with os.fdopen(writing, "wb") as out:
        out.write(b"")
        os.write(writing, b"x" * 4096)
        threading.Timer(0.05, thread.start).start()
        write_all(out, data)
    while not got:
        thread.join(10)
    assert got == [b"x" * 4096 + data]


def test_an_unbuffered_stream_that_does_not_wait_gets_every_byte() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    data = os.urandom(1 << 20)
    with os.fdopen(reading, "rb") as source, os.fdopen(writing, "wb", buffering=0) as out:
        writer = threading.Thread(target=lambda: (write_all(out, data), out.close()))
        writer.start()
        assert source.read() == data
        writer.join(10)


@pytest.mark.parametrize(
    "words",
    [
        ["contacts", "get", NO_TEXT],
        ["contacts", "get", f"{NO_TEXT}@x.test"],
        ["contacts", "create", "--email", f"{NO_TEXT}@x.test"],
        ["contacts", "create", "--data", '{"name":"\\ud800"}'],
        ["contacts", "create", "-n", "--set", f"name={NO_TEXT}"],
        ["contacts", "list", "--where", f"name = {NO_TEXT}"],
        ["request", f"/contacts/{NO_TEXT}"],
        ["request", "/contacts", "-f", f"a={NO_TEXT}"],
        ["request", "POST", "/contacts", f"a={NO_TEXT}"],
        ["config", "set", "client_id", NO_TEXT],
        ["contacts", "list", "--jq", NO_TEXT],
        [NO_TEXT],
    ],
    ids=" ".join,
)
def test_words_that_are_no_text_are_refused_before_anything_is_sent(
    reader: FrontDoor, words: list[str]
) -> None:
    ran = reader(*words)
    assert ran.code == 2, ran.err
    assert ran.requests == []


@pytest.mark.parametrize(
    "words",
    ["contacts create --data -", "contacts note 1 -", "connect --token-stdin",
     "request POST /x -F a=@-", "request POST /x --input -"],
)  # fmt: skip
@pytest.mark.parametrize("coding", ["utf-8:strict", "utf-8:surrogateescape"])
def test_bytes_on_stdin_that_are_no_text_are_refused_and_not_repeated(
    installed: Path, words: str, coding: str
) -> None:
    secret = b"dG9rOmNhbmFyeWNhbmFyeQ\xff\xfe=="
    ran = process(installed, *words.split(), stdin=secret, PYTHONIOENCODING=coding)
    assert ran.returncode == 2, ran.stderr
    assert b"dG9rOm" not in ran.stderr + ran.stdout


def test_a_bug_shown_with_debug_hides_what_looks_like_a_token(
    reader: FrontDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise LookupError("Bearer dG9rOmNhbmFyeQ==")

    monkeypatch.setattr("intercom_cli.sandbox.core.Sandbox.handle", broken)
    ran = reader("contacts", "list", "--debug")
    assert ran.code == 1
    assert "Traceback" in ran.err
    assert "dG9rOmN" not in ran.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_endless_jq_program_can_be_ended(installed: Path, number: int) -> None:
    program = "1, last(range(1e18))"
    child = subprocess.Popen(
        [str(INTERCOM), "version", "--jq", program],
        env=environment(installed),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"1\n"
    child.send_signal(number)
    _, err = child.communicate(timeout=PLENTY)
    assert child.returncode in {-number, 128 + number}  # a shell calls both 128 + number
    assert err == b""
