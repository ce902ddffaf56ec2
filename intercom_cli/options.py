"""Options that mean the same on every command, and the decorator that adds them.

A command names the groups it takes; it never sees the values, which go to ``session.choices``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Literal

import typer

from intercom_cli.choices import Choices
from intercom_cli.errors import Misuse
from intercom_cli.session import Session

# Literals, for making an enumeration costs a tenth of a start.
OutputFormat = Literal["table", "json", "ndjson", "csv", "tsv", "yaml", "ids"]
When = Literal["auto", "always", "never"]
Group = tuple[inspect.Parameter, ...]


def option(name: str, kind: Any, *flags: str, help: str, **more: Any) -> inspect.Parameter:
    """Declare one shared option; without a value it is None and nothing was chosen."""
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[kind, typer.Option(*flags, help=help, show_default=False, **more)],
    )


def flag(name: str, *flags: str, help: str) -> inspect.Parameter:
    """Declare one shared switch."""
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=False,
        annotation=Annotated[bool, typer.Option(*flags, help=help, show_default=False)],
    )


SHOW: Group = (
    option(
        "output", OutputFormat | None, "-o", "--output", help="Format; see: intercom help output"
    ),
    option(
        "fields", list[str] | None, "--fields", help="Only these; ? lists them.", metavar="A,B.C"
    ),
    option("jq", str | None, "--jq", help="Filter the result with jq.", metavar="EXPR"),
    flag("raw", "-r", "--raw", help="With --jq: strings without quotes."),
)
LOOK: Group = (
    flag("wide", "--wide", help="Tables with every column, nothing cut."),
    flag("pager", "--pager", help="Through your pager; see: intercom help output"),
    flag("guard_formulas", "--guard-formulas", help="With -o csv or tsv: no text is a formula."),
    flag("bom", "--bom", help="With -o csv: start with a byte order mark, for spreadsheets."),
)
# Every list has these: what can be cut off by --limit can be counted.
TALLY: Group = (
    flag("counts", "--count", help="Print only the count."),
    option(
        "group_by",
        list[str] | None,
        "--group-by",
        help="Count by fields; dates take :day, :week, :month or :year.",
        metavar="A,B:DAY",
    ),
    option("top", int | None, "--top", help="Show only the N largest groups.", metavar="N", min=1),
    option(
        "stat",
        list[str] | None,
        "--stat",
        help="Mean, median, p90, sum, min or max of a number in each group.",
        metavar="FUNCTION:FIELD",
    ),
)
ASK: Group = (
    flag("explain", "--explain", help="Show what is asked of Intercom for --where, and its cost."),
)
CALL: Group = (
    option(
        "workspace",
        str | None,
        "-w",
        "--workspace",
        help="Which workspace; the default one.",
        metavar="NAME",
    ),
    option(
        "api_version", str | None, "--api-version", help="Version of the API; 2.16.", metavar="V"
    ),
    option(
        "timeout",
        float | None,
        "--timeout",
        help="To wait for an answer.",
        metavar="SECONDS",
        min=0.001,
    ),
    option(
        "max_wait",
        float | None,
        "--max-wait",
        help="To wait for the rate limit.",
        metavar="SECONDS",
        min=0,
    ),
)
WRITE: Group = (
    flag("dry_run", "-n", "--dry-run", help="Show the request, send nothing."),
    flag("plan", "--plan", help="Show what would change, by reading; write nothing."),
    flag("yes", "-y", "--yes", help="Do not ask for confirmation."),
    flag("no_validate", "--no-validate", help="Send fields that are not known here."),
)
TALK: Group = (
    flag("quiet", "-q", "--quiet", help="Say nothing but errors."),
    flag("verbose", "-v", "--verbose", help="Say how many requests it took."),
    flag("debug", "--debug", help="Show requests and answers."),
    flag("no_input", "--no-input", help="Never ask; exit 3 instead."),
    option("color", When | None, "--color", help="When to use colour."),
)
READS = (SHOW, LOOK, CALL, TALK)
ASKS = (SHOW, LOOK, ASK, CALL, TALK)  # of lists that --where narrows
WRITES = (SHOW, WRITE, CALL, TALK)
EVERY = (SHOW, LOOK, TALLY, ASK, WRITE, CALL, TALK)
LISTS = "limit"  # the parameter by which a command is known to show a list

Command = Callable[..., None]


def shared(*groups: Group, operation: str = "") -> Callable[[Command], Command]:
    """Turn ``f(session, own…)`` into a Typer command that also takes these groups' options.

    Where it is for an operation of the API, the version that was chosen must have that.
    """

    def wrap(function: Command) -> Command:
        own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
        lists = any(parameter.name == LISTS for parameter in own)
        taken = (TALLY, *groups) if lists else groups
        extra = [parameter for group in taken for parameter in group]

        def command(context: typer.Context, **values: Any) -> None:
            session: Session = context.obj
            session.choose({p.name: joined(values.pop(p.name)) for p in extra})
            if lists and values[LISTS] is not None and values.get("all_"):
                raise Misuse("Either --limit or --all, not both.")
            if operation:
                session.need_version(operation)
            function(session, **values)

        context = inspect.Parameter(
            "context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
        )
        own = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own]
        command.__dict__["__signature__"] = inspect.Signature([context, *own, *extra])
        # What every list can be counted by stands with the options of the list.
        common = [parameter for parameter in extra if parameter not in TALLY]
        command.__dict__["shared_options"] = tuple(parameter.name for parameter in common)
        command.__name__ = function.__name__
        command.__doc__ = help_of(function)
        return command

    return wrap


def joined(value: Any) -> Any:
    """A value; one text of those that were given one by one."""
    return ",".join(value) if isinstance(value, list) else value


def help_of(function: Command) -> str:
    """A docstring as help: the lines of its examples stay lines."""
    return (inspect.getdoc(function) or "").replace("\nExamples:\n", "\n\b\nExamples:\n")


def takes_value() -> dict[str, bool]:
    """Each shared flag as typed, and whether a value follows it."""
    return {
        spelling: parameter.annotation.__origin__ is not bool
        for group in EVERY
        for parameter in group
        for spelling in spellings(parameter.annotation.__metadata__[0])
    }


def spellings(declared: Any) -> tuple[str, ...]:
    """The flags of an option; within Annotated Typer takes the first one as the default."""
    return (declared.default, *declared.param_decls)


__all__ = [
    "ASKS",
    "CALL",
    "EVERY",
    "LOOK",
    "READS",
    "SHOW",
    "TALK",
    "WRITE",
    "WRITES",
    "Choices",
    "shared",
    "takes_value",
]
