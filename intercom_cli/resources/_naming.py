"""Put names in place of ids in lists, for people who look at a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from intercom_cli.errors import Forbidden
from intercom_cli.finding import Listed, Record, records
from intercom_cli.reading import Tell
from intercom_cli.resource import sends
from intercom_cli.session import Session


def naming(**places: Listed) -> Callable[[Session], Tell]:
    """What puts names in place of ids: each field with the list its ids are of.

    A list is read on first need; where the token may not, ids stay.
    """

    @sends(*(listed.operation for listed in places.values()))
    def tell_of(session: Session) -> Tell:
        named = namer(session)

        def tell(record: Record) -> Record:
            held = {place: record[place] for place in places if record.get(place)}
            return {place: replaced(id, named(places[place])) for place, id in held.items()}

        return tell

    return tell_of


def namer(session: Session) -> Callable[[Listed], Mapping[str, str]]:
    """What tells the names in a list by id, and reads it once, when it is first asked for."""
    read: dict[Listed, Mapping[str, str]] = {}

    def named(listed: Listed) -> Mapping[str, str]:
        if listed not in read:
            read[listed] = names_in(session, listed)
        return read[listed]

    return named


def names_in(session: Session, listed: Listed) -> dict[str, str]:
    """The names of the records of a list, by id; none where the token may not see it.

    After a change that is only shown, nothing more is read for names.
    """
    if session.changed and listed not in session.lists:
        return {}
    try:
        return {str(one["id"]): listed.name_of(one) for one in records(session, listed)}
    except Forbidden:
        return {}


def replaced(value: Any, names: Mapping[str, str]) -> Any:
    """A name for an id; for a line of collections that of the innermost, for news its feeds."""
    if isinstance(value, list) and all(isinstance(one, dict) for one in value):
        ids = (one.get("newsfeed_id") for one in value)
        return [{"newsfeed_id": names.get(str(id), str(id))} for id in ids]
    last = value[-1] if isinstance(value, list) else value
    return names.get(str(last), str(last))
