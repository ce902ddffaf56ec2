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
@pytest.mark.parametrize("how", ["pipe", "--no-input", "environment"])
def test_nobody_to_ask_is_3_and_nothing_is_sent(run: FrontDoor, words: list[str], how: str) -> None:
    environ = {"INTERCOM_NO_INPUT": "1"} if how == "environment" else {}
    flags = ["--no-input"] if how == "--no-input" else []
    ran = run(
        *words, *flags, terminal=how != "pipe", transport=Unreachable(), NO_COLOR="1", **environ
    )
    assert ran.code == 3
    assert ran.out == ""
    assert "in sandbox" in ran.err or "from sandbox" in ran.err, "the question names the workspace"
    assert "--yes" in ran.err


@pytest.mark.parametrize("words", ASKING.values(), ids=list(ASKING))
def test_no_answer_at_all_is_3_and_nothing_is_changed(run: FrontDoor, words: list[str]) -> None:
    ran = run(*there(run, words), terminal=True, NO_COLOR="1")
    assert ran.code == 3
    assert {request.method for request in ran.requests} == {"GET"}


@pytest.mark.parametrize("words", ASKING.values(), ids=list(ASKING))
def test_words_in_a_pipe_are_no_answer(run: FrontDoor, words: list[str]) -> None:
    ran = run(*words, stdin="y\n", transport=Unreachable())
    assert ran.code == 3


@pytest.mark.parametrize("words", ASKING.values(), ids=list(ASKING))
@pytest.mark.parametrize("said", ["n", "", "no", "ye", "yess", "N"])
def test_anything_but_yes_is_no(run: FrontDoor, words: list[str], said: str) -> None:
    words = there(run, words)
    ran = run(*words, stdin=f"{said}\n", terminal=True, NO_COLOR="1")
    assert ran.code == 3
    assert "[y/N]" in ran.err
    assert {request.method for request in ran.requests} == {"GET"}, "only looked up"


def there(run: FrontDoor, words: list[str]) -> list[str]:
    """The words, with ids that exist."""
    noun = words[0]
    if noun not in {"contacts", "companies"}:
        return words
    rows = run(noun, "list", "--all").ok().rows
    if noun == "companies":
        return [rows[0]["id"] if word == ID else word for word in words]
    lead, user = (
        next(row for row in rows if row["role"] == role)["id"] for role in ("lead", "user")
    )
    return [{ID: lead, OTHER: user}.get(word, word) for word in words]


NAMED = {
    "contacts delete": ["name", "email", "id"],
    "contacts block": ["name", "email", "id"],
    "companies delete": ["name", "company_id", "id"],
    "tags delete": ["name"],
    "data-attributes delete": ["name", "model"],
}


@pytest.mark.parametrize("command", NAMED)
def test_the_question_names_the_record_as_it_was_found(run: FrontDoor, command: str) -> None:
    words = there(run, ASKING[command])
    record = run(words[0], "get", words[2], "-o", "json").ok().json
    ran = run(*words, stdin="n\n", terminal=True, NO_COLOR="1", COLUMNS="300")
    for field in NAMED[command]:
        assert not record[field] or str(record[field])[:20] in ran.err, ran.err
    assert "sandbox?" in ran.err


def test_an_address_is_resolved_before_the_question(run: FrontDoor) -> None:
    made = run("contacts", "create", "--email", "jane@acme.test", "--name", "Jane Doe").ok().json
    ran = run("contacts", "block", "jane@acme.test", stdin="n\n", terminal=True, NO_COLOR="1")
    assert f"Block contact Jane Doe (user, jane@acme.test, {made['id']}) in sandbox?" in ran.err


@pytest.mark.parametrize("verb", ["block", "delete"])
def test_nobody_is_asked_about_a_contact_that_is_not_there(run: FrontDoor, verb: str) -> None:
    ran = run("contacts", verb, "nobody@acme.test", stdin="y\n", terminal=True, NO_COLOR="1")
    assert ran.code == 6
    assert "[y/N]" not in ran.err


@pytest.mark.parametrize("words", ASKING.values(), ids=list(ASKING))
def test_yes_and_dry_run_cost_no_request_to_look_up(run: FrontDoor, words: list[str]) -> None:
    words = there(run, words)
    assert run(*words, "--dry-run", transport=Unreachable()).ok().err.count("[y/N]") == 0
    more = ["--skip-duplicate-validation"] if "merge" in words else []
    assert len(run(*words, *more, "--yes").ok().requests) == 1


def test_a_merge_refused_for_what_differs_says_what_to_add(run: FrontDoor) -> None:
    ran = run(*there(run, ASKING["contacts merge"]), "--yes", "-o", "json")
    assert ran.code == 7
    assert "--skip-duplicate-validation" in ran.error["hint"]
    again = run(*there(run, ["contacts", "merge", OTHER, "--into", ID]), "--yes", "-o", "json")
    assert "--skip-duplicate-validation" not in str(again.error["hint"])


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded(tmp_path_factory.mktemp("asking") / "config", 60)


def people(config: Path) -> list[dict[str, Any]]:
    found = process(config, "contacts", "list", "--all").stdout
    return [json.loads(line) for line in found.split(b"\n") if line]


def test_yes_on_a_terminal_deletes(config: Path) -> None:
    user = people(config)[0]["id"]
    with terminal(config, "contacts", "delete", user, NO_COLOR="1", columns=200) as child:
        child.expect(rf"Delete contact .*{user}\) from sandbox\? \[y/N\] ")
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
    user = people(config)[0]["id"]
    with terminal(config, "contacts", "block", user, NO_COLOR="1") as child:
        child.expect_exact("[y/N] ")
        child.sendeof()
        seen_on(child)
    assert child.exitstatus == 3


def test_an_interrupt_at_the_question_is_130(config: Path) -> None:
    user = people(config)[0]["id"]
    with terminal(config, "contacts", "delete", user, NO_COLOR="1") as child:
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
        child.expect(rf"Merge contact .*\(lead, .*{lead}\) into .*\(user, .*{user}\) in sandbox\?")
        child.expect_exact("[y/N] ")
        child.sendline("yes")
        seen_on(child)
    assert child.exitstatus == 0
    assert lead not in [person["id"] for person in people(config)]


READING_INPUT = {
    "note": ["contacts", "note", "5", "-"],
    "data": ["contacts", "create", "--data", "-"],
    "field": ["request", "POST", "/tags", "-F", "name=@-"],
    "input": ["request", "POST", "/tags", "--input", "-"],
}


@pytest.mark.parametrize("words", READING_INPUT.values(), ids=list(READING_INPUT))
def test_a_person_is_told_that_standard_input_is_read(run: FrontDoor, words: list[str]) -> None:
    told = "Reading standard input"
    ran = run(*words, "--dry-run", stdin='{"name": "x"}', terminal=True, NO_COLOR="1").ok()
    assert ran.err.count(told) == 1
    assert told not in run(*words, "--dry-run", stdin='{"name": "x"}').ok().err


def test_a_command_that_reads_standard_input_does_so_only_when_told(run: FrontDoor) -> None:
    ran = run("contacts", "create", "--email", "quiet@acme.test", stdin="not json").ok()
    assert ran.json["email"] == "quiet@acme.test"
