"""Say things on stderr: a clean line each, and progress only where it can be redrawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from intercom_cli.streams import Streams, write_err

from .color import DIM, YELLOW, paint, wants_color

REDRAW_SECONDS = 0.1


class Talk:
    """What is said to the person beside the data."""

    def __init__(
        self,
        streams: Streams,
        environ: Mapping[str, str],
        *,
        color: str = "auto",
        quiet: bool = False,
        now: Callable[[], float],
    ) -> None:
        self.err = streams.err
        self.quiet = quiet
        self.now = now
        self.color = wants_color(color, environ, is_terminal=streams.err_is_terminal)
        dumb = environ.get("TERM") == "dumb"
        self.redraws = streams.err_is_terminal and not dumb and not quiet
        self.width = streams.width(environ) if self.redraws else 0
        self.drawn = 0
        self.drawn_at = float("-inf")

    def say(self, text: str) -> None:
        """Tell something worth knowing; silent under --quiet."""
        if not self.quiet:
            self.line(cleaned(text))

    def warn(self, text: str) -> None:
        """Tell that something is not as the person may believe; --quiet does not hide it."""
        mark = paint("warning:", YELLOW) if self.color else "warning:"
        self.line(f"{mark} {cleaned(text)}")

    def trace(self, text: str) -> None:
        """Show a line of --debug, which has lost its secrets already."""
        line = cleaned(text)
        self.line(paint(line, DIM) if self.color else line)

    def progress(self, text: str) -> None:
        """Show how far it is, in place of what was shown before; nothing unless on a terminal."""
        if not self.redraws or self.now() - self.drawn_at < REDRAW_SECONDS:
            return
        line = cleaned(text)[: self.width - 1]
        self.drawn_at = self.now()
        write_err(self.err, "\r" + line.ljust(self.drawn))
        self.drawn = len(line)

    def clear(self) -> None:
        """Take the progress line away, so that something else can be written there."""
        if self.drawn:
            write_err(self.err, "\r" + " " * self.drawn + "\r")
            self.drawn = 0

    def line(self, text: str) -> None:
        """Write one line."""
        self.clear()
        write_err(self.err, text + "\n")


def cleaned(text: str) -> str:
    """Text that is safe to look at; what cleans it is loaded when something is said."""
    from .clean import clean

    return clean(text)
