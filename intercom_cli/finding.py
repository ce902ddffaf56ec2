"""Find the id of a record by what people call it, in the list that Intercom has of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.resource import WHOLE, Paging, sends, stands_for
from intercom_cli.session import Session

FEW = 10  # names that fit into a sentence
MEANT = 3  # more than this were hardly meant
INTERCOM_ID = re.compile(r"[0-9a-f]{24}")

Record = dict[str, Any]
Find = Callable[[Session, str], str]


class Listed(NamedTuple):
    """A list of records: its operation, what one is called, the noun, and how it is walked.

    ``names`` are the fields people know a record by; the first is what it is called.
    """

    operation: str
    one: str
    noun: str
    paging: Paging = WHOLE
    names: tuple[str, ...] = ("name",)

    @property
    def hint(self) -> str:
        """The command that shows what there is."""
        return f"intercom {self.noun} list"

    @property
    def first_page(self) -> Request:
        """The request that reading it begins with."""
        from intercom_cli.api.styles import WAYS

        return WAYS[self.paging.style].first(call(self.operation), self.paging.size)

    @property
    def unknown(self) -> str:
        """What stands in a dry run for an id that only Intercom knows."""
        return self.one.upper().replace(" ", "_") + "_ID"

    def name_of(self, record: Record) -> str:
        """What a record is called, or its id where it has no name."""
        return str(record.get(self.names[0]) or record["id"])


def finder(listed: Listed) -> Find:
    """What finds the id of a record by its id or a name, in any case.

    It raises NotFound for none, and Misuse for a name that several have, or that is empty.
    """

    @sends(listed.operation)
    @stands_for(listed.one.upper().replace(" ", "_"))
    def find(session: Session, text: str) -> str:
        if id := told_already(session, listed, text):
            return id
        every = list(records(session, listed))
        found = [one for one in every if is_called(one, text, listed.names)]
        return only_one(listed, text, found, every)

    return find


def told_already(session: Session, listed: Listed, text: str) -> str | None:
    """The id that needs no looking up: of its form, or in a dry run what stands for the id.

    Raises Misuse for an empty text, which an unset variable of a script leaves.
    """
    if not text.strip():
        raise Misuse(f"The name of the {listed.one} is empty.", hint=listed.hint)
    if text.isdecimal() or INTERCOM_ID.fullmatch(text):
        return text
    if session.choices.dry_run:
        what = f"{listed.one} {text!r}"
        return session.stand_in(listed.first_page, listed.unknown, what, once=True)
    return None


def only_one(listed: Listed, text: str, found: list[Record], every: list[Record]) -> str:
    """The id of the one record that was found. Raises NotFound for none, Misuse for several."""
    if not found:
        raise NotFound(nothing(listed, text, every), hint=listed.hint)
    if len(found) > 1:
        ids = ", ".join(str(one["id"]) for one in found)
        raise Misuse(f"Several {listed.one}s are {text!r}: {ids}.", hint="name one by its id")
    return str(found[0]["id"])


def nothing(listed: Listed, text: str, every: Iterable[Record]) -> str:
    """The sentence for a name that nothing has: what was probably meant, else what there is."""
    names = [listed.name_of(one) for one in every]
    told = f"There is no {listed.one} {text!r}"
    if near := close_names(text, names):
        return f"{told}; did you mean {' or '.join(map(repr, near))}?"
    return f"{told}; there are {', '.join(names)}." if 0 < len(names) <= FEW else f"{told}."


def close_names(text: str, names: Iterable[str]) -> list[str]:
    """The few names that have a text as one of their words, or else look much like it."""
    from difflib import get_close_matches

    small = {name.casefold(): name for name in names}
    typed = text.casefold()
    inside = [name for plain, name in small.items() if typed in plain.split()]
    near = inside or [
        small[plain] for plain in get_close_matches(typed, small, n=MEANT, cutoff=0.7)
    ]
    return near if len(near) <= MEANT else []


def is_called(record: Record, text: str, names: tuple[str, ...]) -> bool:
    """Whether a record has that id, or in one of these fields that name."""
    known = {str(record.get(name) or "").casefold() for name in names}
    return text == str(record["id"]) or text.casefold() in known


def records(session: Session, listed: Listed) -> Iterator[Record]:
    """Every record of a list; one that was read to its end is not read again in the same run."""
    if (known := session.lists.get(listed)) is not None:
        yield from known
        return
    import msgspec

    read = []
    for row in session.walk(call(listed.operation), listed.paging, limit=None):
        read.append(msgspec.json.decode(row))
        yield read[-1]
    session.lists[listed] = read
