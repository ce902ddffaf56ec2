"""The first screenful of a table, drawn by rich; what follows is aligned to it line by line.

rich looks at every cell several times and needs seconds for thousands of rows, so it draws only
what people see first.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from .layout import GAP, Lane, taken
from .sheet import Sheet

# Spaces at the end of a line, which would wrap on a narrow terminal; colour codes stay.
PADDING = re.compile(r" +((?:\x1b\[[0-9;]*m)*) *$")
STYLES = {"id": "cyan", "time": "dim"}


def screenful(drawn: Sequence[Lane], rows: Sequence[Sequence[str]], sheet: Sheet) -> str:
    """Titles, a rule, and the first rows, at the widths of the lanes."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=max(taken([lane.width for lane in drawn]), 1),
        force_terminal=sheet.color,
        color_system="standard" if sheet.color else None,
        no_color=not sheet.color,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    console.print(grid(drawn, rows, sheet))
    text = console.file.getvalue()  # type: ignore[attr-defined]
    lines = [PADDING.sub(r"\1", line) for line in text.splitlines()]
    return (
        "\n".join(lines if sheet.ellipsis == "…" else [x.replace("─", "-") for x in lines]) + "\n"
    )


def grid(drawn: Sequence[Lane], rows: Sequence[Sequence[str]], sheet: Sheet) -> object:
    """The table; cells are plain text already cut, which rich neither reads nor changes."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, len(GAP) - 1, 0, 0))
    for place, lane in enumerate(drawn):
        last = place == len(drawn) - 1
        # The padding of every column but the last is part of its width.
        width = lane.width
        table.add_column(
            Text(lane.draw(lane.column.title, sheet.ellipsis, last=last), style="bold"),
            style=STYLES.get(lane.column.kind, ""),
            width=width,
            no_wrap=True,
        )
    for row in rows:
        table.add_row(
            *(Text(lane.draw(row[lane.at], sheet.ellipsis, last=False)) for lane in drawn)
        )
    return table
