"""Show lists and single records of a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from intercom_cli.api.request import Request, encode
from intercom_cli.finding import named_by
from intercom_cli.resource import Column, Paging, Resource, Text, Verb, operations_in
from intercom_cli.session import Session
from intercom_cli.tallying import Wanted, grouping_of

if TYPE_CHECKING:
    from intercom_cli.filtering import Keep
    from intercom_cli.grouping import Grouping
    from intercom_cli.narrowing import Narrowed
    from intercom_cli.output.about import About

USUAL = 50  # records without --limit or --all
PAGE = 150  # records of the largest page there is


class Counted(Protocol):
    """Rows of a list, and how many there are in all once the first page came."""

    @property
    def total(self) -> int | None:
        """How many there are in all; None where Intercom does not say."""

    def __iter__(self) -> Iterator[bytes]:
        """Each row as the bytes it came in."""


Walk = Callable[[int | None], Counted]
# What to say in other words of a record: fields with what people read in them.
Tell = Callable[[dict[str, Any]], dict[str, Any]]


def show_list(
    session: Session,
    resource: Resource,
    verb: Verb,
    request: Request,
    *,
    where: str | None = None,
    sort: str | None = None,
    limit: int | None = None,
    everything: bool = False,
) -> None:
    """Show a list of a noun, narrowed by --where; 50 records unless more are asked for."""
    paging = verb.paging or resource.paging
    own = verb.name in {"list", "search"}
    columns = resource.columns if verb.columns is None else verb.columns
    grouping = grouping_of(session, columns, resource if own else None, sort)
    sort = None if session.tallies else sort
    long = limit is not None and limit > PAGE
    whole = limit is None and (everything or session.tallies)
    whole = whole or (long and sort is not None)
    shown = [column for column in columns if session.printer.look.fields or not column.extra]
    wanted = Wanted(limit, everything, len(operations_in(named_by(shown))), grouping)
    narrowed = narrowed_by(session, resource, request, where, sort, whole=whole, wanted=wanted)
    if session.tallies and own and resource.searched:
        from intercom_cli.tallying import tallied

        if tallied(session, resource, request, narrowed, wanted):
            return
    if narrowed is None and whole and verb.name == "list" and not session.choices.counts:
        from intercom_cli.steady import steadied

        narrowed = steadied(session, resource, request)
    decided_here = narrowed is not None and not narrowed.is_one
    if narrowed:
        walk: Walk = partial(narrowed.walk, session)
    elif long and verb.name == "list":
        from intercom_cli.steady import long_walk_of

        walk = long_walk_of(session, resource, request, paging)
    else:
        walk = walk_of(session, request, paging)
    show_walk(
        session,
        walk,
        columns,
        limit=limit,
        everything=everything,
        keep=iter if decided_here else None,
        noun=resource.many if own else verb.name.replace("-", " "),
        about=about_of(session, resource) if verb.columns is None else None,
        tell=verb.tell(session) if verb.tell else None,
        grouping=grouping,
    )


def narrowed_by(
    session: Session,
    resource: Resource,
    request: Request,
    where: str | None,
    sort: str | None = None,
    *,
    whole: bool = False,
    wanted: Wanted | None = None,
) -> Narrowed | None:
    """What --where and --sort ask for; None without them, which then costs nothing.

    An empty one is refused: an unset variable of a script must not ask for everything.
    """
    if session.choices.explain:
        from intercom_cli.explaining import explain

        explain(session, resource, request, where, sort, whole=whole, wanted=wanted or Wanted())
    if where is None and sort is None:
        return None
    from intercom_cli.narrowing import narrow

    return narrow(session, resource, request, where, sort, whole=whole)


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
    noun: str = "records",
    tell: Tell | None = None,
    about: About | None = None,
    grouping: Grouping | None = None,
) -> None:
    """Walk a list and show it, saying how many there are when not all were shown.

    ``tell`` says in other words what a person at a table could not know. Where counts are asked
    for, they are shown in place of the list.
    """
    if session.tallies:
        from intercom_cli.tallying import tally

        grouping = grouping or grouping_of(session, columns)
        tally(session, walk, grouping, limit=limit, everything=everything, keep=keep, noun=noun)
        return
    most = None if everything and limit is None else limit or USUAL
    # What is decided here can need many pages for one row, so the walk itself has no end then.
    records = walk(None if keep else most)
    rows = first(keep(records), most) if keep else iter(records)
    taken = Taken(retold(session, rows, tell))
    if about is None:
        session.printer.records(taken, columns, noun=noun)
    else:
        session.printer.records(taken, columns, noun=noun, about=about)
    if limit is None and not everything:
        tell_rest(session, records.total, taken.count, decided_here=keep is not None)


def about_of(session: Session, resource: Resource) -> About | None:
    """What is known of a noun's records, where what is shown tells it; it never costs a request."""
    survey, links = session.printer.look.survey, bool(resource.page) and session.printer.links
    if not survey and not links:
        return None
    from intercom_cli.output.about import About
    from intercom_cli.tallying import askable

    if survey:
        return About(resource.filters, askable(resource))
    from intercom_cli.web import known_address

    return About(address=known_address(session, resource))


