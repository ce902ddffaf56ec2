"""Find a ticket by its number, the short one that people see: No. 27."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.query.nodes import Condition
from intercom_cli.resource import sends
from intercom_cli.resources._ticket_found import READING, reading
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.api.response import Response
    from intercom_cli.resource import Resource

SEARCHING = "POST /tickets/search"
NUMBER = re.compile(r"(?:no\.? ?|#)?(\d{1,9})", re.IGNORECASE)
PREFIX = re.compile(r"(?:no\.? ?|#)(?=\d+$)", re.IGNORECASE)


def numbered(_: Session, condition: Condition) -> Condition:
    """A condition of numbers, with those in it that are written as "No. 27"."""
    values = (
        value if value == "null" else type(value)(PREFIX.sub("", value))
        for value in condition.values
    )
    return condition._replace(values=tuple(values))


@sends(READING, SEARCHING)
def answer_for(session: Session, resource: Resource, ticket: str) -> Response:
    """The answer of one ticket: by its id, and where no ticket has that, by its number.

    Raises NotFound for none, and Misuse for a number that several have.
    """
    number = NUMBER.fullmatch(ticket.strip())
    if number is None:
        return session.send(reading(ticket))
    try:
        return session.send(reading(number[1]))
    except NotFound:
        id = id_of(session, resource, number[1])
        if id is None:
            raise
    session.printer.say(f"No ticket has the id {number[1]}: this is No. {number[1]}, id {id}.")
    return session.send(reading(id))


def id_of(session: Session, resource: Resource, number: str) -> str | None:
    """The id of the ticket with a number; None for none. Raises Misuse for several."""
    import msgspec

    from intercom_cli import foreign
    from intercom_cli.narrowing import narrow

    found = narrow(session, resource, call(SEARCHING), f"ticket_id = {number}", whole=True)
    rows = list(found.rows(session))
    ids = [foreign.required_id(msgspec.json.decode(row), "id") for row in rows]
    if len(ids) > 1:
        raise Misuse(f"Several tickets are No. {number}: {', '.join(ids)}.", hint="name one by id")
    return ids[0] if ids else None
