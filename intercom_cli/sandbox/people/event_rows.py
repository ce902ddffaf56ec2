"""Events as records: each one once, and a count of every name a contact has."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.store import Store

KIND = "event"
SUMMARY = "event_summary"
DAY = 86_400
SECOND = 1000
NAMES = ("signed-in", "invited-teammate", "exported-report", "paid-invoice", "opened-ticket")
SEEDED = 6


def add(store: Store, contact: str, name: str, moment: int, kept: dict[str, Any]) -> Record | None:
    """Keep an event, unless the contact has one of the same name and second."""
    sql = "json_extract(body, '$.created_at') = ?"
    same = documents.every(store, Query(KIND, parent=contact, sql=sql, values=(moment,)))
    if any(one["event_name"] == name for one in same):
        return None
    # Within a second events are told apart by their order, which pages are cut by.
    at = moment * SECOND + min(len(same), SECOND - 1)
    record = {"event_name": name, "created_at": moment, "metadata": kept, "at": at}
    record["contact"] = contact
    count(store, contact, name, moment)
    return documents.add(store, KIND, record, parent=contact)


def count(store: Store, contact: str, name: str, moment: int) -> None:
    """Count one more event of a name."""
    before = documents.get(store, SUMMARY, key(contact, name))
    if before is None:
        overwrite(store, contact, {"event_name": name, "count": 1, "first": moment, "last": moment})
        return
    before["count"] += 1
    before |= {"first": min(before["first"], moment), "last": max(before["last"], moment)}
    documents.save(store, SUMMARY, before)


def overwrite(store: Store, contact: str, wanted: Record) -> None:
    """Set the count of a name, whatever it was."""
    record = {"id": key(contact, wanted["event_name"]), **wanted}
    if documents.get(store, SUMMARY, record["id"]) is None:
        documents.add(store, SUMMARY, record, parent=contact)
    else:
        documents.save(store, SUMMARY, record)


def key(contact: str, name: str) -> str:
    """The id of a count."""
    return f"{contact}:{name}"


def shape(record: Record) -> dict[str, Any]:
    """An event as JSON, without the names of its contact."""
    return {
        "type": KIND,
        "id": f"{record['at']:x}-{record['id']}",
        "event_name": record["event_name"],
        "created_at": record["created_at"],
        "intercom_user_id": record["contact"],
        "metadata": record["metadata"],
    }


def counted(record: Record) -> dict[str, Any]:
    """A count as JSON; its times are written out."""
    return {
        "name": record["event_name"],
        "first": written(record["first"]),
        "last": written(record["last"]),
        "count": record["count"],
        "description": record["event_name"].replace("-", " ").capitalize(),
    }


def written(moment: int) -> str:
    """A time as text, to the millisecond and with its zone."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")


def seed(store: Store, today: int) -> None:
    """Add events of a few contacts: some today, some months ago, and more than a page of one."""
    sql = "SELECT id FROM contacts WHERE state = 'live' AND role = 'user' ORDER BY seq LIMIT ?"
    for place, row in enumerate(store.rows(sql, (SEEDED,))):
        for number in range(60 if place == 0 else 5):
            name = NAMES[(place + number) % len(NAMES)]
            moment = today - number * DAY * (1 if place == 0 else 20) - 3_600 * (place + 1)
            kept: Record = {"source": "desktop", "load": 3.67}
            if name == "paid-invoice":
                kept = {"price": {"amount": 34_999, "currency": "eur"}, "due_date": moment}
            add(store, row["id"], name, moment, kept)
