"""The requests that --explain tells of, as records and as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from intercom_cli.query.nodes import written

if TYPE_CHECKING:
    from intercom_cli.api.request import Request
    from intercom_cli.query.nodes import Node

Bound = Literal["exactly", "at least", "at most"]


class Cost(NamedTuple):
    """How many requests a list takes, and whether that is known exactly."""

    requests: int
    bound: Bound = "exactly"


class Step(NamedTuple):
    """Requests of one kind that will be sent."""

    cost: Cost
    request: Request | None = None
    records: int | None = None
    node: Node | None = None
    why: tuple[str, ...] = ()


def described(one: Step) -> dict[str, Any]:
    """A step as a record."""
    request = one.request
    return {
        "method": request.method if request else None,
        "path": request.path if request else None,
        "body": json.loads(request.body) if request and request.body else None,
        "decided_here": written(one.node) if one.node else None,
        "why": list(one.why),
        "records": one.records,
        "requests": one.cost.requests,
        "bound": one.cost.bound,
    }


def page(one: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    if one["path"] is None:
        yield f"{in_words(one['requests'], one['bound'])}: {', '.join(one['why'])}."
        return
    yield f"{one['method']} {one['path']}"
    if one["body"]:
        yield from (f"  {line}" for line in json.dumps(one["body"], indent=2).splitlines())
    if one["decided_here"]:
        yield f"Decided here: {one['decided_here']}"
        yield from (f"  because {why}" for why in one["why"])
    else:
        yield "Intercom decides all of it."
    found = "" if one["records"] is None else f"; {one['records']:,} records"
    yield f"{in_words(one['requests'], one['bound'])}{found}."
    yield from one.get("not_documented", [])


def in_words(requests: int, bound: str) -> str:
    """A number of requests, as a sentence begins with it."""
    s = "s" * (requests != 1)
    known = "" if bound == "exactly" else f"{bound.capitalize()} "
    return f"{known}{requests:,} request{s}"


def in_all(costs: list[Cost]) -> str:
    """What it takes in all."""
    bounds = {one.bound for one in costs} - {"exactly"}
    known = "" if not bounds else "about " if len(bounds) > 1 else f"{bounds.pop()} "
    total = sum(one.requests for one in costs)
    return f"In all {known}{total:,} request{'s' * (total != 1)}."
