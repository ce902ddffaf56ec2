"""One exchange with the sandbox: what was asked, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qsl

import msgspec

JSON = "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Call:
    """A request as it came: percent-encoded path, raw query string, lower-case header names."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    scheme: str = "http"

    @classmethod
    def of(cls, method: str, target: str, *, body: Any = None, **headers: str) -> Call:
        """Make a call from a path with its query; a body that is not bytes becomes JSON.

        Underscores in header names stand for hyphens.
        """
        path, _, query = target.partition("?")
        content = b"" if body is None else body
        if not isinstance(content, bytes):
            content = msgspec.json.encode(content)
        named = {name.replace("_", "-").lower(): value for name, value in headers.items()}
        return cls(method, path, query, named, content)

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The query's names and values, decoded, in their order."""
        return parse_qsl(self.query, keep_blank_values=True)

    def parameter(self, name: str) -> str | None:
        """The last value given for a query parameter, or None."""
        return dict(self.parameters).get(name)


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, and how it reaches the caller.

    ``delay`` is in seconds. ``ending`` tells whether the connection is kept, closed without a
    word, or cut in the middle of the body: only a fault the server was started with does that.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay: float = 0.0
    ending: Literal["whole", "closed", "cut"] = "whole"

    def json(self) -> Any:
        """The body decoded."""
        return msgspec.json.decode(self.body)


def reply(data: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    """Answer with data as JSON."""
    return raw_reply(msgspec.json.encode(data), status=status, headers=headers)


def raw_reply(
    body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Answer:
    """Answer with JSON that is rendered already."""
    return Answer(status, {"content-type": JSON, **(headers or {})}, body)
