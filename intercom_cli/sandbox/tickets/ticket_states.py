"""Ticket states: how far a ticket is. Each falls into one of four categories."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.visit import Route, Visit

KIND = "ticket_state"
BRIEF = ("id", "name", "description", "icon", "archived", "is_internal", "category")


def list_states(visit: Visit) -> Answer:
    """List all states in one answer, each with the ticket types that have it."""
    types = documents.every(visit.store, Query("ticket_type"))
    states = documents.every(visit.store, Query(KIND))
    return reply({"type": "list", "data": [detailed(state, types) for state in states]})


def detailed(state: Record, types: list[Record]) -> dict[str, Any]:
    """A state as the list shows it."""
    users = [
        {"type": "ticket_type", **{name: one[name] for name in BRIEF}}
        for one in types
        if belongs(state, one["id"])
    ]
    return {
        **shape(state),
        "archived": state["archived"],
        "ticket_types": {"type": "list", "data": users},
    }


def shape(state: Record) -> dict[str, Any]:
    """A state as it stands inside tickets and ticket types."""
    names = ("id", "category", "internal_label", "external_label")
    return {"type": "ticket_state", **{name: state[name] for name in names}}


def belongs(state: Record, type_id: str) -> bool:
    """Whether a ticket type has a state; one that names no types belongs to all."""
    return state["ticket_types"] is None or type_id in state["ticket_types"]


def of_type(store: Store, type_id: str) -> list[Record]:
    """The states of a ticket type, the one that new tickets get first."""
    states = documents.every(store, Query(KIND))
    return [state for state in states if belongs(state, type_id) and not state["archived"]]


def one_of_type(store: Store, state_id: str, type_id: str) -> Record | None:
    """A state by its id when the ticket type has it."""
    return next((one for one in of_type(store, type_id) if one["id"] == state_id), None)


routes = (Route("GET", "/ticket_states", list_states, reads=True),)
