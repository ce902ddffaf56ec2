"""Filter rows locally, with what has to be read beside them to decide."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from intercom_cli.api.request import Request, call
from intercom_cli.api.seen import Seen
from intercom_cli.errors import NotFound, ServerFailed
from intercom_cli.query.compile import Lookup, Search
from intercom_cli.query.evaluate import Setting, matching
from intercom_cli.query.nodes import Node
from intercom_cli.query.order import in_order
from intercom_cli.query.reading import Reader, Record
from intercom_cli.resolving import zone_for
from intercom_cli.resource import Paging, Resource
from intercom_cli.session import Session
from intercom_cli.steady import fresh
from intercom_cli.unset import kind_of

if TYPE_CHECKING:
    from intercom_cli.narrowing import Narrowed, Part

Keep = Callable[[Iterable[bytes]], Iterator[bytes]]
REMEMBERED = 500  # lists read whole that are kept, for rows that come again
PER_PAGE = 60  # records of a list that a parameter asks for in one answer


class Beside(NamedTuple):
    """A list that is read for its ids alone, and what keeps only rows that count."""

    request: Request
    paging: Paging
    keep: Keep | None = None


class Lookups:
    """The ids of the records that meet conditions which only Intercom can decide.

    They are read when the first row has to be decided, and once.
    """

    def __init__(
        self, session: Session, lookups: tuple[Lookup, ...], beside: Callable[[Search], Beside]
    ) -> None:
        self.session = session
        self.lists = {
            one.condition: tuple(beside(search) for search in one.searches) for one in lookups
        }

    @cached_property
    def found(self) -> Mapping[str, frozenset[str]]:
        """The ids by condition, as it is written."""
        return {condition: frozenset(self.ids(lists)) for condition, lists in self.lists.items()}

    def ids(self, lists: tuple[Beside, ...]) -> Iterator[str]:
        """The ids of every record of some lists."""
        import msgspec

        for one in lists:
            rows = rows_or_none(self.session, one.request, one.paging)
            for row in one.keep(rows) if one.keep else rows:
                record: Any = msgspec.json.decode(row)
                if isinstance(record, dict):
                    yield str(record.get("id"))


def rows_or_none(session: Session, request: Request, paging: Paging) -> Iterator[bytes]:
    """The rows of a list; a list by a parameter that nothing has is refused as not found."""
    try:
        yield from session.walk(request, paging, limit=None)
    except NotFound:
        if request.method != "GET":
            raise


def by_parameter(resource: Resource, parameter: tuple[str, str]) -> Request:
    """The request for the records that have one value of one field."""
    field, value = parameter
    return call(resource.reading.lookup).with_query(**{resource.reading.parameters[field]: value})


def keeper(
    session: Session, resource: Resource, node: Node | None, lookups: Lookups | None = None
) -> Keep | None:
    """What keeps only the rows that an expression means; None for no expression."""
    if node is None:
        return None
    reader = reader_of(session, resource)
    setting = Setting(time.time(), zone_for(session, node), reader)

    def keep(rows: Iterable[bytes]) -> Iterator[bytes]:
        found = lookups.found if lookups else {}
        return matching(rows, node, setting._replace(found=found))

    return keep


def reader_of(session: Session, resource: Resource) -> Reader:
    """How values are read from the records of a noun."""
    reading = resource.reading
    read: dict[tuple[str, str], tuple[Record, dict[str, Any]]] = {}

    def whole(record: Record, root: str, value: Any) -> Any:
        place = root, str(record.get("id"))
        before = read.get(place)
        if before is None or before[0] != record:
            if len(read) >= REMEMBERED:
                read.clear()
            before = read[place] = record, fetched(record, root)
        return {**value, **before[1]}

    def fetched(record: Record, root: str) -> dict[str, Any]:
        if root not in reading.lists:
            raise ServerFailed(
                f"The {root} of {resource.one} {record.get('id')} came incomplete, and no request"
                " gives the rest."
            )
        operation, paging = reading.lists[root]
        place = operation.partition("{")[2].partition("}")[0]
        request = call(operation, **{place: str(record.get("id"))})
        return whole_list(session, request, paging)

    def plain(text: str) -> str:
        from intercom_cli.output.html import plain_of

        return plain_of(text)

    words = {field: resource.words[field] for field in reading.values}
    return Reader(reading.places, words, plain, whole)


def whole_list(session: Session, request: Request, paging: Paging) -> dict[str, Any]:
    """A list of a record, read whole."""
    import msgspec

    items = [msgspec.json.decode(row) for row in session.walk(request, paging, limit=None)]
    return {"type": "list", "data": items, "total_count": len(items), "has_more": False}


def sorter(resource: Resource, order: Mapping[str, str] | None) -> Keep | None:
    """What puts rows in order, where Intercom cannot."""
    if order is None:
        return None
    field, descending = order["field"], order["order"] == "descending"
    kind = kind_of(dict(resource.filters).get(field, ""))
    return partial(in_order, field=field, descending=descending, kind=kind)


def in_turn(first: Keep | None, second: Keep | None) -> Keep | None:
    """What does the one, then the other."""
    if first is None or second is None:
        return first or second
    return lambda rows: second(first(rows))


def without_users(row: bytes) -> bool:
    """Whether a company has no users, so that lists leave it out."""
    import msgspec

    record: Any = msgspec.json.decode(row)
    count = record.get("user_count") if isinstance(record, dict) else None
    return count == 0 and not isinstance(count, bool)


def united(
    session: Session, narrowed: Narrowed, walk: Callable[[], Iterable[bytes]]
) -> Iterator[bytes]:
    """Every row of lists by parameters and of the plain list, which ``walk`` reads, once."""
    rows = fresh(each(session, narrowed, walk), Seen())
    return narrowed.order(rows) if narrowed.order else rows


def each(
    session: Session, narrowed: Narrowed, walk: Callable[[], Iterable[bytes]]
) -> Iterator[bytes]:
    """Every row of every list."""
    for part in narrowed.parts:
        if part.parameter:
            found = rows_or_none(session, part.request, part.paging)
            yield from listed(session, part, part.keep(found) if part.keep else found)
        else:
            yield from part.keep(walk()) if part.keep else walk()


def listed(session: Session, part: Part, rows: Iterator[bytes]) -> Iterator[bytes]:
    """Rows by a parameter; counts are those of the list, which leaves some of them out."""
    is_said = False
    for row in rows:
        hidden = without_users(row)
        if hidden and not is_said:
            counted = "which is not counted, because lists leave it out."
            shown = "which lists and counts leave out."
            session.printer.say(
                f"Found by {part.parameter} alone: a company without users,"
                f" {counted if session.tallies else shown}"
            )
            is_said = True
        if not (hidden and session.tallies):
            yield row
