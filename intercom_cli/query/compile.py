"""Split an expression into what the server narrows and what is decided here, so answers are exact.

Contact dates are matched by calendar day in the workspace's time zone up to 2.16 (SearchContacts):
``>`` means from the start of the next day and ``<`` before the start of the day. A comparison is
therefore asked wider than it is meant and its exact edge is decided here. The same holds for custom
attributes that are dates, by days of UTC from 2.17 on; their type is not known here, so whatever is
compared with a moment may be one.

Times of conversations and tickets are matched by the second; whether ``>`` includes it is told in
two ways, so that their edges are decided here as well.

What Intercom decides is never decided again here, for nobody knows whether it heeds upper and lower
case. Where an ``or`` joins what it decides with what it cannot, each side is a search of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.query.fields import SERVER, TIMES, Known
from intercom_cli.query.filters import EVERYTHING, GROUP, Filter, fitted, joined, single
from intercom_cli.query.nodes import Condition, Group, Node, Not, Text, changed, group, leaves
from intercom_cli.query.normal import parts_of, pushed, terms
from intercom_cli.query.where import EQUALITY, asks_unset, is_null, meant
from intercom_cli.times import span
from intercom_cli.values import typed

if TYPE_CHECKING:
    from intercom_cli.query.counting import Term

# Longer than the longest calendar day (25 hours), so a shifted day is always an earlier one.
DAY_AND_MORE = 26 * 3600
ORDER = frozenset({"<", "<=", ">", ">="})
SIGNS = {"in": "IN", "not in": "NIN"}
MOMENTS = range(10**8, 10**11)  # epoch seconds from 1973 on; other numbers are amounts
MOST_VALUES = 150  # of one list that are sent; a longer one is sent as several
SEARCHES = 15  # that one expression may take


class Search(NamedTuple):
    """One search: its query for the server, and what is decided here of what it finds."""

    query: Filter
    local: Node | None = None


class Plan(NamedTuple):
    """The searches that find all of it together, each record at least once.

    ``counts`` gives the counts whose sum is how many there are, where that can be found so.
    """

    searches: tuple[Search, ...]
    counts: Callable[[], tuple[Term, ...] | None] = lambda: None

    @property
    def local(self) -> Node | None:
        """What is decided here, where there is one search."""
        return self.searches[0].local


class Compiler:
    """Compiles for a noun at a moment in a time zone."""

    def __init__(self, known: Known, *, now: float, tz: tzinfo) -> None:
        self.known = known
        self.now = now
        self.tz = tz

    def plan(self, node: Node, *, together: bool = False) -> Plan:
        """The searches of an expression; only one where they must come ``together``, in order.

        Raises Misuse where it cannot be decided, and says why.
        """
        tree = pushed(changed(node, self.dated))
        for leaf in leaves(tree):
            self.check_ends(leaf)
        if not self.known.searched:
            return Plan((Search(EVERYTHING, tree),))
        mixed = [part for part in parts_of(tree, "and") if self.is_mixed(part)]
        if not mixed:
            return Plan((self.search(tree),))
        split = terms(group("and", tuple(mixed)), "or")
        if not together and split is not None and len(split) <= SEARCHES:
            rest = tuple(part for part in parts_of(tree, "and") if part not in mixed)
            return Plan(tuple(self.search(group("and", (*rest, *term))) for term in split))
        return Plan((self.alone(tree),))

    def search(self, tree: Node) -> Search:
        """The one search of a tree in which nothing is mixed."""
        wanted = joined("AND", [self.widened(part) for part in parts_of(tree, "and")])
        query, whole = fitted(wanted)
        if not whole:
            return self.alone(tree)
        local = tuple(part for part in parts_of(tree, "and") if not self.is_decided_there(part))
        if not local:
            return Search(query)
        self.need_seen(group("and", local))
        return Search(query, group("and", local))

    def alone(self, tree: Node) -> Search:
        """One search for a tree of any form: asked wider, and decided here as a whole.

        Raises Misuse where what no record shows would have to be decided.
        """
        self.need_seen(tree)
        return Search(fitted(self.widened(tree))[0], tree)

    def need_seen(self, tree: Node) -> None:
        """Raise Misuse for a field that no record shows, which cannot be decided here."""
        for leaf in leaves(tree):
            if leaf.field in self.known.unseen:
                raise Misuse(
                    f"--where: {leaf.field} stands in no record, so that only Intercom can decide"
                    f" it, and Intercom takes no expression of this form.",
                    hint="ask in two steps, or leave --sort out",
                )

    def is_mixed(self, node: Node) -> bool:
        """Whether an ``or`` joins what Intercom decides with what it cannot."""
        if not isinstance(node, Group):
            return False
        return len(set(self.decided(node))) > 1

    def decided(self, node: Node) -> Iterator[bool]:
        """Of each comparison, or opposite of one, whether Intercom decides it."""
        if isinstance(node, Group):
            for part in node.parts:
                yield from self.decided(part)
        else:
            yield self.is_decided_there(node)

    def is_decided_there(self, node: Node) -> bool:
        """Whether Intercom decides all of it alone."""
        if isinstance(node, Not):
            return False
        if isinstance(node, Group):
            return all(map(self.is_decided_there, node.parts))
        wide = as_date(node)
        if wide.type in TIMES or self.is_decided_here(wide):
            return False
        return wide.operator in SERVER[wide.type]

    def is_decided_here(self, condition: Condition) -> bool:
        """Whether Intercom cannot even narrow it: it may not know the field, or null for it.

        Which fields take null is written down nowhere; where a record shows the field, it need not.
        """
        if self.known.is_local(condition.field) or len(condition.values) > MOST_VALUES * GROUP:
            return True
        return asks_unset(condition) and condition.field not in self.known.unseen

    def widened(self, node: Node) -> Filter | None:
        """A query that finds at least what a tree means; None for everything."""
        if isinstance(node, Not):
            return None
        if isinstance(node, Group):
            operator = node.joint.upper()
            return joined(operator, [self.widened(part) for part in node.parts])
        wide = as_date(node)
        if self.is_decided_here(wide):
            return None
        return joined("AND", [*self.filters(wide)])

    def filters(self, condition: Condition) -> list[Filter]:
        """The filters that narrow a comparison on the server: none when it cannot help."""
        if condition.type in TIMES:
            return self.around(condition)
        field, operator = condition.field, condition.operator
        values = [value_of(condition, text) for text in condition.values]
        if operator == "between":
            return [single(field, ">=", values[0]), single(field, "<=", values[1])]
        if operator == "not between":
            return []
        if operator in SIGNS:
            chunks = [values[at : at + MOST_VALUES] for at in range(0, len(values), MOST_VALUES)]
            listed: list[Filter | None] = [single(field, SIGNS[operator], one) for one in chunks]
            found = joined("OR" if operator == "in" else "AND", listed)
            return [found] if found else []
        return [single(field, operator, values[0])]

    def around(self, condition: Condition) -> list[Filter]:
        """A comparison of times asked at least as wide as it is meant."""
        spans = [span(text, now=self.now, tz=self.tz) for text in condition.values]
        margin = DAY_AND_MORE if condition.type == "date" else 1

        def later(second: int) -> Filter:
            return single(condition.field, ">", max(second - margin, 0))

        def earlier(second: int) -> Filter:
            return single(condition.field, "<", second + margin)

        match condition.operator:
            case ">":
                return [later(spans[0].end)]
            case ">=":
                return [later(spans[0].start)]
            case "<":
                return [earlier(spans[0].start)]
            case "<=":
                return [earlier(spans[0].end)]
            case "=" | "in" | "between":
                first = min(one.start for one in spans)
                return [later(first), earlier(max(one.end for one in spans))]
            case _:
                return []

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


def plan(
    node: Node,
    known: Known,
    *,
    now: float,
    tz: tzinfo,
    together: bool = False,
    days: tzinfo | None = None,
) -> Plan:
    """Compile an expression; ``days`` is the zone in which Intercom matches dates by whole days.

    Raises Misuse where it cannot be decided, and says why.
    """
    compiler = Compiler(known, now=now, tz=tz)
    found = compiler.plan(node, together=together)
    return found._replace(counts=partial(terms_of, node, compiler, days))


def terms_of(node: Node, compiler: Compiler, days: tzinfo | None) -> tuple[Term, ...] | None:
    """The counts whose sum is how many an expression means; None where there are none."""
    from intercom_cli.query.counting import terms

    return terms(node, compiler, days)


def as_date(condition: Condition) -> Condition:
    """A custom attribute that is compared with a number that can be a time, as a date."""
    if condition.type != "custom" or condition.operator not in {"=", *ORDER, "between"}:
        return condition
    values = [meant(value) for value in condition.values]
    if all(type(value) is int and value in MOMENTS for value in values):
        return condition._replace(type="date")
    return condition


def value_of(condition: Condition, text: str) -> Any:
    """A text as the field's type wants it on the wire; what does not fit was refused before."""
    if is_null(text) and condition.operator in EQUALITY:
        return None
    if condition.type == "boolean":
        return text.lower() == "true"
    if condition.type in {"integer", "number"}:
        return typed(str(text))
    return meant(text) if condition.type == "custom" else str(text)


__all__ = ["EVERYTHING", "Plan", "Search", "plan"]
