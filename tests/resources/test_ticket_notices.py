"""A contact who is told of a ticket is told only after a yes."""

from __future__ import annotations

import json

import pytest
from front_door import FrontDoor, Unreachable

SECOND, THIRD, TASK = "215470000002", "215470000003", "215470000013"
CONTACT = "external:user-000006"
CHANGES = {
    "close": ["close", THIRD],
    "open": ["open", THIRD],
    "snooze": ["snooze", THIRD, "--until", "2h"],
    "assign": ["assign", THIRD, "jonas@harborlights.test"],
    "update": ["update", THIRD, "--state", "Resolved"],
    "update --set": ["update", THIRD, "--set", "open:=false"],
    "change-type": ["change-type", THIRD, "--type", "Question"],
}


@pytest.mark.parametrize("words", CHANGES.values(), ids=list(CHANGES))
def test_a_change_that_is_told_is_asked_about(run: FrontDoor, words: list[str]) -> None:
    nobody = run("tickets", *words, transport=Unreachable())
    assert nobody.code == 3
    assert "--yes" in nobody.err
    no = run("tickets", *words, stdin="n\n", terminal=True, NO_COLOR="1")
    assert no.code == 3
    assert f'ticket "Charged twice" ({THIRD})' in no.err
    assert "and let its contact know in sandbox? [y/N]" in no.err
    assert no.sent().count(f"GET /tickets/{THIRD}") == 1
    assert {request.method for request in no.requests} == {"GET"}, "nothing was changed"


def test_a_ticket_named_twice_is_asked_about_once(run: FrontDoor) -> None:
    no = run("tickets", "close", THIRD, THIRD, stdin="n\n", terminal=True, NO_COLOR="1")
    assert f'Close ticket "Charged twice" ({THIRD}) and let its contact know' in no.err


def test_a_change_that_is_agreed_to_reads_the_ticket_once(run: FrontDoor) -> None:
    words = ["tickets", "change-type", THIRD, "--type", "Question"]
    done = run(*words, stdin="y\n", terminal=True, NO_COLOR="1").ok()
    assert done.sent().count(f"GET /tickets/{THIRD}") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["close", THIRD, "--skip-notifications"],
        ["update", THIRD, "--state", "Resolved", "--skip-notifications"],
        ["update", THIRD, "--state", "Resolved", "--set", "skip_notifications:=true"],
        ["update", THIRD, "--title", "Nobody is told of this"],
        ["create", "--type", "2004", "--contact", CONTACT, "--skip-notifications"],
        ["create", "--type", "2004", "--contact", CONTACT, "--set", "skip_notifications:=true"],
    ],
)
def test_where_nobody_is_told_nobody_is_asked(run: FrontDoor, words: list[str]) -> None:
    run("tickets", *words).ok()


def test_a_ticket_of_teammates_has_nobody_to_tell(run: FrontDoor) -> None:
    done = run("tickets", "close", TASK, stdin="n\n", terminal=True, NO_COLOR="1").ok()
    assert "know in" not in done.err
    both = run("tickets", "close", TASK, SECOND, stdin="n\n", terminal=True, NO_COLOR="1")
    assert both.code == 3
    assert "let their contacts know in sandbox?" in both.err


def test_many_tickets_are_not_looked_up_for_a_question(run: FrontDoor) -> None:
    many = [str(215470000001 + number) for number in range(11)]
    no = run("tickets", "close", *many, stdin="n\n", terminal=True, NO_COLOR="1")
    assert no.code == 3
    assert "Close 11 tickets and let their contacts know in sandbox?" in no.err
    assert not [one for one in no.sent() if "/tickets/" in one]


@pytest.mark.parametrize("verb", ["create", "enqueue"])
@pytest.mark.parametrize("how", ["options", "data"])
def test_a_new_ticket_names_whom_it_reaches(run: FrontDoor, verb: str, how: str) -> None:
    person = run("contacts", "get", CONTACT).ok().json
    body = {"ticket_type_id": "2004", "contacts": [{"external_id": "user-000006"}]}
    options = ["--type", "2004", "--contact", CONTACT]
    words = ["tickets", verb, *(options if how == "options" else ["--data", json.dumps(body)])]
    nobody = run(*words, transport=Unreachable())
    assert nobody.code == 3
    no = run(*words, stdin="n\n", terminal=True, NO_COLOR="1")
    assert no.code == 3
    assert f"Create this ticket and let {person['name']} (" in no.err
    assert {request.method for request in no.requests} == {"GET"}


def test_a_ticket_that_lacks_something_is_refused_before_the_question(run: FrontDoor) -> None:
    ran = run("tickets", "create", "--type", "2004", transport=Unreachable())
    assert ran.code == 2
    assert "A ticket needs --contact" in ran.error["message"]
