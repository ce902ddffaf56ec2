"""Show what becomes of --where: what is asked of Intercom, what is decided here, what it costs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from intercom_cli.api.request import encode
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.narrowing import Narrowed, Part
from intercom_cli.query.fields import Known
from intercom_cli.query.nodes import written
from intercom_cli.query.reasons import reasons
from intercom_cli.resolving import known_of
from intercom_cli.resource import Resource
from intercom_cli.session import Session

TOO_DEEP = "Intercom takes two levels of groups, with fifteen members each"
PAGE = 50  # records of a page where a list does not say


def explain(session: Session, resource: Resource, narrowed: Narrowed | None) -> None:
    """Write it down, counting what there is with one request for each list."""
    if narrowed is None:
        raise Misuse("--explain tells what becomes of --where.", hint="add --where")
    lists = [Part(one.request, one.paging, one.keep) for one in narrowed.beside]
    told = [described(session, resource, part) for part in (*lists, *narrowed.parts)]
    if narrowed.doubts:
        told[0]["not_documented"] = list(narrowed.doubts)
    if session.printer.format != "table" or session.choices.jq is not None:
        session.printer.records(map(encode, told))
        return
    session.printer.text("\n".join(line for one in told for line in page(one)))


def described(session: Session, resource: Resource, part: Part) -> dict[str, Any]:
    """One list: its request, what is decided here and why, and how many requests it takes."""
    known = known_of(resource)
    total = counted(session, part)
    size = part.paging.size or PAGE
    return {
        "method": part.request.method,
        "path": part.request.path,
        "body": json.loads(part.request.body) if part.request.body else None,
        "decided_here": written(part.node) if part.node else None,
        "why": why(part, known),
        "records": total,
        "requests": None if total is None else max(1, -(-total // size)),
    }


def why(part: Part, known: Known) -> list[str]:
    """Why something is decided here; without another reason Intercom does not take its form."""
    if part.node is None:
        return []
    return list(dict.fromkeys(reasons(part.node, known))) or [TOO_DEEP]


def counted(session: Session, part: Part) -> int | None:
    """How many records the list has; None where Intercom does not say, or nothing is to be sent."""
    if session.choices.dry_run:
        return None
    found = session.walk(part.request, part.paging, limit=1)
    try:
        any(found)  # reads the first page
    except NotFound:
        return 0
    return found.total


def page(one: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    yield f"{one['method']} {one['path']}"
    if one["body"]:
        yield from (f"  {line}" for line in json.dumps(one["body"], indent=2).splitlines())
    if one["decided_here"]:
        yield f"Decided here: {one['decided_here']}"
        yield from (f"  because {why}" for why in one["why"])
    else:
        yield "Intercom decides all of it."
    if one["requests"] is not None:
        s = "s" * (one["requests"] != 1)
        yield f"It reads {one['records']:,} records in {one['requests']:,} request{s}."
    yield from one.get("not_documented", [])
