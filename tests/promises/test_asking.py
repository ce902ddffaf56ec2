"""Must hold 8: what cannot be undone is asked first, on stderr, and refused where nobody is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, Unreachable
from real_process import process, seeded, seen_on, shell, terminal

ID = "6762f0dd1bb69f9f2193bb83"
OTHER = "6762f0dd1bb69f9f2193bb84"
ASKING = {
    "contacts delete": ["contacts", "delete", ID],
    "contacts block": ["contacts", "block", ID],
    "contacts merge": ["contacts", "merge", ID, "--into", OTHER],
    "companies delete": ["companies", "delete", ID],
    "tags delete": ["tags", "delete", "5"],
    "data-attributes delete": ["data-attributes", "delete", "5"],
}


@pytest.mark.parametrize("words", ASKING.values(), ids=list(ASKING))
@pytest.mark.parametrize("how", ["pipe", "--no-input", "environment", "empty"])
def test_nobody_to_ask_is_3_and_nothing_is_sent(run: FrontDoor, words: list[str], how: str) -> None:
    environ = {"INTERCOM_NO_INPUT": "1"} if how == "environment" else {}
    flags = ["--no-input"] if how == "--no-input" else []
    ran = run(
        *words, *flags, terminal=how != "pipe", transport=Unreachable(), NO_COLOR="1", **environ
    )
    assert ran.code == 3
    assert ran.out == ""
    assert "in sandbox" in ran.err or "from sandbox" in ran.err, "the question names the workspace"
    if how != "empty":
        assert "--yes" in ran.err


@pytest.mark.parametrize("words", ASKING.values(), ids=list(ASKING))
def test_words_in_a_pipe_are_no_answer(run: FrontDoor, words: list[str]) -> None:
    ran = run(*words, stdin="y\n", transport=Unreachable())
    assert ran.code == 3


@pytest.mark.parametrize("words", ASKING.values(), ids=list(ASKING))
@pytest.mark.parametrize("said", ["n", "", "no", "ye", "yess", "N"])
def test_anything_but_yes_is_no(run: FrontDoor, words: list[str], said: str) -> None:
    ran = run(*words, stdin=f"{said}\n", terminal=True, transport=Unreachable(), NO_COLOR="1")
    assert ran.code == 3
    assert "[y/N]" in ran.err


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded(tmp_path_factory.mktemp("asking") / "config", 60)


def people(config: Path) -> list[dict[str, Any]]:
    found = process(config, "contacts", "list", "--all").stdout
    return [json.loads(line) for line in found.split(b"\n") if line]


def test_yes_on_a_terminal_deletes(config: Path) -> None:
    user = people(config)[0]["id"]
    with terminal(config, "contacts", "delete", user, NO_COLOR="1") as child:
        child.expect_exact(f"Delete contact {user} from sandbox? [y/N] ")
        child.sendline("y")
        assert b"Deleted contact" in seen_on(child)
    assert child.exitstatus == 0
    assert user not in [person["id"] for person in people(config)]


def test_no_on_a_terminal_keeps(config: Path) -> None:
    user = people(config)[0]["id"]
    with terminal(config, "contacts", "delete", user, NO_COLOR="1") as child:
        child.expect_exact("[y/N] ")
        child.sendline("n")
        assert b"Nothing was done" in seen_on(child)
    assert child.exitstatus == 3
    assert user in [person["id"] for person in people(config)]


def test_the_end_of_input_on_a_terminal_is_no(config: Path) -> None:
    with terminal(config, "contacts", "block", ID, NO_COLOR="1") as child:
        child.expect_exact("[y/N] ")
        child.sendeof()
        seen_on(child)
    assert child.exitstatus == 3


def test_an_interrupt_at_the_question_is_130(config: Path) -> None:
    with terminal(config, "contacts", "delete", ID, NO_COLOR="1") as child:
        child.expect_exact("[y/N] ")
        child.sendintr()
        assert b"Traceback" not in seen_on(child)
    assert child.exitstatus == 130


def test_the_question_is_not_data(config: Path) -> None:
    user = people(config)[0]["id"]
    with terminal(config, "contacts", "delete", user, "--no-input") as child:
        seen_on(child)
    assert child.exitstatus == 3
    ran = shell(config, f"intercom contacts delete {user} 2>/dev/null </dev/null")
    assert (ran.returncode, ran.stdout) == (3, b"")


def test_yes_given_beforehand_asks_nothing(config: Path) -> None:
    user = people(config)[0]["id"]
    for words in (["contacts", "archive", user], ["contacts", "delete", user, "-y"]):
        ran = process(config, *words)
        assert ran.returncode == 0
        assert b"[y/N]" not in ran.stderr
        assert b"in sandbox." in ran.stderr


def test_a_merge_names_both_and_asks(config: Path) -> None:
    found = people(config)
    lead = next(person["id"] for person in found if person["role"] == "lead")
    user = next(person["id"] for person in found if person["role"] == "user")
    words = ["contacts", "merge", lead, "--into", user, "--skip-duplicate-validation"]
    with terminal(config, *words, NO_COLOR="1", columns=200) as child:
        child.expect_exact(f"Merge lead {lead} into user {user} in sandbox?")
        child.expect_exact("[y/N] ")
        child.sendline("yes")
        seen_on(child)
    assert child.exitstatus == 0
    assert lead not in [person["id"] for person in people(config)]


def test_a_command_that_reads_standard_input_does_so_only_when_told(run: FrontDoor) -> None:
    ran = run("contacts", "create", "--email", "quiet@acme.test", stdin="not json").ok()
    assert ran.json["email"] == "quiet@acme.test"
