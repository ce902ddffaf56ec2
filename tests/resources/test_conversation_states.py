"""Conversations are assigned, closed, opened and snoozed, one or several at once."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from front_door import FrontDoor, Unreachable, connected, refusal

ME = "991267459"
JONAS = "991267460"


@pytest.fixture(autouse=True)
def signed_in(run: FrontDoor) -> None:
    """The admin is known, as after connecting."""
    connected(run.config, admin_id=ME)


def test_one_conversation_goes_through_its_states(run: FrontDoor) -> None:
    closed = run("conversations", "close", "12").ok()
    assert closed.sent() == ["POST /conversations/12/parts"]
    assert closed.bodies() == [{"message_type": "close", "type": "admin", "admin_id": ME}]
    assert closed.err == "Closed conversation 12 in sandbox.\n"
    assert closed.json["state"] == "closed"
    opened = run("conversations", "open", "12", "--admin", "jonas@harborlights.test").ok()
    assert opened.sent() == ["GET /admins", "POST /conversations/12/parts"]
    assert opened.bodies()[-1] == {"message_type": "open", "admin_id": JONAS}
    assert opened.json["state"] == "open"


def test_a_conversation_is_snoozed_by_the_clock_of_the_workspace(run: FrontDoor) -> None:
    ran = run("conversations", "snooze", "12", "--until", "2036-12-01 9:30").ok()
    until = int(datetime(2036, 12, 1, 9, 30, tzinfo=ZoneInfo("America/New_York")).timestamp())
    assert ran.bodies() == [{"message_type": "snoozed", "snoozed_until": until, "admin_id": ME}]
    assert ran.json["snoozed_until"] == until
    assert ran.err == ("Snoozed conversation 12 until Monday, 2036-12-01 09:30 EST in sandbox.\n")


@pytest.mark.parametrize("until", ["", "yesterday", "2020-01-01", "soon"])
def test_snoozing_into_the_past_is_refused_before_anything_is_sent(
    run: FrontDoor, until: str
) -> None:
    ran = run("conversations", "snooze", "12", "--until", until, transport=Unreachable())
    assert ran.code == 2
    assert "tomorrow" in ran.err


@pytest.mark.parametrize(
    ("words", "sent"),
    [
        ([JONAS], {"type": "admin", "assignee_id": JONAS}),
        (["Jonas Weber"], {"type": "admin", "assignee_id": JONAS}),
        (["--team", "support"], {"type": "team", "assignee_id": "1"}),
        (["--team", "2"], {"type": "team", "assignee_id": "2"}),
        (["--nobody"], {"type": "admin", "assignee_id": "0"}),
    ],
)
def test_a_conversation_is_assigned(run: FrontDoor, words: list[str], sent: dict[str, str]) -> None:
    ran = run("conversations", "assign", "12", *words).ok()
    assert ran.bodies()[-1] == {"message_type": "assignment", **sent, "admin_id": ME}
    field = f"{sent['type']}_assignee_id"
    assert str(ran.json[field]) == sent["assignee_id"]


def test_several_conversations_are_each_told(run: FrontDoor) -> None:
    ran = run("conversations", "assign", "12", "14", "12", "--team", "Support").ok()
    assert ran.sent() == [
        "GET /teams",
        "POST /conversations/12/parts",
        "POST /conversations/14/parts",
    ]
    assert [row["id"] for row in ran.rows] == ["12", "14"]
    assert ran.err == (
        "Assigned conversation 12 to team Support in sandbox.\n"
        "Assigned conversation 14 to team Support in sandbox.\n"
    )


def test_one_that_fails_does_not_stop_the_others(run: FrontDoor) -> None:
    ran = run("conversations", "close", "12", "999999", "14")
    assert ran.code == 11
    assert [row["id"] for row in ran.rows] == ["12", "14"]
    assert "conversation 999999: " in ran.err
    assert ran.error["message"] == "1 of 3 conversations were not changed: 999999."
    assert run("conversations", "get", "14").ok().json["state"] == "closed"
    alone = run("conversations", "close", "999999")
    assert alone.code == 6


def test_when_nobody_is_signed_in_any_more_the_rest_is_not_tried(run: FrontDoor) -> None:
    denied = refusal(401, "unauthorized")
    ran = run.scripted(denied, words=["conversations", "close", "12", "14"])
    assert ran.code == 4


def test_a_dry_run_of_several_shows_each(run: FrontDoor) -> None:
    ran = run("conversations", "open", "12", "14", "-n", transport=Unreachable()).ok()
    assert [row["url"].rpartition("/conversations")[2] for row in ran.rows] == [
        "/12/parts",
        "/14/parts",
    ]
    assert ran.err == ""


def test_a_last_word_reaches_the_customer_and_is_asked_about(run: FrontDoor) -> None:
    for words in (["close", "12"], ["assign", "12", JONAS]):
        said = [*words, "--body", "-"]
        ran = run("conversations", *said, stdin="Bye", transport=Unreachable())
        assert ran.code == 3
        assert "send this to the customer" in ran.err
        ran = run("conversations", *said, "--yes", stdin="Bye").ok()
        assert ran.bodies()[-1]["body"] == "Bye"


@pytest.mark.parametrize(
    "words",
    [
        ["assign", "12"],
        ["assign", "12", ""],
        ["assign", "", JONAS],
        ["assign", "12", "--team", ""],
        ["assign", "12", "--team", "1", "--nobody"],
        ["close", ""],
        ["close", "last"],
        ["open", "12", " "],
        ["close", "12", "--body", "", "--yes"],
        ["snooze", "12"],
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(run: FrontDoor, words: list[str]) -> None:
    ran = run("conversations", *words, transport=Unreachable())
    assert ran.code == 2, ran.err


def test_an_unknown_assignee_is_told_with_where_to_look(run: FrontDoor) -> None:
    ran = run("conversations", "assign", "12", "nobody at all")
    assert ran.code == 6
    assert "--team" in ran.error["hint"]
    assert ran.sent() == ["GET /admins"]


def test_a_table_names_who_is_assigned_afterwards(run: FrontDoor) -> None:
    one = run("conversations", "assign", "12", JONAS, "-o", "table").ok()
    assert "Jonas Weber" in one.out
    several = run("conversations", "assign", "12", "13", "--team", "Support", "-o", "table").ok()
    assert several.out.count("Jonas Weber, Support") == 2
    assert "Support" in run("conversations", "assign", "36", "--team", "1", "-o", "table").ok().out
    read = run("conversations", "get", "12", "13", "-o", "table").ok()
    assert "Jonas Weber" in read.out


def test_a_last_word_is_asked_about_by_the_names_of_those_it_reaches(run: FrontDoor) -> None:
    words = ["conversations", "close", "12", "39", "--body", "Bye"]
    no = run(*words, terminal=True, stdin="n\n", COLUMNS="100")
    assert no.code == 3
    assert no.err.startswith(
        "Close conversations 12, 39 and send this to Bea Ruiz, Sofia Smith in sandbox? [y/N] "
    )
    assert no.sent() == ["GET /conversations/12", "GET /conversations/39"]
    yes = run(*words, terminal=True, stdin="y\n", COLUMNS="100").ok()
    assert "POST /conversations/39/parts" in yes.sent()
