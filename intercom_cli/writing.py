"""Create, change and delete records of a noun; every write says what it did, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Field
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.api.response import Response


def body_from(
    session: Session,
    fields: tuple[Field, ...],
    given: Mapping[str, Any],
    *,
    sets: list[str] | None,
    data: str | None,
    empty: bool = False,
) -> dict[str, Any]:
    """Put a body together: --data, then the options, then --set.

    Raises Misuse when there is nothing in it, unless it may be ``empty``.
    """
    from intercom_cli.values import pair, reader, tree

    read = reader(session.read_input)
    body = object_from(data, read) if data else {}
    for field in fields:
        if (value := given.get(field.name)) is not None:
            put(body, field.place or field.name, written(session, field, value))
    body = tree((pair(text, read=read) for text in sets or ()), body)
    if not body and not empty:
        flags = ", ".join(field.flag for field in fields[:4])
        raise Misuse(f"Nothing was given to write; use {flags}, --set or --data.")
    return body


def put(body: dict[str, Any], place: str, value: Any) -> None:
    """Set what a dotted path leads to, making what is missing on the way."""
    *way, name = place.split(".")
    for step in way:
        inner = body.setdefault(step, {})
        if not isinstance(inner, dict):
            raise Misuse(f"{place} cannot be set: {step} is not an object.")
        body = inner
    body[name] = value


def written(session: Session, field: Field, value: Any) -> Any:
    """A value as it goes on the wire: a time in epoch seconds, a name as the id it stands for."""
    if field.find:
        find = field.find
        if isinstance(value, list):
            return [find(session, one) for one in value]
        return find(session, value)
    if field.type == "time":
        from intercom_cli.narrowing import seconds

        return seconds(session, value)
    if field.type == "json":
        from intercom_cli.values import json_value, text_of

        text = value if value.lstrip()[:1] in {"{", "[", '"'} else text_of(value)
        return json_value(field.flag, text)
    return value


def need(one: str, fields: tuple[Field, ...], body: Mapping[str, Any]) -> None:
    """Raise Misuse when a required field is not in a body."""
    missing = [
        field.flag
        for field in fields
        if field.required and not holds(body, field.place or field.name)
    ]
    if missing:
        a = "An" if one[0] in "aeiou" else "A"
        raise Misuse(f"{a} {one} needs {', '.join(missing)}.")


def holds(body: Mapping[str, Any], place: str) -> bool:
    """Whether a dotted path leads to something."""
    value: Any = body
    for step in place.split("."):
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True


def object_from(data: str, read: Any) -> dict[str, Any]:
    """The object behind --data: JSON itself, a file, or standard input."""
    from intercom_cli.values import json_value, text_of

    text = data if data.lstrip().startswith("{") else read("-") if data == "-" else text_of(data)
    found = json_value("--data", text)
    if not isinstance(found, dict):
        raise Misuse("--data is JSON, but not an object.")
    return found


def show_written(
    session: Session,
    answer: Response,
    columns: tuple[Column, ...],
    what: str,
    id: str | None = None,
    *,
    named: str = "",
) -> None:
    """Show what a write answered, if anything, and say what was done, and to which record.

    That is ``id``, else the id of the answer, else what was ``named`` by the person.

    Raises ServerFailed for a page of HTML, which comes from a gateway and not from Intercom.
    """
    record = answer.json() if answer.is_json or answer.content_type == "text/html" else None
    if record is not None:
        session.printer.brief(answer.body, columns)
    if id is None and isinstance(record, dict):
        id = str(record.get("id") or "")
    session.did(f"{what} {id or named}".strip())
