"""Decide about colour for each stream by itself, and apply it."""

from __future__ import annotations

from collections.abc import Mapping

BOLD, DIM, RED, GREEN, YELLOW, CYAN = "1", "2", "31", "32", "33", "36"


def wants_color(choice: str, environ: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether a stream gets colour: the flag, NO_COLOR, CLICOLOR_FORCE, then what the stream is.

    FORCE_COLOR, PY_COLORS and CI variables are not asked: they colour logs nobody wanted coloured.
    """
    if choice in ("always", "never"):
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return is_terminal and environ.get("TERM") != "dumb"


def paint(text: str, *codes: str) -> str:
    """Wrap text in a colour; the text itself must be clean already."""
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if codes and text else text
