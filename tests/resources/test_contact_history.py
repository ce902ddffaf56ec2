"""Merges of contacts before and to come, and what happened to contacts."""

from __future__ import annotations

from front_door import FrontDoor, answer
from hasty_clock import hurry

PREVIEW = ["--api-version", "Preview"]
USER = "6762f0dd1bb69f9f2193bb83"
MERGES = 2


def test_the_history_of_merges_follows_its_cursor(run: FrontDoor) -> None:
    hurry(run)  # merges of one second have no order
    user = run("contacts", "create", "--role", "user", "--email", "a@acme.test").ok().json["id"]
    leads = []
    for _ in range(MERGES):
        lead = run("contacts", "create", "--role", "lead", "--email", "a@acme.test").ok().json["id"]
        run("contacts", "merge", lead, "--into", user, "-y").ok()
        leads.append(lead)
    ran = run("contacts", "merge-history", user, "--all", "--order", "asc").ok()
    assert [row["source_contact_id"] for row in ran.rows] == leads
    assert "order=asc" in ran.sent()[0]
    pages = [
        answer({"data": [{"source_contact_id": "1"}], "next_cursor": "c", "has_more": True}),
        answer({"data": [{"source_contact_id": "2"}], "next_cursor": None, "has_more": False}),
    ]
    both = run.scripted(*pages, words=["contacts", "merge-history", USER, "--all"]).ok()
    assert [row["source_contact_id"] for row in both.rows] == ["1", "2"]
    assert both.sent()[1].endswith("cursor=c")


def test_a_merge_is_tried_without_merging(run: FrontDoor) -> None:
    told = {"allowed": False, "reasons": [{"code": "no_shared_identifier", "message": "No."}]}
    words = ["contacts", "merge-preview", "1", "--into", "2", "--skip-duplicate-validation"]
    ran = run.scripted(answer(told), words=[*words, *PREVIEW]).ok()
    assert ran.sent() == ["POST /contacts/merge/preview"]
    assert ran.bodies() == [{"from": "1", "into": "2", "skip_duplicate_validation": True}]
    assert ran.json == told
    assert ran.err == ""


def test_what_happened_to_contacts_is_a_list(run: FrontDoor) -> None:
    rows = [{"id": str(number), "event_type": "contact.created"} for number in range(2)]
    pages = [
        answer({"data": rows[:1], "pages": {"next": {"starting_after": "0"}}}),
        answer({"data": rows[1:], "pages": {"next": None}}),
    ]
    ran = run.scripted(*pages, pages[0], words=["contacts", "activities", "--all", *PREVIEW]).ok()
    assert ran.rows == rows
    assert ran.sent()[0] == "GET /contacts/activities?per_page=150"


def test_activities_need_the_preview_version(run: FrontDoor) -> None:
    for words in (["activities"], ["merge-preview", "1", "--into", "2"]):
        ran = run("contacts", *words)
        assert ran.code == 2
        assert ran.error["hint"] == "add --api-version Preview"
        assert ran.requests == []


def test_companies_are_searched_at_intercom(run: FrontDoor) -> None:
    found = {"data": [{"id": "1", "name": "Acme", "user_count": 11}], "total_count": 1}
    words = ["companies", "search", "--where", "user_count > 10 and name ~ ac", "--sort", "-name"]
    ran = run.scripted(answer(found), words=[*words, *PREVIEW]).ok()
    assert ran.sent() == ["POST /companies/search"]
    body = ran.bodies()[0]
    assert body["query"]["operator"] == "AND"
    assert body["sort"] == {"field": "name", "order": "descending"}
    assert body["pagination"] == {"per_page": 50}
    assert ran.rows == found["data"]


def test_what_that_search_cannot_ask_is_refused(run: FrontDoor) -> None:
    ran = run("companies", "search", "--where", "plan.name = pro", *PREVIEW)
    assert ran.code == 2
    assert ran.requests == []
    old = run("companies", "search", "--where", "name = x")
    assert old.error["hint"] == "add --api-version Preview"
    assert run("companies", "list", "--where", "plan.name = pro").ok().rows is not None
