"""Fields that only records know, names with spaces, and values as people spell them."""

from __future__ import annotations

from typing import Any

import pytest
from front_door import FrontDoor, Unreachable, answer

EMPTY: dict[str, Any] = {"type": "ticket.list", "tickets": [], "total_count": 0}


def asked(run: FrontDoor, where: str) -> Any:
    ran = run.scripted(answer(EMPTY), words=["tickets", "search", "--where", where]).ok()
    return ran.bodies()[0]["query"]


def test_what_only_a_record_knows_is_not_asked_of_the_server(run: FrontDoor) -> None:
    words = ["tickets", "search", "--where", "ticket_attributes.Urgency = High and open = true"]
    [body] = [body for body in run(*words).ok().bodies() if body]
    assert body["query"] == {
        "field": "open",
        "operator": "=",
        "value": True,
    }


def test_what_only_a_record_knows_is_decided_here(run: FrontDoor) -> None:
    every = run("tickets", "list", "--all").ok().rows
    urgent = run("tickets", "list", "--where", "ticket_attributes.Urgency = low").ok().rows
    wanted = [row for row in every if row["ticket_attributes"].get("Urgency") == "Low"]
    assert wanted
    assert sorted(row["id"] for row in urgent) == sorted(row["id"] for row in wanted)
    named = run("tickets", "list", "--where", "ticket_type.name = 'known issue'").ok().rows
    assert {row["ticket_type"]["id"] for row in named} == {"2003"}
    assert len(named) == 5


def test_the_name_of_a_field_may_stand_in_quotes(run: FrontDoor) -> None:
    where = "'ticket_attributes.First seen' > 2023-01-05 and category = customer"
    rows = run("tickets", "list", "--where", where).ok().rows
    assert rows
    assert all(row["ticket_attributes"]["First seen"] > 1_672_876_800 for row in rows)


def test_the_beginning_alone_is_no_field(run: FrontDoor) -> None:
    words = ["tickets", "list", "--where", "ticket_attributes. = x"]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert "have no field" in ran.err


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Customer", "request"),
        ("request", "request"),
        ("Back-office", "task"),
        ("TRACKER", "tracker"),
    ],
)
def test_values_are_sent_as_the_search_spells_them(run: FrontDoor, written: str, sent: str) -> None:
    assert asked(run, f"category = {written}") == {
        "field": "category",
        "operator": "=",
        "value": sent,
    }


def test_a_value_the_search_does_not_know_is_refused(run: FrontDoor) -> None:
    words = ["tickets", "list", "--where", "category in (Customer, Ticket)"]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert "category is one of request, task, tracker, not 'Ticket'" in ran.err


@pytest.mark.parametrize(
    "where",
    ["is null", "is not null", "= 2023-01", "!= 2023-01", "< 2024", "between 2023-01 and 2023-02"],
)
def test_a_count_by_a_date_that_only_records_show_asks_no_search_for_it(
    run: FrontDoor, where: str
) -> None:
    words = ["tickets", "list", "--where", f'ticket_attributes."First seen" {where}']
    rows = run(*words, "--all").ok().rows
    ran = run(*words, "--count").ok()
    assert ran.out == f"{len(rows)}\n"
    assert "First seen" not in "".join(map(str, ran.bodies()))


def test_a_count_by_an_attribute_that_no_ticket_type_has_warns_once(run: FrontDoor) -> None:
    name = 'ticket_attributes."Seats affectd"'
    ran = run("tickets", "list", "--where", f"{name} > 3 or {name} < 1", "--count").ok()
    assert ran.out == "0\n"
    wanted = "No ticket type has an attribute 'Seats affectd'; did you mean Seats affected?"
    assert ran.err.count(wanted) == 1
    good = run("tickets", "list", "--where", 'ticket_attributes."Seats affected" > 3').ok()
    assert "No ticket type" not in good.err
