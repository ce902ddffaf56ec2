"""Answer with counts in place of records: --count, --group-by and --stat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.api.request import Request
    from intercom_cli.filtering import Keep
    from intercom_cli.grouping import Grouping
    from intercom_cli.narrowing import Narrowed
    from intercom_cli.output.groups import Groups
    from intercom_cli.reading import Walk


class Wanted(NamedTuple):
    """How much of a list is wanted, and in which form; ``looks`` are look-ups of names at most."""

    limit: int | None = None
    everything: bool = False
    looks: int = 0
    grouping: Grouping | None = None


def grouping_of(
    session: Session,
    columns: tuple[Column, ...],
    resource: Resource | None = None,
    sort: str | None = None,
) -> Grouping | None:
    """What --group-by and --stat ask for; None without them."""
    if not session.choices.groups:
        return None
    from intercom_cli.grouping import Grouping

    return Grouping(session, columns, resource, sort)


def tally(
    session: Session,
    walk: Walk,
    grouping: Grouping | None,
    *,
    limit: int | None,
    everything: bool,
    keep: Keep | None,
    noun: str,
) -> None:
    """Show how many records there are, or how many of each kind.

    A count of the first 50 would be a lie, so without --limit all there are count.
    """
    if grouping is None:
        session.printer.number(counted(session, walk, limit, keep, noun))
        return
    if limit is None and not everything:
        session.printer.say(f"Reading all {noun} to count them; --limit N reads fewer.")
    if limit is not None:
        session.printer.say(note_of(limit, noun))
    show_groups(session, rows_of(walk, limit, keep), grouping, noun)


def tallied(
    session: Session,
    resource: Resource,
    request: Request,
    narrowed: Narrowed | None,
    wanted: Wanted,
) -> bool:
    """Show counts by what Intercom says of how many there are; whether that was possible."""
    if session.choices.counts:
        if narrowed is None:
            return False
        from intercom_cli.counting import Asking, count

        asks = Asking(session, resource, narrowed, wanted.limit)
        session.printer.number(count(asks, narrowed, wanted.limit))
        return True
    if wanted.grouping is None or wanted.limit is not None:
        return False
    from intercom_cli.closed_sets import closed_set, counted

    closed = closed_set(resource, request, narrowed, wanted.grouping)
    groups = wanted.grouping.groups()
    if closed is None or not counted(session, closed, groups):
        return False
    show_counted(session, groups, wanted.grouping, resource.many)
    return True


def note_of(limit: int, noun: str) -> str:
    """What --limit does to groups, in words."""
    first = f"the first {limit} {noun}" if limit > 1 else f"the first of the {noun}"
    return f"Counting only {first}; --top N shows the N largest groups."


def counted(session: Session, walk: Walk, limit: int | None, keep: Keep | None, noun: str) -> int:
    """How many there are: as Intercom says where it decides alone, which is one request."""
    if keep is None:
        found = walk(1)
        any(found)  # reads the first page
        if found.total is not None:
            return found.total if limit is None else min(found.total, limit)
    return sum(1 for _ in watched(session, rows_of(walk, limit, keep), noun))


def rows_of(walk: Walk, limit: int | None, keep: Keep | None) -> Iterator[bytes]:
    """The records that count."""
    from intercom_cli.reading import first

    return first(keep(walk(None)), limit) if keep else iter(walk(limit))


def show_groups(session: Session, rows: Iterable[bytes], grouping: Grouping, noun: str) -> None:
    """Count records by the fields of --group-by, and show a row for each kind."""
    groups = grouping.groups()
    for row in grouping.checked(watched(session, rows, noun)):
        groups.add(row)
    show_counted(session, groups, grouping, noun)


def show_counted(session: Session, groups: Groups, grouping: Grouping, noun: str) -> None:
    """Show groups that are counted, with names for ids, the largest ones where --top says so."""
    printer, top = session.printer, session.choices.top
    for field in groups.to_the_second:
        printer.say(f"{field} is a time to the second: --group-by {field}:day is by day.")
    for path, odd in groups.odd.items():
        values = "value is" if odd == 1 else "values are"
        printer.warn(f"{odd:,} {values} no number in {path} and left out.")
    keys = groups.ordered()
    if top is not None and top < len(keys):
        largest = sorted(keys, key=lambda key: -groups.counts[key])[:top]
        printer.say(f"Showing the {top} largest of {len(keys):,} groups.")
        keys = [key for key in keys if key in set(largest)]
    grouping.name(groups, keys)
    if grouping.sort is not None:
        keys = [key for key in groups.ordered(grouping.sort) if key in set(keys)]
    read = printer.format == "table" and session.choices.jq is None
    rows, columns = groups.rows(keys, read=read), groups.shown(read=read)
    printer.derived(rows, columns, key=groups.key, noun=noun)


def count_list(session: Session, resource: Resource, request: Request, where: str | None) -> int:
    """How many records match: the server's own count, or counted here where it cannot decide."""
    from intercom_cli.reading import narrowed_by

    narrowed = narrowed_by(session, resource, request, where, whole=True)
    if narrowed is not None:
        from intercom_cli.counting import Asking, count

        return count(Asking(session, resource, narrowed, None), narrowed, None)
    found = session.walk(request, resource.paging, limit=1)
    any(found)  # reads the first page
    if found.total is None:
        return sum(1 for _ in session.walk(request, resource.paging, limit=None))
    return found.total


def watched(session: Session, rows: Iterable[bytes], noun: str) -> Iterator[bytes]:
    """The rows; a person who waits for them sees how many there were."""
    for number, row in enumerate(rows, start=1):
        yield row
        session.printer.progress(f"{number:,} {noun}")


def askable(resource: Resource) -> Callable[[str], bool]:
    """What tells whether --where takes a field of a noun."""
    from intercom_cli.resolving import known_of

    known = known_of(resource)

    def is_asked(field: str) -> bool:
        try:
            known.type_of(field)
        except Misuse:
            return False
        return True

    return is_asked if resource.filters else lambda _: False
