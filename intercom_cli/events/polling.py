"""Find what changed by asking again and again: the rows of a noun that were updated of late.

Only Intercom's own clock counts, as its records show it: what was newest when the walk before
began, less a margin, since the search learns of a change minutes later at times. What came before
is known by id and time, and left out by whoever asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from intercom_cli import foreign
from intercom_cli.api.request import Request, call
from intercom_cli.resource import Paging
from intercom_cli.session import Session
from intercom_cli.times import seconds

MARGIN = 600  # seconds by which a change may be found late
DAY = 86_400
FAR = 2 * DAY  # further back than this there may be too much to hold at once
EVERYTHING = {"field": "created_at", "operator": ">", "value": 0}


class Kind(NamedTuple):
    """A noun that can be watched, and the search that shows its changes.

    Where Intercom cannot search, ``walk`` reads all of them.
    """

    noun: str
    one: str
    operation: str = ""
    rows: str = ""
    walk: Callable[[Session], Iterable[bytes]] | None = None

    @property
    def paging(self) -> Paging:
        """How the search is walked."""
        return Paging("search", self.rows, 150)


SEARCHED = (
    Kind("contacts", "contact", "POST /contacts/search", "data"),
    Kind("conversations", "conversation", "POST /conversations/search", "conversations"),
    Kind("tickets", "ticket", "POST /tickets/search", "tickets"),
)


class Row(NamedTuple):
    """A record as it came."""

    body: bytes
    record: dict[str, Any]

    @property
    def id(self) -> str:
        """Its id."""
        return foreign.required_id(self.record, "id")

    @property
    def changed(self) -> int:
        """When it was changed last."""
        return moment(self.record.get("updated_at"))

    @property
    def made(self) -> int:
        """When it was made."""
        return moment(self.record.get("created_at"))


def moment(value: Any) -> int:
    """Seconds since 1970, of a number or of ISO text; 0 for what is no time."""
    return seconds(value) or 0


class Window(NamedTuple):
    """From where on changes are wanted: none for the last as far back as the margin.

    ``origin`` is where the watch began. A list that is read whole can show records late, such as a
    company nobody worked at; those that were made since then are wanted too.
    """

    floor: int | None = None
    origin: int = 0


def changes(session: Session, kind: Kind, window: Window) -> Iterator[Row]:
    """The rows of a kind that were changed within a window, the oldest change first."""
    if kind.walk:
        found: Iterable[Row] = all_of(kind.walk(session), window)
    elif window.floor is not None and time.time() - window.floor > FAR:
        return forwards(session, kind, window.floor)
    else:
        found = backwards(session, kind, window.floor)
    return iter(sorted(found, key=lambda row: row.changed))


def forwards(session: Session, kind: Kind, floor: int) -> Iterator[Row]:
    """Rows as they come in the order of their changes; none is held, however many there are.

    What changes meanwhile moves to the end, which is still to come.
    """
    rows = walked(session, kind, searching(kind, floor, "ascending"))
    return (row for row in rows if row.changed >= floor)


def backwards(session: Session, kind: Kind, floor: int | None) -> Iterator[Row]:
    """Rows from the last change back to the first that is too old."""
    for row in walked(session, kind, searching(kind, floor, "descending")):
        if floor is None:
            floor = row.changed - MARGIN
        if row.changed < floor:
            return
        yield row


def all_of(bodies: Iterable[bytes], window: Window) -> list[Row]:
    """The changed rows of a list that has to be read whole."""
    rows: list[Row] = []
    newest = 0
    for row in map(row_of, bodies):
        newest = max(newest, row.changed)
        if window.floor is None or row.changed >= window.floor or row.made >= window.origin:
            rows.append(row)
    if window.floor is not None:
        return rows
    return [row for row in rows if row.changed >= newest - MARGIN]


def searching(kind: Kind, floor: int | None, order: str) -> Request:
    """The search for what was changed; a little wider than meant.

    Contacts are matched by the day up to 2.16, where > means after the day around a moment.
    """
    slack = DAY if kind.noun == "contacts" else 1
    query: dict[str, Any] = EVERYTHING
    if floor is not None:
        query = {"field": "updated_at", "operator": ">", "value": max(floor - slack, 0)}
    sort = {"field": "updated_at", "order": order}
    return call(kind.operation).with_json({"query": query, "sort": sort})


def walked(session: Session, kind: Kind, request: Request) -> Iterator[Row]:
    """The rows of a search, each once."""
    return map(row_of, session.walk(request, kind.paging, limit=None, settles=False))


def row_of(body: bytes) -> Row:
    """A record from its bytes."""
    return Row(body, foreign.required_record(msgspec.json.decode(body)))
