"""What was done is told by name, and in the same words whatever noun it was done to."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable, connected

TICKET, CONTACT, COMPANY = "215470000003", "external:user-000009", "company:cust-0009"


@pytest.fixture(autouse=True)
def signed_in(run: FrontDoor) -> None:
    """The admin is known, as after connecting."""
    connected(run.config, admin_id="991267459")


@pytest.mark.parametrize(
    ("noun", "one", "record"),
    [
        ("conversations", "conversation", "12"),
        ("tickets", "ticket", TICKET),
        ("contacts", "contact", CONTACT),
        ("companies", "company", COMPANY),
    ],
)
def test_a_tag_is_told_by_its_name(run: FrontDoor, noun: str, one: str, record: str) -> None:
    tagged = run(noun, "tag", record, "feature request").ok()
    assert tagged.err == f"Tagged {one} {record} with Feature request in sandbox.\n"
    untagged = run(noun, "untag", record, "10").ok()
    assert untagged.err == f"Took Feature request off {one} {record} in sandbox.\n"


def test_a_note_is_shown_in_words(run: FrontDoor) -> None:
    ran = run("contacts", "note", CONTACT, "Prefers <b>lamps</b>", terminal=True).ok()
    assert "Prefers lamps" in ran.out
    assert "<" not in ran.out


def test_a_moment_is_told_as_in_every_table(run: FrontDoor) -> None:
    ran = run("conversations", "handling-events", "3", terminal=True).ok()
    assert " ago" in ran.out


@pytest.mark.parametrize(("noun", "record"), [("contacts", CONTACT), ("companies", COMPANY)])
def test_a_note_is_written_in_the_name_of_whoever_is_named(
    run: FrontDoor, noun: str, record: str
) -> None:
    ran = run(noun, "note", record, "Called", "--admin", "jonas weber").ok()
    assert ran.bodies()[-1] == {"body": "Called", "admin_id": "991267460"}
    assert ran.json["author"]["name"] == "Jonas Weber"
    assert run(noun, "note", record, "Called", "--admin", "").code == 2


@pytest.mark.parametrize(
    ("noun", "one", "record"),
    [("conversations", "conversation", "12"), ("tickets", "ticket", TICKET)],
)
@pytest.mark.parametrize(
    ("words", "whom"),
    [
        (["Jonas Weber"], "Jonas Weber"),
        (["991267460"], "admin 991267460"),
        (["--team", "support"], "team support"),
        (["--nobody"], "nobody"),
    ],
)
def test_who_something_was_given_to_is_told(
    run: FrontDoor, noun: str, one: str, record: str, words: list[str], whom: str
) -> None:
    ran = run(noun, "assign", record, *words, "-y").ok()
    assert ran.err == f"Assigned {one} {record} to {whom} in sandbox.\n"


@pytest.mark.parametrize(
    ("noun", "one", "record"),
    [
        ("conversations", "conversation", "12"),
        ("tickets", "ticket", TICKET),
        ("contacts", "contact", CONTACT),
        ("companies", "company", COMPANY),
    ],
)
def test_a_note_is_told_alike(run: FrontDoor, noun: str, one: str, record: str) -> None:
    ran = run(noun, "note", record, "Called").ok()
    assert ran.err == f"Noted on {one} {record} in sandbox.\n"


@pytest.mark.parametrize(("noun", "record"), [("conversations", "12"), ("tickets", TICKET)])
def test_a_change_of_nothing_is_told_alike(run: FrontDoor, noun: str, record: str) -> None:
    ran = run(noun, "update", record, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"].startswith("Nothing was given; use --")


def test_where_everything_failed_nothing_is_called_missing(run: FrontDoor) -> None:
    ran = run("tickets", "close", "9", "10", "-y", terminal=True)
    assert ran.code == 11
    assert "No tickets." not in ran.err
    assert run("tickets", "close", "9", "10", "-y", "-o", "json").json == []


@pytest.mark.parametrize(
    ("noun", "heading"),
    [
        ("tickets", "title"),
        ("tickets", "assigned"),
        ("conversations", "Subject"),
        ("contacts", "country"),
    ],
)
def test_a_heading_asked_for_as_a_field_is_answered_with_what_stands_below_it(
    run: FrontDoor, noun: str, heading: str
) -> None:
    ran = run(noun, "list", "--limit", "20", "--fields", f"id,{heading}").ok()
    assert ran.err == ""
    assert any(row[heading] for row in ran.rows)
