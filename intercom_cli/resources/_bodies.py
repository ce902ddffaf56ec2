"""The text of what is written: typed, from a file, or from standard input; HTML or Markdown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import Any, Literal

from intercom_cli.errors import Misuse
from intercom_cli.resource import Field
from intercom_cli.session import Session

Kind = Literal["HTML", "Markdown"]
KINDS: dict[str, Kind] = {
    ".html": "HTML",
    ".htm": "HTML",
    ".md": "Markdown",
    ".markdown": "Markdown",
}
Body = dict[str, Any]


def texts(
    name: str = "body", *, html: str = "body", markdown: str = "body_markdown"
) -> tuple[Field, Field]:
    """The two options that give a text, and the fields it goes to by its kind; empty for none."""
    both = html and markdown
    what = "HTML if it begins with <, else Markdown" if both else "HTML" if html else "Markdown"
    files = "A .html or .md file" if both else "A .html file" if html else "A .md file"
    put = partial(place, name, html, markdown)
    return (
        Field(name, f"The text: {what}.", into=partial(typed, put)),
        Field(f"{name}_file", f"{files} with it, or - .", "file", into=partial(from_file, put)),
    )


Put = Callable[[Body, str, Kind | None], None]


def place(
    name: str, html: str, markdown: str, body: Body, text: str, kind: Kind | None = None
) -> None:
    """Put a text where its kind goes; one of no known kind is what its beginning looks like.

    Raises Misuse for a kind that is not taken, and for a second text.
    """
    if not text.strip():
        raise Misuse("The text is empty.")
    if html in body or markdown in body:
        raise Misuse(f"Give --{name} or --{name}-file, not both.")
    where = html or markdown
    if html and markdown:
        where = html if (kind or guessed(text)) == "HTML" else markdown
    elif kind and kind != (taken := "HTML" if html else "Markdown"):
        raise Misuse(f"The file holds {kind}, but this is written in {taken}.")
    body[where] = text


def typed(put: Put, session: Session, body: Body, text: str) -> None:
    """Take the text itself; - reads standard input."""
    put(body, session.read_input() if text == "-" else text, None)


def from_file(put: Put, session: Session, body: Body, file: str) -> None:
    """Take the text of a file, its kind told by its name, or else by its beginning."""
    from intercom_cli.values import text_of

    if not file:
        raise Misuse("The name of the file is empty.")
    text = session.read_input() if file == "-" else text_of(file)
    put(body, text, KINDS.get(PurePath(file).suffix.lower()))


def guessed(text: str) -> Kind:
    """HTML begins with a tag."""
    return "HTML" if text.lstrip()[:1] == "<" else "Markdown"
