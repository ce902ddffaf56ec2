"""The options that new tickets and changed ones have."""

from __future__ import annotations

from typing import Any

from intercom_cli.acting import admin_id
from intercom_cli.resource import Field, sends, stands_for
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._lookup import company_id, contact_id
from intercom_cli.resources._named import team_id, type_id
from intercom_cli.resources._people import person
from intercom_cli.resources._ticket_found import DESCRIPTION, TITLE
from intercom_cli.resources._ticket_types import ONE_TYPE, attributes_of_type
from intercom_cli.resources._ticket_values import pairs, values_of
from intercom_cli.session import Session

Body = dict[str, Any]


@sends(contact_id)
@stands_for("CONTACT")
def put_contact(session: Session, body: Body, text: str) -> None:
    """Name the one contact of a new ticket.

    An e-mail address is looked up first: of one that nobody has Intercom would make a new lead.
    """
    named = person(text)
    if "email" in named:
        named = {"id": contact_id(session, text)}
    elif "user_id" in named:
        named = {"external_id": named["user_id"]}
    body["contacts"] = [named]


@sends(ONE_TYPE)
@stands_for("NAME=VALUE")
def put_attributes(session: Session, body: Body, texts: list[str]) -> None:
    """Put the attributes of a new ticket into its body, as its type has them."""
    given = pairs(session, texts)
    kind = body.get("ticket_type_id")
    known = attributes_of_type(session, str(kind)) if kind else None
    held = body.setdefault("ticket_attributes", {})
    held.update(values_of(session, given, known))


SAID = (
    Field("title", "What it is called.", place=f"ticket_attributes.{TITLE}"),
    Field(
        "description",
        "What it is about; - reads stdin.",
        place=f"ticket_attributes.{DESCRIPTION}",
        find=text_of,
    ),
)
COMPANY = Field(
    "company",
    "The company it is for: id, company:ID or name.",
    place="company_id",
    find=company_id,
)
SILENT = Field("skip_notifications", "Notify nobody of it.", "boolean")
NEW = (
    Field(
        "type",
        "Its ticket type: id or name.",
        required=True,
        place="ticket_type_id",
        find=type_id,
    ),
    Field(
        "contact",
        "Who asks: id, e-mail address or external:ID.",
        required=True,
        place="contacts",
        into=put_contact,
    ),
    *SAID,
    Field("attribute", "What its type asks; once for each.", "strings", into=put_attributes),
    COMPANY,
    Field("conversation", "The conversation to link it to.", place="conversation_to_link_id"),
    Field(
        "assignee",
        "The admin: id, e-mail or name.",
        place="assignment.admin_assignee_id",
        find=admin_id,
    ),
    Field("team", "The team: id or name.", place="assignment.team_assignee_id", find=team_id),
    Field("created_at", "When it was made, if not now.", "time"),
    SILENT,
)
CHANGED = (
    *SAID,
    COMPANY,
    Field("is_shared", "Whether the customer sees it.", "boolean"),
    SILENT,
)
