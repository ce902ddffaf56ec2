"""Content snippets: short pieces of text for Fin and Copilot."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import snippet_blocks
from intercom_cli.sandbox.content.article_rows import newest
from intercom_cli.sandbox.content.content_rules import (
    AI,
    DEFAULT_LOCALE,
    availability,
    optional_numbers,
    require_audiences,
    workspace_locales,
)
from intercom_cli.sandbox.document_lists import by_flat_page
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import checked, string
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.values import Check, Unfit, text
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

PAGE = 50
LONGEST = 255
KIND = "content_snippet"
GONE = "Content snippet not found"


def title(value: Any) -> str:
    """A title of at most 255 characters."""
    if len(text(value)) > LONGEST:
        raise Unfit(f"must be at most {LONGEST} characters long")
    return str(value)


CHECKS: dict[str, Check] = {
    "title": title,
    "json_blocks": snippet_blocks.blocks,
    "body_markdown": string,
    "locale": text,
    "audience_ids": optional_numbers,
    **availability(),
}


def list_snippets(visit: Visit) -> Answer:
    """List the snippets, the latest changed first."""
    return by_flat_page(visit, newest(KIND), shape, size=PAGE, most=PAGE)


def create(visit: Visit) -> Answer:
    """Create a snippet. Fin, Copilot and the sales agent see it only when they are told to."""
    wanted = read(visit)
    if "title" not in wanted:
        raise invalid("title is required", "title")
    if "json_blocks" not in wanted:
        raise invalid("Either json_blocks or body_markdown is required")
    snippet = {
        "locale": DEFAULT_LOCALE,
        "audience_ids": [],
        **dict.fromkeys(AI, False),
        **wanted,
        "tags": {},
        "folder_id": None,
        "procedures": [],
        "created_at": visit.now,
        "updated_at": visit.now,
        "created_by_id": int(ME),
        "updated_by_id": int(ME),
    }
    return reply(shape(documents.add(visit.store, KIND, snippet)), status=201)


def read(visit: Visit) -> Record:
    """What was sent, checked. Of the two kinds of body only one may be there."""
    wanted = checked(visit.body(), CHECKS, code="validation_error")
    if {"json_blocks", "body_markdown"} <= wanted.keys():
        raise invalid("json_blocks and body_markdown are mutually exclusive", "body_markdown")
    if wanted.get("locale", DEFAULT_LOCALE) not in workspace_locales(visit):
        raise invalid("The language is not currently supported for Fin")
    require_audiences(visit, wanted.get("audience_ids", []))
    if "body_markdown" in wanted:
        wanted["json_blocks"] = snippet_blocks.blocks_of(wanted["body_markdown"])
    elif "json_blocks" in wanted:
        wanted["body_markdown"] = None
    return wanted


def invalid(message: str, field: str | None = None) -> Refusal:
    """Refuse a snippet that cannot be: 422 ``validation_error``."""
    return Refusal(422, Fault("validation_error", message, field))


def retrieve(visit: Visit) -> Answer:
    """Show one snippet."""
    return reply(shape(found(visit)))


def found(visit: Visit) -> Record:
    """The snippet a path names."""
    return documents.found(visit, KIND, visit.ids["id"], GONE)


def update(visit: Visit) -> Answer:
    """Change a snippet."""
    snippet = found(visit)
    snippet.update(read(visit), updated_at=visit.now, updated_by_id=int(ME))
    return reply(shape(documents.save(visit.store, KIND, snippet)))


def delete(visit: Visit) -> Answer:
    """Delete a snippet, unless a procedure of Fin is built on it."""
    snippet = found(visit)
    if snippet["procedures"]:
        message = "Content snippet has dependent procedures and cannot be deleted"
        raise Refusal(422, Fault("content_has_procedure_dependencies", message))
    documents.remove(visit.store, KIND, snippet["id"])
    return Answer(204)


def shape(snippet: Record) -> dict[str, Any]:
    """A snippet as JSON; Markdown is shown as it was sent, and else made from the blocks."""
    blocks, markdown = snippet["json_blocks"], snippet.get("body_markdown")
    if markdown is None:
        markdown = snippet_blocks.markdown_of(snippet["title"], blocks)
    return {
        "type": KIND,
        "id": snippet["id"],
        "title": snippet["title"],
        "locale": snippet["locale"],
        "json_blocks": blocks,
        "body_markdown": markdown,
        "chatbot_availability": int(snippet["ai_chatbot_availability"]),
        "copilot_availability": int(snippet["ai_copilot_availability"]),
        **{name: snippet[name] for name in AI},
        "created_at": snippet["created_at"],
        "updated_at": snippet["updated_at"],
        "audience_ids": snippet["audience_ids"],
    }


routes = (
    Route("GET", "/content_snippets", list_snippets, V2_16, reads=True),
    Route("POST", "/content_snippets", create, V2_16),
    Route("GET", "/content_snippets/{id}", retrieve, V2_16, reads=True),
    Route("PUT", "/content_snippets/{id}", update, V2_16),
    Route("DELETE", "/content_snippets/{id}", delete, V2_16),
)
