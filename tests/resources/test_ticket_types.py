"""Ticket types, their attributes and states, and jobs."""

from __future__ import annotations

import time

import pytest
from front_door import FrontDoor, Unreachable, answer

TYPES = "GET /ticket_types"
JOB = {"type": "job", "id": "7", "resource_type": "ticket", "resource_id": None}


def test_ticket_types_are_listed_and_shown_by_name(run: FrontDoor) -> None:
    rows = run("ticket-types", "list").ok().rows
    assert [row["name"] for row in rows] == [
        "Bug report", "Engineering task", "Known issue", "Question",
    ]  # fmt: skip
    trackers = run("ticket-types", "list", "--where", "category = Tracker").ok().rows
    assert [row["id"] for row in trackers] == ["2003"]
    one = run("ticket-types", "get", "bug REPORT").ok()
    assert one.sent() == [TYPES, "GET /ticket_types/2001"]
    assert one.json["name"] == "Bug report"


def test_a_ticket_type_is_made_changed_and_put_away(run: FrontDoor) -> None:
    made = run("ticket-types", "create", "--name", "Refund", "--category", "Customer").ok()
    assert made.bodies() == [{"name": "Refund", "category": "Customer"}]
    number = made.json["id"]
    assert made.err == f"Created ticket type {number} in sandbox.\n"
    gone = run("ticket-types", "update", "Refund", "--archived").ok()
    assert gone.sent() == [TYPES, f"PUT /ticket_types/{number}"]
    assert gone.bodies()[-1] == {"archived": True}
    assert gone.json["archived"] is True


def test_a_ticket_type_needs_a_name_and_a_category_there_is(run: FrontDoor) -> None:
    for words in (["--category", "Customer"], ["--name", "x", "--category", "Other"]):
        assert run("ticket-types", "create", *words, transport=Unreachable()).code == 2


def test_the_attributes_of_a_type_are_listed(run: FrontDoor) -> None:
    ran = run("ticket-attributes", "list", "--ticket-type", "Bug report", "--all").ok()
    assert ran.sent() == [TYPES, "GET /ticket_types/2001"]
    assert len(ran.rows) == 8
    seen = run(
        "ticket-attributes", "list", "--ticket-type", "2001",
        terminal=True, NO_COLOR="1", COLUMNS="120",
    ).ok()  # fmt: skip
    assert "Low, Normal, High, Critical" in seen.out
    lists = ["ticket-attributes", "list", "--ticket-type", "2001", "--where", "data_type = list"]
    assert [row["name"] for row in run(*lists).ok().rows] == ["Urgency"]
    assert run("ticket-attributes", "list", transport=Unreachable()).code == 2


def test_an_attribute_is_made_and_changed(run: FrontDoor) -> None:
    made = run(
        "ticket-attributes", "create", "--ticket-type", "2001", "--name", "Browser",
        "--type", "list", "--description", "Where", "--item", "Firefox", "--item", "Chrome",
    ).ok()  # fmt: skip
    assert made.sent() == ["POST /ticket_types/2001/attributes"]
    assert made.bodies() == [
        {
            "name": "Browser",
            "description": "Where",
            "data_type": "list",
            "list_items": "Firefox,Chrome",
        }
    ]
    number = made.json["id"]
    words = ["--ticket-type", "Bug report", "--required-to-create", "--no-visible-to-contacts"]
    done = run("ticket-attributes", "update", number, *words).ok()
    assert done.sent() == [TYPES, f"PUT /ticket_types/2001/attributes/{number}"]
    assert done.bodies()[-1] == {"required_to_create": True, "visible_to_contacts": False}


@pytest.mark.parametrize("item", ["Red, green", " "])
def test_an_item_that_intercom_would_take_apart_is_refused(run: FrontDoor, item: str) -> None:
    words = ["ticket-attributes", "update", "4003", "--ticket-type", "2001", "--item", item]
    assert run(*words, transport=Unreachable()).code == 2


def test_states_are_listed_with_their_types(run: FrontDoor) -> None:
    ran = run("ticket-states", "list").ok()
    assert len(ran.rows) == 5
    seen = run("ticket-states", "list", terminal=True, NO_COLOR="1", COLUMNS="200").ok()
    assert "Waiting on you" in seen.out
    assert "Bug report, Engineering task, Known issue, Question" in seen.out
    words = ["ticket-states", "list", "--where", "category = in_progress"]
    assert [row["id"] for row in run(*words).ok().rows] == ["8102", "8105"]


def test_a_job_is_shown_and_waited_for(run: FrontDoor) -> None:
    assert run("jobs", "get", "1").ok().json["status"] == "success"
    assert run("jobs", "wait", "1").ok().json["resource_id"] == "215470000001"
    assert run("jobs", "get", "77").code == 6


def test_waiting_looks_until_the_job_is_over(
    run: FrontDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    states = [answer({**JOB, "status": state}) for state in ("pending", "pending", "success")]
    ran = run.scripted(*states, words=["jobs", "wait", "7"]).ok()
    assert ran.sent() == ["GET /jobs/status/7"] * 3
    assert ran.json["status"] == "success"


def test_a_job_that_failed_is_a_failure(run: FrontDoor) -> None:
    ran = run("jobs", "wait", "3")
    assert ran.code == 7
    assert ran.error["message"] == "Job 3 ended without success: failed."


def test_waiting_has_an_end_when_one_is_wished(run: FrontDoor) -> None:
    ran = run("jobs", "wait", "2", "--wait-for", "0.1")
    assert ran.code == 10
    assert ran.error["hint"] == "intercom jobs wait 2"
    assert "pending" in ran.error["message"]
