"""The sandbox sends webhooks: each change once, signed, in order, as Intercom's rules have it."""

from __future__ import annotations

import hmac
import json
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from front_door import TOKEN, FrontDoor
from real_process import process, served
from webhook_receiver import Receiver, receiving

from intercom_cli.events.topics import TOPICS
from intercom_cli.sandbox import webhooks
from intercom_cli.sandbox.options import CLIENT_SECRET
from intercom_cli.sandbox.webhooks.delivery import Delivery, Target
from intercom_cli.sandbox.webhooks.sender import Sender

MINUTE = 0.2
RUTH = "991267459"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


@pytest.fixture
def told() -> list[str]:
    """What the sandbox told about its deliveries."""
    return []


@pytest.fixture
def telling(world: Any, receiver: Receiver, told: list[str]) -> Iterator[Callable[..., Any]]:
    """A workspace that tells the receiver of its changes."""
    made: list[Delivery] = []

    def start(wants: Callable[[str], bool] = lambda _: True) -> Any:
        target = Target(receiver.url, CLIENT_SECRET, minute=MINUTE)
        made.append(Delivery(target, log=told.append, worry=told.append))
        sender = Sender(made[-1], wants)
        world.sandbox.notify(sender)
        sender.begin(world.clock())
        return world

    yield start
    for delivery in made:
        delivery.close()


def test_the_address_is_asked_for_with_head_and_pinged(telling: Any, receiver: Receiver) -> None:
    telling()
    receiver.wait(lambda: receiver.bodies)
    assert receiver.heads == 1
    assert receiver.seen[0]["topic"] == "ping"


def test_an_envelope_is_whole_and_signed_over_its_bytes(telling: Any, receiver: Receiver) -> None:
    world = telling()
    made = world.post("/contacts", {"role": "user", "email": "jo@acme.test", "name": "Jo ☂"})
    receiver.wait_for("contact.user.created")
    body, headers = receiver.bodies[-1], receiver.headers[-1]
    signed = hmac.new(CLIENT_SECRET.encode(), body, "sha1").hexdigest()
    assert headers["x-hub-signature"] == f"sha1={signed}"
    assert headers["content-type"].startswith("application/json")
    envelope = receiver.seen[-1]
    assert envelope["data"] == {"type": "notification_event_data", "item": made}
    assert envelope["id"].startswith("notif_")
    assert {key: envelope[key] for key in ("type", "self", "topic", "delivery_attempts")} == {
        "type": "notification_event",
        "self": None,
        "topic": "contact.user.created",
        "delivery_attempts": 1,
    }
    assert envelope["created_at"] == int(world.clock())


def contact_of(world: Any, **fields: Any) -> Any:
    return world.post("/contacts", {"role": "lead", "name": "Lea", **fields})["id"]


def test_a_contact_is_told_of_from_its_first_day_to_its_last(
    telling: Any, receiver: Receiver
) -> None:
    world = telling()
    lea = contact_of(world)
    world.put(f"/contacts/{lea}", {"name": "Lea B."})
    world.put(f"/contacts/{lea}", {"name": "Lea B."})  # nothing is another now
    world.put(f"/contacts/{lea}", {"email": "lea@acme.test"})
    world.post(f"/contacts/{lea}/tags", {"id": "1"})
    world.delete(f"/contacts/{lea}/tags/1")
    world.put(f"/contacts/{lea}", {"role": "user", "unsubscribed_from_emails": True})
    world.post(f"/contacts/{lea}/archive")
    world.post(f"/contacts/{lea}/unarchive")
    world.delete(f"/contacts/{lea}")
    receiver.wait_for(
        "contact.lead.created",
        "contact.lead.updated",
        "contact.lead.updated",
        "contact.lead.added_email",
        "contact.lead.tag.created",
        "contact.lead.tag.deleted",
        "contact.user.updated",
        "contact.lead.signed_up",
        "contact.unsubscribed",
        "contact.archived",
        "contact.unarchive",
        "contact.deleted",
    )
    tagged = receiver.item("contact.lead.tag.created")
    assert (tagged["type"], tagged["tag"]["id"]) == ("contact_tag", "1")
    assert tagged["contact"]["id"] == lea
    gone = {"type": "contact", "id": lea, "external_id": None, "deleted": True}
    assert receiver.item("contact.deleted") == gone


