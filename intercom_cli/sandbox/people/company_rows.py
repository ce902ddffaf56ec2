"""Companies as rows and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from intercom_cli.sandbox.people import note_rows
from intercom_cli.sandbox.people.segments import segments_of
from intercom_cli.sandbox.refusals import no_company
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.visit import Visit

LEFT_OUT = ("name", "last_request_at", "size", "website", "industry")
NOTES_SHOWN = 10


def live(store: Store, identifier: str) -> Any:
    """A company by the platform's id, else 404 ``company_not_found``."""
    row = store.row("SELECT * FROM companies WHERE id = ? AND state = 'live'", (identifier,))
    if row is None:
        raise no_company()
    return row


def by_seq(store: Store, seq: int) -> Any:
    """A company by its number."""
    return store.row("SELECT * FROM companies WHERE seq = ?", (seq,))


def render(visit: Visit, rows: Sequence[Any]) -> list[bytes]:
    """Companies as JSON, with their tags, segments and latest notes.

    What is not known is left out: the description allows no null in these places.
    """
    seqs = [row["seq"] for row in rows]
    tags, notes = tags_of(visit.store, seqs), notes_of(visit.store, seqs)
    segments = segments_of(visit, "company", seqs)
    plans = {row["name"]: row["id"] for row in visit.store.rows("SELECT id, name FROM plans")}
    shown = []
    for row in rows:
        seq, plan = row["seq"], row["plan"]
        named = {"type": "plan", "id": str(plans[plan]), "name": plan} if plan else {}
        company = {
            **facts(row, visit.store.app_id),
            "tags": {"type": "tag.list", "tags": tags[seq]},
            "segments": {"type": "segment.list", "segments": segments[seq]},
            "notes": {"type": "note.list", "notes": notes[seq]},
            "plan": named,
            "custom_attributes": msgspec.Raw(row["custom"].encode()),
        }
        shown.append(msgspec.json.encode(company))
    return shown


def facts(row: Any, app_id: str) -> dict[str, Any]:
    """What a company's own row tells about it."""
    known = {
        "type": "company",
        "company_id": row["company_id"],
        "id": row["id"],
        "app_id": app_id,
        "name": row["name"],
        "remote_created_at": row["remote_created_at"],
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
        "last_request_at": row["last_request_at"],
        "size": row["size"],
        "website": row["website"],
        "industry": row["industry"],
        "monthly_spend": row["monthly_spend"],
        "session_count": row["session_count"],
        "user_count": row["user_count"],
    }
    return {
        name: value for name, value in known.items() if value is not None or name not in LEFT_OUT
    }


def tags_of(store: Store, seqs: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """The tags on each of some companies."""
    found: dict[int, list[dict[str, Any]]] = {seq: [] for seq in seqs}
    marks = ", ".join("?" * len(seqs))
    sql = (
        "SELECT k.company, t.id, t.name FROM company_tags k JOIN tags t ON t.id = k.tag"  # noqa: S608 - marks
        f" WHERE k.company IN ({marks}) ORDER BY t.id"
    )
    for company, identifier, name in store.rows(sql, seqs):
        found[company].append({"type": "tag", "id": str(identifier), "name": name})
    return found


def notes_of(store: Store, seqs: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """The latest notes on each of some companies."""
    found: dict[int, list[dict[str, Any]]] = {seq: [] for seq in seqs}
    marks = ", ".join("?" * len(seqs))
    sql = f"SELECT * FROM notes WHERE company IN ({marks}) ORDER BY id DESC"  # noqa: S608 - marks
    for row in store.rows(sql, seqs):
        if len(found[row["company"]]) < NOTES_SHOWN:
            found[row["company"]].append(note_rows.shape(store, row))
    return found
