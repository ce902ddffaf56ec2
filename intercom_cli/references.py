"""Ids of other records in a record, and where their names come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple


class Reference(NamedTuple):
    """Ids in a record, at ``path``, that --fields names as ``assignee`` in ``assignee.name``.

    ``names`` takes the session and gives names by id; with ``last`` only the last id counts.
    """

    name: str
    path: str
    names: Callable[[Any], Mapping[str, str]]
    last: bool = False


class Grouped(NamedTuple):
    """Ids of other records that --group-by shows by name.

    ``name`` is what is typed, ``held`` the path of the ids in a record: one id, or a list. The
    names of some ids, by id, come from ``names``. ``whole`` reads all items of a list, of which a
    record holds ten at most; it takes the session and the record's id. ``nobody`` is what a table
    shows for none. Where the names come from one list, ``listed`` says so.
    """

    name: str
    held: str
    names: Callable[[Any, Sequence[str]], Mapping[str, str]]
    whole: Callable[[Any, str], Iterable[Any]] | None = None
    nobody: str = "null"
    listed: bool = True
