"""How one command is parsed and how its page of help lists what it takes."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

Described = tuple[str, str]


class Command(TyperCommand):
    """A command whose page tells its own options apart from those that every command shares."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what it does and, where people look first, its example."""
        super().format_help_text(ctx, formatter)
        super().format_epilog(ctx, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write nothing below the options; the example stands above them."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, the command's own options, and the shared ones."""
        shared = frozenset(getattr(self.callback, "shared_options", ())) | {"help"}
        parts: dict[str, list[Described]] = {"Arguments": [], "Options": [], "Shared options": []}
        for parameter in self.get_params(ctx):
            described = parameter.get_help_record(ctx)
            if described is None:
                continue
            option = "Shared options" if parameter.name in shared else "Options"
            parts[option if parameter.param_type_name == "option" else "Arguments"].append(
                described
            )
        for title, entries in parts.items():
            if entries:
                with formatter.section(title):
                    formatter.write_dl(entries)
