"""Describe every command as plain data, for shell completion, documentation and scripts."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import typer

from intercom_cli import discovery, vocabulary, words
from intercom_cli.local.keys import KEYS
from intercom_cli.options import EVERY, shared
from intercom_cli.session import Session
from intercom_cli.taking import Kind, Takes, choices_of, kind_of, takes_of

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# Where the first word is the name of a connected workspace, whatever the signature calls it.
NAMES_A_WORKSPACE = frozenset(
    {
        ("disconnect",),
        ("workspaces", "use"),
        ("workspaces", "rename"),
        ("workspaces", "show"),
    }
)


class Option(NamedTuple):
    """An option of a command: its flags, those that switch it off, and what value it takes.

    ``kind`` tells what a text stands for, ``least`` and ``most`` the numbers that are allowed.
    """

    flags: tuple[str, ...]
    opposites: tuple[str, ...] = ()
    takes: Takes = "nothing"
    choices: tuple[str, ...] = ()
    metavar: str = ""
    help: str = ""
    repeatable: bool = False
    required: bool = False
    kind: Kind = "text"
    default: str | float | None = None
    least: float | None = None
    most: float | None = None


class Argument(NamedTuple):
    """One word a command takes, or several when it repeats."""

    name: str
    takes: Takes = "text"
    choices: tuple[str, ...] = ()
    metavar: str = ""
    help: str = ""
    repeatable: bool = False
    required: bool = True


class Command(NamedTuple):
    """A command by its path, such as ``("contacts", "list")``; a group has commands of its own.

    ``operations`` are those of the API that it can send, the one it is for first. ``about`` names
    the vocabulary of what it shows.
    """

    path: tuple[str, ...]
    summary: str
    help: str = ""
    options: tuple[Option, ...] = ()
    arguments: tuple[Argument, ...] = ()
    commands: tuple[Command, ...] = ()
    hidden: bool = False
    operations: tuple[str, ...] = ()
    about: str = ""

    @property
    def examples(self) -> tuple[str, ...]:
        """The command lines that its page shows."""
        _, mark, below = self.help.partition("\nExample")
        lines = (line.strip() for line in below.splitlines() if mark)
        found = (re.split(r"\s{2,}", line)[0] for line in lines if line.startswith("intercom "))
        return tuple(found)

    @property
    def name(self) -> str:
        """The last word of its path."""
        return self.path[-1]


class Tree(NamedTuple):
    """Every command, the hidden names some have, the help topics, and the shared options."""

    commands: tuple[Command, ...]
    aliases: Mapping[str, str]
    topics: tuple[str, ...]
    shared: tuple[Option, ...]

    def walk(self) -> Iterator[Command]:
        """Each command, a group before the commands below it."""
        for command in self.commands:
            yield command
            yield from command.commands


HELP = Option(("-h", "--help"), help="Show help.")
VERSION = Option(("-V", "--version"), help="Show the version.")


@cache
def read() -> Tree:
    """Read every command there is."""
    names = sorted({*discovery.names("commands"), *discovery.names("resources")})
    aliases = {
        alias: name
        for alias, name in words.ALIASES.items()
        if not alias.startswith("-") and name in names
    }
    return Tree(
        commands=tuple(read_command(name) for name in names),
        aliases=aliases,
        topics=discovery.topics(),
        shared=shared_options(),
    )


def read_command(name: str) -> Command:
    """Read one command and all below it."""
    folder: discovery.Folder = "resources" if name in discovery.names("resources") else "commands"
    command = described(
        parsed(words.program(name)), (name,), summary=discovery.summary(folder, name)
    )
    uses = uses_of(name)
    if not command.commands:
        return command._replace(operations=uses.get(name, ()))
    below = (with_uses(one, uses.get(one.name, ())) for one in command.commands)
    return command._replace(commands=tuple(below), about=vocabulary.about((name,), ()))


def with_uses(command: Command, operations: tuple[str, ...]) -> Command:
    """A command with the operations behind it, and whose fields it shows."""
    return command._replace(operations=operations, about=vocabulary.about(command.path, operations))


def uses_of(name: str) -> Mapping[str, tuple[str, ...]]:
    """The operations behind a command, or behind each of the commands below it."""
    if name in discovery.names("resources"):
        from intercom_cli.noun import entries

        resource = discovery.load("resources", name).resource
        return {entry.name: entry.uses for entry in entries(resource).values()}
    found: Mapping[str, tuple[str, ...]] = getattr(discovery.load("commands", name), "USES", {})
    return found


def parsed(program: typer.Typer) -> Any:
    """The parser Typer builds; its classes have no public name, so it is read by its attributes."""
    from typer.main import get_command

    return get_command(program)


def shared_options() -> tuple[Option, ...]:
    """The options that may also stand before a command."""

    def every(session: Session) -> None: ...

    program = typer.Typer(add_completion=False)
    program.command()(shared(*EVERY)(every))
    return tuple(option_of(found) for found in parsed(program).params)


def described(parser: Any, path: tuple[str, ...], *, summary: str = "") -> Command:
    """One parser, and those below it, as data."""
    text = help_of(parser)
    below = getattr(parser, "commands", {})
    return Command(
        path=path,
        summary=summary or text.partition("\n")[0],
        help=text,
        options=(
            *(option_of(found) for found in parser.params if is_shown_option(found)),
            HELP,
        ),
        arguments=tuple(arguments_of(parser, path)),
        commands=tuple(described(below[name], (*path, name)) for name in below),
        hidden=bool(parser.hidden),
    )


def help_of(parser: Any) -> str:
    """The help of a command with its examples, without the parser's marks for layout."""
    parts = [inspect.cleandoc(part) for part in (parser.help, parser.epilog) if part]
    return "\n\n".join(parts).partition("\f")[0].replace("\b\n", "").strip()


