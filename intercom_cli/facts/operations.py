"""Look up an operation by its name, such as ``GET /contacts/{contact_id}``.

The facts are those of version 2.16, and of Preview for what only it has; ``make facts`` writes them
from Intercom's description. One line is read at a time: a run needs one or two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

FILE = Path(__file__).parent / "operations.txt"
DESCRIBED = "2.16"
PREVIEW = "Preview"

Schema = Mapping[str, Any]


class Operation(NamedTuple):
    """One operation: its name, the version it came with, and what its query and body take.

    A schema is a mapping with some of ``type`` (a name or a list of names), ``enum``, ``fields``,
    ``required``, ``items``, ``most`` (items of a list), ``null`` and ``open`` (any field goes).
    ``body`` is None where there is none, ``sample`` a body that fits.
    """

    name: str
    since: str
    query: Schema | None = None
    body: Schema | None = None
    sample: Any = None

    @property
    def is_preview(self) -> bool:
        """Whether only the Preview version has it."""
        return self.since == PREVIEW


def operation(name: str) -> Operation | None:
    """The facts of an operation; None for one that is newer than they are."""
    start = f"\n{name}\t".encode()
    text = b"\n" + everything()
    at = text.find(start)
    return None if at < 0 else read(text[at + 1 : text.index(b"\n", at + 1)])


def every() -> Iterator[Operation]:
    """All operations there are, in the order of their names."""
    return map(read, everything().splitlines())


@cache
def everything() -> bytes:
    """The file of facts: on each line a name, a tab, and JSON."""
    return FILE.read_bytes()


def read(line: bytes) -> Operation:
    """One line of the file."""
    name, _, facts = line.partition(b"\t")
    known = msgspec.json.decode(facts)
    return Operation(
        name.decode(), known["since"], known.get("query"), known.get("body"), known.get("sample")
    )


def is_newer(since: str, version: str) -> bool:
    """Whether something that came with a version is not in another yet.

    Versions nobody knows count as new enough: Intercom itself will say.
    """
    if version in (PREVIEW, "Unstable"):
        return False
    if since == PREVIEW:
        return True
    try:
        return numbers(since) > numbers(version)
    except ValueError:
        return False


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared: 2.9 is before 2.16."""
    return tuple(int(part) for part in version.split("."))
