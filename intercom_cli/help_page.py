"""Pages of help made without the parser: the overview, a noun's, and a group's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Row = tuple[str, str]
WIDEST = 80  # columns of a terminal that nobody has made larger
WHOLE_WORDS: dict[str, Any] = {"break_on_hyphens": False, "break_long_words": False}


def page(path: str, summary: str, commands: Iterable[Row], examples: Iterable[str]) -> str:
    """The page of a command that has commands of its own."""
    lines = "".join(f"  {line}\n" for line in examples)
    commands = list(commands)
    wide = max(15, *(len(name) + 2 for name, _ in commands))
    return (
        f"{summary}\n\n"
        f"Usage: {path} COMMAND [ARGUMENTS] [OPTIONS]\n\n"
        f"Commands\n{rows(commands, wide)}\n"
        f"Examples\n{lines}\n"
        f"  {path} COMMAND --help   what a command takes\n"
    )


def rows(found: Iterable[Row], wide: int) -> str:
    """Commands, each with what it does, in two columns that fit a terminal."""
    return "".join(row(name, summary, wide) for name, summary in found)


def row(name: str, summary: str, wide: int) -> str:
    """One command; what is too long goes on under itself."""
    first = f"  {name:<{wide}}"
    if len(first) + len(summary) <= WIDEST:
        return f"{first}{summary}\n"
    from textwrap import fill

    under = " " * len(first)
    lines = fill(summary, WIDEST, initial_indent=first, subsequent_indent=under, **WHOLE_WORDS)
    return f"{lines}\n"


def group(name: str, summary: str, module: Any) -> str:
    """The page of a command about the program itself that has commands of its own."""
    documented = {verb: function.__doc__ or "" for verb, function in module.commands.items()}
    firsts = (first_example(text) for text in documented.values())
    return page(
        f"intercom {name}",
        summary,
        [(verb, text.partition("\n")[0]) for verb, text in documented.items()],
        [line for line in firsts if line],
    )


def first_example(text: str) -> str | None:
    """The first line under ``Examples:`` of a command's description."""
    _, mark, below = text.partition("Examples:\n")
    return below.partition("\n")[0].strip() if mark else None
