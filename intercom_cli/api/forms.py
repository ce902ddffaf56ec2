"""A form with a file in it, as multipart/form-data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from intercom_cli.api.request import Request


class File(NamedTuple):
    """A file of a form: what it is called, its bytes, and their type."""

    name: str
    data: bytes
    type: str = "application/octet-stream"


def with_form(request: Request, fields: Mapping[str, str | File]) -> Request:
    """The request with a form as its body; the same form always gives the same bytes."""
    from hashlib import sha256

    whole = b"\0".join(data_of(value) for value in fields.values())
    boundary = f"form-{sha256(whole).hexdigest()[:32]}"
    parts = b"".join(part(boundary, name, value) for name, value in fields.items())
    kind = ("Content-Type", f"multipart/form-data; boundary={boundary}")
    body = parts + f"--{boundary}--\r\n".encode()
    return request._replace(body=body, headers=(*request.headers, kind))


def data_of(value: str | File) -> bytes:
    """The bytes of a field."""
    return value.data if isinstance(value, File) else value.encode()


def part(boundary: str, name: str, value: str | File) -> bytes:
    """One field with its headers."""
    about = f'form-data; name="{quoted(name)}"'
    kind = ""
    if isinstance(value, File):
        about += f'; filename="{quoted(value.name)}"'
        kind = f"Content-Type: {value.type}\r\n"
    head = f"--{boundary}\r\nContent-Disposition: {about}\r\n{kind}\r\n"
    return head.encode() + data_of(value) + b"\r\n"


def quoted(text: str) -> str:
    """A name as it stands between quotes, as browsers write it."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
