"""Data events: taken in once, listed for ninety days, counted for ever."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

DAY = 86_400


@pytest.fixture
def person(world):
    body = {"role": "user", "email": "does@new.test", "external_id": "does"}
    return world.post("/contacts", body)["id"]


def send(world, moment, name="walked", **more):
    body = {"event_name": name, "created_at": int(moment), "user_id": "does", **more}
    answer = world.ask("POST", "/events", body)
    assert (answer.status, answer.body) == (202, b"")


def listed(world, **more):
    query = "&".join(f"{name}={value}" for name, value in more.items())
    return world.get(f"/events?type=user&user_id=does&{query}")


def summary(world):
    return listed(world, summary="true")["events"]


def test_an_event_is_listed_under_every_name_of_its_contact(world, person):
    send(world, world.clock.now, metadata={"place": "park"})
    (event,) = listed(world)["events"]
    assert event["metadata"] == {"place": "park"}
    assert event["intercom_user_id"] == person
    for name in (f"intercom_user_id={person}", "email=does%40new.test"):
        assert world.get(f"/events?type=user&{name}")["events"] == [event]


def test_the_same_event_twice_counts_once(world, person):
    for _ in range(2):
        send(world, world.clock.now)
    send(world, world.clock.now, name="ran")
    assert len(listed(world)["events"]) == 2
    assert {one["name"]: one["count"] for one in summary(world)} == {"walked": 1, "ran": 1}


def test_pages_follow_an_address_and_hold_every_event_once(world, person):
    for number in range(7):
        send(world, world.clock.now - number // 2, name=f"walk-{number}")
    names, page = [], listed(world, per_page=3)
    while True:
        names += [event["event_name"] for event in page["events"]]
        if "next" not in page["pages"]:
            break
        parts = urlsplit(page["pages"]["next"])
        assert "before=" in parts.query
        page = world.get(f"{parts.path}?{parts.query}")
    assert sorted(names) == [f"walk-{number}" for number in range(7)]


def test_old_events_are_counted_but_not_listed(world, person):
    send(world, world.clock.now - 91 * DAY)
    send(world, world.clock.now - 89 * DAY)
    assert len(listed(world)["events"]) == 1
    (count,) = summary(world)
    assert count["count"] == 2
    assert count["first"] < count["last"]
    assert count["first"].endswith("+00:00")


def test_events_since_a_time_can_be_asked_for(world, person):
    send(world, world.clock.now - 60)
    send(world, world.clock.now)
    since = (int(world.clock.now) - 30) * 1000
    assert len(listed(world, since=since)["events"]) == 1
    for wrong in ("soon", "17000000000000"):
        refused = world.refusal("GET", f"/events?type=user&user_id=does&since={wrong}")
        assert refused[0] == 400


def test_only_ten_members_of_the_metadata_are_kept(world, person):
    send(world, world.clock.now, metadata={f"k{number}": number for number in range(12)})
    assert list(listed(world)["events"][0]["metadata"]) == [f"k{number}" for number in range(10)]


def test_links_money_and_dates_are_all_the_depth_there_is(world, person):
    rich = {
        "article": {"url": "https://a.example", "value": "A"},
        "price": {"amount": 34_999, "currency": "eur"},
        "due_date": 1_700_000_000,
    }
    send(world, world.clock.now, metadata=rich)
    assert listed(world)["events"][0]["metadata"] == rich
    good = {"event_name": "x", "created_at": int(world.clock.now), "user_id": "does"}
    for wrong in (
        {"a": {"b": 1}},
        {"a": [1]},
        {"a": True},
        {"a": None},
        {"due_date": "tomorrow"},
        {"price": {"amount": -1, "currency": "eur"}},
        {"price": {"amount": 1, "currency": "euro"}},
        {"article": {"url": "a.example", "value": "A"}},
        [],
    ):
        assert world.refusal("POST", "/events", {**good, "metadata": wrong})[0] == 400, wrong


def test_events_without_a_name_a_time_or_a_person_are_refused(world, person):
    good = {"event_name": "x", "created_at": int(world.clock.now), "user_id": "does"}
    for name in good:
        body = {key: value for key, value in good.items() if key != name}
        assert world.refusal("POST", "/events", body)[:2] == (400, "parameter_not_found")
    assert world.refusal("POST", "/events", {**good, "created_at": 1_700_000_000_000})[0] == 400
    nobody = {**good, "user_id": "nobody"}
    assert world.refusal("POST", "/events", nobody)[:2] == (404, "not_found")


def test_a_list_needs_the_type_and_one_person(world, person):
    for query, status in (
        ("user_id=does", 400),
        ("type=lead&user_id=does", 400),
        ("type=user", 400),
        ("type=user&user_id=does&email=does%40new.test", 400),
        ("type=user&user_id=nobody", 404),
        ("type=user&user_id=does&per_page=151", 400),
    ):
        assert world.refusal("GET", f"/events?{query}")[0] == status, query


def test_a_summary_is_overwritten_and_counts_on(world, person):
    now = int(world.clock.now)
    given = {"event_name": "walked", "count": 40, "first": now - DAY, "last": now - 60}
    body = {"user_id": "does", "event_summaries": given}
    for _ in range(2):
        answer = world.ask("POST", "/events/summaries", body)
        assert (answer.status, answer.body) == (200, b"")
    send(world, now)
    assert [one["count"] for one in summary(world)] == [41]
    for wrong in (
        {},
        {"user_id": "does"},
        {**body, "event_summaries": {**given, "count": -1}},
        {**body, "event_summaries": {**given, "first": now, "last": 1}},
        {**body, "event_summaries": {"event_name": "x"}},
    ):
        assert world.refusal("POST", "/events/summaries", wrong)[0] == 400, wrong
    nobody = {**body, "user_id": "nobody"}
    assert world.refusal("POST", "/events/summaries", nobody)[0] == 404


def test_the_seed_has_more_events_than_a_page_holds(world):
    first = world.sandbox.store.value(
        "SELECT id FROM contacts WHERE state = 'live' AND role = 'user' ORDER BY seq"
    )
    page = world.get(f"/events?type=user&intercom_user_id={first}")
    assert len(page["events"]) == 50
    assert "next" in page["pages"]
