"""One id per line, for xargs."""

from __future__ import annotations

from intercom_cli.output.cells import exact
from intercom_cli.output.clean import clean
from intercom_cli.output.rows import Pages, decode
from intercom_cli.output.sheet import Sheet


def write(pages: Pages, sheet: Sheet) -> int:
    """Write the ids of a list, page by page; say once when a record has none."""
    count = without = 0
    for page in pages:
        found = [identity for row in page if (identity := id_of(row, sheet.key)) is not None]
        if found:
            lines = "".join(f"{clean(identity)}\n" for identity in found)
            sheet.write_text(lines)
        count += len(page)
        without += len(page) - len(found)
    if without:
        sheet.warn(f"{without} of {count} have no id and were left out.")
    return count


def write_one(row: bytes, sheet: Sheet) -> None:
    """Write the id of one record."""
    write([[row]], sheet)


def id_of(row: bytes, key: str) -> str | None:
    """What identifies a record: its ``id``, or what a row was made for."""
    record = decode(row)
    found = record.get(key) if isinstance(record, dict) else record
    return None if found is None else exact(found, "id")
