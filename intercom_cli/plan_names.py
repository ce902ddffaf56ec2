"""Names for the ids of other records in a planned write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from intercom_cli.errors import IntercomError, NotFound
from intercom_cli.targets import by_id, kind_of, listed
from intercom_cli.titles import name_of

if TYPE_CHECKING:
    from intercom_cli.session import Session

# Where the records are read that a field holds ids of.
PEOPLE = ("admins", "teams")
HOLDERS: Mapping[str, tuple[str, ...]] = {
    "admin_assignee_id": ("admins",),
    "team_assignee_id": ("teams",),
    "assignee_id": PEOPLE,
    "owner_id": ("admins",),
    "author_id": ("admins",),
    "sender_id": ("admins",),
    "ticket_type_id": ("ticket_types",),
    "ticket_type.id": ("ticket_types",),
    "ticket_state_id": ("ticket_states",),
    "ticket_state.id": ("ticket_states",),
    "parent_id": ("help_center/collections",),
    "contacts": ("contacts",),
    "admin_ids": ("admins",),
    "audience.add_segment_ids": ("segments",),
    "audience.remove_segment_ids": ("segments",),
    "away_status_reason_id": ("away_status_reasons",),
    "newsfeed_assignments": ("news/newsfeeds",),
    "source_id": ("ai/content_import_sources",),
    "tags.add_tag_ids": ("tags",),
    "tags.remove_tag_ids": ("tags",),
}
# The same, where only the operation tells what an id is of: the record has to be there.
NEEDED: Mapping[str, Mapping[str, str]] = {
    "POST /contacts/merge": {"from": "contacts", "into": "contacts"},
    "POST /contacts/bulk/delete": {"contacts": "contacts"},
    "PUT /contacts/bulk": {"contacts": "contacts"},
    "POST /companies/bulk/delete": {"companies": "companies"},
    "PUT /companies/bulk": {"companies": "companies"},
    "POST /conversations": {"from.id": "contacts"},
    "POST /conversations/redact": {"conversation_id": "conversations"},
    "POST /conversations/{id}/merge": {"merge_into_conversation_id": "conversations"},
    "POST /events": {"id": "contacts"},
    "POST /messages": {"to.id": "contacts", "to": "contacts"},
    "POST /tickets": {"contacts": "contacts"},
    "POST /tickets/enqueue": {"contacts": "contacts"},
    "POST /tickets/{ticket_id}/linked_conversations": {"conversation_id": "conversations"},
    "POST /visitors/convert": {"user.id": "contacts"},
}
# Lists that are read whole, because no operation reads one of them.
WHOLE = {
    "away_status_reasons": "GET /away_status_reasons",
    "subscriptions": "GET /subscription_types",
    "ticket_states": "GET /ticket_states",
}

Names = dict[str, dict[str, str]]


def names_in(session: Session, operation: str, *values: Mapping[str, Any]) -> Names:
    """The names of the records that fields hold ids of: by field, then by id.

    What cannot be read has no name. ``values`` are fields by their path. Raises NotFound for a
    record without which the write itself fails.
    """
    found: Names = {}
    needed = NEEDED.get(operation, {})
    for path, value in (pair for one in values for pair in one.items()):
        holders = (needed[path],) if path in needed else HOLDERS.get(path, ())
        for holder in holders:
            for id in ids_in(value):
                if name := name_at(session, holder, id, strict=path in needed):
                    found.setdefault(path, {}).setdefault(id, name)
    return found


def ids_in(value: Any) -> Iterator[str]:
    """The ids in a value: itself, or those of its items."""
    every: Iterable[Any] = value if isinstance(value, list) else (value,)
    for one in every:
        id = (one.get("id") or one.get("newsfeed_id")) if isinstance(one, dict) else one
        if isinstance(id, (str, int)) and str(id) not in {"", "0", "False"}:
            yield str(id)


def name_at(session: Session, collection: str, id: str, *, strict: bool = False) -> str:
    """The name of a record; empty where it cannot be read. ``strict`` raises NotFound."""
    try:
        if reader := WHOLE.get(collection):
            every = listed(session, reader, tuple(reader.partition("/")[2].split("/")))
            record = next((one for one in every if str(one.get("id")) == id), None)
        else:
            record = by_id(session, collection, id)
    except NotFound as error:
        if strict:
            raise NotFound(f"There is no {kind_of(collection)} {id}.", http=error.http) from error
        return ""
    except IntercomError:
        return ""
    return name_of(record or {})
