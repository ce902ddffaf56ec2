"""Actions on up to a thousand pieces of content at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import article_rows, content_tags
from intercom_cli.sandbox.content.content_items import KINDS
from intercom_cli.sandbox.content.content_rules import DEFAULT_LOCALE, numbers, unknown_audiences
from intercom_cli.sandbox.content.news import objects
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean, checked, choice, mapping
from intercom_cli.sandbox.people import tag_rows
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.values import Check
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

MOST, MOST_TAGS = 1000, 100
EDITED = frozenset(
    {"article_content", "content_snippet", "external_content", "file_source_content"}
) | {"internal_article"}
ALLOWED = {
    "publish": frozenset({"article_content"}),
    "unpublish": frozenset({"article_content"}),
    "delete": EDITED - {"external_content"},
    "set_availability": EDITED,
    "set_audience": EDITED,
    "update_tags": EDITED - {"article_content"} | {"article"},
}
NEEDS = {"set_availability": "availability", "set_audience": "audience", "update_tags": "tags"}
SWITCHES = {
    "ai_agent": ("ai_chatbot_availability", "ai_agent_availability"),
    "copilot": ("ai_copilot_availability",),
    "sales_agent": ("ai_sales_agent_availability",),
}


CHECKS: dict[str, Check] = {
    "action": choice(ALLOWED),
    "content_ids": objects,
    "availability": mapping,
    "audience": mapping,
    "tags": mapping,
}
ITEM: dict[str, Check] = {"type": choice(("article", *sorted(EDITED))), "id": values.text}
DETAILS: dict[str, dict[str, Check]] = {
    "availability": dict.fromkeys(SWITCHES, boolean),
    "audience": {
        "add_segment_ids": numbers,
        "remove_segment_ids": numbers,
        "remove_all": boolean,
    },
    "tags": {"add_tag_ids": numbers, "remove_tag_ids": numbers},
}


@dataclass(slots=True)
class Found:
    """A piece of content an action reaches: its record, and for a language that one."""

    kind: str
    record: Record
    locale: str | None = None

    @property
    def content(self) -> Record:
        """What carries switches and audiences."""
        return self.record if self.locale is None else self.record["contents"][self.locale]


def run(visit: Visit) -> Answer:
    """Check what is asked and do it; the platform answers first and does it a little later.

    What the action is not for is passed over, and so is what is not there. Segments are named by
    numbers, as audiences are and segments are not, so audiences they are here.
    """
    sent = refused(visit.body(), CHECKS)
    for name in ("action", "content_ids"):
        if name not in sent:
            raise invalid(f"{name} is required", name)
    action, listed = sent["action"], sent["content_ids"]
    if not 1 <= len(listed) <= MOST:
        raise invalid(f"content_ids must hold between 1 and {MOST} items", "content_ids")
    items = [refused(one, ITEM) for one in listed]
    if not all(ITEM.keys() <= one.keys() for one in items):
        raise invalid("content_ids must hold objects with a type and an id", "content_ids")
    details = details_of(visit, action, sent)
    for found in reached(visit, [one for one in items if one["type"] in ALLOWED[action]]):
        act(visit, action, found, details)
    return reply({"type": "content_bulk_action", "status": "queued"}, status=202)


def refused(sent: dict[str, Any], checks: dict[str, Check]) -> dict[str, Any]:
    """Check a body; what is wrong with it is told with 422."""
    return checked(sent, checks)


def details_of(visit: Visit, action: str, sent: dict[str, Any]) -> dict[str, Any]:
    """What an action needs to know, checked; nothing for those that need nothing."""
    name = NEEDS.get(action)
    if name is None:
        return {}
    details = refused(sent.get(name, {}), DETAILS[name])
    if not any(details.values()) and not any(value is False for value in details.values()):
        raise invalid(f"{name} must say what to do", name)
    if name == "audience" and unknown_audiences(visit, details.get("add_segment_ids", [])):
        raise invalid("add_segment_ids contains unknown segment IDs", name)
    if name == "tags":
        require_tags(visit, details)
    return details


def require_tags(visit: Visit, details: dict[str, Any]) -> None:
    """Refuse tags that are not there, and more than a hundred of them."""
    tags = {*details.get("add_tag_ids", []), *details.get("remove_tag_ids", [])}
    if len(tags) > MOST_TAGS:
        raise invalid(f"At most {MOST_TAGS} distinct tag IDs may be supplied", "tags")
    for tag in tags:
        try:
            tag_rows.found(visit.store, str(tag))
        except Refusal as refusal:
            raise invalid(f"Unknown tag ID: {tag}", "tags") from refusal


def reached(visit: Visit, items: list[dict[str, Any]]) -> Iterator[Found]:
    """The content that is named and is there."""
    contents: dict[str, tuple[str, str]] = {}
    if any(one["type"] == "article_content" for one in items):
        for article in documents.every(visit.store, Query("article")):
            for locale, content in article["contents"].items():
                contents[content["id"]] = (article["id"], locale)
    for one in items:
        locale = None
        kind, identifier = one["type"], one["id"]
        if kind == "article_content":
            kind = "article"
            identifier, locale = contents.get(identifier, ("", None))
        record = documents.get(visit.store, KINDS[kind], identifier)
        if record is not None and kind == "article":
            article_rows.settle(record, visit.now)
        if record is not None and (locale is None or locale in record["contents"]):
            yield Found(KINDS[kind], record, locale)


def act(visit: Visit, action: str, found: Found, details: dict[str, Any]) -> None:
    """Do one action to one piece of content."""
    if action == "delete":
        delete(visit, found)
        return
    if action in ("publish", "unpublish"):
        set_state(visit, found, live=action == "publish")
    elif action == "set_availability":
        switch(found.content, details)
    elif action == "set_audience":
        set_audience(found.content, details)
    else:
        set_tags(visit, found.record, details)
    found.record.update(updated_at=visit.now, updated_by_id=int(ME))
    documents.save(visit.store, found.kind, found.record)


def delete(visit: Visit, found: Found) -> None:
    """Delete content: of an article the one language, and with the first one all of it.

    A snippet that a procedure is built on stays.
    """
    if found.locale == DEFAULT_LOCALE:
        article_rows.remove(visit.store, found.record["id"])
    elif found.locale is not None:
        del found.record["contents"][found.locale]
        documents.save(visit.store, found.kind, found.record)
    elif not found.record.get("procedures"):
        documents.remove(visit.store, found.kind, found.record["id"])


def set_state(visit: Visit, found: Found, *, live: bool) -> None:
    """Publish a language of an article with the draft that waits on it, or withdraw it."""
    content = found.content
    if live and content["draft"] is not None:
        article_rows.promote(content, visit.now)
        article, locale = found.record["id"], found.locale or ""
        article_rows.add_version(visit.store, article, locale, content, now=visit.now)
    content.update(state="published" if live else "draft", updated_at=visit.now)


def switch(content: Record, details: dict[str, Any]) -> None:
    """Turn content on or off for those who read it; only what was named."""
    for name, wanted in details.items():
        content.update({member: wanted for member in SWITCHES[name] if member in content})


def set_audience(content: Record, details: dict[str, Any]) -> None:
    """Add audiences and take others away; first all of them, when that is asked."""
    before = [] if details.get("remove_all") else content["audience_ids"]
    removed = details.get("remove_segment_ids", [])
    kept = [one for one in before if one not in removed]
    content["audience_ids"] = list(dict.fromkeys([*kept, *details.get("add_segment_ids", [])]))


def set_tags(visit: Visit, record: Record, details: dict[str, Any]) -> None:
    """Put tags on and take others off."""
    for tag in details.get("remove_tag_ids", []):
        record["tags"].pop(str(tag), None)
    for tag in details.get("add_tag_ids", []):
        content_tags.put(record, str(tag), admin=ME, now=visit.now)


def invalid(message: str, field: str) -> Refusal:
    """Refuse an action: 422 ``parameter_invalid``."""
    return Refusal(422, Fault("parameter_invalid", message, field))


routes = (Route("POST", "/content/bulk_actions", run, V2_16),)
