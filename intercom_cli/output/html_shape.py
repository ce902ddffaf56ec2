"""What HTML says, without the ways there are to write it: equal shapes look alike to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bs4 import Tag

SPACE = re.compile(r"[ \t\r\n\f]+")
BLOCKS = frozenset(
    [
        "address", "article", "aside", "audio", "blockquote", "canvas", "dd", "details", "div",
        "dl", "dt", "embed", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "iframe", "li", "main", "nav", "object", "ol",
        "p", "picture", "pre", "section", "summary", "svg", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul", "video",
    ]
)  # fmt: skip
ALIASES = {"strong": "b", "em": "i", "del": "s", "strike": "s"}
TEXT_BLOCKS = frozenset(
    [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "figcaption",
    ]
)  # fmt: skip
# Marks that a space between two words may carry or not: it looks the same.
LIGHT = frozenset("bis")
BREAK = ("br",)

Mark = tuple[str, tuple[tuple[str, str], ...]]
Piece = tuple[Any, tuple[Mark, ...]]  # a text or an element without text, and the marks around it


def soup_of(html: str) -> Tag:
    """HTML, read as leniently as a browser does."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(html.replace("\r\n", "\n").replace("\r", "\n"), "html.parser")


@cache
def manner() -> Any:
    """How elements are written: attributes in their order, no strokes, hard spaces by name."""
    from bs4.dammit import EntitySubstitution
    from bs4.formatter import HTMLFormatter

    class Manner(HTMLFormatter):
        """Leaves attributes in the order they came in."""

        def attributes(self, tag: Tag) -> Iterator[tuple[str, Any]]:
            """Each attribute."""
            return iter(tag.attrs.items())

    def escaped(text: str) -> str:
        found = str(EntitySubstitution.substitute_xml(text)).replace("\xa0", "&nbsp;")
        return found.replace("\r", "&#13;")

    return Manner(entity_substitution=escaped, void_element_close_prefix="")


def source_of(tag: Any) -> str:
    """An element as HTML."""
    return str(tag.decode(formatter=manner()))


def shape_of(html: str) -> tuple[Any, ...]:
    """The shape of a piece of HTML."""
    return flow(soup_of(html).children)


def runs(nodes: Iterable[Any]) -> Iterator[list[Any]]:
    """Blocks one by one, and between them the texts and marks that make a paragraph together."""
    loose: list[Any] = []
    for node in nodes:
        if is_block(node):
            if says_something(loose):
                yield loose
            yield [node]
            loose = []
        elif not is_hidden(node):
            loose.append(node)
    if says_something(loose):
        yield loose


def says_something(nodes: list[Any]) -> bool:
    """Whether there is anything to see in texts and marks."""
    return any(is_tag(node) or str(node).strip(" \t\r\n\f") for node in nodes)


def is_tag(node: Any) -> bool:
    """Whether it is an element, not a text."""
    return getattr(node, "name", None) is not None


def is_block(node: Any) -> bool:
    """Whether an element stands by itself, or holds one that does."""
    return is_tag(node) and (
        node.name in BLOCKS or node.find(lambda tag: tag.name in BLOCKS) is not None
    )


def is_hidden(node: Any) -> bool:
    """Whether it is a comment or the like."""
    from bs4.element import PreformattedString

    return isinstance(node, PreformattedString)


def flow(nodes: Iterable[Any]) -> tuple[Any, ...]:
    """The shapes of what stands one below the other; loose text counts as a paragraph."""
    return tuple(
        block(run[0]) if is_block(run[0]) else ("p", (), inline(run)) for run in runs(nodes)
    )


def block(tag: Any) -> tuple[Any, ...]:
    """The shape of an element that stands by itself."""
    attributes = attributes_of(tag)
    if tag.name == "pre":
        pieces = list(flat(tag.children, ()))
        return ("pre", attributes, trimmed(merged(pieces), "\n"))
    if tag.name in TEXT_BLOCKS and not any(map(is_block, tag.children)):
        return (tag.name, attributes, inline(tag.children))
    return (tag.name, attributes, flow(tag.children))


def attributes_of(tag: Any) -> tuple[tuple[str, str], ...]:
    """The attributes that matter, in their order; Intercom sets the others by itself."""
    found = {name: value_of(value) for name, value in tag.attrs.items()}
    if tag.name == "a":
        found.pop("rel", None)
    for name in ("no-margin", "intercom-content-link"):
        if found.get("class") == name and tag.name in {"p", "a"}:
            del found["class"]
    if tag.name == "img" and not found.get("alt"):
        found.pop("alt", None)
    return tuple(sorted(found.items()))


def value_of(value: Any) -> str:
    """An attribute as text; that of a class is a list."""
    return " ".join(value) if isinstance(value, list) else str(value or "")


def inline(nodes: Iterable[Any]) -> tuple[Piece, ...]:
    """Texts with their marks; white space is one space, and none at the ends of a line."""
    spaced: list[Piece] = []
    for piece, marks in flat(nodes, ()):
        if not isinstance(piece, str):
            spaced.append((piece, marks))
            continue
        for word in re.split(r"( )", SPACE.sub(" ", piece)):
            if word == " ":
                heavy = tuple(mark for mark in marks if mark[0] not in LIGHT)
                spaced.append((" ", heavy))
            elif word:
                spaced.append((word, marks))
    return trimmed(merged(spaced), " ")


def flat(nodes: Iterable[Any], marks: tuple[Mark, ...]) -> Iterator[Piece]:
    """Every text inside, with all the marks around it."""
    for node in nodes:
        if is_hidden(node):
            continue
        if not is_tag(node):
            yield str(node), marks
            continue
        mark = (ALIASES.get(node.name, node.name), attributes_of(node))
        children = list(node.children)
        if children:
            yield from flat(children, tuple(sorted({*marks, mark})))
        elif node.name == "br":
            yield BREAK, ()
        elif mark[1] or mark[0] not in LIGHT:
            yield mark, marks


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours with the same marks as one text, and single spaces where there were several."""
    found: list[tuple[Any, tuple[Mark, ...]]] = []
    for piece, marks in pieces:
        texts, around = found[-1] if found else (None, ())
        if piece == "":
            continue
        if not isinstance(piece, str):
            found.append((piece, marks))
        elif not isinstance(texts, list) or around != marks:
            found.append(([piece], marks))
        elif piece != " " or not texts[-1].endswith(" "):
            texts.append(piece)
    return [("".join(one) if isinstance(one, list) else one, marks) for one, marks in found]


def trimmed(pieces: list[Piece], blank: str) -> tuple[Piece, ...]:
    """Pieces without blanks at the ends, and beside a line break."""
    kept: list[Piece] = []
    for index, (piece, marks) in enumerate(pieces):
        text = piece
        if isinstance(text, str):
            if index == 0 or pieces[index - 1][0] == BREAK:
                text = text.lstrip(blank)
            if index == len(pieces) - 1 or pieces[index + 1][0] == BREAK:
                text = text.rstrip(blank)
        if text != "":
            kept.append((text, marks))
    return tuple(kept)
