"""Segments: named conditions, whose members are whoever meets them now."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.refusals import not_found
from intercom_cli.sandbox.visit import Route, Visit


def list_segments(visit: Visit) -> Answer:
    """List all segments, with the number of members when asked for it."""
    counted = visit.flag("include_count")
    rows = visit.store.rows("SELECT * FROM segments ORDER BY rowid")
    shown = [shape(row, count=members(visit, row) if counted else None) for row in rows]
    return reply({"type": "segment.list", "segments": shown})


def retrieve(visit: Visit) -> Answer:
    """Show one segment."""
    row = visit.store.row("SELECT * FROM segments WHERE id = ?", (visit.ids["segment_id"],))
    if row is None:
        raise not_found()
    return reply(shape(row, count=members(visit, row) if visit.flag("include_count") else None))


def shape(row: Any, *, count: int | None = None) -> dict[str, Any]:
    """A segment as JSON."""
    shown = {
        "type": "segment",
        "id": row["id"],
        "name": row["name"],
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
        "person_type": row["person_type"],
    }
    return shown if count is None else {**shown, "count": count}


def rule(row: Any, now: int) -> str:
    """A segment's condition as SQL; some look at how long ago something was."""
    return str(row["rule"]).replace("{now}", str(now))


def rule_of(visit: Visit, identifier: str) -> str:
    """The condition of a contact segment; nobody is in a segment that does not exist."""
    row = visit.store.row(
        "SELECT rule FROM segments WHERE id = ? AND model = 'contact'", (identifier,)
    )
    return "0" if row is None else rule(row, visit.now)


def members(visit: Visit, row: Any) -> int:
    """How many contacts, or companies, are in a segment."""
    table = "contacts" if row["model"] == "contact" else "companies"
    return visit.store.count(
        f"SELECT count(*) FROM {table} WHERE state = 'live' AND ({rule(row, visit.now)})"  # noqa: S608 - seeded
    )


def segments_of(visit: Visit, model: str, seqs: list[int]) -> dict[int, list[dict[str, Any]]]:
    """The segments each of some contacts or companies is in."""
    table = "contacts" if model == "contact" else "companies"
    marks = ", ".join("?" * len(seqs))
    found: dict[int, list[dict[str, Any]]] = {seq: [] for seq in seqs}
    for row in visit.store.rows("SELECT * FROM segments WHERE model = ? ORDER BY rowid", (model,)):
        sql = f"SELECT seq FROM {table} WHERE seq IN ({marks}) AND ({rule(row, visit.now)})"  # noqa: S608 - seeded
        for member in visit.store.rows(sql, seqs):
            found[member[0]].append(shape(row))
    return found


routes = (
    Route("GET", "/segments", list_segments, reads=True),
    Route("GET", "/segments/{segment_id}", retrieve, reads=True),
)
