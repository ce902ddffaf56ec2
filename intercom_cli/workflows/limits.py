"""How large what an expression gives may be."""

from __future__ import annotations

import re
from typing import Any

from intercom_cli.errors import Misuse

LARGEST = 1_000_000  # letters that one text may become
EXPONENT = 1_000
WIDTH = re.compile(r"%[^%A-Za-z]*(?:\d{5}|\*)")  # of %-formatting


def bounded(operator: str, left: Any, right: Any) -> None:
    """Raise Misuse for a product that is too large to be meant."""
    if operator == "**":
        too_large = isinstance(right, int | float) and abs(right) > EXPONENT
    elif operator == "%":
        too_large = isinstance(left, str) and WIDTH.search(left) is not None
    else:
        sizes = [len(one) for one in (left, right) if isinstance(one, str | list | tuple)]
        counts = [one for one in (left, right) if isinstance(one, int)]
        too_large = bool(sizes and counts) and sizes[0] * counts[0] > LARGEST
    if too_large:
        raise Misuse(f"What {operator} gives is too large.")
