"""Say in words what a planned write does, and to which kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intercom_cli.facts.matching import templates
from intercom_cli.targets import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intercom_cli.api.request import Request
    from intercom_cli.targets import Target

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
    if operation.startswith("DELETE /conversations/attributes"):
        return "archive", kind if "/options/" in operation else f"conversation {kind}"
    if "/conversations/attributes" in operation and kind == "attribute":
        kind = f"conversation {kind}"
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
