"""Events and visitors."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from front_door import FrontDoor, Unreachable, answer, refusal


@pytest.fixture
def busy(run: FrontDoor) -> str:
    """A contact with sixty events."""
    return str(run("calls", "list", "--limit", "1").ok().rows[0]["contact_id"])


def test_every_event_is_listed_over_several_pages(run: FrontDoor) -> None:
    at = "https://api.intercom.io/events?type=user&email=a%40b.test&before=17&per_page=150"
    first = [{"id": str(n), "event_name": "x", "created_at": 99} for n in range(150)]
    last = [{"id": "last", "event_name": "x", "created_at": 9}]
    ran = run.scripted(
        answer({"type": "event.list", "events": first, "pages": {"next": at}}),
        answer({"type": "event.list", "events": last, "pages": {}}),
        answer({"type": "event.list", "events": first, "pages": {"next": at}}),
        words=["events", "list", "--contact", "a@b.test", "--all"],
    ).ok()
    assert len(ran.rows) == 151
    assert ran.sent() == [
        "GET /events?type=user&email=a%40b.test&per_page=150",
        "GET /events?type=user&email=a%40b.test&before=17&per_page=150",
        "GET /events?type=user&email=a%40b.test&per_page=150",
    ]


def test_events_are_as_many_as_there_are(run: FrontDoor, busy: str) -> None:
    rows = run("events", "list", "--contact", busy, "--all").ok().rows
    counts = run("events", "summary", "--contact", busy).ok().rows
    assert len(rows) == sum(one["count"] for one in counts) == 60


@pytest.mark.parametrize(
    ("contact", "query"),
    [
        ("jane@acme.test", "email=jane%40acme.test"),
        ("external:4 2", "user_id=4+2"),
        ("6762f0dd1bb69f9f2193bb83", "intercom_user_id=6762f0dd1bb69f9f2193bb83"),
    ],
)
def test_a_contact_is_named_without_a_look_up(run: FrontDoor, contact: str, query: str) -> None:
    for verb, more in (("list", "&per_page=150"), ("summary", "&summary=true")):
        none = answer({"type": "event.list", "events": [], "pages": {}})
        ran = run.scripted(none, words=["events", verb, "--contact", contact, "--all"]).ok()
        assert ran.sent() == [f"GET /events?type=user&{query}{more}"]


def test_events_are_cut_where_they_are_too_old(run: FrontDoor, busy: str) -> None:
    every = run("events", "list", "--contact", busy, "--all").ok().rows
    week = run("events", "list", "--contact", busy, "--since", "7d").ok().rows
    assert week == [row for row in every if row["created_at"] >= time.time() - 7 * 86400]
    assert 6 <= len(week) <= 8
    named = ["--since", "30d", "--where", "event_name = paid-invoice"]
    rows = run("events", "list", "--contact", busy, *named).ok().rows
    assert {row["event_name"] for row in rows} == {"paid-invoice"}
    told = run("events", "list", "--contact", busy, "--since", "1y", "--limit", "1").ok()
    assert "the last 90 days only" in told.err


def test_an_event_is_tracked(run: FrontDoor) -> None:
    done = run(
        "events", "track", "order-placed", "--contact", "external:user-000006",
        "--at", "2026-01-31T09:00Z", "--meta", "price=9.50", "--meta", "plan=007",
        "--meta", "ship_date=2026-02-01T00:00Z", "--meta", "yes=true",
        "--meta", 'total:={"amount":950,"currency":"eur"}',
    ).ok()  # fmt: skip
    assert done.bodies() == [
        {
            "event_name": "order-placed",
            "created_at": 1769850000,
            "user_id": "user-000006",
            "metadata": {
                "price": 9.5,
                "plan": "007",
                "ship_date": 1769904000,
                "yes": "true",
                "total": {"amount": 950, "currency": "eur"},
            },
        }
    ]
    assert done.out == ""
    assert done.err == "Tracked order-placed for external:user-000006 in sandbox.\n"
    before = int(time.time())
    now = run("events", "track", "x", "--contact", "external:user-000006").ok()
    assert before <= now.bodies()[0]["created_at"] <= time.time()
    assert run("events", "track", "x", "--contact", "nobody@acme.test").code == 6


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "What happened?"),
        (["x"], "Who did it?"),
        (["", "--contact", "a@b.test"], "name of the event is empty"),
        (["x", "--contact", ""], "The contact is empty"),
        (["x", "--contact", "external:"], "The contact is empty"),
        (["x", "--contact", "a@b.test", "--meta", "plan"], "not key=value"),
        (["x", "--contact", "a@b.test", "--meta", "a=1", "--meta", "a=2"], "given twice"),
        (["x", "--contact", "a@b.test", "--meta", 'a:={"b":1}'], "a cannot be kept"),
        (["x", "--contact", "a@b.test", "--meta", "a:=[1]"], "a cannot be kept"),
        (["x", "--contact", "a@b.test", "--meta", "a:=true"], "a cannot be kept"),
        (["x", "--contact", "a@b.test", "--meta", "due_date=soon"], "is not a time"),
    ],
)
def test_what_is_no_event_is_refused_unsent(run: FrontDoor, words: list[str], told: str) -> None:
    ran = run("events", "track", *words, transport=Unreachable())
    assert ran.code == 2
    assert told in ran.error["message"]


def test_more_than_ten_keys_are_refused_where_intercom_drops_them(run: FrontDoor) -> None:
    ten = [word for n in range(10) for word in ("--meta", f"k{n}={n}")]
    words = ["events", "track", "x", "--contact", "external:user-000006", *ten]
    assert len(run(*words).ok().bodies()[0]["metadata"]) == 10
    ran = run(*words, "--meta", "k10=1", transport=Unreachable())
    assert ran.code == 2
    assert "k10" in ran.error["hint"]


def lines(*events: dict[str, Any]) -> str:
    return "".join(json.dumps(event) + "\n" for event in events)


def test_many_events_come_a_line_each(run: FrontDoor) -> None:
    text = lines(
        {"event_name": "a", "user_id": "user-000006", "created_at": "2026-01-31T00:00Z"},
        {"user_id": "user-000006", "created_at": 1769817600, "metadata": {"n": 1}},
        {"event_name": "c"},
    )
    words = ["events", "track", "usual", "--contact", "external:user-000003", "--data", "-"]
    done = run(*words, "--at", "2026-01-01T00:00Z", stdin=text + "\n").ok()
    assert done.bodies() == [
        {"event_name": "a", "created_at": 1769817600, "user_id": "user-000006"},
        {
            "event_name": "usual",
            "created_at": 1769817600,
            "user_id": "user-000006",
            "metadata": {"n": 1},
        },
        {"event_name": "c", "created_at": 1767225600, "user_id": "user-000003"},
    ]
    assert done.err == "Tracked 3 events in sandbox.\n"


def test_a_line_that_is_refused_stops_no_other(run: FrontDoor) -> None:
    good = {"event_name": "a", "user_id": "user-000006"}
    text = lines(good, {**good, "user_id": "nobody"}, {**good, "event_name": "b"})
    ran = run("events", "track", "--data", "-", stdin=text)
    assert ran.code == 11
    assert len(ran.requests) == 3
    assert ran.err.startswith("warning: line 2: User Not Found.\nTracked 2 events in sandbox.\n")
    assert ran.error["message"] == "1 of 3 events were not tracked: line 2."


def test_what_stops_all_events_tells_how_many_were_tracked(run: FrontDoor) -> None:
    good = {"event_name": "a", "user_id": "1"}
    (run.config / "events.ndjson").write_text(lines(good, good, good))
    ran = run.scripted(
        answer(status=202),
        refusal(401, "unauthorized"),
        words=["events", "track", "--data", str(run.config / "events.ndjson")],
    )
    assert ran.code == 4
    assert "1 of 3 events were tracked before this; it ended at line 2." in ran.err


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("{", "it is not JSON"),
        ("[1]", "not an object"),
        ('{"event_name":"a"}', "email, user_id or id is missing"),
        ('{"user_id":"1"}', "event_name is missing"),
        ('{"event_name":"a","user_id":"1","metdata":{}}', "metdata is no field"),
        ('{"event_name":"a","user_id":"1","metadata":{"a":null}}', "a cannot be kept"),
        ('{"event_name":"a","user_id":"1","created_at":"soon"}', "is not a time"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_sent(run: FrontDoor, second: str, told: str) -> None:
    text = lines({"event_name": "a", "user_id": "1"}) + second
    ran = run("events", "track", "--data", "-", stdin=text, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"].startswith("Line 2 cannot be tracked: ")
    assert told in ran.error["message"]


def test_no_lines_are_no_events(run: FrontDoor) -> None:
    assert run("events", "track", "--data", "-", stdin="\n", transport=Unreachable()).code == 2


def test_a_dry_run_shows_every_event(run: FrontDoor) -> None:
    text = lines({"event_name": "a", "user_id": "1"}, {"event_name": "b", "user_id": "1"})
    shown = run("events", "track", "--data", "-", "-n", stdin=text, transport=Unreachable()).ok()
    assert [one["body"]["event_name"] for one in shown.rows] == ["a", "b"]


def test_an_event_whose_answer_was_lost_is_sent_again(run: FrontDoor) -> None:
    words = ["events", "track", "x", "--contact", "a@b.test"]
    ran = run.scripted(refusal(503), answer(status=202), words=words).ok()
    assert len(ran.requests) == 2
    assert ran.bodies()[0] == ran.bodies()[1]


def test_a_count_is_set(run: FrontDoor, busy: str) -> None:
    words = ["--count", "120", "--first", "2024-01-31T00:00Z", "--last", "2025-01-31T00:00Z"]
    done = run("events", "set-summary", "signed-in", "--contact", busy, *words).ok()
    person = run("contacts", "get", busy).ok().json["external_id"]
    assert done.sent() == [f"GET /contacts/{busy}", "POST /events/summaries"]
    assert done.bodies()[-1] == {
        "user_id": person,
        "event_summaries": {
            "event_name": "signed-in",
            "count": 120,
            "first": 1706659200,
            "last": 1738281600,
        },
    }
    counts = run("events", "summary", "--contact", busy).ok().rows
    assert next(one["count"] for one in counts if one["name"] == "signed-in") == 120


@pytest.mark.parametrize(
    "words",
    [
        ["", "--count", "1", "--first", "1d"],
        ["x", "--count", "-1", "--first", "1d"],
        ["x", "--count", "1", "--first", "1d", "--last", "2d"],
    ],
)
def test_a_count_that_makes_no_sense_is_refused_unsent(run: FrontDoor, words: list[str]) -> None:
    words = ["events", "set-summary", *words, "--contact", "external:1"]
    assert run(*words, transport=Unreachable()).code == 2


def test_who_has_no_id_of_ones_own_cannot_be_counted(run: FrontDoor) -> None:
    made = run("contacts", "create", "--email", "new@acme.test").ok().json["id"]
    words = ["events", "set-summary", "x", "--contact", made, "--count", "1", "--first", "1d"]
    ran = run(*words)
    assert ran.code == 2
    assert "no external id" in ran.err


# --- visitors -----------------------------------------------------------------------------------


def test_a_visitor_is_shown_and_changed(run: FrontDoor) -> None:
    one = run("visitors", "get", "--user-id", "harbor-visitor-1").ok()
    assert one.sent() == ["GET /visitors?user_id=harbor-visitor-1"]
    assert one.json["pseudonym"] == "Violet Suitcase"
    done = run("visitors", "update", "--user-id", "harbor-visitor-1", "--name", "Violet").ok()
    assert done.bodies() == [{"user_id": "harbor-visitor-1", "name": "Violet"}]
    assert done.err == f"Changed visitor {one.json['id']} in sandbox.\n"
    by_id = run("visitors", "update", "--id", one.json["id"], "--set", "custom_attributes.plan=pro")
    assert by_id.ok().json["custom_attributes"] == {"plan": "pro"}
    assert run("visitors", "get", "--user-id", "nobody").code == 6


@pytest.mark.parametrize(
    "words",
    [
        ["get"],
        ["get", "--user-id", ""],
        ["update", "--name", "x"],
        ["update", "--user-id", "", "--name", "x"],
        ["update", "--user-id", "harbor-visitor-1"],
        ["convert", "--user-id", "harbor-visitor-1", "-y"],
        ["convert", "--into", "external:1", "-y"],
        ["convert", "--user-id", "", "--into", "external:1", "-y"],
        ["convert", "--user-id", "a", "--id", "b", "--into", "external:1", "-y"],
        ["convert", "--user-id", "a", "--into", " ", "-y"],
    ],
)
def test_a_visitor_must_be_named(run: FrontDoor, words: list[str]) -> None:
    assert run("visitors", *words, transport=Unreachable()).code == 2


def test_converting_a_visitor_asks_and_names_them(run: FrontDoor) -> None:
    words = ["visitors", "convert", "--user-id", "harbor-visitor-1", "--into", "external:new-1"]
    assert run(*words, transport=Unreachable()).code == 3
    no = run(*words, stdin="n\n", terminal=True, NO_COLOR="1")
    assert no.code == 3
    assert "Make visitor Violet Suitcase (" in no.err
    assert {request.method for request in no.requests} == {"GET"}
    done = run(*words, "--type", "lead", "--email", "new@acme.test", "-y").ok()
    assert done.bodies() == [
        {
            "type": "lead",
            "user": {"user_id": "new-1", "email": "new@acme.test"},
            "visitor": {"user_id": "harbor-visitor-1"},
        }
    ]
    made = done.json["id"]
    assert done.err == f"Made visitor harbor-visitor-1 contact {made} in sandbox.\n"
    assert run("visitors", "get", "--user-id", "harbor-visitor-1").code == 6


def test_a_visitor_joins_a_contact_who_is_known_by_address(run: FrontDoor) -> None:
    made = run("contacts", "create", "--email", "jane@acme.test").ok().json["id"]
    words = ["visitors", "convert", "--user-id", "harbor-visitor-1", "-y"]
    assert run(*words, "--into", "jnae@acme.test").code == 6
    done = run(*words, "--into", "jane@acme.test").ok()
    assert done.bodies()[-1]["user"] == {"id": made}
    assert done.json["id"] == made
