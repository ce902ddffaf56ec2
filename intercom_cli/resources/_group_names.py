"""Ids of other records in a record, and where their names come from, for --group-by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from intercom_cli.acting import ADMINS
from intercom_cli.api.request import call
from intercom_cli.errors import IntercomError
from intercom_cli.finding import Listed, names_in
from intercom_cli.foreign import id_at, text
from intercom_cli.references import Grouped
from intercom_cli.resource import Paging
from intercom_cli.resources._lookup import COMPANY, TAG
from intercom_cli.resources._named import COLLECTIONS, SEGMENTS, TEAMS, TYPES
from intercom_cli.session import Session

FEW = 10  # records that are read one by one; for more the list is read
MOST = 150  # ids in one search
LISTING, LISTED = "POST /companies/list", Paging("page", "data", 60)
SEARCHING, FOUND = "POST /contacts/search", Paging("search", "data", MOST)
TAGS_OF, COMPANIES_OF = "GET /contacts/{contact_id}/tags", "GET /contacts/{contact_id}/companies"
BELOW = Paging("page", "data", 60)
NOBODY = "none"

Names = Mapping[str, str]


def by_list(listed: Listed) -> Callable[[Session, Sequence[str]], Names]:
    """What reads names in the list of all such records."""
    return lambda session, ids: names_in(session, listed) if ids else {}


def companies(session: Session, ids: Sequence[str]) -> Names:
    """The names of companies, read one by one where they are few."""
    if len(ids) > FEW:
        rows: Iterable[bytes] = session.walk(call(LISTING), LISTED, limit=None)
    else:
        rows = (session.send(call(COMPANY, company_id=id)).body for id in ids)
    return named(rows, "name")


def contacts(session: Session, ids: Sequence[str]) -> Names:
    """The names of contacts, or their addresses."""
    found: dict[str, str] = {}
    for at in range(0, len(ids), MOST):
        query = {"field": "id", "operator": "IN", "value": list(ids[at : at + MOST])}
        request = call(SEARCHING).with_json({"query": query})
        found |= named(session.walk(request, FOUND, limit=None), "name", "email")
    return found


def named(rows: Iterable[bytes], *fields: str) -> dict[str, str]:
    """The name of each record by its id: the first of these fields that has some text."""
    import msgspec

    found = {}
    for row in rows:
        record = msgspec.json.decode(row)
        name = next(filter(None, (text(record, field) for field in fields)), "")
        if name:
            found[id_at(record, "id")] = name
    return found


def gently(read: Callable[[Session, Sequence[str]], Names]) -> Callable[..., Names]:
    """The same without names where they cannot be read: the ids are shown then."""

    def names(session: Session, ids: Sequence[str]) -> Names:
        try:
            return read(session, ids)
        except IntercomError:
            return {}

    return names


def whole(operation: str, session: Session, contact: str) -> Iterable[Any]:
    """Every item of a list in a contact."""
    import msgspec

    rows = session.walk(call(operation, contact_id=contact), BELOW, limit=None)
    return [msgspec.json.decode(row) for row in rows]


admins, teams, tags, types, collections, segments = (
    gently(by_list(one)) for one in (ADMINS, TEAMS, TAG, TYPES, COLLECTIONS, SEGMENTS)
)

CONTACTS = (
    Grouped("owner", "owner_id", admins, nobody=NOBODY),
    Grouped("tag", "tags", tags, partial(whole, TAGS_OF)),
    Grouped("company", "companies", gently(companies), partial(whole, COMPANIES_OF), listed=False),
)
CONVERSATIONS = (
    Grouped("assignee", "admin_assignee_id", admins, nobody=NOBODY),
    Grouped("team", "team_assignee_id", teams, nobody=NOBODY),
    Grouped("teammate", "teammates", admins, nobody=NOBODY),
    Grouped("tag", "tags", tags),
    Grouped("contact", "contacts", gently(contacts), listed=False),
)
TICKETS = (
    Grouped("type", "ticket_type", types),
    Grouped("assignee", "admin_assignee_id", admins, nobody=NOBODY),
    Grouped("team", "team_assignee_id", teams, nobody=NOBODY),
    Grouped("contact", "contacts", gently(contacts), listed=False),
    Grouped("tag", "tags", tags),
)
COMPANIES = (Grouped("tag", "tags", tags), Grouped("segment", "segments", segments))
ARTICLES = (Grouped("collection", "parent_ids", collections),)
