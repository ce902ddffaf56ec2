"""Make the words of a command out of the values of a step.

Whatever a value says, it is one value: never another option, never a file, never standard input.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.workflows.catalog import Taken, Target

ITSELF = "-"  # commands read this from standard input, where it then is


def words_of(target: Target, given: Mapping[str, Any]) -> list[str]:
    """The words behind a verb. Raises Misuse for a value that an option cannot have."""
    options: list[str] = []
    words: dict[int, list[str]] = {}
    for key, value in given.items():
        taken = target.taken(key)
        assert taken is not None, key
        if value is None:
            continue
        if taken.place is None:
            options += option_words(taken, value)
        else:
            words[taken.place] = [text_of(taken, one) for one in several(taken, value)]
    if target.lists and not {"limit", "all", "count", "group_by"} & set(given):
        options.append("--all")
    placed = [word for place in sorted(words) for word in words[place]]
    return [*options, "--", *placed] if placed else options


def option_words(taken: Taken, value: Any) -> Iterator[str]:
    """The words of one option."""
    option = taken.option
    assert option is not None
    flag = option.flags[-1]
    if option.takes == "nothing":
        if not isinstance(value, bool):
            raise Misuse(f"{taken.key} is true or false, not {value!r}.")
        if value or option.opposites:
            yield flag if value else option.opposites[-1]
        return
    if option.takes == "pair" and isinstance(value, dict):
        # JSON behind := is never the name of a file.
        yield from (f"{flag}={name}:={as_json(one)}" for name, one in value.items())
        return
    for one in several(taken, value):
        yield f"{flag}={text_of(taken, one)}"


def several(taken: Taken, value: Any) -> list[Any]:
    """The values of what can be given more than once, or the one there is."""
    is_json = bool(taken.option and taken.option.kind == "json") or taken.is_file
    if not isinstance(value, list) or (is_json and not taken.repeats):
        return [value]
    if not taken.repeats:
        if taken.both.takes in {"fields", "groups"}:
            return [",".join(map(str, value))]
        raise Misuse(f"{taken.key} takes one value, not a list.")
    return value


def text_of(taken: Taken, value: Any) -> str:
    """A value as it is typed."""
    if isinstance(value, dict | list):
        if taken.is_file:
            return as_json(value)
        raise Misuse(f"{taken.key} takes a text, not {as_json(value)[:60]}.")
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def as_json(value: Any) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False)


def input_for(given: Mapping[str, Any]) -> bytes:
    """What stands on standard input of a command with these values."""
    every = [
        one for value in given.values() for one in (value if isinstance(value, list) else [value])
    ]
    return ITSELF.encode() if ITSELF in every else b""
