"""Check a body against what its operation takes, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse, close_matches
from intercom_cli.facts.operations import Schema
from intercom_cli.times import EARLIEST, MILLISECONDS, is_time_name

SHOWN = 12  # names listed where none comes close


class Wrong(NamedTuple):
    """One thing that is wrong: where in the body, what, and what was probably meant."""

    where: str
    what: str
    near: str = ""

    def __str__(self) -> str:
        """The whole sentence, without its full stop."""
        return f"{self.where} {self.what}" if self.where else self.what


def check(body: Any, schema: Schema, hint: str) -> None:
    """Raise Misuse, naming everything that is wrong, unless a body fits."""
    found = list(wrong(body, schema, ""))
    if not found:
        return
    near = next((one.near for one in found if one.near), "")
    raise Misuse("; ".join(map(str, found)) + ".", hint=f"did you mean {near}?" if near else hint)


def wrong(value: Any, schema: Schema, where: str) -> Iterator[Wrong]:
    """What is wrong with a value."""
    if value is None:
        return  # null clears a field; which ones can be cleared is not told reliably
    kinds = kinds_of(schema)
    if kinds and not any(fits(value, kind) for kind in kinds):
        yield Wrong(where or "The body", f"must be {' or '.join(map(article, kinds))}")
    elif schema.get("enum") and not isinstance(value, dict | list):
        yield from not_one_of(value, schema["enum"], where)
    elif isinstance(value, dict):
        yield from wrong_fields(value, schema, where)
    elif isinstance(value, list):
        yield from wrong_items(value, schema, where)


def wrong_fields(value: dict[str, Any], schema: Schema, where: str) -> Iterator[Wrong]:
    """What is wrong with the fields of an object; one whose fields nobody knows takes any."""
    known = schema.get("fields")
    if not known:
        return
    for name in schema.get("required", ()):
        if name not in value and "items" not in schema:
            yield Wrong(inside(where, name), "is missing")
    for name, item in value.items():
        if name in known:
            yield from wrong(item, known[name], inside(where, name))
            if "integer" in kinds_of(known[name]) and is_time_name(name):
                yield from not_seconds(item, inside(where, name))
        elif not schema.get("open"):
            yield unknown(name, list(known), where)


def not_seconds(value: Any, where: str) -> Iterator[Wrong]:
    """What is wrong with a number that can be no time in seconds; 0 stands for none."""
    number = int(value) if isinstance(value, str) and is_number(value) else value
    if type(number) is int and number and not EARLIEST <= number < MILLISECONDS:
        near = f"{where}={number // 1000}" if number >= MILLISECONDS else ""
        yield Wrong(where, f"is a time in seconds since 1970, not {value}", near)


def wrong_items(value: list[Any], schema: Schema, where: str) -> Iterator[Wrong]:
    """What is wrong with the items of a list."""
    most = schema.get("most")
    if most and len(value) > most:
        yield Wrong(where, f"has {len(value)} items; {most} are the most")
    for number, item in enumerate(value):
        yield from wrong(item, schema.get("items", {}), f"{where}[{number}]")


def unknown(name: str, known: Sequence[str], where: str) -> Wrong:
    """A field the operation does not have."""
    near = close_matches(name, known, n=1)
    there = ", ".join(known[:SHOWN]) + (", …" if len(known) > SHOWN else "")
    what = "is no field of this request" + ("" if near else f"; there are {there}")
    return Wrong(inside(where, name), what, inside(where, near[0]) if near else "")


def not_one_of(value: Any, allowed: Sequence[Any], where: str) -> Iterator[Wrong]:
    """What is wrong with a value that must be one of a few; numbers may stand as text."""
    texts = [str(one) for one in allowed]
    if str(value) not in texts:
        near = close_matches(str(value), texts, n=1)
        what = f"cannot be {value!r}; it is one of {', '.join(texts)}"
        yield Wrong(where, what, f"{where}={near[0]}" if near else "")


def kinds_of(schema: Schema) -> list[str]:
    """The types a schema allows; none when it allows any."""
    kind = schema.get("type")
    return kind if isinstance(kind, list) else [kind] if kind else []


def fits(value: Any, kind: str) -> bool:
    """Whether a value is of a type. Ids are declared now as text, now as numbers: either goes."""
    if kind == "object":
        return isinstance(value, dict)
    if kind == "array":
        return isinstance(value, list)
    if kind == "boolean":
        return isinstance(value, bool)
    if isinstance(value, bool | dict | list):
        return False
    if kind == "string":
        return isinstance(value, str | int)
    return isinstance(value, int | float) or is_number(value)


def is_number(text: str) -> bool:
    """Whether a text is a whole number."""
    return text.removeprefix("-").isdecimal()


def article(kind: str) -> str:
    """A type as a sentence names it."""
    names = {"string": "text", "integer": "a whole number", "boolean": "true or false"}
    return names.get(kind) or f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def inside(where: str, name: str) -> str:
    """The place of a field inside another."""
    return f"{where}.{name}" if where else name
