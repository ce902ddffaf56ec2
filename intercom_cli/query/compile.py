"""Split an expression into what the server filters and what is filtered locally, exactly.

Contact dates are matched by calendar day in the workspace's time zone up to 2.16 (SearchContacts):
``>`` means from the start of the next day and ``<`` before the start of the day. A comparison is
therefore asked wider than it is meant and its exact edge is decided locally. The same holds for
custom attributes that are dates, by days of UTC from 2.17 on.

Times of conversations and tickets are matched by the second; whether ``>`` includes it is described
in two ways, so that their edges are decided locally as well.

Where an ``or`` joins what Intercom decides with what it cannot, each side is a search of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import tzinfo
from typing import NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.query.evaluate import positive
from intercom_cli.query.fields import TIMES, Known
from intercom_cli.query.filters import EVERYTHING, Filter, fitted, joined
from intercom_cli.query.nodes import (
    Condition,
    Group,
    Node,
    Text,
    changed,
    group,
    leaves,
    written,
)
from intercom_cli.query.normal import parts_of, pushed, simplified, terms
from intercom_cli.query.sides import MOST, ORDER, Sides, is_of_words
from intercom_cli.query.where import asks_unset, meant
from intercom_cli.query.widening import ways
from intercom_cli.times import span

SEARCHES = 15  # that one expression may take


class Search(NamedTuple):
    """One search: its query for the server, and what is decided locally of what it finds.

    With a ``parameter`` it is a request for the records that have one value of one field.
    """

    query: Filter
    local: Node | None = None
    parameter: tuple[str, str] | None = None


class Lookup(NamedTuple):
    """A condition that only Intercom can decide, as written, and what finds its records."""

    condition: str
    searches: tuple[Search, ...]


class Term(NamedTuple):
    """A count with its factor: the total of a query, less what is not meant of its edge.

    Everything the query finds that ``local`` does not mean is found by ``edge`` too; None for a
    query that Intercom decides alone.
    """

    factor: int
    query: Filter
    edge: Filter | None = None
    local: Node | None = None


class Plan(NamedTuple):
    """The searches that find all of it together, each record at least once.

    ``lookups`` are searches whose ids are needed to decide locally, and ``doubts`` sentences about
    what Intercom decides by rules that are not described. ``counts`` gives the counts whose sum is
    how many there are, where that can be found so.
    """

    searches: tuple[Search, ...]
    lookups: tuple[Lookup, ...] = ()
    doubts: tuple[str, ...] = ()
    counts: Callable[[], tuple[Term, ...] | None] = lambda: None

    @property
    def local(self) -> Node | None:
        """What is decided locally, where there is one search."""
        return self.searches[0].local


class Compiler:
    """Compiles for a noun at a moment in a time zone."""

    def __init__(self, known: Known, *, now: float, tz: tzinfo) -> None:
        self.known = known
        self.sides = Sides(known, now=now, tz=tz)
        self.now = now
        self.tz = tz
        self.looked_up: dict[str, Lookup] = {}

    def plan(self, node: Node, *, together: bool = False) -> Plan:
        """The searches of an expression; only one where they must come ``together``, in order.

        Raises Misuse where it cannot be decided, and says why.
        """
        tree = pushed(changed(node, self.dated))
        for leaf in leaves(tree):
            self.check_ends(leaf)
        tree = simplified(tree, self.is_split)
        for leaf in leaves(tree):
            self.check_seen(leaf)
        found = self.searches(tree, together=together)
        doubts = dict.fromkeys(doubt for leaf in leaves(tree) for doubt in self.sides.doubts(leaf))
        return Plan(tuple(found), tuple(self.looked_up.values()), tuple(doubts))

    def searches(self, tree: Node, *, together: bool) -> list[Search]:
        """The searches of a tree whose opposites are pushed down."""
        if not self.known.searched:
            return self.of_list(tree)
        mixed = [part for part in parts_of(tree, "and") if self.is_mixed(part)]
        if not mixed:
            return [self.search(tree)]
        split = terms(group("and", tuple(mixed)), "or")
        if not together and split is not None and len(split) <= SEARCHES:
            rest = tuple(part for part in parts_of(tree, "and") if part not in mixed)
            return [self.search(group("and", (*rest, *term))) for term in split]
        return [self.alone(tree)]

    def of_list(self, tree: Node) -> list[Search]:
        """The requests for a list that has no search: by a parameter, else the whole of it."""
        split = terms(tree, "or") or [(tree,)]
        asked: list[Search] = []
        rest: list[Node] = []
        for term in split:
            one = next(filter(self.sides.is_parameter, term), None)
            if isinstance(one, Condition):
                local = tuple(part for part in term if part is not one)
                node = group("and", local) if local else None
                asked += [Search(EVERYTHING, node, asks) for asks in parameters_of(one)]
            else:
                rest.append(group("and", term))
        if not asked or len(asked) > SEARCHES:
            asked, rest = [], [tree]
        if rest:
            asked.append(Search(EVERYTHING, group("or", tuple(rest))))
        for one_search in asked:
            self.look_up(one_search.local)
        return asked

    def search(self, tree: Node) -> Search:
        """The one search of a tree in which nothing is mixed."""
        parts = parts_of(tree, "and")
        query, whole = fitted(joined("AND", [self.sides.widened(part) for part in parts]))
        if not whole:
            return self.alone(tree)
        local = tuple(part for part in parts if not self.sides.is_decided_there(part))
        if not local:
            return Search(query)
        # The query holds the words of those that stand alone, so that their texts are enough.
        rest = tuple(part for part in local if not is_of_words(part))
        self.look_up(group("and", rest) if rest else None)
        return Search(query, group("and", local))

    def alone(self, tree: Node) -> Search:
        """One search for a tree of any form: asked wider, and decided locally as a whole."""
        self.look_up(tree)
        return Search(fitted(self.sides.widened(tree))[0], tree)

    def look_up(self, tree: Node | None) -> None:
        """Note the conditions of what is decided locally that only Intercom can decide."""
        for leaf in leaves(tree) if tree is not None else ():
            one = positive(leaf)
            key = written(one)
            if key not in self.looked_up and self.sides.needs_lookup(one):
                self.looked_up[key] = Lookup(key, tuple(self.found_by(one)))

    def found_by(self, one: Condition) -> Iterator[Search]:
        """The searches for one condition."""
        if not self.known.searched:
            yield from (Search(EVERYTHING, None, asks) for asks in parameters_of(one))
            return
        for at in range(0, len(one.values), MOST):
            part = one._replace(values=one.values[at : at + MOST])
            local = part if part.type == "words" else None
            yield Search(fitted(self.sides.widened(part))[0], local)

    def check_seen(self, leaf: Condition) -> None:
        """Raise Misuse where nothing tells whether a field is set."""
        if asks_unset(leaf) and leaf.field in self.known.unseen:
            raise Misuse(
                f"--where: no record shows whether {leaf.field} is set, and no request tells it.",
                hint=f"{leaf.field} can only be compared with a value",
            )

    def is_split(self, leaf: Condition) -> bool:
        """Whether a condition with several values is one for each: only one at a time is taken."""
        if leaf.field in self.known.parameters and not self.known.searched:
            return len(leaf.values) <= SEARCHES
        return leaf.type in {"words", "tag"}

    def is_mixed(self, node: Node) -> bool:
        """Whether an ``or`` joins what Intercom decides with what it cannot."""
        if not isinstance(node, Group):
            return False
        if any(is_of_words(one) for one in leaves(node)):
            return True
        return len(set(self.decided(node))) > 1

    def decided(self, node: Node) -> Iterator[bool]:
        """Of each comparison, or opposite of one, whether Intercom decides it."""
        if isinstance(node, Group):
            for part in node.parts:
                yield from self.decided(part)
        else:
            yield self.sides.is_decided_there(node)

    def check_ends(self, condition: Condition) -> None:
        """Raise Misuse for two ends of a span of time that are the wrong way round."""
        if condition.type not in TIMES or not condition.operator.endswith("between"):
            return
        first, last = (span(text, now=self.now, tz=self.tz) for text in condition.values)
        if first.start >= last.end:
            one, other = condition.values
            raise Misuse(
                f"--where: {one} is later than {other}.",
                hint=f"{condition.field} {condition.operator} {other} and {one}",
            )

    def dated(self, condition: Condition) -> Condition:
        """The comparison, as one of dates where a custom attribute is put in order with a time.

        Text has no order at Intercom, so nothing else can be meant by ``> 2026-03-01``.
        """
        if condition.type != "custom" or condition.operator not in {
            *ORDER,
            "between",
            "not between",
        }:
            return condition
        for value in condition.values:
            if not isinstance(meant(value), str) or isinstance(value, Text):
                return condition
            try:
                span(value, now=self.now, tz=self.tz)
            except Misuse:
                return condition
        return condition._replace(type="date")


def parameters_of(one: Condition) -> list[tuple[str, str]]:
    """The field and value that a list is asked for, in each of the ways a text can be written."""
    return [(one.field, way) for way in ways(one, str(one.values[0]))]
