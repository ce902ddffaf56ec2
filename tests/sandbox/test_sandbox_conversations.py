"""Conversations: what happens in them, and what follows from it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from conftest import NOON, Clock

ME = "991267459"
OTHER = "991267460"
DAY = 86_400
ADMIN = {"type": "admin", "admin_id": ME}


@pytest.fixture
def person(world):
    return world.post("/contacts", {"role": "user", "email": "talks@new.test"})["id"]


@pytest.fixture
def talk(world, person):
    body = {"from": {"type": "user", "id": person}, "body": "Is <b>this</b> & that right?"}
    return world.post("/conversations", body)["conversation_id"]


def say(world, talk, text="Yes.", **more):
    body = {**ADMIN, "message_type": "comment", "body": text, **more}
    return world.post(f"/conversations/{talk}/reply", body)


def ask_again(world, talk, person, text="And now?", **more):
    body = {"type": "user", "intercom_user_id": person, "message_type": "comment", "body": text}
    return world.post(f"/conversations/{talk}/reply", {**body, **more})


def manage(world, talk, kind, **more):
    body = {**ADMIN, "message_type": kind, **more}
    return world.post(f"/conversations/{talk}/parts", body)


def last(shown):
    return shown["conversation_parts"]["conversation_parts"][-1]


def everything(world, target, rows="conversations"):
    found, cursor = [], ""
    while True:
        page = world.get(f"{target}&starting_after={quote(cursor, safe='')}")
        found += page[rows]
        following = page["pages"].get("next")
        if following is None:
            return found
        cursor = following["starting_after"]


def test_the_seeded_conversations_are_forty_in_every_state(world):
    found = everything(world, "/conversations?per_page=7")
    assert [row["id"] for row in found] == list(dict.fromkeys(row["id"] for row in found))
    assert sorted(int(row["id"]) for row in found) == list(range(1, 41))
    assert {row["state"] for row in found} == {"open", "closed", "snoozed"}
    assert {row["priority"] for row in found} == {"none", "low", "medium", "high", "urgent"}
    assert all("conversation_parts" not in row for row in found)
    times = [row["updated_at"] for row in found]
    assert times == sorted(times, reverse=True)
    assert times[0] <= NOON


def test_some_seeded_conversations_have_what_is_rare(world):
    shown = [world.get(f"/conversations/{number}") for number in range(1, 41)]
    parts = [one["conversation_parts"]["conversation_parts"] for one in shown]
    assert max(len(some) for some in parts) > 30
    kinds = {part["part_type"] for some in parts for part in some}
    assert {"comment", "note", "assignment", "close", "snoozed"} <= kinds
    authors = {part["author"]["type"] for some in parts for part in some}
    assert {"admin", "bot"} < authors
    assert [one for one in shown if one.get("company")]
    assert [one for one in shown if one["conversation_rating"]]
    assert [one for one in shown if one["ai_agent"]]
    assert [one for one in shown if one["source"]["type"] == "email"]
    assert [one for one in shown if one["source"]["attachments"]]


def test_without_contacts_nobody_talks(make_world):
    empty = make_world(contacts=0)
    assert empty.get("/conversations")["total_count"] == 0
    assert empty.get("/conversations/attributes")["data"]


def test_a_contact_begins_a_conversation_in_plain_text(world, person):
    body = {"from": {"type": "user", "id": person}, "body": "Is <b>this</b> & that right?"}
    made = world.post("/conversations", body)
    assert made["body"] == body["body"]
    shown = world.get(f"/conversations/{made['conversation_id']}")
    assert shown["source"]["id"] == made["id"]
    assert shown["source"]["body"] == "<p>Is &lt;b&gt;this&lt;/b&gt; &amp; that right?</p>"
    assert (shown["state"], shown["waiting_since"]) == ("open", NOON)
    assert shown["first_contact_reply"]["created_at"] == NOON
    assert shown["admin_assignee_id"] == shown["team_assignee_id"] == 0
    assert world.get(f"/contacts/{person}")["last_replied_at"] == NOON


@pytest.mark.parametrize(
    "wrong",
    [
        {"body": ""},
        {"body": None},
        {"from": None},
        {"from": {"type": "admin", "id": ME}},
        {"created_at": NOON + 60},
        {"attachment_urls": ["ftp://x.test/a"]},
        {"attachment_urls": ["https://x.test/a"] * 11},
    ],
)
def test_a_beginning_that_is_wrong_is_refused(world, person, wrong):
    body = {"from": {"type": "user", "id": person}, "body": "Hello", **wrong}
    assert world.refusal("POST", "/conversations", body)[0] == 400


def test_an_answer_ends_the_wait_and_a_question_begins_it_anew(world, talk, person):
    world.clock.now += 100
    shown = say(world, talk)
    assert (shown["waiting_since"], shown["updated_at"]) == (None, NOON + 100)
    assert shown["statistics"]["time_to_admin_reply"] == 100
    assert shown["teammates"]["teammates"] == [{"type": "admin", "id": ME}]
    world.clock.now += 100
    shown = ask_again(world, talk, person)
    assert shown["waiting_since"] == NOON + 200
    assert last(shown)["part_type"] == "comment"
    assert shown["statistics"]["count_conversation_parts"] == 3


def test_a_closed_conversation_opens_when_the_contact_answers_and_not_by_a_note(
    world, talk, person
):
    shown = manage(world, talk, "close", body="Bye")
    assert (shown["open"], shown["state"], last(shown)["body"]) == (False, "closed", "<p>Bye</p>")
    assert shown["statistics"]["last_closed_by_id"] == ME
    note = world.post(
        f"/conversations/{talk}/reply", {**ADMIN, "message_type": "note", "body": "Hm"}
    )
    assert (note["state"], last(note)["part_type"]) == ("closed", "note")
    shown = ask_again(world, talk, person)
    assert (shown["state"], last(shown)["part_type"]) == ("open", "open")
    assert shown["statistics"]["count_reopens"] == 1


def test_what_is_put_off_opens_by_the_clock_and_search_knows(world, talk):
    until = NOON + DAY
    shown = manage(world, talk, "snoozed", snoozed_until=until)
    assert (shown["state"], shown["open"], shown["snoozed_until"]) == ("snoozed", True, until)
    query = {
        "operator": "AND",
        "value": [
            {"field": "id", "operator": "=", "value": talk},
            {"field": "state", "operator": "=", "value": "snoozed"},
        ],
    }
    search = {"query": query}
    assert world.post("/conversations/search", search)["total_count"] == 1
    world.clock.now = until
    shown = world.get(f"/conversations/{talk}")
    assert (shown["state"], shown["snoozed_until"]) == ("open", None)
    assert world.post("/conversations/search", search)["total_count"] == 0
    past = {**ADMIN, "message_type": "snoozed", "snoozed_until": until}
    assert world.refusal("POST", f"/conversations/{talk}/parts", past)[0] == 400


def test_a_conversation_has_an_admin_and_a_team_and_zero_is_nobody(world, talk):
    shown = manage(world, talk, "assignment", assignee_id=OTHER)
    assert last(shown)["assigned_to"] == {"type": "admin", "id": OTHER}
    shown = manage(world, talk, "assignment", type="team", assignee_id="2")
    assert (shown["admin_assignee_id"], shown["team_assignee_id"]) == (int(OTHER), 2)
    manage(world, talk, "close")
    shown = manage(world, talk, "assignment", assignee_id="0")
    assert (shown["admin_assignee_id"], shown["state"]) == (0, "open")
    assert last(shown)["part_type"] == "assign_and_reopen"
    for kind, nobody in (("admin", "5"), ("team", "99")):
        body = {**ADMIN, "message_type": "assignment", "type": kind, "assignee_id": nobody}
        assert world.refusal("POST", f"/conversations/{talk}/parts", body)[0] == 404


def test_the_last_conversation_is_the_contacts_own(world, talk, person):
    world.clock.now += 5
    say(world, "7")
    assert ask_again(world, "last", person)["id"] == talk


@pytest.mark.parametrize(
    "wrong",
    [
        {"message_type": "note", "type": "user", "email": "talks@new.test"},
        {"message_type": "shout"},
        {"body": " "},
        {"message_type": "quick_reply"},
        {"reply_options": [{"text": "Yes", "uuid": "1"}]},
        {"attachment_files": [{"name": "a", "content_type": "text/plain", "data": "?"}]},
        {"admin_id": None},
    ],
)
def test_an_answer_that_is_wrong_is_refused(world, talk, wrong):
    body = {**ADMIN, "message_type": "comment", "body": "x", **wrong}
    assert world.refusal("POST", f"/conversations/{talk}/reply", body)[0] == 400


def test_only_who_takes_part_can_answer(world, talk):
    stranger = world.post("/contacts", {"role": "lead"})["id"]
    body = {"type": "user", "intercom_user_id": stranger, "message_type": "comment", "body": "x"}
    assert world.refusal("POST", f"/conversations/{talk}/reply", body)[0] == 404


def test_html_is_kept_where_it_is_harmless_and_shown_as_text_on_request(world, talk):
    text = (
        '<html><body><script>x()</script><p onclick="x()">See <a href="https://a.test/b">this</a>'
        '<a href="javascript:x()">that</a></p><ul><li>Tea</li></ul></body></html>'
    )
    part = last(say(world, talk, text))
    assert part["body"] == (
        '<p>See <a href="https://a.test/b">this</a><a>that</a></p><ul><li>Tea</li></ul>'
    )
    plain = world.get(f"/conversations/{talk}?display_as=plaintext")
    assert last(plain)["body"] == "See this (https://a.test/b)that\n- Tea"
    assert plain["source"]["body"] == "Is <b>this</b> & that right?"


def test_the_latest_five_hundred_parts_are_shown(world, talk):
    for number in range(505):
        say(world, talk, f"Number {number}")
    shown = world.get(f"/conversations/{talk}")
    parts = shown["conversation_parts"]["conversation_parts"]
    assert len(parts) == shown["conversation_parts"]["total_count"] == 500
    assert (parts[0]["body"], parts[-1]["body"]) == ("<p>Number 5</p>", "<p>Number 504</p>")
    assert shown["statistics"]["count_conversation_parts"] == 506


def test_attributes_must_exist_and_fit_their_type(world, talk):
    place = f"/conversations/{talk}"
    shown = world.put(place, {"custom_attributes": {"issue_type": "Bug", "seats_affected": 3}})
    assert shown["custom_attributes"] == {"issue_type": "Bug", "seats_affected": 3}
    assert last(shown)["event_details"]["value"] == {"name": "3", "previous": None}
    gone = world.put(place, {"custom_attributes": {"issue_type": None}})
    assert gone["custom_attributes"] == {"seats_affected": 3}
    for name, value in (
        ("issue_type", "Nonsense"),
        ("seats_affected", "3"),
        ("is_outage", 1),
        ("nothing", "x"),
        ("old_channel", "x"),
        ("screenshots", "x"),
        ("order", ["999"]),
        ("order", "1"),
    ):
        body = {"custom_attributes": {name: value}}
        assert world.refusal("PUT", place, body)[:2] == (400, "parameter_invalid"), name


def test_older_versions_say_null_and_priority(world, talk):
    new, old = (
        world.get(f"/conversations/{talk}", intercom_version=one) for one in ("2.16", "2.15")
    )
    assert (new["admin_assignee_id"], old["admin_assignee_id"]) == (0, None)
    assert (new["priority"], old["priority"]) == ("none", "not_priority")
    with_company = next(n for n in range(1, 41) if world.get(f"/conversations/{n}").get("company"))
    oldest = world.get(f"/conversations/{with_company}", intercom_version="2.14")
    assert "company" not in oldest


def test_the_same_day_and_seed_make_the_same_conversations(make_world):
    first, second = (make_world(Clock()) for _ in range(2))
    for target in ("/conversations?per_page=150", "/conversations/7", "/conversations/attributes"):
        assert first.get(target) == second.get(target)
