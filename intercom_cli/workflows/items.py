"""What a step is done for each of: a list, or the rows of a CSV file."""

from __future__ import annotations

import csv
import json
from typing import Any

from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.values import file_named
from intercom_cli.workflows.model import Step
from intercom_cli.workflows.templates import fill


def items_of(step: Step, known: dict[str, Any]) -> list[Any]:
    """What a step is done for each of. Raises Misuse for what is no list, or too long a one."""
    given = step.for_each
    if isinstance(given, dict):
        items: Any = rows_of(str(fill(given["csv"], known)))
    else:
        items = fill(given, known)
    if isinstance(items, dict) and isinstance(items.get("results"), list):
        items = items["results"]
    if not isinstance(items, list):
        raise Misuse(f"for_each wants a list, not {json.dumps(items)[:60]}.")
    if len(items) > step.at_most:
        raise Misuse(
            f"for_each has {len(items):,} items, more than at_most: {step.at_most:,}.",
            hint=f"write at_most: {len(items)} in the step if that is meant",
        )
    return items


def rows_of(file: str) -> list[dict[str, Any]]:
    """The rows of a CSV file by the names in its first line."""
    try:
        with file_named(file).open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened, strict=True)
            rows = [dict(row) for row in reader]
            names = reader.fieldnames or []
    except OSError as error:
        raise StorageFailed(f"Cannot read {file}: {error.strerror or error}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise Misuse(f"{file} is no CSV in UTF-8: {error}.") from error
    if len(set(names)) != len(names):
        raise Misuse(f"{file} has a column twice: {', '.join(names)}.")
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise Misuse(f"{file}: row {number} has not as many values as there are columns.")
    return rows
