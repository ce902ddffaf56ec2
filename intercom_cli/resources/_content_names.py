"""Put names in place of ids in lists of content, for people who look at a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from intercom_cli.errors import Forbidden
from intercom_cli.resource import Paging
from intercom_cli.resources._content_lookup import CENTERS, COLLECTIONS, FEEDS, LARGEST, records
from intercom_cli.session import Session

Record = dict[str, Any]
Tell = Callable[[Record], Record]
ADMINS = "GET /admins"
# How each list is walked, and what its records are called.
LISTS: Mapping[str, tuple[Paging, str]] = {
    ADMINS: (Paging("none", "admins"), "name"),
    COLLECTIONS: (Paging("page", "data", LARGEST), "name"),
    CENTERS: (Paging(), "display_name"),
    FEEDS: (Paging("page", "data", LARGEST), "name"),
}


def naming(**places: str) -> Callable[[Session], Tell]:
    """What puts names in place of ids: each field with the list its ids are of.

    A list is read on first need; where the token may not, ids stay.
    """

    def tell_of(session: Session) -> Tell:
        names: dict[str, dict[str, str]] = {}

        def tell(record: Record) -> Record:
            changed = dict(record)
            for place, operation in places.items():
                if value := record.get(place):
                    if operation not in names:
                        names[operation] = names_of(session, operation)
                    changed[place] = replaced(value, names[operation])
            return changed

        return tell

    return tell_of


def replaced(value: Any, names: Mapping[str, str]) -> Any:
    """A name for an id; for a line of collections that of the innermost, for news its feeds."""
    if isinstance(value, list) and all(isinstance(one, dict) for one in value):
        ids = (one.get("newsfeed_id") for one in value)
        return [{"newsfeed_id": names.get(str(id), str(id))} for id in ids]
    last = value[-1] if isinstance(value, list) else value
    return names.get(str(last), str(last))


def names_of(session: Session, operation: str) -> dict[str, str]:
    """The names of the records of a list, by id."""
    paging, name = LISTS[operation]
    try:
        every = list(records(session, operation, paging))
    except Forbidden:
        return {}
    return {str(one["id"]): str(one.get(name) or one["id"]) for one in every}
