"""Look again at a list that changed while it was read, until nothing new is found in it.

What changes moves to the front of most lists, past the one who reads; what is deleted has the rows
behind it move up a place, over the edge of a page. So the front is read once more after several
pages, and the whole list where its total, its rows or its order show that something moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from intercom_cli.api.motion import Pass
from intercom_cli.api.rows import Named, Rows, named
from intercom_cli.errors import IntercomError, ServerFailed

if TYPE_CHECKING:
    from intercom_cli.api.pages import Records

PASSES = 12  # readings of a whole list that never stands still
QUIET = 2  # of them in a row without anything new, after which there is nothing more to find
NUMBERED = frozenset({"page", "flat_page", "body_page", "own_page"})


def look(records: Records) -> Iterator[bytes]:
    """The records that a walk to the end of a list did not meet, if it takes looking for them.

    Raises ServerFailed when Intercom sent fewer records than it says there are, or when the list
    changed all the time.
    """
    if records.pages.style not in {"scroll", "none"} and not records.keyless:
        yield from missed(records)
    if records.order is None or records.settles:
        check_total(records)


def missed(records: Records) -> Iterator[bytes]:
    """The records that were passed over."""
    one = records.first
    order = records.order
    if order is not None and order.kept:
        short = one.total is not None and records.seen.used < one.total
        # Cursors hold the last value, so that what is deleted moves nothing; not all servers agree.
        if not (records.sort.is_fixed and one.shrank) and not (short and records.settles):
            return
    elif records.read > 1 and may_settle(records, one):
        yield from front(records)
        if is_settled(records, one):
            return
    if records.read > 1:
        yield from by_road(records) if records.road else passes(records)


def may_settle(records: Records, one: Pass) -> bool:
    """Whether another look at the front of a list can show that nothing was passed over.

    Where its rows have no order by time new ones may come anywhere, and hide that another one went.
    """
    unordered = records.pages.style in NUMBERED and not one.falling
    return not (unordered or order_is_broken(records) or one.shrank)


def is_settled(records: Records, one: Pass) -> bool:
    """Whether a first reading and another look at its front show that nothing was passed over."""
    if not may_settle(records, one):
        return False
    if one.total is None:
        return not one.repeated
    return records.seen.used == one.total


def order_is_broken(records: Records) -> bool:
    """Whether the server did not keep the order it was asked for."""
    return records.order is not None and not records.order.kept


def front(records: Records) -> Iterator[bytes]:
    """What moved to the front of a list, or came there: up to a row that is as it was."""
    one = records.first
    if records.keyless or (records.order is not None and records.sort.is_fixed):
        return
    for page in records.pages.anew():
        one.page(page)
        for row, told in rows_of(records, page):
            if told.key is not None and records.seen.add(told.key):
                yield row
        if any(one.is_unchanged(told.key or "", row) for row, told in rows_of(records, page)):
            return


def rows_of(records: Records, page: Rows) -> Iterator[tuple[bytes, Named]]:
    """The rows of a page with what tells them apart."""
    for row in page.rows:
        told = named(row)
        records.keyless = records.keyless or told.key is None
        yield row, told


def by_road(records: Records) -> Iterator[bytes]:
    """What the way that does not move has besides.

    Where it is closed the list is read again; and where that does not help, it is tried once more,
    for by then whoever had closed it may be done.
    """
    assert records.road is not None
    if records.road.at_once:
        yield from beyond(records, records.road.rows())
        return
    try:
        yield from unmet(records, records.road.rows())
    except IntercomError as closed:
        try:
            yield from passes(records)
        except ServerFailed as moving:
            try:
                yield from unmet(records, records.road.rows())
            except IntercomError:
                raise moving from closed


def beyond(records: Records, rows: Iterator[bytes]) -> Iterator[bytes]:
    """Those of some rows, each of which comes once, that were not met before."""
    for row in rows:
        key = named(row).key
        if key is None or not records.seen.has(key):
            yield row


def unmet(records: Records, rows: Iterator[bytes]) -> Iterator[bytes]:
    """Those of some rows that were not met before."""
    for row in rows:
        key = named(row).key
        if key is None or records.seen.add(key):
            yield row


def passes(records: Records) -> Iterator[bytes]:
    """What further readings of the whole list find, until there is nothing more to find."""
    quiet = 0
    for _ in range(PASSES):
        one = Pass()
        found = 0
        for page in records.pages.anew():
            one.page(page)
            for row, told in rows_of(records, page):
                if told.key is None:
                    continue
                one.row(told.key, row, told)
                if records.seen.add(told.key):
                    found += is_old(told, records)
                    yield row
        records.first.total = one.total
        quiet = 0 if found else quiet + 1
        enough = 1 if records.sort.is_fixed and not order_is_broken(records) else QUIET
        if not found and (one.is_still or quiet == enough):
            return
    raise ServerFailed(
        "The list kept changing while it was read, so records may be missing.", retryable=True
    )


def is_old(told: Named, records: Records) -> bool:
    """Whether a record may have been there before the walk; there is no end to new ones."""
    made = told.created_at
    if not isinstance(made, int):
        return True
    return made <= records.first.newest and made < int(records.began)


def check_total(records: Records) -> None:
    """Raise ServerFailed when Intercom says that there are more records than it sent."""
    total = records.first.total
    sent = records.met
    if total is not None and sent < total and records.pages.style != "scroll":
        raise ServerFailed(f"Intercom sent {sent:,} of {total:,} records.", retryable=True)
