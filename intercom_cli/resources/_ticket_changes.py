"""Change tickets: what they say, their state and their type."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.acting import Admin, acting_admin
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.parameters import body_options, finders, keyword, options, with_parameters
from intercom_cli.resource import Resource
from intercom_cli.resources._named import type_id
from intercom_cli.resources._ticket_fields import CHANGED
from intercom_cli.resources._ticket_found import (
    CHANGING,
    COLUMNS,
    NAMES,
    READING,
    Ticket,
    reading,
    titled,
)
from intercom_cli.resources._ticket_notices import agree_to_change, is_told
from intercom_cli.resources._ticket_types import (
    ATTRIBUTES,
    ONE_TYPE,
    attributes_in,
    attributes_of_type,
    state_id,
)
from intercom_cli.resources._ticket_values import pairs, values_of
from intercom_cli.session import Session
from intercom_cli.verbs import action, described
from intercom_cli.writing import body_from, show_written

RETYPING = "POST /tickets/{ticket_id}/change_type"
UPDATE = """Change a ticket; its contact is told of a new state.

Examples:
  intercom tickets update 215470000003 --state 'Waiting on customer' --yes
  intercom tickets update 215470000003 --attribute Urgency=High --skip-notifications
"""
Attributes = Annotated[
    list[str] | None,
    typer.Option(
        "--attribute",
        help="What its type asks; once for each.",
        metavar="NAME=VALUE",
        show_default=False,
    ),
]
State = Annotated[
    str | None,
    typer.Option("--state", help="Its state: id or name.", metavar="STATE", show_default=False),
]

Record = dict[str, Any]


def once(session: Session, ticket: str) -> Callable[[], Record | None]:
    """What reads a ticket when it is first asked for; in a dry run it is shown, and None."""

    @cache
    def look() -> Record | None:
        request = reading(ticket)
        if session.choices.dry_run:
            session.show(request)
            return None
        return foreign.required_record(session.send(request).json())

    return look


def update(session: Session, ticket: str, **given: Any) -> None:
    """Change what is given; the ticket is read first where its type must be known."""
    sets, data, admin, attribute, state = (
        given.pop(name) for name in ("set", "data", "admin", "attribute", "state")
    )
    typed = pairs(session, attribute or [])
    look = once(session, ticket)
    silent, more = bool(given["skip_notifications"]), sets or data
    if state and not (silent or more):  # else the body must be known first
        ask(session, "Change", ticket, look)
    body = body_from(session, CHANGED, given, sets=sets, data=data, empty=True)
    if not (body or typed or state is not None):
        raise Misuse("Nothing was given; use --state, --title, --attribute, --set or --data.")
    if more and is_told({**body, **({"ticket_state_id": state} if state else {})}):
        ask(session, "Change", ticket, look)
    if typed:
        record = look()
        if record is None:
            session.rehearsal.typed["ticket_attributes"] = ATTRIBUTES
        known = None if record is None else attributes_in(record.get("ticket_type"))
        held = body.setdefault("ticket_attributes", {})
        held.update(values_of(session, typed, known))
    if state is not None:
        body["ticket_state_id"] = state_id(session, state, lambda: type_in(look()))
    body.setdefault("admin_id", number_of(acting_admin(session, admin)))
    answer = session.write(call(CHANGING, ticket_id=ticket).with_json(body))
    show_written(session, answer, COLUMNS, "Changed ticket", named=ticket)


def ask(session: Session, what: str, ticket: str, look: Callable[[], Record | None]) -> None:
    """Ask before the contact of a ticket is told; it is read once, whatever else needs it."""
    agree_to_change(session, what, [ticket], look_up=lambda *_: titled(look() or {}))


def type_in(record: Record | None) -> str | None:
    """The id of a ticket's type."""
    return None if record is None else foreign.id_at(record, "ticket_type", "id")


def number_of(id: str) -> int | str:
    """The id of an admin as a number, which it is here alone."""
    return int(id) if id.isdecimal() else id


def change_type(
    session: Session,
    ticket: Ticket,
    type: Annotated[
        str, typer.Option("--type", help="The new type: id or name.", metavar="TICKET_TYPE")
    ],
    state: State = None,
    attribute: Attributes = None,
) -> None:
    """Give a ticket another type of its category.

    Without --state it stays as far as it is, which the new type must know. Its contact is told.

    Examples:
      intercom tickets change-type 215470000003 --type Question --yes
    """
    typed, look = pairs(session, attribute or []), once(session, ticket)
    ask(session, "Change the type of", ticket, look)
    kind = type_id(session, type)
    body: Record = {"ticket_type_id": kind}
    if state is None:
        record = look()
        body["ticket_state_id"] = (
            session.rehearsal.stand_in("TICKET_STATE_ID", "its state now")
            if record is None
            else foreign.required_id(record, "ticket_state", "id")
        )
    else:
        body["ticket_state_id"] = state_id(session, state, lambda: kind)
    if typed:
        known = attributes_of_type(session, kind)
        body["ticket_attributes"] = values_of(session, typed, known)
    answer = session.write(call(RETYPING, ticket_id=ticket).with_json(body))
    show_written(session, answer, COLUMNS, "Changed the type of ticket", named=ticket)


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    own = [
        keyword("ticket", Ticket),
        *options(CHANGED),
        keyword("state", State, None),
        keyword("attribute", Attributes, None),
        keyword("admin", Admin, None),
        *body_options(),
    ]
    changing = described(with_parameters(update, own), UPDATE)
    action(
        resource,
        uses=(CHANGING, agree_to_change, state_id, *finders(CHANGED), acting_admin, *NAMES),
    )(changing)
    action(resource, uses=(RETYPING, READING, type_id, ONE_TYPE, state_id, *NAMES))(change_type)
