"""Create, change and delete records of a noun; every write says what it did, and where."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from intercom_cli.agreeing import agreed
from intercom_cli.api.request import Request, path_of
from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Field, Resource
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
) -> dict[str, Any]:
    """Put a body together: --data, then the options, then --set. Raises Misuse when it is empty."""
    from intercom_cli.values import pair, reader, tree

    read = reader(session.read_input)
    body = object_from(data, read) if data else {}
    for field in fields:
        if (value := given.get(field.name)) is not None:
            body[field.name] = written(session, field, value)
    body = tree((pair(text, read=read) for text in sets or ()), body)
    if not body:
        flags = ", ".join("--" + field.name.replace("_", "-") for field in fields[:4])
        raise Misuse(f"Nothing was given to write; use {flags}, --set or --data.")
    return body


def written(session: Session, field: Field, value: Any) -> Any:
    """A value as it goes into the body: a time becomes the epoch seconds Intercom takes."""
    if field.type != "time":
        return value
    from intercom_cli.narrowing import seconds

    return seconds(session, value)


def object_from(data: str, read: Any) -> dict[str, Any]:
    """The object behind --data: JSON itself, a file, or standard input."""
    from intercom_cli.values import json_value, text_of

    text = data if data.lstrip().startswith("{") else read("-") if data == "-" else text_of(data)
    found = json_value("--data", text)
    if not isinstance(found, dict):
        raise Misuse("--data is JSON, but not an object.")
    return found


def create(session: Session, resource: Resource, body: dict[str, Any]) -> None:
    """Create a record and show it."""
    missing = [f.name for f in resource.fields if f.required and f.create and f.name not in body]
    if missing:
        flags = ", ".join("--" + name.replace("_", "-") for name in missing)
        raise Misuse(f"A {resource.one} needs {flags}.")
    answer = session.write(Request("POST", resource.path).with_json(body))
    show_written(session, answer, resource.columns, f"Created {resource.one}")


def update(session: Session, resource: Resource, id: str, body: dict[str, Any]) -> None:
    """Change a record and show it."""
    path = path_of(resource.path + "/{id}", id=id)
    answer = session.write(Request("PUT", path).with_json(body))
    show_written(session, answer, resource.columns, f"Changed {resource.one}")


def delete(session: Session, resource: Resource, id: str) -> None:
    """Delete a record, after asking."""
    path = path_of(resource.path + "/{id}", id=id)
    question = f"Delete {resource.one} {{}} from {session.source.name}?"
    if "get" in resource.verbs:
        agreed(session, question, (id,), look_up=partial(record_of, resource))
    else:
        session.confirm(question.format(id))
    answer = session.write(Request("DELETE", path))
    show_written(session, answer, resource.columns, f"Deleted {resource.one}", id)


def record_of(resource: Resource, session: Session, id: str) -> dict[str, Any]:
    """One record, read."""
    found = session.send(Request("GET", path_of(resource.path + "/{id}", id=id))).json()
    return found if isinstance(found, dict) else {"id": id}


def show_written(
    session: Session,
    answer: Response,
    columns: tuple[Column, ...],
    what: str,
    id: str | None = None,
) -> None:
    """Show what a write answered, if anything, and say what was done.

    Raises ServerFailed for a page of HTML, which comes from a gateway and not from Intercom.
    """
    record = answer.json() if answer.is_json or answer.content_type == "text/html" else None
    if record is not None:
        session.printer.brief(answer.body, columns)
    if id is None and isinstance(record, dict):
        id = str(record.get("id") or "")
    session.did(f"{what} {id}".strip())
