"""Watch a list for changes while it is read: totals, repeated rows, and the order of its rows."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import msgspec

from intercom_cli.api.request import Request
from intercom_cli.api.rows import Named, Rows
from intercom_cli.api.seen import Seen

# Lists come in the order of one of these, the latest first, where they say no order.
TIMES = ("updated_at", "last_request_at", "created_at")
FIXED = frozenset({"created_at", "id"})  # by these no record changes its place
MOVED = "updated_at"
LAG = 3600  # seconds by which the search can be late, and so its order

Order = Literal["", "fixed", "sorted"]


class Sort(NamedTuple):
    """The order that a search asks for; an empty field where it asks for none."""

    field: str = ""
    descending: bool = False

    @property
    def is_fixed(self) -> bool:
        """Whether no record changes its place in it, and new ones come last."""
        return self.field in FIXED and not self.descending


def sort_of(request: Request) -> Sort:
    """The order that a request asks for in its body."""
    if request.method != "POST" or b'"sort"' not in (request.body or b""):
        return Sort()
    try:
        body: Any = msgspec.json.decode(request.body or b"{}")
    except msgspec.DecodeError:
        return Sort()
    sort = body.get("sort") if isinstance(body, dict) else None
    if not isinstance(sort, dict) or not isinstance(sort.get("field"), str):
        return Sort()
    return Sort(sort["field"], str(sort.get("order", "descending")).startswith("desc"))


class Pass:
    """What one reading of a list from its beginning showed of changes under it."""

    def __init__(self) -> None:
        self.seen = Seen()
        self.total: int | None = None  # as the latest page says
        self.grew = self.shrank = self.repeated = False
        self.newest = 0
        self.latest: dict[str, int] = {}
        self.falling: tuple[str, ...] = TIMES
        self.front: dict[str, int] = {}  # the rows of the first page, by key
        self.pages = 0

    def page(self, page: Rows) -> None:
        """Note what a page says of the whole list."""
        self.pages += 1
        before, now = self.total, page.total
        if before is not None and now is not None and self.pages > 1:
            self.grew = self.grew or now > before
            self.shrank = self.shrank or now < before
        self.total = now if now is not None else before

    def row(self, key: str, row: bytes, named: Named) -> bool:
        """Note a row, and say whether it is new."""
        if not self.seen.add(key):
            self.repeated = True
            return False
        if self.pages == 1:
            self.front[key] = hash(row)
        made = named.created_at
        if type(made) is int and made > self.newest:
            self.newest = made
        for name in self.falling:
            if not self.falls(name, named):
                self.falling = tuple(one for one in self.falling if one != name)
        return True

    def falls(self, name: str, named: Named) -> bool:
        """Whether rows still come with the latest first, by a time."""
        value = getattr(named, name)
        if not isinstance(value, int) or value > self.latest.get(name, value):
            return False
        self.latest[name] = value
        return True

    def is_unchanged(self, key: str, row: bytes) -> bool:
        """Whether a row of the first page is still what it was."""
        return self.front.get(key) == hash(row)

    @property
    def is_still(self) -> bool:
        """Whether nothing changed in it, as far as it shows."""
        moved = self.grew or self.shrank or self.repeated
        return not moved and self.total in {None, self.seen.used}


class Checked:
    """Whether rows come in the order that was asked for."""

    def __init__(self, sort: Sort) -> None:
        self.sort = sort
        self.kept = True
        self.last: int | None = None
        self.decoder = decoder_of(sort.field) if sort.field.isidentifier() else None

    def made(self, value: Any) -> bool:
        """Take the time at which the next row was made, where that is the order."""
        if type(value) is int:
            self.kept = self.kept and (self.last is None or value >= self.last)
            self.last = value
        return self.kept

    def row(self, row: bytes, now: float) -> bool:
        """Take the next row, and say whether it comes in order; only numbers can be compared.

        Where the order is that of something that changes, what changed of late is passed over,
        because the search is ordered by what it knew minutes ago.
        """
        if self.decoder is None:
            return True
        try:
            found = self.decoder.decode(row)
        except msgspec.MsgspecError:
            return True
        value = getattr(found, self.sort.field)
        if not isinstance(value, int) or isinstance(value, bool):
            return True
        if self.sort.field not in FIXED and max(value, number(getattr(found, MOVED))) > now - LAG:
            return True
        last, self.last = self.last, value
        if last is not None and (value > last if self.sort.descending else value < last):
            self.kept = False
        return self.kept


def decoder_of(field: str) -> msgspec.json.Decoder[Any]:
    """A reader of that field of a row, and of the time at which it was changed."""
    names = dict.fromkeys((field, MOVED))
    return msgspec.json.Decoder(msgspec.defstruct("Ordered", [(name, Any, None) for name in names]))


def number(value: Any) -> int:
    """A number; 0 for what is none."""
    return value if isinstance(value, int) else 0
