"""The seeded conversations: forty of them, in every state, with what is around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.conversations import conversation_thread as thread
from intercom_cli.sandbox.conversations.conversation_attributes import add
from intercom_cli.sandbox.conversations.conversation_thread import (
    KIND,
    admin_author,
    contact_author,
)
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.rich_text import html, paragraphs
from intercom_cli.sandbox.seeding.asides import add_asides
from intercom_cli.sandbox.seeding.talk import (
    ATTRIBUTES,
    LAST_WORDS,
    NOTES,
    PRIORITIES,
    REMARKS,
    TITLES,
    TOPICS,
)
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.workspace import APP_CREATED_AT

COUNT = 40
LONG = 7  # the number of the conversation that does not end
LONG_PARTS = 32
SHARED = "9"  # the conversation that two contacts are in
STEP = 900
DAY = 86_400
TAGS = 15


@dataclass(slots=True)
class Scene:
    """One conversation while it is made: who talks, and what time it is."""

    store: Store
    number: int
    contact: Any
    admins: list[Record]
    time: int

    def tick(self) -> int:
        """The time of the next event."""
        self.time += STEP
        return self.time

    @property
    def admin(self) -> Record:
        """The admin who takes care."""
        return self.admins[self.number % len(self.admins)]

    @property
    def topic(self) -> tuple[str, str, str, str]:
        """What is talked about."""
        return TOPICS[self.number % len(TOPICS)]


def nth(number: int, step: int, rest: int = 0) -> bool:
    """Whether a conversation is one of every so many."""
    return number % step == rest


def seed(store: Store, today: int) -> None:
    """Fill in attributes and conversations; without contacts nobody talks."""
    add_attributes(store)
    sql = "SELECT * FROM contacts WHERE state = 'live' ORDER BY seq LIMIT ?"
    contacts = store.rows(sql, (COUNT,))
    if not contacts:
        return
    admins = [admin_author(row) for row in store.rows("SELECT * FROM admins ORDER BY id")]
    for number in range(1, COUNT + 1):
        contact = contacts[number % len(contacts)]
        begun = today - (COUNT + 1 - number) * DAY * 3 // 2 + (number * 577) % (DAY // 4)
        play(Scene(store, number, contact, admins, begun), today)
    add_asides(store, today, admins)
    add_guest(store, contacts, admins[0])


def add_guest(store: Store, contacts: list[Any], admin: Record) -> None:
    """Let a second contact take part in one of the conversations."""
    record = documents.get(store, KIND, SHARED)
    if record is None or len(contacts) < int(SHARED):
        return
    guest = contacts[int(SHARED) - 1]["id"]
    record["contact_ids"].append(guest)
    thread.append(store, record, "participant_added", admin, record["updated_at"] + STEP)
    documents.save(store, KIND, record)


def add_attributes(store: Store) -> None:
    """Add an attribute of each type, and one that is archived."""
    for name, kind, description, own in ATTRIBUTES:
        given: dict[str, Any] = {"name": name, "description": description, **own}
        if "options" in given:
            given["options"] = [option(name, label) for label in given["options"]]
        record = add(store, kind, given, APP_CREATED_AT)
        if name.startswith("old_"):
            documents.save(store, record["type"], {**record, "archived": True})


def option(name: str, label: str) -> Record:
    """An option of a list, whose id is the same each time."""
    return {"id": str(uuid5(NAMESPACE_URL, f"{name}/{label}")), "label": label, "archived": False}


def play(scene: Scene, today: int) -> None:
    """Make one conversation from its first word to its state of today."""
    record = begin(scene)
    if scene.number % 4:
        talk(scene, record)
    if scene.number == LONG:
        talk_on(scene, record)
    decorate(scene, record)
    end(scene, record, today)
    documents.save(scene.store, KIND, record)


def begin(scene: Scene) -> Record:
    """The first message: mostly a contact's, at times an admin's; in the Messenger or by mail."""
    by_admin, by_mail = nth(scene.number, 8, 1), nth(scene.number, 5, 2)
    subject, question, *_ = scene.topic
    source: Record = {
        "type": "email" if by_mail else "conversation",
        "id": documents.next_id(scene.store, "message"),
        "delivered_as": "admin_initiated" if by_admin else "customer_initiated",
        "subject": f"<p>{subject}</p>" if by_mail else "",
        "body": paragraphs(question),
        "author": scene.admin if by_admin else contact_author(scene.contact),
        "attachments": [picture()] if nth(scene.number, 10, 3) else [],
        "url": None if by_mail or by_admin else "https://app.harborlights.test/lamps",
        "redacted": False,
    }
    if by_mail:
        address = "support@harborlights.test"
        source["recipients"] = [{"type": "to", "email": address, "drop_reason": None}]
        source["reply_to"] = [{"email": address, "name": "Harbor Lights"}]
    return thread.start(scene.store, source, [scene.contact["id"]], scene.time)


def picture() -> Record:
    """A picture that hangs on a message."""
    url = "https://downloads.sandbox.example/screenshot.png"
    size = {"filesize": 48_213, "width": 800, "height": 600}
    kind = "image/png"
    return {"type": "upload", "name": "screenshot.png", "url": url, "content_type": kind, **size}


def talk(scene: Scene, record: Record) -> None:
    """Assign, note, answer, and answer back."""
    store, number = scene.store, scene.number
    to = {"type": "admin", "id": scene.admin["id"]}
    thread.assign(store, record, scene.admins[0], scene.tick(), to)
    if nth(number, 3):
        team = {"type": "team", "id": str(number % 2 + 1)}
        thread.assign(store, record, scene.admin, scene.tick(), team)
    if nth(number, 3, 1):
        note = html(NOTES[number % len(NOTES)])
        thread.append(store, record, "note", scene.admin, scene.tick(), body=note)
    if nth(number, 9):
        answered_by_fin(scene, record)
    _, _, answer, thanks = scene.topic
    thread.admin_says(store, record, scene.admin, scene.tick(), body=answer)
    if number % 2:
        said = paragraphs(thanks)
        author = contact_author(scene.contact)
        thread.contact_says(store, record, author, scene.tick(), body=said)


def answered_by_fin(scene: Scene, record: Record) -> None:
    """Let Fin have a try first."""
    author = {**thread.FIN, "from_ai_agent": True, "is_ai_answer": True}
    body = html("I found an article that may help.")
    thread.append(scene.store, record, "comment", author, scene.tick(), body=body)
    source = {
        "content_type": "article",
        "url": "https://help.harborlights.test/articles/1",
        "title": "How to begin",
        "locale": "en",
    }
    record["ai_agent"] = {
        "source_type": "workflow",
        "source_title": "Answer first",
        "last_answer_type": "ai_answer",
        "resolution_state": "escalated" if scene.number % 2 else "assumed_resolution",
        "rating": 4,
        "rating_remark": "Very helpful",
        "created_at": scene.time,
        "updated_at": scene.time,
        "content_sources": {
            "type": "content_source.list",
            "total_count": 1,
            "content_sources": [source],
        },
    }


def talk_on(scene: Scene, record: Record) -> None:
    """Talk for long."""
    for turn in range(LONG_PARTS):
        if turn % 2:
            author = contact_author(scene.contact)
            body = f"<p>Still the same, try number {turn}.</p>"
            thread.contact_says(scene.store, record, author, scene.tick(), body=body)
        else:
            body = f"<p>Please try step {turn} of the guide.</p>"
            thread.admin_says(scene.store, record, scene.admin, scene.tick(), body=body)


def decorate(scene: Scene, record: Record) -> None:
    """Add what hangs on a conversation: tags, a company, attributes, how urgent it is."""
    store, number = scene.store, scene.number
    by = {"type": "admin", "id": scene.admin["id"]}
    if nth(number, 3):
        tags = {str(number % TAGS + 1), str(number * 7 % TAGS + 1)}
        applied = {"applied_at": scene.time, "applied_by": by}
        record["tags"] = [{"id": one, **applied} for one in sorted(tags, key=int)]
    if nth(number, 4, 2):
        sql = (
            "SELECT c.id FROM contact_companies k JOIN companies c ON c.seq = k.company"
            " WHERE k.contact = ? AND c.state = 'live' ORDER BY c.seq"
        )
        record["company_id"] = store.value(sql, (scene.contact["seq"],))
    if nth(number, 5):
        values = {"issue_type": "Billing", "seats_affected": number, "is_outage": nth(number, 2)}
        record["custom_attributes"] = values
    record["title"] = TITLES[number % len(TITLES)]
    record["priority"] = PRIORITIES[number % len(PRIORITIES)]
    record["read"] = nth(number, 2)
    if nth(number, 6, 1):
        status = ("hit", "missed", "active")[number % 3]
        record["sla_applied"] = {
            "type": "conversation_sla_summary",
            "sla_name": "First answer in two hours",
            "sla_status": status,
        }


def end(scene: Scene, record: Record, today: int) -> None:
    """Bring a conversation to its state: open, closed and perhaps rated, or put off."""
    number, store, admin = scene.number, scene.store, scene.admin
    if number % 5 in (0, 3):
        last = LAST_WORDS[number % len(LAST_WORDS)]
        thread.close(store, record, admin, scene.tick(), body=last and html(last))
        if number % 2:
            rate(scene, record)
    elif nth(number, 10, 4):
        thread.snooze(store, record, admin, scene.tick(), today + (number + 1) * DAY)


def rate(scene: Scene, record: Record) -> None:
    """Have the contact say how it was."""
    contact = {"type": "contact", "id": scene.contact["id"]}
    rating: Record = {
        "rating": scene.number % 5 + 1,
        "created_at": scene.time,
        "updated_at": scene.time + STEP,
        "contact": {**contact, "external_id": scene.contact["external_id"]},
        "teammate": {"type": "admin", "id": scene.admin["id"]},
    }
    remark = REMARKS[scene.number % len(REMARKS)]
    record["conversation_rating"] = {**rating, "remark": remark} if remark else rating
