"""What the steps of a workflow run brought."""

from __future__ import annotations

from typing import Any

from front_door import Ran


def results(ran: Ran) -> dict[str, Any]:
    """The result of each step, by its id."""
    return {row["step"]: row["result"] for row in ran.rows}
