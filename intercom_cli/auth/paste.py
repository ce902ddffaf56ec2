"""Let the person paste the address they ended on, while the browser may still answer."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TextIO

from intercom_cli.auth.callback import read_pasted
from intercom_cli.auth.waiting import Waiting

SLICE = 0.1  # seconds between two looks at the keyboard
UNREADABLE = "That holds no code. Paste the whole address from the browser's address bar:"
WRONG_STATE = "That address belongs to another sign-in. Use the one opened last, and paste again:"


class Paste:
    """Read lines from the person until the sign-in is answered; ``ended`` when no more can come."""

    def __init__(self, waiting: Waiting, stdin: TextIO, say: Callable[[str], None]) -> None:
        self.waiting = waiting
        self.stdin = stdin
        self.say = say
        self.ended = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True, name="paste")
        self._thread.start()

    def close(self) -> None:
        """Leave the keyboard alone again; a thread still reading would break the program's end."""
        self.ended.set()
        self._thread.join(1.0)

    def _read(self) -> None:
        try:
            for line in lines(self.stdin, lambda: self.waiting.is_answered or self.ended.is_set()):
                if self._take(line):
                    return
        finally:
            self.ended.set()

    def _take(self, line: str) -> bool:
        if not line.strip():
            return False
        answer = read_pasted(line)
        if answer is None:
            self.say(UNREADABLE)
            return False
        alone = answer.code is not None and "://" not in line
        if self.waiting.offer(answer, trusted=alone) == "forged":
            self.say(WRONG_STATE)
            return False
        return True


def lines(stdin: TextIO, stopped: Callable[[], bool]) -> Iterator[str]:
    """Give lines as they come, and end soon after ``stopped``, even when none comes."""
    try:
        handle = stdin.fileno()
    except (OSError, ValueError):
        yield from stdin  # text in memory never makes anyone wait
        return
    if sys.platform == "win32":
        yield from stdin
        return
    rest = b""
    while not stopped():
        if not select.select([handle], [], [], SLICE)[0]:
            continue
        try:
            piece = os.read(handle, 65536)
        except OSError:  # the terminal is gone, or another program has it
            return
        *whole, rest = (rest + piece).split(b"\n")
        if not piece and rest:
            whole, rest = [rest], b""
        yield from (line.decode(errors="replace") for line in whole)
        if not piece:
            return
