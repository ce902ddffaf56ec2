"""Where input comes from and output goes, and what kind of thing each end is."""

from __future__ import annotations

import os
import sys
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
