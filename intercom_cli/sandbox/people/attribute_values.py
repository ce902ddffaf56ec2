"""What a data attribute may be made of."""

from __future__ import annotations

import re
from typing import Any

from intercom_cli.sandbox import values
from intercom_cli.sandbox.refusals import invalid

TYPES = ("string", "integer", "float", "boolean", "datetime", "date", "options")
FEWEST = 2
NAME = re.compile(r"[\w$€£¥\- ]+")


def data_type(value: Any) -> str:
    """One of the types an attribute can have."""
    if value not in TYPES:
        raise invalid("Data Type isn't an option", "data_type")
    return str(value)


def model(value: Any) -> str:
    """What the attribute is a fact of."""
    if value not in ("contact", "company"):
        message = "The Data Attribute model field must be either contact or company"
        raise invalid(message, "model")
    return str(value)


UPDATE: dict[str, values.Check] = {
    "archived": values.truth,
    "description": values.optional_text,
    "messenger_writable": values.truth,
}
CREATE: dict[str, values.Check] = {
    "name": values.text,
    "model": model,
    "data_type": data_type,
    "description": values.optional_text,
    "messenger_writable": values.truth,
}


def readable_name(name: str) -> str:
    """A name of letters, digits, currency signs, hyphens, underscores and spaces."""
    if not NAME.fullmatch(name):
        raise invalid(
            "Your name for this attribute must only contain alphanumeric characters,"
            " currency symbols, and hyphens"
        )
    return name


def option_values(given: Any) -> list[str]:
    """The choices of an attribute, at least two."""
    if not isinstance(given, list):
        raise invalid("Options isn't an array")
    if len(given) < FEWEST:
        raise invalid("The Data Attribute model field must have at least two options")
    found = [item.get("value") if isinstance(item, dict) else None for item in given]
    if not all(isinstance(value, str) and value for value in found):
        raise invalid("Each option needs a value")
    return [str(value) for value in found]
