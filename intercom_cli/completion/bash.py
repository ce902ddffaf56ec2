"""Write the completion script of bash."""

from __future__ import annotations

from intercom_cli.completion.table import (
    PROGRAMS,
    Row,
    Table,
    engine,
    expressions,
    helped,
    option_code,
    source,
    word_code,
)


def render(table: Table) -> str:
    """The whole script."""
    tails = (
        f"_intercom_shared_{number}='{' '.join(map(option_code, tail))}'"
        for number, tail in enumerate(table.tails)
    )
    parts = (
        *tails,
        f"_intercom_help='{' '.join(name for name, _ in helped(table))}'",
        "",
        "# Say what can follow a command.",
        "_intercom_look() {",
        "  names= slots= about=${1%% *}",
        "  case $1 in",
        *map(row, table.rows),
        "    *) return 1 ;;",
        "  esac",
        "}",
        "",
        "# Names that are not offered, but mean a command.",
        "_intercom_rename() {",
        "  case $name in",
        *(f"    {alias}) name={name} ;;" for alias, name in table.aliases),
        "  esac",
        "}",
        "",
        *expressions(table),
    )
    return engine(
        "bash",
        table="\n".join(parts),
        spoken=source("spoken.bash").rstrip(),
        programs=" ".join(PROGRAMS),
    )


def row(row: Row) -> str:
    """One command's branch."""
    own = "".join(f"{option_code(option)} " for option in row.own)
    said = [f'options="{own}$_intercom_shared_{row.tail}"']
    if row.names:
        said.insert(0, f"names='{' '.join(name for name, _ in row.names)}'")
    if row.words:
        said.append(f"slots='{' '.join(map(word_code, row.words))}'")
    if row.about:
        said.append(f"about='{row.about}'")
    return f"    '{row.path}') {' '.join(said)} ;;"
