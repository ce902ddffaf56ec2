"""One JSON document, values exactly as Intercom sent them; nothing of it when a page fails."""

from __future__ import annotations

from intercom_cli.output.clean import escape_json
from intercom_cli.output.paths import project, wanted
from intercom_cli.output.rows import Pages, indented, on_one_line
from intercom_cli.output.sheet import Sheet
from intercom_cli.output.spool import Spool


def write(pages: Pages, sheet: Sheet) -> int:
    """Write a list as one array once all of it is there; indented on a terminal."""
    asked = wanted(sheet.fields)
    count = 0
    with Spool() as held:
        for page in pages:
            for row in page:
                held.write(b",\n" if count else b"[\n")
                held.write(laid_out(project(row, asked), sheet, inside=True))
                count += 1
        held.write(b"\n]\n" if count else b"[]\n")
        whole = held.read_back()
        while part := whole.read(1 << 16):
            sheet.write(part)
    return count


def write_one(row: bytes, sheet: Sheet) -> None:
    """Write one record as one document."""
    sheet.write(laid_out(project(row, wanted(sheet.fields)), sheet) + b"\n")


def laid_out(row: bytes, sheet: Sheet, *, inside: bool = False) -> bytes:
    """The row for reading on a terminal, on one line elsewhere."""
    if not sheet.terminal:
        return on_one_line(row)
    data = escape_json(indented(row))
    # A string never holds a raw line break, so this moves layout only.
    return b"  " + data.replace(b"\n", b"\n  ") if inside else data
