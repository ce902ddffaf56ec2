"""Parse the words behind a command and run what they name."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from intercom_cli import discovery
from intercom_cli.errors import Misuse, close_matches
from intercom_cli.session import Session
from intercom_cli.streams import Streams

if TYPE_CHECKING:
    import typer

NEAR = 0.7  # how much alike an option is that was probably meant
# What options of other programs are called here.
ELSEWHERE = {
    "--filter": "--where",
    "--query": "--where",
    "--format": "-o",
    "--columns": "--fields",
    "--template": "--jq",
    "--max": "--limit",
    "-n": "--limit",
}


def invoke(program: typer.Typer, path: str, rest: list[str], session: Session) -> int:
    """Parse the rest of the words and run what they name."""
    import typer
    from typer.main import get_command

    # Typer names the parent of its usage errors only as BadParameter's base.
    wrong_usage: type[Exception] = typer.BadParameter.__mro__[1]
    with stdout_to(session.streams):
        try:
            command = get_command(program)
            with command.make_context(path, rest, obj=session) as context:
                command.invoke(context)
        except typer.Exit as ending:
            return ending.exit_code
        except typer.Abort as ending:
            raise KeyboardInterrupt from ending
        except wrong_usage as error:
            raise misuse(error, path, rest) from error
    return 0


def misuse(error: Any, program: str, words: list[str]) -> Misuse:
    """A usage error of the parser as one of ours; the hint is what was meant, or the help page."""
    context = getattr(error, "ctx", None)
    # An option without its value comes without its command.
    path = context.command_path if context else " ".join([program, *verb_in(words)])
    typed = getattr(error, "option_name", None)
    if typed and (near := called_here(context, typed, words) or close_option(error)):
        return Misuse(f"No such option: {typed}.", hint=f"did you mean {near}?")
    # The parser's own list of options there are names some that are not like it at all.
    text = error.format_message().partition(" (Possible options:")[0].strip()
    hint = with_value(context, words) or f"{path} --help"
    return Misuse(text[:1].upper() + text[1:], hint=hint)


def verb_in(words: list[str]) -> list[str]:
    """The word that names the command, if the first one does."""
    return [word for word in words[:1] if not word.startswith("-")]


def with_value(context: Any, words: list[str]) -> str | None:
    """The option that takes the value which was given to --plan, as --plan-name does."""
    names = {flag for one in (context.command.params if context else ()) for flag in one.opts}
    if "--plan-name" not in names or "--plan" not in words[:-1]:
        return None
    value = words[words.index("--plan") + 1]
    return None if value.startswith("-") else f"did you mean --plan-name {value}?"


def called_here(context: Any, typed: str, words: list[str]) -> str | None:
    """The option of this program that does what another program's does; a field is a filter."""
    known = {flag for one in (context.command.params if context else ()) for flag in one.opts}
    if typed in known:
        return None
    if ELSEWHERE.get(typed) in known:
        return ELSEWHERE[typed]
    noun = context.command_path.split()[1:2] if context else []
    if "--where" not in known or noun[0] not in discovery.names("resources"):
        return None
    resource = discovery.load("resources", noun[0]).resource
    name = typed.removeprefix("--").replace("-", "_")
    value = value_of(typed, words)
    return f"--where '{name} = {value}'" if name in dict(resource.filters) and value else None


def value_of(option: str, words: list[str]) -> str | None:
    """The plain word that was given to an option; None where there is no such word."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        name, sign, value = word.partition("=")
        if name == option:
            value = value if sign else following
            return value if value.isalnum() else None
    return None


def close_option(error: Any) -> str | None:
    """The option that was probably meant by one there is not."""
    possible = getattr(error, "possibilities", None) or ()
    typed = getattr(error, "option_name", "")
    return next(iter(close_matches(typed, possible, n=1, cutoff=NEAR)), None)


@contextlib.contextmanager
def stdout_to(streams: Streams) -> Iterator[None]:
    """Send what the parser prints, its help, to this run's own output."""
    if getattr(sys.stdout, "buffer", None) is streams.out:
        yield
        return
    text = io.TextIOWrapper(streams.out, encoding="utf-8", write_through=True)
    try:
        with contextlib.redirect_stdout(text):
            yield
    finally:
        text.detach()
