"""Show output through the person's pager, where they asked for one."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from intercom_cli.streams import Streams, write_all, write_err

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

USUAL = "less -FRX"
# less ends by itself where a screen holds it all, shows colours, and leaves the text standing.
LESS = "FRX"
NONE = ("", "cat")


class Pager:
    """Takes the place of standard output; the pager is started when there is enough to show.

    ``height`` is how many lines a screen holds: what fits is written without a pager. None starts
    it at once, and ``late`` only when all is there.
    """

    def __init__(
        self,
        out: BinaryIO,
        err: TextIO,
        environ: Mapping[str, str],
        *,
        size: tuple[int, int] | None,
        late: bool,
    ) -> None:
        self.out = out
        self.err = Aside(err)
        self.environ = environ
        self.size = size
        self.late = late
        self.held = bytearray()
        self.lines = 0
        self.child: subprocess.Popen[bytes] | None = None
        self.was_left = False
        self.is_missing = False
        self.is_closed = False

    def instead_of(self, streams: Streams) -> Streams:
        """The streams with the pager in the place of the screen."""
        return streams._replace(out=cast("BinaryIO", self), err=cast("TextIO", self.err))

    def fileno(self) -> int:
        """The terminal behind it, which knows its own width."""
        return self.out.fileno()

    def flush(self) -> None:
        """Nothing is kept that could be shown already."""

    def write(self, data: bytes | memoryview) -> int:
        """Pass data on. Raises BrokenPipeError when the person has left the pager."""
        if self.child is not None:
            self.send(data)
        elif self.is_missing:
            write_all(self.out, bytes(data))
        else:
            self.held += data
            self.count(bytes(data))
            if not self.late and self.is_enough:
                self.start()
        return len(data)

    def count(self, data: bytes) -> None:
        """Count lines as a screen shows them."""
        if self.size is not None:
            found = data.decode("utf-8", "replace").split("\n")
            self.lines += sum(max(1, -(-len(line) // self.size[0])) for line in found[:-1])

    @property
    def is_enough(self) -> bool:
        """Whether there is more than a screen holds, with a line left for what comes after it."""
        return self.size is None or self.lines >= self.size[1]

    def start(self) -> None:
        """Start the pager with what is there; without one it goes to the terminal."""
        words = shlex.split(self.environ.get("PAGER") or USUAL)
        environ = {"LESS": LESS, "LV": "-c", **self.environ}
        held, self.held = bytes(self.held), bytearray()
        self.out.flush()
        try:
            self.child = subprocess.Popen(  # noqa: S603 - the program the person named
                words, stdin=subprocess.PIPE, stdout=self.out, env=environ
            )
        except OSError as error:
            self.is_missing = True
            reason = error.strerror or error
            write_err(self.err.err, f"warning: The pager {words[0]} cannot be started: {reason}.\n")
            write_all(self.out, held)
            return
        self.err.is_held = True
        self.send(held)

    def send(self, data: bytes | memoryview) -> None:
        """Give data to the pager."""
        stdin = self.child.stdin if self.child else None
        if stdin is None:
            return
        try:
            stdin.write(data)
            stdin.flush()
        except BrokenPipeError:
            self.was_left = True
            raise

    def close(self, *, now: bool = False) -> bool:
        """Wait until the person has read it all, and give whether they left before that.

        ``now`` ends the pager too.
        """
        if self.is_closed:
            return self.was_left
        self.is_closed = True
        if self.held and self.is_enough:
            with suppress(BrokenPipeError):
                self.start()
        if self.child is None:
            write_all(self.out, bytes(self.held))
            return self.was_left
        with unbroken():
            if self.child.stdin:
                with suppress(BrokenPipeError):
                    self.child.stdin.close()
            if now:
                self.child.terminate()
            self.child.wait()
        self.err.release()
        return self.was_left


class Aside:
    """Standard error while a pager has the screen: what is said waits until the pager ends."""

    def __init__(self, err: TextIO) -> None:
        self.err = err
        self.encoding = getattr(err, "encoding", None) or "utf-8"
        self.is_held = False
        self.held: list[str] = []

    def write(self, text: str) -> int:
        """Say it now, or later."""
        if self.is_held:
            self.held.append(text)
        else:
            self.err.write(text)
        return len(text)

    def flush(self) -> None:
        """Nothing is kept that could be said already."""
        self.err.flush()

    def release(self) -> None:
        """Say all that waited."""
        self.is_held = False
        write_err(self.err, "".join(self.held))
        self.held.clear()


@contextmanager
def unbroken() -> Iterator[None]:
    """Leave Ctrl-C to the pager, which has its own use for it."""
    import signal

    before: Callable[..., Any] | int | None = None
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def pager_of(
    choice: str, streams: Streams, environ: Mapping[str, str], *, late: bool
) -> Pager | None:
    """A pager as it was chosen; None where there is none, or no screen for it."""
    if environ.get("PAGER", USUAL).strip() in NONE or environ.get("TERM") == "dumb":
        return None
    try:
        screen = os.get_terminal_size(streams.out.fileno())
    except (OSError, ValueError):
        return None
    size = (max(screen.columns, 1), screen.lines - 1) if choice == "auto" else None
    return Pager(streams.out, streams.err, environ, size=size, late=late)