def is_shown_option(parameter: Any) -> bool:
    """Whether a parameter is an option that people are told of."""
    return parameter.param_type_name == "option" and not getattr(parameter, "hidden", False)


def option_of(parameter: Any) -> Option:
    """One option as data."""
    flag = bool(getattr(parameter, "is_flag", False) or getattr(parameter, "count", False))
    choices = () if flag else choices_of(parameter)
    metavar = parameter.metavar or "|".join(choices) or parameter.type.name.upper()
    return Option(
        flags=tuple(parameter.opts),
        opposites=tuple(parameter.secondary_opts),
        takes="nothing" if flag else takes_of(parameter, metavar),
        choices=choices,
        metavar="" if flag else metavar,
        help=parameter.help or "",
        repeatable=bool(parameter.multiple or getattr(parameter, "count", False)),
        required=bool(parameter.required),
        kind=kind_of(parameter, metavar),
        default=None if flag else parameter.default,
        least=getattr(parameter.type, "min", None),
        most=getattr(parameter.type, "max", None),
    )


def arguments_of(parser: Any, path: tuple[str, ...]) -> Iterator[Argument]:
    """The words a command takes; a placeholder of several words, METHOD PATH, is as many."""
    found = [parameter for parameter in parser.params if parameter.param_type_name == "argument"]
    for parameter in found:
        placeholders = (parameter.metavar or parameter.name.upper()).split()
        for number, placeholder in enumerate(placeholders, start=1):
            plain = placeholder.removesuffix("...").strip("[]")
            takes, choices = word_of(parameter, plain, path, first=parameter is found[0])
            yield Argument(
                name=parameter.name,
                takes=takes,
                choices=choices,
                metavar=plain,
                help=parameter.help or "",
                repeatable=parameter.nargs == -1 and number == len(placeholders),
                required=bool(parameter.required) and not placeholder.startswith("["),
            )


def word_of(
    parameter: Any, placeholder: str, path: tuple[str, ...], *, first: bool
) -> tuple[Takes, tuple[str, ...]]:
    """What one word stands for, and the only values it can have."""
    if placeholder == "METHOD":
        return "choice", METHODS
    if placeholder == "KEY" and path[0] == "config":
        return "choice", tuple(KEYS)
    if placeholder == "NOUN":
        return "choice", nouns_for(path[0])
    if first and path in NAMES_A_WORKSPACE:
        return "workspace", ()
    return takes_of(parameter, placeholder), choices_of(parameter)


def nouns_for(command: str) -> tuple[str, ...]:
    """The words that a command takes for a noun."""
    nouns = discovery.names("resources")
    if command == "open":
        return tuple(name for name in nouns if discovery.load("resources", name).resource.page)
    others = METHODS if command == "schema" else discovery.names("commands")
    return (*others, *nouns)
