"""Pages of help made without the parser: the overview, a noun's, and a group's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Row = tuple[str, str]


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
    """Commands, each with what it does, in two columns."""
    return "".join(f"  {name:<{wide}}{summary}\n" for name, summary in found)


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
