"""Ask before what cannot be undone, naming the record as it was found and not as it was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from intercom_cli.foreign import first_text, plain, text
from intercom_cli.session import Session

LONGEST = 60  # letters of a name that are enough to know it by
NAMES = ("name", "email", "title", "display_name", "from_url", "url")
PARTS = ("role", "email", "company_id", "model", "id")

Found = dict[str, Any]


def agreed(
    session: Session,
    question: str,
    texts: tuple[str, ...],
    *,
    look_up: Callable[[Session, str], Found],
    due: Callable[[Found], bool] | None = None,
) -> tuple[Found, ...] | None:
    """The records people named, once they agreed; None where nobody is to be asked.

    ``question`` has a ``{}`` for each. What is named is looked up only when somebody answers:
    --yes and --dry-run cost no request for it. ``due`` says of what was found whether it is a
    reason to ask. Raises InputNeeded, before anything is sent, when nobody can be asked, and for a
    no.
    """
    if not session.asks:
        return None
    session.need_person(question.format(*texts))
    found = tuple(look_up(session, text) for text in texts)
    if due is None or any(map(due, found)):
        session.confirm(question.format(*map(described, found)))
    return found


def described(record: Found) -> str:
    """What a record is called, and what else tells it from others of that name."""
    name = plain(first_text(record, *NAMES)).strip()
    if len(name) > LONGEST:
        name = name[: LONGEST - 1] + "…"
    parts = [one for part in PARTS if (one := text(record, part)) not in ("", name)]
    return f"{name} ({', '.join(parts)})" if name and parts else name or " ".join(parts)
