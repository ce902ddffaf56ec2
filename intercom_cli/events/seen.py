"""Which notifications came before; only so many are remembered."""

from __future__ import annotations

from hashlib import blake2b

MOST = 100_000


class Seen:
    """The ids of the latest notifications, each as 16 bytes however long it is."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.marks: dict[bytes, None] = {}

    def __contains__(self, id: str) -> bool:
        """Whether it came before."""
        return mark(id) in self.marks

    def add(self, id: str) -> None:
        """Remember one, and forget the eldest when there are too many."""
        self.marks[mark(id)] = None
        if len(self.marks) > self.most:
            del self.marks[next(iter(self.marks))]


def mark(id: str) -> bytes:
    """What stands for an id."""
    return blake2b(id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
