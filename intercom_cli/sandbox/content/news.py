"""News items, and the newsfeeds they are shown in."""

from __future__ import annotations

from functools import partial
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content.content_pages import numbered
from intercom_cli.sandbox.content.content_rules import deleted, require_admin, strings
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean, choice, string
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.values import Check, Unfit
from intercom_cli.sandbox.visit import Route, Visit

PAGE, FEED_PAGE = 10, 20


def reactions(value: Any) -> list[str | None]:
    """A list of emoji; a place may be empty."""
    if not isinstance(value, list) or not all(one is None or isinstance(one, str) for one in value):
        raise Unfit("must be an array of strings")
    return value


def objects(value: Any) -> list[dict[str, Any]]:
    """A list of objects."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Unfit("must be an array of objects")
    return value


CHECKS: dict[str, Check] = {
    "title": values.text,
    "body": string,
    "sender_id": values.integer,
    "state": choice(
        (
            "draft",
            "live",
        )
    ),
    "deliver_silently": boolean,
    "labels": strings,
    "reactions": reactions,
    "newsfeed_assignments": objects,
}
ASSIGNMENT: dict[str, Check] = {"newsfeed_id": values.integer, "published_at": values.moment}


def list_items(visit: Visit) -> Answer:
    """List the news items, the oldest first."""
    return numbered(visit, Query("news_item"), partial(shape, visit), size=PAGE)


def create(visit: Visit) -> Answer:
    """Create a news item, as a draft unless told otherwise."""
    item = {
        "body": "",
        "state": "draft",
        "labels": [],
        "cover_image_url": None,
        "reactions": [None] * 4,
        "deliver_silently": False,
        "created_at": visit.now,
        "newsfeed_assignments": [],
        "updated_at": visit.now,
    }
    return reply(
        shape(visit, documents.add(visit.store, "news_item", {**item, **read(visit, item)}))
    )


def read(visit: Visit, before: Record) -> Record:
    """What was sent, checked: title and sender are asked for each time, labels are sorted."""
    sent = visit.body()
    for name in ("title", "sender_id"):
        if sent.get(name) is None:
            raise missing(f"{name} is a required parameter")
    wanted = values.check(sent, CHECKS)
    require_admin(visit, wanted["sender_id"], "sender_id")
    if "labels" in wanted:
        wanted["labels"] = sorted(wanted["labels"])
    if "newsfeed_assignments" in wanted:
        live = wanted.get("state", before["state"]) == "live"
        wanted["newsfeed_assignments"] = [
            assignment(visit, one, live=live) for one in wanted["newsfeed_assignments"]
        ]
    return wanted


def assignment(visit: Visit, sent: Record, *, live: bool) -> Record:
    """Where an item is shown and since when; the time of a draft is not looked at."""
    if "newsfeed_id" not in sent:
        raise missing("newsfeed_id is a required parameter")
    wanted = values.check(sent, ASSIGNMENT)
    if documents.get(visit.store, "newsfeed", str(wanted["newsfeed_id"])) is None:
        raise invalid("newsfeed_id is not the id of a newsfeed", "newsfeed_id")
    published = wanted.get("published_at", visit.now) if live else visit.now
    if published > visit.now:
        raise invalid("published_at cannot be in the future", "published_at")
    return {"newsfeed_id": wanted["newsfeed_id"], "published_at": published}


def retrieve(visit: Visit) -> Answer:
    """Show one news item."""
    return reply(shape(visit, found(visit)))


def found(visit: Visit) -> Record:
    """The news item a path names."""
    return documents.found(visit, "news_item", visit.ids["news_item_id"])


def update(visit: Visit) -> Answer:
    """Change a news item."""
    item = found(visit)
    item.update(read(visit, item), updated_at=visit.now)
    return reply(shape(visit, documents.save(visit.store, "news_item", item)))


def delete(visit: Visit) -> Answer:
    """Delete a news item."""
    item = found(visit)
    documents.remove(visit.store, "news_item", item["id"])
    return reply(deleted(item["id"], "news-item"))


def list_feeds(visit: Visit) -> Answer:
    """List the newsfeeds."""
    return numbered(visit, Query("newsfeed"), feed_shape, size=PAGE)


def retrieve_feed(visit: Visit) -> Answer:
    """Show one newsfeed."""
    return reply(feed_shape(feed(visit)))


def feed(visit: Visit) -> Record:
    """The newsfeed a path names."""
    return documents.found(visit, "newsfeed", visit.ids["newsfeed_id"])


def list_live(visit: Visit) -> Answer:
    """List the items that are live in a newsfeed."""
    query = Query(
        "news_item",
        sql="json_extract(body, '$.state') = 'live' AND EXISTS (SELECT 1 FROM"
        " json_each(body, '$.newsfeed_assignments') WHERE value ->> 'newsfeed_id' = ?)",
        values=(int(feed(visit)["id"]),),
    )
    return numbered(visit, query, partial(shape, visit), size=FEED_PAGE)


def feed_shape(kept: Record) -> dict[str, Any]:
    """A newsfeed as JSON."""
    return {"type": "newsfeed", **kept}


def shape(visit: Visit, item: Record) -> dict[str, Any]:
    """A news item as JSON."""
    return {"type": "news-item", "workspace_id": visit.store.app_id, **item}


routes = (
    Route("GET", "/news/news_items", list_items, reads=True),
    Route("POST", "/news/news_items", create),
    Route("GET", "/news/news_items/{news_item_id}", retrieve, reads=True),
    Route("PUT", "/news/news_items/{news_item_id}", update),
    Route("DELETE", "/news/news_items/{news_item_id}", delete),
    Route("GET", "/news/newsfeeds", list_feeds, reads=True),
    Route("GET", "/news/newsfeeds/{newsfeed_id}", retrieve_feed, reads=True),
    Route("GET", "/news/newsfeeds/{newsfeed_id}/items", list_live, reads=True),
)
