"""Run a program for a notification, without a shell; what the data say never becomes code."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import PurePath
from typing import Any, TextIO

from intercom_cli.errors import Misuse
from intercom_cli.events.notification import Notification
from intercom_cli.events.outcome import Outcome
from intercom_cli.local.secret_variables import CLIENT_SECRET
from intercom_cli.paths import ABSENT, reach

# A path in braces; its names after the first can be in quotes.
PLACE = re.compile(r"""\{([A-Za-z_][\w.]*(?:(?<=\.)(?:"[^"{}]*"|'[^'{}]*')[\w.]*)*|)\}""")
INTERPRETERS = re.compile(
    r"(?:ba|da|z|k|fi|c|tc|a|pw|power)?sh(?:ell)?(?:\.exe)?|cmd|python[\d.]*|perl|ruby|node|php|lua"
)
WHOLLY = frozenset({"ssh", "eval", "awk", "gawk", "mawk", "sed"})  # of whose words any may be code
CODE = re.compile(r"-[A-Za-z]*[ceCE]|--(?:command|eval|execute|print|expression)|-Command")
PATIENCE = 600  # seconds a program may take
GLANCE = 0.05
STEPS = 0.01


class Program:
    """A program that is run once for each notification."""

    name = "--exec"

    def __init__(self, command: str, environ: Mapping[str, str], err: TextIO) -> None:
        """Split the command into words, once. Raises Misuse for what cannot be run safely."""
        self.words = words_of(command)
        self.environ = {name: value for name, value in environ.items() if name != CLIENT_SECRET}
        self.err = err

    def deliver(self, notification: Notification, stop: threading.Event) -> Outcome:
        """Run it with this notification on its standard input."""
        try:
            words = filled(self.words, notification)
            child = subprocess.Popen(  # noqa: S603 - the words of the person, split once
                words,
                stdin=subprocess.PIPE,
                stdout=output_of(self.err),
                env=self.environ | told(notification),
                start_new_session=True,  # Ctrl-C lets it end what it does
            )
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return Outcome(ok=False, what=f"{self.words[0]}: {reason}")
        began = time.monotonic()
        code = awaited(child, notification.body, stop)
        spent = f"in {(time.monotonic() - began) * 1000:.0f} ms"
        if code is None:
            return Outcome(ok=False, what=f"{words[0]} was stopped")
        return Outcome(ok=code == 0, what=f"{words[0]} ended with {code} {spent}")

    def close(self) -> None:
        """Nothing is kept between two runs."""


def words_of(command: str) -> list[str]:
    """The words of a command. Raises Misuse for none, and for data that would be run."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise Misuse(f"--exec: {error}.") from error
    if not words:
        raise Misuse("--exec names no program.", hint="such as --exec 'python3 handle.py'")
    if PLACE.search(words[0]):
        raise Misuse("--exec: what was received cannot choose the program.")
    for word in code_of(words):
        if PLACE.search(word):
            raise Misuse(
                f"--exec: {word!r} is code, and what was received must not become code.",
                hint="""sh -c 'echo "$1"' sh {data.item.name}; the notification is on stdin too""",
            )
    return words


def code_of(words: list[str]) -> list[str]:
    """The words that an interpreter among them would run."""
    for at, word in enumerate(words):
        name, rest = PurePath(word).name, words[at + 1 :]
        if name in WHOLLY:
            return rest
        if INTERPRETERS.fullmatch(name):
            after = [code for flag, code in pairwise(rest) if CODE.fullmatch(flag)]
            return [*after, *[one for one in rest if not one.startswith("-")][:1]]
    return []


def filled(words: list[str], notification: Notification) -> list[str]:
    """The words with their places filled, each staying one word. Raises ValueError."""
    whole = notification.body.decode("utf-8", "replace")

    def value(match: re.Match[str]) -> str:
        return text_at(notification.document, match[1]) if match[1] else whole

    made = [PLACE.sub(value, word) for word in words]
    for before, after in zip(words, made, strict=True):
        if PLACE.match(before) and after.startswith("-") and "--" not in words:
            raise ValueError(f"{before} is {after!r}, which would be read as an option; write --")
    return made


def text_at(document: Any, path: str) -> str:
    """What stands at ``data.item.name``, as text; nothing where there is nothing."""
    node = reach(document, path)
    if node is None or node is ABSENT:
        return ""
    return node if isinstance(node, str) else json.dumps(node, ensure_ascii=False)


def told(notification: Notification) -> dict[str, str]:
    """What a program finds in its environment."""
    return {
        "INTERCOM_TOPIC": notification.topic,
        "INTERCOM_ID": notification.item_id,
        "INTERCOM_NOTIFICATION": notification.id,
    }


def output_of(err: TextIO) -> int:
    """Where a program writes: beside our talk, for standard output is data."""
    try:
        return err.fileno()
    except (OSError, ValueError):
        return subprocess.DEVNULL


def awaited(child: subprocess.Popen[bytes], body: bytes, stop: threading.Event) -> int | None:
    """Feed a program and wait for its end; None when it took too long or everything ends."""

    def feed() -> None:
        assert child.stdin is not None
        with suppress(OSError), child.stdin:
            child.stdin.write(body)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    until = time.monotonic() + PATIENCE
    pause = STEPS
    while (code := child.poll()) is None and not stop.is_set() and time.monotonic() < until:
        with suppress(subprocess.TimeoutExpired):
            child.wait(pause)
        pause = min(pause * 2, GLANCE)
    if code is None and (code := child.poll()) is None:
        end(child)
        return None
    feeder.join(GLANCE)
    return code


def end(child: subprocess.Popen[bytes]) -> None:
    """End a program and what it started."""
    import signal

    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
    child.wait()
