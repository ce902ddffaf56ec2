"""The body of a snippet: a list of blocks, or Markdown; each is made from the other."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import markup
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.values import Unfit

LISTS = {"unorderedList": "- ", "orderedNestedList": "1. ", "orderedList": "1. "}
HEADINGS = {"heading": "# ", "subheading": "## ", "subheading3": "### "}
TOKENS = {"h1": "heading", "h2": "subheading"}


def blocks(value: Any) -> list[Record]:
    """A list of blocks, each with a type. Which types there are is not described."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Unfit("must be an array of objects")
    if not all(isinstance(one.get("type"), str) and one["type"] for one in value):
        raise Unfit("must be an array of blocks with a type")
    return value


def markdown_of(title: str, kept: list[Record]) -> str:
    """Blocks as Markdown below the title."""
    parts = [f"# {title}", *(part for one in kept if (part := block_text(one)))]
    return "\n\n".join(parts) + "\n"


def block_text(block: Record) -> str:
    """One block as Markdown; what has no words is left out."""
    kind, text = block["type"], str(block.get("text") or "")
    if kind in LISTS:
        sign = LISTS[kind]
        return "\n".join(f"{sign}{item}" for item in block.get("items") or ())
    if kind in ("image", "link"):
        sign = "!" if kind == "image" else ""
        return f"{sign}[{text or kind}]({block.get('url') or block.get('linkUrl') or ''})"
    if kind == "code":
        return f"```\n{text}\n```"
    return HEADINGS.get(kind, "") + text


def blocks_of(markdown: str) -> list[Record]:
    """Markdown as blocks: headings, paragraphs, lists and code."""
    found: list[Record] = []
    around: list[Record] = []
    kind = "paragraph"
    for token in markup.reader().parse(markdown):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            name = "unorderedList" if token.type.startswith("bullet") else "orderedList"
            around.append({"type": name, "items": []})
            found.append(around[-1])
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            around.pop()
        elif token.type == "heading_open":
            kind = TOKENS.get(token.tag, "subheading3")
        elif token.type == "inline":
            keep(found, around, kind, token.content)
            kind = "paragraph"
        elif token.type in ("fence", "code_block"):
            found.append({"type": "code", "text": token.content.rstrip("\n")})
    return found


def keep(found: list[Record], around: list[Record], kind: str, text: str) -> None:
    """Put words into the list around them, or into a block of their own."""
    if around:
        around[-1]["items"].append(text)
    else:
        found.append({"type": kind, "text": text})
