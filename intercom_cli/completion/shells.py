"""Name the shells there are scripts for, and make a script."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from intercom_cli import tree
from intercom_cli.completion.table import Table, table

# The files as shells look for them, in completions/.
FILES = {
    "bash": "intercom.bash",
    "zsh": "_intercom",
    "fish": "intercom.fish",
    "powershell": "intercom.ps1",
}


def script(shell: str, *, of: Table | None = None) -> str:
    """The script of one shell, from the commands as they are now."""
    module = import_module(f"intercom_cli.completion.{shell}")
    return cast("str", module.render(of or table(tree.read())))


def scripts() -> dict[str, str]:
    """Every script by the name of its file."""
    found = table(tree.read())
    return {name: script(shell, of=found) for shell, name in FILES.items()}
