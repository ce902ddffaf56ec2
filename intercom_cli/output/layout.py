"""Lay cells out in columns: how wide each is, which fit, and how a line is put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from intercom_cli.resource import Column

from .color import BOLD, CYAN, DIM, paint

GAP = "  "
NAMING = frozenset({"Name", "Title", "Subject"})  # columns that say which record it is
SMALLEST = 12
FLEXIBLE = ("text", "names", "html", "pairs")


def width_of(text: str) -> int:
    """How many columns of a terminal a clean text takes; emoji and CJK take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int, ellipsis: str) -> str:
    """The text, or as much of it as fits and a mark that there is more."""
    if width_of(text) <= width:
        return text
    room = max(width - len(ellipsis), 0)
    if text.isascii():
        return (text[:room].rstrip() + ellipsis)[:width]
    from rich.cells import set_cell_size

    return (set_cell_size(text, room).rstrip() + ellipsis) if room else ellipsis[:width]


class Lane(NamedTuple):
    """One column as it is drawn; ``at`` is where its cells stand in a row."""

    at: int
    column: Column
    width: int
    cuts: bool = False

    def draw(self, text: str, ellipsis: str, *, last: bool) -> str:
        """The cell at its width; the last of a line needs no padding."""
        if self.cuts:
            text = cut(text, self.width, ellipsis)
        padding = " " * (self.width - width_of(text))
        if self.column.kind == "count":
            return padding + text
        return text if last else text + padding

    def colored(self, text: str) -> str:
        """The drawn cell in its column's colour."""
        codes = {"id": (CYAN,), "time": (DIM,)}.get(self.column.kind, ())
        return paint(text, *codes)


def lanes(
    columns: Sequence[Column], sample: Sequence[Sequence[str]], room: int | None
) -> list[Lane]:
    """Give each column its width from a sample of the rows, leaving out what does not fit.

    Ids, times and counts keep their width; texts share what is left. Columns go from the right,
    what names the record after all others, the first id last of all.
    """
    widths = [width_of(column.title) for column in columns]
    for row in sample:
        widths = [max(width, width_of(cell)) for width, cell in zip(widths, row, strict=True)]
    drawn = [Lane(at, c, w) for at, (c, w) in enumerate(zip(columns, widths, strict=True))]
    return drawn if room is None else shrunk(fitting(drawn, room), room)


def fitting(drawn: list[Lane], room: int) -> list[Lane]:
    """The columns that fit when texts are as narrow as they may be; at least one."""
    drawn = list(drawn)
    keep = next((lane for lane in drawn if lane.column.kind == "id"), drawn[0] if drawn else None)
    named = next((lane for lane in drawn if lane.column.title in NAMING), None)
    while len(drawn) > 1 and taken([smallest(lane) for lane in drawn]) > room:
        others = [lane for lane in drawn if lane is not keep and lane is not named]
        drawn.remove(
            others[-1] if others else next(one for one in reversed(drawn) if one is not keep)
        )
    return drawn


def shrunk(drawn: list[Lane], room: int) -> list[Lane]:
    """The columns with the widest texts made narrower until all fit."""
    widths = [min(lane.width, room) if is_flexible(lane) else lane.width for lane in drawn]
    while taken(widths) > room:
        loose = [
            n for n, lane in enumerate(drawn) if is_flexible(lane) and widths[n] > smallest(lane)
        ]
        if not loose:
            break
        widths[max(loose, key=lambda n: widths[n])] -= 1
    return [
        Lane(lane.at, lane.column, width, cuts=is_flexible(lane))
        for lane, width in zip(drawn, widths, strict=True)
    ]


def is_flexible(lane: Lane) -> bool:
    """Whether a column may be cut: ids, times, flags and counts may not."""
    return lane.column.kind in FLEXIBLE


def smallest(lane: Lane) -> int:
    """The least width that still says something."""
    return min(lane.width, SMALLEST) if is_flexible(lane) else lane.width


def taken(widths: Sequence[int]) -> int:
    """The width of a whole line."""
    return sum(widths) + len(GAP) * (len(widths) - 1)


def line(drawn: Sequence[Lane], row: Sequence[str], ellipsis: str, *, color: bool) -> str:
    """One row as a line."""
    last = len(drawn) - 1
    cells = []
    for place, lane in enumerate(drawn):
        text = lane.draw(row[lane.at], ellipsis, last=place == last)
        cells.append(lane.colored(text) if color else text)
    joined = GAP.join(cells)
    return joined if color else joined.rstrip()


def heading(drawn: Sequence[Lane], ellipsis: str, *, color: bool) -> str:
    """The line of titles."""
    titles = {lane.at: lane.column.title for lane in drawn}
    row = [titles.get(at, "") for at in range(max(titles, default=-1) + 1)]
    text = line(drawn, row, ellipsis, color=False)
    return paint(text, BOLD) if color else text
