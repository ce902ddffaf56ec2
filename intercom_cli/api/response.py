"""One answer as it came: status, headers, and the body's exact bytes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from intercom_cli.errors import Http, ServerFailed

LONGEST_COMPLAINT = 100_000  # bytes; errors are short, pages of records are not


class Response(NamedTuple):
    """An answer. Header names are lower case; an empty body is a success without data.

    ``host`` is the one it came from, where that is another than the one that was asked.
    """

    status: int
    headers: Mapping[str, str] = MappingProxyType({})
    body: bytes = b""
    http: Http = Http("GET", "/")
    host: str = ""

    @property
    def content_type(self) -> str:
        """The media type without its parameters, lower case; empty when none was given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_success(self) -> bool:
        """Whether Intercom did what was asked; a redirect that was not followed is no success."""
        return 200 <= self.status < 300  # noqa: PLR2004 - the class of 2xx

    @property
    def is_json(self) -> bool:
        """Whether the body calls itself JSON."""
        return self.content_type == "application/json" or self.content_type.endswith("+json")

    @property
    def is_complaint(self) -> bool:
        """Whether the body is an error of Intercom's, whatever the status says."""
        body = self.body
        if len(body) > LONGEST_COMPLAINT or b'"error' not in body or body.lstrip()[:1] != b"{":
            return False
        try:
            found = msgspec.json.decode(body)
        except (msgspec.DecodeError, RecursionError):
            return False
        if found.get("type") == "error.list":
            return True
        named = set(found) <= {"errors", "request_id", "status", "error", "message"}
        return named and bool(found.get("errors") or found.get("error"))

    def need_data(self) -> None:
        """Raise ServerFailed for an answer that is neither a record nor a list."""
        found = self.json()
        if isinstance(found, (dict, list)):
            return
        what = "an empty answer" if found is None else "a single value"
        raise ServerFailed(
            f"Intercom answered {self.status} with {what} where a record was expected.",
            http=self.http,
            request_id=self.headers.get("x-request-id"),
            retryable=True,
        )

    def json(self) -> Any:
        """The body decoded, integers exact; None for an empty body.

        Raises ServerFailed when it is not JSON, as gateways answer with HTML.
        """
        if not self.body.strip():
            return None
        try:
            return msgspec.json.decode(self.body)
        except (msgspec.DecodeError, RecursionError) as error:
            kind = self.content_type or "no content type"
            raise ServerFailed(
                f"Intercom answered {self.status} with something that is not JSON ({kind}).",
                hint="Try again; with --debug you see what came.",
                http=self.http,
                request_id=self.headers.get("x-request-id"),
                retryable=True,
            ) from error
