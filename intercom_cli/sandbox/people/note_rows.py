"""Notes as rows and as JSON."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox.office import admins
from intercom_cli.sandbox.store import Store

AUTHOR = ("type", "id", "name", "email", "away_mode_enabled", "away_mode_reassign")


def shape(store: Store, row: Any) -> dict[str, Any]:
    """A note as JSON, with its author, and the contact or company it is on."""
    author = store.row("SELECT * FROM admins WHERE id = ?", (row["admin"],))
    subject = "contact" if row["contact"] is not None else "company"
    table = "contacts" if subject == "contact" else "companies"
    owner = store.value(f"SELECT id FROM {table} WHERE seq = ?", (row[subject],))  # noqa: S608 - ours
    known = admins.shape(author)
    return {
        "type": "note",
        "id": str(row["id"]),
        "created_at": row["created_at"],
        subject: {"type": subject, "id": owner},
        "author": {name: known[name] for name in AUTHOR},
        "body": row["body"],
    }
