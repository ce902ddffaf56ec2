"""What can stand in --where, --sort and --fields, noun by noun, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from intercom_cli import discovery
from intercom_cli.facts.operations import operation
from intercom_cli.query.fields import MEANING, TIMES
from intercom_cli.resolving import known_of
from intercom_cli.resource import Asked

if TYPE_CHECKING:
    from intercom_cli.resource import Column, Resource
    from intercom_cli.taking import Takes

# Operators as people type them, in the order in which they are offered.
SIGNS = ("=", "!=", "~", "!~", "^", "$", "<", "<=", ">", ">=")
DATES = ("today", "yesterday", "7d", "30d")
FLAGS = ("true", "false")


class Name(NamedTuple):
    """A field by its name: its type and values where --where can ask for it, else no type.

    ``shown`` says whether records have it, so that --fields can show it, and ``sorts`` whether
    Intercom can put a list in its order. A name that ends in a dot is the beginning of names that
    only the workspace knows.
    """

    name: str
    type: Asked | None = None
    values: tuple[str, ...] = ()
    shown: bool = True
    sorts: bool = False


def taken(kind: Asked) -> tuple[str, ...]:
    """The operators that a field of a type takes."""
    every = (*SIGNS, "in", "not in", "between", "not between")
    return tuple(one for one in every if one in MEANING[kind])


def operators(kind: Asked) -> tuple[str, ...]:
    """What can follow a field of a type, the first word of each."""
    if kind == "object":
        return ("is",)
    meaning = MEANING[kind]
    said = [sign for sign in SIGNS if sign in meaning]
    said += [word for word in ("in", "between") if word in meaning]
    return (*said, *(["not"] if negated(kind) else []), "is")


def negated(kind: Asked) -> tuple[str, ...]:
    """What can follow ``not`` behind a field of a type."""
    return tuple(word for word in ("in", "between") if f"not {word}" in MEANING[kind])


def usual(kind: Asked) -> tuple[str, ...]:
    """Values that every field of a type can be compared with."""
    if kind == "boolean":
        return FLAGS
    return DATES if kind in TIMES else ()


@cache
def vocabularies() -> Mapping[str, tuple[Name, ...]]:
    """The fields of each noun; under ``noun verb`` those of a verb that shows other records."""
    found = {}
    for noun in discovery.names("resources"):
        resource: Resource = discovery.load("resources", noun).resource
        found[noun] = tuple(fields_of(resource))
        for verb in resource.verbs:
            if verb.columns:
                found[f"{noun} {verb.name}"] = tuple(shown_by(verb.columns))
    return found


def names_for(takes: Takes, path: tuple[str, ...], about: str) -> list[Name]:
    """What can stand in an option of a command: --where and --sort speak of its noun's own."""
    own, shown = vocabularies().get(path[0], ()), vocabularies().get(about, ())
    match takes:
        case "expression":
            return [name for name in own if name.type]
        case "order":
            return [name for name in own if name.sorts]
        case "fields" | "groups":
            return [name for name in shown if name.shown]
        case _:
            return []


def fields_of(resource: Resource) -> Iterator[Name]:
    """What can be asked of a noun, then what else its tables show."""
    types = {**dict(resource.filters), **dict(resource.reading.fields)}
    for name, kind in resource.filters:
        shown = name not in resource.unseen and name not in resource.reading.places
        yield Name(name, kind, values_of(resource, name, kind), shown, sorts=True)
    for name, kind in resource.reading.fields:
        yield Name(name, kind)
    for one in resource.named:
        yield Name(one.name, known_of(resource).type_of(one.name), shown=False)
    for beginning in beginnings(resource):
        yield Name(beginning, "custom" if resource.filters else None)
    yield from (one for one in shown_by(resource.columns) if one.name not in types)


def shown_by(columns: Sequence[Column]) -> Iterator[Name]:
    """The fields a table shows."""
    for column in columns:
        yield Name(column.path)


def beginnings(resource: Resource) -> Iterator[str]:
    """Beginnings of names that each workspace has its own of."""
    yield from resource.local
    bodies = [known.body for verb in resource.verbs if (known := operation(verb.operation))]
    if any("custom_attributes" in (body or {}).get("fields", {}) for body in bodies):
        yield "custom_attributes."


def values_of(resource: Resource, name: str, kind: Asked) -> tuple[str, ...]:
    """The values that a field is known to have."""
    if name in resource.values:
        return resource.values[name]
    if name in resource.words:
        return tuple(dict.fromkeys(resource.words[name].values()))
    declared = [field.choices for field in resource.fields if (field.place or field.name) == name]
    return next(filter(None, declared), ()) or described(resource, name) or usual(kind)


def described(resource: Resource, name: str) -> tuple[str, ...]:
    """The values of a field as the requests that write it are described."""
    for verb in resource.verbs:
        known = operation(verb.operation)
        schema = ((known.body if known else None) or {}).get("fields", {}).get(name, {})
        if schema.get("enum"):
            return tuple(str(value) for value in schema["enum"] if value is not None)
    return ()


def about(path: tuple[str, ...], operations: Sequence[str]) -> str:
    """Whose fields the records of a command have: a noun, or ``noun verb``; else nothing.

    Where the path of its operation leads through a record to the name of another noun, they are
    that noun's.
    """
    every = vocabularies()
    if " ".join(path) in every:
        return " ".join(path)
    if path[0] not in every:
        return ""
    _, inside, below = operations[0].partition("/{") if operations else ("", "", "")
    fixed = [part for part in below.split("/")[1:] if "{" not in part]
    last = fixed[-1].replace("_", "-") if inside and fixed else ""
    return last if last in every else path[0]
