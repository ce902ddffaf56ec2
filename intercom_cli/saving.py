"""Save an answer to a file as it arrives, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from intercom_cli.api.request import Request
from intercom_cli.arriving import GZIP, Kind, checked
from intercom_cli.errors import Misuse, ServerFailed, StorageFailed
from intercom_cli.local.files import whole
from intercom_cli.session import Session
from intercom_cli.values import file_named

To = Annotated[
    str | None,
    typer.Option("--to", help="Where to save it; - for standard output.", metavar="FILE"),
]
Force = Annotated[
    bool, typer.Option("--force", help="Replace a file that is there.", show_default=False)
]
Unzip = Annotated[
    bool, typer.Option("--unzip", "--gunzip", help="Unpack what is gzipped.", show_default=False)
]
UNITS = ("bytes", "kB", "MB", "GB", "TB")


def save(
    session: Session,
    request: Request,
    to: str | None,
    usual: str,
    *,
    kind: Kind,
    force: bool,
    unzip: bool = False,
) -> None:
    """Stream an answer of a ``kind`` into a file; ``unzip`` unpacks it on the way.

    Without ``to`` a pipe gets it, and a person at a terminal the file ``usual`` in this folder.
    Raises Misuse for a file that is there already, unless it is to be replaced.
    """
    path = place_for(session, to, usual, force=force)
    session.permit(request)
    if path is None:
        with session.client.stream(request) as answer:
            chunks = checked(answer.response, answer, kind)
            for chunk in unzipped(chunks) if unzip else chunks:
                session.printer.raw(chunk)
        return
    size = into(session, request, path, kind=kind, unzip=unzip)
    session.printer.done(f"Saved {in_words(size)} to {path}.")


def place_for(session: Session, to: str | None, usual: str, *, force: bool) -> Path | None:
    """The file that an answer goes to; None for standard output.

    Raises Misuse for a file that is there already, unless it is to be replaced, and for a place
    where none can be: what is saved may have taken long to make.
    """
    if to == "-" or (to is None and not session.streams.out_is_terminal):
        return None
    path = file_named(to or usual)
    if path.is_dir():
        raise Misuse(f"{path} is a folder.", hint=f"name a file in it: --to {path / usual}")
    if session.choices.plan and path.parent in session.rehearsal.folders:
        return path
    if not path.parent.is_dir():
        raise Misuse(f"There is no folder {path.parent}.")
    if not os.access(path.parent, os.W_OK):
        raise StorageFailed(f"Nothing can be written in {path.parent}.")
    if os.path.lexists(path) and not force and not is_device(path):
        raise Misuse(f"{path} is there already.", hint="add --force to replace it, or --to FILE")
    return path


def is_device(path: Path) -> bool:
    """Whether what is there takes bytes and cannot be replaced: a pipe, /dev/null."""
    return path.exists() and not path.is_file()


def unzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What is in a gzipped file, piece by piece; what is not gzipped passes as it is.

    Raises ServerFailed for a file that is damaged or ends before its end.
    """
    import zlib

    reader, began = None, b""
    for chunk in chunks:
        if reader is None and len(began) < len(GZIP):
            began += chunk
            if len(began) < len(GZIP):
                continue
            chunk = began  # noqa: PLW2901 - the beginning came in parts
            reader = zlib.decompressobj(zlib.MAX_WBITS | 16) if began.startswith(GZIP) else None
        try:
            yield reader.decompress(chunk) if reader else chunk
        except zlib.error as error:
            raise ServerFailed("The file that came is damaged.", retryable=True) from error
    if reader and not reader.eof:
        raise ServerFailed("The file that came ends too early.", retryable=True)
    if 0 < len(began) < len(GZIP):
        yield began


def into(session: Session, request: Request, path: Path, *, kind: Kind, unzip: bool = False) -> int:
    """Fill a file beside the one that is meant, then put it in its place; how large it is."""
    size = 0
    try:
        with (
            session.client.stream(request) as answer,
            path.open("wb") if is_device(path) else whole(path.resolve()) as file,
        ):
            chunks = checked(answer.response, answer, kind)
            for chunk in unzipped(chunks) if unzip else chunks:
                file.write(chunk)
                size += len(chunk)
                session.printer.progress(f"{path.name}: {in_words(size)}")
    except OSError as error:
        raise StorageFailed(f"{path} cannot be written: {error.strerror or error}.") from error
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
