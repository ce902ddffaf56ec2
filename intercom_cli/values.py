"""Values typed on the command line: plain, typed, JSON, from a file, and nested by their keys."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from pathlib import Path
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.paths import cut, parse, quote

Read = Callable[[str], str]
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
MARK = "\ufeff"  # the byte order mark
WORDS = {"true": True, "false": False, "null": None}


def typed(text: str) -> Any:
    """The value a text stands for: number, true, false, null, JSON array or object, else text.

    Only canonical numbers count, so ``007`` and ``+353861`` stay text.

    >>> [typed(t) for t in ("5", "-3", "1.5", "007", "true", "[1]", "hi")]
    [5, -3, 1.5, '007', True, [1], 'hi']
    """
    if text in WORDS:
        return WORDS[text]
    if NUMBER.fullmatch(text) or (text[:1] in "[{" and text[-1:] in "]}"):
        try:
            return loads(text)
        except ValueError:
            return text
    return text


def spelled(choices: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """By field, its only values, each under what people write for it.

    >>> spelled({"state": ("in_progress", "Done")})
    {'state': {'in progress': 'in_progress', 'done': 'Done'}}
    """
    return {name: {plain(value): value for value in values} for name, values in choices.items()}


def plain(text: str) -> str:
    """A word in small letters and without signs, as it is looked up.

    >>> plain("Back-office")
    'back office'
    """
    return text.casefold().replace("_", " ").replace("-", " ")


def titled(title: str) -> str:
    """The title of a column as it is looked up: in small letters, ``No.`` without its dot."""
    return title.casefold().rstrip(".")


def loads(text: str) -> Any:
    """Decode JSON strictly.

    Raises ValueError also for what JSON cannot say, NaN or 1e999, and for thousands of levels.
    """

    def finite(number: str) -> float:
        value = float(number)
        if not isfinite(value):
            raise ValueError(f"{number} is no number in JSON")
        return value

    try:
        return json.loads(text, parse_float=finite, parse_constant=finite)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def reader(standard_input: Callable[[], str]) -> Read:
    """What reads the text behind ``@file`` and ``@-``; standard input is read once at most."""
    taken: list[str] = []

    def read(place: str) -> str:
        if place != "-":
            return text_of(place)
        if not taken:
            taken.append(standard_input())
        return taken[0]

    return read


def file_named(text: str) -> Path:
    """A file as typed, with ``~`` for a home; of a user nobody knows it stays as it is."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def text_of(place: str) -> str:
    """The text of a file. Raises Misuse when it cannot be read."""
    try:
        return file_named(place).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise Misuse(f"Cannot read {place}: {reason}.") from error


def without_mark(text: str) -> str:
    """A text without the byte order mark that some programs put before it."""
    return text.removeprefix(MARK)


def pair(text: str, *, read: Read, plain: bool = False) -> tuple[str, Any]:
    """Split ``key=value`` or ``key:=json``; ``@file`` and ``@-`` are read if not ``plain``."""
    typed_key, sign, value = cut(text, "=")
    key = typed_key.removesuffix(":")
    if not sign or not key:
        raise Misuse(f"{text!r} is not key=value.", hint="write name=Jane or seats:=5")
    if key != typed_key:
        return key, json_value(key, read(value[1:]) if value.startswith("@") else value)
    if plain:
        return key, value
    return key, typed(read(value[1:]).rstrip("\r\n") if value.startswith("@") else value)


def json_value(name: str, text: str) -> Any:
    """Decode JSON, after a byte order mark or not. Raises Misuse naming what was not JSON."""
    try:
        return loads(without_mark(text))
    except ValueError as error:
        raise Misuse(f"{name} is not JSON: {error}.") from error


def tree(pairs: Iterable[tuple[str, Any]], base: Any = None) -> dict[str, Any]:
    """Nest values by their keys: ``a[b]=1``, ``a.b=1``, ``a[]=1``, ``a[][k]=1``.

    Raises Misuse when a key is set twice, or used as two kinds of thing.
    """
    root: dict[str, Any] = dict(base or {})
    given: set[tuple[str, ...]] = set()
    for key, value in pairs:
        steps = steps_of(key)
        whole = tuple(steps)
        if whole in given and "" not in steps:
            raise Misuse(f"{key} is given twice.")
        if any(other != whole and other[: len(whole)] == whole for other in given):
            raise Misuse(f"{key} is given in parts and then whole.")
        given.add(whole)
        place(root, steps, value, key)
    return root


def steps_of(key: str) -> list[str]:
    """The way to a value: ``a.b[c][]`` is ``["a", "b", "c", ""]``, the empty step being a list.

    Raises Misuse for a key that is no path, for an empty name, and for one that begins or ends
    with a space: there a name with a dot was meant, which needs quotes.
    """
    steps = parse(key).steps
    for step in steps:
        if not step.name and step.quoted:
            raise Misuse(f"{key!r} is not a key.", hint="write a, a.b, a[b] or a[]")
        if step.name != step.name.strip() and not step.quoted:
            first, _, rest = key.partition(".")
            raise Misuse(
                f"{key!r} has a name that begins or ends with a space.",
                hint=f"quote a name with a dot: {first}.{quote(rest)}" if rest else None,
            )
    return [step.name for step in steps]


def place(root: dict[str, Any], steps: list[str], value: Any, key: str) -> None:
    """Put a value where its steps lead, making what is missing on the way."""
    node: Any = root
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        if following is None:
            put(node, step, value, key)
            return
        node = enter(node, step, following, key)


def put(node: Any, step: str, value: Any, key: str) -> None:
    """Set the last step of a key."""
    if step == "" and isinstance(node, list):
        node.append(value)
    elif step != "" and isinstance(node, dict):
        node[step] = value
    else:
        raise Misuse(f"{key} uses one name as both a list and an object, or as a plain value.")


def enter(node: Any, step: str, following: str, key: str) -> Any:
    """Go one step down; a list takes a new object when its last one already has the next name."""
    fresh: Any = [] if following == "" else {}
    if step == "":
        if not isinstance(node, list):
            put(node, step, fresh, key)
        last = node[-1] if node else None
        if not isinstance(last, dict) or following in last:
            node.append(fresh)
        return node[-1]
    if not isinstance(node, dict):
        put(node, step, fresh, key)
    child = node.setdefault(step, fresh)
    if type(child) is not type(fresh):
        raise Misuse(f"{key} uses {step} as two kinds of thing.")
    return child
