"""Count the values of a field that has few of them by a total each, in place of reading all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from intercom_cli.api.request import Request, call
from intercom_cli.counting import asking, pages, query_of
from intercom_cli.errors import Refused
from intercom_cli.narrowing import LARGEST, Narrowed
from intercom_cli.query.filters import EVERYTHING, Filter, fitted, joined, single
from intercom_cli.resource import Paging, Resource
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.grouping import Grouping
    from intercom_cli.output.groups import Groups


class Closed(NamedTuple):
    """The list that is counted, and each value with the search that counts it."""

    request: Request
    paging: Paging
    searches: tuple[tuple[Any, Request], ...]
    searching: Paging

    def is_worth(self, total: int) -> bool:
        """Whether a total for each value takes fewer requests than all records."""
        return total > LARGEST and 1 + len(self.searches) <= pages(total) + 1


def closed_set(
    resource: Resource,
    request: Request,
    narrowed: Narrowed | None,
    grouping: Grouping,
) -> Closed | None:
    """The counts that groups can be made of; None where all records must be read.

    Intercom must decide all of the expression, and the field must have a closed set of values.
    """
    search = resource.searched
    values = values_of(resource, grouping)
    if search is None or not values:
        return None
    paging = Paging("search", resource.paging.rows, LARGEST)
    if narrowed is None:
        if request.query:
            return None
        base, body = None, call(search.operation)
        whole, walked = request, resource.paging
    elif len(narrowed.parts) == 1 and not narrowed.keep:
        body = whole = narrowed.parts[0].request
        base, walked = query_of(body), paging
    else:
        return None
    found = []
    for value in values:
        query = both(base, single(grouping.fields[0].path, "=", value))
        if query is None:
            return None
        found.append((value, asking(body, query)))
    return Closed(whole, walked, tuple(found), paging)


def values_of(resource: Resource, grouping: Grouping) -> tuple[Any, ...]:
    """All values of the one field that is grouped by; none where they are not known."""
    if len(grouping.fields) != 1 or grouping.stats:
        return ()
    field = grouping.fields[0]
    if field.span or field.held or field.path in resource.unseen:
        return ()
    if dict(resource.filters).get(field.path) == "boolean":
        return (True, False)
    return tuple(dict.fromkeys(resource.words.get(field.path, {}).values()))


def both(base: Filter | None, one: Filter) -> Filter | None:
    """A query and one more filter; None where they do not fit together."""
    query, whole = fitted(joined("AND", [None if base == EVERYTHING else base, one]))
    return query if whole else None


def counted(session: Session, closed: Closed, groups: Groups) -> bool:
    """Count the groups, by totals where that takes fewer requests; whether that was possible."""
    records = session.walk(closed.request, closed.paging, limit=None)
    rows = iter(records)
    first = next(rows, None)
    total = records.total
    if total is None:
        return False
    if total <= LARGEST:
        for row in rows if first is None else (first, *rows):
            groups.add(row)
        return True
    return closed.is_worth(total) and add_up(session, closed, groups, total)


def add_up(session: Session, closed: Closed, groups: Groups, total: int) -> bool:
    """Count each value by its total; whether they add up to all there are."""
    found: list[tuple[Any, int]] = []
    for value, request in closed.searches:
        records = session.walk(request, closed.searching, limit=1)
        try:
            any(records)  # reads the first page
        except Refused:  # a value that this version does not know
            return False
        found.append((value, records.total or 0))
    if sum(number for _, number in found) != total:
        return False
    for value, number in found:
        if number:
            groups.put(value, number)
    return True
