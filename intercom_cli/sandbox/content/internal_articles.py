"""Articles for teammates only."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, markup, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import article_rows
from intercom_cli.sandbox.content.content_pages import cut, numbered
from intercom_cli.sandbox.content.content_rules import (
    AI,
    DEFAULT_LOCALE,
    availability,
    body_in,
    deleted,
    optional_numbers,
    require_admin,
    require_audiences,
    require_locale,
)
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import string
from intercom_cli.sandbox.refusals import missing
from intercom_cli.sandbox.values import Check
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

PAGE, FOUND_PAGE = 25, 10
KIND = "internal_article"
CHECKS: dict[str, Check] = {
    "title": values.text,
    "body": string,
    "body_markdown": string,
    "author_id": values.integer,
    "owner_id": values.integer,
    "locale": values.text,
    "audience_ids": optional_numbers,
    **availability(),
}


def list_articles(visit: Visit) -> Answer:
    """List the internal articles, the latest changed first."""
    return numbered(visit, article_rows.newest(KIND), shape, size=PAGE)


def create(visit: Visit) -> Answer:
    """Create an internal article; the body is kept as it was sent."""
    wanted = read(visit)
    for name in ("author_id", "owner_id", "title"):
        if name not in wanted:
            place = "the main body or default locale translated_content object"
            raise missing(f"{name} must be in {place}")
    article = {
        "body": "",
        "locale": DEFAULT_LOCALE,
        "audience_ids": [],
        **dict.fromkeys(AI, False),
        **wanted,
        "tags": {},
        "folder_id": None,
        "created_at": visit.now,
        "updated_at": visit.now,
        "created_by_id": int(ME),
        "updated_by_id": int(ME),
    }
    return reply(shape(documents.add(visit.store, KIND, article)))


def read(visit: Visit) -> Record:
    """What was sent, checked."""
    sent = values.check(visit.body(), CHECKS)
    body = body_in(sent)
    wanted = {name: value for name, value in sent.items() if name != "body_markdown"}
    for name in ("author_id", "owner_id"):
        if name in wanted:
            require_admin(visit, wanted[name], name)
    if "locale" in wanted:
        require_locale(visit, wanted["locale"])
    require_audiences(visit, wanted.get("audience_ids", []))
    return wanted if body is None else {**wanted, "body": body}


def retrieve(visit: Visit) -> Answer:
    """Show one internal article."""
    return reply(shape(found(visit)))


def found(visit: Visit) -> Record:
    """The internal article a path names."""
    return documents.found(visit, KIND, visit.ids["internal_article_id"])


def update(visit: Visit) -> Answer:
    """Change an internal article."""
    article = found(visit)
    article.update(read(visit), updated_at=visit.now, updated_by_id=int(ME))
    return reply(shape(documents.save(visit.store, KIND, article)))


def delete(visit: Visit) -> Answer:
    """Delete an internal article."""
    article = found(visit)
    documents.remove(visit.store, KIND, article["id"])
    return reply(deleted(article["id"], KIND))


def search(visit: Visit) -> Answer:
    """Find the internal articles of a folder; without a folder, all."""
    folder = visit.call.parameter("folder_id")
    every = documents.every(visit.store, article_rows.newest(KIND))
    fits = [one for one in every if not folder or str(one["folder_id"]) == folder]
    rows, pages = cut(visit, fits, size=FOUND_PAGE)
    data = {"internal_articles": [shape(row) for row in rows]}
    return reply({"type": "list", "total_count": len(fits), "data": data, "pages": pages})


def shape(article: Record) -> dict[str, Any]:
    """An internal article as JSON."""
    return {
        "type": KIND,
        "id": article["id"],
        "title": article["title"],
        "body": article["body"],
        "body_markdown": markup.markdown_of(article["body"]),
        "owner_id": article["owner_id"],
        "author_id": article["author_id"],
        "created_at": article["created_at"],
        "updated_at": article["updated_at"],
        "locale": article["locale"],
        "audience_ids": article["audience_ids"],
        **{name: article[name] for name in AI},
    }


routes = (
    Route("GET", "/internal_articles", list_articles, reads=True),
    Route("POST", "/internal_articles", create),
    Route("GET", "/internal_articles/search", search, reads=True),
    Route("GET", "/internal_articles/{internal_article_id}", retrieve, reads=True),
    Route("PUT", "/internal_articles/{internal_article_id}", update),
    Route("DELETE", "/internal_articles/{internal_article_id}", delete),
)
