"""Describe one planned write: which record changes, from what to what, and who hears of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from intercom_cli.api.redaction import masked
from intercom_cli.api.request import Request
from intercom_cli.errors import Refused
from intercom_cli.facts.guards import READERS, takes_link
from intercom_cli.facts.matching import readers, segments, templates
from intercom_cli.plan_names import names_in
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
VERBS = {"POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
# What is done to what, where the path does not say it.
WORDS = {
    "POST /messages": ("send", "message"),
    "POST /events": ("track", "event"),
    "POST /events/summaries": ("set", "event summary"),
    "POST /contacts/merge": ("merge", "contact"),
    "POST /contacts/bulk/delete": ("delete", "contact"),
    "PUT /contacts/bulk": ("update", "contact"),
    "POST /companies/bulk/delete": ("delete", "company"),
    "PUT /companies/bulk": ("update", "company"),
    "POST /contacts/{id}/banners/{view_id}/dismiss": ("dismiss banner of", "contact"),
    "POST /conversations/redact": ("redact", "conversation"),
    "POST /tickets/{ticket_id}/change_type": ("retype", "ticket"),
    "POST /visitors/convert": ("convert", "visitor"),
    "PUT /admins/{admin_id}/away": ("update", "admin"),
    "PUT /articles/{id}/draft": ("stage", "article"),
    "POST /articles/{id}/draft/publish": ("publish", "article"),
    "POST /content/bulk_actions": ("change", "content"),
    "POST /custom_object_instances/{custom_object_type_identifier}": ("save", "custom object"),
    "POST /ecommerce/connectors/{id}/catalog": ("replace", "catalog"),
    "POST /export/content/data": ("start", "export"),
    "POST /export/cancel/{job_identifier}": ("cancel", "export"),
    "POST /export/reporting_data/enqueue": ("start", "report export"),
    "POST /fin/start": ("start", "Fin conversation"),
    "POST /fin/reply": ("send", "Fin message"),
    "POST /fin/csat": ("rate", "Fin conversation"),
    "POST /fin/ask": ("send", "Fin question"),
    "POST /fin/capabilities": ("offer", "Fin capabilities"),
    "POST /fin/escalate": ("escalate", "Fin conversation"),
    "POST /fin/procedures/{procedure_id}/run": ("run", "procedure"),
    "POST /procedures/{conversation_id}/collect_agent_input": ("answer", "procedure step"),
    "POST /fin_voice/register": ("register", "call"),
}
BULK = "POST /content/bulk_actions"
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
MISSING: Any = object()

Record = dict[str, Any]


def described_change(session: Session, request: Request) -> Record:
    """One planned write as a row. Raises NotFound for a record that is not there."""
    operation, body = named(request), body_of(request)
    if operation == "POST /tags" and (labeled := company_in(session, body)):
        return labeled
    if operation == "POST /contacts" and (twin := twin_of(session, body)):
        raise Refused(f"A contact matching those details already exists with id={twin.get('id')}.")
    found = targets_of(session, request)
    outer = found[0] if found else None
    whole = found[-1] if found and found[-1].is_whole else outer
    linked = linked_of(session, request, found, body)
    target = outer if linked and request.method == "DELETE" else whole
    now = (target.record if target and target.record else None) or present(session, request)
    before, after = compared(operation, {**now}, body, linked)
    guard = guard_for(request)
    named_ids = names_in(session, operation, before, after)
    record = now if target else body if request.method == "POST" else now
    action, kind = words_of(operation, request, body, linked, target)
    return {
        "operation": operation or f"{request.method} {request.path}",
        "action": action,
        "type": kind,
        "id": target.id if target else None,
        "name": name_of(record) or None,
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
    id = str(body["id"])
    record = by_id(session, parts[-1], id) if f"/{parts[-1]}/{{}}" in readers() else None
    return {"type": kind_of(parts[-1]), "id": id, "name": name_of(record or {}) or None}


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
    after = {spelled.get(path, path): value for path, value in leaves(body) if not is_about(path)}
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


def is_about(path: str) -> bool:
    """Whether a field says something about the request, such as who writes."""
    return path in ABOUT or path.startswith("from.")


def notified(
    operation: str, body: Mapping[str, Any], guard: Guard | None, now: Mapping[str, Any]
) -> list[str]:
    """Who hears of a change to what is there ``now``."""
    if operation == BULK:
        return [READERS] if body.get("action") in PUBLIC else []
    if operation in READ_AT_ONCE and is_public(now):
        return [READERS]
    return [guard.notifies] if guard and guard.notifies else []


def is_public(record: Mapping[str, Any]) -> bool:
    """Whether readers see a record, or a translation of it."""
    texts = record.get("translated_content")
    every = [record, *(texts.values() if isinstance(texts, dict) else ())]
    states = (one.get("state") for one in every if isinstance(one, dict))
    return any(state in {"published", "live"} for state in states)


def words_of(
    operation: str, request: Request, body: Mapping[str, Any], linked: Any, target: Target | None
) -> tuple[str, str]:
    """What is done, in a word, and to which kind of record."""
    kind = target.kind if target else kind_in(operation, request)
    if operation == BULK:
        return str(body.get("action") or "change").replace("_", " "), "content"
    if operation.startswith("DELETE /custom_object_instances"):
        return "delete", "custom object"
    if body.get("archived") is True and operation.startswith("PUT /data_attributes"):
        return "archive", kind
    return WORDS.get(operation) or (action_of(operation, request, body, linked), kind)


def action_of(operation: str, request: Request, body: Mapping[str, Any], linked: Any) -> str:
    """What is done to a record, in a word, as its path says it."""
    parts = templates().get(operation, ())
    last = parts[-1] if parts else ""
    if linked:
        return "remove" if request.method == "DELETE" else "add"
    if last == "parts":
        kind = str(body.get("message_type"))
        return {"assignment": "assign", "snoozed": "snooze"}.get(kind, kind)
    if last == "reply":
        return "add note" if body.get("message_type") == "note" else "reply"
    if len(parts) > 2 and request.method == "POST" and not last.endswith("s"):  # noqa: PLR2004
        return last.replace("_", " ")
    if len(parts) > 2 and request.method == "POST":  # noqa: PLR2004 - /contacts/ID/notes
        return f"add {kind_of(last)}"
    return VERBS.get(request.method, request.method.lower())


def kind_in(operation: str, request: Request) -> str:
    """What kind of record a path without one is about."""
    parts = [part for part in templates().get(operation, ()) if not part.startswith("{")]
    plural = next((part for part in reversed(parts) if part.endswith("s")), "")
    return kind_of(plural or (parts[-1] if parts else request.path.strip("/")))


def number_of(body: Mapping[str, Any], operation: str) -> int:
    """How many records one request changes."""
    several = ("/contacts/bulk", "/companies/bulk", "/content/bulk_actions")
    if not operation.partition(" ")[2].startswith(several):
        return 1
    return next((len(one) for one in body.values() if isinstance(one, list)), 1)
