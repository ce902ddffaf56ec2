"""Answer with counts in place of records: --count and --group-by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC
from typing import TYPE_CHECKING

from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.filtering import Keep
    from intercom_cli.reading import Walk


def tally(
    session: Session,
    walk: Walk,
    columns: tuple[Column, ...],
    *,
    limit: int | None,
    everything: bool,
    keep: Keep | None,
    noun: str,
) -> None:
    """Show how many records there are, or how many of each kind.

    A count of the first 50 would be a lie, so without --limit all there are count.
    """
    if session.choices.group_by is None:
        session.printer.number(counted(session, walk, limit, keep, noun))
        return
    if limit is None and not everything:
        session.printer.say(f"Reading all {noun} to count them; --limit N reads fewer.")
    show_groups(session, rows_of(walk, limit, keep), columns, noun)


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


def show_groups(
    session: Session, rows: Iterable[bytes], columns: tuple[Column, ...], noun: str
) -> None:
    """Count records by the fields of --group-by, and show a row for each kind."""
    from intercom_cli.output.groups import Groups, asked
    from intercom_cli.workspace_zone import days_of, known_zone

    printer = session.printer
    fields = asked(session.choices.group_by or "")
    by_day = any(field.span for field in fields)
    zone = days_of(session) if by_day else known_zone(session) or UTC
    groups = Groups(fields, columns, zone)
    paths = tuple(field.path for field in groups.fields)
    for row in printer.checked(watched(session, rows, noun), paths):
        groups.add(row)
    for field in groups.to_the_second:
        printer.say(f"{field} is a time to the second: --group-by {field}:day is by day.")
    null = "null" if printer.format == "table" and session.choices.jq is None else None
    printer.derived(groups.rows(null=null), groups.shown(), key=groups.fields[0].title, noun=noun)


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
