"""HTML as Markdown, or as plain text for a terminal; both are read as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

UNSEEN = ("script", "style", "head", "title", "template")
LARGE = (
    500_000  # letters of HTML; what is longer is read by its words, for the parser takes its time
)
LONGEST = 4_000  # letters of HTML that are enough for the words of one line
BLANKS = re.compile(r"\n{3,}")
# What a cell of a table needs to know of HTML; a parser for each row would cost too much.
MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>?", re.DOTALL | re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
INLINE = re.compile(r"</?[a-z!][^>]*>?", re.IGNORECASE)
TAGS = re.compile(r"<[^>]*>?")
ENDS = re.compile(r"</(?:p|div|li|tr|h[1-6])\b[^>]*>?|<[bh]r\b[^>]*>?", re.IGNORECASE)


def markdown_of(html: str) -> str:
    r"""Turn a piece of HTML into Markdown, without what no reader sees.

    >>> markdown_of("<p>See <a href='https://a.test'>this</a>:</p><ul><li>one</li></ul>")
    'See [this](https://a.test):\n\n- one'
    """
    from markdownify import MarkdownConverter

    converter = MarkdownConverter(heading_style="ATX", bullets="-", escape_misc=False)
    return str(converter.convert_soup(seen(html))).strip("\n")


def text_of(html: str) -> str:
    r"""Turn a piece of HTML into text for a terminal: each link with its address behind it.

    >>> text_of("<p>See <a href='https://a.test'>this</a>:</p><ul><li><b>one</b></li></ul>")
    'See this <https://a.test>:\n\n- one'
    """
    if "<" not in html:
        from html import unescape

        return unescape(html).strip("\n")
    from markdownify import MarkdownConverter

    class Plain(MarkdownConverter):  # type: ignore[misc,unused-ignore]
        """The same without Markdown's marks, which say nothing to a reader of mail."""

        def convert_a(self, el: Tag, text: str, *_: Any, **__: Any) -> str:
            return linked(text, str(el.get("href") or ""))

        def convert_img(self, el: Tag, *_: Any, **__: Any) -> str:
            return pictured(str(el.get("alt") or ""), str(el.get("src") or ""))

    options: dict[str, Any] = {"strong_em_symbol": "", "heading_style": "ATX", "bullets": "-"}
    plain = Plain(**options, escape_asterisks=False, escape_underscores=False, escape_misc=False)
    try:
        if len(html) > LARGE:
            return bare(html)
        lines = str(plain.convert_soup(seen(html))).splitlines()
    except RecursionError:  # nested deeper than anybody reads
        return bare(html)
    return BLANKS.sub("\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


def bare(html: str) -> str:
    """The words of HTML, a line for each of its paragraphs."""
    from html import unescape

    text = unescape(TAGS.sub(" ", ENDS.sub("\n", uncommented(html))))
    return "\n".join(line for one in text.splitlines() if (line := " ".join(one.split())))


def words_of(html: str) -> str:
    """Give the words of a piece of HTML on one line, quickly."""
    if "<" not in html and "&" not in html:
        return html
    from html import unescape

    return " ".join(unescape(MARKUP.sub(" ", uncommented(html[:LONGEST]))).split())


def plain_of(html: str) -> str:
    """Text without its markup, on one line: what a reader of it sees.

    >>> plain_of("<p>Charged <b>tw</b>ice</p><p>a &lt; b</p>")
    'Charged twice a < b'
    """
    if "<" not in html and "&" not in html:
        return " ".join(html.split())
    from html import unescape

    bare = HIDDEN.sub(" ", uncommented(html))
    return " ".join(unescape(INLINE.sub("", ENDS.sub("\n", bare))).split())


def uncommented(html: str) -> str:
    """HTML without its comments; one that is not closed goes on to the end.

    The parser alone takes minutes for a hostile row of them.
    """
    first, *rest = html.split("<!--")
    return first + "".join(piece.partition("-->")[2] for piece in rest)


def seen(html: str) -> BeautifulSoup:
    """What of a piece of HTML a reader sees."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(uncommented(html), "html.parser")
    for tag in soup.find_all(UNSEEN):
        tag.decompose()
    return soup


def linked(text: str, address: str) -> str:
    """A link as text; one that is its own address is told once."""
    address = "".join(address.split())
    told = text.strip()
    if not address or address.removeprefix("mailto:") == told or address == told + "/":
        return f"<{told}>" if address and told else text
    return f"{text.rstrip()} <{address}>" if told else f"<{address}>"


def pictured(name: str, address: str) -> str:
    """A picture by its name, else by that of its file; its bytes are not for reading."""
    if address.startswith("data:"):
        return f"[picture: {name or 'without a name'}]"
    name = name or address.partition("?")[0].rpartition("/")[2]
    return f"[picture: {name or 'without a name'}]" + (f" <{address}>" if address else "")
