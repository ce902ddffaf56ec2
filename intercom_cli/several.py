"""Read several records by name: show those that are found, and report each that is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from intercom_cli.errors import (
    Detail,
    Forbidden,
    IntercomError,
    NotFound,
    PartlyFailed,
    Refused,
    ServerFailed,
)
from intercom_cli.reading import retold
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.reading import Tell
    from intercom_cli.resource import Column

# Errors of one record that say nothing about the next one.
ITS_OWN = (NotFound, Refused, Forbidden, ServerFailed)
Look = Callable[[str], Iterable[bytes]]


def show_several(
    session: Session,
    names: Iterable[str],
    look: Look,
    columns: tuple[Column, ...],
    *,
    one: str,
    many: str,
    tell: Tell | None = None,
) -> None:
    """Show the records of several names as rows, in the order of the names.

    Raises PartlyFailed, after the rows, when some of them could not be read.
    """
    failed: dict[str, IntercomError] = {}
    names = list(names)

    def found() -> Iterator[bytes]:
        for name in names:
            try:
                rows = list(look(name))
            except ITS_OWN as error:
                session.printer.warn(f"{one} {name}: {error.message}")
                failed[name] = error
                continue
            yield from rows

    rows = found()
    first = next(rows, None)
    if first is not None:
        every = chain([first], rows)
        session.printer.records(retold(session, every, tell), columns, noun=many)
    if failed:
        raise partly(failed, len(names), many, "read")


def partly(failed: Mapping[str, IntercomError], total: int, many: str, done: str) -> PartlyFailed:
    """The error for some that failed: which, and the reason of each in its details."""
    first = next(iter(failed.values()))
    return PartlyFailed(
        f"{len(failed)} of {total} {many} were not {done}: {', '.join(failed)}.",
        http=first.http,
        details=[detail_of(name, error) for name, error in failed.items()],
        request_id=first.request_id,
    )


def detail_of(name: str, error: IntercomError) -> Detail:
    """Why one record failed, with the code Intercom gave."""
    code = error.details[0].code if error.details else error.type
    return Detail(code, f"{name}: {error.message}")
