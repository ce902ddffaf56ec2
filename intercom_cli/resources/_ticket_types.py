"""Ticket types, their states and their attributes, by what people call them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.resource import Argument
from intercom_cli.resources._named import Listed, id_by_name
from intercom_cli.session import Session

TYPES, ONE_TYPE = "GET /ticket_types", "GET /ticket_types/{ticket_type_id}"
STATES = "GET /ticket_states"
LISTED = Listed(TYPES, "ticket type", "ticket-types")
CATEGORIES = ("Customer", "Back-office", "Tracker")
UNKNOWN_STATE = "TICKET_STATE_ID"  # stands in a dry run for what only Intercom knows

Record = dict[str, Any]


def type_id(session: Session, text: str) -> str:
    """The id of a ticket type by its id or its name. Raises as ``id_by_name`` does."""
    return id_by_name(session, text, LISTED)


TYPE = Argument("ticket_type_id", "An id or a name.", "TYPE", find=type_id)


def state_id(session: Session, text: str, type_of: Callable[[], str | None]) -> str:
    """The id of a ticket state by its id, or by either of its names, in any case.

    Where several have the name, ``type_of`` tells the ticket type. Raises NotFound for none, and
    Misuse for an empty name and for one that does not tell which.
    """
    if not text.strip():
        raise Misuse("The state is empty.", hint="intercom ticket-states list")
    if text.isdigit():
        return text
    request = call(STATES)
    if session.choices.dry_run:
        session.show(request)
        return UNKNOWN_STATE
    states: list[Record] = session.send(request).json()["data"]
    found = called(states, text)
    if not found:
        raise unknown(text, states)
    if len(found) > 1:
        owner = type_of()
        found = [one for one in found if owner in types_of(one)] or found
    if len(found) > 1:
        ids = ", ".join(str(one["id"]) for one in found)
        raise Misuse(f"{text!r} is the name of several states: {ids}.", hint="name one by its id")
    return str(found[0]["id"])


def called(states: list[Record], text: str) -> list[Record]:
    """The states of a name: the one teammates see, else the one customers see, else the category.

    Those put away count only where no other has the name.
    """
    wanted = text.casefold().replace("_", " ")
    for name in ("internal_label", "external_label", "category"):
        named = [
            one for one in states if str(one.get(name) or "").casefold().replace("_", " ") == wanted
        ]
        if named:
            return [one for one in named if not one.get("archived")] or named
    return []


def types_of(state: Record) -> list[str]:
    """The ids of the ticket types that have a state."""
    return [str(one.get("id")) for one in (state.get("ticket_types") or {}).get("data") or ()]


def unknown(text: str, states: list[Record]) -> NotFound:
    """An error for a state that is not there, with those that are."""
    there = ", ".join(str(one.get("internal_label")) for one in states) or "none"
    return NotFound(
        f"There is no ticket state {text!r}; there are {there}.",
        hint="intercom ticket-states list",
    )


def attributes_of_type(session: Session, identifier: str) -> list[Record] | None:
    """The attributes of a ticket type; None in a dry run, which asks for nothing."""
    request = call(ONE_TYPE, ticket_type_id=identifier)
    if session.choices.dry_run:
        session.show(request)
        return None
    return attributes_in(session.send(request).json())


def attributes_in(ticket_type: Record) -> list[Record]:
    """The attributes inside a ticket type that are in use."""
    found = (ticket_type.get("ticket_type_attributes") or {}).get("data") or []
    return [one for one in found if not one.get("archived")]
