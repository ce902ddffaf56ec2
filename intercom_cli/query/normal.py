"""Rewrite trees: opposites down to the comparisons, and everything into alternatives or clauses."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from intercom_cli.query.filters import GROUP
from intercom_cli.query.nodes import Condition, Group, Joint, Node, Not, group, written
from intercom_cli.query.where import asks_unset, is_null

OPPOSITE = {
    "=": "!=",
    "!=": "=",
    "in": "not in",
    "not in": "in",
    "~": "!~",
    "!~": "~",
    "between": "not between",
    "not between": "between",
}
OTHER: dict[Joint, Joint] = {"and": "or", "or": "and"}
MOST = 512  # terms of a normal form; beyond it nobody asks for one


def pushed(node: Node, *, opposite: bool = False) -> Node:
    """The same tree with opposites only at comparisons whose operator has none of its own.

    ``not (a < 5)`` stays, for what has no value is neither less nor more.
    """
    if isinstance(node, Not):
        return pushed(node.part, opposite=not opposite)
    if isinstance(node, Group):
        joint = OTHER[node.joint] if opposite else node.joint
        return group(joint, tuple(pushed(part, opposite=opposite) for part in node.parts))
    if not opposite:
        return node
    other = OPPOSITE.get(node.operator)
    return node._replace(operator=other) if other else Not(node)


def simplified(node: Node, is_split: Callable[[Condition], bool]) -> Node:
    """The same tree with what is not set in conditions of their own, as ``in (1, null)`` has it.

    Conditions for which ``is_split`` holds are also one for each of their values. Opposites must be
    pushed down.
    """
    if isinstance(node, Not):
        return Not(simplified(node.part, is_split))
    if isinstance(node, Group):
        parts = tuple(simplified(part, is_split) for part in node.parts)
        return group(node.joint, gathered(node.joint, parts, is_split))
    if node.operator not in {"in", "not in"}:
        return node
    operator, joint = ("=", "or") if node.operator == "in" else ("!=", "and")
    alone = [node._replace(operator=operator, values=("null",))] * asks_unset(node)
    given = tuple(dict.fromkeys(text for text in node.values if not is_null(text)))
    rest = [node._replace(values=given)] if given else []
    if given and is_split(node):
        rest = [node._replace(operator=operator, values=(text,)) for text in given]
    return group("or" if joint == "or" else "and", (*rest, *alone))


def gathered(
    joint: Joint, parts: tuple[Node, ...], is_split: Callable[[Condition], bool]
) -> tuple[Node, ...]:
    """Parts of a group, where very many compare one field with a value each, as one list of them.

    ``name = a or name = b`` is ``name in (a, b)``, and ``and`` of ``!=`` is ``not in``.
    """
    operator, listed = ("=", "in") if joint == "or" else ("!=", "not in")
    found: dict[str, list[Condition]] = {}
    for part in parts:
        if isinstance(part, Condition) and part.operator == operator and not asks_unset(part):
            found.setdefault(part.field, []).append(part)
    many = {
        field: ones
        for field, ones in found.items()
        if len(ones) > GROUP**2 and not is_split(ones[0])
    }
    alone = tuple(
        part
        for part in parts
        if not (isinstance(part, Condition) and part in many.get(part.field, ()))
    )
    lists = tuple(
        ones[0]._replace(operator=listed, values=tuple(one.values[0] for one in ones))
        for ones in many.values()
    )
    return (*alone, *lists)


def terms(node: Node, outer: Joint) -> list[tuple[Node, ...]] | None:
    """A tree as groups in a group: ``or`` of ``and``s, or with ``and`` as outer the other way.

    Opposites must be pushed down. None where it would be too large.
    """
    if not isinstance(node, Group):
        return [(node,)]
    inner = [terms(part, outer) for part in node.parts]
    if any(part is None for part in inner):
        return None
    known = [part for part in inner if part is not None]
    if node.joint == outer:
        found = [term for part in known for term in part]
    else:
        size = 1
        for part in known:
            size *= len(part)
            if size > MOST:
                return None
        found = [unique(sum(choice, ())) for choice in product(*known)]
    found = list({tuple(map(written, term)): term for term in found}.values())
    return found if len(found) <= MOST else None


def unique(term: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts of a term, each once; a value in quotes is not the same as one without."""
    return tuple({written(part): part for part in term}.values())


def parts_of(node: Node, joint: Joint) -> tuple[Node, ...]:
    """The parts of a group of that kind; anything else is its own only part."""
    return node.parts if isinstance(node, Group) and node.joint == joint else (node,)


__all__ = ["Condition", "parts_of", "pushed", "terms"]
