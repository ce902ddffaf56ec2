"""Comma-separated values (RFC 4180): a header of paths, then a line per record."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Sequence

from intercom_cli.output.clean import clean_lines
from intercom_cli.output.flat import write_lines
from intercom_cli.output.rows import Pages
from intercom_cli.output.sheet import Sheet

NEEDS_QUOTES = re.compile('[",\r\n]|^[ \t]|[ \t]$')


def write(pages: Pages, sheet: Sheet) -> int:
    """Write a list; text is exact, lines end with a line feed as tools of this kind expect."""

    def line_of(row: Sequence[str]) -> str:
        if sheet.terminal:
            row = [clean_lines(cell) for cell in row]
        # A lone empty cell would read as no record at all.
        return '""\n' if list(row) == [""] else ",".join(map(quoted, row)) + "\n"

    if sheet.bom and not sheet.terminal:
        sheet.write(BOM_UTF8)
        sheet = sheet._replace(encoding="utf-8")
    return write_lines(pages, sheet, line_of)


def write_one(row: bytes, sheet: Sheet) -> None:
    """Write one record under its header."""
    write([[row]], sheet)


def quoted(cell: str) -> str:
    """A cell in quotes where it needs them."""
    if NEEDS_QUOTES.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell
