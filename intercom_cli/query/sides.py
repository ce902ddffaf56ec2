"""Who decides a condition: Intercom, or the program by the records themselves.

How Intercom compares text is not described, so that a condition that it decides is never decided
again locally: where it stands in an expression that is, the ids of the records that Intercom finds
for it are asked for first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from intercom_cli.query.evaluate import positive
from intercom_cli.query.fields import SERVER, TEXTS, TIMES, Known
from intercom_cli.query.filters import GROUP, Filter, joined
from intercom_cli.query.nodes import Condition, Group, Node, Not
from intercom_cli.query.where import asks_unset, meant
from intercom_cli.query.widening import MOST_VALUES, filters_of, is_address

ORDER = frozenset({"<", "<=", ">", ">="})
MOMENTS = range(10**8, 10**11)  # epoch seconds from 1973 on; other numbers are amounts
MOST = MOST_VALUES * GROUP  # values that are sent; longer lists are decided locally
# Fields that every record has.
ALWAYS_SET = frozenset(
    {"id", "role", "state", "open", "read", "priority", "created_at", "category"}
)


class Sides:
    """Who decides the conditions of a noun, at a moment in a time zone."""

    def __init__(self, known: Known, *, now: float, tz: tzinfo) -> None:
        self.known = known
        self.now = now
        self.tz = tz

    def is_decided_there(self, node: Node) -> bool:
        """Whether Intercom's search decides all of it alone."""
        if isinstance(node, Not) or not self.known.searched:
            return False
        if isinstance(node, Group):
            return all(map(self.is_decided_there, node.parts))
        wide = as_date(node)
        if wide.type in TIMES or self.is_decided_here(wide):
            return False
        return wide.operator in SERVER[wide.type]

    def is_decided_here(self, condition: Condition) -> bool:
        """Whether Intercom cannot even narrow it: it may not know the field, or null for it.

        Which fields take null is written down nowhere; for some of them 0 is described.
        """
        if self.known.is_local(condition.field) or len(condition.values) > MOST:
            return True
        return asks_unset(condition) and condition.field not in self.known.unassigned

    def is_parameter(self, node: Node) -> bool:
        """Whether a condition is one that a list can be asked for."""
        if not isinstance(node, Condition) or node.field not in self.known.parameters:
            return False
        return node.operator == "=" and not asks_unset(node)

    def is_intercoms(self, one: Condition) -> bool:
        """Whether Intercom decides a positive condition, by a search or by a parameter."""
        return self.is_decided_there(one) if self.known.searched else self.is_parameter(one)

    def needs_lookup(self, one: Condition) -> bool:
        """Whether only Intercom can decide a condition: by what it finds, not by the record."""
        if asks_unset(one) or self.known.is_local(one.field):
            return False
        if one.field in self.known.unseen or one.type == "words":
            return True
        if one.type not in TEXTS or is_plain(one):
            return False
        return self.is_intercoms(one)

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
        return joined("AND", filters_of(wide, now=self.now, tz=self.tz))

    def doubts(self, leaf: Condition) -> Iterator[str]:
        """What is not described of the rule by which Intercom decides a condition."""
        one = positive(leaf)
        if asks_unset(leaf) or not self.is_intercoms(one):
            return
        if one.type in TEXTS and not is_plain(one) and not has_one_case(one.field):
            yield (
                f"Intercom decides {leaf.field} {leaf.operator}: whether upper and lower case"
                " differ there is not documented."
            )
        if leaf != one and self.is_decided_there(leaf) and leaf.field not in ALWAYS_SET:
            yield (
                f"Intercom decides {leaf.field} {leaf.operator}: that it includes records where it"
                " is not set is not documented."
            )


def as_date(condition: Condition) -> Condition:
    """A custom attribute that is compared with a number that can be a time, as a date."""
    if condition.type != "custom" or condition.operator not in {"=", *ORDER, "between"}:
        return condition
    values = [meant(value) for value in condition.values]
    if all(type(value) is int and value in MOMENTS for value in values):
        return condition._replace(type="date")
    return condition


def is_of_words(node: Node) -> bool:
    """Whether it is a positive condition on a text that Intercom matches word by word."""
    return (
        isinstance(node, Condition)
        and node.type == "words"
        and positive(node) == node
        and not asks_unset(node)
    )


def has_one_case(field: str) -> bool:
    """Whether case matters to nobody: in e-mail addresses it does not, in ids it always does."""
    return is_address(field) or field.endswith("_id")


def is_plain(condition: Condition) -> bool:
    """Whether values read the same to everybody: without letters of two cases, and in ASCII."""
    texts = [str(text) for text in condition.values if isinstance(meant(text), str)]
    return all(text.isascii() and text.upper() == text.lower() for text in texts)
