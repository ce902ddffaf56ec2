r"""Tab-separated values for cut and awk: one record is one line, tabs and line breaks as \t \n."""

from __future__ import annotations

from collections.abc import Sequence

from intercom_cli.output.clean import clean
from intercom_cli.output.flat import write_lines
from intercom_cli.output.rows import Pages
from intercom_cli.output.sheet import Sheet

ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write(pages: Pages, sheet: Sheet) -> int:
    """Write a list; a backslash stands before what would break a line in two."""

    def line_of(row: Sequence[str]) -> str:
        cells = [cell.translate(ESCAPES) for cell in row]
        return "\t".join(map(clean, cells) if sheet.terminal else cells) + "\n"

    return write_lines(pages, sheet, line_of)


def write_one(row: bytes, sheet: Sheet) -> None:
    """Write one record under its header."""
    write([[row]], sheet)
