"""More checks of values that were sent: choices, lists, and objects with members of their own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from intercom_cli.sandbox import values
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.values import Check, Unfit, check


def boolean(value: Any) -> bool:
    """True or false, and nothing else."""
    if not isinstance(value, bool):
        raise Unfit("must be true or false")
    return value


def string(value: Any) -> str:
    """Text, which may be empty."""
    if not isinstance(value, str):
        raise Unfit("must be a string")
    return value


def mapping(value: Any) -> dict[str, Any]:
    """A JSON object."""
    if not isinstance(value, dict):
        raise Unfit("must be an object")
    return value


def choice(words: Collection[str]) -> Check:
    """One of some words."""

    def test(value: Any) -> str:
        if not isinstance(value, str) or value not in words:
            raise Unfit(f"must be one of: {', '.join(words)}")
        return value

    return test


def many(one: Check) -> Callable[[Any], list[Any]]:
    """A list of values that are all of a kind."""

    def test(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise Unfit("must be an array")
        return [one(item) for item in value]

    return test


def record(
    checks: Mapping[str, Check], *, required: Collection[str] = ()
) -> Callable[[Any], dict[str, Any]]:
    """An object with these members; others are left out."""

    def test(value: Any) -> dict[str, Any]:
        sent = mapping(value)
        for name in required:
            if name not in sent:
                raise Unfit(f"must have {name}")
        found = {}
        for name, one in checks.items():
            if name in sent:
                try:
                    found[name] = one(sent[name])
                except Unfit as error:
                    raise Unfit(f"has a {name} that {error}") from error
        return found

    return test


def checked(
    sent: Mapping[str, Any], checks: Mapping[str, Check], *, code: str = "parameter_invalid"
) -> dict[str, Any]:
    """Check everything that was sent and is known. Raises Refusal 422 with this code."""
    try:
        return check(sent, checks)
    except Refusal as refusal:
        faults = [Fault(code, fault.message, fault.field) for fault in refusal.faults]
        raise Refusal(422, *faults) from refusal


# What attributes of conversations and tickets hold, by their type.
ATTRIBUTES: dict[str, Check] = {
    "string": values.optional_text,
    "integer": values.integer,
    "decimal": values.number,
    "boolean": lambda value: bool(values.truth(value)),
    "datetime": values.moment,
}
