"""Search, of contacts above all: the query of a request becomes one SQL condition.

Where the platform's behaviour is not documented the strict reading holds, so that what works
here works there:

* text is compared with regard to case, in every operator;
* a group holds filters or groups, not both, as the description's schema says;
* a value must be of the field's type; digits in quotes count as numbers, as in the
  description's own example;
* ``!=``, ``NIN`` and ``!~`` also match contacts that have no value;
* null can only be compared with ``=`` and ``!=``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from intercom_cli.sandbox.people.contact_pages import Condition, Order
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing
from intercom_cli.sandbox.search_fields import SearchField, field_named
from intercom_cli.sandbox.search_values import compare
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Visit, whole

LEVELS = 2
FILTERS = 15
GROUPS = ("AND", "OR")
NOT_NULL = frozenset({"activity", "created_at", "updated_at", "id", "role"})
ORDERS = ("ascending", "descending")
UNSORTABLE = ("membership", "list", "words")


Named = Callable[[Visit, object], SearchField]


class Asked(NamedTuple):
    """What the body of a search asks for: what fits, in which order, and which page of it."""

    query: Any
    sort: dict[str, Any]
    size: int
    starting_after: str | None


def asked(visit: Visit, *, size: int, most: int) -> Asked:
    """Read the body of a search; ``pagination.page`` is ignored, only the cursor moves on."""
    sent = visit.body()
    if sent.get("query") is None:
        raise missing("query not specified")
    pagination = part(sent, "pagination")
    cursor = pagination.get("starting_after")
    if cursor is not None and not isinstance(cursor, str):
        raise invalid("starting_after must be a string", "starting_after")
    size = whole(pagination.get("per_page", size), "per_page", most=most)
    return Asked(sent["query"], part(sent, "sort"), size, cursor)


def part(sent: dict[str, Any], name: str) -> dict[str, Any]:
    """An object inside the body, empty when it is not there."""
    given = sent.get(name)
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise invalid(f"{name} must be an object", name)
    return given


def contact_field(visit: Visit, name: object) -> SearchField:
    """What a name means in a search of contacts."""
    return field_named(visit.store, name, visit.version)


def condition(visit: Visit, query: Any, named: Named = contact_field) -> Condition:
    """Compile a query; ``named`` tells what each field is. Of other records than contacts too.

    Raises Refusal 400 for more than two levels of groups, more than fifteen filters in one,
    unknown fields, and operators or values that do not fit their field.
    """
    return compile_part(visit, query, named, level=1)


def compile_part(visit: Visit, part: Any, named: Named, *, level: int) -> Condition:
    """Compile a filter or a group."""
    if not isinstance(part, dict):
        raise invalid("query must be an object", "query")
    if part.get("operator") in GROUPS and "field" not in part:
        return compile_group(visit, part, named, level=level)
    return compile_filter(visit, part, named)


def compile_group(visit: Visit, group: dict[str, Any], named: Named, *, level: int) -> Condition:
    """Join the members of a group with AND or OR."""
    members = group.get("value")
    if level > LEVELS:
        raise invalid(f"Queries can be nested {LEVELS} levels deep at most", "query")
    if not isinstance(members, list) or not members:
        raise invalid("The value of a group must be a list of filters", "value")
    if len(members) > FILTERS:
        raise invalid(f"A group can hold {FILTERS} filters at most", "value")
    if len({isinstance(member, dict) and "field" in member for member in members}) > 1:
        raise invalid("A group can hold filters or groups, not both", "value")
    compiled = [compile_part(visit, member, named, level=level + 1) for member in members]
    joint = f" {group['operator']} "
    return Condition(
        joint.join(f"({member.sql})" for member in compiled),
        tuple(value for member in compiled for value in member.values),
    )


def compile_filter(visit: Visit, one: dict[str, Any], named: Named) -> Condition:
    """Compile one field, operator and value."""
    for name in ("field", "operator"):
        if name not in one:
            raise invalid(f"{name} not specified", name)
    field = named(visit, one["field"])
    operator = one["operator"]
    if operator not in field.operators:
        kind = field.type.removeprefix("custom_")
        raise invalid(
            f"Operator '{operator}' is not supported for {field.name} ({kind})", "operator"
        )
    return compare(visit, field, operator, one.get("value"))


def order(visit: Visit, sort: dict[str, Any]) -> Order:
    """Compile the sort order: last activity first unless asked otherwise."""
    ascending = smallest_first(visit, sort)
    name = sort.get("field", "last_request_at")
    if name == "last_request_at":
        return Order(ascending=ascending)
    return Order(never_null(field_named(visit.store, name, visit.version)), ascending)


def smallest_first(visit: Visit, sort: dict[str, Any]) -> bool:
    """Whether the smallest come first; the largest do unless asked otherwise.

    Raises Refusal 400 ``invalid_sort_order`` for anything but the two words. Versions before
    2.16 take it in silence, and order as if nothing had been said.
    """
    direction = sort.get("order", "descending")
    if direction not in ORDERS and visit.version >= V2_16:
        message = f"Invalid sort order '{direction}'. Must be one of: {', '.join(ORDERS)}"
        raise Refusal(400, Fault("invalid_sort_order", message))
    return bool(direction == "ascending")


def never_null(field: SearchField) -> str:
    """The expression to sort by; what has no value comes as the smallest."""
    if field.type in UNSORTABLE:
        raise Refusal(400, Fault("invalid_field", f"'{field.name}' cannot be sorted by", "field"))
    if field.expression in NOT_NULL:
        return field.expression
    smallest = "''" if field.type in ("string", "role") else "-1"
    return f"ifnull({field.expression}, {smallest})"
