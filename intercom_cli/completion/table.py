"""Arrange the commands as the scripts need them: by path, with what many share stated once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import NamedTuple

from intercom_cli.output.groups import SPANS
from intercom_cli.resource import Asked
from intercom_cli.tree import HELP, VERSION, Argument, Command, Option, Tree
from intercom_cli.vocabulary import Name, negated, operators, usual, vocabularies

PROGRAMS = ("intercom", "intercom-cli")
# Written into scripts as they are; anything else would need quoting in four languages.
PLAIN = re.compile(r"[A-Za-z0-9._@/+-]+")
KINDS = {"text": ".", "file": "@file", "directory": "@directory"}
KINDS |= {"workspace": "@workspace", "pair": "@pair"}
KINDS |= {"expression": "@where", "order": "@sort", "fields": "@fields", "groups": "@groups"}
# Types of fields, as the scripts spell them; a field that can only be shown has none.
LETTERS: Mapping[Asked | None, str] = {
    "string": "s",
    "words": "s",
    "id": "i",
    "integer id": "i",
    "tag": "t",
    "boolean": "b",
    "integer": "n",
    "number": "n",
    "date": "d",
    "moment": "d",
    "object": "o",
    "custom": "c",
    None: ".",
}


class Row(NamedTuple):
    """What can follow a path: names of commands, or options and words; ``tail`` is shared.

    ``about`` names the fields that are shown, where they are not those of the first word.
    """

    path: str
    names: tuple[tuple[str, str], ...]
    own: tuple[Option, ...]
    tail: int
    words: tuple[Argument, ...]
    about: str = ""


class Table(NamedTuple):
    """Every row; the first is that of the program itself."""

    rows: tuple[Row, ...]
    tails: tuple[tuple[Option, ...], ...]
    aliases: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()


def table(tree: Tree) -> Table:
    """Arrange a tree."""
    shown = [command for command in tree.walk() if not command.hidden]
    tails: list[tuple[Option, ...]] = [(*tree.shared, HELP)]
    start = Row(
        path="",
        names=(*names_of(tree.commands), ("help", "Show help on a command or a topic.")),
        own=(VERSION,),
        tail=0,
        words=(),
    )
    rows = [start, *(row_of(command, tree, tails) for command in shown)]
    return Table(
        rows=tuple(rows),
        tails=tuple(tails),
        aliases=tuple(sorted(tree.aliases.items())),
        topics=tree.topics,
        fields=tuple(fields_of({command.about for command in shown})),
    )


def row_of(command: Command, tree: Tree, tails: list[tuple[Option, ...]]) -> Row:
    """What can follow one command; options of a set that is new are added to the sets."""
    often = (*tree.shared, HELP)
    own = tuple(option for option in command.options if option not in often)
    tail = tuple(option for option in command.options if option in often)
    if command.commands:
        tail = often  # before the verb every shared option may stand
    if tail not in tails:
        tails.append(tail)
    return Row(
        path=" ".join(command.path),
        names=names_of(command.commands),
        own=own,
        tail=tails.index(tail),
        words=command.arguments,
        about="" if command.about == command.path[0] else command.about,
    )


def fields_of(about: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of each vocabulary that is spoken of, as the scripts spell them."""
    every = vocabularies()
    for name in sorted(about):
        if name:
            yield name, tuple(map(field_code, every[name]))


def field_code(field: Name) -> str:
    """A field as the scripts spell it: ``role:i=user|lead``, ``tag_id:t-``."""
    values = [plain(value) for value in field.values]
    unusual = field.type is not None and field.values != usual(field.type)
    said = plain(field.name) + ":" + LETTERS[field.type]
    said += "" if field.shown else "-"
    said += "/" if field.type and not field.sorts else ""
    return said + ("=" + "|".join(values) if values and unusual else "")


def kinds() -> dict[str, tuple[str, str, str]]:
    """By the letter of a type: its operators, those that ``not`` can stand before, its values."""
    return {
        letter: (" ".join(operators(kind)), " ".join(negated(kind)), " ".join(usual(kind)))
        for kind, letter in LETTERS.items()
        if kind
    }


def names_of(commands: Iterable[Command]) -> tuple[tuple[str, str], ...]:
    """The names of commands, each with what it is for."""
    return tuple((plain(c.name), c.summary) for c in commands if not c.hidden)


def helped(table: Table) -> tuple[tuple[str, str], ...]:
    """What help can be asked for: commands, then topics."""
    commands = (entry for entry in table.rows[0].names if entry[0] != "help")
    return (*commands, *((plain(topic), "A topic.") for topic in table.topics))


def plain(text: str) -> str:
    """A word that every shell reads as it stands. Raises ValueError for any other."""
    if not PLAIN.fullmatch(text):
        raise ValueError(f"{text!r} cannot stand in a completion script.")
    return text


def option_code(option: Option) -> str:
    """An option as the scripts spell it: ``+--set=@pair``, ``-o,--output=table|json``."""
    flags = ",".join(plain(flag) for flag in (*option.flags, *option.opposites))
    value = "" if option.takes == "nothing" else "=" + value_code(option)
    return ("+" if option.repeatable else "") + flags + value


def word_code(argument: Argument) -> str:
    """A word a command takes as the scripts spell it; ``+`` stands for any number."""
    return ("+" if argument.repeatable else "") + value_code(argument)


def value_code(taking: Option | Argument) -> str:
    """The values something takes: its choices, or what kind it is."""
    if taking.takes == "choice":
        return "|".join(plain(choice) for choice in taking.choices)
    return KINDS[taking.takes]


def engine(name: str, **parts: str) -> str:
    """The part of a script that is the same for all commands, with the others put in place."""
    text = source(f"engine.{name}")
    for place, part in {**parts, "spans": " ".join(SPANS)}.items():
        text = text.replace(f"@{place.upper()}@", part)
    return text


def expressions(table: Table) -> Iterator[str]:
    """The fields there are, and how expressions about them go on, for bash and zsh."""
    yield "# The fields of what a command is about."
    yield "_intercom_fields_of() {"
    yield "  fields=()"
    yield "  case $1 in"
    for name, codes in table.fields:
        yield f'    "{name}") fields=({" ".join(map(quoted_code, codes))}) ;;'
    yield "  esac"
    yield "}"
    yield ""
    yield "# What can follow fields of a kind."
    yield "_intercom_signs() {"
    yield "  case $1 in"
    for letter, (signs, after_not, values) in kinds().items():
        yield f"    {letter}) signs='{signs}' negated='{after_not}' usual='{values}' ;;"
    yield "  esac"
    yield "}"
    yield ""
    yield source("where.sh").rstrip()


def quoted_code(code: str) -> str:
    """A field as a word of a shell."""
    return f"'{code}'" if "|" in code else code


def source(name: str) -> str:
    """A file of this folder."""
    return (resources.files("intercom_cli.completion") / name).read_text("utf-8")
