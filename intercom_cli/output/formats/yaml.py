"""YAML: a list of mappings in Intercom's key order, written as pages arrive."""

from __future__ import annotations

import re
from typing import Any

import yaml

from intercom_cli.output.clean import HIDDEN
from intercom_cli.output.paths import project, wanted
from intercom_cli.output.rows import Literal, Pages, decode
from intercom_cli.output.sheet import Sheet

# What some reader, of YAML 1.1 or 1.2, takes for a number, a date, a flag or nothing.
AMBIGUOUS = re.compile(
    r"[-+.]?\d|(?:y|n|yes|no|on|off|true|false|null|~|\.inf|\.nan)$", re.IGNORECASE
)
WIDE = 2**31 - 1
EMOJI = re.compile(rb"[\xf0-\xf4]|\\u[dD][89abAB]")
FLOAT = re.compile(r"-?\d+\.\d+(?:e[-+]\d+)?", re.IGNORECASE)


def string(dumper: Any, text: str) -> Any:
    """A string, in quotes where a reader could take it for something else."""
    style = None
    if HIDDEN.search(text):
        style = '"'
    elif AMBIGUOUS.match(text):
        style = "'"
    elif "\n" in text and text[0] not in " \n\t" and "\r" not in text:
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def number(dumper: Any, literal: Literal) -> Any:
    """A number that is not an integer, as it was written if YAML reads it so."""
    text = str(literal) if FLOAT.fullmatch(literal) else repr(float(literal))
    if "e" in text.lower() and "." not in text:
        text = text.lower().replace("e", ".0e")
    return dumper.represent_scalar("tag:yaml.org,2002:float", text.replace("inf", ".inf"))


def speaking(base: Any) -> Any:
    """A safe dumper with strings and numbers that can be read in one way only, and no anchors."""
    dumper = type("Dumper", (base,), {"ignore_aliases": lambda _self, _data: True})
    dumper.add_representer(str, string)  # type: ignore[attr-defined]
    dumper.add_representer(Literal, number)  # type: ignore[attr-defined]
    return dumper


LEGIBLE = speaking(yaml.SafeDumper)
FAST = speaking(getattr(yaml, "CSafeDumper", yaml.SafeDumper))


def write(pages: Pages, sheet: Sheet) -> int:
    """Write a list; each page is a further piece of it."""
    count = 0
    for page in pages:
        if page:
            sheet.write_text(
                dump([record(row, sheet) for row in page], emoji=any(map(EMOJI.search, page)))
            )
        count += len(page)
    if not count:
        sheet.write_text("[]\n")
    return count


def write_one(row: bytes, sheet: Sheet) -> None:
    """Write one record as a document."""
    sheet.write_text(dump(record(row, sheet), emoji=bool(EMOJI.search(row))))


def record(row: bytes, sheet: Sheet) -> Any:
    """A record, or what is wanted of it."""
    return decode(project(row, wanted(sheet.fields)))


def dump(value: Any, *, emoji: bool) -> str:
    """A value as YAML; hidden characters are escaped, which reads back as the same text."""
    # The fast dumper, in C, writes emoji as escapes.
    dumper = LEGIBLE if emoji else FAST
    text = yaml.dump(value, Dumper=dumper, sort_keys=False, allow_unicode=True, width=WIDE)
    # A bare scalar ends with a mark at the start of a line; an indented one is somebody's text.
    plain = text.removesuffix("\n...\n") + "\n" if text.endswith("\n...\n") else text
    return HIDDEN.sub(lambda found: f"\\U{ord(found[0]):08X}", plain)
