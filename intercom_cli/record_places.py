"""Where records have what ``--where`` asks for, and names for their ids, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from intercom_cli.resource import Asked, Paging


class Named(NamedTuple):
    """A name that --where knows for a field of ids: what people call a record stands there.

    ``find`` gives the ids that a value stands for; it takes the session and that text. ``unset`` is
    the field that tells whether there is any, where ``field`` does not. With ``people``, a bare
    ``none`` means not set.
    """

    name: str
    field: str
    find: Callable[[Any, str], str | list[str]]
    unset: str = ""
    people: bool = False


class Reading(NamedTuple):
    """Where records have what ``--where`` asks for, beyond fields under their own names.

    ``fields`` are those that only records have, with their types; ``places`` says where in a record
    the value of a field is, the first that is there. ``lists`` are the lists in a record that can
    be cut, with the operation that reads one whole. ``values`` are the fields whose values records
    spell in other words than the search, as the resource's ``words`` have them.

    ``unassigned`` are fields of ids whose search takes 0 for not set from 2.16 on. ``parameters``
    are the fields by which a list without a search can be asked for, each with the parameter of
    the operation ``lookup``. ``titles`` are, by the title of a column, the field that it stands
    for where that is not the column's own path. ``rewrites`` put, by field, other conditions in
    place of one: each takes the session and a condition.
    """

    fields: tuple[tuple[str, Asked], ...] = ()
    places: Mapping[str, tuple[str, ...]] = {}
    lists: Mapping[str, tuple[str, Paging]] = {}
    values: frozenset[str] = frozenset()
    unassigned: frozenset[str] = frozenset()
    parameters: Mapping[str, str] = {}
    lookup: str = ""
    titles: Mapping[str, str] = {}
    rewrites: Mapping[str, Callable[[Any, Any], Any]] = {}


NOWHERE = Reading()
