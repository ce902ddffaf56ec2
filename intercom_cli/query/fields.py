"""What can be asked of a noun: each field's type, and the operators its type allows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from intercom_cli.errors import Misuse, did_you_mean
from intercom_cli.resource import Asked
from intercom_cli.values import titled

# Operators Intercom's contact search takes for each type up to 2.16 (SearchContacts).
SERVER: dict[Asked, frozenset[str]] = {
    "string": frozenset({"=", "!=", "in", "not in", "~", "!~", "^", "$"}),
    "words": frozenset(),
    "id": frozenset({"=", "!=", "in", "not in"}),
    "integer id": frozenset({"=", "!=", "in", "not in"}),
    "tag": frozenset({"=", "!="}),
    "boolean": frozenset({"=", "!=", "in", "not in"}),
    "integer": frozenset({"=", "!=", "in", "not in", "<", ">", "<=", ">="}),
    "number": frozenset({"=", "!=", "in", "not in", "<", ">", "<=", ">="}),
    "date": frozenset({"=", "<", ">"}),
    "moment": frozenset({"=", "<", ">"}),
    "object": frozenset(),
    "custom": frozenset({"=", "!=", "in", "not in", "~", "!~", "^", "$", "<", ">", "<=", ">="}),
}
BETWEEN = frozenset({"between", "not between"})
ORDERED = frozenset({"=", "!=", "in", "not in", "<", ">", "<=", ">=", *BETWEEN})
# What can be asked of each type, whoever decides it.
MEANING: dict[Asked, frozenset[str]] = {
    **SERVER,
    "words": SERVER["string"],
    "tag": SERVER["id"],
    "object": frozenset({"=", "!="}),
    "integer": SERVER["integer"] | BETWEEN,
    "number": SERVER["integer"] | BETWEEN,
    "date": ORDERED,
    "moment": ORDERED,
    "custom": SERVER["custom"] | BETWEEN,
}
TIMES = frozenset({"date", "moment"})
TEXTS = frozenset({"string", "words", "custom"})


class Known(NamedTuple):
    """The fields of a noun by name; ``searched`` says whether the server can filter by them.

    ``unseen`` are those that no record shows, so that only the server can decide about them.
    ``local`` are beginnings of names that only records show, which are decided here, and ``shown``
    whole names. ``people`` are fields of people and teams, of which ``none`` means not set;
    ``unassigned`` those whose search takes 0 for that. ``parameters`` are fields by which a list
    can be asked for, each with the parameter of the request. ``words`` are
    the values of some fields, by how people spell them. ``named`` are other names of some fields
    of ids, under which people write what a record is called. With ``labelled``, a name with a space
    that is no field is the label of an attribute. ``titles`` are the fields of column titles.
    """

    noun: str
    types: tuple[tuple[str, Asked], ...]
    searched: bool = True
    unseen: frozenset[str] = frozenset()
    local: tuple[str, ...] = ()
    shown: tuple[tuple[str, Asked], ...] = ()
    people: frozenset[str] = frozenset()
    unassigned: frozenset[str] = frozenset()
    parameters: Mapping[str, str] = MappingProxyType({})
    words: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    named: Mapping[str, str] = MappingProxyType({})
    labelled: bool = False
    titles: Mapping[str, str] = MappingProxyType({})

    def field_of(self, name: str) -> str:
        """The field a name stands for: itself, or where there is none that of a column's title."""
        if name in self.named or name in dict(self.types) or name in dict(self.shown):
            return name
        return self.titles.get(titled(name), name)

    def is_label(self, name: str) -> bool:
        """Whether a name can only be the label of an attribute."""
        known = {*self.named, *dict(self.types)}
        return self.labelled and " " in name and "." not in name and name not in known

    def is_local(self, name: str) -> bool:
        """Whether only records show a field."""
        if name in dict(self.shown):
            return True
        return name.startswith(self.local) and name not in self.local

    def type_of(self, name: str) -> Asked:
        """The type of a field. Raises Misuse with a close match for one that does not exist."""
        if name.startswith("custom_attributes.") and name != "custom_attributes.":
            return "custom"
        types = {**dict(self.shown), **dict(self.types)}
        if name in types:
            return types[name]
        if self.is_local(name) or self.is_label(name):
            return "custom"
        if name in self.named:
            return "tag" if types.get(self.named[name]) == "tag" else "id"
        every = [*self.named, *types]
        hint = did_you_mean(name, every) or f"there are {', '.join(every)}"
        raise Misuse(f"{self.noun} have no field {name!r} to ask for", hint=hint)
