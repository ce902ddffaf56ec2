"""Show lists and single records of a noun."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from intercom_cli.api.request import Request, path_of
from intercom_cli.errors import Misuse
from intercom_cli.query.compile import Plan, plan
from intercom_cli.query.dates import zone
from intercom_cli.query.evaluate import matching
from intercom_cli.query.fields import Known
from intercom_cli.query.where import parse
from intercom_cli.resource import Column, Paging, Resource
from intercom_cli.session import Session


class Counted(Protocol):
    """Rows of a list, and how many there are in all once the first page came."""

    @property
    def total(self) -> int | None:
        """How many there are in all; None where Intercom does not say."""

    def __iter__(self) -> Iterator[bytes]:
        """Each row as the bytes it came in."""


Walk = Callable[[int | None], Counted]
Keep = Callable[[Iterable[bytes]], Iterator[bytes]]
LARGEST = 150  # records in one page of a search
USUAL = 50  # records without --limit or --all


def show_list(
    session: Session,
    resource: Resource,
    *,
    where: str | None = None,
    sort: str | None = None,
    limit: int | None = None,
    everything: bool = False,
) -> None:
    """Show a noun's list, narrowed by --where; 50 records unless more are asked for."""
    asked = planned(session, resource, where) if where else None
    request, paging = request_for(resource, asked, sort), paging_of(resource, asked)
    show_walk(
        session,
        walk_of(session, request, paging),
        resource.columns,
        limit=limit,
        everything=everything,
        keep=keeper(session, asked),
    )


def walk_of(session: Session, request: Request, paging: Paging) -> Walk:
    """A walk over one list; it is given the most records that are wanted."""
    return lambda most: session.walk(request, paging, limit=most)


def show_walk(
    session: Session,
    walk: Walk,
    columns: tuple[Column, ...],
    *,
    limit: int | None = None,
    everything: bool = False,
    keep: Keep | None = None,
) -> None:
    """Walk a list and show it, saying how many there are when not all were shown."""
    most = None if everything and limit is None else limit or USUAL
    # What is decided here can need many pages for one row, so the walk itself has no end then.
    records = walk(None if keep else most)
    rows = first(keep(records), most) if keep else iter(records)
    shown = session.printer.records(rows, columns)
    if limit is None and not everything:
        tell_rest(session, records.total, shown, decided_here=keep is not None)


def first(rows: Iterator[bytes], most: int | None) -> Iterator[bytes]:
    """At most this many rows, without asking for one more."""
    if most is None:
        yield from rows
        return
    for number, row in enumerate(rows, start=1):
        yield row
        if number >= most:
            return


def tell_rest(session: Session, total: int | None, shown: int, *, decided_here: bool) -> None:
    """Say on stderr that there is more, and how to get it."""
    if decided_here:
        if shown >= USUAL:
            session.printer.say(f"{shown} shown. For every one: --all. For more: --limit N.")
    elif total is not None and total > shown:
        session.printer.say(
            f"{shown} of {total:,} shown. For every one: --all. For more: --limit N."
        )


def count_list(session: Session, resource: Resource, where: str | None) -> int:
    """How many records match: the server's own count, or counted here where it cannot decide."""
    asked = planned(session, resource, where) if where else None
    request, paging = request_for(resource, asked, None), paging_of(resource, asked)
    keep = keeper(session, asked)
    records = session.walk(request, paging, limit=None if keep else 1)
    if keep:
        return sum(1 for _ in keep(records))
    counted = sum(1 for _ in records)
    return counted if records.total is None else records.total


def planned(session: Session, resource: Resource, where: str) -> Plan:
    """Compile --where for a noun; nothing is sent when it is wrong."""
    known = Known(resource.name, resource.filters, searched=resource.search_path is not None)
    conditions = parse(where, known)
    return plan(conditions, known, now=time.time(), tz=zone(timezone_of(session)))


def timezone_of(session: Session) -> str | None:
    """The workspace's time zone, as /me gave it when it was connected."""
    workspace = session.source.workspace
    return workspace.timezone if workspace else None


def keeper(session: Session, asked: Plan | None) -> Keep | None:
    """What keeps only the rows that meet the conditions decided here."""
    if not asked or not asked.local:
        return None
    local, tz, now = asked.local, zone(timezone_of(session)), time.time()
    return lambda rows: matching(rows, local, now=now, tz=tz)


def request_for(resource: Resource, asked: Plan | None, sort: str | None) -> Request:
    """The request of a list, or of a search where the server can narrow it."""
    if not asked or not resource.search_path:
        return Request("GET", resource.path)
    body: dict[str, object] = {"query": asked.query}
    if sort:
        body["sort"] = order_of(resource, sort)
    return Request("POST", resource.search_path, repeatable=True).with_json(body)


def paging_of(resource: Resource, asked: Plan | None) -> Paging:
    """How the answer is walked: a search has its cursor in the body."""
    if asked and resource.search_path:
        return Paging("search", resource.paging.rows, LARGEST)
    return resource.paging


def order_of(resource: Resource, sort: str) -> dict[str, str]:
    """A --sort as the search body spells it."""
    name = sort.removeprefix("-")
    Known(resource.name, resource.filters).type_of(name)
    return {"field": name, "order": "descending" if sort.startswith("-") else "ascending"}


def show_one(session: Session, resource: Resource, id: str) -> None:
    """Show one record whole."""
    session.printer.record(session.send(one(resource, id)).body, resource.columns)


def show_records(session: Session, resource: Resource, ids: Iterable[str]) -> None:
    """Show several records as rows, in the order they were named."""
    rows = (session.send(one(resource, id)).body for id in ids)
    session.printer.records(rows, resource.columns)


def one(resource: Resource, id: str) -> Request:
    """The request for one record."""
    if not id:
        raise Misuse(f"The id of a {resource.one} is empty.")
    return Request("GET", path_of(resource.path + "/{id}", id=id))
