"""Name the modules of a folder without importing them, say what each is for, and load one.

Help topics are files of text, and are named alike.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal

Folder = Literal["commands", "resources", "output"]
HERE = Path(__file__).parent


@cache
def names(folder: Folder) -> tuple[str, ...]:
    """The commands a folder holds, as people type them, in alphabetical order."""
    files = (path.stem for path in (HERE / folder).glob("*.py"))
    return tuple(sorted(name.replace("_", "-") for name in files if not name.startswith("_")))


def summary(folder: Folder, name: str) -> str:
    """What a command is for: the first line of its module, read without running it."""
    with (HERE / folder / f"{name.replace('-', '_')}.py").open(encoding="utf-8") as file:
        return file.readline().strip().strip('"')


@cache
def topics() -> tuple[str, ...]:
    """The names of the help topics, in alphabetical order."""
    files = (path.stem for path in (HERE / "topics").glob("*.txt"))
    return tuple(sorted(["nouns", *files]))


def load(folder: Folder, name: str) -> ModuleType:
    """Import the module behind a command."""
    return import_module(f"intercom_cli.{folder}.{name.replace('-', '_')}")
