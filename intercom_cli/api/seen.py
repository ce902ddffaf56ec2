"""Remember very many ids in very little memory."""

from __future__ import annotations

from array import array

EMPTY = 0
START = 1024  # slots, a power of two
WHOLE = 2**64 - 1  # a hash as an unsigned number
FULL = 0.6  # of the slots, when their number doubles


class Seen:
    """A set that only answers whether something is new.

    It keeps the eight bytes of Python's keyed hash in one flat table: 13 to 26 bytes a key, 2 MB
    for 100,000, where a set of text takes 12 MB. Two of a million keys share a hash with a chance
    of 1 in 37 million.
    """

    def __init__(self) -> None:
        self.slots = array("Q", bytes(8 * START))
        self.used = 0

    def add(self, key: str) -> bool:
        """Remember a key, and say whether it is new."""
        if self.used > FULL * len(self.slots):
            self.grow()
        return self.put(hash(key) & WHOLE or 1)

    def has(self, key: str) -> bool:
        """Whether a key was remembered."""
        return self.slots[self.slot_of(hash(key) & WHOLE or 1)] != EMPTY

    def put(self, value: int) -> bool:
        """Remember a hash, and say whether it is new."""
        slot = self.slot_of(value)
        if self.slots[slot] != EMPTY:
            return False
        self.slots[slot] = value
        self.used += 1
        return True

    def slot_of(self, value: int) -> int:
        """Where a hash is, or is to go: in its own slot, or the next that is free."""
        slots = self.slots
        mask = len(slots) - 1
        slot = value & mask
        while (there := slots[slot]) != EMPTY and there != value:
            slot = (slot + 1) & mask
        return slot

    def grow(self) -> None:
        """Double the table."""
        old = self.slots
        self.slots = array("Q", bytes(16 * len(old)))
        self.used = 0
        for value in old:
            if value != EMPTY:
                self.put(value)
