"""List every command, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli import __version__
from intercom_cli.api.request import encode
from intercom_cli.conduct import fields_of, may_ask, writes
from intercom_cli.errors import Misuse, close_matches
from intercom_cli.facts.operations import operation
from intercom_cli.options import SHOW, TALK, shared
from intercom_cli.resource import Column
from intercom_cli.session import Session
from intercom_cli.vocabulary import names_for, taken

if TYPE_CHECKING:
    from intercom_cli.resource import Field
    from intercom_cli.tree import Argument, Command, Option

COLUMNS = (Column("Command", "name"), Column("What it does", "summary"))
NEEDED = "Required."  # how help tells what --data may hold instead
FORM = 1  # of the document; it grows when a member is taken away or changes its meaning


@shared(SHOW, TALK)
def command(
    session: Session,
    noun: Annotated[
        str | None,
        typer.Argument(help="Only those of this noun.", metavar="[NOUN]", show_default=False),
    ] = None,
    json_: Annotated[
        bool,
        typer.Option(
            "--json", help="The whole tree as one document, for programs.", show_default=False
        ),
    ] = False,
) -> None:
    """List every command, for people and for programs.

    The document of --json has, for each command, its words, help, arguments, options with their
    types, choices and defaults, the fields of records that can stand in them with their operators
    and values, examples, whether it writes and may ask first, and the operations of the API that it
    can send. An option that is "needed" may come in --data instead.

    Examples:
      intercom commands articles
      intercom commands articles --json
      intercom commands --jq '.[] | select(.operations[]? == "POST /contacts") | .name' -r
    """
    from intercom_cli.tree import read

    tree = read()
    every = [one for one in tree.walk() if not one.commands and not one.hidden]
    if noun is not None:
        every = below(noun, every)
    if json_:
        document = {
            "form": FORM,
            "version": __version__,
            "commands": [described(one) for one in every],
            "aliases": dict(tree.aliases),
            "topics": list(tree.topics),
        }
        session.printer.document(encode(document))
        return
    session.printer.records((encode(described(one)) for one in every), COLUMNS, noun="commands")


def below(noun: str, every: list[Command]) -> list[Command]:
    """The commands that begin with a word. Raises Misuse with a close match when none does."""
    found = [one for one in every if one.path[0] == noun]
    if found:
        return found
    near = close_matches(noun, {one.path[0] for one in every}, n=1)
    raise Misuse(
        f"There is no command {noun!r}.",
        hint=f"intercom commands {near[0]}" if near else "intercom commands",
    )


def described(one: Command) -> dict[str, Any]:
    """A command as programs read it."""
    fields = fields_of(one)
    return {
        "name": " ".join(one.path),
        "path": list(one.path),
        "summary": one.summary,
        "help": one.help,
        "usage": usage_of(one),
        "arguments": [argument_of(argument) for argument in one.arguments],
        "options": [
            option_of(option, fields.get(option.flags[-1])) | {"fields": spoken(one, option)}
            for option in one.options
        ],
        "examples": list(one.examples),
        "operations": list(one.operations),
        "preview": is_preview(one),
        "writes": writes(one),
        "may_ask": may_ask(one),
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


def option_of(one: Option, field: Field | None) -> dict[str, Any]:
    """An option as programs read it.

    ``off`` are the flags that switch it off, ``place`` is where in the body its value goes.
    """
    kind = one.kind if one.takes == "text" else one.takes
    return {
        "flags": list(one.flags),
        "off": list(one.opposites),
        "type": "flag" if one.takes == "nothing" else kind,
        "value": one.metavar,
        "choices": list(one.choices),
        "help": one.help,
        "required": one.required,
        "needed": one.required or one.help.endswith(NEEDED),
        "repeatable": one.repeatable,
        "default": one.default,
        "min": one.least,
        "max": one.most,
        "place": field and (field.place or field.name),
    }


def spoken(one: Command, option: Option) -> list[dict[str, Any]]:
    """The fields of records that can stand in an option; a name that ends in a dot goes on.

    Those of --where have the operators that they take, and the values they are known to have.
    """
    names = names_for(option.takes, one.path, one.about)
    if option.takes != "expression":
        return [{"name": field.name} for field in names]
    return [
        {
            "name": field.name,
            "type": field.type,
            "operators": list(taken(field.type)) if field.type else [],
            "values": list(field.values),
        }
        for field in names
    ]


def is_preview(one: Command) -> bool:
    """Whether what the command is for is only in the Preview version."""
    known = operation(one.operations[0]) if one.operations else None
    return known is not None and known.is_preview
