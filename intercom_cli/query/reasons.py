"""Say in words why something is decided here and not by Intercom."""

from __future__ import annotations

from collections.abc import Iterator

from intercom_cli.query.fields import SERVER, Known
from intercom_cli.query.nodes import Condition, Group, Node, Not
from intercom_cli.query.sides import MOST, as_date
from intercom_cli.query.where import asks_unset

OF_TYPE = {
    "date": "Intercom matches {} by whole days in versions up to 2.16",
    "moment": "it is told in two ways whether a comparison of {} includes its second",
}


def reasons(node: Node, known: Known) -> Iterator[str]:
    """A sentence for each comparison that Intercom cannot decide, without its full stop."""
    if isinstance(node, Group):
        for part in node.parts:
            yield from reasons(part, known)
    elif isinstance(node, Not):
        yield from opposite(node, known)
    else:
        yield from reason(node, known)


def opposite(node: Not, known: Known) -> Iterator[str]:
    """Why an opposite is decided here."""
    inner = node.part
    if isinstance(inner, Condition):
        yield f"Intercom has no opposite of {inner.operator} for {inner.field}"
    else:
        yield from reasons(inner, known)


def reason(one: Condition, known: Known) -> Iterator[str]:
    """Why one comparison is decided here; nothing for what Intercom decides."""
    wide = as_date(one)
    if not known.searched:
        yield f"Intercom cannot search {known.noun}"
    elif known.is_local(one.field):
        yield f"only the records themselves show {one.field}"
    elif asks_unset(one):
        yield f"it is not told whether a search takes null for {one.field}"
    elif len(one.values) > MOST:
        yield f"{len(one.values)} values are too many to send for {one.field}"
    elif wide.type in OF_TYPE:
        yield OF_TYPE[wide.type].format(one.field)
    elif wide.operator not in SERVER[wide.type]:
        yield f"Intercom has no {one.operator} for {one.field}"
