"""Turn --where and --sort into what is asked of the server and what is decided here."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from intercom_cli.api.request import Request, call
from intercom_cli.field_types import about, with_type
from intercom_cli.future_times import calendar_day, future
from intercom_cli.paths import plain
from intercom_cli.query.compile import EVERYTHING, Plan, Search
from intercom_cli.query.compile import plan as compiled
from intercom_cli.query.evaluate import matching
from intercom_cli.query.fields import TIMES, Known
from intercom_cli.query.nodes import Condition, Node, changed, leaves
from intercom_cli.query.order import in_order
from intercom_cli.query.where import is_null, parse
from intercom_cli.resource import Paging, Resource
from intercom_cli.session import Session
from intercom_cli.steady import STABLE, every, moved_by
from intercom_cli.times import span
from intercom_cli.workspace_zone import days_of, known_zone, zone_of

if TYPE_CHECKING:
    from intercom_cli.api.pages import Records
    from intercom_cli.query.counting import Term

Keep = Callable[[Iterable[bytes]], Iterator[bytes]]
TO_COME = ("snoozed_until", "custom_attributes.", "ticket_attributes.")  # may lie ahead
NOBODY = "nobody"  # an id that no record has
LARGEST = 150  # records in one page of a search
LAST_BY_DAYS = 16  # the last minor version whose search matches dates by whole days


class Part(NamedTuple):
    """One list to be walked, what keeps only rows that match, and what that means; None for all."""

    request: Request
    paging: Paging
    keep: Keep | None
    node: Node | None = None


class Narrowed(NamedTuple):
    """The lists that hold all that was asked for; where there are several, a row can be in two.

    ``moved`` is the field that tells what moved during a walk over all of it; empty where nothing
    can, and where a part of it is enough. ``counts`` gives the counts whose sum is how many there
    are, where that can be found so.
    """

    parts: tuple[Part, ...]
    moved: str = ""
    counts: Callable[[], tuple[Term, ...] | None] = lambda: None

    @property
    def keep(self) -> Keep | None:
        """What is decided here, where there is one list."""
        return self.parts[0].keep

    @property
    def is_decided_there(self) -> bool:
        """Whether the server decides everything, in one list."""
        return len(self.parts) == 1 and self.keep is None and not self.moved

    def walk(self, session: Session, most: int | None) -> Records | Found:
        """The rows that match; nothing is sent before one is wanted."""
        if self.is_decided_there:
            return session.walk(self.parts[0].request, self.parts[0].paging, limit=most)
        return Found(self.rows(session))

    def rows(self, session: Session) -> Iterator[bytes]:
        """Every row that matches, once."""
        yield from every(session, self.parts, self.moved)


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
    order = order_of(resource, sort) if sort else None
    if where is None:
        plan = Plan((Search(EVERYTHING),))
    else:
        plan = planned(session, resource, where, together=order is not None)
    if search is None:
        keep = sorter(keeper(session, resource, plan.local), order)
        if keep and not resource.is_whole:
            can = "search" if plan.local else "sort"
            told = f"Intercom cannot {can} {resource.many}: reading all, deciding here."
            session.printer.say(told)
        return Narrowed((Part(request, resource.paging, keep, plan.local),))
    reads_all = any(one.local and one.query == EVERYTHING for one in plan.searches)
    if reads_all and not session.choices.counts:
        session.printer.say(reading_all(resource))
    asking = call(search.operation)
    if request.operation == search.operation:
        asking = asking._replace(query=request.query)
    paging = Paging("search", resource.paging.rows, LARGEST)
    steady = STABLE if whole and STABLE["field"] in dict(resource.filters) else None
    ordered = {"sort": order or steady} if order or steady else {}
    return Narrowed(
        tuple(
            Part(
                asking.with_json({"query": one.query, **ordered}),
                paging,
                keeper(session, resource, one.local),
                one.local,
            )
            for one in plan.searches
        ),
        moved_by(len(plan.searches), order["field"] if order else None) if whole else "",
        plan.counts,
    )


def reading_all(resource: Resource) -> str:
    """The note that an expression leaves nothing for Intercom to narrow."""
    return f"Intercom cannot narrow this: reading all {resource.many}, deciding here."


def planned(session: Session, resource: Resource, where: str, *, together: bool = False) -> Plan:
    """Compile --where for a noun."""
    known = known_of(resource)
    tree = resolved(session, resource, parse(where, known))
    tz, now = zone_for(session, tree), time.time()
    for leaf in leaves(tree):
        note_empty(session, leaf, now, tz)
    days = matched_days(session)
    return compiled(tree, known, now=now, tz=tz, together=together, days=days)


def matched_days(session: Session) -> tzinfo | None:
    """The zone in which Intercom matches dates by whole days; None where it does not, or unknown.

    Up to 2.16 it is the workspace's (SearchContacts); from 2.17 on times match to the second.
    """
    version = re.fullmatch(r"2\.(\d+)", str(session.settings.get("api_version").value))
    zone = known_zone(session)
    is_sure = version and int(version[1]) <= LAST_BY_DAYS and isinstance(zone, ZoneInfo)
    return zone if is_sure else None


def note_empty(session: Session, one: Condition, now: float, tz: tzinfo) -> None:
    """Say so where only the future could be meant by ``>``, of a time that lies in the past."""
    if one.operator != ">" or one.type not in TIMES or one.field.startswith(TO_COME):
        return
    within = span(one.values[0], now=now, tz=tz)
    if within.end - within.start > 1 and within.holds(int(now)):
        session.printer.say(
            f"{one.field} > {one.values[0]} begins when it ends: use >= to include it."
        )


def resolved(session: Session, resource: Resource, tree: Node) -> Node:
    """An expression with ids in place of what people call records, and fields in that of labels."""
    named = {one.name: one for one in resource.named}
    types, known = dict(resource.filters), known_of(resource)
    field_of = cache(partial(resource.labels, session)) if resource.labels else None

    def ids(condition: Condition) -> Condition:
        if field_of and known.is_label(condition.field):
            return about(condition, *field_of(condition.field))
        if condition.type == "custom":
            return with_type(session, resource, condition)
        one = named.get(condition.field)
        if one is None:
            return condition
        told = [text if is_null(text) else one.find(session, text) for text in condition.values]
        lists = [[found] if isinstance(found, str) else found for found in told]
        values = tuple(id for found in lists for id in found)
        operator = condition.operator
        if any(isinstance(found, list) for found in told):
            operator = "in" if operator in {"=", "in"} else "not in"
        return Condition(one.field, types[one.field], operator, values or (NOBODY,))

    return changed(tree, ids)


def known_of(resource: Resource) -> Known:
    """What can be asked of a noun."""
    return Known(
        resource.name,
        resource.filters,
        searched=resource.searched is not None,
        unseen=resource.unseen,
        local=resource.local,
        words=resource.words,
        named={one.name: one.field for one in resource.named},
        labelled=resource.labels is not None,
    )


def keeper(session: Session, resource: Resource, node: Node | None) -> Keep | None:
    """What keeps only the rows that an expression means; None for no expression."""
    if node is None:
        return None
    tz, now, known = zone_for(session, node), time.time(), known_of(resource)

    def cased(field: str) -> bool:
        return known.searched and not known.is_local(field)

    return lambda rows: matching(rows, node, now=now, tz=tz, cased=cased)


def sorter(keep: Keep | None, order: Mapping[str, str] | None) -> Keep | None:
    """What keeps rows and puts them in order, where Intercom cannot."""
    if order is None:
        return keep

    def ordered(rows: Iterable[bytes]) -> Iterator[bytes]:
        descending = order["order"] == "descending"
        return in_order(keep(rows) if keep else rows, order["field"], descending=descending)

    return ordered


def order_of(resource: Resource, sort: str) -> dict[str, str]:
    """A --sort as the search body spells it."""
    name = sort.removeprefix("-")
    Known(resource.name, resource.filters).type_of(name)
    return {"field": plain(name), "order": "descending" if sort.startswith("-") else "ascending"}


def zone_for(session: Session, tree: Node) -> tzinfo:
    """The zone in which an expression's times are read."""
    times = [one.values for one in leaves(tree) if one.type in TIMES]
    return zone_of(session, *(text for values in times for text in values if not is_null(text)))


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
