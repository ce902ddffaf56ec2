"""How one command is parsed and how its page of help lists what it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand

from intercom_cli.errors import Misuse

Described = tuple[str, str]
# Options whose last value counts, so that an alias or a script can be overruled.
LAST_WINS = frozenset(
    {"output", "workspace", "api_version", "timeout", "max_wait", "color", "limit"}
)
HINTS = {"where": "join them: --where 'A and B'", "jq": "join them with a pipe: --jq 'A | B'"}


class Command(TyperCommand):
    """A command whose page tells its own options apart from those that every command shares."""

    def make_parser(self, ctx: Any) -> Any:
        """A parser that refuses an option with one value which is given several."""
        parser = super().make_parser(ctx)
        parse = parser.parse_args

        def parse_args(args: list[str]) -> Any:
            found = parse(args=args)
            if not ctx.resilient_parsing:
                check_repeated(found[2])
            return found

        parser.parse_args = parse_args  # type: ignore[method-assign]
        return parser

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


def check_repeated(given: Iterable[Any]) -> None:
    """Raise Misuse where an option that takes one value was given more than once."""
    for parameter, times in Counter(given).items():
        one = parameter.param_type_name == "option" and not (
            parameter.is_flag or parameter.multiple or parameter.count
        )
        if times > 1 and one and parameter.name not in LAST_WINS:
            flag = max(parameter.opts, key=len)
            raise Misuse(
                f"{flag} was given more than once.",
                hint=HINTS.get(parameter.name, f"give {flag} once"),
            )
