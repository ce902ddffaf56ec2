"""Calls of the seeded workspace: answered, missed, and taken by Fin."""

from __future__ import annotations

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.conversations import calls, fin_voice
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.seeding.words import ADMINS
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.tickets.ticket_numbers import next_number

DAY = 86_400
# Direction, state, why it ended, how long it took, who took it, and whether it was recorded.
CALLS = (
    ("inbound", "completed", "completed", 312, 0, True),
    ("outbound", "completed", "completed", 95, 1, False),
    ("inbound", "missed", "unanswered", 0, 2, False),
    ("inbound", "completed", "completed", 48, None, True),
    ("outbound", "missed", "unanswered", 0, 1, False),
    ("inbound", "completed", "escalated", 1_204, None, False),
)
LINES = (
    ("Hello, this is Harbor Lights. What can I do for you?", "I cannot find my invoice of May."),
    ("Let me look. It is under Settings, Billing.", "There it is. Thank you, goodbye!"),
)


def seed(store: Store, today: int) -> None:
    """Add calls, when there are contacts to call; two are known to Fin Voice as well."""
    sql = "SELECT id FROM contacts WHERE state = 'live' AND role = 'user' ORDER BY seq LIMIT 6"
    people = [row["id"] for row in store.rows(sql)]
    talks = [one["id"] for one in documents.every(store, Query("conversation"), limit=len(CALLS))]
    for place in range(len(CALLS) if people else 0):
        contact = people[place % len(people)]
        talk = talks[place] if place < len(talks) else None
        add(store, place, contact, talk, today - (place + 1) * 2 * DAY + 36_000)
    for place in (3, 5) if people else ():
        known = {"phone_number": number(place), "call_id": f"harbor-{place:04}"}
        registered = today - (place + 1) * 2 * DAY + 35_990
        record = {"source": "aws_connect", "data": None, **known, "created_at": registered}
        fin_voice.add(store, record)


def number(place: int) -> str:
    """The phone number of a call; these are kept for fiction."""
    return f"+1212555010{place}"


def add(store: Store, place: int, contact: str, talk: str | None, began: int) -> None:
    """Add one call."""
    direction, state, reason, seconds, admin, recorded = CALLS[place]
    answered = began + 6 if seconds else None
    ended = began + 6 + seconds if seconds else began + 30
    taken = None if admin is None else ADMINS[admin][0]
    record = {
        "id": next_number(store, calls.KIND),
        "conversation_id": talk,
        "admin_id": taken,
        "contact_id": contact,
        "state": state,
        "initiated_at": began,
        **({} if answered is None else {"answered_at": answered}),
        "ended_at": ended,
        "created_at": began,
        "updated_at": ended + 1,
        "call_type": "phone",
        "direction": direction,
        "ended_reason": reason,
        "phone": number(place),
        "recording": recorded,
        "transcript": lines("Teammate 1" if taken else "Fin") if seconds else [],
    }
    documents.add(store, calls.KIND, record)


def lines(speaker: str) -> list[Record]:
    """What was said, in turns."""
    turns = [
        (who, text) for pair in LINES for who, text in zip((speaker, "User"), pair, strict=True)
    ]
    return [
        {"offset": 3 + place * 6, "speaker": who, "text": text}
        for place, (who, text) in enumerate(turns)
    ]
