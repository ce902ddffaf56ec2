"""How what was chosen shows, and which choices make no sense together or where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intercom_cli.choices import SURVEYS
from intercom_cli.errors import Misuse
from intercom_cli.paths import parse, split

from .look import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intercom_cli.choices import Choices

SHEETS = ("csv", "tsv")


def check(chosen: Sequence[str], choices: Choices, format: str, *, writes: bool) -> None:
    """Raise Misuse with a sentence about the first thing that is wrong."""
    if "--guard-formulas" in chosen and format not in SHEETS:
        raise Misuse("--guard-formulas is for -o csv and -o tsv.", hint="add -o csv")
    if "--bom" in chosen and format != "csv":
        raise Misuse("--bom is for -o csv.", hint="add -o csv")
    if "--wide" in chosen and choices.output not in (None, "table"):
        raise Misuse(f"--wide is for tables; -o {choices.output} cuts nothing.")
    if "--group-by" in chosen:
        from .groups import asked

        asked(choices.group_by or "")
    counts = [name for name in chosen if name in {"--count", "--group-by"}]
    if counts and choices.fields is not None:
        raise Misuse(f"{counts[-1]} counts records, so that --fields has none to show.")
    if "--fields ?" in chosen and writes:
        raise Misuse("--fields ? lists the fields of what is read, and this is no reading.")


def look_of(choices: Choices, *, format: str | None, color: str, guard: bool) -> Look:
    """How the person wants to see it, by what was chosen here and what the settings say."""
    survey = choices.fields in SURVEYS
    fields = split("" if survey or choices.fields is None else choices.fields)
    for path in fields:
        parse(path)
    return Look(
        format=format,
        fields=fields,
        jq=choices.jq,
        raw=choices.raw,
        color=color,
        quiet=choices.quiet,
        verbose=choices.verbose,
        wide=choices.wide,
        survey=survey,
        guard=guard,
        bom=choices.bom,
    )
