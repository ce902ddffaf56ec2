"""Checks of values that were sent: what each may be, and what is wrong with it otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from intercom_cli.sandbox.refusals import Fault, Refusal

LATEST = 4_102_444_800
INT64 = 2**63
INT32 = 2**31

Check = Callable[[Any], Any]


class Unfit(ValueError):
    """A value that cannot be taken; the text goes on after the name of its field."""


def text(value: Any) -> str:
    """Text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise Unfit("must be a string that is not empty")
    return value


def optional_text(value: Any) -> str | None:
    """Text, or null to clear it."""
    if value is None or isinstance(value, str):
        return value
    raise Unfit("must be a string")


def email(value: Any) -> str:
    """An e-mail address: one @ with something on both sides, and no spaces."""
    local, _, domain = text(value).rpartition("@")
    if not local or not domain or "@" in local or value != "".join(value.split()):
        raise Unfit("is not a valid e-mail address")
    return str(value)


def truth(value: Any) -> int:
    """True or false; null counts as false."""
    if value is None or isinstance(value, bool):
        return int(bool(value))
    raise Unfit("must be true or false")


def moment(value: Any) -> int:
    """A Unix time in seconds; milliseconds lie beyond the year 2100 and are refused."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unfit("must be a Unix timestamp")
    if not -LATEST < value < LATEST:
        raise Unfit("must be a Unix timestamp in seconds")
    return value


def optional_moment(value: Any) -> int | None:
    """A Unix time in seconds, or null to clear it."""
    return None if value is None else moment(value)


def integer(value: Any) -> int:
    """A whole number that fits 64 bits."""
    if not isinstance(value, int) or isinstance(value, bool) or not -INT64 <= value < INT64:
        raise Unfit("must be an integer")
    return value


def small_integer(value: Any) -> int:
    """A whole number that fits 32 bits."""
    number = integer(value)
    if not -INT32 <= number < INT32:
        raise Unfit("is too large")
    return number


def number(value: Any) -> float:
    """Any number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Unfit("must be a number")
    return value


def identifier(value: Any) -> str:
    """An id, as text or as digits."""
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise Unfit("must be an id")
    return str(value)


def optional_integer(value: Any) -> int | None:
    """A whole number, or null for none."""
    return None if value is None else integer(value)


def check(sent: Mapping[str, Any], checks: Mapping[str, Check]) -> dict[str, Any]:
    """Check everything that was sent and is known.

    Raises one Refusal that names every field at fault.
    """
    values, faults = {}, []
    for name, test in checks.items():
        if name not in sent:
            continue
        try:
            values[name] = test(sent[name])
        except Unfit as error:
            faults.append(Fault("parameter_invalid", f"{name} {error}", name))
    if faults:
        raise Refusal(400, *faults)
    return values
