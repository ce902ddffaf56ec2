"""Keep notifications in a file, one JSON object a line, and read them back byte for byte.

A line is a notification, or tells what became of one: ``{"of": ID, "outcome": "delivered"}``.
"""

from __future__ import annotations

import base64
import json
import os
import threading
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.events.notification import Notification

PRIVATE = 0o600


class Recording:
    """A file that notifications are added to; only its owner can read it."""

    def __init__(self, path: Path) -> None:
        """Open it, or make it. Raises StorageFailed when that cannot be done."""
        self.path = path
        self.lock = threading.Lock()
        try:
            self.file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, PRIVATE)
            self.end_line()
        except OSError as error:
            raise StorageFailed(f"{path} cannot be written: {error.strerror}.") from error

    def end_line(self) -> None:
        """Close a line that another run was killed in the middle of."""
        size = os.fstat(self.file).st_size
        if not size:
            return
        os.lseek(self.file, size - 1, os.SEEK_SET)
        if os.read(self.file, 1) != b"\n":
            self.write(b"\n")

    def keep(self, notification: Notification) -> None:
        """Add a notification. Raises OSError when the disk does not take it."""
        line: dict[str, Any] = {
            "id": notification.id,
            "topic": notification.topic,
            "received_at": datetime.fromtimestamp(notification.at, UTC).isoformat(),
        }
        try:
            line["body"] = notification.body.decode("utf-8")
        except UnicodeDecodeError:
            line["body_base64"] = base64.b64encode(notification.body).decode()
        self.add(line)

    def tell(self, notification: Notification, outcome: str, why: str) -> None:
        """Add what became of a notification."""
        self.add({"of": notification.id, "outcome": outcome, "why": why})

    def add(self, line: dict[str, Any]) -> None:
        """Add a line, whole."""
        data = json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        with self.lock:
            self.write(data)

    def write(self, data: bytes) -> None:
        """Write all of it."""
        while data:
            data = data[os.write(self.file, data) :]

    def close(self) -> None:
        """Close the file."""
        os.close(self.file)


class Recorded(NamedTuple):
    """One notification of a recording."""

    id: str
    topic: str
    at: float
    body: bytes


class Tape(NamedTuple):
    """What a recording holds: its notifications in order, those delivered, and spoilt lines."""

    kept: tuple[Recorded, ...]
    delivered: frozenset[str]
    spoilt: tuple[int, ...]


def tape(path: Path) -> Tape:
    """Read a recording. Raises Misuse when there is no such file, or nothing of ours in it."""
    kept: list[Recorded] = []
    outcomes: dict[str, str] = {}
    spoilt: list[int] = []
    for number, line in lines(path):
        try:
            found = json.loads(line)
            if "of" in found:
                outcomes[found["of"]] = found["outcome"]
            else:
                kept.append(recorded(found))
        except (ValueError, KeyError, TypeError, AttributeError):
            spoilt.append(number)
    if spoilt and not kept:
        raise Misuse(f"{path} is no recording: line {spoilt[0]} is no notification.")
    delivered = frozenset(id for id, outcome in outcomes.items() if outcome == "delivered")
    return Tape(tuple(kept), delivered, tuple(spoilt))


def lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that hold something, with their numbers."""
    try:
        with closing(path.open("rb")) as file:
            for number, line in enumerate(file, 1):
                text = line.removeprefix(BOM_UTF8) if number == 1 else line
                if text.strip():
                    yield number, text
    except OSError as error:
        raise Misuse(f"Cannot read {path}: {error.strerror}.") from error


def recorded(line: dict[str, Any]) -> Recorded:
    """A line as what it was made of."""
    body = (
        line["body"].encode("utf-8")
        if "body" in line
        else base64.b64decode(line["body_base64"], validate=True)
    )
    at = datetime.fromisoformat(line["received_at"]).timestamp()
    return Recorded(str(line["id"]), str(line["topic"]), at, body)
