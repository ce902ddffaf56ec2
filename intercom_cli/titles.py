"""What a record is called."""

from __future__ import annotations

from typing import Any

from intercom_cli.foreign import first_text, plain, text

LONGEST = 60  # letters of a name that are enough to know it by
NAMES = ("name", "email", "title", "display_name", "from_url", "url")
PARTS = ("role", "email", "company_id", "model", "id")
LABELS = ("internal_label", "label")


def name_of(record: dict[str, Any]) -> str:
    """The name of a record; empty where it has none."""
    title = text(record, "ticket_attributes", "_default_title_")
    found = title or first_text(record, *NAMES, *LABELS)
    return plain(found or text(record, "default_translation", "name")).strip()


def described(record: dict[str, Any]) -> str:
    """What a record is called, and what else tells it from others of that name."""
    name = plain(first_text(record, *NAMES)).strip()
    if len(name) > LONGEST:
        name = name[: LONGEST - 1] + "…"
    parts = [one for part in PARTS if (one := text(record, part)) not in ("", name)]
    return f"{name} ({', '.join(parts)})" if name and parts else name or " ".join(parts)
