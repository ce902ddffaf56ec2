"""Teams, hours, audiences, connectors, exports: a walk through every operation, and what differs."""

from __future__ import annotations

from described import Deviation
from walk import Walk


def walk() -> Walk:
    """Go through all of it."""
    return Walk(contacts=60)


def deviations() -> list[Deviation]:
    return []


NOT_SHOWN: dict[str, dict[str, str]] = {}
NOT_TOLD: dict[str, str] = {}
