"""What a run has done, written down before and after each step, and read again to go on.

One JSON object a line. A step is noted before it begins: what was begun and has no end may have
been done, and nothing that may have been done is done again by itself.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from intercom_cli.api.redaction import MASK, redact
from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.local.files import append, locked, make_private_dir, unwritable
from intercom_cli.local.places import data_dir

SHORTEST = 4  # letters of a secret; fewer stand in every text
KEPT = 500  # runs that went well; more are of no use to anybody
Key = tuple[str, int | None]
Entry = dict[str, Any]


class Past(NamedTuple):
    """What is written of a run: how it began, what is done, and what was begun without an end."""

    head: Entry
    done: dict[Key, Entry]
    begun: dict[Key, Entry]
    status: str


class Log:
    """The log of one run, which is written as it goes."""

    def __init__(self, path: Path, hidden: tuple[str, ...] = ()) -> None:
        self.path = path
        self.hidden = tuple(one for one in hidden if len(one) >= SHORTEST)

    @property
    def id(self) -> str:
        """What the run is called."""
        return self.path.stem

    def write(self, kind: str, **said: Any) -> None:
        """Write down one thing, so that it stays whatever comes."""
        entry = {"kind": kind, "at": round(time.time(), 3), **said}
        text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        shown = self.masked(text)
        if shown != text:
            entry["masked"] = True
            shown = self.masked(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))
        append(self.path, shown.encode("utf-8", "replace") + b"\n")

    def masked(self, text: str) -> str:
        """A line without secrets."""
        for one in self.hidden:
            text = text.replace(json.dumps(one, ensure_ascii=False)[1:-1], MASK)
        return redact(text)


def folder(environ: Mapping[str, str]) -> Path:
    """Where the logs of runs are."""
    return data_dir(environ) / "runs"


def begin(environ: Mapping[str, str], hidden: tuple[str, ...]) -> Log:
    """The log of a new run."""
    place = folder(environ)
    try:
        make_private_dir(place)
    except OSError as error:
        raise unwritable(place, error) from error
    forget_old(place)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return Log(place / f"{stamp}-{secrets.token_hex(3)}.ndjson", hidden)


@contextmanager
def held(log: Log) -> Iterator[None]:
    """Keep a log for this process alone, so that no other goes on with the same run meanwhile."""
    with locked(log.path):
        yield
    with suppress(OSError):
        Path(f"{log.path}.lock").unlink()


def forget_old(place: Path) -> None:
    """Let go of the oldest runs that went well, where there are very many."""
    every = sorted(place.glob("*.ndjson"))
    for path in every[: max(0, len(every) - KEPT)]:
        with suppress(OSError, StorageFailed, Misuse):
            if past_of(path).status == "done":
                path.unlink()


def find(environ: Mapping[str, str], run: str) -> Path:
    """The log of a run by its id, or by the beginning of it. Raises Misuse where there is none."""
    every = sorted(folder(environ).glob("*.ndjson"))
    found = [path for path in every if path.stem == run]
    found = found or [path for path in every if run and path.stem.startswith(run)]
    if len(found) == 1:
        return found[0]
    why = "several runs begin so" if found else "there is no such run"
    raise Misuse(f"{run!r}: {why}.", hint="intercom workflow runs")


def past_of(path: Path) -> Past:
    """What a log tells. A last line that was being written when all ended is left out."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StorageFailed(f"Cannot read {path}: {error.strerror or error}.") from error
    entries = [entry for line in data.split(b"\n") if (entry := entry_of(line))]
    if not entries or entries[0].get("kind") != "run":
        raise StorageFailed(f"{path} is no log of a run, or it was spoilt.")
    done: dict[Key, Entry] = {}
    begun: dict[Key, Entry] = {}
    status = "begun"
    for entry in entries[1:]:
        key = (str(entry.get("step")), entry.get("index"))
        if entry["kind"] == "intent":
            begun[key] = entry
        elif entry["kind"] in {"done", "skipped"}:
            begun.pop(key, None)
            done[key] = entry
        elif entry["kind"] == "failed" and not entry.get("unknown"):
            begun.pop(key, None)
        elif entry["kind"] == "end":
            status = str(entry.get("status"))
    return Past(entries[0], done, begun, status)


def entry_of(line: bytes) -> Entry | None:
    """One line; None for one that is not whole."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) and "kind" in found else None


def mend(path: Path) -> None:
    """Cut off a last line that is not whole, so that the next one stands alone."""
    data = path.read_bytes()
    if data and not data.endswith(b"\n"):
        with path.open("r+b") as file:
            file.truncate(data.rfind(b"\n") + 1)
