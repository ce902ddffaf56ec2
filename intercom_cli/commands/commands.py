"""List every command, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli import __version__
from intercom_cli.api.request import encode
from intercom_cli.facts.operations import operation
from intercom_cli.options import SHOW, TALK, shared
from intercom_cli.resource import Column
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.tree import Argument, Command, Option

COLUMNS = (Column("Command", "name"), Column("What it does", "summary"))
FORM = 1  # of the document; it grows when a member is taken away or changes its meaning


@shared(SHOW, TALK)
def command(
    session: Session,
    json_: Annotated[
        bool,
        typer.Option(
            "--json", help="The whole tree as one document, for programs.", show_default=False
        ),
    ] = False,
) -> None:
    """List every command, for people and for programs.

    The document of --json has, for each command, its words, help, arguments, options with their
    types and choices, examples, and the operations of the API that it can send.

    Examples:
      intercom commands
      intercom commands --json
      intercom commands --jq '.[] | select(.operations[]? == "POST /contacts") | .name' -r
    """
    from intercom_cli.tree import read

    tree = read()
    every = [one for one in tree.walk() if not one.commands and not one.hidden]
    if json_:
        document = {
            "form": FORM,
            "version": __version__,
            "commands": [described(one) for one in every],
            "aliases": dict(tree.aliases),
            "topics": list(tree.topics),
        }
        session.printer.raw(encode(document) + b"\n")
        return
    session.printer.records((encode(described(one)) for one in every), COLUMNS, noun="commands")


def described(one: Command) -> dict[str, Any]:
    """A command as programs read it."""
    return {
        "name": " ".join(one.path),
        "path": list(one.path),
        "summary": one.summary,
        "help": one.help,
        "usage": usage_of(one),
        "arguments": [argument_of(argument) for argument in one.arguments],
        "options": [option_of(option) for option in one.options],
        "examples": list(one.examples),
        "operations": list(one.operations),
        "preview": is_preview(one),
    }


def usage_of(one: Command) -> str:
    """The shape of the command line."""
    shown = (name if argument.required else f"[{name}]" for argument, name in named(one.arguments))
    return " ".join(["intercom", *one.path, *shown, "[OPTIONS]"])


def named(arguments: tuple[Argument, ...]) -> list[tuple[Argument, str]]:
    """Each argument with how it is written."""
    return [(one, one.metavar + ("..." if one.repeatable else "")) for one in arguments]


def argument_of(one: Argument) -> dict[str, Any]:
    """An argument as programs read it."""
    return {
        "name": one.metavar,
        "type": one.takes,
        "choices": list(one.choices),
        "help": one.help,
        "required": one.required,
        "repeatable": one.repeatable,
    }


def option_of(one: Option) -> dict[str, Any]:
    """An option as programs read it; ``off`` are the flags that switch it off."""
    return {
        "flags": list(one.flags),
        "off": list(one.opposites),
        "type": "flag" if one.takes == "nothing" else one.takes,
        "value": one.metavar,
        "choices": list(one.choices),
        "help": one.help,
        "required": one.required,
        "repeatable": one.repeatable,
    }


def is_preview(one: Command) -> bool:
    """Whether what the command is for is only in the Preview version."""
    known = operation(one.operations[0]) if one.operations else None
    return known is not None and known.is_preview
