"""Markdown of an article file as HTML, in the forms Intercom's own editor writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

SEPARATOR = "<!-- -->"  # keeps two lists apart that Markdown would take for one
PARAGRAPH = "no-margin"
IMAGE = "intercom-container"
TABLE = "intercom-interblocks-table-container"
ANCHOR = re.compile(r"[ \t]*\{#([^\s{}]+)\}$")
SIZES = re.compile(r"\{((?:(?:width|height)=\w+ ?)+)\}")
MARKS = {"strong": "b", "em": "i"}


class Piece(NamedTuple):
    """A block of Markdown as it is written, and as HTML."""

    source: str
    html: str


@cache
def reader() -> Any:
    """What reads Markdown, made on first use."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"xhtmlOut": False}).enable(["table", "strikethrough"])


def html_of(markdown: str) -> str:
    """Markdown as HTML; HTML inside it stays what it is."""
    return "".join(piece.html for piece in pieces(markdown))


def pieces(markdown: str) -> list[Piece]:
    """Each block of a Markdown text."""
    notes: dict[str, Any] = {}
    tokens = reader().parse(markdown, notes)
    lines = markdown.split("\n")
    found = []
    for group in groups(tokens):
        first, last = group[0].map or (0, 0)
        source = "\n".join(lines[first:last]).strip()
        if source != SEPARATOR:
            found.append(Piece(source, rendered(group, notes)))
    return found


def groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens of each block that lies in no other."""
    depth, group = 0, []
    for token in tokens:
        depth += token.nesting
        group.append(token)
        if depth == 0:
            yield group
            group = []


def rendered(tokens: list[Token], notes: dict[str, Any]) -> str:
    """Tokens as HTML without line breaks between elements."""
    parts = [shaped(token) for token in unheaded(tokens)]
    for index, token in enumerate(parts):
        if token.type == "inline":
            with_sizes(token.children or [])
            if parts[index - 1].type == "heading_open":
                anchor(parts[index - 1], token)
            if parts[index - 1].type == "paragraph_open" and is_image(token):
                frame(parts[index - 1], parts[index + 1])
    html: str = reader().renderer.render(parts, reader().options, notes)
    return html.strip()


def shaped(token: Token) -> Token:
    """A token in Intercom's form: its own marks, and a paragraph in every item of a list."""
    token.hidden = token.block = False
    if token.type in {"fence", "code_block"}:
        token.content = token.content.removesuffix("\n")
    if token.type == "paragraph_open":
        token.attrSet("class", PARAGRAPH)
    for child in token.children or ():
        child.tag = MARKS.get(child.tag, child.tag)
    return token


def unheaded(tokens: list[Token]) -> Iterator[Token]:
    """The same tokens with the head of a table as its first row, for Intercom's have no heads."""
    from markdown_it.token import Token

    has_body = any(token.type == "tbody_open" for token in tokens)
    for token in tokens:
        if token.type == "table_open":
            yield Token("table_frame_open", "div", 1, attrs={"class": TABLE})
        if token.type == "tbody_open" or (token.type == "thead_close" and has_body):
            continue
        if token.tag in {"thead", "th"}:
            token.tag = "tbody" if token.tag == "thead" else "td"
        yield token
        if token.type == "table_close":
            yield Token("table_frame_close", "div", -1)


def anchor(heading: Token, inline: Token) -> None:
    """Take ``{#name}`` at the end of a heading as the name it can be linked by."""
    children = inline.children or []
    if children and (found := ANCHOR.search(children[-1].content)):
        children[-1].content = children[-1].content[: found.start()]
        heading.attrSet("id", found[1])


def with_sizes(children: list[Token]) -> None:
    """Take ``{width=640 height=480}`` behind an image as its size."""
    for image, text in pairwise(children):
        if image.type == "image" and (found := SIZES.match(text.content)):
            text.content = text.content[found.end() :]
            for pair in found[1].split():
                image.attrSet(*pair.split("=", 1))


def is_image(inline: Token) -> bool:
    """Whether a paragraph is nothing but an image."""
    seen = [child for child in inline.children or [] if child.type != "text" or child.content]
    return len(seen) == 1 and seen[0].type == "image"


def frame(opening: Token, closing: Token) -> None:
    """Put an image into a frame of its own instead of a paragraph."""
    opening.tag = closing.tag = "div"
    opening.attrSet("class", IMAGE)
