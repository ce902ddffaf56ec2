"""Names for the ids of other records in a planned write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from intercom_cli.errors import IntercomError
from intercom_cli.targets import by_id, listed
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
}
# The same, where only the operation tells what an id is of.
OF_CONTACTS: Mapping[str, frozenset[str]] = {
    "POST /contacts/merge": frozenset({"from", "into"}),
    "POST /events": frozenset({"id"}),
    "POST /messages": frozenset({"to.id"}),
}
# Lists that are read whole, because no operation reads one of them.
WHOLE = {"ticket_states": "GET /ticket_states"}

Names = dict[str, dict[str, str]]


def names_in(session: Session, operation: str, *values: Mapping[str, Any]) -> Names:
    """The names of the records that fields hold ids of: by field, then by id.

    What cannot be read has no name. ``values`` are fields by their path.
    """
    found: Names = {}
    for path, value in (pair for one in values for pair in one.items()):
        for holder in holders_of(operation, path):
            for id in ids_in(value):
                if name := name_at(session, holder, id):
                    found.setdefault(path, {}).setdefault(id, name)
    return found


def holders_of(operation: str, path: str) -> tuple[str, ...]:
    """The collections whose ids a field holds; none where it holds something else."""
    if path in OF_CONTACTS.get(operation, ()):
        return ("contacts",)
    return HOLDERS.get(path, ())


def ids_in(value: Any) -> Iterator[str]:
    """The ids in a value: itself, or those of its items."""
    every: Iterable[Any] = value if isinstance(value, list) else (value,)
    for one in every:
        id = one.get("id") if isinstance(one, dict) else one
        if isinstance(id, (str, int)) and str(id) not in {"", "0", "False"}:
            yield str(id)


def name_at(session: Session, collection: str, id: str) -> str:
    """The name of a record; empty where it cannot be read."""
    try:
        if reader := WHOLE.get(collection):
            every = listed(session, reader, tuple(reader.partition("/")[2].split("/")))
            record = next((one for one in every if str(one.get("id")) == id), None)
        else:
            record = by_id(session, collection, id)
    except IntercomError:
        return ""
    return name_of(record or {})
