"""Articles as they are kept: one content for each language, some with a draft on top of it."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.content.content_rules import AI, DEFAULT_LOCALE
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.visit import Visit
from intercom_cli.sandbox.workspace import ME

TEXTS = ("title", "description", "body", "author_id")


def found(visit: Visit, identifier: str, message: str = "Resource Not Found") -> Record:
    """An article as it is now, with what was planned for a time that has passed."""
    article = documents.found(visit, "article", identifier, message)
    settle(article, visit.now)
    return article


def caught_up(visit: Visit, identifier: str, message: str = "Resource Not Found") -> Record:
    """An article as it is now, with what came true on its way written down."""
    article = documents.found(visit, "article", identifier, message)
    for locale, moment in settle(article, visit.now):
        content = article["contents"][locale]
        add_version(visit.store, article["id"], locale, content, now=moment)
    return documents.save(visit.store, "article", article)


def every(visit: Visit) -> list[Record]:
    """All articles as they are now, the latest changed first."""
    articles = documents.every(visit.store, newest())
    for article in articles:
        settle(article, visit.now)
    return articles


def newest(kind: str = "article") -> Query:
    """All records of a kind, the latest changed first."""
    return Query(kind, order="json_extract(body, '$.updated_at')", ascending=False)


def keep(visit: Visit, article: Record) -> Record:
    """Keep an article that was changed just now."""
    article["updated_at"] = visit.now
    article["updated_by_id"] = int(ME)
    return documents.save(visit.store, "article", article)


def new_content(store: Store, fields: Record, *, now: int, by: int = int(ME)) -> Record:
    """A content of one language, with what was sent for it."""
    content: Record = {
        "id": documents.next_id(store, "article_content"),
        "title": "",
        "description": "",
        "body": "",
        "state": "draft",
        "audience_ids": [],
        **dict.fromkeys(AI, True),
        "created_at": now,
        "updated_at": now,
        "created_by_id": by,
        "updated_by_id": by,
        "draft": None,
    }
    return {**content, **fields}


def stage(content: Record, texts: Record, now: int) -> None:
    """Put new texts on top of what is live, for later."""
    before = content["draft"] or {name: content[name] for name in TEXTS}
    content["draft"] = {**before, **texts, "updated_at": now}


def promote(content: Record, now: int) -> None:
    """Make what is staged live."""
    content.update({name: content["draft"][name] for name in TEXTS})
    content.update(draft=None, updated_at=now, updated_by_id=int(ME))


def settle(article: Record, now: int) -> list[tuple[str, int]]:
    """Do what was planned for a time that has passed; tell which drafts went live, and when."""
    promoted = []
    publish, unpublish = article["scheduled_publish_at"], article["scheduled_unpublish_at"]
    if publish is not None and publish <= now:
        article.update(scheduled_publish_at=None, updated_at=publish)
        for locale, content in article["contents"].items():
            content["state"] = "published"
            if content["draft"] is not None:
                promote(content, publish)
                promoted.append((locale, publish))
    if unpublish is not None and unpublish <= now:
        article.update(scheduled_unpublish_at=None, updated_at=unpublish)
        for content in article["contents"].values():
            content["state"] = "draft"
    return promoted


def remove(store: Store, article: str) -> None:
    """Forget an article with all its versions."""
    for version in documents.every(store, versions(article)):
        documents.remove(store, "article_version", version["id"])
    documents.remove(store, "article", article)


def main(article: Record) -> Record:
    """The content in the default language."""
    content: Record = article["contents"][DEFAULT_LOCALE]
    return content


def add_version(
    store: Store, article: str, locale: str, content: Record, *, now: int, via: str = "api"
) -> Record:
    """Remember a content as it is now, behind the version before it."""
    last = latest(store, article, locale)
    version = {
        "article_id": article,
        "locale": locale,
        **{name: content[name] for name in TEXTS},
        "created_by_id": content["updated_by_id"],
        "created_via": via,
        "from_version_id": None if last is None else last["id"],
        "created_at": now,
        "updated_at": now,
    }
    return documents.add(store, "article_version", version, parent=article)


def latest(store: Store, article: str, locale: str) -> dict[str, Any] | None:
    """The last version of an article in a language."""
    last = documents.every(store, versions(article, locale), limit=1)
    return last[0] if last else None


def versions(article: str, locale: str | None = None) -> Query:
    """The versions of an article, newest first, in one language or in all."""
    sql = "1" if locale is None else "json_extract(body, '$.locale') = ?"
    values = () if locale is None else (locale,)
    return Query("article_version", parent=article, sql=sql, values=values, ascending=False)
