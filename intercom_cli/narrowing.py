"""Turn --where and --sort into what is asked of the server and what is decided here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse
from intercom_cli.query.compile import EVERYTHING, Plan, plan
from intercom_cli.query.dates import future, moment, zone
from intercom_cli.query.evaluate import matching
from intercom_cli.query.fields import Known
from intercom_cli.query.where import Condition, is_null, parse
from intercom_cli.resource import Paging, Resource
from intercom_cli.session import Session

Keep = Callable[[Iterable[bytes]], Iterator[bytes]]
LARGEST = 150  # records in one page of a search


class Narrowed(NamedTuple):
    """The request of a narrowed list, how it is walked, and what keeps only rows that match.

    ``keep`` is None where the server decides everything.
    """

    request: Request
    paging: Paging
    keep: Keep | None


def narrow(
    session: Session,
    resource: Resource,
    request: Request,
    where: str | None,
    sort: str | None = None,
) -> Narrowed:
    """Compile --where and --sort; ``request`` is the list as it is without them.

    Raises Misuse, before anything is sent, when they are wrong.
    """
    search = resource.searched
    asked = Plan(EVERYTHING, ()) if where is None else planned(session, resource, where)
    keep = keeper(session, asked.local) if asked.local else None
    if search is None:
        return Narrowed(request, resource.paging, keep)
    if asked.local and asked.query == EVERYTHING:
        told = f"Intercom cannot narrow this: reading all {resource.many}, deciding here."
        session.printer.say(told)
    body: dict[str, object] = {"query": asked.query}
    if sort:
        body["sort"] = order_of(resource, sort)
    asking = call(search.operation).with_json(body)
    if request.operation == search.operation:
        asking = asking._replace(query=request.query)
    return Narrowed(asking, Paging("search", resource.paging.rows, LARGEST), keep)


def planned(session: Session, resource: Resource, where: str) -> Plan:
    """Compile --where for a noun."""
    searched = resource.searched is not None
    known = Known(
        resource.name,
        resource.filters,
        searched=searched,
        unseen=resource.unseen,
        local=resource.local,
    )
    conditions = tuple(spelled(one, resource.words) for one in parse(where, known))
    return plan(conditions, known, now=time.time(), tz=zone(timezone_of(session)))


def spelled(condition: Condition, words: Mapping[str, Mapping[str, str]]) -> Condition:
    """A condition with its values as the search spells them.

    Raises Misuse, naming those there are, for another one: it would find nothing, silently.
    """
    known = words.get(condition.field)
    if known is None:
        return condition
    found = []
    for value in condition.values:
        plain = value.casefold().replace("_", " ").replace("-", " ")
        if plain not in known and not is_null(value):
            there = ", ".join(dict.fromkeys(known.values()))
            raise Misuse(f"--where: {condition.field} is one of {there}, not {value!r}.")
        found.append(known.get(plain, value))
    return condition._replace(values=tuple(found))


def keeper(session: Session, local: tuple[Condition, ...]) -> Keep:
    """What keeps only the rows that meet the conditions decided here."""
    tz, now = zone(timezone_of(session)), time.time()
    return lambda rows: matching(rows, local, now=now, tz=tz)


def order_of(resource: Resource, sort: str) -> dict[str, str]:
    """A --sort as the search body spells it."""
    name = sort.removeprefix("-")
    Known(resource.name, resource.filters).type_of(name)
    return {"field": name, "order": "descending" if sort.startswith("-") else "ascending"}


def timezone_of(session: Session) -> str | None:
    """The workspace's time zone, as /me gave it when it was connected."""
    workspace = session.source.workspace
    return workspace.timezone if workspace else None


def to_come(session: Session, text: str) -> int:
    """A time to come as people write it, in the epoch seconds Intercom takes."""
    return future(text, now=time.time(), tz=zone(timezone_of(session)))


def in_zone(session: Session, second: int) -> str:
    """A moment by the clock of the workspace."""
    return f"{datetime.fromtimestamp(second, zone(timezone_of(session))):%A, %Y-%m-%d %H:%M %Z}"


def seconds(session: Session, text: str) -> int:
    """A time as people write it, in the epoch seconds Intercom takes."""
    return moment(text, now=time.time(), tz=zone(timezone_of(session))).start
