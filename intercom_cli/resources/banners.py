"""Banners that a contact is shown above the page."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import call
from intercom_cli.errors import NotFound
from intercom_cli.resource import Argument, Column, Resource, Verb
from intercom_cli.resources._lookup import contact_id, records_in
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

LISTING = "GET /contacts/{id}/banners"
DISMISSING = "POST /contacts/{id}/banners/{view_id}/dismiss"
ABOUT = "Who sees it: an id, an e-mail address, or external:ID."

resource = Resource(
    name="banners",
    one="banner",
    columns=(
        Column("View", "view_id", "id"),
        Column("Title", "title"),
        Column("Text", "body", "html"),
        Column("Style", "style"),
        Column("Position", "position"),
        Column("Dismissible", "show_dismiss_button", "flag"),
    ),
    verbs=(
        Verb(
            "list",
            LISTING,
            "intercom banners list jane@acme.test",
            "List the banners that a contact is to see.",
        ),
    ),
    parents=(Argument("id", ABOUT, "CONTACT", contact_id, "--contact"),),
    examples=(("dismiss", "intercom banners dismiss 1 --contact jane@acme.test"),),
)


@action(resource, uses=(DISMISSING, LISTING, contact_id))
def dismiss(
    session: Session,
    view: Annotated[str, typer.Argument(help="The view, as list tells it.", metavar="VIEW")],
    contact: Annotated[str, typer.Option("--contact", help=ABOUT, metavar="CONTACT")],
) -> None:
    """Hide a banner from a contact for good."""

    def look(session: Session, text: str) -> dict[str, Any]:
        request = call(LISTING, id=contact_id(session, contact))
        for banner in records_in(session.send(request)):
            if foreign.id_at(banner, "view_id") == text:
                return {"id": text, "name": foreign.first_text(banner, "title", "body")}
        raise NotFound(
            f"{contact} is not shown banner view {text}.",
            hint=f"intercom banners list --contact {contact}",
        )

    question = f"Hide banner {{}} from {contact} for good, in {session.source.name}?"
    agreed(session, question, (view,), look_up=look)
    request = call(DISMISSING, id=contact_id(session, contact), view_id=view)
    answer = session.write(request)
    show_written(session, answer, (), f"Hid from {contact}: banner view", view)