def test_a_merge_says_who_went_into_whom(telling: Any, receiver: Receiver) -> None:
    world = telling()
    lead = contact_of(world, email="two@acme.test")
    user = world.post("/contacts", {"role": "user", "email": "two@acme.test"})["id"]
    world.post("/contacts/merge", {"from": lead, "into": user})
    item = receiver.item("contact.merged")
    assert (item["id"], item["merged_from"]["id"]) == (user, lead)
    assert receiver.topics[2:] == ["contact.merged"]


def test_companies_are_told_of_with_who_comes_and_goes(telling: Any, receiver: Receiver) -> None:
    world = telling()
    made = world.post("/companies", {"company_id": "acme-9", "name": "Acme"})
    world.post("/companies", {"company_id": "acme-9", "name": "Acme Ltd"})
    lea = contact_of(world)
    world.post(f"/contacts/{lea}/companies", {"id": made["id"]})
    world.delete(f"/contacts/{lea}/companies/{made['id']}")
    whole = world.get(f"/companies/{made['id']}")
    world.delete(f"/companies/{made['id']}")
    receiver.wait_for(
        "company.created",
        "company.updated",
        "contact.lead.created",
        "company.contact.attached",
        "company.contact.detached",
        "company.deleted",
    )
    assert receiver.item("company.updated") == {**whole, "name": "Acme Ltd"}
    assert receiver.item("company.contact.attached")["contact"]["id"] == lea


def test_each_part_of_a_conversation_has_its_topic(telling: Any, receiver: Receiver) -> None:
    world = telling()
    lea = contact_of(world)
    begun = {"from": {"type": "lead", "id": lea}, "body": "Hello"}
    one = world.post("/conversations", begun)["conversation_id"]
    admin = {"type": "admin", "admin_id": RUTH}

    def part(message_type: str, **more: Any) -> None:
        world.post(f"/conversations/{one}/parts", {**admin, "message_type": message_type, **more})

    def says(message_type: str) -> None:
        sent = {**admin, "message_type": message_type, "body": "Yes"}
        world.post(f"/conversations/{one}/reply", sent)

    says("comment")
    says("note")
    part("assignment", assignee_id=RUTH)
    part("snoozed", snoozed_until=int(world.clock()) + 3600)
    part("open")
    part("close")
    part("open")
    by_lea = {"type": "user", "intercom_user_id": lea, "message_type": "comment", "body": "Thanks"}
    world.post(f"/conversations/{one}/reply", by_lea)
    world.put(f"/conversations/{one}", {"read": True})
    world.post(f"/conversations/{one}/tags", {"id": "1", "admin_id": RUTH})
    world.delete(f"/conversations/{one}")
    names = "created replied|replied noted assigned snoozed unsnoozed closed opened|replied"
    first, by_admin, last = (group.split() for group in names.split("|"))
    receiver.wait_for(
        "contact.lead.created",
        f"conversation.user.{first[0]}",
        *(f"conversation.admin.{name}" for name in by_admin),
        f"conversation.user.{last[0]}",
        "conversation.read",
        "conversation_part.tag.created",
        "conversation.deleted",
    )
    replied = receiver.item("conversation.user.replied")
    assert [part["body"] for part in replied["conversation_parts"]["conversation_parts"]] == [
        "<p>Thanks</p>"
    ]
    assert receiver.item("conversation.deleted")["id"] == one


