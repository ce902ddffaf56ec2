"""What webhooks tell of a call: the topics of all it changed, each with its item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from intercom_cli.sandbox.content import article_shapes, content_snippets, import_sources
from intercom_cli.sandbox.content.content_rules import DEFAULT_LOCALE
from intercom_cli.sandbox.office import activity, admins
from intercom_cli.sandbox.people import audiences, event_rows
from intercom_cli.sandbox.versions import V2_15
from intercom_cli.sandbox.visit import Visit
from intercom_cli.sandbox.webhooks import people_news, talk_news
from intercom_cli.sandbox.webhooks.journal import Change, Row

News = Iterator[tuple[str, Any]]
Teller = Callable[[Visit, Change, Sequence[Change]], News]
# Topics that apps of older versions are not told.
SINCE_2_15 = {
    "audience",
    "content_import_source",
    "content_snippet",
    "conversation.company.updated",
    "ticket.resolved",
}


def told(visit: Visit, changes: Sequence[Change]) -> News:
    """What is told of some changes, in their order, to an app of the visit's version."""
    for change in changes:
        teller = TELLERS.get(change.kind)
        for topic, item in teller(visit, change, changes) if teller else ():
            newer = topic in SINCE_2_15 or topic.partition(".")[0] in SINCE_2_15
            if visit.version >= V2_15 or not newer:
                yield topic, item


def article(visit: Visit, change: Change, _: Sequence[Change]) -> News:
    """Tell what became of an article, and whether it can be read now."""
    record = change.record
    if change.after is None:
        yield "article.deleted", {"type": "article", "id": record["id"], "deleted": True}
        return
    item = article_shapes.shape(visit, record)
    yield f"article.{'created' if change.made else 'updated'}", item
    now, before = published(change.after), published(change.before)
    if now != before:
        yield f"article.{'published' if now else 'unpublished'}", item


def published(record: Row | None) -> bool:
    """Whether an article is there to be read in the default language."""
    return record is not None and record["contents"][DEFAULT_LOCALE]["state"] == "published"


def simple(kind: str, shape: Callable[[Row], Row]) -> Teller:
    """The teller of a kind that is created, updated and deleted, and nothing else."""

    def tell(_: Visit, change: Change, __: Sequence[Change]) -> News:
        if change.after is None:
            yield f"{kind}.deleted", {"type": kind, "id": change.record["id"], "deleted": True}
        else:
            yield f"{kind}.{'created' if change.made else 'updated'}", shape(change.after)

    return tell


def event(visit: Visit, change: Change, _: Sequence[Change]) -> News:
    """Tell of an event, with the names of its contact."""
    if change.made:
        row = visit.store.row(
            "SELECT external_id, email FROM contacts WHERE id = ?", (change.record["contact"],)
        )
        names = {"user_id": row["external_id"], "email": row["email"]} if row else {}
        known = {name: value for name, value in names.items() if value}
        yield "event.created", {**event_rows.shape(change.record), **known}


def admin(visit: Visit, change: Change, _: Sequence[Change]) -> News:
    """Tell that an admin went away or came back."""
    if change.became("away_mode_enabled"):
        row = visit.store.row("SELECT * FROM admins WHERE id = ?", (change.record["id"],))
        yield "admin.away_mode_updated", admins.shape(row)


def logged(_: Visit, change: Change, __: Sequence[Change]) -> News:
    """Tell of an entry in the log of what admins did."""
    if change.made:
        yield f"admin.{activity.KIND}_event.created", change.record


TELLERS: dict[str, Teller] = {
    "activity_log": logged,
    "admins": admin,
    "article": article,
    "audience": simple("audience", audiences.shape),
    "companies": people_news.company,
    "contact_companies": people_news.attached,
    "contact_tags": people_news.tagged,
    "contacts": people_news.contact,
    "content_import_source": simple("content_import_source", import_sources.shape),
    "content_snippet": simple("content_snippet", content_snippets.shape),
    "conversation": talk_news.conversation,
    "conversation_part": talk_news.conversation_part,
    "event": event,
    "ticket": talk_news.ticket,
    "ticket_part": talk_news.ticket_part,
    "visitor": people_news.visitor,
}
