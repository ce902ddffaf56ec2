"""Tickets: assigned, closed, opened, snoozed, and spoken about."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable

SECOND, THIRD, FOURTH = "215470000002", "215470000003", "215470000004"
ME = "GET /me"


@pytest.mark.parametrize(
    ("words", "asked", "to"),
    [
        (["991267460"], [], "991267460"),
        (["jonas@harborlights.test"], ["GET /admins"], "991267460"),
        (["jonas weber"], ["GET /admins"], "991267460"),
        (["--team", "1"], [], "1"),
        (["--nobody"], [], "0"),
    ],
)
def test_a_ticket_is_given_to_somebody(
    run: FrontDoor, words: list[str], asked: list[str], to: str
) -> None:
    done = run("tickets", "assign", "-y", THIRD, *words).ok()
    assert done.sent() == [*asked, ME, f"PUT /tickets/{THIRD}"]
    assert done.bodies()[-1] == {"assignee_id": to, "admin_id": 991267459}
    assert done.err.startswith(f"Assigned ticket {THIRD} to ")


@pytest.mark.parametrize(
    "words", [[THIRD], [THIRD, ""], [THIRD, "--team", "1", "--nobody"], [THIRD, "--team", ""]]
)
def test_an_assignment_to_nobody_who_is_named_is_refused(run: FrontDoor, words: list[str]) -> None:
    assert run("tickets", "assign", "-y", *words, transport=Unreachable()).code == 2


def test_a_ticket_is_closed_and_opened_again(run: FrontDoor) -> None:
    closed = run("tickets", "close", THIRD, "--skip-notifications", "--admin", "991267460").ok()
    assert closed.sent() == [f"PUT /tickets/{THIRD}"]
    assert closed.bodies() == [{"open": False, "admin_id": 991267460, "skip_notifications": True}]
    assert closed.json["open"] is False
    opened = run("tickets", "open", THIRD, "-y").ok()
    assert opened.json["open"] is True
    assert opened.err == f"Opened ticket {THIRD} in sandbox.\n"


def test_of_several_tickets_one_that_fails_stops_no_other(run: FrontDoor) -> None:
    ran = run("tickets", "close", THIRD, "9", SECOND, "-y")
    assert ran.code == 11
    assert [row["open"] for row in ran.rows] == [False, False]
    assert ran.err.startswith(f"Closed ticket {THIRD} in sandbox.\nwarning: ticket 9: ")
    assert ran.error["message"] == "1 of 3 tickets were not changed: 9."


def test_a_dry_run_shows_the_request_of_each(run: FrontDoor) -> None:
    words = ["tickets", "close", SECOND, THIRD, "--admin", "1", "-n"]
    shown = run(*words, transport=Unreachable()).ok().rows
    assert [one["url"].rpartition("/")[2] for one in shown] == [SECOND, THIRD]


def test_a_ticket_is_put_off(run: FrontDoor) -> None:
    before = int(time.time())
    done = run("tickets", "snooze", THIRD, "-y", "--until", "2h").ok()
    assert before + 7200 <= done.bodies()[-1]["snoozed_until"] <= time.time() + 7200
    assert done.err.startswith(f"Snoozed ticket {THIRD} until ")
    for past in ("yesterday", "2020-01-01", "", "soon"):
        words = ["tickets", "snooze", THIRD, "--until", past]
        assert run(*words, transport=Unreachable()).code == 2


def test_a_reply_is_asked_about_and_names_whom_it_reaches(run: FrontDoor) -> None:
    words = ["tickets", "reply", SECOND, "We found it."]
    nobody = run(*words, transport=Unreachable())
    assert nobody.code == 3
    assert "--yes" in nobody.err
    no = run(*words, stdin="n\n", terminal=True, NO_COLOR="1")
    assert no.code == 3
    question = 'Send this reply to Amara Salazar about "Cannot sign in with a passkey"'
    assert f"{question} ({SECOND}) in sandbox?" in no.err
    assert {request.method for request in no.requests} == {"GET"}
    done = run(*words, stdin="y\n", terminal=True, NO_COLOR="1").ok()
    assert done.sent()[-1] == f"POST /tickets/{SECOND}/reply"
    assert done.err.endswith(f"Replied to ticket {SECOND} in sandbox.\n")


def test_a_reply_is_sent_as_it_was_written(run: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    done = run(
        "tickets", "reply", SECOND, "-", "-y", "--file", str(tmp_path / "a.txt"),
        "--attach-url", "https://acme.test/a.png", "--created-at", "2026-01-31",
        "--skip-notifications", stdin="From a file.\n",
    ).ok()  # fmt: skip
    assert done.bodies()[-1] == {
        "message_type": "comment",
        "body": "From a file.\n",
        "attachment_files": [{"content_type": "text/plain", "data": "eA==", "name": "a.txt"}],
        "attachment_urls": ["https://acme.test/a.png"],
        "created_at": 1769835600,
        "skip_notifications": True,
        "type": "admin",
        "admin_id": "991267459",
    }


def test_buttons_are_offered_and_a_contact_answers(run: FrontDoor) -> None:
    done = run("tickets", "reply", SECOND, "-y", "--option", "Yes", "--option", "No").ok()
    body = done.bodies()[-1]
    assert body["message_type"] == "quick_reply"
    assert [option["text"] for option in body["reply_options"]] == ["Yes", "No"]
    said = run("tickets", "reply", SECOND, "Thanks", "--as", "external:user-000006", "-y").ok()
    assert said.sent() == [f"POST /tickets/{SECOND}/reply"]
    assert said.bodies()[-1] == {
        "message_type": "comment",
        "body": "Thanks",
        "type": "user",
        "user_id": "user-000006",
    }


def test_a_note_is_not_asked_about(run: FrontDoor) -> None:
    done = run("tickets", "note", SECOND, "Asked finance").ok()
    assert done.sent() == [ME, f"POST /tickets/{SECOND}/reply"]
    assert done.bodies()[-1] == {
        "message_type": "note",
        "type": "admin",
        "body": "Asked finance",
        "admin_id": "991267459",
    }
    assert done.err == f"Noted on ticket {SECOND} in sandbox.\n"
    task = "215470000013"
    assert run("tickets", "note", task, "x", "--cross-post").ok().bodies()[-1]["cross_post"] is True


@pytest.mark.parametrize(
    "words",
    [
        ["reply", SECOND, "-y"],
        ["reply", SECOND, " ", "-y"],
        ["reply", SECOND, "x", "-y", "--as", ""],
        ["reply", SECOND, "x", "-y", "--as", "a@b.test", "--admin", "1"],
        ["reply", SECOND, "x", "-y", "--as", "a@b.test", "--option", "Yes"],
        ["note", SECOND],
        ["note", SECOND, ""],
        ["note", SECOND, "x", "--file", "/no/such/file"],
    ],
)
def test_nothing_to_say_is_refused_unsent(run: FrontDoor, words: list[str]) -> None:
    assert run("tickets", *words, transport=Unreachable()).code == 2