def retold(session: Session, rows: Iterable[bytes], tell: Tell | None) -> Iterator[bytes]:
    """Rows with what ``tell`` says of each put into it, where a person reads them."""
    if tell is None or not session.printer.is_read:
        return iter(rows)
    return (retold_one(session, row, tell) for row in rows)


def retold_one(session: Session, row: bytes, tell: Tell | None) -> bytes:
    """The same for one record."""
    if tell is None or not session.printer.is_read:
        return row
    import msgspec

    record = msgspec.json.decode(row)
    return encode({**record, **tell(record)}) if isinstance(record, dict) else row


class Taken:
    """Rows on their way, counted: --jq may make more or fewer of them."""

    def __init__(self, rows: Iterator[bytes]) -> None:
        self.rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[bytes]:
        """Each row, counted as it passes."""
        for row in self.rows:
            self.count += 1
            yield row


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
    more = "For every one: --all. For more: --limit N."
    are = "are shown" if session.choices.jq is None else "went through --jq"
    are = "were looked at" if session.printer.look.survey else are
    if decided_here and shown >= USUAL:
        session.printer.say(f"The first {shown} {are}. {more}")
    elif not decided_here and total is not None and total > shown:
        session.printer.say(f"{shown} of {total:,} {are}. {more}")


def show_one(
    session: Session,
    request: Request,
    columns: tuple[Column, ...],
    text: Text | None = None,
    tell: Tell | None = None,
) -> None:
    """Show one record whole; a person gets the ``text`` of it below the rest."""
    show_whole(session, retold_one(session, session.send(request).body, tell), columns, text)


def show_whole(
    session: Session, row: bytes, columns: tuple[Column, ...], text: Text | None = None
) -> None:
    """Show a record that is in hand, as ``show_one`` does."""
    if text is None or not session.printer.is_read:
        session.printer.record(row, columns)
        return
    from intercom_cli.output.rows import decode

    record = decode(row)
    if not isinstance(record, dict):
        session.printer.record(row, columns)
        return
    session.printer.record(encode(head_of(record, text)), columns)
    if told := text_in(record, text):
        session.printer.text("\n" + told)


def head_of(record: dict[str, Any], text: Text) -> dict[str, Any]:
    """A record without its text, its parts told by their names."""
    head = {name: value for name, value in record.items() if name not in text.fields}
    for name in text.parts:
        if isinstance(head.get(name), dict):
            head[name] = [part for part, value in head[name].items() if isinstance(value, dict)]
    return head


def text_in(record: dict[str, Any], text: Text) -> str:
    """The text of a record as Markdown; empty when it has none."""
    for name in text.fields:
        found = record.get(name)
        if isinstance(found, str) and found:
            if "markdown" in name or "text" in name:
                return found
            from intercom_cli.output.html import markdown_of

            return markdown_of(found)
    return ""


def record_of(session: Session, request: Request, text: str) -> dict[str, Any]:
    """One record, read; what was typed stands for it where the answer is something else."""
    found = session.send(request).json()
    return found if isinstance(found, dict) else {"id": text}