def test_tickets_are_told_of_as_the_api_shows_them(telling: Any, receiver: Receiver) -> None:
    world = telling()
    lea = contact_of(world)
    sent: dict[str, Any] = {"ticket_type_id": "2004", "contacts": [{"id": lea}]}
    sent |= {"ticket_attributes": {"_default_title_": "No sound"}}
    one = world.post("/tickets", sent)["id"]
    world.put(f"/tickets/{one}", {"assignee_id": RUTH, "admin_id": RUTH})
    note = {"type": "admin", "admin_id": RUTH, "message_type": "note", "body": "Looks odd"}
    world.post(f"/tickets/{one}/reply", note)
    world.post(f"/tickets/{one}/reply", {**note, "message_type": "comment"})
    states = world.get("/ticket_states")["data"]
    done = next(state["id"] for state in states if state["category"] == "resolved")
    world.put(f"/tickets/{one}", {"ticket_state_id": done})
    world.put(f"/tickets/{one}", {"open": False})
    receiver.wait_for(
        "contact.lead.created",
        "ticket.created",
        "ticket.admin.assigned",
        "ticket.note.created",
        "ticket.admin.replied",
        "ticket.state.updated",
        "ticket.resolved",
        "ticket.closed",
    )
    assert receiver.item("ticket.resolved")["id"] == one
    assert receiver.item("ticket.closed")["ticket"] == world.get(f"/tickets/{one}")


def test_articles_events_admins_and_snippets_are_told_of(telling: Any, receiver: Receiver) -> None:
    world = telling()
    lea = contact_of(world, email="lea@acme.test")
    made = world.post("/articles", {"title": "Berths", "author_id": int(RUTH)})
    world.put(f"/articles/{made['id']}", {"state": "published"})
    assert receiver.item("article.published") == world.get(f"/articles/{made['id']}")
    world.delete(f"/articles/{made['id']}")
    event = {"event_name": "came-by", "created_at": int(world.clock()), "id": lea}
    assert world.ask("POST", "/events", event).status == 202
    world.put(f"/admins/{RUTH}/away", {"away_mode_enabled": True, "away_mode_reassign": False})
    receiver.wait_for(
        "contact.lead.created",
        "article.created",
        "article.updated",
        "article.published",
        "article.deleted",
        "event.created",
        "admin.away_mode_updated",
        "admin.activity_log_event.created",
    )
    assert receiver.item("event.created")["event_name"] == "came-by"


def test_a_tag_on_many_is_told_of_for_each_and_a_refusal_for_none(
    telling: Any, receiver: Receiver
) -> None:
    world = telling()
    two = [contact_of(world), contact_of(world)]
    assert world.ask("PUT", f"/contacts/{two[0]}", {"owner_id": "nobody"}).status == 400
    world.post("/tags", {"name": "Berth", "users": [{"id": one} for one in two]})
    receiver.wait_for(*["contact.lead.created"] * 2, *["contact.lead.tag.created"] * 2)
    tagged = [one["data"]["item"]["contact"]["id"] for one in receiver.seen[-2:]]
    assert tagged == two


def test_only_what_is_subscribed_to_is_sent(telling: Any, receiver: Receiver) -> None:
    world = telling(lambda topic: topic.startswith("company."))
    contact_of(world)
    world.post("/companies", {"company_id": "acme-9", "name": "Acme"})
    receiver.wait_for("company.created")


def test_nothing_is_told_under_a_topic_that_intercom_does_not_have() -> None:
    words = "".join(file.read_text() for file in Path(webhooks.__file__).parent.glob("*_news.py"))
    whole = set(re.findall(r'"((?:contact|company|conversation|ticket|article)\.[a-z_.]+)"', words))
    assert len(whole) > 20
    assert whole <= set(TOPICS)


# --- receivers that fail -------------------------------------------------------------------------


def test_what_failed_is_sent_once_more_and_later_news_of_it_wait(
    telling: Any, receiver: Receiver
) -> None:
    world = telling()
    lea, max_ = contact_of(world), contact_of(world)
    failed: list[Any] = []

    def once(notification: Any) -> int:
        mine = notification["data"]["item"]["id"] == lea
        if mine and not failed:
            failed.append(notification)
            return 500
        return 200

    receiver.wait_for(*["contact.lead.created"] * 2)
    receiver.status = once
    world.put(f"/contacts/{lea}", {"name": "First"})
    world.put(f"/contacts/{lea}", {"name": "Second"})
    world.put(f"/contacts/{max_}", {"name": "Other"})
    receiver.wait(lambda: len(receiver.topics) == 6)
    names = [one["data"]["item"]["name"] for one in receiver.seen[3:]]
    assert names == ["First", "Other", "First", "Second"]
    again = receiver.seen[5]
    assert (again["id"], again["delivery_attempts"]) == (failed[0]["id"], 2)
    assert again["first_sent_at"] == failed[0]["first_sent_at"]


