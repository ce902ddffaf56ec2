"""One request as it will be sent: plain data, so that it can be shown without sending it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from intercom_cli.errors import Misuse

CONTROL = re.compile(r"[\x00-\x1f\x7f]")
IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})


class Request(NamedTuple):
    """A method, a path relative to the API's base, and what goes with it.

    ``path`` is already percent-encoded (see ``path_of``). ``body`` is the exact bytes sent, None
    for none. ``operation`` is its name in Intercom's description, empty for a raw request.
    ``repeatable`` says whether sending it twice is harmless; None leaves that to the
    method, and a search (a POST that only reads) sets it to True. ``optional`` is one whose answer
    can be missed: it is neither retried nor kept waiting for the rate limit.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()
    repeatable: bool | None = None
    operation: str = ""
    optional: bool = False

    @property
    def is_repeatable(self) -> bool:
        """Whether it may be sent again when nobody knows if it arrived."""
        return self.method in IDEMPOTENT if self.repeatable is None else self.repeatable

    @property
    def target(self) -> str:
        """The path with its query, as on the request line."""
        if not self.query:
            return self.path
        joint = "&" if "?" in self.path else "?"
        return self.path + joint + urlencode(self.query)

    @property
    def json_body(self) -> bytes | None:
        """The body where it is JSON, as it is unless a header of its own says otherwise."""
        own = [value for name, value in self.headers if name.lower() == "content-type"]
        return self.body if all("json" in value for value in own) else None

    def with_query(self, **values: str | int | None) -> Request:
        """The same request with these query parameters set; None takes one away."""
        kept = [(name, value) for name, value in self.query if name not in values]
        added = [(name, str(value)) for name, value in values.items() if value is not None]
        return self._replace(query=(*kept, *added))

    def with_json(self, body: Any) -> Request:
        """The same request with this as its JSON body."""
        return self._replace(body=encode(body))


def encode(body: Any) -> bytes:
    """JSON as it goes on the wire: UTF-8, key order kept, no spaces."""
    import json

    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def fits_a_header(token: str) -> bool:
    """Whether HTTP can carry a token; one that it cannot would turn up in an error's words."""
    return bool(token) and token.isascii() and token.isprintable() and " " not in token


def call(operation: str, **ids: str) -> Request:
    """The request of an operation, with ids filled into its path as ``path_of`` does.

    >>> call("GET /contacts/{contact_id}", contact_id="42").path
    '/contacts/42'
    """
    method, _, template = operation.partition(" ")
    return Request(method, path_of(template, **ids), operation=operation)


def path_of(template: str, **ids: str) -> str:
    """Fill ids into a path, each as one encoded segment.

    >>> path_of("/contacts/{contact}/tags", contact="a/b")
    '/contacts/a%2Fb/tags'

    Raises Misuse for what cannot be an id.
    """
    segments = {name: quote(an_id(name, value), safe="") for name, value in ids.items()}
    return template.format(**segments)


def an_id(name: str, value: str) -> str:
    """An id, wherever in a request it goes.

    Raises Misuse for one that is empty, a dot segment, or holds control characters: Intercom has
    none of these, a proxy on the way could read them as another path, and an empty one is most
    often a variable of a script that was never set.
    """
    if not value.strip() or value in {".", ".."} or CONTROL.search(value):
        raise Misuse(f"{value!r} cannot be {id_of(name)}.")
    return value


def id_of(name: str) -> str:
    """What a placeholder of a path stands for, in words.

    >>> id_of("ticket_type_id"), id_of("admin"), id_of("id")
    ('the id of a ticket type', 'the id of an admin', 'an id')
    """
    if name == "id":
        return "an id"
    one = name.removesuffix("_id").replace("_", " ")
    return f"the id of {'an' if one[0] in 'aeiou' else 'a'} {one}"
