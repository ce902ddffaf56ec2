"""Names, labels and types in an expression, in place of which ids, fields and types are put."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from functools import cache, partial
from typing import cast

from intercom_cli.facts.operations import is_newer
from intercom_cli.field_types import about, with_type
from intercom_cli.query.fields import TIMES, Known
from intercom_cli.query.nodes import Condition, Node, group, leaves, rewritten
from intercom_cli.query.where import is_null
from intercom_cli.record_places import Named
from intercom_cli.resource import Asked, Resource
from intercom_cli.session import Session
from intercom_cli.values import titled
from intercom_cli.workspace_zone import zone_of

NOBODY = "nobody"  # an id that no record has
ZERO = "2.16"  # the version from which on 0 stands for not assigned
NO_FIELDS: frozenset[str] = frozenset()


def resolved(session: Session, resource: Resource, tree: Node) -> Node:
    """An expression with ids in place of what people call records, and fields in that of labels."""
    named = {one.name: one for one in resource.named}
    types, known = dict(resource.filters), known_of(resource)
    field_of = cache(partial(resource.labels, session)) if resource.labels else None

    def ids(condition: Condition) -> Node:
        if field_of and known.is_label(condition.field):
            return about(condition, *field_of(condition.field))
        if condition.type == "custom":
            return with_type(session, resource, condition)
        if rewrite := resource.reading.rewrites.get(condition.field):
            return cast("Node", rewrite(session, condition))
        one = named.get(condition.field)
        if one is None:
            return condition
        told = [one.find(session, text) for text in condition.values if not is_null(text)]
        lists = [[found] if isinstance(found, str) else found for found in told]
        values = tuple(id for found in lists for id in found)
        unset = ("null",) * any(map(is_null, condition.values))
        operator = condition.operator
        if any(isinstance(found, list) for found in told):
            operator = "in" if operator in {"=", "in"} else "not in"
        if unset and one.unset:
            return either(one, types, operator, values)
        kind = types[one.field]
        return Condition(one.field, kind, operator, (*values, *unset) or (NOBODY,))

    return rewritten(tree, ids)


def either(one: Named, types: Mapping[str, Asked], operator: str, values: tuple[str, ...]) -> Node:
    """A condition that not set is part of, where another field tells that than the ids."""
    is_positive = operator in {"=", "in"}
    unset = Condition(one.unset, "id", "=" if is_positive else "!=", ("null",))
    if not values:
        return unset
    given = Condition(one.field, types[one.field], operator, values)
    return group("or" if is_positive else "and", (given, unset))


def known_of(resource: Resource, version: str | None = None) -> Known:
    """What can be asked of a noun, in a version of the API where that matters."""
    unassigned = resource.reading.unassigned
    return Known(
        resource.name,
        resource.filters,
        searched=resource.searched is not None,
        unseen=resource.unseen,
        local=resource.local,
        words=resource.words,
        named={one.name: one.field for one in resource.named},
        labelled=resource.labels is not None,
        shown=resource.reading.fields,
        people=frozenset(
            name for one in resource.named if one.people for name in (one.name, one.field)
        ),
        unassigned=unassigned if version is not None and not is_newer(ZERO, version) else NO_FIELDS,
        parameters=resource.reading.parameters,
        titles=titles_of(resource),
    )


def titles_of(resource: Resource) -> dict[str, str]:
    """The fields that column titles stand for, by the title."""
    fields = {*dict(resource.filters), *dict(resource.reading.fields)}
    names = {one.name for one in resource.named}
    found = {}
    for column in resource.columns:
        named = [one.name for one in column.refers if one.name in names]
        if len(column.refers) == len(named) == 1:
            found[titled(column.title)] = named[0]
        elif column.path in fields or column.path.startswith(resource.local or ("\0",)):
            found[titled(column.title)] = column.path
    return {**found, **resource.reading.titles}


def zone_for(session: Session, tree: Node) -> tzinfo:
    """The zone in which an expression's times are read."""
    times = [one.values for one in leaves(tree) if one.type in TIMES]
    return zone_of(session, *(text for values in times for text in values if not is_null(text)))
