"""Turn --where and --sort into what is asked of the server and what is decided here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from intercom_cli.api.request import Request, call
from intercom_cli.filtering import (
    PER_PAGE,
    Beside,
    Keep,
    Lookups,
    by_parameter,
    in_turn,
    keeper,
    sorter,
)
from intercom_cli.future_times import calendar_day, future
from intercom_cli.query.compile import Plan, Search
from intercom_cli.query.fields import TIMES
from intercom_cli.query.filters import EVERYTHING
from intercom_cli.query.nodes import Condition, Node, leaves
from intercom_cli.query.planning import plan as compiled
from intercom_cli.query.where import parse
from intercom_cli.resolving import known_of, resolved, zone_for
from intercom_cli.resource import Paging, Resource
from intercom_cli.session import Session
from intercom_cli.sorting import orders_of, sorting_all
from intercom_cli.steady import STABLE, every, moved_by
from intercom_cli.times import span
from intercom_cli.workspace_zone import days_of, known_zone, matched_days, zone_of

if TYPE_CHECKING:
    from intercom_cli.api.pages import Records, Road
    from intercom_cli.query.compile import Term

TO_COME = ("snoozed_until", "custom_attributes.", "ticket_attributes.")  # may lie ahead
NOBODY = "nobody"  # an id that no record has
ZERO = "2.16"  # the version from which on 0 stands for not assigned
NO_FIELDS: frozenset[str] = frozenset()
LARGEST = 150  # records in one page of a search


class Part(NamedTuple):
    """One list to be walked, what keeps only rows that match, and what that means; None for all.

    ``parameter`` is the field by which it is asked for, where it is.
    """

    request: Request
    paging: Paging
    keep: Keep | None
    node: Node | None = None
    parameter: str = ""


class Narrowed(NamedTuple):
    """The lists that hold all that was asked for; where there are several, a row can be in two.

    ``moved`` is the field that tells what moved during a walk over all of it; empty where nothing
    can, and where a part of it is enough. ``stable`` is the same in an order that does not move,
    for a part that turns out to be all there is. ``beside`` are lists that are read first, for
    their ids; ``order`` puts rows of several lists in order, and ``doubts`` are sentences about
    what Intercom decides by rules that are not described. ``counts`` gives the counts whose
    sum is how many there are, where that can be found so.
    """

    parts: tuple[Part, ...]
    moved: str = ""
    stable: tuple[Part, ...] = ()
    beside: tuple[Beside, ...] = ()
    order: Keep | None = None
    doubts: tuple[str, ...] = ()
    counts: Callable[[], tuple[Term, ...] | None] = lambda: None

    @property
    def keep(self) -> Keep | None:
        """What is decided here, where there is one list."""
        return self.parts[0].keep

    @property
    def is_one(self) -> bool:
        """Whether it is one list, and every row of it counts as it comes."""
        return len(self.parts) == 1 and self.keep is None and self.order is None

    @property
    def is_decided_there(self) -> bool:
        """Whether the server decides everything, in one list."""
        return self.is_one and not self.moved

    def walk(self, session: Session, most: int | None) -> Records | Found:
        """The rows that match; nothing is sent before one is wanted."""
        if self.is_decided_there:
            request, paging, *_ = self.parts[0]
            return session.walk(request, paging, limit=most, road=self.road(session, most))
        return Found(self.rows(session, most))

    def road(self, session: Session, most: int | None) -> Road | None:
        """How a list of which more than a page is wanted is read where that is all there is."""
        if not self.stable or most is None or most <= LARGEST:
            return None
        from intercom_cli.api.pages import Road

        return Road(lambda: every(session, self.stable, ""), at_once=True)

    def rows(self, session: Session, most: int | None = None) -> Iterator[bytes]:
        """Every row that matches, once; at most so many where Intercom decides alone."""
        rows = every(session, self.parts, self.moved, most if self.is_one else None)
        yield from self.order(rows) if self.order else rows

    @property
    def has_parameters(self) -> bool:
        """Whether a list is asked for by a parameter."""
        return any(part.parameter for part in self.parts)


class Found:
    """Rows that are decided here: how many there are in all is not known before the end."""

    total: int | None = None

    def __init__(self, rows: Iterator[bytes]) -> None:
        self.rows = rows

    def __iter__(self) -> Iterator[bytes]:
        """Each row."""
        return self.rows


def narrow(
    session: Session,
    resource: Resource,
    request: Request,
    where: str | None,
    sort: str | None = None,
    *,
    whole: bool = False,
) -> Narrowed:
    """Compile --where and --sort; ``request`` is the list as it is without them.

    ``whole`` says that all of it is wanted, so that none may be missed while records change.
    Raises Misuse, before anything is sent, when they are wrong.
    """
    search = resource.searched
    order, ordering = orders_of(session, resource, sort) if sort is not None else (None, None)
    if where is None:
        plan = Plan((Search(EVERYTHING),))
    else:
        plan = planned(session, resource, where, together=order is not None)
    note_doubts(session, plan)
    if search is None:
        return from_list(session, resource, request, plan, order, ordering)
    reads_all = any(one.local and one.query == EVERYTHING for one in plan.searches)
    if reads_all and not session.choices.counts:
        session.printer.say(reading_all(resource))
    elif ordering:
        session.printer.say(sorting_all(resource, where))
    whole = whole or ordering is not None
    asking = call(search.operation)
    if request.operation == search.operation:
        asking = asking._replace(query=request.query)
    paging = Paging("search", resource.paging.rows, LARGEST)
    fixed = STABLE if STABLE["field"] in dict(resource.filters) else None

    def beside(one: Search) -> Beside:
        asked = asking.with_json({"query": one.query, "sort": STABLE})
        return Beside(asked, paging, keeper(session, resource, one.local))

    lookups = Lookups(session, plan.lookups, beside)

    def parts(sort: Mapping[str, str] | None) -> tuple[Part, ...]:
        return tuple(
            Part(
                asking.with_json({"query": one.query, **({"sort": sort} if sort else {})}),
                paging,
                keeper(session, resource, one.local, lookups),
                one.local,
            )
            for one in plan.searches
        )

    found = Narrowed(
        parts(order or (fixed if whole else None)),
        beside=tuple(one for lists in lookups.lists.values() for one in lists),
        order=ordering,
        doubts=plan.doubts,
        counts=plan.counts,
    )
    if whole:
        moved = moved_by(len(plan.searches), order["field"] if order else None)
        return found._replace(moved=moved)
    return found._replace(stable=parts(fixed) if fixed and not order else ())


def from_list(
    session: Session,
    resource: Resource,
    request: Request,
    plan: Plan,
    order: Mapping[str, str] | None,
    ordering: Keep | None,
) -> Narrowed:
    """What a list that Intercom cannot search is filtered to: by parameters, or read whole."""
    paging = resource.paging
    parameters = Paging("page", paging.rows, PER_PAGE)

    def beside(one: Search) -> Beside:
        asked = by_parameter(resource, one.parameter) if one.parameter else request
        return Beside(asked, parameters)

    lookups = Lookups(session, plan.lookups, beside)
    parts = tuple(
        Part(
            by_parameter(resource, one.parameter) if one.parameter else request,
            parameters if one.parameter else paging,
            keeper(session, resource, one.local, lookups),
            one.local,
            one.parameter[0] if one.parameter else "",
        )
        for one in plan.searches
    )
    whole = [part for part in parts if not part.parameter]
    ordering = ordering or sorter(resource, order)
    if whole and (whole[0].keep or ordering) and not resource.is_whole:
        can = "search" if whole[0].keep else "sort"
        note = f"Intercom cannot {can} {resource.many}: reading all of them and {can}ing locally."
        session.printer.say(note)
    beside_lists = tuple(one for lists in lookups.lists.values() for one in lists)
    if len(parts) == len(whole) == 1:
        parts = (parts[0]._replace(keep=in_turn(parts[0].keep, ordering)),)
        return Narrowed(parts, beside=beside_lists, doubts=plan.doubts)
    return Narrowed(parts, beside=beside_lists, order=ordering, doubts=plan.doubts)


def note_doubts(session: Session, plan: Plan) -> None:
    """Say to a person, and with --verbose, what Intercom decides by rules not described."""
    streams = session.printer.streams
    if session.choices.verbose or (streams.out_is_terminal and streams.err_is_terminal):
        for doubt in plan.doubts:
            session.printer.say(doubt)


def reading_all(resource: Resource) -> str:
    """The note that an expression leaves nothing for Intercom to narrow."""
    return f"Intercom cannot filter by this: reading all {resource.many} and filtering locally."


def planned(session: Session, resource: Resource, where: str, *, together: bool = False) -> Plan:
    """Compile --where for a noun."""
    known = known_of(resource, str(session.settings.get("api_version").value))
    tree = resolved(session, resource, parse(where, known))
    tz, now = zone_for(session, tree), time.time()
    for leaf in leaves(tree):
        note_empty(session, leaf, now, tz)
    days = matched_days(session)
    return compiled(tree, known, now=now, tz=tz, together=together, days=days)


def note_empty(session: Session, one: Condition, now: float, tz: tzinfo) -> None:
    """Say so where only the future could be meant by ``>``, of a time that lies in the past."""
    if one.operator != ">" or one.type not in TIMES or one.field.startswith(TO_COME):
        return
    within = span(one.values[0], now=now, tz=tz)
    if within.end - within.start > 1 and within.holds(int(now)):
        session.printer.say(
            f"{one.field} > {one.values[0]} only finds later times: use >= to include it."
        )


def to_come(session: Session, text: str) -> int:
    """A time to come as people write it, in the epoch seconds Intercom takes."""
    return future(text, now=time.time(), tz=zone_of(session, text))


def day_to_come(session: Session, text: str) -> str:
    """A day as people write it, as 2026-12-24."""
    return calendar_day(text, now=time.time(), tz=days_of(session))


def in_zone(session: Session, second: int) -> str:
    """A moment by the clock of the workspace."""
    return f"{datetime.fromtimestamp(second, known_zone(session) or UTC):%A, %Y-%m-%d %H:%M %Z}"


def seconds(session: Session, text: str) -> int:
    """A time as people write it, in the epoch seconds Intercom takes."""
    return span(text, now=time.time(), tz=zone_of(session, text)).start
