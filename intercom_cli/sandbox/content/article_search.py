"""Search for a phrase in articles."""

from __future__ import annotations

import re
from typing import Any

from intercom_cli.sandbox import documents, markup
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import article_rows, article_shapes
from intercom_cli.sandbox.content.content_pages import cut
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.refusals import invalid, not_found
from intercom_cli.sandbox.visit import Route, Visit

PAGE = 10
AROUND = 60
BOOLEANS = ("true", "false")


def search(visit: Visit) -> Answer:
    """Find the articles that hold a phrase in a title, a description or a body.

    Every language is looked through, without regard to case. Without a phrase all are found, and
    without a state those of both.
    """
    phrase = (visit.call.parameter("phrase") or "").strip()
    state = visit.call.parameter("state") or "all"
    if state not in ("published", "draft", "all"):
        raise invalid("state must be one of: published, draft, all", "state")
    center, highlight = center_in(visit), highlighting(visit)
    fits = [
        article
        for article in article_rows.every(visit)
        if state in ("all", article_rows.main(article)["state"])
        and center in (None, article_shapes.center_of(visit, article))
        and holds(article, phrase)
    ]
    rows, pages = cut(visit, fits, size=PAGE)
    data = {
        "articles": [article_shapes.listed(visit, article) for article in rows],
        "highlights": [highlights(article, phrase) for article in rows] if highlight else [],
    }
    return reply({"type": "list", "total_count": len(fits), "data": data, "pages": pages})


def center_in(visit: Visit) -> str | None:
    """The help center to look in; an unknown one is refused."""
    center = visit.call.parameter("help_center_id")
    if center and documents.get(visit.store, "help_center", center) is None:
        raise not_found()
    return center or None


def highlighting(visit: Visit) -> bool:
    """Whether the places are to be shown."""
    given = visit.call.parameter("highlight")
    if given not in (None, "", *BOOLEANS):
        raise invalid("highlight must be true or false", "highlight")
    return given == "true"


def holds(article: Record, phrase: str) -> bool:
    """Whether an article has a phrase in any language."""
    return any(
        phrase.casefold() in text.casefold()
        for content in article["contents"].values()
        for text in (content["title"], content["description"], markup.text_of(content["body"]))
    )


def highlights(article: Record, phrase: str) -> dict[str, Any]:
    """Where an article has a phrase: in its title, and in what stands around it in the text."""
    content = article_rows.main(article)
    texts = (content["description"], markup.text_of(content["body"]))
    return {
        "article_id": article["id"],
        "highlighted_title": chunks(content["title"], phrase),
        "highlighted_summary": [
            chunks(excerpt(text, phrase), phrase) for text in texts if found_in(text, phrase)
        ],
    }


def found_in(text: str, phrase: str) -> re.Match[str] | None:
    """The first place of a phrase in a text."""
    return re.search(re.escape(phrase), text, re.IGNORECASE) if phrase else None


def excerpt(text: str, phrase: str) -> str:
    """A text cut down to what stands around a phrase."""
    place = found_in(text, phrase)
    start = max(0, place.start() - AROUND) if place else 0
    return text[start : (place.end() if place else 0) + AROUND]


def chunks(text: str, phrase: str) -> list[dict[str, str]]:
    """A text in pieces: those that are the phrase, and those between them."""
    pieces = re.split(f"({re.escape(phrase)})", text, flags=re.IGNORECASE) if phrase else [text]
    return [
        {"type": "highlight" if number % 2 else "plain", "text": piece}
        for number, piece in enumerate(pieces)
        if piece
    ]


routes = (Route("GET", "/articles/search", search, reads=True),)
