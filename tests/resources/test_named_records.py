"""What has a name is found by it, in the same way for every noun."""

from __future__ import annotations

from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, answer, refusal

# Each: a command that needs an id, without it; what it calls the record; a name that is known.
NAMED = {
    "admin": (["conversations", "close", "12", "--admin"], "admin", "jonas@harborlights.test"),
    "teammate": (["admins", "back"], "admin", "JONAS@harborlights.test"),
    "team": (["teams", "get"], "team", "support"),
    "schedule": (["office-hours", "get"], "office hours schedule", "support in EUROPE"),
    "ticket type": (["ticket-types", "get"], "ticket type", "bug report"),
    "state": (
        ["conversations", "convert", "12", "--yes", "--type", "2001", "--state"],
        "ticket state",
        "waiting_on_customer",
    ),
    "attribute": (["conversation-attributes", "get"], "conversation attribute", "ISSUE_TYPE"),
    "collection": (["collections", "get"], "collection", "getting STARTED"),
    "newsfeed": (["newsfeeds", "get"], "newsfeed", ""),
    "brand": (["brands", "get"], "brand", "harbor lights PRO"),
    "address": (["emails", "get"], "e-mail address", "Support@harborlights.test"),
    "audience": (["audiences", "delete", "--yes"], "audience", "vip CUSTOMERS"),
    "author": (
        ["articles", "update", "11", "--no-input", "--author"],
        "admin",
        "jonas@harborlights.test",
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_an_empty_name_is_refused_before_anything_is_sent(run: FrontDoor, name: str) -> None:
    words, one, _ = NAMED[name]
    ran = run(*words, "", transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"] == f"The name of the {one} is empty."
    assert ran.error["hint"].endswith(" list")


@pytest.mark.parametrize("name", NAMED)
def test_a_name_nobody_has_is_told_with_what_there_is(run: FrontDoor, name: str) -> None:
    words, one, _ = NAMED[name]
    ran = run(*words, "Nope")
    assert ran.code == 6
    assert ran.error["message"].startswith(f"There is no {one} 'Nope'")
    assert all(sent.startswith("GET ") for sent in ran.sent())


@pytest.mark.parametrize("name", [name for name in NAMED if NAMED[name][2]])
def test_a_name_is_known_in_any_case(run: FrontDoor, name: str) -> None:
    words, _, known = NAMED[name]
    run(*words, known).ok()


def test_a_dry_run_looks_nothing_up(run: FrontDoor) -> None:
    words = ["assign", "12", "--team", "Support", "--admin", "1", "--dry-run"]
    ran = run("conversations", *words, transport=Unreachable()).ok()
    assert ran.rows[0]["url"].endswith("/teams")
    assert ran.rows[-1]["body"]["assignee_id"] == "TEAM_ID"


def test_where_admins_may_not_be_seen_their_ids_stay(run: FrontDoor) -> None:
    rows = {"type": "conversation.list", "conversations": [{"id": "1", "admin_assignee_id": 7}]}
    words = ["conversations", "list", "-o", "table"]
    ran = run.scripted(answer(rows), refusal(403), words=words).ok()
    assert ran.sent() == ["GET /conversations?per_page=50", "GET /admins"]
    assert ran.out.split()[-1] == "7"


@pytest.mark.parametrize(
    "words",
    [
        ["articles", "create", "--title", "Berths"],
        ["content-snippets", "update", "6"],
        ["content-sources", "create", "--url", "https://wiki.harborlights.test"],
        ["content-sources", "update", "3"],
    ],
)
def test_audiences_of_content_go_by_name(run: FrontDoor, words: list[str]) -> None:
    ran = run(*words, "--audience", "vip customers", "--audience", "2").ok()
    assert ran.bodies()[-1]["audience_ids"] == [1, 2]
    dry = run(*words, "--audience", "VIP customers", "-n", transport=Unreachable()).ok()
    assert dry.rows[-1]["body"]["audience_ids"] == ["AUDIENCE_ID"]
    assert run(*words, "--audience", "Nope").code == 6


def test_a_slip_in_a_choice_or_a_collection_is_told_what_was_meant(
    run: FrontDoor, tmp_path: Path
) -> None:
    choice = run("conversation-attributes", "delete-option", "issue_type", "Bugg", "--yes")
    assert choice.code == 6
    assert choice.error["message"] == "There is no choice 'Bugg'; did you mean 'Bug'?"
    collection = run("articles", "pull", str(tmp_path / "help"), "--collection", "Biling")
    assert collection.code == 6
    assert collection.error["message"] == "There is no collection 'Biling'; did you mean 'Billing'?"
