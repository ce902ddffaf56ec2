"""Articles of the help centers: list, create, show, change, delete."""

from __future__ import annotations

from functools import partial

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import article_bodies, article_rows, article_shapes
from intercom_cli.sandbox.content.article_bodies import Wanted
from intercom_cli.sandbox.content.content_pages import numbered
from intercom_cli.sandbox.content.content_rules import DEFAULT_LOCALE, deleted
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

PAGE = 25
UNREAD = dict.fromkeys(
    ("views", "conversations", "happy", "neutral", "sad", "involvements", "resolutions"), 0
)


def list_articles(visit: Visit) -> Answer:
    """List the articles, the latest changed first."""
    return numbered(visit, article_rows.newest(), partial(settled, visit), size=PAGE)


def settled(visit: Visit, article: Record) -> Record:
    """An article of a list as it is now."""
    article_rows.settle(article, visit.now)
    return article_shapes.listed(visit, article)


def create(visit: Visit) -> Answer:
    """Create an article, as a draft unless told otherwise."""
    wanted = article_bodies.read(visit)
    first = wanted.contents[DEFAULT_LOCALE]
    for name in ("title", "author_id"):
        if name not in first:
            raise missing(
                f"{name} must be in the main body or default locale translated_content object"
            )
    plan = wanted.plans.get("scheduled_publish_at")
    contents = {}
    for locale, fields in wanted.contents.items():
        contents[locale] = added(visit, {"author_id": first["author_id"], **fields})
        if plan is not None:
            contents[locale]["state"] = "draft"
    article = new_article(visit, contents, wanted)
    for locale, content in contents.items():
        article_rows.add_version(visit.store, article["id"], locale, content, now=visit.now)
    return reply(article_shapes.shape(visit, article))


def new_article(visit: Visit, contents: dict[str, Record], wanted: Wanted) -> Record:
    """Keep a new article around its contents."""
    article = {
        "parent_ids": wanted.parents or [],
        "contents": contents,
        "tags": {},
        "folder_id": None,
        "statistics": UNREAD,
        "scheduled_publish_at": None,
        "scheduled_unpublish_at": None,
        "created_at": visit.now,
        "updated_at": visit.now,
        "created_by_id": int(ME),
        "updated_by_id": int(ME),
    }
    plan(article, wanted.plans)
    return documents.add(visit.store, "article", article)


def added(visit: Visit, fields: Record) -> Record:
    """A content in a language the article did not have."""
    if "title" not in fields:
        raise missing("title is required for every translation")
    return article_rows.new_content(visit.store, fields, now=visit.now)


def plan(article: Record, plans: dict[str, int | None]) -> None:
    """Note when to publish or unpublish; the one plan takes the place of the other."""
    if plans.get("scheduled_unpublish_at") is not None and not was_published(article):
        raise invalid("Article has never been published", "scheduled_unpublish_at")
    if any(moment is not None for moment in plans.values()):
        article.update(scheduled_publish_at=None, scheduled_unpublish_at=None)
    article.update(plans)


def was_published(article: Record) -> bool:
    """Whether readers can see the article now. One that was withdrawn counts as never seen."""
    return bool(article_rows.main(article)["state"] == "published")


def retrieve(visit: Visit) -> Answer:
    """Show one article."""
    return reply(article_shapes.shape(visit, article_rows.found(visit, visit.ids["article_id"])))


def update(visit: Visit) -> Answer:
    """Change an article. What is published changes at once, unless a draft of it is waiting."""
    article = article_rows.caught_up(visit, visit.ids["article_id"])
    wanted = article_bodies.read(visit)
    later = wanted.plans.get("scheduled_publish_at") is not None
    for locale, fields in wanted.contents.items():
        if locale in article["contents"]:
            change(visit, article, locale, fields, later=later)
        else:
            author = article_rows.main(article)["author_id"]
            content = added(visit, {"author_id": author, **fields})
            article["contents"][locale] = content
            article_rows.add_version(visit.store, article["id"], locale, content, now=visit.now)
    if wanted.parents is not None:
        article["parent_ids"] = wanted.parents
    plan(article, wanted.plans)
    return reply(article_shapes.shape(visit, article_rows.keep(visit, article)))


def change(visit: Visit, article: Record, locale: str, fields: Record, *, later: bool) -> None:
    """Change the content of one language."""
    content = article["contents"][locale]
    texts = {name: fields.pop(name) for name in article_rows.TEXTS if name in fields}
    state = None if later else fields.get("state")
    fields.pop("state", None)
    live = content["state"] == "published"
    before = {name: content[name] for name in article_rows.TEXTS}
    if live and texts and (later or (content["draft"] is not None and state is None)):
        article_rows.stage(content, texts, visit.now)
        texts = {}
    elif state is not None and content["draft"] is not None:
        article_rows.promote(content, visit.now)
    if texts or fields or state:
        content.update(texts, **fields, state=state or content["state"])
        content.update(updated_at=visit.now, updated_by_id=int(ME))
    if before != {name: content[name] for name in article_rows.TEXTS}:
        article_rows.add_version(visit.store, article["id"], locale, content, now=visit.now)


def delete(visit: Visit) -> Answer:
    """Delete an article with all its versions."""
    article = article_rows.found(visit, visit.ids["article_id"])
    article_rows.remove(visit.store, article["id"])
    return reply(deleted(article["id"], "article"))


routes = (
    Route("GET", "/articles", list_articles, reads=True),
    Route("POST", "/articles", create),
    Route("GET", "/articles/{article_id}", retrieve, reads=True),
    Route("PUT", "/articles/{article_id}", update),
    Route("DELETE", "/articles/{article_id}", delete),
)
