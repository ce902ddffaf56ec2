"""Check comparisons of fields whose type only the workspace tells."""

from __future__ import annotations

from intercom_cli.attribute_types import name_in, type_of
from intercom_cli.errors import Misuse
from intercom_cli.query.fields import MEANING, TIMES
from intercom_cli.query.nodes import Condition, Text
from intercom_cli.query.where import EQUALITY, NO_TIME, a, is_null, unfit
from intercom_cli.resource import Asked, Resource
from intercom_cli.session import Session

SIZE = frozenset({"<", ">", "<=", ">="})


def with_type(session: Session, resource: Resource, condition: Condition) -> Condition:
    """A comparison of an attribute, by the type that Intercom lists for it.

    Raises Misuse for an attribute that does not exist, and for a value that it cannot have.
    """
    model = resource.attributes.get(condition.field.partition(".")[0])
    if not model:
        return condition
    kind = type_of(session, model, name_in(condition.field))
    # Intercom compares text by size, which is not described.
    if kind == "string" and condition.operator in SIZE and resource.searched:
        return condition
    return condition if kind is None else about(condition, condition.field, kind)


def about(condition: Condition, field: str, kind: Asked) -> Condition:
    """What was said of a label, as said of its field. Raises Misuse for what that cannot be."""
    if condition.operator not in MEANING[kind]:
        allowed = " ".join(sorted(MEANING[kind]))
        raise Misuse(f"--where: {condition.field} is {a(kind)}; it takes {allowed}.")
    if kind in TIMES and condition.operator in EQUALITY:
        values = ("null" if value in NO_TIME else value for value in condition.values)
        condition = condition._replace(values=tuple(values))
    for value in condition.values:
        if kind not in TIMES and " " in value and not isinstance(value, Text):
            hint = f'write "{value}"' if kind == "string" else None
            raise Misuse(f"--where: {value} is a time, and {field} is {a(kind)}.", hint=hint)
        unset = condition.operator in EQUALITY and is_null(value)
        if not unset and (why := unfit(condition.field, kind, value)):
            raise Misuse(f"--where: {why.message.rstrip('.')}.", hint=why.hint)
    return condition._replace(field=field, type=kind)
