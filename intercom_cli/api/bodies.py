"""Read the many shapes of error bodies into one: details, a request id, a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from intercom_cli.api.response import Response
from intercom_cli.errors import Detail

TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
LONGEST = 200  # characters kept of a body that is not JSON


class Complaint(NamedTuple):
    """What an error body says; each part is empty when the body did not have it."""

    details: tuple[Detail, ...] = ()
    message: str = ""
    request_id: str | None = None


def complaint_of(response: Response) -> Complaint:
    """Read any error body: Intercom's error.list, its other JSON shapes, HTML, text, nothing."""
    try:
        body = msgspec.json.decode(response.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Complaint(message=plain(response))
    if isinstance(body, str):
        return Complaint(message=body.strip())
    if not isinstance(body, dict):
        return Complaint()
    details = tuple(details_of(body))
    own = text_of(body.get("message") or body.get("error_description"))
    message = own or "; ".join(said(detail) for detail in details)
    return Complaint(details, message, text_of(body.get("request_id")) or None)


def details_of(body: dict[str, Any]) -> Iterator[Detail]:
    """Every single complaint of a JSON body, in the order given."""
    errors = body.get("errors")
    if isinstance(errors, list):
        yield from (detail_of(item) for item in errors)
    elif isinstance(errors, dict):
        for field, texts in errors.items():
            for text in texts if isinstance(texts, list) else [texts]:
                yield Detail("error", text_of(text), None if field == "base" else field)
    error = body.get("error")
    if isinstance(error, dict):
        yield detail_of(error)
    elif isinstance(error, str):
        yield Detail(error, text_of(body.get("error_description")) or None)
    if key := body.get("error_key") or (not errors and not error and body.get("code")):
        yield Detail(text_of(key), text_of(body.get("message")) or None)


def detail_of(item: Any) -> Detail:
    """One entry of an error list, which older answers give as bare text."""
    if not isinstance(item, dict):
        return Detail("error", text_of(item))
    code = text_of(item.get("code") or item.get("type")) or "error"
    field = text_of(item.get("field")) or None
    return Detail(code, text_of(item.get("message")) or None, field)


def said(detail: Detail) -> str:
    """A detail as a phrase; the field goes first unless the message already names it."""
    message = (detail.message or detail.code).strip().rstrip(".")
    if detail.field and detail.field not in message:
        return f"{detail.field}: {message}"
    return message


def text_of(value: Any) -> str:
    """Anything JSON holds as text; HTML escapes, which Intercom puts into messages, are undone."""
    if value is None or value is False:
        return ""
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    if "&" in text:
        from html import unescape

        text = unescape(text)
    return text.strip()


def plain(response: Response) -> str:
    """What a gateway's page or a line of text says."""
    text = response.body[:10_000].decode("utf-8", "replace").strip()
    if "<" in text[:1]:
        found = TITLE.search(text)
        text = text_of(found.group(1)) if found else ""
    return " ".join(text.split())[:LONGEST]
