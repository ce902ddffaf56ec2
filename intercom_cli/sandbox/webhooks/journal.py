"""What a call changes, written down by the database itself, whichever handler does it.

The triggers live with the connection and not in the file: only who sends webhooks pays for them,
and what other processes do with the same file is theirs to tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from intercom_cli.sandbox.store import Store

# The tables whose changes are worth telling, with the columns a row is known by.
TABLES = {
    "admins": ("id",),
    "companies": ("id",),
    "contact_companies": ("contact", "company"),
    "contact_tags": ("contact", "tag"),
    "contacts": ("id",),
    "tags": ("id",),
}
KINDS = (
    "activity_log",
    "article",
    "audience",
    "content_import_source",
    "content_snippet",
    "conversation",
    "conversation_part",
    "event",
    "ticket",
    "ticket_part",
    "visitor",
)
ROWS = {"INSERT": (False, True), "UPDATE": (True, True), "DELETE": (True, False)}
Row = dict[str, Any]


class Change(NamedTuple):
    """A record before and after a call: None where it was not there."""

    kind: str
    before: Row | None
    after: Row | None
    parent: str | None = None

    @property
    def record(self) -> Row:
        """The record as it is, or as it was last."""
        return self.after or self.before or {}

    @property
    def made(self) -> bool:
        """Whether the record is new."""
        return self.before is None

    def became(self, name: str) -> bool:
        """Whether a value is another one now, of a record that was there and still is."""
        both = self.before is not None and self.after is not None
        return both and self.record.get(name) != (self.before or {}).get(name)

    def was(self, name: str) -> Any:
        """A value as it was before."""
        return (self.before or {}).get(name)


def install(store: Store) -> None:
    """Let the database write down its changes from now on."""
    store.run("CREATE TEMP TABLE journal (kind, id, parent, before, after)")
    for table in TABLES:
        names = [row["name"] for row in store.rows(f"PRAGMA table_info({table})")]
        for event in ROWS:
            store.run(trigger(table, event, names))
    for event in ROWS:
        store.run(document_trigger(event))


def trigger(table: str, event: str, names: list[str]) -> str:
    """The trigger for a table: its rows as JSON, before and after."""
    before, after = (
        row_as_json(side, names) if there else "NULL"
        for side, there in zip(("OLD", "NEW"), ROWS[event], strict=True)
    )
    side = "NEW" if ROWS[event][1] else "OLD"
    key = " || ':' || ".join(f"{side}.{name}" for name in TABLES[table])
    journal = f"INSERT INTO journal VALUES ('{table}', {key}, NULL, {before}, {after})"  # noqa: S608 - ours
    name = f"journal_{table}_{event}"
    return f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table} BEGIN {journal}; END"


def document_trigger(event: str) -> str:
    """The trigger for records that are kept as JSON already."""
    before, after = (
        f"{side}.body" if there else "NULL"
        for side, there in zip(("OLD", "NEW"), ROWS[event], strict=True)
    )
    side = "NEW" if ROWS[event][1] else "OLD"
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    columns = f"{side}.kind, {side}.id, {side}.parent, {before}, {after}"
    journal = f"INSERT INTO journal VALUES ({columns})"  # noqa: S608 - ours
    name = f"journal_documents_{event}"
    when = f"WHEN {side}.kind IN ({kinds})"
    return f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.documents {when} BEGIN {journal}; END"


def row_as_json(side: str, names: list[str]) -> str:
    """A row as an SQL expression that makes JSON of it."""
    return f"json_object({', '.join(f'{name!r}, {side}.{name}' for name in names)})"


def collected(store: Store) -> list[Change]:
    """What was changed since the last time, each record once, in the order of first touch."""
    rows = store.rows("SELECT kind, id, parent, before, after FROM journal ORDER BY rowid")
    store.run("DELETE FROM journal")
    found: dict[tuple[str, str], Change] = {}
    for kind, identifier, parent, before, after in rows:
        earlier = found.get((kind, identifier))
        first = row_of(before) if earlier is None else earlier.before
        found[kind, identifier] = Change(kind, first, row_of(after), parent)
    return list(real(found.values()))


def real(changes: Any) -> Iterator[Change]:
    """Those that left something other than it was."""
    return (change for change in changes if change.before != change.after)


def row_of(text: str | None) -> Row | None:
    """A row or a record as it was written down."""
    if text is None:
        return None
    row: Row = msgspec.json.decode(text)
    return row
