"""Write the completion script of fish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intercom_cli.completion.table import (
    PROGRAMS,
    Row,
    Table,
    engine,
    helped,
    kinds,
    option_code,
    plain,
    quoted_code,
    source,
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
        "    set about (string split ' ' -- $argv[1])[1]",
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
        "",
        *expressions(table),
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
    if row.about:
        yield f"            set about '{row.about}'"
    if row.words:
        yield f"            set slots {' '.join(quoted(word_code(word)) for word in row.words)}"


def expressions(table: Table) -> Iterator[str]:
    """The fields there are, and how expressions about them go on."""
    yield "# The fields of what a command is about."
    yield "function __intercom_fields_of -S"
    yield "    set fields"
    yield '    switch "$argv[1]"'
    for name, codes in table.fields:
        yield f'        case "{name}"'
        yield f"            set fields {' '.join(map(quoted_code, codes))}"
    yield "    end"
    yield "end"
    yield ""
    yield "# What can follow fields of a kind."
    yield "function __intercom_signs -S"
    yield "    switch $argv[1]"
    for letter, (signs, after_not, values) in kinds().items():
        yield f"        case {letter}"
        yield f"            set signs {' '.join(map(quoted, signs.split()))}"
        yield f"            set negated {after_not}"
        yield f"            set usual {values}"
    yield "    end"
    yield "end"
    yield ""
    yield source("where.fish").rstrip()


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
