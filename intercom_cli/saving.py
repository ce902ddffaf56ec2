"""Save an answer to a file as it arrives, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from intercom_cli.api.request import Request
from intercom_cli.errors import Misuse
from intercom_cli.session import Session
from intercom_cli.streams import write_all
from intercom_cli.values import file_named

To = Annotated[
    str | None,
    typer.Option("--to", help="Where to save it; - for standard output.", metavar="FILE"),
]
Force = Annotated[
    bool, typer.Option("--force", help="Replace a file that is there.", show_default=False)
]
UNITS = ("bytes", "kB", "MB", "GB", "TB")


def save(session: Session, request: Request, to: str | None, usual: str, *, force: bool) -> None:
    """Stream an answer into a file.

    Without ``to`` a pipe gets it, and a person at a terminal the file ``usual`` in this folder.
    Raises Misuse for a file that is there already, unless it is to be replaced.
    """
    if to == "-" or (to is None and not session.streams.out_is_terminal):
        session.permit(request)
        with session.client.stream(request) as answer:
            for chunk in answer:
                write_all(session.streams.out, chunk)
        return
    path = file_named(to or usual)
    if path.exists() and not force:
        raise Misuse(f"{path} is there already.", hint="add --force to replace it, or --to FILE")
    session.permit(request)
    size = into(session, request, path)
    session.printer.done(f"Saved {in_words(size)} to {path}.")


def into(session: Session, request: Request, path: Path) -> int:
    """Fill a file beside the one that is meant, then put it in its place; how large it is."""
    part = path.with_name(f".{path.name}.part")
    size = 0
    try:
        with session.client.stream(request) as answer, part.open("wb") as file:
            for chunk in answer:
                file.write(chunk)
                size += len(chunk)
                session.printer.progress(f"{path.name}: {in_words(size)}")
        os.replace(part, path)  # noqa: PTH105 - the one call that is atomic on every system
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return size


def in_words(size: float) -> str:
    """A size as people say it.

    >>> in_words(1_500_000)
    '1.5 MB'
    """
    unit = 0
    while size >= 1000 and unit < len(UNITS) - 1:  # noqa: PLR2004 - the step between units
        size, unit = size / 1000, unit + 1
    return f"{size:.1f} {UNITS[unit]}" if unit else f"{size:.0f} {UNITS[0]}"
