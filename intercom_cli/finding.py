"""Find the id of a record by what people call it, in the list that Intercom has of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from intercom_cli import foreign
from intercom_cli.api.request import Request, call
from intercom_cli.errors import IntercomError, Misuse, NotFound, close_matches
from intercom_cli.foreign import plain
from intercom_cli.references import Reference
from intercom_cli.resource import WHOLE, Column, Paging, sends, stands_for
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.resource import Use

FEW = 10  # names that fit into a sentence
MEANT = 3  # more than this were hardly meant
INTERCOM_ID = re.compile(r"[0-9a-f]{24}")
# Seconds that an answer which is there waits for names that make it easier to read.
PATIENCE = 2.0

Record = dict[str, Any]
Find = Callable[[Session, str], str]
T = TypeVar("T")


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
        return plain(foreign.text(record, self.names[0])) or foreign.id_at(record, "id")


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
        return session.rehearsal.look_up(listed.first_page, listed.unknown, what, once=True)
    return None


def only_one(listed: Listed, text: str, found: list[Record], every: list[Record]) -> str:
    """The id of the one record that was found. Raises NotFound for none, Misuse for several."""
    if not found:
        raise NotFound(nothing(listed, text, every), hint=listed.hint)
    if len(found) > 1:
        ids = ", ".join(foreign.id_at(one, "id") for one in found)
        raise Misuse(f"Several {listed.one}s are {text!r}: {ids}.", hint="name one by its id")
    return foreign.id_at(found[0], "id")


def nothing(listed: Listed, text: str, every: Iterable[Record]) -> str:
    """The sentence for a name that nothing has: what was probably meant, else what there is."""
    names = [listed.name_of(one) for one in every]
    told = f"There is no {listed.one} {text!r}"
    if near := close_names(text, names):
        return f"{told}; did you mean {' or '.join(map(repr, near))}?"
    return f"{told}; there are {', '.join(names)}." if 0 < len(names) <= FEW else f"{told}."


def close_names(text: str, names: Iterable[str]) -> list[str]:
    """The few names that have a text as one of their words, or else look much like it."""
    small = {name.casefold(): name for name in names}
    typed = text.casefold()
    inside = [name for folded, name in small.items() if typed in folded.split() != [typed]]
    near = inside or [small[folded] for folded in close_matches(typed, small, n=MEANT, cutoff=0.7)]
    return near if len(near) <= MEANT else []


def is_called(record: Record, text: str, names: tuple[str, ...]) -> bool:
    """Whether a record has that id, or in one of these fields that name."""
    known = [foreign.text(record, name) for name in names]
    folded = {form.casefold() for name in known if name for form in (name, plain(name))}
    return text == foreign.id_at(record, "id") or text.casefold() in folded


def records(session: Session, listed: Listed, *, optional: bool = False) -> Iterator[Record]:
    """Every record of a list; one that was read to its end is not read again in the same run.

    What has no id is left out. With ``optional`` nothing is retried.
    """
    if (known := session.lists.get(listed)) is not None:
        yield from known
        return
    import msgspec

    read = []
    request = call(listed.operation)._replace(optional=optional)
    for row in session.walk(request, listed.paging, limit=None):
        record = msgspec.json.decode(row)
        if foreign.id_at(record, "id"):
            read.append(record)
            yield record
    session.lists[listed] = read


def refer(name: str, path: str, listed: Listed, *, last: bool = False) -> Reference:
    """Ids at a path of a record that stand for records of a list."""

    @sends(listed.operation)
    def names(session: Session) -> Mapping[str, str]:
        return names_in(session, listed)

    return Reference(name, path, names, last)


def named_by(columns: Iterable[Column]) -> tuple[Use, ...]:
    """What finds the names that columns show, to be noted among what a command uses."""
    return tuple(one.names for column in columns for one in column.refers)


def names_in(session: Session, listed: Listed) -> Mapping[str, str]:
    """The names of the records of a list, by id; none where they cannot be read soon."""
    if listed not in session.names:
        found = in_time(session, lambda: list(records(session, listed, optional=True)))
        session.names[listed] = {
            foreign.id_at(one, "id"): listed.name_of(one) for one in found or ()
        }
    return session.names[listed]


def in_time(session: Session, read: Callable[[], T]) -> T | None:
    """What a look-up gives that only makes an answer easier to read.

    None where it fails or takes too long, or an earlier one did: the answer itself is there.
    """
    import threading

    if session.names_are_late:  # the next look-up would add to the delay
        return None
    _ = session.client  # made before threads share it
    found: list[T] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            found.append(read())
        except Exception as error:  # noqa: BLE001 - raised below where it is a bug
            failed.append(error)

    # One that takes too long is left behind, and must not keep the program from ending.
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    session.names_are_late = thread.is_alive()
    for error in failed:
        if not isinstance(error, IntercomError):
            raise error
    if not found and session.choices.verbose:
        why = failed[0].message if failed and isinstance(failed[0], IntercomError) else "too slow"
        session.printer.say(f"Names were not looked up: {why}")
    return found[0] if found else None
