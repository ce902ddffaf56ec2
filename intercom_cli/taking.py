"""What kind of value an option or a word takes, as its type, its flag and its placeholder tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

Takes = Literal[
    "nothing",
    "text",
    "choice",
    "file",
    "directory",
    "pair",
    "workspace",
    "expression",  # of --where
    "order",  # a field, or - and a field
    "fields",  # parted by commas
    "groups",  # fields, those of times with :day and the like
]
Kind = Literal["text", "integer", "number", "time", "json"]
KINDS: Mapping[str, Kind] = {"int": "integer", "float": "number", "TIME": "time", "JSON": "json"}
SPOKEN: Mapping[str, Takes] = {
    "--where": "expression",
    "--sort": "order",
    "--fields": "fields",
    "--group-by": "groups",
}
PATHS: Mapping[str, Takes] = {"path": "file", "file": "file", "directory": "directory"}


def kind_of(parameter: Any, metavar: str) -> Kind:
    """What the text of a value stands for."""
    return KINDS.get(parameter.type.name.removesuffix(" range"), KINDS.get(metavar, "text"))


def choices_of(parameter: Any) -> tuple[str, ...]:
    """The only values a parameter allows; empty when any will do."""
    return tuple(str(choice) for choice in getattr(parameter.type, "choices", None) or ())


def takes_of(parameter: Any, metavar: str) -> Takes:
    """What kind of value follows, as its type and its placeholder in the help tell."""
    placeholders = re.split(r"[^A-Z]+", metavar)
    if choices_of(parameter):
        return "choice"
    if spoken := next((SPOKEN[flag] for flag in parameter.opts if flag in SPOKEN), None):
        return spoken
    if "DIR" in placeholders or "DIRECTORY" in placeholders:
        return "directory"
    if "FILE" in placeholders or "--file" in parameter.opts:
        return "file"
    if parameter.type.name in PATHS:
        return PATHS[parameter.type.name]
    if parameter.name == "workspace" or metavar == "WORKSPACE":
        return "workspace"
    return "pair" if "=" in metavar else "text"
