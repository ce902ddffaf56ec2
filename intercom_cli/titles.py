"""What a record is called."""

from __future__ import annotations

from typing import Any

LONGEST = 60  # letters of a name that are enough to know it by
NAMES = ("name", "email", "title", "display_name", "from_url", "url")
PARTS = ("role", "email", "company_id", "model", "id")


def described(record: dict[str, Any]) -> str:
    """What a record is called, and what else tells it from others of that name."""
    name = next((str(record[key]).strip() for key in NAMES if record.get(key)), "")
    if len(name) > LONGEST:
        name = name[: LONGEST - 1] + "…"
    parts = [str(record[part]) for part in PARTS if record.get(part) not in (None, "", name)]
    return f"{name} ({', '.join(parts)})" if name and parts else name or " ".join(parts)
