"""Read YAML as plain values, and remember on which line each of them stands.

Only what JSON can say is read: ``on`` and ``yes`` are words here, and dates are texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.values import text_of

Place = tuple[str | int, ...]
LARGEST = 1_000_000  # letters of a file that a person may have written
DEEPEST = 40
PLAIN_TAGS = ("tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")


class Document(NamedTuple):
    """What a file says, and the line of each value by the way to it."""

    file: str
    text: str
    value: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of a value; of one that is not there, the line of what it is missing in."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(file: str, text: str | None = None) -> Document:
    """Read a workflow file. Raises Misuse, with the line, for what is no YAML of plain values."""
    import yaml

    text = text_of(file) if text is None else text
    if len(text) > LARGEST:
        raise Misuse(f"{file} is too long for a workflow: {len(text):,} letters.")
    lines: dict[Place, int] = {}
    try:
        refuse_aliases(file, text)
        node = yaml.compose(text, Loader=loader())
        value = value_of(file, node, (), lines) if node else None
    except yaml.YAMLError as error:
        raise unreadable(file, error) from error
    return Document(file, text, value, lines)


@cache
def loader() -> Any:
    """A loader that knows only what JSON knows: null, true, false and numbers."""
    import yaml

    class Plain(yaml.SafeLoader):
        """Plain values."""

        yaml_implicit_resolvers: Any = {}  # noqa: RUF012 - PyYAML keeps its rules on the class

    signs = [*"-0123456789"]
    rules = (
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
        ("int", r"-?(?:0|[1-9][0-9]*)", signs),
        ("float", r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", signs),
    )
    for kind, pattern, first in rules:
        Plain.add_implicit_resolver(
            f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), first
        )
    return Plain


def refuse_aliases(file: str, text: str) -> None:
    """Raise Misuse for an alias, which can make a small file endless."""
    import yaml

    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            line = (event.start_mark.line if event.start_mark else 0) + 1
            raise wrong(file, line, f"*{event.anchor} cannot be used here; write it out.")


def value_of(file: str, node: Any, place: Place, lines: dict[Place, int]) -> Any:
    """A node as a plain value. Raises Misuse for a tag, a repeated key, or too many levels."""
    import yaml

    line = node.start_mark.line + 1
    lines.setdefault(place, line)
    if len(place) > DEEPEST:
        raise wrong(file, line, "this is nested too deeply.")
    if isinstance(node, yaml.ScalarNode):
        return scalar(file, node)
    if node.tag not in PLAIN_TAGS:
        raise wrong(file, line, f"{node.tag} cannot be used here.")
    if isinstance(node, yaml.SequenceNode):
        return [
            value_of(file, one, (*place, number), lines) for number, one in enumerate(node.value)
        ]
    found: dict[str, Any] = {}
    for key, value, at in members(file, node):
        if key in found:
            raise wrong(file, at, f"{key} is there twice.")
        lines[*place, key] = at
        found[key] = value_of(file, value, (*place, key), lines)
    return found


def members(file: str, node: Any) -> Iterator[tuple[str, Any, int]]:
    """The keys of a mapping with what stands behind them, and their lines."""
    import yaml

    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise wrong(file, line, "a name is a text.", hint="put {{ }} in quotes")
        yield str(key.value), value, line


def scalar(file: str, node: Any) -> Any:
    """A single value."""
    kind, text = node.tag.removeprefix("tag:yaml.org,2002:"), str(node.value)
    if kind == "str":
        return text
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int":
        return int(text)
    if kind == "float":
        return float(text)
    raise wrong(file, node.start_mark.line + 1, f"{node.tag} cannot be used here.")


def wrong(file: str, line: int, why: str, hint: str | None = None) -> Misuse:
    """An error about a line of a file."""
    return Misuse(f"{file}:{line}: {why}", hint=hint)


def unreadable(file: str, error: Any) -> Misuse:
    """What YAML says of a file that it cannot read, on one line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or str(error).partition("\n")[0]
    line = mark.line + 1 if mark else 1
    hint = "a text with {{ }} or a colon in it stands in quotes"
    return wrong(file, line, f"this is not YAML: {said}.", hint)
