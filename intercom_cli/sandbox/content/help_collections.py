"""Collections of a help center, one inside the other."""

from __future__ import annotations

from functools import partial
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import article_rows, article_shapes
from intercom_cli.sandbox.content.article_bodies import mapping
from intercom_cli.sandbox.content.content_pages import numbered
from intercom_cli.sandbox.content.content_rules import DEFAULT_LOCALE, deleted, require_locale
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import string
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.values import Check
from intercom_cli.sandbox.visit import Route, Visit

PAGE = 20
DEEPEST = 3


def optional_identifier(value: Any) -> str | None:
    """An id, or null for none."""
    return None if value is None else values.identifier(value)


CHECKS: dict[str, Check] = {
    "name": values.text,
    "description": string,
    "translated_content": mapping,
    "parent_id": optional_identifier,
    "help_center_id": values.optional_integer,
}
PART: dict[str, Check] = {"name": values.text, "description": string}


def list_collections(visit: Visit) -> Answer:
    """List the collections, the latest changed first."""
    return numbered(visit, article_rows.newest("collection"), partial(shape, visit), size=PAGE)


def create(visit: Visit) -> Answer:
    """Create a collection: at the top of a help center, or inside another collection."""
    sent = visit.body()
    if sent.get("name") is None:
        raise missing("Name is a required parameter.")
    wanted = values.check(sent, CHECKS)
    parent = parent_in(visit, wanted)
    center = int(parent["help_center_id"]) if parent else (wanted.get("help_center_id") or 1)
    if documents.get(visit.store, "help_center", str(center)) is None:
        raise invalid("help_center_id is not the id of a help center", "help_center_id")
    beside = documents.count(visit.store, Query("collection", parent=str(center)))
    collection = {
        "name": wanted["name"],
        "description": wanted.get("description", ""),
        "translations": translations(visit, wanted),
        "icon": "book-bookmark",
        "order": beside + 1,
        "parent_id": parent["id"] if parent else None,
        "help_center_id": center,
        "created_at": visit.now,
        "updated_at": visit.now,
    }
    kept = documents.add(visit.store, "collection", collection, parent=str(center))
    return reply(shape(visit, kept))


def parent_in(visit: Visit, wanted: Record) -> Record | None:
    """The collection to be inside of. Intercom nests three deep; a fourth level is refused."""
    if wanted.get("parent_id") is None:
        return None
    parent = documents.get(visit.store, "collection", wanted["parent_id"])
    if parent is None:
        raise invalid("parent_id is not the id of a collection", "parent_id")
    if len(line_of(visit, parent)) >= DEEPEST:
        raise invalid("Collections cannot be nested deeper than three levels", "parent_id")
    return parent


def line_of(visit: Visit, collection: Record | None) -> list[str]:
    """The ids of a collection and of those around it."""
    line = []
    while collection is not None:
        line.append(collection["id"])
        collection = documents.get(visit.store, "collection", str(collection["parent_id"]))
    return line


def translations(visit: Visit, wanted: Record) -> dict[str, Record]:
    """The names and descriptions in other languages that were sent."""
    parts = wanted.get("translated_content", {}).items()
    return {require_locale(visit, locale): values.check(part, PART) for locale, part in parts}


def retrieve(visit: Visit) -> Answer:
    """Show one collection."""
    return reply(shape(visit, found(visit)))


def found(visit: Visit) -> Record:
    """The collection a path names."""
    return documents.found(visit, "collection", visit.ids["collection_id"])


def update(visit: Visit) -> Answer:
    """Rename a collection, or move it with all that is in it."""
    collection, wanted = found(visit), values.check(visit.body(), CHECKS)
    if "parent_id" in wanted:
        move(visit, collection, parent_in(visit, wanted))
    for locale, part in translations(visit, wanted).items():
        collection["translations"][locale] = {**collection["translations"].get(locale, {}), **part}
    changed = {name: value for name, value in wanted.items() if name in PART}
    collection.update(changed, updated_at=visit.now)
    return reply(shape(visit, documents.save(visit.store, "collection", collection)))


def move(visit: Visit, collection: Record, parent: Record | None) -> None:
    """Put a collection into another one of its help center, but not into itself."""
    if parent is not None and collection["id"] in line_of(visit, parent):
        raise invalid("A collection cannot be inside itself", "parent_id")
    if parent is not None and parent["help_center_id"] != collection["help_center_id"]:
        raise invalid("parent_id is in another help center", "parent_id")
    collection["parent_id"] = parent["id"] if parent else None


def delete(visit: Visit) -> Answer:
    """Delete a collection with those inside it; their articles stay, and stand alone."""
    collection = found(visit)
    every = documents.every(visit.store, Query("collection"))
    gone = {one["id"] for one in every if collection["id"] in line_of(visit, one)}
    for identifier in gone:
        documents.remove(visit.store, "collection", identifier)
    for article in documents.every(visit.store, Query("article")):
        left = [parent for parent in article["parent_ids"] if str(parent) not in gone]
        if left != article["parent_ids"]:
            documents.save(visit.store, "article", {**article, "parent_ids": left})
    return reply(deleted(collection["id"], "collection"))


def shape(visit: Visit, collection: Record) -> dict[str, Any]:
    """A collection as JSON; languages are told where its help center has several."""
    center = documents.get(visit.store, "help_center", str(collection["help_center_id"])) or {}
    shown = {
        "id": collection["id"],
        "workspace_id": visit.store.app_id,
        "name": collection["name"],
        "url": f"{center['url']}/{article_shapes.slug(collection['name'])}",
        "order": collection["order"],
        "created_at": collection["created_at"],
        "updated_at": collection["updated_at"],
        "description": collection["description"],
        "icon": collection["icon"],
        "parent_id": collection["parent_id"],
        "help_center_id": collection["help_center_id"],
    }
    if len(center["locales"]) == 1:
        return shown
    own = {"name": collection["name"], "description": collection["description"] or ""}
    parts = {DEFAULT_LOCALE: own, **collection["translations"]}
    contents = {locale: {"type": "group_content", **part} for locale, part in parts.items()}
    shown["default_locale"] = DEFAULT_LOCALE
    shown["translated_content"] = {"type": "group_translated_content", **contents}
    return shown


routes = (
    Route("GET", "/help_center/collections", list_collections, reads=True),
    Route("POST", "/help_center/collections", create),
    Route("GET", "/help_center/collections/{collection_id}", retrieve, reads=True),
    Route("PUT", "/help_center/collections/{collection_id}", update),
    Route("DELETE", "/help_center/collections/{collection_id}", delete),
)
