"""Read the records that a request is about, before it is sent or planned."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from intercom_cli import foreign
from intercom_cli.api.request import Request, call
from intercom_cli.errors import Forbidden, NotFound, Refused
from intercom_cli.facts.matching import PLACEHOLDER, operation_of, readers, segments, templates
from intercom_cli.titles import name_of

if TYPE_CHECKING:
    from intercom_cli.session import Session

# What GET does not find although it is there.
HIDDEN = frozenset({"POST /contacts/{contact_id}/unarchive"})

# Where a record has the list of what a path names below it, and where those are read.
HELD: Mapping[str, tuple[str, ...]] = {
    "attributes": ("ticket_type_attributes", "data"),
    "customers": ("contacts", "contacts"),
    "linked_conversations": ("linked_objects", "data"),
    "options": ("options",),
}
READ_AS = {"customers": "contacts", "linked_conversations": "conversations"}
# What a record is called where the path says it in other words.
KINDS = {"content_import_sources": "content source"}

BY_OWN_ID = "GET /contacts/find_by_external_id/{external_id}"
BY_MAIL = "POST /contacts/search"

Record = dict[str, Any]


class Target(NamedTuple):
    """A record in the path of a request: what kind it is of, its id, and itself where it is read.

    ``is_whole`` says whether it is what the whole path names.
    """

    kind: str
    id: str
    record: Record | None
    is_whole: bool = False


def named(request: Request) -> str:
    """The operation of a request, also of a raw one; empty where it is not known."""
    return request.operation or operation_of(request.method, request.path)


def targets_of(session: Session, request: Request) -> list[Target]:
    """The records in the path of a request, the outer one first.

    Raises NotFound for one that is not there, as the request itself would meet it.
    """
    operation = named(request)
    template = templates().get(operation)
    if template is None:
        return []
    parts = segments(request.path)
    found: list[Target] = []
    for at, want in enumerate(template):
        if not want.startswith("{") or at == 0:
            continue
        outer = found[-1].record if found else None
        record = record_at(session, operation, template, parts, at, outer)
        found.append(Target(kind_of(template[at - 1]), parts[at], record, at + 1 == len(parts)))
    return found


def record_at(
    session: Session,
    operation: str,
    template: tuple[str, ...],
    parts: tuple[str, ...],
    at: int,
    outer: Record | None,
) -> Record | None:
    """The record that a part of a path is the id of; None where nothing reads it.

    ``outer`` is the record before it in the path.
    """
    method = operation.partition(" ")[0]
    inside = "/" + "/".join(template[: at + 1])
    if reader := readers().get(PLACEHOLDER.sub("{}", inside)):
        return read(session, reader, parts[: at + 1], strict=operation not in HIDDEN)
    every = readers().get(PLACEHOLDER.sub("{}", "/" + "/".join(template[:at])))
    if every and is_listed(every):
        rows = listed(session, every, parts[:at])
        found = next((row for row in rows if str(row.get("id")) == parts[at]), None)
        if found is None and rows is not None and method == "DELETE":
            raise NotFound(missing(template, parts, at))
        if found is not None:
            return found
    held = held_in(outer, template[at - 1])
    if held is not None:
        found = next((one for one in held if str(one.get("id")) == parts[at]), None)
        if found is None:
            raise NotFound(missing(template, parts, at))
        if name_of(found):
            return found
    place = READ_AS.get(template[at - 1], template[at - 1])
    return by_id(session, place, parts[at], strict=held is None)


def held_in(outer: Record | None, name: str) -> list[Record] | None:
    """The list that a record has of what is below it; None where it has none, or only a part."""
    place = HELD.get(name)
    if outer is None or place is None or foreign.list_at(outer, *place) is None:
        return None
    every = foreign.records(outer, *place)
    about = foreign.record(outer, *place[:-1]) if len(place) > 1 else {}
    number = foreign.integer(about, "total_count") or 0
    return None if about.get("has_more") or number > len(every) else every


def missing(template: tuple[str, ...], parts: tuple[str, ...], at: int) -> str:
    """What to say of a part of a path that is the id of nothing."""
    what = f"{kind_of(template[at - 1])} {parts[at]}"
    if at > 2 and template[at - 2].startswith("{"):  # noqa: PLR2004 - /contacts/ID/tags/ID
        return f"{kind_of(template[at - 3]).capitalize()} {parts[at - 2]} has no {what}."
    return f"There is no {what}."


def is_listed(operation: str) -> bool:
    """Whether a GET gives a list that can be read whole to find one record in it."""
    return operation.startswith(
        ("GET /contacts/", "GET /data_attributes", "GET /ticket_types", "GET /help_center/help_")
    )


def by_id(session: Session, collection: str, id: str, *, strict: bool = True) -> Record | None:
    """A record of a collection at the root, such as a tag that is put on something."""
    reader = readers().get(f"/{collection}/{{}}")
    return read(session, reader, (*collection.split("/"), id), strict=strict) if reader else None


def read(
    session: Session, operation: str, parts: tuple[str, ...], *, strict: bool
) -> Record | None:
    """One record; None where it may not be read, which says nothing about writing it."""
    if (made := session.rehearsal.made.get(parts[-1])) is not None:
        return made
    try:
        answer = session.send(at_path(operation, parts))
    except NotFound:
        if strict:
            raise
        return None
    except (Forbidden, Refused):
        return None
    found = answer.json()
    return found if isinstance(found, dict) else None


def listed(session: Session, operation: str, parts: tuple[str, ...]) -> list[Record]:
    """Every record of a list."""
    import msgspec

    from intercom_cli.api.pages import walk

    rows = walk(session.client, at_path(operation, parts), limit=None)
    return [one for one in map(msgspec.json.decode, rows) if isinstance(one, dict)]


def at_path(operation: str, parts: tuple[str, ...]) -> Request:
    """The request of a reading operation at a path."""
    from urllib.parse import quote

    path = "/" + "/".join(quote(part, safe="") for part in parts)
    return Request("GET", path, operation=operation)


def present(session: Session, request: Request) -> Record:
    """What a change is compared with: what is at its own path, where that can be read."""
    reader = readers().get(PLACEHOLDER.sub("{}", named(request).partition(" ")[2]))
    if reader is None or request.method not in {"PUT", "PATCH"}:
        return {}
    path = at_path(reader, segments(request.path))._replace(query=query_of(request))
    try:
        found = session.send(path).json()
    except NotFound:
        if path.query:
            raise
        return {}
    except (Forbidden, Refused):
        return {}
    return found if isinstance(found, dict) else {}


def query_of(request: Request) -> tuple[tuple[str, str], ...]:
    """What names the record where its path does not: visitors are read by a query."""
    user = body_of(request).get("user_id")
    return (("user_id", str(user)),) if user and request.path == "/visitors" else ()


def body_of(request: Request) -> Record:
    """The body of a request as an object; an empty one where it is none."""
    try:
        found = json.loads(request.body or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def twin_of(session: Session, body: Record) -> Record | None:
    """The contact that creating another one would be refused for.

    An external id belongs to one contact, and an e-mail address to one user.
    """
    if own := body.get("external_id"):
        try:
            found = session.send(call(BY_OWN_ID, external_id=str(own))).json()
        except NotFound:
            found = None
        if isinstance(found, dict):
            return found
    email = body.get("email")
    if not email or body.get("role") == "lead":
        return None
    every = by_mail(session, str(email))
    return next((one for one in every if one.get("role") == "user"), None)


def by_mail(session: Session, email: str) -> list[Record]:
    """The contacts that have an e-mail address."""
    query = {"field": "email", "operator": "=", "value": email}
    asked = {"query": query, "pagination": {"per_page": 50}}
    request = call(BY_MAIL)._replace(repeatable=True).with_json(asked)
    return foreign.records(session.send(request).json(), "data")


def kind_of(collection: str) -> str:
    """What one record of a collection is called.

    >>> kind_of("companies"), kind_of("news_items"), kind_of("data_attributes")
    ('company', 'news item', 'data attribute')
    """
    if known := KINDS.get(collection):
        return known
    words = collection.replace("_", " ")
    return words[:-3] + "y" if words.endswith("ies") else words.removesuffix("s")
