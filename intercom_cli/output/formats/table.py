"""Aligned columns for people: as wide as the terminal, streamed, safe to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from intercom_cli.output.cells import shown, value_of
from intercom_cli.output.flat import expanded, note_keys
from intercom_cli.output.layout import GAP, Lane, heading, lanes, line
from intercom_cli.output.record import write_record
from intercom_cli.output.rows import Pages, decode
from intercom_cli.output.sheet import Sheet
from intercom_cli.resource import Column

SAMPLE = 200
# As many as the smallest usual page: waiting for more would ask for the next one.
FEW = 50


def write(pages: Pages, sheet: Sheet) -> int:
    """Write a list: widths come from the first rows, later ones follow as they arrive."""
    arriving = iter(pages)
    first = first_rows(arriving)
    if not first:
        return 0
    columns = settle(first, sheet)
    now = sheet.now if sheet.terminal else None

    def row_of(row: bytes) -> list[str]:
        record = decode(row)
        return [shown(value_of(record, column), column.kind, now) for column in columns]

    sample = [row_of(row) for row in first[:SAMPLE]]
    drawn = lanes(columns, sample, sheet.width)
    tell_what_is_missing(drawn, columns, sheet)
    write_first(sample, drawn, sheet)
    count = len(sample)
    for page in chain(
        (first[at : at + SAMPLE] for at in range(SAMPLE, len(first), SAMPLE)), arriving
    ):
        write_rows([row_of(row) for row in page], drawn, sheet)
        count += len(page)
    return count


def write_one(row: bytes, sheet: Sheet) -> None:
    """Write one record with all its fields, or those asked for."""
    write_record(row, sheet)


def first_rows(pages: Iterator[Sequence[bytes]]) -> list[bytes]:
    """The first page, or where rows come one by one enough of them to judge widths."""
    rows: list[bytes] = []
    for page in pages:
        rows += page
        if len(page) > 1 or len(rows) >= FEW:
            break
    return rows


def settle(first: Sequence[bytes], sheet: Sheet) -> tuple[Column, ...]:
    """The columns, with ``*`` for what the first rows have there."""
    keys: dict[str, dict[str, None]] = {}
    for row in first[:SAMPLE]:
        note_keys(decode(row), sheet.columns, keys)
    return expanded(sheet.columns, keys)


def write_first(sample: Sequence[Sequence[str]], drawn: Sequence[Lane], sheet: Sheet) -> None:
    """Write the titles and the first rows: drawn where someone looks, plain lines elsewhere."""
    if sheet.terminal and sheet.headings:
        from intercom_cli.output.screenful import screenful

        text = screenful(drawn, sample, sheet)
        if sheet.address:
            # Below the titles and the rule.
            head, rule, *lines = text.splitlines()
            text = "\n".join([head, rule, *linking(lines, sample, drawn, sheet), ""])
        sheet.write_text(text)
        return
    if sheet.headings:
        sheet.write_text(heading(drawn, sheet.ellipsis, color=sheet.color) + "\n")
    write_rows(sample, drawn, sheet)


def write_rows(rows: Sequence[Sequence[str]], drawn: Sequence[Lane], sheet: Sheet) -> None:
    """Write some rows at once."""
    mark, color = sheet.ellipsis, sheet.color
    lines = [line(drawn, row, mark, color=color) for row in rows]
    if sheet.address:
        lines = linking(lines, rows, drawn, sheet)
    sheet.write_text("".join([text + "\n" for text in lines]))


def linking(
    lines: Sequence[str], rows: Sequence[Sequence[str]], drawn: Sequence[Lane], sheet: Sheet
) -> list[str]:
    """The lines with the id of each a link to the web app, which takes no room."""
    from intercom_cli.output.links import linked

    place = next((n for n, lane in enumerate(drawn) if lane.column.path == "id"), None)
    if place is None or sheet.address is None:
        return list(lines)
    found = []
    for text, row in zip(lines, rows, strict=True):
        id = row[drawn[place].at]
        before = [lane.draw(row[lane.at], sheet.ellipsis, last=False) for lane in drawn[:place]]
        at = sum(len(cell) + len(GAP) for cell in before)
        found.append(linked(text, at, id, sheet.address(id)) if id else text)
    return found


def tell_what_is_missing(drawn: Sequence[Lane], columns: Sequence[Column], sheet: Sheet) -> None:
    """Name the columns the terminal has no room for."""
    there = {lane.at for lane in drawn}
    missing = [column.title for at, column in enumerate(columns) if at not in there]
    if missing:
        sheet.say(
            f"No room for {', '.join(missing)}: --wide shows them, --fields chooses, "
            "and -o json has all."
        )
