"""Time as the rest of this folder sees it, so that waiting can be watched and shortened."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import NamedTuple


def chance() -> float:
    """A number from 0 up to 1; the random module would cost more to import than all its use."""
    return int.from_bytes(os.urandom(4), "big") / 2**32


class Clock(NamedTuple):
    """The wall clock in Unix seconds, a way to wait, and the chance that spreads retries."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = chance


SYSTEM = Clock()
