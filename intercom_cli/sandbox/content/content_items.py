"""All kinds of content as one: what a search looks at, and what actions on many reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from intercom_cli.sandbox import documents, markup
from intercom_cli.sandbox.content import article_rows
from intercom_cli.sandbox.content.content_rules import DEFAULT_LOCALE
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.visit import Visit

# The kinds of content, each with the kind of record behind it.
KINDS = {
    "content_snippet": "content_snippet",
    "external_content": "external_page",
    "file_source_content": "content_file",
    "internal_article": "internal_article",
    "article": "article",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of content in one language: what of it can be narrowed by."""

    title: str
    text: str
    locale: str
    state: str
    fin: bool
    copilot: bool
    sales: bool

    def switch(self, name: str) -> str:
        """Whether it is on for one of those who read it."""
        return "on" if getattr(self, name) else "off"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of content: its kind, its record, and its languages."""

    type: str
    record: Record
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        """The title in the first language."""
        return self.parts[0].title

    def as_json(self) -> dict[str, Any]:
        """The item as a search shows it; an article with all its languages."""
        shown = {"type": self.type, "id": self.record["id"], "title": self.title}
        if self.type != "article":
            return shown
        contents = [
            {"type": "article_content", "id": one["id"], "title": one["title"], "locale": locale}
            for locale, one in self.record["contents"].items()
        ]
        return {**shown, "contents": contents}


def every(visit: Visit) -> list[Item]:
    """All there is."""
    return [
        item_of(visit, kind, record)
        for kind, name in KINDS.items()
        for record in documents.every(visit.store, Query(name))
    ]


def item_of(visit: Visit, kind: str, record: Record) -> Item:
    """A record as an item."""
    if kind != "article":
        return Item(kind, record, (part(kind, record),))
    article_rows.settle(record, visit.now)
    contents = record["contents"]
    first = {DEFAULT_LOCALE: contents[DEFAULT_LOCALE], **contents}
    return Item(kind, record, tuple(article_part(*pair) for pair in first.items()))


def article_part(locale: str, content: Record) -> Part:
    """An article in one language."""
    return Part(
        title=content["title"],
        text=f"{content['description']} {markup.text_of(content['body'])}",
        locale=locale,
        state=content["state"],
        fin=content["ai_chatbot_availability"],
        copilot=content["ai_copilot_availability"],
        sales=content["ai_sales_agent_availability"],
    )


def part(kind: str, record: Record) -> Part:
    """What has one language only; it counts as published."""
    fin = record.get("ai_agent_availability", record.get("ai_chatbot_availability"))
    return Part(
        title=record["title"],
        text=text_of(kind, record),
        locale=record["locale"],
        state="published",
        fin=bool(fin),
        copilot=record["ai_copilot_availability"],
        sales=record["ai_sales_agent_availability"],
    )


def text_of(kind: str, record: Record) -> str:
    """The words of an item."""
    if kind == "content_snippet":
        words = (str(one.get("text") or one.get("items") or "") for one in record["json_blocks"])
        return " ".join(words)
    return markup.text_of(record.get("html") or record.get("body"))
