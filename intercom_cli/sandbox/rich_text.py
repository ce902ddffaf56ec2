"""Text of messages: made safe as HTML, and shown as plain text."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

KEPT = frozenset(
    [
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "em",
        "h1",
        "h2",
        "h3",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    ]
)
ALONE = frozenset({"br", "hr", "img"})
# What is inside these is no text at all.
HIDDEN = frozenset({"head", "script", "style", "title"})
BLOCKS = frozenset(
    ["blockquote", "br", "h1", "h2", "h3", "hr", "li", "ol", "p", "pre", "table", "tr", "ul"]
)
ATTRIBUTES = {"a": ("href",), "img": ("src", "alt")}
SAFE = ("http://", "https://", "mailto:")
TAG = re.compile(r"<[a-zA-Z][^>]*>")
SPACES = re.compile(r"[ \t]*\n\s*")
WORDS = re.compile(r"\w+")


def paragraphs(text: str) -> str:
    """Plain text as HTML: nothing in it counts as a tag."""
    return f"<p>{escape(text, quote=False)}</p>".replace("\n", "<br>\n")


def html(text: str) -> str:
    """What somebody wrote as HTML; without a single tag it becomes a paragraph."""
    if not TAG.search(text):
        return paragraphs(text)
    reader = Cleaner()
    reader.feed(text)
    reader.close()
    return SPACES.sub("\n", "".join(reader.found)).strip()


def plain(body: str | None) -> str | None:
    """HTML as plain text; a link becomes its label and its address in brackets."""
    if body is None:
        return None
    reader = Reader()
    reader.feed(body)
    reader.close()
    return SPACES.sub("\n", "".join(reader.found)).strip()


def words(body: str | None) -> list[str]:
    """The words of a text, each once, which is what search compares with."""
    return list(dict.fromkeys(WORDS.findall(plain(body) or "")))


class Cleaner(HTMLParser):
    """Keeps the tags and attributes that messages may have."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that is known, with what is harmless of its attributes."""
        self.hidden += tag in HIDDEN
        if tag in KEPT:
            names = ATTRIBUTES.get(tag, ())
            kept = [(name, value or "") for name, value in attrs if name in names]
            text = "".join(
                f' {name}="{escape(value)}"' for name, value in kept if safe(name, value)
            )
            self.found.append(f"<{tag}{text}>")

    def handle_endtag(self, tag: str) -> None:
        """Close a tag that was kept."""
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag in KEPT and tag not in ALONE:
            self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Keep text."""
        if not self.hidden:
            self.found.append(escape(data, quote=False))


def safe(name: str, value: str) -> bool:
    """Whether an attribute leads nowhere bad."""
    return name == "alt" or value.lower().startswith(SAFE)


class Reader(HTMLParser):
    """Collects the text of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a new line for a block; remember where a link leads."""
        if tag in BLOCKS:
            self.found.append("\n")
        if tag == "li":
            self.found.append("- ")
        if tag == "a":
            self.address = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        """Write the address behind a link."""
        if tag == "a" and self.address:
            self.found.append(f" ({self.address})")
        if tag in BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.found.append(data)
