"""What expressions give: values as JSON has them, and as texts, paths and --where want them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from intercom_cli.errors import Misuse
from intercom_cli.workflows.dates import Moment


class Unresolved(Exception):
    """A value is not there, or not yet."""


def as_json(value: Any) -> str:
    """A value as JSON."""
    return json.dumps(plain(value), ensure_ascii=False)


def split(value: Any, by: str | None = None) -> list[str]:
    """A text in parts."""
    return str(value).split(by)


def shown(value: Any) -> Any:
    """A value in the middle of a text: lists and objects as JSON, true and false in JSON's way."""
    found = plain(value)
    if found is None:
        return ""
    return as_json(found) if isinstance(found, bool | list | dict) else found


def in_path(value: Any) -> str:
    """A value in an address: one part of it, whatever it says."""
    found = quote(str(shown(value)), safe="")
    # A dot alone would lead elsewhere.
    return found.replace(".", "%2E") if found in {".", ".."} else found


def in_query(value: Any) -> Any:
    """A value in --where: a text in quotes, a number as it is, a list's values parted by commas."""
    if isinstance(value, Moment) and value.written:
        return value.written
    if isinstance(value, list | tuple):
        return ", ".join(str(in_query(one)) for one in value)
    if isinstance(value, str):
        marked = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{marked}"'
    return "null" if value is None else shown(value)


def plain(value: Any) -> Any:
    """A value as JSON has it. Raises Misuse for what is none, such as a function."""
    import jinja2

    if isinstance(value, jinja2.Undefined):
        raise Unresolved(missing(value))
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple) or hasattr(value, "__next__"):
        return [plain(one) for one in value]
    raise Misuse("{{ }} gives a function and no value; call it with ( ).")


def reason(error: Any) -> str:
    """What is missing, in our words."""
    said = str(error.message or error)
    if found := re.search(r"'([^']*)' is undefined", said):
        return f"there is no {found[1]}"
    if found := re.search(r"has no (?:attribute|element) '?([^']*)'?$", said):
        return f"there is no {found[1]} in it"
    return said


def missing(undefined: Any) -> str:
    """What an undefined value stands for."""
    return reason(type("Said", (), {"message": undefined._undefined_message})())  # noqa: SLF001 - it has no other way to say it
