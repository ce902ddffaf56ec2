"""Times as the newer parts of the API write them."""

from __future__ import annotations

from datetime import UTC, datetime


def iso(moment: int) -> str:
    """A Unix time as text, in UTC."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
