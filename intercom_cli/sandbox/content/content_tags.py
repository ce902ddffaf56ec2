"""Tags on articles, internal articles and snippets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.people import tag_rows
from intercom_cli.sandbox.refusals import missing, not_found
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Handler, Route, Visit
from intercom_cli.sandbox.workspace import ME

# By kind of record: the name of its id in the path, and what is said when it is not there.
KINDS = {
    "article": ("article_id", "Article not found"),
    "internal_article": ("internal_article_id", "Internal article not found"),
    "content_snippet": ("content_snippet_id", "Content snippet not found"),
}
CHECKS: dict[str, values.Check] = {
    "id": values.identifier,
    "admin_id": lambda value: None if value is None else values.identifier(value),
}


def attach(kind: str) -> Handler:
    """What puts a tag on a record of a kind."""

    def handler(visit: Visit) -> Answer:
        record = owner(visit, kind)
        sent = values.check(visit.body(), CHECKS)
        if "id" not in sent:
            raise missing("id is required")
        tag, admin = tag_rows.named(visit.store, sent["id"]), sent.get("admin_id") or ME
        require_admin(visit, admin)
        put(record, str(tag["id"]), admin=admin, now=visit.now)
        documents.save(visit.store, kind, record)
        applied = record["tags"][str(tag["id"])]
        by = {"type": "admin", "id": applied["admin"]}
        return reply({**tag_rows.shape(tag), "applied_at": applied["at"], "applied_by": by})

    return handler


def detach(kind: str) -> Handler:
    """What takes a tag off a record of a kind; one that is not on it counts as unknown."""

    def handler(visit: Visit) -> Answer:
        record = owner(visit, kind)
        tag = tag_rows.named(visit.store, visit.ids["id"])
        if record["tags"].pop(str(tag["id"]), None) is None:
            raise tag_rows.no_tag()
        documents.save(visit.store, kind, record)
        return reply({**tag_rows.shape(tag), "applied_at": None, "applied_by": None})

    return handler


def owner(visit: Visit, kind: str) -> Record:
    """The record a path names."""
    name, complaint = KINDS[kind]
    return documents.found(visit, kind, visit.ids[name], complaint, f"{kind}_not_found")


def require_admin(visit: Visit, identifier: str) -> None:
    """Refuse to name somebody who is not a teammate."""
    if visit.store.value("SELECT 1 FROM admins WHERE id = ?", (identifier,)) is None:
        raise not_found("Admin not found", "admin_not_found")


def put(record: Record, tag: str, *, admin: str, now: int) -> None:
    """Put a tag on a record; a second time changes nothing."""
    record["tags"].setdefault(tag, {"at": now, "admin": admin})


def shape(visit: Visit, record: Record) -> dict[str, Any]:
    """The tags of a record as they stand inside it; those deleted since are left out."""
    rows = (
        visit.store.row("SELECT * FROM tags WHERE id = ?", (tag_rows.number(tag),))
        for tag in record["tags"]
    )
    shown = [tag_rows.shape(row) for row in rows if row is not None]
    return {"type": "tag.list", "tags": shown}


def routes_of(kind: str, path: str) -> Iterable[Route]:
    """The two operations for the tags of a kind."""
    place = f"/{path}/{{{KINDS[kind][0]}}}/tags"
    steps: tuple[tuple[str, str, Callable[[str], Handler]], ...] = (
        ("POST", place, attach),
        ("DELETE", f"{place}/{{id}}", detach),
    )
    for method, target, make in steps:
        yield Route(method, target, make(kind), V2_16)


routes = (
    *routes_of("article", "articles"),
    *routes_of("internal_article", "internal_articles"),
    *routes_of("content_snippet", "content_snippets"),
)
