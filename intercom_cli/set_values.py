"""Values of ``--set`` as the types of their fields want them, never as they look."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

from intercom_cli import foreign
from intercom_cli.attribute_types import OWN, attributes_of, is_text, missing, type_of
from intercom_cli.errors import Misuse, Refused
from intercom_cli.facts.operations import Schema, operation
from intercom_cli.future_times import date_to_set
from intercom_cli.resource import Asked
from intercom_cli.session import Session
from intercom_cli.times import MILLISECONDS, is_time_name
from intercom_cli.values import Read, pair, steps_of, typed
from intercom_cli.workspace_zone import zone_of

# The kinds of record with attributes of their own, by the first part of an operation's path.
MODELS = {
    "contacts": "contact",
    "visitors": "contact",
    "companies": "company",
    "conversations": "conversation",
}
FLAGS = {"yes": "true", "1": "true", "no": "false", "0": "false"}


def pairs(
    session: Session, name: str, sets: list[str] | None, read: Read
) -> Iterator[tuple[str, Any]]:
    """Each ``key=value`` for the body of an operation; what follows ``:=`` is JSON as it is."""
    for text in sets or ():
        key, value = pair(text, read=read, plain=True)
        if text.startswith(f"{key}:="):
            yield key, value
            continue
        if value.startswith("@"):
            value = read(value[1:]).rstrip("\r\n")
        yield key, fitted(session, name, key, value)


def fitted(session: Session, name: str, key: str, text: str) -> Any:
    """A value as its field wants it. Raises Misuse for one that does not fit."""
    steps = steps_of(key)
    model = model_of(name)
    if text == "null":
        return None
    if model and steps[0] == OWN and len(steps) == 2:  # noqa: PLR2004 - the name of an attribute
        if not text or is_text(text):
            return text
        return as_type(session, key, type_of(session, model, steps[1], exists=False), text)
    schema = schema_at(name, steps)
    if schema is None:
        return typed(text)
    kind = schema.get("type")
    if kind == "integer" and is_time_name(steps[-1]):
        return as_type(session, key, "date", text)
    return as_type(session, key, {"string": "string", "boolean": "boolean"}.get(str(kind)), text)


def model_of(name: str) -> str:
    """The kind of record whose attributes the body of an operation holds; empty for none."""
    parts = name.split("/")
    return MODELS.get(parts[1], "") if len(parts) > 1 else ""


def schema_at(name: str, steps: list[str]) -> Schema | None:
    """What the body of an operation is described to have at a place; None where it is not."""
    known = operation(name)
    schema: Schema | None = known.body if known else None
    for step in steps:
        schema = schema.get("fields", {}).get(step) if schema and step else None
    return schema


def as_type(session: Session, key: str, kind: Asked | str | None, text: str) -> Any:
    """A text as a value of a type; of an unknown one as it looks."""
    value = typed(text)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    match kind:
        case "string" | "id":
            return text
        case "boolean":
            if text.lower() not in {"true", "false"}:
                flag = FLAGS.get(text.lower())
                hint = f"write {key}={flag}" if flag else None
                raise Misuse(f"{key} is true or false, not {text!r}.", hint=hint)
            return text.lower() == "true"
        case "date":
            try:
                return date_to_set(text, now=time.time(), tz=zone_of(session, text))
            except Misuse as error:
                raise Misuse(f"{key}: {error.message}", hint=error.hint) from error
        case "integer" if not is_number or not isinstance(value, int):
            raise Misuse(f"{key} is a whole number, not {text!r}.")
        case "number" if not is_number:
            raise Misuse(f"{key} is a number, not {text!r}.")
    return value


def check_dates(session: Session, name: str, body: Mapping[str, Any]) -> None:
    """Raise Misuse for milliseconds in an attribute that is a date."""
    model = model_of(name)
    for attribute, value in foreign.record(body, OWN).items():
        if not model or type(value) is not int or abs(value) < MILLISECONDS:
            continue
        if type_of(session, model, attribute, exists=False) == "date":
            raise Misuse(
                f"{OWN}.{attribute} is in seconds, and {value} is not.",
                hint=f"did you mean {value // 1000}?",
            )


def add_hint(session: Session, name: str, body: Mapping[str, Any], error: Refused) -> None:
    """Give a refusal a hint where it can be about an attribute, or about the type of one."""
    model, given = model_of(name), foreign.record(body, OWN)
    if error.hint or not model or not given or not re.search(r"(?i)attribute", str(error)):
        return
    known = attributes_of(session, model, *given) or []
    types = {one.name: one.data_type for one in known}
    for attribute in given if types else ():
        if attribute not in types:
            error.hint = missing(model, attribute, known, writes=True).hint
            return
    error.hint = "; ".join(f"{one} is of type {types[one]}" for one in given if one in types)