def test_what_fails_twice_is_given_up_and_told(
    telling: Any, receiver: Receiver, told: list[str]
) -> None:
    world = telling()
    receiver.status = lambda one: 503 if one["topic"] == "contact.lead.created" else 200
    lea = contact_of(world)
    world.put(f"/contacts/{lea}", {"name": "Later"})
    receiver.wait_for("contact.lead.created", "contact.lead.created", "contact.lead.updated")
    assert any("was not taken: 503. It is given up." in line for line in told)


def test_many_failures_pause_everything_and_what_comes_meanwhile_is_dropped(
    telling: Any, receiver: Receiver, told: list[str]
) -> None:
    world = telling()
    receiver.wait(lambda: receiver.bodies)
    receiver.status = lambda _: 500
    for _ in range(10):
        contact_of(world)
    receiver.wait(lambda: any("paused" in line for line in told))
    receiver.status = lambda _: 200
    before = len(receiver.bodies)
    contact_of(world, name="Lost")
    receiver.wait(lambda: any("dropped" in line for line in told))
    assert len(receiver.bodies) == before
    receiver.wait(lambda: contact_of(world) and len(receiver.bodies) > before)


def test_410_ends_it_for_good(telling: Any, receiver: Receiver, told: list[str]) -> None:
    world = telling()
    receiver.wait(lambda: receiver.bodies)
    receiver.status = lambda _: 410
    contact_of(world)
    receiver.wait(lambda: any("410" in line and "off" in line for line in told))
    receiver.status = lambda _: 200
    contact_of(world)
    assert world.sandbox.sender.delivery.close() == 0
    assert receiver.topics == ["contact.lead.created"]


def test_429_slows_everything_down_and_loses_nothing(
    telling: Any, receiver: Receiver, told: list[str]
) -> None:
    world = telling()
    receiver.wait(lambda: receiver.bodies)
    receiver.status = lambda _: 429 if len(receiver.topics) < 2 else 200
    contact_of(world)
    contact_of(world, role="user", email="u@acme.test")
    receiver.wait_for(*["contact.lead.created"] * 3, "contact.user.created")
    assert sum("429" in line and "wait" in line for line in told) == 2


def test_answers_do_not_wait_for_a_receiver_that_hangs(world: Any, told: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        delivery = Delivery(Target(url, CLIENT_SECRET), log=told.append, worry=told.append)
        sender = Sender(delivery, lambda _: True)
        world.sandbox.notify(sender)
        sender.begin(world.clock())
        for _ in range(20):
            contact_of(world)
        assert delivery.close() == 21
    delivery.thread.join(30)
    assert not delivery.thread.is_alive()


def test_a_served_sandbox_sends_webhooks_and_says_what_it_could_not(
    tmp_path: Path, receiver: Receiver
) -> None:
    words = ("--webhook", receiver.url, "--webhook-topics", "contact.created")
    with served(tmp_path / "config", *words, "--webhook-retry", "0.1") as address:
        given = {"INTERCOM_API_BASE_URL": address, "INTERCOM_ACCESS_TOKEN": TOKEN}
        create = ("contacts", "create", "--role", "lead", "--name", "Lea")
        ran = process(tmp_path / "config", *create, stdin=b"", **given)
        assert ran.returncode == 0, ran.stderr
        receiver.wait_for("contact.lead.created")
        assert receiver.item("contact.lead.created") == json.loads(ran.stdout)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--webhook", "ftp://here"), "--webhook http://127.0.0.1"),
        (("--webhook", "http://x:y/"), "--webhook http://127.0.0.1"),
        (("--webhook-topics", "contact.*"), "--webhook URL"),
        (("--webhook", "http://h/", "--webhook-topics", "contact creatd"), "contact.created"),
    ],
)
def test_a_webhook_that_cannot_be_is_refused(
    alone: FrontDoor, words: tuple[str, ...], hint: str
) -> None:
    ran = alone("sandbox", "serve", *words)
    assert ran.code == 2
    assert hint in ran.error["hint"]
