"""What was found in many places at once, as people read it: by kind, a few lines each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .clean import clean
from .color import BOLD, CYAN, DIM, YELLOW, paint
from .layout import cut
from .sheet import Sheet

INDENT = "  "
AROUND = 30  # letters before the first word that fits
WIDEST = 100


class Entry(NamedTuple):
    """One record: what it is called, what tells more of it, where it says so, how to see it."""

    title: str
    detail: str
    says: str
    command: str
    id: str


class Group(NamedTuple):
    """The records of one kind, and how many there are in all."""

    title: str
    entries: list[Entry]
    total: int


def write_found(groups: list[Group], pattern: re.Pattern[str], sheet: Sheet) -> None:
    """Write the groups one below the other."""
    lines: list[str] = []
    for group in groups:
        lines += (
            ["", *lines_of(group, pattern, sheet)] if lines else lines_of(group, pattern, sheet)
        )
    sheet.write_text("".join(f"{line}\n" for line in lines))


def lines_of(group: Group, pattern: re.Pattern[str], sheet: Sheet) -> list[str]:
    """The lines of one kind."""
    shown = len(group.entries)
    counted = f" ({shown} of {group.total:,})" if group.total > shown else f" ({shown})"
    lines = [styled(group.title, sheet, BOLD) + styled(counted, sheet, DIM)]
    for entry in group.entries:
        lines += entry_lines(entry, pattern, sheet)
    return lines


def entry_lines(entry: Entry, pattern: re.Pattern[str], sheet: Sheet) -> Iterator[str]:
    """The lines of one record."""
    room = (sheet.width or WIDEST) - len(INDENT)
    title, detail = clean(entry.title), clean(entry.detail)
    title = cut(title, max(room - len(detail) - len(INDENT), room // 2), sheet.ellipsis)
    detail = cut(detail, max(room - len(title) - len(INDENT), 0), sheet.ellipsis) if detail else ""
    told = INDENT + lit(title, pattern, sheet)
    yield told + (INDENT + lit(detail, pattern, sheet, DIM) if detail else "")
    if entry.says and not pattern.search(title):
        said = around(clean(entry.says), pattern, sheet.ellipsis)
        yield INDENT * 2 + lit(cut(said, room - len(INDENT), sheet.ellipsis), pattern, sheet)
    yield INDENT * 2 + command_of(entry, sheet)


def command_of(entry: Entry, sheet: Sheet) -> str:
    """The command that shows a record; it is never cut, for it is there to be copied."""
    before, mark, _ = clean(entry.command).rpartition(clean(entry.id))
    return styled(before, sheet, DIM) + styled(mark, sheet, CYAN)


def around(text: str, pattern: re.Pattern[str], ellipsis: str) -> str:
    """A text from a little before the first place that fits."""
    place = pattern.search(text)
    start = max(0, place.start() - AROUND) if place else 0
    if not start:
        return text
    return ellipsis + text[start:].partition(" ")[2]


def lit(text: str, pattern: re.Pattern[str], sheet: Sheet, *codes: str) -> str:
    """A clean text in which what fits is made visible."""
    if not sheet.color:
        return text
    pieces, at = [], 0
    for place in pattern.finditer(text):
        pieces += [paint(text[at : place.start()], *codes), paint(place[0], BOLD, YELLOW)]
        at = place.end()
    return "".join([*pieces, paint(text[at:], *codes)])


def styled(text: str, sheet: Sheet, *codes: str) -> str:
    """A text in a style, where there is colour."""
    return paint(text, *codes) if sheet.color else text
