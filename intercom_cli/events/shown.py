"""Show notifications: a line each for a person, the JSON as it came for a program."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from intercom_cli.errors import Misuse
from intercom_cli.events.notification import Notification
from intercom_cli.events.outcome import Outcome
from intercom_cli.output.clean import clean
from intercom_cli.output.color import DIM, GREEN, RED, paint

if TYPE_CHECKING:
    from intercom_cli.output.printer import Printer

TITLES = ("name", "title", "email", "subject", "_default_title_", "event_name", "company_id")
# Where the names of contacts, tickets, conversations and calls stand.
PLACES = (
    (),
    ("ticket_attributes",),
    ("contact",),
    ("ticket", "ticket_attributes"),
    ("source", "author"),
)
LONGEST = 64  # letters of an id
LEAST = 12  # letters of a name that stay, however narrow it is
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
                self.show_line(notification, outcomes)
                return
            self.printer.record(one_line(notification.body))
            for outcome in outcomes:
                if not outcome.ok:
                    self.printer.warn(f"{notification.topic} {notification.id}: {outcome.what}")
                elif self.printer.look.verbose and outcome.what:
                    self.printer.say(f"{notification.topic} {notification.id}: {outcome.what}")

    def show_line(self, notification: Notification, outcomes: Sequence[Outcome]) -> None:
        """Write one as a person reads it: when, what, about whom, and how it went."""
        sheet = self.printer.sheet()
        clock = time.strftime("%H:%M:%S", time.localtime(notification.at))
        id = cut(notification.item_id, LONGEST, sheet.ellipsis)
        about = clean(f"{notification.topic} {id}").strip()
        told = [(outcome, clean(outcome.what)) for outcome in outcomes if outcome.what]
        title = clean(title_of(notification.item))
        if sheet.width is not None:
            # The name makes way: how it went is worth more.
            used = sum(len(what) + 3 for _, what in told) + len(clock) + len(about) + 2
            title = cut(title, max(sheet.width - used, LEAST), sheet.ellipsis)
        ends = [mark(outcome, what, color=sheet.color) for outcome, what in told]
        start = paint(clock, DIM) if sheet.color else clock
        self.printer.talk.clear()
        sheet.write_text(" ".join(part for part in (start, about, title, *ends) if part) + "\n")

    def say(self, text: str) -> None:
        """Say something beside them."""
        with self.lock:
            self.printer.say(text)

    def warn(self, text: str) -> None:
        """Warn of something beside them."""
        with self.lock:
            self.printer.warn(text)


def mark(outcome: Outcome, what: str, *, color: bool) -> str:
    """How it went, with a sign before it."""
    sign = "→" if outcome.ok else "✗"
    return f"{paint(sign, GREEN if outcome.ok else RED) if color else sign} {what}"


def cut(text: str, most: int, ellipsis: str) -> str:
    """A text of at most so many letters."""
    return text if len(text) <= most else text[: most - len(ellipsis)].rstrip() + ellipsis


def title_of(item: Mapping[str, Any]) -> str:
    """What a person calls it; nothing where it has no name."""
    for place in PLACES:
        inner: Any = item
        for step in place:
            inner = inner.get(step) if isinstance(inner, dict) else None
        for name in TITLES if isinstance(inner, dict) else ():
            if isinstance(inner.get(name), str) and inner[name].strip():
                return str(inner[name]).strip()
    return ""


def one_line(body: bytes) -> bytes:
    """A body on one line: between the tokens of JSON a line break is no more than a space."""
    return body.replace(b"\r", b" ").replace(b"\n", b" ").strip()
