"""Drafts on top of published articles, and the versions there were."""

from __future__ import annotations

from functools import partial
from typing import Any

from intercom_cli.sandbox import documents, markup, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import article_bodies, article_rows, article_shapes
from intercom_cli.sandbox.content.content_pages import numbered
from intercom_cli.sandbox.content.content_rules import require_locale, strings
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.refusals import Fault, Refusal, not_found
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

PAGE = 25
GONE = "Object not found"
NOTHING = (b"", b"null")


def retrieve(visit: Visit) -> Answer:
    """Show an article as it would be with its draft; without one there is nothing to show."""
    article = article_rows.found(visit, visit.ids["id"], GONE)
    if not staged(article):
        raise not_found(GONE)
    return reply(article_shapes.shape(visit, article, draft=True))


def staged(article: Record) -> list[str]:
    """The languages in which a draft waits."""
    return [locale for locale, content in article["contents"].items() if content["draft"]]


def stage(visit: Visit) -> Answer:
    """Stage other texts, in every language that is named; all of them must be published.

    Whatever is no text is passed over.
    """
    article = article_rows.caught_up(visit, visit.ids["id"], GONE)
    wanted = article_bodies.read(visit)
    refusal = unprocessable("Article must be published before a draft can be staged")
    if article_rows.main(article)["state"] != "published":
        raise refusal
    for locale, fields in wanted.contents.items():
        texts = {name: fields[name] for name in article_rows.TEXTS if name in fields}
        content = article["contents"].get(locale)
        if texts and (content is None or content["state"] != "published"):
            raise refusal
        if texts:
            article_rows.stage(content, texts, visit.now)
    article_rows.keep(visit, article)
    return reply(article_shapes.shape(visit, article, draft=True))


def publish(visit: Visit) -> Answer:
    """Make drafts live, in the languages named: this workspace has several, so they must be."""
    article = article_rows.caught_up(visit, visit.ids["id"], GONE)
    sent = visit.body() if visit.call.body.strip() not in NOTHING else {}
    locales = values.check(sent, {"locales": strings}).get("locales")
    waiting = staged(article)
    if not waiting:
        raise unprocessable("Article has no draft to publish")
    if not locales:
        message = "locales must be specified to publish a draft on a multilingual workspace"
        raise unprocessable(message, "parameter_not_found")
    without = [locale for locale in locales if locale not in waiting]
    if without:
        message = "Cannot publish a draft for locale(s) without pending changes"
        raise unprocessable(f"{message}: {', '.join(without)}")
    for locale in dict.fromkeys(locales):
        content = article["contents"][locale]
        article_rows.promote(content, visit.now)
        article_rows.add_version(visit.store, article["id"], locale, content, now=visit.now)
    return reply(article_shapes.shape(visit, article_rows.keep(visit, article)))


def unprocessable(message: str, code: str = "parameter_invalid") -> Refusal:
    """Refuse what does not fit the state an article is in: 422."""
    return Refusal(422, Fault(code, message))


def list_versions(visit: Visit) -> Answer:
    """List what an article said before, newest first, in one language or in all."""
    article = article_rows.caught_up(visit, visit.ids["article_id"], GONE)
    query = article_rows.versions(article["id"], locale_of(visit))
    return numbered(visit, query, partial(summary, visit, article), size=PAGE)


def retrieve_version(visit: Visit) -> Answer:
    """Show what an article said in one version; of another language it counts as unknown."""
    article = article_rows.caught_up(visit, visit.ids["article_id"], GONE)
    version = documents.found(visit, "article_version", visit.ids["id"], GONE)
    locale = locale_of(visit)
    if version["article_id"] != article["id"] or locale not in (None, version["locale"]):
        raise not_found(GONE)
    return reply(
        {
            **summary(visit, article, version),
            "body": version["body"],
            "body_markdown": markup.markdown_of(version["body"]),
            "updated_at": version["updated_at"],
        }
    )


def locale_of(visit: Visit) -> str | None:
    """The language asked for; one the workspace does not have is refused."""
    locale = visit.call.parameter("locale")
    return require_locale(visit, locale) if locale else None


def summary(visit: Visit, article: Record, version: Record) -> dict[str, Any]:
    """A version without its body. Only the last one of a published content is published."""
    locale = version["locale"]
    content = article["contents"].get(locale)
    last = article_rows.latest(visit.store, article["id"], locale)
    live = content is not None and content["state"] == "published"
    current = live and last is not None and last["id"] == version["id"]
    return {
        "type": "article_version",
        "id": version["id"],
        "article_id": article["id"],
        "title": version["title"],
        "description": version["description"],
        "author_id": str(version["author_id"]),
        "created_by_id": str(version["created_by_id"]),
        "created_via": version["created_via"],
        "from_version_id": version["from_version_id"],
        "state": "published" if current else "draft",
        "created_at": version["created_at"],
    }


routes = (
    Route("GET", "/articles/{id}/draft", retrieve, V2_16, reads=True),
    Route("PUT", "/articles/{id}/draft", stage, V2_16),
    Route("POST", "/articles/{id}/draft/publish", publish, V2_16),
    Route("GET", "/articles/{article_id}/versions", list_versions, V2_16),
    Route("GET", "/articles/{article_id}/versions/{id}", retrieve_version, V2_16),
)
