"""Write the completion script of fish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intercom_cli.completion.table import (
    PROGRAMS,
    Row,
    Table,
    engine,
    helped,
    option_code,
    plain,
    word_code,
)


def render(table: Table) -> str:
    """The whole script."""
    parts = (
        *(
            line
            for number, tail in enumerate(table.tails)
            for line in setting(
                f"set -g __intercom_shared_{number}",
                (described(option_code(option), option.help) for option in tail),
            )
        ),
        *setting(
            "set -g __intercom_help", (described(plain(name), text) for name, text in helped(table))
        ),
        "",
        "# Say what can follow a command.",
        "function __intercom_look -S",
        "    set names",
        "    set slots",
        "    switch $argv[1]",
        *(line for row in table.rows for line in branch(row)),
        "        case '*'",
        "            return 1",
        "    end",
        "    return 0",
        "end",
        "",
        "# Names that are not offered, but mean a command.",
        "function __intercom_rename",
        "    switch $argv[1]",
        *(f"        case {alias}\n            echo {name}" for alias, name in table.aliases),
        "        case '*'",
        "            printf '%s\\n' $argv[1]",
        "    end",
        "end",
    )
    return engine("fish", table="\n".join(parts), programs=" ".join(PROGRAMS))


def branch(row: Row) -> Iterator[str]:
    """One command's branch."""
    yield f"        case '{row.path}'"
    said = [described(plain(name), text) for name, text in row.names]
    own = [described(option_code(option), option.help) for option in row.own]
    if said:
        yield from setting("            set names", said)
    yield from setting(f"            set options $__intercom_shared_{row.tail}", own)
    if row.words:
        yield f"            set slots {' '.join(quoted(word_code(word)) for word in row.words)}"


def setting(start: str, values: Iterable[str]) -> Iterator[str]:
    """One ``set`` with a value on each line."""
    indent = " " * (len(start) - len(start.lstrip()) + 4)
    yield " \\\n".join([start, *(indent + value for value in values)])


def described(code: str, text: str) -> str:
    """A word and what it is for, parted by a tab as fish does it."""
    return f"{quoted(code)}\\t{quoted(' '.join(text.split()))}"


def quoted(text: str) -> str:
    """A text in single quotes."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
