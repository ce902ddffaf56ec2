"""What stands above the text of a Markdown file: YAML between two lines of three dashes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from intercom_cli.errors import Misuse

FENCE = re.compile(r"---[ \t]*")
END = re.compile(r"(?:---|\.\.\.)[ \t]*")


def parts(text: str) -> tuple[str, str] | None:
    """The YAML and the text below it; None for a file that does not begin with three dashes."""
    lines = text.split("\n")
    if not FENCE.fullmatch(lines[0]):
        return None
    for number, line in enumerate(lines[1:], start=1):
        if END.fullmatch(line):
            body = "\n".join(lines[number + 1 :]).lstrip("\n")
            return "".join(f"{one}\n" for one in lines[1:number]), body
    return None


def read(text: str, name: str) -> tuple[dict[str, Any], str] | None:
    """The values above a text, each as it was typed, and the text; None for a file without any.

    Raises Misuse, with the file's ``name`` and the line, for what is no YAML.
    """
    import yaml

    if (found := parts(text)) is None:
        return None
    try:
        # This loader leaves every value the text it is: a title may be 2024, or "no".
        values = yaml.load(found[0], Loader=yaml.BaseLoader)  # noqa: S506 - makes texts only
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line + 1, found[0].count("\n")) + 1 if mark else 1
        raise Misuse(f"{name}:{line}: {error.problem or 'this is no YAML'}.") from error
    except yaml.YAMLError as error:
        raise Misuse(f"{name}: what stands between the dashes is no YAML.") from error
    return (values, found[1]) if isinstance(values, dict) else None


def written(values: Mapping[str, Any], body: str) -> str:
    """A whole file."""
    head = "".join(line(key, value) for key, value in values.items())
    return f"---\n{head}---\n" + (f"\n{body}" if body else "")


def line(key: str, value: Any) -> str:
    """One value as YAML."""
    from .formats.yaml import dump

    return dump({key: value}, emoji=True)


def with_values(text: str, values: Mapping[str, Any]) -> str:
    """The same file with other values: the rest stays as it was typed, with its comments."""
    lines = text.split("\n")
    end = next(n for n, one in enumerate(lines) if n and END.fullmatch(one))
    head = lines[1:end]
    for key, value in values.items():
        head = replaced(head, key, line(key, value).rstrip("\n").split("\n"))
    return "\n".join([lines[0], *head, *lines[end:]])


def replaced(head: list[str], key: str, new: list[str]) -> list[str]:
    """The lines of the YAML with one value changed in its place, or added; an id comes first."""
    start = next((n for n, one in enumerate(head) if re.match(rf"{key}[ \t]*:", one)), None)
    if start is None:
        return [*new, *head] if key == "id" else [*head, *new]
    end = start + 1
    while end < len(head) and (not head[end].strip() or head[end].startswith((" ", "\t", "- "))):
        end += 1
    return [*head[:start], *new, *head[end:]]
