"""What is sent for an article: texts, languages, place and plans."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from intercom_cli.sandbox import documents, markup, values
from intercom_cli.sandbox.content.content_rules import (
    DEFAULT_LOCALE,
    LOCALES,
    availability,
    body_in,
    optional_numbers,
    require_admin,
    require_audiences,
    require_locale,
)
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import choice, string
from intercom_cli.sandbox.refusals import invalid
from intercom_cli.sandbox.values import Check, Unfit
from intercom_cli.sandbox.visit import Visit

PLANS = ("scheduled_publish_at", "scheduled_unpublish_at")


def moment(value: Any) -> int | None:
    """A time as ISO 8601 with its zone, or null to call a plan off."""
    if value is None:
        return None
    try:
        time = datetime.fromisoformat(string(value))
    except ValueError as error:
        raise Unfit("must be an ISO 8601 timestamp") from error
    if time.tzinfo is None:
        raise Unfit("must be an ISO 8601 timestamp with a time zone")
    return int(time.timestamp())


def mapping(value: Any) -> dict[str, Any]:
    """An object whose members are objects; one that is null is left out, and so is its type."""
    if not isinstance(value, dict):
        raise Unfit("must be an object")
    parts = {name: part for name, part in value.items() if name != "type" and part is not None}
    if not all(isinstance(part, dict) and name in LOCALES for name, part in parts.items()):
        raise Unfit("must be an object of contents by locale")
    return parts


CONTENT: dict[str, Check] = {
    "title": values.text,
    "description": string,
    "body": string,
    "body_markdown": string,
    "author_id": values.integer,
    "state": choice(
        (
            "published",
            "draft",
        )
    ),
    "audience_ids": optional_numbers,
    **availability(),
}
ARTICLE: dict[str, Check] = {
    **CONTENT,
    "parent_id": values.identifier,
    "parent_type": choice(
        (
            "collection",
            "section",
        )
    ),
    "translated_content": mapping,
    **dict.fromkeys(PLANS, moment),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a body asks for: contents by language, the parents if named, the plans if named."""

    contents: dict[str, Record]
    parents: list[int] | None = None
    plans: dict[str, int | None] = field(default_factory=dict)


def read(visit: Visit) -> Wanted:
    """Read and check the body of a call. What stands at the top wins over its translation."""
    sent = values.check(visit.body(), ARTICLE)
    top = content(visit, {name: sent[name] for name in CONTENT if name in sent})
    translated = {
        require_locale(visit, locale): content(visit, values.check(part, CONTENT))
        for locale, part in sent.get("translated_content", {}).items()
    }
    contents = {DEFAULT_LOCALE: {}, **translated}
    contents[DEFAULT_LOCALE].update(top)
    if "audience_ids" in top:
        for part in contents.values():
            part["audience_ids"] = top["audience_ids"]
    return Wanted(contents, parents(visit, sent), plans(visit, sent))


def content(visit: Visit, sent: Record) -> Record:
    """The content of one language as it will be kept."""
    body = body_in(sent)
    kept = {name: value for name, value in sent.items() if name not in ("body", "body_markdown")}
    if body is not None:
        kept["body"] = markup.tidy(body)
    if "author_id" in kept:
        require_admin(visit, kept["author_id"], "author_id")
    require_audiences(visit, kept.get("audience_ids", []))
    return kept


def parents(visit: Visit, sent: Record) -> list[int] | None:
    """The collection named as parent, and those around it from the outside in."""
    if "parent_id" not in sent:
        return None
    found = documents.get(visit.store, "collection", sent["parent_id"])
    if found is None:
        raise invalid("parent_id is not the id of a collection", "parent_id")
    line: list[int] = []
    while found is not None:
        line.insert(0, int(found["id"]))
        found = documents.get(visit.store, "collection", str(found["parent_id"]))
    return line


def plans(visit: Visit, sent: Record) -> dict[str, int | None]:
    """The times to publish or unpublish at: one of them, and in the future."""
    wanted = {name: sent[name] for name in PLANS if name in sent}
    if len([moment for moment in wanted.values() if moment is not None]) > 1:
        raise invalid("Only one of scheduled_publish_at and scheduled_unpublish_at can be set")
    for name, when in wanted.items():
        if when is not None and when <= visit.now:
            raise invalid(f"{name} must be in the future", name)
    if wanted.get(PLANS[0]) is not None and sent.get("state") == "draft":
        raise invalid("scheduled_publish_at cannot be combined with state draft", PLANS[0])
    return wanted
