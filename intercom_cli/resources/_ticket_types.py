"""Ticket types, their states and their attributes, by what people call them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.finding import Record, only_one, records, told_already
from intercom_cli.resource import Argument, sends
from intercom_cli.resources._named import STATES, type_id
from intercom_cli.session import Session

ONE_TYPE = "GET /ticket_types/{ticket_type_id}"
CATEGORIES = ("Customer", "Back-office", "Tracker")

ATTRIBUTES = "the attributes of the ticket type"

TYPE = Argument("ticket_type_id", "An id or a name.", "TYPE", find=type_id)


@sends(STATES.operation)
def state_id(session: Session, text: str, type_of: Callable[[], str | None]) -> str:
    """The id of a ticket state by its id, or by either of its names, in any case.

    Where several have the name, ``type_of`` tells the ticket type. Raises NotFound for none, and
    Misuse for an empty name and for one that does not tell which.
    """
    if id := told_already(session, STATES, text):
        return id
    states = list(records(session, STATES))
    found = called(states, text)
    if len(found) > 1:
        owner = type_of()
        found = [one for one in found if owner in types_of(one)] or found
    return only_one(STATES, text, found, states)


def called(states: list[Record], text: str) -> list[Record]:
    """The states of a name: the one teammates see, else the one customers see, else the category.

    Those put away count only where no other has the name.
    """
    wanted = text.casefold().replace("_", " ")
    for name in ("internal_label", "external_label", "category"):
        named = [
            one
            for one in states
            if wanted in {form.casefold().replace("_", " ") for form in forms(one, name)}
        ]
        if named:
            return [one for one in named if not one.get("archived")] or named
    return []


def types_of(state: Record) -> list[str]:
    """The ids of the ticket types that have a state."""
    return [foreign.id_at(one, "id") for one in foreign.records(state, "ticket_types")]


def forms(record: Record, name: str) -> tuple[str, str]:
    """A text of a record, as it is and as people read it."""
    text = foreign.text(record, name)
    return text, foreign.plain(text)


def attributes_of_type(session: Session, identifier: str) -> list[Record] | None:
    """The attributes of a ticket type; None in a dry run, which asks for nothing."""
    request = call(ONE_TYPE, ticket_type_id=identifier)
    if session.choices.dry_run:
        session.rehearsal.keep(request, "ticket_attributes", ATTRIBUTES)
        return None
    return attributes_in(session.send(request).json())


def attributes_in(ticket_type: Any) -> list[Record]:
    """The attributes inside a ticket type that are in use."""
    found = foreign.records(ticket_type, "ticket_type_attributes")
    return [one for one in found if not one.get("archived")]
