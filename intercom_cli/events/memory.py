"""What a watch remembers over restarts: what it saw, and what is not delivered yet.

A file that lines are added to, each on the disk before anything else is done. What is to be told
is written down whole before it is delivered, so that after a crash the very same notification goes
out again, with the same id, and never a different one in its place.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.events.polling import MARGIN, Kind, Row
from intercom_cli.local import files

VERSION = 1
MOMENT = 5  # seconds in which what changes without a new time counts as another change
SPARE = 4_000_000  # bytes that may be added before the file is written anew


class Sight(NamedTuple):
    """A record as it was seen: when it was changed and made, and for a walk how it looked."""

    changed: int
    made: int = 0
    look: str | None = None


class Known:
    """What is known of a noun.

    ``base`` was the newest change when the last walk began, ``newest`` is it now. ``before`` is
    how records were seen until the walk that is under way began, and ``origin`` where the first
    one began.
    """

    def __init__(self, base: int, origin: int) -> None:
        self.base = base
        self.origin = origin
        self.newest = base
        self.seen: dict[str, Sight] = {}
        self.before: dict[str, Sight] = {}

    @property
    def floor(self) -> int:
        """From where on changes are asked for."""
        return max(self.base - MARGIN, 0)

    def began(self) -> None:
        """Begin a walk: how records looked until now is compared once more, and then forgotten."""
        self.before = dict(self.seen)

    def ended(self, *, whole: bool) -> None:
        """End a walk that saw all there was, and forget what will not come again."""
        self.base = self.newest
        self.newest = max((one.changed for one in self.seen.values()), default=0)
        self.newest = max(self.newest, self.base)
        self.settle(whole=whole)

    def settle(self, *, whole: bool) -> None:
        """Keep only what a next walk can show again; one over a whole list shows all."""
        self.seen = {
            id: sight if self.is_young(id, sight) else sight._replace(look=None)
            for id, sight in self.seen.items()
            if sight.changed >= self.floor or (whole and sight.made >= self.origin)
        }

    def is_young(self, id: str, sight: Sight) -> bool:
        """Whether a record may have changed again within the second it was seen in."""
        earlier = self.before.get(id)
        if sight.changed < self.newest - 1 or sight == earlier:
            return False
        first = earlier is None or earlier.changed != sight.changed
        return first or time.time() - sight.changed < MOMENT

    def is_news(self, row: Row, look: str) -> bool:
        """Whether a row is not as it was seen before."""
        sight = self.seen.get(row.id)
        if sight is None or sight.changed != row.changed:
            return True
        return sight.look is not None and sight.look != look


class Pending(NamedTuple):
    """A notification that was not delivered yet, and whom it is about."""

    about: str
    body: str


class Memory:
    """The file of one watch. Raises StorageFailed where it cannot be kept."""

    def __init__(self, path: Path, workspace: str) -> None:
        """Read it, or begin a new one. Raises Misuse for that of another workspace."""
        self.path = path
        self.workspace = workspace
        self.nouns: dict[str, Known] = {}
        self.pending: dict[str, Pending] = {}
        self.added = self.size = 0
        self.kept = ExitStack()
        self.kept.enter_context(files.locked(path))
        try:
            self.read()
            self.rewrite()
        except BaseException:
            self.close()
            raise

    def read(self) -> None:
        """Take in what is written; a last line that was cut off in a crash counts for nothing."""
        try:
            text = self.path.read_bytes() if self.path.exists() else b""
        except OSError as error:
            raise StorageFailed(f"Cannot read {self.path}: {error.strerror}.") from error
        lines = text.split(b"\n")
        for number, line in enumerate(lines[:-1]):
            try:
                self.take(json.loads(line), first=number == 0)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise StorageFailed(
                    f"{self.path} is not the state of a watch: line {number + 1} is not ours.",
                    hint="name another file with --state, or remove this one to start anew",
                ) from error

    def take(self, line: dict[str, Any], *, first: bool) -> None:
        """Take in a line."""
        if first:
            if line["watch"] != VERSION:
                raise ValueError
            if line["workspace"] != self.workspace:
                raise Misuse(
                    f"{self.path} is the state of a watch of workspace {line['workspace']},"
                    f" and this is {self.workspace}.",
                    hint="name another file with --state",
                )
        elif "done" in line:
            self.pending.pop(line["done"], None)
        elif "base" in line:
            known = self.nouns[line["noun"]] = Known(line["base"], line["origin"])
            known.newest = line["newest"]
            known.seen = {id: Sight(*sight) for id, sight in line["seen"].items()}
        else:
            known = self.nouns[line["noun"]]
            known.seen[line["id"]] = Sight(*line["seen"])
            for id, body in line["tell"].items():
                self.pending[id] = Pending(f"{line['noun']}:{line['id']}", body)

    def begin(self, kind: Kind, base: int, rows: Iterable[tuple[Row, str]]) -> None:
        """Know of a noun from now on, with what is there already."""
        seen = {row.id: Sight(row.changed, row.made, look) for row, look in rows}
        base = max((sight.changed for sight in seen.values()), default=base)
        known = self.nouns[kind.noun] = Known(base, base if seen else max(base - MARGIN, 0))
        known.seen = seen
        known.settle(whole=kind.walk is not None)
        self.rewrite()

    def note(self, kind: Kind, row: Row, look: str, tell: dict[str, str]) -> None:
        """Write down that a row was seen, and what is to be told of it, by id."""
        sight = self.nouns[kind.noun].seen[row.id] = Sight(row.changed, row.made, look)
        about = f"{kind.noun}:{row.id}"
        self.pending |= {id: Pending(about, body) for id, body in tell.items()}
        self.add({"noun": kind.noun, "id": row.id, "seen": sight, "tell": tell})

    def done(self, id: str) -> None:
        """Write down that a notification was delivered."""
        self.pending.pop(id, None)
        self.add({"done": id})

    def ended(self, kind: Kind) -> None:
        """Write down that a walk saw everything."""
        self.nouns[kind.noun].ended(whole=kind.walk is not None)
        if self.added:
            self.rewrite()

    def summary(self, noun: str, known: Known) -> dict[str, Any]:
        """All that is known of a noun."""
        times = {"base": known.base, "newest": known.newest, "origin": known.origin}
        return {"noun": noun, **times, "seen": known.seen}

    def add(self, line: dict[str, Any]) -> None:
        """Add a line, and have it on the disk."""
        data = encoded(line)
        files.append(self.path, data)
        self.added += len(data)
        if self.added > SPARE + self.size:
            self.rewrite()

    def rewrite(self) -> None:
        """Put a short file in place of a long one, in one step."""
        lines: list[dict[str, Any]] = [{"watch": VERSION, "workspace": self.workspace}]
        lines += [self.summary(noun, known) for noun, known in self.nouns.items()]
        for id, (about, body) in self.pending.items():
            noun, _, one = about.partition(":")
            sight = self.nouns[noun].seen.get(one, Sight(0))
            lines.append({"noun": noun, "id": one, "seen": sight, "tell": {id: body}})
        data = b"".join(map(encoded, lines))
        files.replace(self.path, data)
        self.size, self.added = len(data), 0

    def close(self) -> None:
        """Let another watch have the file."""
        self.kept.close()


def encoded(line: dict[str, Any]) -> bytes:
    """A line as it is written."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
