"""Make text a link of the terminal (OSC 8) where that is known to understand it."""

from __future__ import annotations

import re
from collections.abc import Mapping

# By the variable that a terminal sets for the programs in it; one that only some versions
# understand names the first of these.
KNOWN = {
    "KITTY_WINDOW_ID": 0,
    "WT_SESSION": 0,
    "WEZTERM_PANE": 0,
    "GHOSTTY_RESOURCES_DIR": 0,
    "DOMTERM": 0,
    "VTE_VERSION": 5001,  # 0.50.0 crashed on them
    "KONSOLE_VERSION": 201200,
}
PROGRAMS = frozenset(
    {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "zed", "WarpTerminal"}
)
NAMES = frozenset({"xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra", "contour"})
# They pass on only what they understand, and keep the variables of the terminal around them.
BETWEEN = ("screen", "tmux")
COLORS = r"(?:\x1b\[[0-9;]*m)*"


def wants_links(choice: str, environ: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether a stream gets links: never in pipes, nor where no escape sequence is wanted."""
    name = environ.get("TERM", "")
    if not is_terminal or choice == "never" or name == "dumb":
        return False
    if forced := environ.get("FORCE_HYPERLINK"):
        return forced not in {"0", "false", "no"}
    if name.startswith(BETWEEN) or environ.get("TMUX") or environ.get("STY"):
        return False
    return (
        name in NAMES
        or environ.get("TERM_PROGRAM", "") in PROGRAMS
        or any(is_new_enough(environ.get(variable, ""), least) for variable, least in KNOWN.items())
    )


def is_new_enough(told: str, least: int) -> bool:
    """Whether a variable is set, and where versions count to a late one."""
    if not told or not least:
        return bool(told)
    return told.isascii() and told.isdigit() and int(told) >= least


def linked(line: str, at: int, text: str, address: str) -> str:
    """The line with a text of it made a link; it stands ``at`` that many letters, colours aside."""
    found = re.match(rf"(?:{COLORS}[^\x1b]){{{at}}}{COLORS}", line)
    start = found.end() if found else len(line)
    if not line.startswith(text, start):
        return line
    end = start + len(text)
    return f"{line[:start]}\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\{line[end:]}"
