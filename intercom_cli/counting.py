"""Count records with the fewest requests: totals of searches, and rows only where it takes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from intercom_cli.api.rows import key_of
from intercom_cli.filtering import keeper
from intercom_cli.narrowing import LARGEST, Narrowed, Part, reading_all
from intercom_cli.query.filters import EVERYTHING
from intercom_cli.resource import Resource
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.api.request import Request
    from intercom_cli.query.compile import Term
    from intercom_cli.query.filters import Filter
    from intercom_cli.resource import Paging


class First(NamedTuple):
    """What the first page of a list tells: how many there are, and how many of it match so far."""

    total: int | None
    matched: int


class Asks(Protocol):
    """What answers questions about numbers: by asking Intercom, or by predicting what that takes.

    The steps of a count depend on totals alone, so that both go the same way.
    """

    def first(self, part: Part) -> First:
        """The first page of a list, and all of its rows where it is the only one."""

    def total(self, query: Filter) -> int | None:
        """How many records a search finds."""

    def outside(self, term: Term, most: int) -> int | None:
        """How many of an edge are not meant; None where it has more pages than ``most``."""

    def everything(self) -> int:
        """How many there are, by reading all."""


def count(asks: Asks, narrowed: Narrowed, limit: int | None) -> int:
    """How many records match, at most ``limit``: by totals where that takes fewer requests."""
    found = counted(asks, narrowed, limit)
    return found if limit is None else min(found, limit)


def counted(asks: Asks, narrowed: Narrowed, limit: int | None) -> int:
    """The same, which may be more than ``limit``."""
    if narrowed.is_decided_there:
        found = asks.total(query_of(narrowed.parts[0].request))
        return asks.everything() if found is None else found
    terms = narrowed.counts()
    if terms is None:
        return asks.everything()
    if len(terms) <= len(narrowed.parts) + 1 and all(term.edge is None for term in terms):
        found = by_terms(asks, terms, {}, reading=len(terms) + 1)
        return asks.everything() if found is None else found
    first = [asks.first(part) for part in narrowed.parts]
    totals = [one.total for one in first if one.total is not None]
    matched = sum(one.matched for one in first)
    if len(totals) < len(first):
        return asks.everything()
    if all(total <= LARGEST for total in totals) or matched >= (limit or matched + 1):
        return matched
    known = {
        text_of(query_of(part.request)): total
        for part, total in zip(narrowed.parts, totals, strict=True)
    }
    found = by_terms(asks, terms, known, reading=sum(map(pages, totals)))
    return asks.everything() if found is None else found


def by_terms(
    asks: Asks, terms: Sequence[Term], known: dict[str, int], *, reading: int
) -> int | None:
    """The sum of some counts; None where reading all takes no more requests."""
    new = {text_of(term.query) for term in terms} - known.keys()
    if len(new) + sum(term.edge is not None for term in terms) >= reading:
        return None
    found = 0
    for term in terms:
        name = text_of(term.query)
        total = known[name] if name in known else asks.total(term.query)
        outside = asks.outside(term, reading) if term.edge is not None else 0
        if total is None or outside is None:
            return None
        known[name] = total
        found += term.factor * (total - outside)
    return max(found, 0)


class Asking:
    """Asks Intercom."""

    def __init__(
        self, session: Session, resource: Resource, narrowed: Narrowed, limit: int | None
    ) -> None:
        self.session = session
        self.resource = resource
        self.narrowed = narrowed
        self.limit = limit
        self.seen: set[str] = set()

    def first(self, part: Part) -> First:
        """The first page of a list; a record that an earlier list had is not counted again."""
        records = self.session.walk(part.request, part.paging, limit=None)
        rows = islice(records, LARGEST)
        head = list(islice(rows, 1))
        total = records.total
        if total is None or (total > LARGEST and self.limit is None):
            return First(total, 0)
        page = (row for some in (head, rows) for row in some)
        kept = part.keep(page) if part.keep else page
        return First(total, sum(map(self.is_new, kept)))

    def is_new(self, row: bytes) -> bool:
        """Whether a record did not come before."""
        key = key_of(row)
        if key is None:
            return True
        is_new = key not in self.seen
        self.seen.add(key)
        return is_new

    def total(self, query: Filter) -> int | None:
        """How many records a search finds, which is one request for one record."""
        found = self.session.walk(*self.search(query), limit=1)
        any(found)  # reads the first page
        return found.total

    def search(self, query: Filter) -> tuple[Request, Paging]:
        """The search with a query, as the list has it otherwise."""
        part = self.narrowed.parts[0]
        return asking(part.request, query), part.paging

    def outside(self, term: Term, most: int) -> int | None:
        """The rows of an edge that are not meant."""
        records = self.session.walk(*self.search(term.edge or term.query), limit=None)
        rows = Counted(iter(records))
        first = list(islice(rows, 1))
        if pages(records.total or 0) > most:
            return None
        keep = keeper(self.session, self.resource, term.local)
        every = (row for some in (first, rows) for row in some)
        kept = sum(1 for _ in (keep(every) if keep else every))
        return rows.count - kept

    def everything(self) -> int:
        """Read all and count them."""
        from intercom_cli.reading import first
        from intercom_cli.tallying import watched

        if any(part.node and query_of(part.request) == EVERYTHING for part in self.narrowed.parts):
            self.session.printer.say(reading_all(self.resource))
        rows = first(self.narrowed.rows(self.session), self.limit)
        return sum(1 for _ in watched(self.session, rows, self.resource.many))


class Counted:
    """Rows on their way, counted."""

    def __init__(self, rows: Iterator[bytes]) -> None:
        self.rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[bytes]:
        """Each row, counted as it passes."""
        for row in self.rows:
            self.count += 1
            yield row


def pages(total: int, size: int = LARGEST) -> int:
    """How many requests a list of so many records takes."""
    return max(1, -(-total // size))


def query_of(request: Request) -> Any:
    """The query in the body of a search."""
    return json.loads(request.body or b"{}").get("query")


def asking(request: Request, query: Filter) -> Request:
    """The same search with another query."""
    return request.with_json({**json.loads(request.body or b"{}"), "query": query})


def text_of(query: Any) -> str:
    """A query as text, equal for equal ones."""
    return json.dumps(query, sort_keys=True)
