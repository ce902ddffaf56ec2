"""Find what has a server take another method than the one in the request line."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl

HEADERS = frozenset({"x-http-method-override", "x-http-method", "x-method-override"})
FIELD = "_method"  # of a query or a form, as Rails reads it


def override_in(
    path: str, query: Iterable[tuple[str, str]], body: bytes | None, headers: Iterable[str]
) -> str:
    """The name of a header or a field that stands for another method; empty where none does."""
    text = (body or b"").decode("utf-8", "replace")
    form = "" if text.lstrip().startswith(("{", "[")) else text  # no form, but JSON
    given = [*query, *parse_qsl(path.partition("?")[2], keep_blank_values=True)]
    fields = [name for name, _ in [*given, *parse_qsl(form, keep_blank_values=True)]]
    found = [name for name in headers if name.lower() in HEADERS]
    return next(iter(found + [name for name in fields if name.lower() == FIELD]), "")
