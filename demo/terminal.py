"""Run command lines in a terminal of their own, and show them as a person would see them."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import shlex
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from threading import Timer

WIDTH, HEIGHT = 100, 40
SECONDS = 60


class Terminal:
    """A window of 100 columns; what runs in it is also written here."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = dict(environ)
        self.environ.pop("COLUMNS", None)
        if not sys.stdout.isatty():
            self.environ["NO_COLOR"] = "1"

    def run(self, line: str) -> tuple[int, str]:
        """Type a command line; its exit code, and everything it showed."""
        self.show(line)
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        plain_lines(slave)
        process = subprocess.Popen(
            ["/bin/sh", "-c", line],
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        limit = Timer(SECONDS, os.killpg, (process.pid, signal.SIGKILL))
        limit.start()
        shown = self.relay(master)
        code = process.wait()
        limit.cancel()
        os.close(master)
        return code, shown

    def relay(self, master: int) -> str:
        """Pass on what appears until the window is closed."""
        shown = bytearray()
        while chunk := read(master):
            shown += chunk
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
        return shown.decode("utf-8", "replace")

    def export(self, **variables: str) -> None:
        """Set environment variables, in sight."""
        for name, value in variables.items():
            self.show(f"export {name}={shlex.quote(value)}")
        self.environ |= variables

    def show(self, line: str) -> None:
        """Show a command line as typed."""
        self.say(f"$ {line}")

    def note(self, text: str) -> None:
        """Explain what comes next."""
        self.say(f"\n# {text}")

    def say(self, text: str) -> None:
        """Write a line, in order with what commands write."""
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


def plain_lines(terminal: int) -> None:
    """Let line ends arrive as they were written."""
    modes = termios.tcgetattr(terminal)
    modes[1] &= ~termios.OPOST
    termios.tcsetattr(terminal, termios.TCSANOW, modes)


def read(master: int) -> bytes:
    """The next piece; empty at the end, which Linux tells as an error."""
    try:
        return os.read(master, 65536)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return b""
