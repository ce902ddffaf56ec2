"""Confirm what cannot be undone, naming the record as it was found and not as it was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from intercom_cli.session import Session
from intercom_cli.titles import described

Found = dict[str, Any]


def confirm_write(
    session: Session, question: str, detailed: Callable[[], str] | None = None
) -> None:
    """Have the next write confirmed, once its request is complete and valid.

    ``detailed`` gives the question in full, for which it may read records. Raises InputNeeded at
    once, before anything is sent, when nobody can be asked.
    """
    if session.asks:
        session.need_person(question)
        session.questions.append(detailed or (lambda: question))


def agreed(
    session: Session,
    question: str,
    texts: tuple[str, ...],
    *,
    look_up: Callable[[Session, str], Found],
    due: Callable[[Found], bool] | None = None,
) -> tuple[Found, ...] | None:
    """The records people named, which the next write has to be confirmed for; None for no lookup.

    ``question`` has a ``{}`` for each. What is named is looked up only when somebody can answer:
    --yes and --dry-run cost no request for it. ``due`` says of what was found whether it is a
    reason to ask. Raises InputNeeded, before anything is sent, when nobody can be asked.
    """
    if not session.asks:
        return None
    session.need_person(question.format(*texts))
    found = tuple(look_up(session, text) for text in texts)
    if due is None or any(map(due, found)):
        confirm_write(session, question.format(*map(described, found)))
    session.agreed = True
    return found


__all__ = ["Found", "agreed", "described"]
