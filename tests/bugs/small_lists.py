"""Lists as Intercom answers them, small enough to be read in a test."""

from __future__ import annotations

from typing import Any

ID = "6762f0dd1bb69f9f2193bb83"


def listed(key: str, *ids: int, cursor: str | None = None) -> dict[str, Any]:
    following = {"next": {"starting_after": cursor}} if cursor else {}
    return {
        "type": f"{key}.list",
        key: [{"type": key, "id": str(number)} for number in ids],
        "pages": {"type": "pages", **following},
    }


def ids_of(rows: list[Any]) -> list[str]:
    return [row["id"] for row in rows]
