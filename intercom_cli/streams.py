"""Where input comes from and output goes, and what kind of thing each end is."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_WIDTH = 80


class Streams(NamedTuple):
    """The three ends of one run; tests and callers may put anything in their place.

    ``out`` takes bytes, for data is passed on as it came; text formats encode to ``out_encoding``.
    """

    stdin: TextIO
    out: BinaryIO
    err: TextIO
    out_encoding: str = "utf-8"
    in_is_terminal: bool = False
    out_is_terminal: bool = False
    err_is_terminal: bool = False

    @classmethod
    def of_process(cls) -> Streams:
        """Take the process's own streams, whole or closed."""
        nowhere = Path(os.devnull)
        stdin = sys.stdin or nowhere.open(encoding="utf-8")
        # Its text layer closes a binary stream when it is let go of, so there must be none.
        out = sys.stdout.buffer if sys.stdout else nowhere.open("wb")
        stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
        return cls(
            stdin=stdin,
            out=out,
            err=stderr,
            out_encoding=(sys.stdout and sys.stdout.encoding) or "utf-8",
            in_is_terminal=stdin.isatty(),
            out_is_terminal=out.isatty(),
            err_is_terminal=stderr.isatty(),
        )

    def width(self, environ: Mapping[str, str]) -> int:
        """Columns of the terminal behind stdout; COLUMNS wins, 80 when nobody knows."""
        wished = environ.get("COLUMNS", "")
        if wished.isdigit() and int(wished) > 0:
            return int(wished)
        try:
            return os.get_terminal_size(self.out.fileno()).columns or DEFAULT_WIDTH
        except (OSError, ValueError):
            return DEFAULT_WIDTH


def write_err(err: TextIO, text: str) -> None:
    """Write to a text stream whatever its encoding has, question marks for the rest.

    What a full disk or a closed pipe does not take is lost: data must not suffer for talk.
    """
    encoding = getattr(err, "encoding", None) or "utf-8"
    with suppress(OSError, ValueError):
        err.write(text.encode(encoding, "replace").decode(encoding))
        err.flush()


def write_all(out: BinaryIO, data: bytes) -> None:
    """Write every byte and flush; a stream may take them in parts, or none as long as it is full.

    Whoever shares a pipe with us may have made it one that does not wait, so the wait is ours.
    """
    rest = memoryview(data)
    while rest:
        taken = write_some(out, rest)
        if not taken:
            wait_for_room(out)
        rest = rest[taken:]
    while True:
        try:
            out.flush()
        except BlockingIOError:
            wait_for_room(out)
        else:
            return


def write_some(out: BinaryIO, data: memoryview) -> int:
    """Write what the stream takes now, and give how many bytes that were."""
    try:
        return out.write(data) or 0  # an unbuffered one that is full gives None
    except BlockingIOError as full:
        return full.characters_written


def wait_for_room(out: BinaryIO) -> None:
    """Wait until a full stream takes more."""
    import select

    select.select([], [out], [])
