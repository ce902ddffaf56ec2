"""What a format is given besides the rows: where to write, which columns, and for whose eyes."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from intercom_cli.resource import Column
from intercom_cli.streams import write_all


class Sheet(NamedTuple):
    """One piece of output to be written.

    ``columns`` is what rows and columns show; ``fields`` what the person asked for, empty when
    nothing was. ``width`` is None where nothing may be cut. ``guard`` keeps spreadsheets from
    working out text, ``bom`` tells them that it is UTF-8; ``key`` is what identifies a row,
    ``address`` leads from its id to the web app.
    """

    out: BinaryIO
    say: Callable[[str], None]
    warn: Callable[[str], None]
    columns: tuple[Column, ...] = ()
    fields: tuple[str, ...] = ()
    headings: bool = True
    encoding: str = "utf-8"
    terminal: bool = False
    width: int | None = None
    color: bool = False
    now: float = 0
    guard: bool = False
    bom: bool = False
    key: str = "id"
    address: Callable[[str], str] | None = None

    def write(self, data: bytes) -> None:
        """Write all of it, now."""
        write_all(self.out, data)

    def write_text(self, text: str) -> None:
        """Write text; what the encoding lacks becomes a question mark."""
        write_all(self.out, text.encode(self.encoding, "replace"))

    @property
    def ellipsis(self) -> str:
        """The mark of something cut off, as far as the encoding has it."""
        try:
            "…".encode(self.encoding)
        except UnicodeEncodeError:
            return "..."
        return "…"
