"""A plan in a person's words: what changes, from what to what, and who hears of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from intercom_cli.resource import Column

from .clean import clean

SAMPLE = 5  # changes that are shown one by one
LONGEST = 70  # letters of a value
COLUMNS = (
    Column("Action", "action"),
    Column("Type", "type"),
    Column("Id", "id", "id"),
    Column("Name", "name"),
    Column("Before", "before"),
    Column("After", "after"),
    Column("Notifies", "notifies"),
    Column("Error", "error.message"),
)

Row = dict[str, Any]


def text_of(rows: Sequence[Row], where: str) -> str:
    """The whole plan as text."""
    good = [row for row in rows if not row.get("error")]
    number = sum(row["records"] for row in good)
    lines = [f"{number:,} {'change' if number == 1 else 'changes'} in {where}:"]
    for row in good[:SAMPLE]:
        lines += lines_of(row)
    if len(good) > SAMPLE:
        lines.append(f"  … and {len(good) - SAMPLE:,} more")
    heard = dict.fromkeys(name for row in good for name in row["notifies"])
    lines.append(f"Notifies: {', '.join(heard) or 'nobody'}.")
    if any(row["permanent"] for row in good):
        lines.append("It cannot be undone.")
    asked = dict.fromkeys(row["question"] for row in good if row["question"])
    lines += [f"Asks first: {clean(question)}" for question in asked]
    lines += [f"Cannot be done: {clean(row['error']['message'])}" for row in rows if row["error"]]
    return "\n".join(lines)


def lines_of(row: Row) -> Iterator[str]:
    """One change: what is done, then each field."""
    yield f"  {sentence(row)}"
    for path, value in row["after"].items():
        if path not in row["before"]:
            yield f"    {clean(path)}: {shown(value)}"
        elif row["before"][path] == value:
            yield f"    {clean(path)}: {shown(value)} already"
        else:
            yield f"    {clean(path)}: {shown(row['before'][path])} -> {shown(value)}"


def sentence(row: Row) -> str:
    """What is done to which record."""
    record = f"{row['type']} {clean(str(row['name'] or row['id'] or ''))}".strip()
    if row["records"] > 1:
        record = f"{row['records']:,} records of {row['type']}"
    if linked := row["linked"]:
        what = f"{linked['type']} {clean(str(linked['name'] or linked['id']))}"
        joint = "from" if row["action"] == "remove" else "to"
        return f"{row['action'].capitalize()} {what} {joint} {record}"
    action = row["action"]
    joint = " to" if action.startswith("add ") or action in {"reply", "note"} else ""
    return f"{action.capitalize()}{joint} {record}"


def shown(value: Any) -> str:
    """A value on one safe line, cut where it is long."""
    if value is None or value == "":
        return "not set"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = clean(value)
    else:
        import json

        text = clean(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
