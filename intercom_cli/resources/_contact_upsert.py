"""Create a contact or change the one that is there: Intercom has no such call of its own.

A new contact costs one request. A known one costs two: the create is refused with 409, and the id
of the contact in the way stands only inside that sentence. Leads may share an e-mail address, so
for them the address is looked up first.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, Refused
from intercom_cli.options import Command
from intercom_cli.parameters import body_options, keyword, options, with_parameters
from intercom_cli.resource import Resource
from intercom_cli.resources._lookup import contact_request, only_one, records_in
from intercom_cli.session import Session
from intercom_cli.verbs import described
from intercom_cli.writing import body_from, show_written

CREATING = "POST /contacts"
CHANGING = "PUT /contacts/{contact_id}"
UNARCHIVING = "POST /contacts/{contact_id}/unarchive"
UPSERTING = (CREATING, CHANGING, UNARCHIVING, "POST /contacts/search")
CONFLICT = 409
HELP = """Create a contact, or change the one that is there.

Examples:
  intercom contacts upsert --external-id 42 --name 'Jane Doe'
"""
Unarchive = Annotated[
    bool,
    typer.Option("--unarchive", help="Bring an archived contact back first.", show_default=False),
]


def upsert_of(resource: Resource) -> Command:
    """Build ``contacts upsert`` with the options of create."""

    def upsert(
        session: Session,
        *,
        unarchive: bool,
        data: str | None,
        set: list[str] | None,
        **given: Any,
    ) -> None:
        body = body_from(
            session, resource.fields, given, sets=set, data=data, operation="POST /contacts"
        )
        if not (body.get("email") or body.get("external_id")):
            raise Misuse("An upsert needs --email or --external-id to recognise the contact by.")
        put_in(session, resource, body, unarchive=unarchive)

    switch = keyword("unarchive", Unarchive, default=False)
    own = [switch, *options(resource.fields), *body_options()]
    return described(with_parameters(upsert, own), HELP)


def put_in(session: Session, resource: Resource, body: dict[str, Any], *, unarchive: bool) -> None:
    """Create the contact, or change the one it collides with."""
    if body.get("role") == "lead" and (known := lead_with(session, body)):
        change(session, resource, known, body)
        return
    try:
        answer = session.write(call(CREATING).with_json(body))
    except Refused as error:
        from intercom_cli.api.refusals import existing_id
        from intercom_cli.set_values import add_hint

        twin = existing_id(error)
        if error.http is None or error.http.status != CONFLICT or twin is None:
            add_hint(session, CREATING, body, error)
            raise
        if "archived" in error.message.lower():
            bring_back(session, twin, error, unarchive=unarchive)
        change(session, resource, twin, body)
        return
    show_written(session, answer, resource.columns, "Created contact")


def bring_back(session: Session, twin: str, error: Refused, *, unarchive: bool) -> None:
    """Unarchive the contact in the way, if that was asked for."""
    if not unarchive:
        error.hint = f"add --unarchive, or type: intercom contacts unarchive {twin}"
        raise error
    session.write(call(UNARCHIVING, contact_id=twin))


def change(session: Session, resource: Resource, contact: str, body: dict[str, Any]) -> None:
    """Change the contact that is there."""
    request = call(CHANGING, contact_id=contact).with_json(body)
    show_written(session, session.write(request), resource.columns, "Changed contact")


def lead_with(session: Session, body: dict[str, Any]) -> str | None:
    """The one lead with that e-mail address; None when there is none or no address.

    Raises Misuse when several share it.
    """
    if not (email := body.get("email")) or session.choices.dry_run:
        return None
    found = records_in(session.send(contact_request(str(email))))
    leads = [record for record in found if record.get("role") == "lead"]
    return only_one(leads, str(email), "contact") if leads else None
