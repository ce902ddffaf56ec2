"""Pages: opaque cursors, page numbers, and the shapes they come in."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from intercom_cli.sandbox.call import Answer, raw_reply
from intercom_cli.sandbox.refusals import Fault, Refusal

NOTHING = object()


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page starts: after the record with this sort value and id."""

    value: Any
    id: str
    page: int

    def encode(self) -> str:
        """The cursor as clients see it: base64 of JSON, with its ``=`` padding."""
        return base64.b64encode(msgspec.json.encode([self.value, self.id, self.page])).decode()


def read_cursor(
    text: str | None, complaint: str = "starting_after is not a valid cursor"
) -> Cursor | None:
    """Read a cursor that a client sent back.

    Raises Refusal 400 ``client_error`` for one that was never given out.
    """
    if not text:
        return None
    try:
        parts = msgspec.json.decode(
            base64.b64decode(text, validate=True), type=tuple[int | float | str, str, int]
        )
    except (binascii.Error, msgspec.MsgspecError, ValueError) as error:
        raise Refusal(400, Fault("client_error", complaint, "starting_after")) from error
    return Cursor(*parts)


def list_answer(
    rows: Sequence[bytes], *, total: int, page: int, size: int, following: Any = NOTHING
) -> Answer:
    """A page of rows that are rendered already.

    ``following`` stands as ``pages.next``; without it there is no such member, as at the end of
    the platform's cursor lists.
    """
    pages: dict[str, Any] = {"type": "pages", "page": page, "per_page": size}
    pages["total_pages"] = -(-total // size)
    if following is not NOTHING:
        pages["next"] = following
    return raw_reply(
        b'{"type":"list","data":[%b],"total_count":%d,"pages":%b}'
        % (b",".join(rows), total, msgspec.json.encode(pages))
    )


def numbered_answer(rows: Sequence[bytes], *, total: int, page: int, size: int) -> Answer:
    """A page by number; the next one is named by its number, and is null at the end."""
    following = {"page": page + 1} if page * size < total else None
    return list_answer(rows, total=total, page=page, size=size, following=following)
