"""--where knows admins, teams, tags and companies by name, and --explain tells what becomes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from front_door import FrontDoor, Unreachable


def ids(run: FrontDoor, noun: str, where: str) -> set[str]:
    return {row["id"] for row in run(noun, "list", "--where", where, "--all").ok().rows}


@pytest.mark.parametrize("name", ["Carlos Duarte", "carlos@harborlights.test", "991267462"])
def test_an_owner_is_told_by_name_address_or_id(run: FrontDoor, name: str) -> None:
    every = run("contacts", "list", "--all").ok().rows
    wanted = {row["id"] for row in every if row["owner_id"] == "991267462"}
    assert wanted
    assert ids(run, "contacts", f"owner = '{name}'") == wanted


def test_tags_and_segments_are_told_by_name(run: FrontDoor) -> None:
    tag = next(row["id"] for row in run("tags", "list").ok().rows if row["name"] == "VIP")
    assert ids(run, "contacts", "tag = vip") == ids(run, "contacts", f"tag_id = {tag}")
    assert ids(run, "contacts", "segment = 'New leads' or tag = VIP") == (
        ids(run, "contacts", "segment = 'New leads'") | ids(run, "contacts", "tag = VIP")
    )


def test_the_contacts_of_a_company(run: FrontDoor) -> None:
    company = run("companies", "list", "--limit", "1").ok().rows[0]
    wanted = {row["id"] for row in run("companies", "contacts", company["id"], "--all").ok().rows}
    assert wanted
    assert ids(run, "contacts", f"company = '{company['name']}'") == wanted
    every = {row["id"] for row in run("contacts", "list", "--all").ok().rows}
    assert ids(run, "contacts", f"company != '{company['name']}'") == every - wanted


def test_conversations_and_tickets_know_theirs(run: FrontDoor) -> None:
    rows = run("conversations", "list", "--all").ok().rows
    wanted = {row["id"] for row in rows if str(row["team_assignee_id"]) == "2"}
    assert ids(run, "conversations", "team = 'Customer success'") == wanted
    tickets = run("tickets", "list", "--all").ok().rows
    bugs = {row["id"] for row in tickets if row["ticket_type"]["name"] == "Bug report"}
    assert ids(run, "tickets", "type = 'Bug report'") == bugs
    assert ids(run, "tickets", "not type in ('Bug report')") == {r["id"] for r in tickets} - bugs


def test_a_name_nobody_has_is_told_and_nothing_is_searched(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--where", "owner = 'Carlos Duart'")
    assert ran.code == 6
    assert "did you mean 'Carlos Duarte'" in ran.error["message"]
    assert ran.sent() == ["GET /admins"]


def test_a_name_takes_only_what_ids_take(run: FrontDoor) -> None:
    refused = run("contacts", "list", "--where", "owner ~ Car", transport=Unreachable())
    assert refused.code == 2
    assert "owner is an id" in refused.error["message"]


def explained(run: FrontDoor, *words: str) -> list[Any]:
    return run(*words, "--explain").ok().rows


def test_explain_tells_the_body_what_is_decided_here_and_the_cost(run: FrontDoor) -> None:
    where = "role = user and created_at > 2025-01-01"
    [told] = explained(run, "contacts", "list", "--where", where, "--all")
    assert told["path"] == "/contacts/search"
    assert told["body"]["query"]["operator"] == "AND"
    assert told["decided_here"] == "created_at > 2025-01-01"
    assert told["why"] == ["Intercom matches created_at by whole days in versions up to 2.16"]
    ran = run("contacts", "list", "--where", where, "--all", "--verbose").ok()
    assert len(ran.requests) == told["requests"]


def test_an_or_of_both_kinds_is_several_searches(run: FrontDoor) -> None:
    told = explained(run, "contacts", "list", "--where", "name ^ A or created_at > 7d")
    assert [one["decided_here"] for one in told] == [None, "created_at > 7d"]


def test_explain_sends_a_count_and_no_more(run: FrontDoor) -> None:
    ran = run("contacts", "search", "--where", "role = lead", "--explain").ok()
    assert [body["pagination"]["per_page"] for body in ran.bodies()] == [1]
    dry = run("companies", "list", "--where", "size > 5", "--explain").ok()
    assert json.loads(dry.out)["why"] == ["Intercom cannot search companies"]


def test_explain_without_where_is_refused(run: FrontDoor) -> None:
    refused = run("contacts", "list", "--explain", transport=Unreachable())
    assert refused.code == 2
    assert refused.error["hint"] == "add --where"


def test_a_person_reads_it(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--where", "not phone ^ '+1'", "--explain", terminal=True).ok()
    assert 'Decided here: not (phone ^ "+1")' in ran.out or "not (phone ^ +1)" in ran.out
    assert "because Intercom has no opposite of ^ for phone" in ran.out


def test_what_is_too_much_for_intercom_is_told_as_such(run: FrontDoor) -> None:
    pairs = " and ".join(f"(name = a{n} or (email = b{n} and phone = c{n}))" for n in range(8))
    *asked, told = explained(run, "contacts", "list", "--where", pairs)
    assert told["why"] == ["Intercom takes two levels of groups, with fifteen members each"]
    assert told["decided_here"]
    # How Intercom compares each text is not known, so that it decides each of them alone.
    assert {one["body"]["query"]["field"] for one in asked} == {"name", "email", "phone"}
    names = " and ".join(f"not name = x{n}" for n in range(300))
    [told] = explained(run, "contacts", "list", "--where", names)
    assert told["decided_here"] is None
    assert [one["operator"] for one in told["body"]["query"]["value"]] == ["NIN", "NIN"]
