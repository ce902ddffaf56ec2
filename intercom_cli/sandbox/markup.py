"""HTML and Markdown: one made from the other, and both from plain text."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from html.parser import HTMLParser
from typing import Any

PARAGRAPH = '<p class="no-margin">'
BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "pre",
        "blockquote",
        "table",
        "tr",
        "th",
        "td",
        "div",
        "hr",
        "br",
        "img",
    ]
)
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}


@cache
def reader() -> Any:
    """What reads Markdown, made on first use: it is slow to load, and seldom needed."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def html_of(markdown: str) -> str:
    """Markdown as HTML. Tags inside it are shown as they are written, not obeyed."""
    rendered: str = reader().render(markdown)
    return tidy(rendered.strip())


def tidy(html: str) -> str:
    """HTML as it is kept: loose text becomes a paragraph, and paragraphs carry their class."""
    text = html.strip()
    if text and not text.startswith("<"):
        text = f"{PARAGRAPH}{text}</p>"
    return text.replace("<p>", PARAGRAPH)


def text_of(html: str | None) -> str:
    """The words of HTML, with single spaces between them."""
    reading = Words()
    reading.feed(html or "")
    reading.close()
    return " ".join("".join(reading.parts).split())


def markdown_of(html: str | None) -> str:
    """HTML as Markdown; what Markdown has no sign for is left as its words."""
    writing = Markdown()
    writing.feed(html or "")
    writing.close()
    lines = re.sub(r"(?<=\S) (?=\n)", "", "".join(writing.parts))
    lines = re.sub(r"\n{3,}", "\n\n", lines).strip()
    return f"{lines}\n" if lines else ""


def paragraph(text: str) -> str:
    """Plain text as one paragraph of HTML."""
    return f"{PARAGRAPH}{escape(text, quote=False)}</p>"


class Words(HTMLParser):
    """Collects the text between tags; blocks are kept apart by a space."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Keep a block apart from what stood before it."""
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Keep a block apart from what comes after it."""
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.parts.append(data)


class Markdown(HTMLParser):
    """Writes Markdown while it reads HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.lists: list[int | None] = []
        self.target = ""
        self.cells = 0
        self.headed = False
        self.verbatim = False
        self.fenced = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write what opens a block or a mark."""
        given = {name: value or "" for name, value in attrs}
        if tag in MARKS:
            self.parts.append(MARKS[tag])
        elif tag in ("ul", "ol"):
            self.open_list(ordered=tag == "ol")
        elif tag == "a":
            self.target = given.get("href", "")
            self.parts.append("[")
        elif tag == "img":
            self.parts.append(f"![{given.get('alt', '')}]({given.get('src', '')})")
        elif tag in ("pre", "code"):
            self.open_code(tag, given.get("class", "").removeprefix("language-"))
        else:
            self.open_block(tag)

    def open_list(self, *, ordered: bool) -> None:
        """Begin a list, or one inside an item."""
        self.parts.append("" if self.lists else "\n\n")
        self.lists.append(0 if ordered else None)

    def open_code(self, tag: str, language: str) -> None:
        """Begin code: a block of it, or a few words."""
        if tag == "pre":
            self.verbatim = self.fenced = True
            self.parts.append("\n\n```")
        else:
            self.parts.append(language if self.verbatim else "`")

    def open_block(self, tag: str) -> None:
        """Begin a paragraph, a heading, an item, a row or a quotation."""
        if tag == "li":
            self.parts.append(self.bullet())
        elif tag in ("td", "th"):
            self.cells += 1
            self.parts.append("| ")
        elif tag == "table":
            self.headed = False
            self.parts.append("\n\n")
        elif re.fullmatch("h[1-6]", tag):
            self.parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag == "hr":
            self.parts.append("\n\n---\n\n")
        elif tag == "br":
            self.parts.append("\\\n")
        elif tag == "blockquote":
            self.parts.append("\n\n> ")
        elif tag == "p" and not self.inside():
            self.parts.append("\n\n")

    def bullet(self) -> str:
        """The sign of the next item, moved in by the lists around it."""
        last = self.lists[-1] if self.lists else None
        indent = "   " * (len(self.lists) - 1)
        if last is None:
            return f"\n{indent}- "
        self.lists[-1] = last + 1
        return f"\n{indent}{last + 1}. "

    def inside(self) -> bool:
        """Whether a paragraph only fills an item or a quotation."""
        return bool(self.lists) or "".join(self.parts[-1:]).endswith("> ")

    def handle_endtag(self, tag: str) -> None:
        """Write what closes a block or a mark."""
        if tag in MARKS:
            self.parts.append(MARKS[tag])
        elif tag == "a":
            self.parts.append(f"]({self.target})")
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.parts.append("" if self.lists else "\n\n")
        elif tag == "pre":
            self.verbatim = self.fenced = False
            self.parts.append("\n```\n\n")
        elif tag == "code" and not self.verbatim:
            self.parts.append("`")
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag == "tr":
            self.end_row()
        elif re.fullmatch("h[1-6]|table|blockquote", tag):
            self.parts.append("\n\n")

    def end_row(self) -> None:
        """Close a row; the first one of a table is its head."""
        self.parts.append("|\n")
        if not self.headed:
            self.headed = True
            self.parts.append("|" + " --- |" * self.cells + "\n")
        self.cells = 0

    def handle_data(self, data: str) -> None:
        """Write the words; line breaks count only inside code."""
        if self.verbatim:
            self.parts.append("\n" if self.fenced else "")
            self.fenced = False
            self.parts.append(data.rstrip("\n"))
        elif data.strip() or "\n" not in data:
            self.parts.append(re.sub(r"\s+", " ", data))
