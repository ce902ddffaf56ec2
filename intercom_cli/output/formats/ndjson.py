"""One JSON object per line, each exactly as Intercom sent it, written as pages arrive."""

from __future__ import annotations

from intercom_cli.output.clean import escape_json
from intercom_cli.output.paths import project, wanted
from intercom_cli.output.rows import Pages, on_one_line
from intercom_cli.output.sheet import Sheet


def write(pages: Pages, sheet: Sheet) -> int:
    """Write a list, page by page."""
    asked = wanted(sheet.fields)
    count = 0
    for page in pages:
        rows = [project(row, asked) for row in page] if asked else page
        data = b"\n".join(rows) + b"\n"
        if data.count(b"\n") != len(page) or b"\r" in data:
            data = b"".join(on_one_line(row) + b"\n" for row in rows)
        if page:
            sheet.write(escape_json(data) if sheet.terminal else data)
        count += len(page)
    return count


def write_one(row: bytes, sheet: Sheet) -> None:
    """Write one record as one line."""
    write([[row]], sheet)
