"""HTML of an article as Markdown that gives the same HTML back.

Each block is tried with as few escapes as it can do with. What Markdown has no form for, such as
a video or a table with joined cells, stays the HTML it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from .article_html import SEPARATOR, html_of, pieces
from .html_shape import flow, is_block, runs, shape_of, soup_of, source_of

LISTS = {"ul", "ol"}
PLAIN = {"asterisks": False, "underscores": False, "misc": False}
ESCAPES = (PLAIN, {**PLAIN, "asterisks": True, "underscores": True}, dict.fromkeys(PLAIN, True))
# Elements that begin a block of HTML wherever they stand in a line of Markdown.
STARTERS = frozenset(
    [
        "address", "article", "aside", "blockquote", "details", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "iframe", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]
)  # fmt: skip


def markdown_of(html: str) -> str:
    """HTML as Markdown, each block checked to come back as it was."""
    try:
        return checked(html)
    except RecursionError:  # nested deeper than anybody reads
        return one_line(html) + "\n"


def checked(html: str) -> str:
    """The same, for all but what is nested without end. Raises RecursionError for that."""
    blocks = blocks_of(html)
    wanted = flow(blocks)
    # Most articles need no escapes, and then one look at the whole is enough.
    for write in (plain, markdown_of_block):
        text = joined(blocks, [write(block) for block in blocks])
        if shape_of(html_of(text)) == wanted and len(pieces(text)) == len(blocks):
            return text
    return joined(blocks, [raw(block) for block in blocks])


def plain(block: Any) -> str:
    """One block without an escape."""
    return converted(block, **PLAIN)


def blocks_of(html: str) -> list[Any]:
    """What stands one below the other; loose text is put into a paragraph."""
    soup = soup_of(html)
    found = []
    for run in list(runs(soup.children)):
        if is_block(run[0]):
            found.append(run[0])
            continue
        paragraph = soup_of("<p></p>").p
        for node in run:
            paragraph.append(node)  # type: ignore[union-attr]
        found.append(paragraph)
    return found


def joined(blocks: list[Any], texts: list[str]) -> str:
    """The blocks with blank lines between them, and lists kept apart."""
    parts: list[str] = []
    for index, text in enumerate(texts):
        if index and blocks[index].name in LISTS and blocks[index - 1].name in LISTS:
            parts.append(SEPARATOR)
        parts.append(text)
    return "\n\n".join(part for part in parts if part) + "\n" * bool(parts)


def markdown_of_block(block: Any) -> str:
    """One block as Markdown, or as HTML where that says more."""
    wanted = flow([block])
    for escapes in ESCAPES:
        text = converted(block, **escapes)
        if text and shape_of(html_of(text)) == wanted and len(pieces(text)) == 1:
            return text
    return raw(block)


def raw(block: Any) -> str:
    """A block as HTML that Markdown leaves alone: it has no blank line, and begins by itself."""
    html = re.sub(r"\n(?=[ \t]*\n)", "&#10;", source_of(block).strip())
    if block.name in STARTERS:
        return html
    opening, end, rest = html.partition(">")
    return f"{opening}{end}\n{rest}" if rest else html


def one_line(html: str) -> str:
    """HTML that Markdown leaves alone as a whole."""
    return "<div>\n" + re.sub(r"[ \t]*\n\s*", "&#10;", html.strip()) + "\n</div>"


def converted(block: Any, *, asterisks: bool, underscores: bool, misc: bool) -> str:
    """One block as Markdown, whatever gets lost on the way."""
    from .article_converter import converter_class

    converter = converter_class()(
        heading_style="ATX",
        bullets="-",
        newline_style="backslash",
        code_language_callback=language,
        strip_pre="strip_one",
        escape_asterisks=asterisks,
        escape_underscores=underscores,
        escape_misc=misc,
    )
    return str(converter.process_element(block, parent_tags=set())).strip("\n")


def language(pre: Any) -> str:
    """The language of a block of code, as its class tells it."""
    code = pre.find("code")
    classes = (code and code.get("class")) or [""]
    return str(classes[0]).removeprefix("language-")


def merged(markdown: str, html: str) -> str:
    """Markdown as HTML, with every block that was not touched exactly as it was before."""
    blocks = blocks_of(html)
    before = pieces(markdown_of(html))
    kept: dict[str, list[str]] = {}
    if len(before) == len(blocks):
        for piece, block in zip(before, blocks, strict=True):
            kept.setdefault(piece.source, []).append(source_of(block))
    return "".join(
        kept[piece.source].pop(0) if kept.get(piece.source) else piece.html
        for piece in pieces(markdown)
    )


def says_the_same(markdown: str, html: str) -> bool:
    """Whether Markdown makes what the HTML is."""
    try:
        return shape_of(html_of(markdown)) == shape_of(html)
    except RecursionError:
        return markdown == markdown_of(html)


@cache
def tidied(markdown: str) -> str:
    """Markdown as it is written here, so that two texts differ only where they say other things."""
    return markdown_of(html_of(markdown))
