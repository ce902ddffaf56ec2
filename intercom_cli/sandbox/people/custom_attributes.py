"""Custom attributes of contacts and companies: only known names, only values of their type."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from intercom_cli.sandbox import values
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid
from intercom_cli.sandbox.store import Store

CHECKS: dict[str, values.Check] = {
    "string": values.optional_text,
    "integer": values.integer,
    "float": values.number,
    "boolean": lambda value: bool(values.truth(value)),
    "date": values.moment,
}


def merged(store: Store, model: str, before: str, sent: Any) -> str:
    """The attributes after a change, as JSON; null takes a value away.

    Raises Refusal 400 for names that are not data attributes (they must be made first, since
    version 2.0), for lists and objects, and for values of another type. A value outside an
    attribute's options is refused too: the platform did so at times, and the strict way is safe.
    """
    if sent is None:
        return before
    if not isinstance(sent, dict):
        raise invalid("custom_attributes must be an object", "custom_attributes")
    known = {
        row["name"]: row
        for row in store.rows("SELECT * FROM attributes WHERE model = ? AND NOT archived", (model,))
    }
    result, faults = msgspec.json.decode(before), []
    for name, value in sent.items():
        problem = fault_of(known.get(name), name, value)
        if problem is not None:
            faults.append(problem)
        elif value is None:
            result.pop(name, None)
        else:
            result[name] = value
    if faults:
        raise Refusal(400, *faults)
    return msgspec.json.encode(result).decode()


def fault_of(attribute: Any, name: str, value: Any) -> Fault | None:
    """What is wrong with one attribute's value, or None."""
    field = f"custom_attributes.{name}"
    if attribute is None:
        return Fault("parameter_invalid", f"Custom attribute '{name}' does not exist", field)
    if value is None:
        return None
    try:
        CHECKS[attribute["data_type"]](value)
    except values.Unfit as error:
        return Fault("parameter_invalid", f"Custom attribute '{name}' {error}", field)
    options = json.loads(attribute["options"]) if attribute["options"] else None
    if options is not None and value not in options:
        return Fault("parameter_invalid", f"Custom attribute '{name}' has no such option", field)
    return None
