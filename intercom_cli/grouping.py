"""Read --group-by, --stat and --sort for a noun: fields by every name they have, names for ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC
from functools import partial
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.facts.members import MEMBERS
from intercom_cli.output.group_fields import By, asked, asked_stats
from intercom_cli.output.groups import Groups, Values
from intercom_cli.output.statistic import Stat
from intercom_cli.paths import ABSENT, leads_to_all, parse, reach
from intercom_cli.references import Grouped, Reference
from intercom_cli.resource import Column, Resource
from intercom_cli.session import Session
from intercom_cli.unset import is_cut, items_of, kind_of

OPEN = ("custom_attributes", "ticket_attributes")  # what is below differs from record to record
ONE = "custom_attributes.plan"
NUMBERS = frozenset({"integer", "date", "moment", "custom", "number"})


class Grouping:
    """The fields and statistics that were asked for, found before anything is sent.

    Without a noun, as for ``request``, fields are taken as they were typed. Raises Misuse for a
    field that no record of the noun has, with one that was probably meant.
    """

    def __init__(
        self,
        session: Session,
        columns: tuple[Column, ...],
        resource: Resource | None,
        sort: str | None = None,
    ) -> None:
        self.session = session
        self.columns = columns
        self.resource = resource
        own = resource.grouped if resource else ()
        self.grouped = {one.name: one for one in (*referred(columns), *own)}
        self.members = MEMBERS.get(resource.name, frozenset()) if resource else frozenset()
        choices = session.choices
        self.typed = asked(choices.group_by) if choices.group_by is not None else ()
        self.fields = tuple(map(self.field, self.typed))
        stats = asked_stats(choices.stat) if choices.stat is not None else ()
        self.stats = tuple(map(self.stat, stats))
        self.sort = sort
        self.check_sort()

    def field(self, one: By) -> By:
        """A field to group by, with where its values are in a record."""
        shared = self.shared(one)
        if shared:
            held = partial(held_ids, self.session, shared)
            return one._replace(path=shared.held, kind="id", held=held, nobody=shared.nobody)
        path = self.path_of(one.path)
        known = self.type_of(path)
        kind = "date" if one.span else kind_of(known) if known else "number"
        return one._replace(path=path, kind=kind)

    def shared(self, one: By) -> Grouped | None:
        """The ids of other records that a name stands for, or a column that shows their names."""
        if one.span:
            return None
        if found := self.grouped.get(one.path):
            return found
        titled = self.titled(one.path) if not self.is_known(one.path) else None
        return next((it for it in self.grouped.values() if titled == it.held), None)

    def stat(self, one: Stat) -> Stat:
        """A statistic, with the path of its numbers. Raises Misuse for a field of no numbers."""
        path = self.path_of(one.path, option="--stat")
        kind = self.type_of(path)
        if kind is not None and kind not in NUMBERS and one.function != "count":
            raise Misuse(f"--stat {one.title}: {one.path} is not a number.")
        return one._replace(path=path)

    def path_of(self, name: str, *, option: str = "--group-by") -> str:
        """Where a field is in a record, by its name, the title of its column, or its label."""
        resource = self.resource
        if leads_to_all(name):
            raise Misuse(f"{option}: {name} is several fields.", hint=f"name one, as in {ONE}")
        if resource is None:
            return name
        if self.is_known(name):
            return name
        if titled := self.titled(name):
            return titled
        if resource.labels and " " in name and name == parse(name).steps[0].name:
            return resource.labels(self.session, name)[0]
        if name in {one.name for one in resource.named} | resource.unseen:
            raise Misuse(
                f"{option}: no record of {resource.many} shows {name}.",
                hint=f"count each value by itself: --where '{name} = X' --count",
            )
        if not self.members:
            return name  # it may be there: the records themselves decide
        raise self.unknown(resource, name, option)

    def is_known(self, name: str) -> bool:
        """Whether records of the noun can have a field of that name."""
        resource = self.resource
        if resource is None:
            return True
        if parse(name).steps[0].name in self.members:
            return True
        return not self.members and bool(self.type_of(name)) and name not in resource.unseen

    def type_of(self, name: str) -> str | None:
        """The type of a field, where it is known."""
        if self.resource is None:
            return None
        known = dict(self.resource.filters).get(name)
        return "custom" if known is None and is_open(name) else known

    def titled(self, name: str) -> str | None:
        """The path of the column with such a title; of several places the one that names."""
        for column in self.columns:
            if column.title.casefold() == name.casefold():
                return column.path
        return None

    def unknown(self, resource: Resource, name: str, option: str) -> Misuse:
        """The refusal of a field that does not exist, with what was probably meant."""
        from difflib import get_close_matches

        seen = [one for one, _ in resource.filters if one not in resource.unseen]
        every = [one for one in (*self.grouped, *seen, *self.members) if one != name]
        near = get_close_matches(name, every, n=3) or [
            one for one in every if one.rpartition(".")[2] == name
        ]
        hint = f"did you mean {' or '.join(dict.fromkeys(near))}?" if near else None
        return Misuse(
            f"{option}: {resource.many} have no field {name!r}.",
            hint=hint or "--fields ? lists the fields there are",
        )

    def check_sort(self) -> None:
        """Raise Misuse for an order that groups do not have."""
        if self.sort is None:
            return
        known = Groups(self.fields, self.columns, UTC, self.stats).sorts
        if self.sort.removeprefix("-") not in known:
            raise Misuse(
                f"--sort {self.sort}: groups have no {self.sort.removeprefix('-')!r}.",
                hint=f"groups are sorted by {', '.join(known)}",
            )

    def groups(self) -> Groups:
        """What counts the records."""
        from intercom_cli.workspace_zone import days_of, known_zone

        by_day = any(field.span for field in self.fields)
        zone = days_of(self.session) if by_day else known_zone(self.session) or UTC
        return Groups(self.fields, self.columns, zone, self.stats)

    @property
    def look_ups(self) -> tuple[int, bool]:
        """How many requests names take, and whether that is the most they can take."""
        shared = [found for one in self.typed if (found := self.shared(one))]
        return len(shared), all(one.listed and not one.whole for one in shared)

    def checked(self, rows: Iterable[bytes]) -> Iterator[bytes]:
        """The records. Raises Misuse in the end for a field that none of them had.

        A field that a record may lack is warned about.
        """
        from intercom_cli.output.fields import watched
        from intercom_cli.output.rows import pages_of

        paths = [one.path for one in self.fields if not one.held]
        paths += [one.path for one in self.stats]
        unsure = [path for path in dict.fromkeys(paths) if not self.is_sure(path)]
        strict = [path for path in unsure if not is_open(path)]
        pages = watched(pages_of(rows), strict, refuse, self.columns)
        for path in unsure:
            if is_open(path):
                pages = watched(pages, [path], partial(self.without, path))
        return (row for page in pages for row in page)

    def without(self, path: str, text: str) -> None:
        """Warn of an attribute that no record has. Raises Misuse where there is no such one."""
        from intercom_cli.attribute_types import LISTED_WHOLE, name_in, type_of

        kinds = self.resource.attributes if self.resource else {}
        model = kinds.get(parse(path).steps[0].name)
        if model in LISTED_WHOLE and type_of(self.session, model, name_in(path)):
            text = f"No record has {path}."
        self.session.printer.warn(text)

    def is_sure(self, path: str) -> bool:
        """Whether a field exists, also where no record has it."""
        if self.resource is None:
            return False
        steps = parse(path).steps
        if is_open(path):
            return False
        return bool(self.type_of(path)) or (len(steps) == 1 and steps[0].name in self.members)

    def name(self, groups: Groups, keys: Sequence[Values]) -> None:
        """Look up the names of the ids in these groups that no record told."""
        for at, field in enumerate(self.typed):
            shared = self.shared(field)
            ids = groups.ids(at, keys) if shared else []
            if shared and ids:
                groups.names[at].update(shared.names(self.session, ids))


def held_ids(session: Session, shared: Grouped, record: dict[str, Any]) -> list[Any]:
    """The ids in a record, all of them: a list that was cut is read whole."""
    value = reach(record, shared.held)
    if shared.whole and is_cut(value) and (id := record.get("id")):
        return list(shared.whole(session, str(id)))
    items = items_of(value)
    return [None if value is ABSENT else value] if items is None else items


def referred(columns: Sequence[Column]) -> Iterator[Grouped]:
    """What columns refer to, which their names stand for."""
    for column in columns:
        for one in column.refers:
            if not one.last:
                yield Grouped(one.name, one.path, partial(names_of, one))


def names_of(one: Reference, session: Session, _: Sequence[str]) -> Mapping[str, str]:
    """The names of what a column refers to, by id."""
    return one.names(session)


def refuse(text: str) -> None:
    """Raise Misuse with a sentence about a field that no record has."""
    raise Misuse(text, hint="--fields ? lists the fields there are")


def is_open(path: str) -> bool:
    """Whether a path leads to what a workspace has of its own, which a record may lack."""
    return parse(path).steps[0].name in OPEN
