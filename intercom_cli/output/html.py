"""HTML as Markdown, which people read as it stands."""

from __future__ import annotations

UNSEEN = ("script", "style", "head", "title", "template")


def markdown_of(html: str) -> str:
    r"""Turn a piece of HTML into Markdown, without what no reader sees.

    >>> markdown_of("<p>See <a href='https://a.test'>this</a>:</p><ul><li>one</li></ul>")
    'See [this](https://a.test):\n\n- one'
    """
    from bs4 import BeautifulSoup
    from markdownify import MarkdownConverter

    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(UNSEEN):
        tag.decompose()
    converter = MarkdownConverter(heading_style="ATX", bullets="-", escape_misc=False)
    return str(converter.convert_soup(soup)).strip("\n")
