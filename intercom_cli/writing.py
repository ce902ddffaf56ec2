"""Create, change and delete records of a noun; every write says what it did, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from intercom_cli import foreign
from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Argument, Column, Field, Verb
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.api.response import Response

NOTHING: Any = object()


def body_from(
    session: Session,
    fields: tuple[Field, ...],
    given: Mapping[str, Any],
    *,
    sets: list[str] | None,
    data: str | None,
    empty: bool = False,
    operation: str = "",
) -> dict[str, Any]:
    """Put the body of an operation together: --data, then the options, then --set.

    Raises Misuse when there is nothing in it, unless it may be ``empty``.
    """
    from intercom_cli.set_values import check_dates, pairs
    from intercom_cli.values import reader, tree

    read = reader(session.read_input)
    body = object_from(data, read) if data else {}
    for field in fields:
        if (value := given.get(field.name)) is None:
            continue
        if field.into:
            field.into(session, body, value)
        else:
            put(body, field.place or field.name, written(session, field, value))
    body = tree(pairs(session, operation, sets, read), body)
    check_dates(session, operation, body)
    if not body and not empty:
        flags = ", ".join(field.flag for field in fields[:4])
        raise Misuse(f"Nothing was given; use {flags}, --set or --data.")
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
        found: list[Any] = [field.find(session, one) for one in listed(value)]
        if field.type in {"integer", "integers"}:
            found = [int(one) if one.isdecimal() else one for one in found]
        return found if isinstance(value, list) else found[0]
    if field.type == "time":
        from intercom_cli.narrowing import seconds

        return seconds(session, value)
    if field.type == "json":
        from intercom_cli.values import json_value

        return json_value(field.flag, json_text(field.flag, value))
    return value


def id_of(session: Session, one: Argument, text: str | None) -> str:
    """The id that an argument stands for."""
    if text is None and one.usual:
        return one.usual(session)
    return one.find(session, text or "") if one.find else text or ""


def request_of(
    session: Session, verb: Verb, given_by: list[Argument], given: Mapping[str, Any]
) -> Request:
    """The request of a verb, its ids found by what people know of them."""
    ids = {one.place: id_of(session, one, given[one.place]) for one in given_by}
    request = call(verb.operation, **ids)
    if verb.fixed and verb.lists:
        request = request.with_json(dict(verb.fixed))
    for field in verb.query:
        if (value := given.get(field.name)) is not None:
            name = field.place or field.name
            told = {name: in_query(written(session, field, value)), **dict(field.along)}
            request = request.with_query(**told)
    return request


def in_query(value: Any) -> str:
    """A value as a query spells it; several are joined by commas."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def listed(value: Any) -> list[Any]:
    """Several values, or one as a list."""
    return value if isinstance(value, list) else [value]


def fill(session: Session, fields: tuple[Field, ...], body: dict[str, Any]) -> None:
    """Put in what usually stands there, where nothing was given."""
    for field in fields:
        place = field.place or field.name
        if field.usual and not holds(body, place):
            put(body, place, field.usual(session))


def question_in(fields: tuple[Field, ...], body: Mapping[str, Any]) -> str:
    """The question that a value in a body, or in a part of it, must be agreed to by; or nothing.

    Parts count because a translation has the same fields, and is published just as well.
    """
    for field in fields:
        value = value_at(body, field.place or field.name)
        for asked, question in field.asks:
            if value is not None and asked in {"*", str(value)}:
                return question
    parts = (part for part in body.values() if isinstance(part, dict))
    return next(filter(None, (question_in(fields, part) for part in parts)), "")


def need(one: str, fields: tuple[Field, ...], body: Mapping[str, Any], *, command: str) -> None:
    """Raise Misuse when a required field is not in the body of a command, ``articles create``."""
    missing = [
        field.flag
        for field in fields
        if field.required and not holds(body, field.place or field.name)
    ]
    if missing:
        a = "An" if one[0] in "aeiou" else "A"
        told = f"{a} {one} needs {', '.join(missing)}."
        raise Misuse(told, hint=f"intercom schema {command}")


def holds(body: Mapping[str, Any], place: str) -> bool:
    """Whether a dotted path leads to something, which may be null."""
    return value_at(body, place, NOTHING) is not NOTHING


def value_at(body: Mapping[str, Any], place: str, default: Any = None) -> Any:
    """What a dotted path leads to."""
    value: Any = body
    for step in place.split("."):
        if not isinstance(value, dict) or step not in value:
            return default
        value = value[step]
    return value


def object_from(data: str, read: Any) -> dict[str, Any]:
    """The object behind --data: JSON itself, a file, or standard input."""
    from intercom_cli.values import json_value

    found = json_value("--data", read("-") if data == "-" else json_text("--data", data))
    if not isinstance(found, dict):
        raise Misuse("--data is JSON, but not an object.")
    return found


def json_text(flag: str, value: str) -> str:
    """JSON as it was typed, or what a file of that name holds."""
    from intercom_cli.values import text_of, without_mark

    if without_mark(value).lstrip()[:1] in {"{", "[", '"'}:
        return value
    try:
        return text_of(value)
    except Misuse as error:
        error.hint = f"{flag} takes JSON, or the name of a file that holds it"
        raise


def show_written(
    session: Session,
    answer: Response,
    columns: tuple[Column, ...],
    what: str,
    id: str | None = None,
    *,
    named: str = "",
    id_in: str = "id",
) -> None:
    """Show what a write answered, if anything, and say what was done, and to which record.

    That is ``id``, else the answer's ``id_in``, else what was ``named`` by the person. It is
    said even where the answer cannot be shown.

    Raises ServerFailed for a page of HTML, which comes from a gateway and not from Intercom.
    """
    told = id or named
    try:
        if answer.is_json or answer.content_type == "text/html":
            record = answer.json()
            if id is None:
                told = foreign.id_at(record, id_in) or named
            if record is not None:
                session.printer.brief(answer.body, columns)
    finally:
        session.did(f"{what} {told}".strip())
