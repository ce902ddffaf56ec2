"""Tickets: made, changed, given another type, made in the background."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, answer

THIRD, TASK = "215470000003", "215470000013"
ME, TYPES = "GET /me", "GET /ticket_types"
NEW = ["tickets", "create", "--yes", "--type", "Bug report", "--contact", "external:user-000006"]


def test_a_ticket_is_made_with_names_for_ids(run: FrontDoor) -> None:
    run("contacts", "create", "--email", "jane@acme.test").ok()
    made = run(
        *NEW[:5], "--contact", "jane@acme.test", "--title", "No sound", "--description", "-",
        "--attribute", "urgency=high", "--attribute", "Seats affected=4",
        "--attribute", "first seen=2026-01-31", "--attribute", "Reproducible=TRUE",
        "--attribute", "Refund=2.5", "--assignee", "jonas@harborlights.test", "--team", "Support",
        "--skip-notifications", "--created-at", "2026-02-01", stdin="Since Monday.",
    ).ok()  # fmt: skip
    assert made.sent() == [
        TYPES, "POST /contacts/search", "GET /ticket_types/2001", "GET /admins", "GET /teams",
        "POST /tickets",
    ]  # fmt: skip
    body = made.bodies()[-1]
    assert body["ticket_type_id"] == "2001"
    assert list(body["contacts"][0]) == ["id"]
    assert body["ticket_attributes"] == {
        "_default_title_": "No sound",
        "_default_description_": "Since Monday.",
        "Urgency": "High",
        "Seats affected": 4,
        "First seen": 1769835600,
        "Reproducible": True,
        "Refund": 2.5,
    }
    assert body["assignment"]["admin_assignee_id"] == "991267460"
    assert body["skip_notifications"] is True
    assert body["created_at"] == 1769922000
    assert made.err == f"Created ticket {made.json['id']} in sandbox.\n"


def test_ids_need_no_look_up(run: FrontDoor) -> None:
    made = run(
        "tickets", "create", "-y", "--type", "2001", "--contact", "external:user-000006"
    ).ok()
    assert made.sent() == ["POST /tickets"]
    assert made.bodies()[0]["contacts"] == [{"external_id": "user-000006"}]


def test_files_are_attributes_too(run: FrontDoor, tmp_path: Path) -> None:
    words = []
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"pixels")
        words += ["--attribute", f"Screenshots={tmp_path / name}"]
    body = run(*NEW, *words).ok().bodies()[-1]
    data = base64.b64encode(b"pixels").decode()
    assert body["ticket_attributes"]["Screenshots"] == [
        {"content_type": "image/png", "data": data, "name": name} for name in ("a.png", "b.png")
    ]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Foo=1", "have no attribute 'Foo'; there are Urgency, Seats affected"),
        ("Urgency=Soon", "Urgency is one of Low, Normal, High, Critical, not 'Soon'."),
        ("Seats affected=many", "Seats affected is a whole number, not 'many'."),
        ("Seats affected=1.5", "Seats affected is a whole number"),
        ("Refund=much", "Refund is a number"),
        ("Reproducible=maybe", "Reproducible is true or false"),
        ("First seen=once", "'once' is not a time"),
        ("Screenshots=/no/such/file", "cannot be read"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(run: FrontDoor, given: str, told: str) -> None:
    ran = run(*NEW, "--attribute", given)
    assert ran.code == 2
    assert told in ran.error["message"]
    assert not [one for one in ran.sent() if one.startswith("POST")]


@pytest.mark.parametrize("given", ["Urgency=", "Urgency= ", "Urgency"])
def test_an_attribute_without_a_value_is_refused_unsent(run: FrontDoor, given: str) -> None:
    words = ["tickets", "update", THIRD, "--attribute", given]
    assert run(*words, transport=Unreachable()).code == 2


def test_an_attribute_given_twice_is_refused(run: FrontDoor) -> None:
    ran = run(*NEW, "--attribute", "Urgency=Low", "--attribute", "urgency=High")
    assert ran.code == 2
    assert "Urgency is given twice" in ran.err


def test_an_address_nobody_has_makes_no_lead_by_accident(run: FrontDoor) -> None:
    ran = run("tickets", "create", "-y", "--type", "2001", "--contact", "jnae@acme.test")
    assert ran.code == 6
    assert ran.sent() == ["POST /contacts/search"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--contact", "external:1"], "A ticket needs --type."),
        (["--type", "2001"], "A ticket needs --contact."),
        (["--type", "", "--contact", "external:1"], "ticket type is empty"),
        (["--type", "2001", "--contact", ""], "The contact is empty."),
        (["--type", "2001", "--contact", "external:"], "The contact is empty."),
    ],
)
def test_a_ticket_needs_a_type_and_somebody(run: FrontDoor, words: list[str], told: str) -> None:
    ran = run("tickets", "create", "-y", *words, transport=Unreachable())
    assert ran.code == 2
    assert told in ran.error["message"]


def test_a_type_nobody_knows_is_told_with_those_there_are(run: FrontDoor) -> None:
    ran = run("tickets", "create", "-y", "--type", "Zebra", "--contact", "external:1")
    assert ran.code == 6
    assert "Bug report, Engineering task, Known issue" in ran.err


@pytest.mark.parametrize("name", ["Waiting on customer", "waiting on you", "waiting_on_customer"])
def test_a_state_goes_by_either_name_or_its_category(run: FrontDoor, name: str) -> None:
    done = run("tickets", "update", THIRD, "-y", "--state", name).ok()
    assert done.sent() == ["GET /ticket_states", ME, f"PUT /tickets/{THIRD}"]
    assert done.bodies()[-1] == {"ticket_state_id": "8103", "admin_id": 991267459}
    assert done.json["ticket_state"]["internal_label"] == "Waiting on customer"
    assert done.err == f"Changed ticket {THIRD} in sandbox.\n"


def test_of_states_of_one_name_that_of_the_type_is_meant(run: FrontDoor) -> None:
    states = [
        {"id": str(n), "internal_label": "Checking", "ticket_types": {"data": [{"id": str(type)}]}}
        for n, type in ((9001, 2002), (9002, 2001))
    ]
    words = ["tickets", "update", THIRD, "-y", "--state", "checking", "--admin", "5"]
    ran = run.scripted(
        answer({"data": states}),
        answer({"id": THIRD, "ticket_type": {"id": "2001"}}),
        answer({"id": THIRD}),
        words=words,
    ).ok()
    assert ran.bodies()[-1] == {"ticket_state_id": "9002", "admin_id": 5}
    unclear = [{**state, "ticket_types": {"data": []}} for state in states]
    ran = run.scripted(
        answer({"data": unclear}), answer({"id": THIRD, "ticket_type": {"id": "1"}}), words=words
    )
    assert ran.code == 2
    assert "9001, 9002" in ran.err


def test_a_state_nobody_knows_is_told_with_those_there_are(run: FrontDoor) -> None:
    ran = run("tickets", "update", THIRD, "-y", "--state", "Done")
    assert ran.code == 6
    assert "there are Submitted, In progress" in ran.err
    assert run("tickets", "update", THIRD, "-y", "--state", " ", transport=Unreachable()).code == 2


def test_attributes_of_a_ticket_are_changed_as_its_type_wants_them(run: FrontDoor) -> None:
    words = ["--attribute", "urgency=critical", "--attribute", "Refund:=null", "--title", "New"]
    done = run(
        "tickets", "update", THIRD, "-y", *words, "--no-is-shared", "--admin", "991267460"
    ).ok()
    assert done.sent() == [f"GET /tickets/{THIRD}", f"PUT /tickets/{THIRD}"]
    assert done.bodies()[-1] == {
        "ticket_attributes": {"_default_title_": "New", "Urgency": "Critical", "Refund": None},
        "is_shared": False,
        "admin_id": 991267460,
    }


def test_nothing_to_change_is_refused_unsent(run: FrontDoor) -> None:
    ran = run("tickets", "update", THIRD, "-y", transport=Unreachable())
    assert ran.code == 2
    assert "--state" in ran.error["message"]


def test_a_dry_run_shows_what_would_be_looked_up(run: FrontDoor) -> None:
    words = ["tickets", "update", THIRD, "--state", "Resolved", "--attribute", "Urgency=Low", "-n"]
    shown = run(*words, "--admin", "7", transport=Unreachable()).ok().rows
    assert [one["method"] for one in shown] == ["GET", "GET", "PUT"]
    assert shown[-1]["body"] == {
        "ticket_attributes": {"Urgency": "Low"},
        "ticket_state_id": "TICKET_STATE_ID",
        "admin_id": 7,
    }


def test_a_ticket_gets_another_type_and_stays_as_far_as_it_is(run: FrontDoor) -> None:
    before = run("tickets", "get", THIRD).ok().json
    done = run("tickets", "change-type", THIRD, "-y", "--type", "question").ok()
    assert done.sent() == [TYPES, f"GET /tickets/{THIRD}", f"POST /tickets/{THIRD}/change_type"]
    state = before["ticket_state"]["id"]
    assert done.bodies()[-1] == {"ticket_type_id": "2004", "ticket_state_id": state}
    assert done.json["ticket_type"]["name"] == "Question"
    assert done.err == f"Changed the type of ticket {THIRD} in sandbox.\n"


def test_another_type_takes_a_state_and_attributes_of_its_own(run: FrontDoor) -> None:
    words = ["--type", "2004", "--state", "Resolved", "--attribute", "Urgency=low"]
    done = run("tickets", "change-type", THIRD, "-y", *words).ok()
    assert done.bodies()[-1] == {
        "ticket_type_id": "2004",
        "ticket_state_id": "8104",
        "ticket_attributes": {"Urgency": "Low"},
    }
    assert run("tickets", "change-type", TASK, "-y", "--type", "2004").code == 7


def test_a_ticket_in_the_background_is_a_job(run: FrontDoor) -> None:
    words = ["--type", "2001", "--contact", "external:user-000006", "--title", "Later"]
    made = run("tickets", "enqueue", "-y", *words).ok()
    assert made.sent() == ["POST /tickets/enqueue"]
    assert made.json["type"] == "job"
    assert made.err == f"Queued a ticket as job {made.json['id']} in sandbox.\n"
    told = run("tickets", "enqueue", "-y", *words, terminal=True, NO_COLOR="1").ok()
    assert "To wait for it: intercom jobs wait " in told.err


def test_waiting_for_a_ticket_shows_it(run: FrontDoor) -> None:
    words = ["--type", "2001", "--contact", "external:user-000006", "--title", "Later", "--wait"]
    made = run("tickets", "enqueue", "-y", *words).ok()
    assert made.sent()[0] == "POST /tickets/enqueue"
    assert made.sent()[1].startswith("GET /jobs/status/")
    assert made.sent()[-1] == f"GET /tickets/{made.json['id']}"
    assert made.json["ticket_attributes"]["_default_title_"] == "Later"
    assert made.err == f"Created ticket {made.json['id']} in sandbox.\n"


def test_waiting_that_takes_too_long_tells_how_to_go_on(run: FrontDoor) -> None:
    words = ["--type", "2001", "--contact", "external:user-000006", "--wait", "--wait-for", "0.1"]
    ran = run("tickets", "enqueue", "-y", *words)
    assert ran.code == 10
    assert ran.error["hint"].startswith("intercom jobs wait ")
    again = run(*ran.error["hint"].split()[1:]).ok()
    assert again.json["status"] == "success"


def test_how_long_to_wait_is_no_wish_to_wait(run: FrontDoor) -> None:
    words = ["--type", "2001", "--contact", "external:1", "--wait-for", "5"]
    assert run("tickets", "enqueue", "-y", *words, transport=Unreachable()).code == 2


def test_any_field_can_be_set(run: FrontDoor) -> None:
    data = json.dumps({"ticket_type_id": "2001", "contacts": [{"external_id": "user-000006"}]})
    made = run("tickets", "create", "-y", "--data", data, "--attribute", "urgency=low").ok()
    assert made.bodies()[-1]["ticket_attributes"] == {"Urgency": "Low"}
