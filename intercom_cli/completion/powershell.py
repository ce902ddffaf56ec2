"""Write the completion script of PowerShell."""

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
    source,
    word_code,
)

QUOTES = "'\u2018\u2019\u201a\u201b"  # PowerShell takes each of these as a single quote


def render(table: Table) -> str:
    """The whole script."""
    parts = (
        "    Shared = @{",
        *(
            line
            for number, tail in enumerate(table.tails)
            for line in array(str(number), (said(option_code(o), o.help) for o in tail), depth=2)
        ),
        "    }",
        *array("Help", (said(plain(name), text) for name, text in helped(table)), depth=1),
        "    Aliases = @{",
        *(f"        {quoted(alias)} = {quoted(name)}" for alias, name in table.aliases),
        "    }",
        "    Rows = @{",
        *(line for row in table.rows for line in entry(row)),
        "    }",
        "    Fields = @{",
        *(
            f"        {quoted(name)} = @({', '.join(map(quoted, codes))})"
            for name, codes in table.fields
        ),
        "    }",
        "    Kinds = @{",
        *(
            f"        {letter} = {', '.join(listed(words) for words in said)}"
            for letter, said in kinds().items()
        ),
        "    }",
    )
    return engine(
        "ps1",
        table="\n".join(parts),
        where=source("where.ps1").rstrip(),
        programs=", ".join(PROGRAMS),
    )


def entry(row: Row) -> Iterator[str]:
    """One command's entry."""
    yield f"        {quoted(row.path)} = @{{"
    yield from array("Names", (said(plain(name), text) for name, text in row.names), depth=3)
    yield from array("Own", (said(option_code(o), o.help) for o in row.own), depth=3)
    yield f"            Tail = {row.tail}"
    yield f"            About = {quoted(row.about or row.path.partition(' ')[0])}"
    yield f"            Words = @({', '.join(quoted(word_code(word)) for word in row.words)})"
    yield "        }"


def array(name: str, values: Iterable[str], *, depth: int) -> Iterator[str]:
    """A named array, one value on a line."""
    indent, listed = "    " * depth, [quoted(value) for value in values]
    if not listed:
        yield f"{indent}{name} = @()"
        return
    yield f"{indent}{name} = @("
    yield ",\n".join(f"{indent}    {value}" for value in listed)
    yield f"{indent})"


def listed(words: str) -> str:
    """Words as an array."""
    return f"@({', '.join(map(quoted, words.split()))})"


def said(code: str, text: str) -> str:
    """A word and what it is for, parted by the first blank."""
    return f"{code} {' '.join(text.split())}"


def quoted(text: str) -> str:
    """A text in single quotes."""
    return "'" + "".join(c * 2 if c in QUOTES else c for c in text) + "'"
