"""Tags as rows and as JSON, and how they get on contacts and companies."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox.refusals import Refusal, not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.visit import Visit
from intercom_cli.sandbox.workspace import ME

TABLES = {"contact": "contact_tags", "company": "company_tags"}
DIGITS = 18


def found(store: Store, identifier: str) -> Any:
    """A tag by its id, else 404."""
    row = store.row("SELECT * FROM tags WHERE id = ?", (number(identifier),))
    if row is None:
        raise not_found()
    return row


def named(store: Store, identifier: str) -> Any:
    """A tag by its id, else 404 as it is told where no contact is tagged."""
    row = store.row("SELECT * FROM tags WHERE id = ?", (number(identifier),))
    if row is None:
        raise no_tag()
    return row


def no_tag() -> Refusal:
    """Refuse a tag that is not there, or not on what it is to be taken off."""
    return not_found("Tag not found", "tag_not_found")


def number(identifier: str) -> int:
    """A tag's id as the number it is; 0, which no tag has, for anything else."""
    known = identifier.isascii() and identifier.isdecimal() and len(identifier) <= DIGITS
    return int(identifier) if known else 0


def shape(row: Any) -> dict[str, Any]:
    """A tag as JSON."""
    return {"type": "tag", "id": str(row["id"]), "name": row["name"]}


def applied(row: Any) -> dict[str, Any]:
    """A tag on a contact as JSON: since when, and by whom."""
    by = {"type": "admin", "id": row["admin"]}
    return {**shape(row), "applied_at": row["applied_at"], "applied_by": by}


def on_contact(store: Store, contact: int, tag: int) -> Any:
    """A tag as it is on a contact, or None."""
    return store.row(
        "SELECT t.*, k.applied_at, k.admin FROM contact_tags k JOIN tags t ON t.id = k.tag"
        " WHERE k.contact = ? AND k.tag = ?",
        (contact, tag),
    )


def put(visit: Visit, subject: str, seq: int, tag: int) -> None:
    """Put a tag on a contact or company; a second time changes nothing."""
    sql = f"INSERT OR IGNORE INTO {TABLES[subject]} VALUES (?, ?, ?, ?)"  # noqa: S608 - ours
    visit.store.run(sql, (seq, tag, visit.now, ME))


def take(visit: Visit, subject: str, seq: int, tag: int) -> None:
    """Take a tag off a contact or company."""
    visit.store.run(
        f"DELETE FROM {TABLES[subject]} WHERE {subject} = ? AND tag = ?",  # noqa: S608 - ours
        (seq, tag),
    )
