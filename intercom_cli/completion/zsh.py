"""Write the completion script of zsh."""

from __future__ import annotations

from collections.abc import Iterator

from intercom_cli.completion.table import PROGRAMS, Row, Table, engine, expressions, helped, plain
from intercom_cli.tree import HELP, Argument, Option

ACTIONS = {
    "text": " ",
    "file": "_files",
    "directory": "_files -/",
    "pair": "_intercom_pair",
    "workspace": "_intercom_workspaces",
    "fields": "_intercom_fields",
    "groups": "_intercom_groups",
    "order": "_intercom_sort",
    "expression": "_intercom_expression",
}


def render(table: Table) -> str:
    """The whole script."""
    valued = "|".join(
        flag for option in table.tails[0] if option.takes != "nothing" for flag in option.flags
    )
    parts = (
        f"typeset -g _intercom_valued='({valued})'",
        *(line for number, tail in enumerate(table.tails) for line in shared(number, tail)),
        "typeset -ga _intercom_help=(",
        *(f"  {named(name, text)}" for name, text in helped(table)),
        ")",
        "",
        "# Say what can follow a command.",
        "_intercom_look() {",
        "  names=() specs=() about=${1%% *}",
        "  case $1 in",
        *(line for row in table.rows for line in branch(row)),
        "    (*) return 1 ;;",
        "  esac",
        "}",
        "",
        "# Names that are not offered, but mean a command.",
        "_intercom_rename() {",
        "  case $name in",
        *(f"    ({alias}) name={name} ;;" for alias, name in table.aliases),
        "  esac",
        "}",
        "",
        *expressions(table),
    )
    return engine("zsh", table="\n".join(parts), programs=" ".join(PROGRAMS))


def shared(number: int, tail: tuple[Option, ...]) -> Iterator[str]:
    """Options that many commands have, as one array."""
    yield f"typeset -ga _intercom_shared_{number}=("
    for option in tail:
        yield f"  {option_spec(option)}"
    yield ")"


def branch(row: Row) -> Iterator[str]:
    """One command's branch."""
    yield f"    ('{row.path}')"
    if row.about:
        yield f"      about='{row.about}'"
    if row.names:
        yield "      names=("
        yield from (f"        {named(name, text)}" for name, text in row.names)
        yield "      )"
    yield "      specs=("
    yield from (f"        {option_spec(option)}" for option in row.own)
    yield from (f"        {word_spec(word, place)}" for place, word in enumerate(row.words, 1))
    yield f"        $_intercom_shared_{row.tail}"
    yield "      ) ;;"


def named(name: str, text: str) -> str:
    """A name with what it is for."""
    return quoted(f"{plain(name)}:{escaped(text)}")


def option_spec(option: Option) -> str:
    """An option as ``_arguments`` takes it."""
    flags = (*option.flags, *option.opposites)
    value = "" if option.takes == "nothing" else f":{message(option)}:{action(option)}"
    valued = [f"{flag}{mark(flag) if value else ''}" for flag in map(plain, flags)]
    spelled = f"{{{','.join(valued)}}}" if len(valued) > 1 else valued[0]
    excluded = "- *" if option == HELP else " ".join(flags)
    once = "*" if option.repeatable else f"({excluded})"
    return f"{quoted(once)}{spelled}{quoted(f'[{escaped(option.help)}]{value}')}"


def mark(flag: str) -> str:
    """How a value may follow: ``--flag=value`` or ``-fvalue``, and as the next word for both."""
    return "=" if flag.startswith("--") else "+"


def word_spec(word: Argument, place: int) -> str:
    """A word a command takes as ``_arguments`` takes it."""
    return quoted(f"{'*' if word.repeatable else place}:{message(word)}:{action(word)}")


def message(taking: Option | Argument) -> str:
    """What is shown where nothing can be offered."""
    return escaped("value" if taking.takes == "choice" else taking.metavar)


def action(taking: Option | Argument) -> str:
    """What is offered as the value."""
    if taking.takes == "choice":
        return f"({' '.join(map(plain, taking.choices))})"
    return ACTIONS[taking.takes]


def escaped(text: str) -> str:
    """A text in which nothing has a meaning to ``_arguments``, in one line."""
    line = " ".join(text.split())
    return "".join(f"\\{character}" if character in "\\[]:" else character for character in line)


def quoted(text: str) -> str:
    """A text in single quotes."""
    return "'" + text.replace("'", "'\\''") + "'"
