"""Read what Intercom sends back after a sign-in, from a request line or from pasted text."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

QUOTES = "\"'`<>\u2018\u2019\u201c\u201d"


class Answer(NamedTuple):
    """Intercom's answer: a code, or an error; ``state`` is None where none was given."""

    code: str | None = None
    state: str | None = None
    error: str | None = None
    description: str | None = None


def read_query(query: str) -> Answer:
    """Read the query of a redirect.

    The code is kept as it is but for percent-escapes: it may hold ``+`` and end in ``=``, which a
    reader of forms would spoil. A parameter that comes twice counts as not given.
    """
    found: dict[str, str | None] = {}
    for part in query.split("&"):
        name, _, value = part.partition("=")
        found[name] = None if name in found else unquote(value)
    return Answer(
        code=found.get("code") or None,
        state=found.get("state") or None,
        error=found.get("error") or None,
        description=found.get("error_description") or None,
    )


def read_pasted(line: str) -> Answer | None:
    """Read what a person pasted: the whole address, its query, ``code#state`` or the code alone.

    Quotes and spaces around it are taken away; None when nothing useful is left.
    """
    text = "".join(line.split()).strip(QUOTES)
    if not text:
        return None
    if "://" in text or text.startswith(("?", "/", "code=", "error=", "state=")):
        query = text.partition("?")[2] if "://" in text or text[0] in "?/" else text
        answer = read_query(query.partition("#")[0])
        return answer if answer.code or answer.error else None
    code, _, state = text.partition("#")
    return Answer(code=unquote(code), state=state or None) if code else None
