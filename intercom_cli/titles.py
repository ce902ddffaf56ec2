"""What a record is called."""

from __future__ import annotations

from typing import Any

LONGEST = 60  # letters of a name that are enough to know it by
NAMES = ("name", "email", "title", "display_name", "from_url", "url")
PARTS = ("role", "email", "company_id", "model", "id")


def name_of(record: dict[str, Any]) -> str:
    """The name of a record; empty where it has none."""
    title = (record.get("ticket_attributes") or {}).get("_default_title_")
    places = [record.get(key) for key in (*NAMES, "internal_label", "label")]
    return next((str(one).strip() for one in (title, *places) if one), "")


def described(record: dict[str, Any]) -> str:
    """What a record is called, and what else tells it from others of that name."""
    name = next((str(record[key]).strip() for key in NAMES if record.get(key)), "")
    if len(name) > LONGEST:
        name = name[: LONGEST - 1] + "…"
    parts = [str(record[part]) for part in PARTS if record.get(part) not in (None, "", name)]
    return f"{name} ({', '.join(parts)})" if name and parts else name or " ".join(parts)
