"""Describe one planned write: which record changes, from what to what, and who hears of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from intercom_cli.api.redaction import masked
from intercom_cli.api.request import Request
from intercom_cli.errors import Refused
from intercom_cli.facts.guards import READERS, takes_link
from intercom_cli.facts.matching import readers, segments
from intercom_cli.plan_bodies import REDACT, before_bulk, need_contact, redacted
from intercom_cli.plan_names import WHOLE, name_at, names_in
from intercom_cli.plan_words import BULK, words_of
from intercom_cli.rehearsal import guard_for
from intercom_cli.targets import (
    Target,
    body_of,
    by_id,
    kind_of,
    named,
    present,
    targets_of,
    twin_of,
)
from intercom_cli.titles import name_of

if TYPE_CHECKING:
    from intercom_cli.facts.guards import Guard
    from intercom_cli.session import Session

# What a body says about the request itself, and not of the record.
ABOUT = frozenset(
    {"admin_id", "message_type", "skip_notifications", "skip_duplicate_validation", "type"}
)
# The field of a record that a field of a body changes, where they are called differently.
FIELDS = {
    "PUT /tickets/{ticket_id}": {
        "ticket_state_id": "ticket_state.id",
        "assignee_id": "admin_assignee_id",
    },
    "POST /tickets/{ticket_id}/change_type": {
        "ticket_type_id": "ticket_type.id",
        "ticket_state_id": "ticket_state.id",
    },
}
STATES = {"close": "closed", "open": "open", "snoozed": "snoozed"}
PUBLIC = frozenset({"publish", "unpublish", "delete", "set_audience"})  # what readers notice
# What changes a text that readers have before them, where it is published.
READ_AT_ONCE = frozenset(
    {
        "PUT /articles/{article_id}",
        "DELETE /articles/{article_id}",
        "PUT /news/news_items/{news_item_id}",
        "DELETE /news/news_items/{news_item_id}",
    }
)
READ_ALWAYS = frozenset(
    {
        "PUT /help_center/collections/{collection_id}",
        "DELETE /help_center/collections/{collection_id}",
    }
)
MISSING: Any = object()

Record = dict[str, Any]


def described_change(session: Session, request: Request) -> Record:
    """One planned write as a row. Raises NotFound for a record that is not there."""
    operation, body = named(request), body_of(request)
    if operation == "POST /tags" and (labeled := company_in(session, body)):
        return labeled
    if operation == "POST /contacts" and (twin := twin_of(session, body)):
        raise Refused(f"A contact matching those details already exists with id={twin.get('id')}.")
    need_contact(session, operation, body)
    found = targets_of(session, request)
    if operation == REDACT and (inside := redacted(session, body)):
        found = [inside]
    outer = found[0] if found else None
    whole = found[-1] if found and found[-1].is_whole else outer
    linked = linked_of(session, request, found, body)
    target = outer if linked and request.method == "DELETE" else whole
    now = (target.record if target and target.record else None) or present(session, request)
    before, after = compared(operation, {**now}, body, linked)
    before |= before_bulk(session, operation, body)
    guard = guard_for(request)
    named_ids = names_in(session, operation, before, after)
    record = now if target else body if request.method == "POST" else now
    action, kind = words_of(operation, request, body, linked, target)
    return {
        "operation": operation or f"{request.method} {request.path}",
        "action": action,
        "type": kind,
        "id": target.id if target else found_by_query(request),
        "name": body.get("event_name") if operation == "POST /events" else name_of(record) or None,
        "linked": linked,
        "records": number_of(body, operation),
        "before": masked(before),
        "after": masked(after),
        "names": named_ids,
        "notifies": notified(operation, body, guard, now),
        "permanent": bool(guard and guard.is_permanent)
        or (operation == BULK and action == "delete"),
        "question": None,
        "error": None,
    }


def found_by_query(request: Request) -> str | None:
    """The id of a record that a query names, as of custom objects."""
    known = dict(request.query)
    return known.get("external_id") or known.get("id") if request.method == "DELETE" else None


def company_in(session: Session, body: Record) -> Record | None:
    """The row of a company that is tagged or untagged, which goes through the tag itself."""
    entries = body.get("companies")
    if not isinstance(entries, list) or len(entries) != 1 or not isinstance(entries[0], dict):
        return None
    id = str(entries[0].get("id") or "")
    record = by_id(session, "companies", id) or {} if id else {}
    return {
        "operation": "POST /tags",
        "action": "remove" if entries[0].get("untag") else "add",
        "type": "company",
        "id": id or None,
        "name": name_of(record) or None,
        "linked": {"type": "tag", "id": None, "name": body.get("name")},
        "records": 1,
        "before": {},
        "after": {},
        "names": {},
        "notifies": [],
        "permanent": False,
        "question": None,
        "error": None,
    }


def linked_of(
    session: Session, request: Request, found: list[Target], body: Mapping[str, Any]
) -> Record | None:
    """What is put on a record or taken off it, such as a tag."""
    if request.method == "DELETE" and len(found) > 1 and takes_link(segments(request.path)):
        inner = found[-1]
        return {"type": inner.kind, "id": inner.id, "name": name_of(inner.record or {}) or None}
    parts = request.path.strip("/").split("/")
    if request.method != "POST" or len(parts) < 3 or not body.get("id"):  # noqa: PLR2004 - /contacts/ID/tags
        return None
    id, name = str(body["id"]), ""
    if parts[-1] in WHOLE:
        name = name_at(session, parts[-1], id)
    elif f"/{parts[-1]}/{{}}" in readers():
        name = name_of(by_id(session, parts[-1], id) or {})
    return {"type": kind_of(parts[-1]), "id": id, "name": name or None}


def compared(
    operation: str, now: Record, body: Record, linked: Record | None
) -> tuple[Record, Record]:
    """The fields that change, as they are and as they will be; what is not known is left out."""
    if linked:
        return {}, {}
    if operation.endswith("/parts") and body.get("message_type"):
        body = managed(body)
    spelled = FIELDS.get(operation, {})
    changes = (
        operation in FIELDS or operation.endswith("/parts") or not operation.startswith("POST ")
    )
    given = leaves(body)
    after = {spelled.get(path, path): one for path, one in given if not is_about(operation, path)}
    if not changes:
        return {}, after
    known = ((path, value_at(now, path)) for path in after)
    return {path: value for path, value in known if value is not MISSING}, after


def managed(body: Record) -> Record:
    """What managing a conversation changes, by the names that a conversation has for it."""
    kind = body["message_type"]
    if kind == "assignment":
        place = "team_assignee_id" if body.get("type") == "team" else "admin_assignee_id"
        found = {place: body.get("assignee_id")}
    else:
        found = {"state": STATES.get(kind, kind)}
    kept = ("snoozed_until", "body")
    return {**found, **{name: body[name] for name in kept if name in body}}


def leaves(value: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, Any]]:
    """Each value in an object with the path that leads to it."""
    for name, one in value.items():
        path = f"{place}.{name}" if place else name
        if isinstance(one, dict) and one:
            yield from leaves(one, path)
        else:
            yield path, one


def value_at(record: Any, path: str) -> Any:
    """What is at a path; MISSING where the record says nothing of it."""
    if isinstance(record, dict) and path in record:
        return record[path]
    first, dot, rest = path.partition(".")
    if not dot or not isinstance(record, dict) or first not in record:
        return None if first == "custom_attributes" else MISSING
    found = value_at(record[first], rest)
    return None if found is MISSING and first == "custom_attributes" else found


def is_about(operation: str, path: str) -> bool:
    """Whether a field says something about the request, such as who writes."""
    if operation == BULK and path == "action":
        return True
    return path in ABOUT or (path.startswith("from.") and operation != "POST /conversations")


def notified(
    operation: str, body: Mapping[str, Any], guard: Guard | None, now: Mapping[str, Any]
) -> list[str]:
    """Who hears of a change to what is there ``now``."""
    if operation == BULK:
        items = body.get("content_ids") or ()
        seen = any(str(one.get("type", "")).partition("_")[0] == "article" for one in items)
        return [READERS] if body.get("action") in PUBLIC and seen else []
    if operation in READ_ALWAYS or (operation in READ_AT_ONCE and is_public(now)):
        return [READERS]
    return [guard.notifies] if guard and guard.notifies else []


def is_public(record: Mapping[str, Any]) -> bool:
    """Whether readers see a record, or a translation of it."""
    texts = record.get("translated_content")
    every = [record, *(texts.values() if isinstance(texts, dict) else ())]
    states = (one.get("state") for one in every if isinstance(one, dict))
    return any(state in {"published", "live"} for state in states)


def number_of(body: Mapping[str, Any], operation: str) -> int:
    """How many records one request changes."""
    several = ("/contacts/bulk", "/companies/bulk", "/content/bulk_actions")
    if not operation.partition(" ")[2].startswith(several):
        return 1
    return next((len(one) for one in body.values() if isinstance(one, list)), 1)
