"""Two texts line by line, as a patch: what goes in red, what comes in green."""

from __future__ import annotations

from difflib import unified_diff

from .clean import clean
from .color import BOLD, CYAN, GREEN, RED, paint
from .printer import Printer

AROUND = 3  # lines that stay the same, shown to tell the place
MARKS = (("+++", BOLD), ("---", BOLD), ("@@", CYAN), ("+", GREEN), ("-", RED))


def patch(before: str, after: str, old: str, new: str) -> str:
    """What changes from one text to the other; "" where nothing does."""
    lines = unified_diff(before.splitlines(), after.splitlines(), old, new, lineterm="", n=AROUND)
    return "\n".join(lines)


def show(printer: Printer, text: str) -> None:
    """Write a patch: clean and in colour where somebody looks."""
    printer.talk.clear()
    sheet = printer.sheet()
    for line in text.split("\n"):
        shown = clean(line) if sheet.terminal else line
        color = next((code for mark, code in MARKS if line.startswith(mark)), "")
        sheet.write_text((paint(shown, color) if sheet.color and color else shown) + "\n")
