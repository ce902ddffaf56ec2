"""Cut a record down to some paths, and list the paths that it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from intercom_cli.paths import ABSENT, STAR, Path, Step, parse, quote, reach

from .rows import members

__all__ = ["ABSENT", "STAR", "Rest", "known_paths", "project", "reach", "wanted"]


class Rest(NamedTuple):
    """A path that is asked for, from one of its positions on."""

    path: Path
    at: int = 0

    @property
    def is_done(self) -> bool:
        """Whether it asks for all there is: it has ended, or only ``*`` is left."""
        return all(step == Step(STAR) for step in self.path.steps[self.at :])

    @property
    def number(self) -> int | None:
        """The item of a list that it leads to, where it names one."""
        name = self.path.steps[self.at].name
        return int(name) if name.isascii() and name.isdigit() else None


def wanted(paths: Iterable[str]) -> tuple[Rest, ...]:
    """The paths that are asked for, in their order; none where all of a record is."""
    found = tuple(Rest(parse(path)) for path in paths)
    return () if any(one.is_done for one in found) else found


def project(row: bytes, asked: Sequence[Rest]) -> bytes:
    """Cut a record down to the asked paths, its shape and every value exactly as they came.

    What a record lacks is null.
    """
    if not asked or any(one.is_done for one in asked):
        return row
    inside = members(row)
    if isinstance(inside, list):
        return b"[" + b",".join(project_items(inside, asked)) + b"]"
    if inside is None:
        return b"null"
    kept: dict[str, list[Rest]] = {}
    for path, at in asked:
        keys = path.keys[at]
        key = next((key for key in keys if key.name in inside), keys[-1])
        kept.setdefault(key.name, []).append(Rest(path, key.after))
    pairs = (
        name_of(name) + b":" + project(inside.get(name, b"null"), below)
        for name, below in kept.items()
    )
    return b"{" + b",".join(pairs) + b"}"


def project_items(items: list[bytes], asked: Sequence[Rest]) -> list[bytes]:
    """The items of a list cut down; only those with a number where numbers were asked for."""
    numbered: dict[int, list[Rest]] = {}
    for one in asked:
        if one.number is not None:
            numbered.setdefault(one.number, []).append(Rest(one.path, one.at + 1))
    plain = [one for one in asked if one.number is None]
    if plain:
        return [project(item, plain) for item in items]
    return [
        project(items[number], below) for number, below in numbered.items() if number < len(items)
    ]


def name_of(key: str) -> bytes:
    """A key as JSON."""
    import msgspec

    return msgspec.json.encode(key)


def known_paths(value: Any, prefix: str = "", depth: int = 2) -> list[str]:
    """The paths a record has, for suggesting one that was meant."""
    if isinstance(value, list):
        return known_paths(value[0], prefix, depth) if value else []
    if not isinstance(value, dict) or not depth:
        return []
    found: list[str] = []
    for key, below in value.items():
        path = prefix + quote(key)
        found += [path, *known_paths(below, f"{path}.", depth - 1)]
    return found
