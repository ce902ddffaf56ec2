"""Walk lists whose records change meanwhile, so that none that matched all along is missed.

Lists come in the order of activity: what changes moves to their beginning, past the one who reads.
The order of creation does not move, so a whole list is read in that one. Where another order was
asked for, or one expression takes several searches between which a record can change sides, what
was changed since the beginning is asked for once more at the end.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from intercom_cli.api.rows import key_of
from intercom_cli.api.seen import Seen
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.api.pages import Records
    from intercom_cli.api.request import Request
    from intercom_cli.narrowing import Narrowed, Part
    from intercom_cli.reading import Walk
    from intercom_cli.resource import Paging, Resource

STABLE = {"field": "created_at", "order": "ascending"}
UNMOVED = frozenset({"created_at", "id"})  # by these no record changes its place
CHANGED = "updated_at"
# Their order moves with what people do, which need not count as a change of the record.
ACTIVITY = ("last_", "statistics.last_")
MARGIN = 120  # seconds by which two clocks may differ
AGAIN = 3  # times that changes are asked for while more of them come


def moved_by(searches: int, sort: str | None) -> str:
    """The field that tells what moved during such a walk; empty where nothing can."""
    if searches > 1:
        return CHANGED
    if sort is None or sort in UNMOVED:
        return ""
    return sort if sort.startswith(ACTIVITY) else CHANGED


def steadied(
    session: Session, resource: Resource, request: Request, *, again: bool = True
) -> Narrowed | None:
    """A whole list as a search, which comes in an order that does not move while it is read.

    A search can lag some minutes behind (SearchContacts), so the first page of the list itself is
    read last, unless it was read before and need not be read ``again``. None where there is no such
    search, or the list was asked for more than that tells.
    """
    search = resource.searched
    if search is None or (request.query and request.operation != search.operation):
        return None
    from intercom_cli.narrowing import Part, narrow
    from intercom_cli.reading import first

    found = narrow(session, resource, request, None, whole=True)
    if request.operation == search.operation or not again:
        return found
    page = Part(request, resource.paging, partial(first, most=resource.paging.size))
    return found._replace(parts=(*found.parts, page))


def long_walk_of(session: Session, resource: Resource, request: Request, paging: Paging) -> Walk:
    """A walk over more than a page, in a stable order where all there is turns out to be wanted."""
    from intercom_cli.api.pages import Road

    stable = steadied(session, resource, request, again=False)
    road = Road(partial(stable.rows, session), at_once=True) if stable else None
    return lambda most: session.walk(request, paging, limit=most, road=road)


def every(
    session: Session, parts: tuple[Part, ...], moved: str, most: int | None = None
) -> Iterator[bytes]:
    """Each row of lists that may hold the same ones, once; then those that moved past the walk.

    At most ``most`` rows of one list that is not filtered here are read.
    """
    began = int(time.time())
    if len(parts) == 1 and parts[0].keep is None:
        records = session.walk(parts[0].request, parts[0].paging, limit=most, settles=False)
        yield from records
        walks, seen = [records], records.seen
    else:
        walks, seen = [], Seen()
        for part in parts:
            records = session.walk(part.request, part.paging, limit=most, settles=False)
            walks.append(records)
            rows = part.keep(records) if part.keep else iter(records)
            yield from fresh(rows, seen, nameless=part is parts[0])
    if most is not None and walks[0].count >= most:
        return
    if moved and sum(records.read for records in walks) > 1:
        yield from latest(session, parts, walks, moved, began, seen)
    for part, records in zip(parts, walks, strict=True):
        yield from rest(part, records, seen)


def rest(part: Part, records: Records, seen: Seen) -> Iterator[bytes]:
    """What is missing of a list by its own count, from reading it again.

    Raises ServerFailed when it does not come even then.
    """
    from intercom_cli.api.again import check_total, passes

    total = records.first.total
    met = records.met if part.keep else max(records.met, seen.used)
    if not records.ended or total is None or met >= total:
        return
    if records.read > 1:
        found = passes(records)
        alone = seen is records.seen  # which tells new rows from others already
        yield from found if alone else fresh(part.keep(found) if part.keep else found, seen)
    check_total(records)


def latest(
    session: Session,
    parts: tuple[Part, ...],
    walks: list[Records],
    moved: str,
    began: int,
    seen: Seen,
) -> Iterator[bytes]:
    """The rows that were changed since a walk began and did not come in it."""
    for _ in range(AGAIN):
        now = int(time.time())
        newest = pages = 0
        for part, records in zip(parts, walks, strict=True):
            met = None if seen is records.seen else records.seen
            changes = Changes(session, part, moved, began - MARGIN, met)
            yield from fresh(part.keep(changes) if part.keep else iter(changes), seen)
            newest = max(newest, changes.newest)
            pages += changes.pages
            records.first.total = changes.total
        # One answer is one moment; between several, more can have changed.
        if pages <= 1 or newest < now:
            return


def fresh(rows: Iterator[bytes], seen: Seen, *, nameless: bool = False) -> Iterator[bytes]:
    """The rows that did not come before; those without an id only where they cannot have."""
    for row in rows:
        key = key_of(row)
        if nameless if key is None else seen.add(key):
            yield row


class Changes:
    """The rows of a list that were changed since a moment, the latest first; iterate it once.

    Where the list does not come in that order, every row of it.
    """

    def __init__(
        self, session: Session, part: Part, moved: str, since: int, met: Seen | None = None
    ) -> None:
        self.session = session
        self.moved = moved
        self.since = since
        self.met = met
        self.newest = 0
        self.pages = 0
        self.total: int | None = None
        body = {**json.loads(part.request.body or b"{}"), "sort": descending(moved)}
        self.request = part.request.with_json(body)
        self.paging = part.paging

    def __iter__(self) -> Iterator[bytes]:
        """Each row, until a page in that order holds one that was not changed since."""
        from intercom_cli.api.pages import Pages

        self.session.permit(self.request)
        last: int | None = None
        for page in Pages(self.session.client, self.request, self.paging, None):
            self.pages += 1
            self.total = page.total
            ordered, oldest = True, self.since
            for row in page.rows:
                changed = moment_of(row, self.moved)
                ordered = ordered and (last is None or changed <= last)
                last, oldest = changed, min(oldest, changed)
                self.newest = max(self.newest, changed)
                self.note(row)
                yield row
            if ordered and oldest < self.since:
                return

    def note(self, row: bytes) -> None:
        """Remember that a row was met."""
        key = key_of(row)
        if self.met is not None and key is not None:
            self.met.add(key)


def descending(field: str) -> dict[str, str]:
    """The order in which the latest come first."""
    return {"field": field, "order": "descending"}


def moment_of(row: bytes, field: str) -> int:
    """When a record was changed, by one of its fields; long ago where it does not say."""
    import msgspec

    from intercom_cli.query.evaluate import value_at

    record: Any = msgspec.json.decode(row)
    found = value_at(record, field) if isinstance(record, dict) else None
    return found if isinstance(found, int) else 0
