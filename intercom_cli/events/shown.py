"""Show notifications: a line each for a person, the JSON as it came for a program."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from intercom_cli.errors import Misuse
from intercom_cli.events.notification import Notification
from intercom_cli.events.outcome import Outcome

if TYPE_CHECKING:
    from intercom_cli.output.printer import Printer

TITLES = ("name", "title", "email", "subject", "company_id")
SHEETS = ("csv", "tsv")


class Screen:
    """Where notifications are shown as they come; threads may share it."""

    def __init__(self, printer: Printer) -> None:
        """Raise Misuse for a format that needs to know all rows before the first."""
        if printer.format in SHEETS:
            raise Misuse(
                f"-o {printer.format} is for whole lists; events come one by one.",
                hint="-o ndjson, with --fields or --jq",
            )
        self.printer = printer
        self.lock = threading.Lock()

    def show(self, notification: Notification, outcomes: Sequence[Outcome]) -> None:
        """Show one, and how it went."""
        with self.lock:
            if self.printer.is_read:
                self.printer.text(line(notification, outcomes))
                return
            self.printer.record(one_line(notification.body))
            for outcome in outcomes:
                if not outcome.ok:
                    self.printer.warn(f"{notification.topic} {notification.id}: {outcome.what}")
                elif self.printer.look.verbose:
                    self.printer.say(f"{notification.topic} {notification.id}: {outcome.what}")

    def say(self, text: str) -> None:
        """Say something beside them."""
        with self.lock:
            self.printer.say(text)

    def warn(self, text: str) -> None:
        """Warn of something beside them."""
        with self.lock:
            self.printer.warn(text)


def line(notification: Notification, outcomes: Sequence[Outcome]) -> str:
    """One notification as a person reads it: when, what, about whom, and how it went."""
    clock = time.strftime("%H:%M:%S", time.localtime(notification.at))
    about = " ".join(part for part in (notification.item_id, title_of(notification.item)) if part)
    told = [f"{'→' if outcome.ok else '✗'} {outcome.what}" for outcome in outcomes]
    return " ".join(" ".join(part for part in (clock, notification.topic, about, *told)).split())


def title_of(item: Mapping[str, Any]) -> str:
    """What a person calls it; nothing where it has no name."""
    for name in TITLES:
        if isinstance(item.get(name), str) and item[name].strip():
            return str(item[name]).strip()
    return ""


def one_line(body: bytes) -> bytes:
    """A body on one line: between the tokens of JSON a line break is no more than a space."""
    return body.replace(b"\r", b" ").replace(b"\n", b" ").strip()
