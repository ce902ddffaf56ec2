"""Pieces of content as people name them: TYPE:ID, or what a search found."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import typer

from intercom_cli.errors import Misuse
from intercom_cli.session import Session

MOST = 1000  # pieces in one action (bulkContentActions)
NAMED = 3  # pieces a question names
ALIASES = {"snippet": "content_snippet"}
TYPES = (
    "article",
    "article_content",
    "content_snippet",
    "external_content",
    "file_source_content",
    "internal_article",
)
HINT = "intercom content search --query WORDS -o ndjson | intercom content {verb} - --yes"
Items = Annotated[
    list[str],
    typer.Argument(
        help="TYPE:ID, as article:12 or snippet:2; - reads them, or what a search found.",
        metavar="ITEM...",
    ),
]


class Item(NamedTuple):
    """A piece of content."""

    type: str
    id: str

    def __str__(self) -> str:
        """The piece as it is typed."""
        return f"{self.type}:{self.id}"


def items_of(
    session: Session, verb: str, texts: list[str], allowed: frozenset[str]
) -> list[dict[str, str]]:
    """The pieces that are named, each once. Raises Misuse for what the action is not for."""
    found: dict[Item, None] = {}
    for text in texts:
        lines = session.read_input().splitlines() if text == "-" else [text]
        for line in lines:
            if line.strip() or text != "-":
                found.update(dict.fromkeys(pieces(line.strip(), allowed)))
    for item in found:
        if item.type not in allowed:
            raise not_for(verb, item, allowed)
    if not found:
        raise Misuse("No content was named.", hint=HINT.format(verb=verb))
    if len(found) > MOST:
        raise Misuse(f"{len(found):,} pieces of content were named; {MOST:,} are the most.")
    return [item._asdict() for item in found]


def pieces(text: str, allowed: frozenset[str]) -> list[Item]:
    """The pieces a line names: a search's article stands for its languages where they count."""
    record = record_in(text)
    if record is None:
        return [named(text)]
    contents = record.get("contents")
    if isinstance(contents, list) and record.get("type") not in allowed:
        return [item_in(one) for one in contents]
    return [item_in(record)]


def record_in(text: str) -> dict[str, Any] | None:
    """A line as the record it holds; None for one that is no JSON object."""
    if not text.startswith("{"):
        return None
    from intercom_cli.values import json_value

    found = json_value("The line", text)
    return found if isinstance(found, dict) else None


def item_in(record: Any) -> Item:
    """The piece a record is. Raises Misuse when it has no type and id."""
    if isinstance(record, dict) and record.get("type") and record.get("id"):
        return Item(known(str(record["type"]), str(record)), str(record["id"]))
    raise Misuse("A line of JSON must have a type and an id, as content search gives them.")


def named(text: str) -> Item:
    """The piece that TYPE:ID names. Raises Misuse for anything else."""
    kind, colon, id = text.partition(":")
    if not (kind and colon and id.strip()):
        raise Misuse(f"{text!r} is not TYPE:ID, such as article:12.")
    return Item(known(kind, text), id.strip())


def known(kind: str, text: str) -> str:
    """A type as Intercom spells it. Raises Misuse for one it does not have."""
    spelt = kind.strip().replace("-", "_")
    spelt = ALIASES.get(spelt, spelt)
    if spelt not in TYPES:
        raise Misuse(f"{text!r} is no content; types are {', '.join(TYPES)}.")
    return spelt


def not_for(verb: str, item: Item, allowed: frozenset[str]) -> Misuse:
    """An error for a piece that an action passes over."""
    hint = HINT.format(verb=verb)
    if item.type == "article":
        hint = "name its languages, as article_content:ID; content search lists their ids"
    kinds = ", ".join(sorted(allowed))
    return Misuse(f"{verb} is not for {item}; it is for {kinds}.", hint=hint)


def in_words(items: list[dict[str, str]]) -> str:
    """How many pieces there are, and the first of them."""
    first = ", ".join(f"{item['type']}:{item['id']}" for item in items[:NAMED])
    more = len(items) - NAMED
    count = f"{len(items):,} piece{'s' * (len(items) != 1)} of content"
    return f"{count} ({first}{f' and {more:,} more' if more > 0 else ''})"
