"""Content import sources: where the external pages come from that Fin reads."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content.content_rules import address, numbers, require_audiences
from intercom_cli.sandbox.document_lists import by_page
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean, choice
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.values import Check
from intercom_cli.sandbox.visit import Route, Visit

PAGE = 50
KIND = "content_import_source"
PAGES = "external_page"


def audiences(value: Any) -> list[int]:
    """One id or a list of them; null for none."""
    if value is None:
        return []
    return numbers(value) if isinstance(value, list) else [values.integer(value)]


CHECKS: dict[str, Check] = {
    "status": choice(
        (
            "active",
            "deactivated",
        )
    ),
    "url": address,
    "audience_ids": audiences,
    "apply_audience_to_existing_content": boolean,
}
NEW: dict[str, Check] = {"sync_behavior": choice(("api",)), **CHECKS}
KNOWN: dict[str, Check] = {
    "sync_behavior": choice(
        (
            "api",
            "automated",
            "manual",
        )
    ),
    **CHECKS,
}
# The word for it in requests is not the one in answers.
SHOWN = {"automated": "automatic"}


def list_sources(visit: Visit) -> Answer:
    """List the sources."""
    return by_page(visit, Query(KIND), shape, size=PAGE)


def create(visit: Visit) -> Answer:
    """Create a source whose pages come through the API."""
    wanted = read(visit, NEW)
    source = {
        "status": "active",
        "audience_ids": [],
        **wanted,
        "last_synced_at": visit.now,
        "created_at": visit.now,
        "updated_at": visit.now,
    }
    source.pop("apply_audience_to_existing_content", None)
    source = {"id": int(documents.next_id(visit.store, KIND)), **source}
    return reply(shape(documents.add(visit.store, KIND, source)))


def read(visit: Visit, checks: dict[str, Check]) -> Record:
    """What was sent, checked: what syncs it and its address are asked for each time."""
    sent = visit.body()
    for name in ("sync_behavior", "url"):
        if sent.get(name) is None:
            raise missing(f"{name} is a required parameter")
    wanted = values.check(sent, checks)
    require_audiences(visit, wanted.get("audience_ids", []))
    return wanted


def retrieve(visit: Visit) -> Answer:
    """Show one source."""
    return reply(shape(found(visit)))


def found(visit: Visit) -> Record:
    """The source a path names."""
    return documents.found(visit, KIND, visit.ids["source_id"])


def update(visit: Visit) -> Answer:
    """Change a source. Into or out of the hands of the API it cannot be given."""
    source, wanted = found(visit), read(visit, KNOWN)
    wanted["sync_behavior"] = SHOWN.get(wanted["sync_behavior"], wanted["sync_behavior"])
    if "api" in {source["sync_behavior"], wanted["sync_behavior"]}:
        if source["sync_behavior"] != wanted["sync_behavior"]:
            raise invalid("sync_behavior cannot be changed to or from api", "sync_behavior")
    elif source["url"] != wanted["url"]:
        raise invalid("url can only be changed when sync_behavior is api", "url")
    everywhere = wanted.pop("apply_audience_to_existing_content", False)
    source.update(wanted, updated_at=visit.now)
    if everywhere:
        for page in pages_of(visit, source):
            page["audience_ids"] = source["audience_ids"]
            documents.save(visit.store, PAGES, page)
    return reply(shape(documents.save(visit.store, KIND, source)))


def delete(visit: Visit) -> Answer:
    """Delete a source with all its pages."""
    source = found(visit)
    for page in pages_of(visit, source):
        documents.remove(visit.store, PAGES, page["id"])
    documents.remove(visit.store, KIND, str(source["id"]))
    return Answer(204)


def pages_of(visit: Visit, source: Record) -> list[Record]:
    """The pages that come from a source."""
    query = Query(PAGES, sql="json_extract(body, '$.source_id') = ?", values=(source["id"],))
    return documents.every(visit.store, query)


def shape(source: Record) -> dict[str, Any]:
    """A source as JSON."""
    return {"type": KIND, **source}


routes = (
    Route("GET", "/ai/content_import_sources", list_sources, reads=True),
    Route("POST", "/ai/content_import_sources", create),
    Route("GET", "/ai/content_import_sources/{source_id}", retrieve, reads=True),
    Route("PUT", "/ai/content_import_sources/{source_id}", update),
    Route("DELETE", "/ai/content_import_sources/{source_id}", delete),
)
