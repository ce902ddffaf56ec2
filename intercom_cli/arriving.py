"""Judge a file by its beginning, before anything is written: whether it is what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from intercom_cli.errors import ServerFailed

if TYPE_CHECKING:
    from intercom_cli.api.response import Response

Kind = Literal["export", "sound", "text", "json"]
GZIP = b"\x1f\x8b"  # how files of these kinds begin
ZIP = b"PK"
BOM = b"\xef\xbb\xbf"
ENOUGH = 512  # bytes that tell what a file is
TABLES = frozenset(
    {
        "",
        "application/csv",
        "application/gzip",
        "application/octet-stream",
        "application/x-gzip",
        "application/zip",
        "binary/octet-stream",
        "text/csv",
    }
)
OK = 200


def checked(response: Response, chunks: Iterable[bytes], kind: Kind) -> Iterator[bytes]:
    """The same pieces of a file, once its beginning was seen.

    Raises ServerFailed before the first piece for what is not a file of that kind: a page of HTML,
    an error as JSON, an answer of another host that is no export, or nothing at all.
    """
    reader = iter(chunks)
    head = b""
    for chunk in reader:
        head += chunk
        if len(head) >= ENOUGH:
            break
    if wrong := fault_of(response, head, kind):
        raise ServerFailed(
            f"Intercom did not send the file that was asked for, but {wrong}.",
            http=response.http,
            request_id=response.headers.get("x-request-id"),
            retryable=True,
        )
    yield head
    yield from reader


def fault_of(response: Response, head: bytes, kind: Kind) -> str:
    """What came in place of a file; empty where it is one."""
    start = head.removeprefix(BOM).lstrip()
    if response.status != OK:
        return f"answered {response.status}"
    if not start:
        return "nothing"
    if is_html(response, start):
        return "a web page"
    if kind == "json":
        return "" if start[:1] in {b"{", b"["} and not is_error(start) else "no JSON"
    if is_error(start) or (response.is_json and kind != "text"):
        return "an error" if is_error(start) else "JSON"
    if kind == "export":
        return fault_of_export(response, head, start)
    return ""


def fault_of_export(response: Response, head: bytes, start: bytes) -> str:
    """What came in place of an export, which is a table, often packed."""
    if head.startswith((GZIP, ZIP)):
        return ""
    if start[:1] in {b"{", b"["}:
        return "JSON"
    if response.content_type not in TABLES:
        return response.content_type
    if response.host and response.content_type != "text/csv":
        return f"what {response.host} answered"
    return ""


def is_html(response: Response, start: bytes) -> bool:
    """Whether it is a page, such as one to sign in."""
    html = response.content_type in {"text/html", "application/xhtml+xml"}
    return html or start[:15].lower().startswith((b"<!doctype", b"<html", b"<?xml"))


def is_error(start: bytes) -> bool:
    """Whether it is an error of Intercom's as JSON."""
    return start[:1] == b"{" and b'"error' in start[:ENOUGH]
