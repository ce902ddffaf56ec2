"""The path language: how a value inside a record is named on the command line and in headings.

path  = step { "." step | "[" step "]" }
step  = name | '"' text '"' | "'" text "'"

A step in quotes is one name, whatever stands in it; a backslash escapes a quote. A bare name ends
at a dot or a bracket, and since names of attributes may hold both, a bare path also matches keys
that hold its text as it is: ``custom_attributes.Plan.Name`` finds the key ``Plan.Name``. Through
a list a path leads to each item, a number to one of them, and a last ``*`` to everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse

STAR = "*"
ABSENT: Any = object()
CACHED = 1024  # parsed paths that are kept
# Names that need no quotes in any of the places where a path can stand.
SIMPLE = re.compile(r"[\w@/*+-]+")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\'', re.DOTALL)
BARE = re.compile(r"[^.\[\]]+")
BRACKETED = re.compile(r"[^\[\]]*")
AFTER = ("", ".", "[")  # what can follow a quoted step
HINT = 'put a name with dots, brackets or quotes in quotes: custom_attributes."Est. time"'


class Step(NamedTuple):
    """One name of a path, and whether it was quoted."""

    name: str
    quoted: bool = False


class Key(NamedTuple):
    """A key that may hold the value at a position, and the position after it."""

    name: str
    after: int


class Path(NamedTuple):
    """A path as it was read; ``keys`` are those to try at each position, the longest first."""

    steps: tuple[Step, ...]
    keys: tuple[tuple[Key, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name of each step."""
        return tuple(step.name for step in self.steps)


@lru_cache(CACHED)
def parse(text: str) -> Path:
    """Read a path. Raises Misuse for an open quote or bracket, and for a missing name.

    >>> parse('custom_attributes."Est. time".a[b]').names
    ('custom_attributes', 'Est. time', 'a', 'b')
    """
    steps: list[Step] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while at <= len(text):
        step, start, end = read_step(text, at)
        steps.append(step)
        spans.append((start, end))
        at = close_step(text, start, end)
    return Path(tuple(steps), tuple(keys_at(text, steps, spans)))


def read_step(text: str, at: int) -> tuple[Step, int, int]:
    """The step at a place, with its first and last position in the text."""
    if found := QUOTED.match(text, at):
        inner = found[1] if found[1] is not None else found[2]
        return Step(unescape(inner), quoted=True), at, found.end()
    if text[at : at + 1] in {'"', "'"}:
        raise Misuse(f"{text!r} has a quote that is not closed.", hint=HINT)
    inside = text[at - 1 : at] == "["
    found = (BRACKETED if inside else BARE).match(text, at)
    if not found:
        raise Misuse(f"{text!r} is not a field: a name is missing.", hint=HINT)
    return Step(found[0]), at, found.end()


def unescape(text: str) -> str:
    """What stands between quotes: a backslash makes the next sign plain."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def leads_to_all(text: str) -> bool:
    """Whether a path ends in a ``*`` that stands for everything.

    >>> leads_to_all("custom_attributes.*"), leads_to_all('custom_attributes."*"')
    (True, False)
    """
    return parse(text).steps[-1] == Step(STAR)


def close_step(text: str, start: int, end: int) -> int:
    """Where the next step begins; past the end of the text where there is none."""
    if start > 0 and text[start - 1] == "[":
        if text[end : end + 1] != "]":
            raise Misuse(f"{text!r} has a bracket that is not closed.", hint=HINT)
        end += 1
    if text[end : end + 1] not in AFTER:
        raise Misuse(f"{text!r} is not a field: expected a dot after {text[:end]!r}.", hint=HINT)
    return end + 1


def keys_at(
    text: str, steps: Sequence[Step], spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[Key, ...]]:
    """For each position the keys that can hold what follows: bare steps also together."""
    for at, step in enumerate(steps):
        if step.quoted:
            yield (Key(step.name, at + 1),)
            continue
        last = at
        while last + 1 < len(steps) and not steps[last + 1].quoted:
            last += 1
        joined = [Key(raw(text, spans, at, end), end + 1) for end in range(last, at, -1)]
        yield (*joined, Key(step.name, at + 1))


def raw(text: str, spans: Sequence[tuple[int, int]], first: int, last: int) -> str:
    """The text from one step to another, as it stands."""
    start, end = spans[first][0], spans[last][1]
    return text[start : end + (text[spans[last][0] - 1] == "[")]


def reach(value: Any, path: str) -> Any:
    """The value at a path; through a list the list of each item's; ABSENT where there is none.

    >>> reach({"a": {"b.c": 1}}, "a.b.c"), reach({"a": [{"b": 1}, {"b": 2}]}, "a.b")
    (1, [1, 2])
    """
    if not path or path == STAR:
        return value
    if isinstance(value, dict) and path in value and not path.startswith(('"', "'")):
        return value[path]
    return below(value, parse(path), 0)


def below(value: Any, path: Path, at: int) -> Any:
    """What stands at the rest of a path, from one position on."""
    if at == len(path.steps):
        return value
    if at == len(path.steps) - 1 and path.steps[at] == Step(STAR):
        return value
    if isinstance(value, dict):
        found = next((key for key in path.keys[at] if key.name in value), None)
        return ABSENT if found is None else below(value[found.name], path, found.after)
    return through(value, path, at) if isinstance(value, list) else ABSENT


def through(items: list[Any], path: Path, at: int) -> Any:
    """What the items of a list have at the rest of a path; lists in lists become one."""
    name = path.steps[at].name
    if name.isascii() and name.isdigit():
        return below(items[int(name)], path, at + 1) if int(name) < len(items) else ABSENT
    found: list[Any] = []
    is_there = not items
    for item in items:
        value = below(item, path, at)
        if value is ABSENT:
            continue
        is_there = True
        if isinstance(value, list):
            found.extend(value)
        else:
            found.append(value)
    return found if is_there else ABSENT


def quote(name: str) -> str:
    """A name as one step of a path, in quotes where it needs them.

    >>> quote("plan"), quote("Est. time"), quote("*")
    ('plan', '"Est. time"', '"*"')
    """
    if SIMPLE.fullmatch(name) and name != STAR:
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def join(names: Sequence[str]) -> str:
    """The path of these names, which is read as the same names."""
    return ".".join(map(quote, names))


def plain(text: str) -> str:
    """A path as Intercom spells it, its names joined by dots: ``custom_attributes.Est. time``."""
    return text if '"' not in text and "'" not in text else ".".join(parse(text).names)


def last_name(text: str) -> str:
    """The last name of a path."""
    return parse(text).steps[-1].name


def cut(text: str, sign: str) -> tuple[str, str, str]:
    """The text before the first of such a sign outside quoted names, the sign, and what follows.

    Like ``str.partition``. A quote only begins where a step does, so ``Bob's`` is a bare name.
    """
    at = 0
    begins = True
    while at < len(text):
        if begins and (found := QUOTED.match(text, at)):
            at, begins = found.end(), False
            continue
        if text[at] == sign:
            return text[:at], sign, text[at + 1 :]
        begins = text[at] in ".[" or (begins and text[at].isspace())
        at += 1
    return text, "", ""


def split(text: str) -> tuple[str, ...]:
    """Paths parted by commas, without the spaces around them; commas in quotes part nothing."""
    found: list[str] = []
    rest, comma = text, ","
    while comma:
        one, comma, rest = cut(rest, ",")
        found.append(one.strip())
    return tuple(one for one in found if one)
