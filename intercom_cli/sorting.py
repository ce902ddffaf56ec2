"""Put records in order locally by what Intercom cannot sort by: names of ids, and what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from intercom_cli.attribute_types import name_in, type_of
from intercom_cli.filtering import Keep
from intercom_cli.grouping import held_ids, referred
from intercom_cli.paths import plain
from intercom_cli.query.fields import Known
from intercom_cli.query.order import in_order
from intercom_cli.references import Grouped
from intercom_cli.resolving import known_of
from intercom_cli.resource import Resource
from intercom_cli.session import Session
from intercom_cli.unset import is_unset, kind_of
from intercom_cli.values import titled


def orders_of(
    session: Session, resource: Resource, sort: str
) -> tuple[dict[str, str] | None, Keep | None]:
    """A --sort as the search body spells it, or else what puts rows in that order locally.

    Raises Misuse for a field that does not exist.
    """
    name, descending = sort.removeprefix("-"), sort.startswith("-")
    known = known_of(resource)
    field = known.field_of(name)
    if field not in dict(known.types):
        if shared := shared_by(resource, name):
            return None, by_name(session, shared, descending=descending)
        if known.is_local(field) and not known.is_label(field):
            return None, by_value(session, resource, field, descending=descending)
    kind = Known(resource.name, resource.filters).type_of(field)
    if kind == "custom" and (model := resource.attributes.get(field.partition(".")[0])):
        type_of(session, model, name_in(field))  # refuses one that does not exist
    return {"field": plain(field), "order": "descending" if descending else "ascending"}, None


def sorting_all(resource: Resource, where: str | None) -> str:
    """The note that Intercom cannot put records in the order asked for."""
    matching = f"all {resource.many}" if where is None else f"all matching {resource.many}"
    return f"Intercom cannot sort by this: reading {matching} and sorting locally."


def shared_by(resource: Resource, name: str) -> Grouped | None:
    """The ids of other records that a name stands for, also as the title of a column."""
    grouped = {one.name: one for one in (*referred(resource.columns), *resource.grouped)}
    if name in grouped:
        return grouped[name]
    paths = {column.path for column in resource.columns if titled(column.title) == titled(name)}
    return next((one for one in grouped.values() if one.held in paths), None)


def by_value(session: Session, resource: Resource, field: str, *, descending: bool) -> Keep:
    """What puts rows in the order of a field that only records show."""
    kind = dict(resource.reading.fields).get(field)
    if model := resource.attributes.get(field.partition(".")[0]):
        kind = type_of(session, model, name_in(field))
    return partial(in_order, field=field, kind=kind_of(kind or "custom"), descending=descending)


def by_name(session: Session, shared: Grouped, *, descending: bool) -> Keep:
    """What puts rows in the order of the names of ids in them, those without any last."""

    def ordered(rows: Iterable[bytes]) -> Iterator[bytes]:
        import msgspec

        every = list(rows)
        ids = [list(ids_in(session, shared, msgspec.json.decode(row))) for row in every]
        names = shared.names(session, list(dict.fromkeys(id for some in ids for id in some)))
        told = [", ".join(names.get(id, id) for id in some).casefold() for some in ids]
        set_ = [at for at, name in enumerate(told) if name]
        set_.sort(key=lambda at: told[at], reverse=descending)
        yield from (every[at] for at in set_)
        yield from (every[at] for at, name in enumerate(told) if not name)

    return ordered


def ids_in(session: Session, shared: Grouped, record: Any) -> Iterator[str]:
    """The ids in a record that a name stands for."""
    held = held_ids(session, shared, record) if isinstance(record, dict) else ()
    for item in held:
        found = item.get("id") if isinstance(item, dict) else item
        if not is_unset(found, "id"):
            yield str(found)
