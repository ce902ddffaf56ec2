"""The texts with {{ }} in them as Jinja reads them: what they are, and what they speak of."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from intercom_cli.workflows.environment import environment

OPEN = ("{{", "{%", "{#")
FROM_OUTSIDE = frozenset({"event", "steps", "item", "error"})  # what others can have written
WHOLE = re.compile(r"\{\{[-+]?(.*?)[-+]?\}\}", re.DOTALL)  # the signs strip or keep blanks around
Way = tuple[str | int, ...]


class Used(NamedTuple):
    """What an expression speaks of: a name and the members that follow it."""

    name: str
    way: Way


def is_template(value: Any) -> bool:
    """Whether a value is a text with something to be filled in."""
    return isinstance(value, str) and any(mark in value for mark in OPEN)


def said(error: Any) -> str:
    """What Jinja says of a text that it cannot read."""
    return str(error.message or error).rstrip(".")


def expression_of(text: str) -> str | None:
    """The expression that a text is, when it is nothing else."""
    stripped = text.strip()
    found = WHOLE.fullmatch(stripped)
    parsed = tree(stripped) if found else None
    if found is None or parsed is None or len(parsed.body) != 1 or len(parsed.body[0].nodes) != 1:
        return None
    return found[1].strip()


@cache
def tree(text: str) -> Any:
    """A text as Jinja reads it; None for what it cannot read."""
    import jinja2

    try:
        return environment().parse(text)
    except jinja2.TemplateSyntaxError:
        return None


def syntax_fault(text: str) -> str | None:
    """What is wrong with the syntax of a text; None when nothing is."""
    import jinja2

    try:
        environment().parse(text)
    except jinja2.TemplateSyntaxError as error:
        return said(error)
    return None


def used_in(value: Any) -> list[Used]:
    """What the expressions in a value, and in all its parts, speak of."""
    if isinstance(value, dict):
        return [used for one in value.values() for used in used_in(one)]
    if isinstance(value, list):
        return [used for one in value for used in used_in(one)]
    parsed = tree(value) if is_template(value) else None
    return used_by(parsed) if parsed else []


def used_by(parsed: Any) -> list[Used]:
    """What a text as Jinja reads it speaks of, without the names that it makes itself."""
    from jinja2 import nodes

    every = list(parsed.find_all(nodes.Name))
    free = free_names(parsed, every)
    chains = {id(root): way for root, way in ways(parsed)}
    return [Used(one.name, chains.get(id(one), ())) for one in every if one.name in free]


def free_names(parsed: Any, every: list[Any]) -> set[str]:
    """The names that a text uses and does not make itself; nothing is worked out for that."""
    from jinja2 import TemplateAssertionError
    from jinja2.meta import TrackingCodeGenerator

    tracking = TrackingCodeGenerator(environment())
    tracking.optimizer = None
    try:
        tracking.visit(parsed)
    except TemplateAssertionError:  # an unknown filter or test, which is told elsewhere
        return {one.name for one in every} - {one.name for one in every if one.ctx != "load"}
    return tracking.undeclared_identifiers


def ways(parsed: Any) -> list[tuple[Any, Way]]:
    """Each name that members follow, with the longest way of members known beforehand."""
    from jinja2 import nodes

    found: dict[int, tuple[Any, Way]] = {}
    for node in parsed.find_all((nodes.Getattr, nodes.Getitem)):
        way: list[str | int] = []
        inner = node
        while isinstance(inner, nodes.Getattr | nodes.Getitem):
            part = inner.attr if isinstance(inner, nodes.Getattr) else constant(inner.arg)
            way = [part, *way] if part is not None else []
            inner = inner.node
        if isinstance(inner, nodes.Name) and len(way) > len(found.get(id(inner), ((), ()))[1]):
            found[id(inner)] = (inner, tuple(way))
    return list(found.values())


def constant(node: Any) -> str | int | None:
    """The name or number of a member, where it is written as one."""
    value = getattr(node, "value", None)
    return value if isinstance(value, str | int) else None
