"""One record for a person: every field it has, aligned, with lists told in a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from intercom_cli.foreign import plain
from intercom_cli.paths import quote

from .cells import MOMENTS, column_for, counted, items_of, named, shown
from .clean import clean, clean_lines, escape_json
from .color import BOLD, paint
from .layout import width_of
from .paths import ABSENT, reach
from .rows import decode, indented
from .sheet import Sheet
from .times import ago, is_moment, iso, moment_in

# Below this many columns a value stands under its name.
NARROW = 50
WIDEST_NAME = 28
UNSET = "not set"
# An item of a list with no more values than these is told by what it is called.
FEW = 4
Entry = tuple[int, str, str]


def write_record(row: bytes, sheet: Sheet) -> None:
    """Write each field that has a value; then name those that have none."""
    record = decode(row)
    if not isinstance(record, dict):
        data = indented(row)
        sheet.write((escape_json(data) if sheet.terminal else data) + b"\n")
        return
    if sheet.fields:
        record = {path: reach(record, path.removesuffix(".*")) for path in sheet.fields}
    entries = list(told(record, sheet, 0))
    empty = [clean(key) for key, value in record.items() if is_empty(value)]
    if empty:
        start = margin([*entries, (0, UNSET, "")])
        entries.append((0, UNSET, folded(", ".join(empty), start, sheet.width)))
    sheet.write_text("".join(laid_out(entries, sheet)))


def is_empty(value: Any) -> bool:
    """Whether a field has nothing to tell; False and 0 are values."""
    if items_of(value) is not None:
        return not items_of(value) and not counted(value)
    return value is ABSENT or value is None or value in ("", {})


def told(record: dict[str, Any], sheet: Sheet, depth: int) -> Iterator[Entry]:
    """The lines of a record: how deep, the name, and the value on its one or more lines."""
    for key, value in record.items():
        if not is_empty(value):
            yield from field(clean(key), value, sheet, depth)


def field(name: str, value: Any, sheet: Sheet, depth: int) -> Iterator[Entry]:
    """The lines of one field."""
    items = items_of(value)
    if items is not None and all(is_short(item) for item in items):
        yield depth, name, in_a_line(items, counted(value))
    elif items is not None:
        yield depth, name, str(counted(value))
        for number, item in enumerate(items, 1):
            yield from field(str(number), item, sheet, depth + 1)
    elif isinstance(value, dict):
        yield depth, name, ""
        yield from told(value, sheet, depth + 1)
    else:
        yield depth, name, scalar(name, value, sheet)


def scalar(name: str, value: Any, sheet: Sheet) -> str:
    """One value, a moment both exactly and as a person says it."""
    text = clean_lines(plain(value)) if isinstance(value, str) else shown(value, "text", None)
    if column_for(quote(name), sheet.columns).kind != "time" and not name.endswith(MOMENTS):
        return text
    moment = moment_in(value) if isinstance(value, str) else value if is_moment(value) else None
    if moment is None:
        return text
    exact = text if isinstance(value, str) else iso(moment)
    return f"{exact} ({ago(moment, sheet.now)})" if sheet.terminal else exact


def is_short(item: Any) -> bool:
    """Whether an item of a list is told by its name alone: plain values, or few."""
    if not isinstance(item, dict):
        return not isinstance(item, list)
    plain = not any(isinstance(value, dict | list) for value in item.values())
    return plain and ("name" in item or len(item) <= FEW)


def in_a_line(items: list[Any], total: int) -> str:
    """The items of a list by name, after how many there are."""
    names = ", ".join(map(named, items))
    if total > len(items):
        return f"{total} (here {len(items)}: {names})" if items else str(total)
    return f"{total}: {names}"


def folded(text: str, start: int, width: int | None) -> str:
    """A long line of words as several, where a terminal would break inside a word."""
    if width is None or width < NARROW:
        return text
    from textwrap import fill

    return fill(text, width - start, break_long_words=False, break_on_hyphens=False)


def margin(entries: list[Entry]) -> int:
    """Where values begin: after the longest name that is not out of the ordinary."""
    widths = [width_of(name) + 2 * depth for depth, name, _ in entries]
    return min(max(widths, default=0), WIDEST_NAME) + 2


def laid_out(entries: list[Entry], sheet: Sheet) -> Iterator[str]:
    """The lines with values aligned, or each under its name where there is little room."""
    aligned = margin(entries)
    stacked = sheet.width is not None and sheet.width < NARROW
    for depth, name, value in entries:
        title = "  " * depth + (paint(name, BOLD) if sheet.color else name)
        space = aligned - width_of(name) - 2 * depth
        first, *rest = value.split("\n")
        if stacked or space < 1:
            aside, rest = "", [first, *rest] if value else []
        else:
            aside = " " * space + first
        yield f"{title}{aside}".rstrip() + "\n"
        indent = " " * (2 * depth + 2 if stacked else aligned)
        yield from (f"{indent}{text}".rstrip() + "\n" for text in rest)
