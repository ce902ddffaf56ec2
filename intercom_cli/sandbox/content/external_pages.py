"""External pages: what Fin reads besides articles."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content.content_rules import address
from intercom_cli.sandbox.document_lists import by_page
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean, choice, string
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.values import Check
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

PAGE = 50
KIND = "external_page"
SWITCHES = ("ai_agent_availability", "ai_copilot_availability", "ai_sales_agent_availability")
REQUIRED = ("title", "html", "locale", "source_id")
CHECKS: dict[str, Check] = {
    "title": values.text,
    "html": string,
    "url": address,
    "locale": choice(("en",)),
    "source_id": values.integer,
    "external_id": values.text,
}
NEW: dict[str, Check] = {**CHECKS, **dict.fromkeys(SWITCHES[:2], boolean)}
KNOWN: dict[str, Check] = {**CHECKS, "fin_availability": boolean}


def list_pages(visit: Visit) -> Answer:
    """List the external pages, the newest first."""
    return by_page(visit, Query(KIND, ascending=False), shape, size=PAGE)


def create(visit: Visit) -> Answer:
    """Create a page, or change the one that has this id at its source.

    Fin may use a new one unless it is told not to: so the platform's own answer shows, though
    the description says otherwise.
    """
    wanted = read(visit, NEW, (*REQUIRED, "external_id"))
    twin = twin_of(visit, wanted)
    if twin is not None:
        return reply(shape(changed(visit, twin, wanted)))
    page = {
        "url": None,
        **dict.fromkeys(SWITCHES, True),
        **wanted,
        "audience_ids": source_of(visit, wanted["source_id"])["audience_ids"],
        "tags": {},
        "folder_id": None,
        "created_at": visit.now,
        "updated_at": visit.now,
        "last_ingested_at": visit.now,
        "created_by_id": int(ME),
        "updated_by_id": int(ME),
    }
    return reply(shape(documents.add(visit.store, KIND, page)))


def read(visit: Visit, checks: dict[str, Check], required: tuple[str, ...]) -> Record:
    """What was sent, checked; the source must be one whose pages come through the API."""
    sent = visit.body()
    for name in required:
        if sent.get(name) is None:
            raise missing(f"{name} is a required parameter")
    wanted = values.check(sent, checks)
    if source_of(visit, wanted["source_id"])["sync_behavior"] != "api":
        raise invalid("Pages of this source cannot be changed through the API", "source_id")
    return wanted


def source_of(visit: Visit, number: int) -> Record:
    """The source of a page, by its id."""
    source = documents.get(visit.store, "content_import_source", str(number))
    if source is None:
        raise invalid("source_id is not the id of a content import source", "source_id")
    return source


def twin_of(visit: Visit, wanted: Record) -> Record | None:
    """The page that a source knows by the same id."""
    query = Query(
        KIND,
        sql="json_extract(body, '$.source_id') = ? AND json_extract(body, '$.external_id') = ?",
        values=(wanted["source_id"], wanted.get("external_id")),
    )
    found = documents.every(visit.store, query, limit=1)
    return found[0] if found else None


def changed(visit: Visit, page: Record, wanted: Record) -> Record:
    """Keep a page with what was sent for it."""
    times = {"updated_at": visit.now, "last_ingested_at": visit.now}
    return documents.save(visit.store, KIND, {**page, **wanted, **times, "updated_by_id": int(ME)})


def retrieve(visit: Visit) -> Answer:
    """Show one page."""
    return reply(shape(found(visit)))


def found(visit: Visit) -> Record:
    """The page a path names."""
    return documents.found(visit, KIND, visit.ids["page_id"])


def update(visit: Visit) -> Answer:
    """Change a page that came through the API."""
    page = found(visit)
    if source_of(visit, page["source_id"])["sync_behavior"] != "api":
        raise invalid("Only pages that were created through the API can be updated")
    wanted = read(visit, KNOWN, (*REQUIRED, "url"))
    twin = twin_of(visit, {"external_id": page["external_id"], **wanted})
    if twin is not None and twin["id"] != page["id"]:
        raise invalid("external_id is already used by another page of the source", "external_id")
    fin = wanted.pop("fin_availability", None)
    if fin is not None:
        wanted.update(dict.fromkeys(SWITCHES[:2], fin))
    return reply(shape(changed(visit, page, wanted)))


def delete(visit: Visit) -> Answer:
    """Delete a page; the answer shows it without its text."""
    page = found(visit)
    documents.remove(visit.store, KIND, page["id"])
    return reply(shape({**page, "html": ""}))


def shape(page: Record) -> dict[str, Any]:
    """A page as JSON; without an address the member is left out."""
    url = {} if page["url"] is None else {"url": page["url"]}
    return {
        "type": KIND,
        "id": page["id"],
        "title": page["title"],
        "html": page["html"],
        **url,
        **{name: page[name] for name in SWITCHES},
        "fin_availability": page["ai_agent_availability"],
        "locale": page["locale"],
        "source_id": page["source_id"],
        "external_id": page["external_id"],
        "created_at": page["created_at"],
        "updated_at": page["updated_at"],
        "last_ingested_at": page["last_ingested_at"],
    }


routes = (
    Route("GET", "/ai/external_pages", list_pages, reads=True),
    Route("POST", "/ai/external_pages", create),
    Route("GET", "/ai/external_pages/{page_id}", retrieve, reads=True),
    Route("PUT", "/ai/external_pages/{page_id}", update),
    Route("DELETE", "/ai/external_pages/{page_id}", delete),
)
