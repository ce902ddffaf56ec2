"""Receipts: who was sent which outbound content when, and what came of it."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.store import Store

KIND = "receipt"
RECEIVED = "json_extract(body, '$.received_at')"
DAY = 86_400
PEOPLE = 60

# What was sent: its kind, id, title, and how many days ago.
SENT = (
    ("email", "201", "Autumn news", 20),
    ("chat", "202", "Welcome aboard", 10),
    ("email", "203", "Your invoice is ready", 3),
)


def seed(store: Store, today: int) -> None:
    """Add what the first contacts were sent, most of it opened and some of it clicked."""
    people = store.rows(
        "SELECT id, external_id, email, name FROM contacts"
        " WHERE state = 'live' AND created_at < ? ORDER BY seq LIMIT ?",
        (today - 21 * DAY, PEOPLE),
    )
    for kind, content, title, ago in SENT:
        for number, person in enumerate(people):
            sent = today - ago * DAY + 36_000 + number
            receipt = add(store, person, kind, content, title, sent)
            for every, event in ((2, "first_open"), (6, "first_click"), (31, "first_unsubscribe")):
                if number % every == every - 1:
                    mark(store, receipt["id"], event, sent + 600 * every)


def add(store: Store, contact: Any, kind: str, content: str, title: str, moment: int) -> Record:
    """Write down that a contact was sent something."""
    receipt = {
        "user_id": contact["id"],
        "user_external_id": contact["external_id"],
        "email": contact["email"],
        "name": contact["name"],
        "content_type": kind,
        "content_id": content,
        "content_title": title,
        "received_at": moment,
    }
    return documents.add(store, KIND, receipt)


def mark(store: Store, identifier: str, event: str, moment: int) -> None:
    """Write down what a contact did with it."""
    receipt = documents.get(store, KIND, identifier)
    if receipt is not None:
        documents.save(store, KIND, {**receipt, event: moment})


def between(after: int, before: int) -> Query:
    """The receipts of what was sent from one time to another, both included."""
    sql = f"{RECEIVED} BETWEEN ? AND ?"
    return Query(KIND, sql=sql, values=(after, before), order=RECEIVED)
