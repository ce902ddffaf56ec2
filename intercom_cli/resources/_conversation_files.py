"""Files and addresses that hang on a reply."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from intercom_cli.errors import Misuse
from intercom_cli.values import file_named

MOST = 10  # files or addresses of one reply (replyConversation)
File = Annotated[
    list[str] | None,
    typer.Option(
        "--file", help="A file to attach; ten at most.", metavar="PATH", show_default=False
    ),
]
Url = Annotated[
    list[str] | None,
    typer.Option(
        "--attach-url", help="An address to attach; ten at most.", metavar="URL", show_default=False
    ),
]


def attachments(files: list[str] | None, urls: list[str] | None) -> dict[str, Any]:
    """The part of a body that holds attachments. Raises Misuse for what cannot be attached."""
    for given, flag in ((files, "--file"), (urls, "--attach-url")):
        if len(given or ()) > MOST:
            raise Misuse(f"{flag} was given {len(given or ())} times; Intercom takes {MOST}.")
        if any(not one.strip() for one in given or ()):
            raise Misuse(f"{flag} is empty.")
    found: dict[str, Any] = {}
    if files:
        found["attachment_files"] = [attached(file_named(path)) for path in files]
    if urls:
        found["attachment_urls"] = urls
    return found


def attached(path: Path) -> dict[str, str]:
    """A file as it goes into a body. Raises Misuse for one that cannot be read."""
    from base64 import b64encode
    from mimetypes import guess_type

    try:
        data = path.read_bytes()
    except OSError as error:
        raise Misuse(f"{path} cannot be read: {error.strerror}.") from error
    kind = guess_type(path.name)[0] or "application/octet-stream"
    return {"content_type": kind, "data": b64encode(data).decode(), "name": path.name}
