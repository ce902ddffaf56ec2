"""Count what an expression means by totals of searches, reading only what lies at edges.

Whether a record matches is 0 or 1: ``not a`` is 1 - a, ``a and b`` is a * b, and ``a or b`` is
a + b - a * b. So a count is a sum of counts of conjunctions, each with a sign. Where Intercom
decides a conjunction, its total is the count. Where it can only be asked for more than is meant, as
with dates, those of the total that are not meant lie near an edge: they are read and taken off.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from intercom_cli.query.compile import Compiler, Term
from intercom_cli.query.evaluate import positive
from intercom_cli.query.fields import TIMES
from intercom_cli.query.filters import Filter, fitted, joined, single
from intercom_cli.query.nodes import Condition, Group, Node, Not, changed, group, leaves, written
from intercom_cli.query.normal import OPPOSITE, pushed, simplified
from intercom_cli.query.where import is_null
from intercom_cli.query.whole_days import Days, whole_days
from intercom_cli.times import span

TERMS = 8  # counts that one expression may take
NEGATIVE = frozenset({"!=", "not in", "!~", "not between"})
Sum = dict[frozenset[str], int]


def terms(node: Node, compiler: Compiler, zone: tzinfo | None = None) -> tuple[Term, ...] | None:
    """The counts whose sum an expression is; None where it cannot be found so.

    ``zone`` is the one in which Intercom matches dates by whole days.
    """
    if not compiler.known.searched:
        return None
    parts = Parts(compiler, zone)
    total = parts.sum_of(simplified(pushed(changed(node, compiler.dated)), compiler.is_split))
    if total is None or len(total) > TERMS:
        return None
    found = [parts.term(names, factor) for names, factor in total.items() if factor]
    known = [one for one in found if one is not None]
    return tuple(known) if len(known) == len(found) else None


class Parts:
    """The comparisons of an expression, by how they are written; quotes tell text from numbers."""

    def __init__(self, compiler: Compiler, zone: tzinfo | None) -> None:
        self.compiler = compiler
        self.zone = zone
        self.nodes: dict[str, Node] = {}

    def sum_of(self, node: Node) -> Sum | None:
        """An expression as a sum of products of parts; None where it grows too large."""
        if self.compiler.sides.is_decided_there(node) or is_set(node):
            return self.one(node)
        if isinstance(node, Not):
            return opposite(self.sum_of(node.part))
        if isinstance(node, Condition):
            if node.operator in NEGATIVE:
                return opposite(self.sum_of(node._replace(operator=OPPOSITE[node.operator])))
            return opposite(self.one(negated(node))) if is_set(negated(node)) else self.one(node)
        found: Sum | None = None
        for part in sides(node, self.compiler):
            one = self.sum_of(part)
            if one is None:
                return None
            if found is None:
                found = one
            elif node.joint == "and":
                found = product(found, one)
            else:
                found = plus(plus(found, one), product(found, one), -1)
            if len(found) > TERMS * TERMS:
                return None
        return found

    def one(self, node: Node) -> Sum:
        """The sum that is one part."""
        name = written(node)
        self.nodes[name] = node
        return {frozenset({name}): 1}

    def term(self, names: frozenset[str], factor: int) -> Term | None:
        """The count of records of which all these parts hold; all records for no part."""
        nodes = [self.nodes[name] for name in sorted(names)]
        wide = [self.widened(node) for node in nodes]
        if any(one is None for one in wide):
            return None
        query, whole = fitted(joined("AND", wide))
        if not whole:
            return None
        open_ = [node for node in nodes if not self.is_exact(node)]
        if not open_:
            return Term(factor, query)
        local = group("and", tuple(open_))
        if any(map(self.is_unseen, leaves(local))):
            return None
        edges = [self.edge(node) for node in open_]
        if any(one is None for one in edges):
            return Term(factor, query, query, local)
        edge, whole = fitted(joined("AND", [*wide, joined("OR", edges)]))
        return Term(factor, query, edge if whole else query, local)

    def is_unseen(self, leaf: Condition) -> bool:
        """Whether no record shows what a comparison is of."""
        unseen = leaf.field in self.compiler.known.unseen
        return unseen or self.compiler.sides.needs_lookup(positive(leaf))

    def is_exact(self, node: Node) -> bool:
        """Whether Intercom decides a part alone."""
        if is_set(node) or self.compiler.sides.is_decided_there(node):
            return True
        days = self.days(node)
        return days is not None and days.edge is None

    def days(self, node: Node) -> Days | None:
        """A comparison by whole days, where Intercom matches them."""
        if not isinstance(node, Condition) or self.compiler.sides.is_decided_there(node):
            return None
        return whole_days(node, now=self.compiler.now, tz=self.compiler.tz, zone=self.zone)

    def widened(self, node: Node) -> Filter | None:
        """A query that finds at least what a part means; None for everything."""
        if isinstance(node, Condition) and self.compiler.known.is_local(node.field):
            return None
        if isinstance(node, Condition) and is_set(node):
            return single(node.field, ">", 0)
        if days := self.days(node):
            return days.query
        return self.compiler.sides.widened(node)

    def edge(self, node: Node) -> Filter | None:
        """A query that finds what a part's own query finds beyond it; None for no such query."""
        if not isinstance(node, Condition) or node.type not in TIMES:
            return None
        if days := self.days(node):
            return days.edge
        spans = [span(text, now=self.compiler.now, tz=self.compiler.tz) for text in node.values]
        if node.operator == "in" or any(one.gap for one in spans):
            return None
        before = self.compiler.sides.widened(node._replace(operator="<", values=node.values[:1]))
        beyond = self.compiler.sides.widened(node._replace(operator=">", values=node.values[-1:]))
        match node.operator:
            case ">=":
                return before
            case ">":
                return self.compiler.sides.widened(node._replace(operator="<="))
            case "<":
                return self.compiler.sides.widened(node._replace(operator=">="))
            case "<=":
                return beyond
            case _:
                return joined("OR", [before, beyond])


def is_set(node: Node) -> bool:
    """Whether a part asks that a date is set: it is then later than 0, the start of all dates."""
    if not isinstance(node, Condition) or node.type not in TIMES or node.operator != "!=":
        return False
    return len(node.values) == 1 and is_null(node.values[0])


def negated(node: Condition) -> Condition:
    """A comparison with ``!=`` in place of ``=``."""
    return node._replace(operator="!=") if node.operator == "=" else node


def sides(node: Group, compiler: Compiler) -> Iterator[Node]:
    """The parts of a group; those that Intercom decides are one part together."""
    there = tuple(part for part in node.parts if compiler.sides.is_decided_there(part))
    if there:
        yield group(node.joint, there)
    yield from (part for part in node.parts if part not in there)


def opposite(found: Sum | None) -> Sum | None:
    """1 less a sum."""
    return None if found is None else plus({frozenset(): 1}, found, -1)


def plus(one: Sum, other: Sum, factor: int = 1) -> Sum:
    """One sum and another, times a factor."""
    found = dict(one)
    for names, number in other.items():
        found[names] = found.get(names, 0) + factor * number
    return {names: number for names, number in found.items() if number}


def product(one: Sum, other: Sum) -> Sum:
    """One sum times another; a part times itself is itself."""
    found: Sum = {}
    for left, first in one.items():
        for right, second in other.items():
            names = left | right
            found[names] = found.get(names, 0) + first * second
    return {names: number for names, number in found.items() if number}
