"""What an expression says, as a tree: comparisons, joined by and, or, and not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from intercom_cli.resource import Asked

BARE = re.compile(r"[^\s=<>~^$!(),\"']+")
RESERVED = frozenset({"and", "or", "not", "in", "is", "between", "null", "ago"})
Joint = Literal["and", "or"]


class Text(str):
    """A value in quotes: text, also where it looks like a number, true, false or null."""

    __slots__ = ()


class Condition(NamedTuple):
    """One comparison; ``values`` holds one text, or several for in, not in and between."""

    field: str
    type: Asked
    operator: str
    values: tuple[str, ...]


class Not(NamedTuple):
    """The opposite of a part."""

    part: Node


class Group(NamedTuple):
    """Parts of which all must hold, or any."""

    joint: Joint
    parts: tuple[Node, ...]


Node = Condition | Not | Group


def group(joint: Joint, parts: tuple[Node, ...]) -> Node:
    """Parts joined; a part that is such a group itself is taken apart, and one alone stays itself.

    >>> a, b = Condition("a", "id", "=", ("1",)), Condition("b", "id", "=", ("2",))
    >>> group("and", (a, group("and", (b, a)))) == Group("and", (a, b, a))
    True
    """
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, Group) and part.joint == joint else (part,)
    return flat[0] if len(flat) == 1 else Group(joint, tuple(flat))


def leaves(node: Node) -> Iterator[Condition]:
    """Every comparison of a tree."""
    if isinstance(node, Condition):
        yield node
    elif isinstance(node, Not):
        yield from leaves(node.part)
    else:
        for part in node.parts:
            yield from leaves(part)


def changed(node: Node, change: Callable[[Condition], Condition]) -> Node:
    """The same tree with each comparison changed."""
    if isinstance(node, Condition):
        return change(node)
    if isinstance(node, Not):
        return Not(changed(node.part, change))
    return Group(node.joint, tuple(changed(part, change) for part in node.parts))


def rewritten(node: Node, change: Callable[[Condition], Node]) -> Node:
    """The same tree with something in place of each comparison."""
    if isinstance(node, Condition):
        return change(node)
    if isinstance(node, Not):
        return Not(rewritten(node.part, change))
    return group(node.joint, tuple(rewritten(part, change) for part in node.parts))


def written(node: Node, within: Joint | None = None) -> str:
    """A tree as an expression that is read as the same tree."""
    if isinstance(node, Condition):
        return comparison(node)
    if isinstance(node, Not):
        inner = written(node.part)
        return f"not ({inner})"
    text = f" {node.joint} ".join(written(part, node.joint) for part in node.parts)
    return f"({text})" if within is not None else text


def comparison(one: Condition) -> str:
    """A comparison as it is written."""
    field = one.field if is_bare(one.field) or '."' in one.field else quoted(one.field)
    values = [value_of(text) for text in one.values]
    if one.operator in {"in", "not in"}:
        return f"{field} {one.operator} ({', '.join(values)})"
    return f"{field} {one.operator} {' and '.join(values)}"


def value_of(text: str) -> str:
    """A value as it is written: bare where it may be."""
    if isinstance(text, Text):
        return quoted(text)
    return (
        text if BARE.fullmatch(text) and text.lower() not in RESERVED - {"null"} else quoted(text)
    )


def is_bare(name: str) -> bool:
    """Whether the name of a field needs no quotes."""
    return bool(BARE.fullmatch(name)) and name.lower() not in RESERVED


def quoted(text: str) -> str:
    """A text in quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
