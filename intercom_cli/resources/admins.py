"""Teammates with access to the workspace."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.acting import acting_admin, admin_id
from intercom_cli.api.request import call
from intercom_cli.resource import Argument, Column, Paging, Resource, Verb
from intercom_cli.resources._named import reason_id
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

AWAY, ADMINS, ME = "PUT /admins/{admin_id}/away", "GET /admins", "GET /me"
ADMIN = Argument("admin_id", "Ids, e-mail addresses or names.", "ADMIN", admin_id)

resource = Resource(
    name="admins",
    one="admin",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("E-mail", "email"),
        Column("Title", "job_title"),
        Column("Away", "away_mode_enabled", "flag"),
        Column("Seat", "has_inbox_seat", "flag"),
    ),
    verbs=(
        Verb("list", "GET /admins", "intercom admins list"),
        Verb(
            "get",
            "GET /admins/{admin_id}",
            "intercom admins get 991267459",
            arguments=(ADMIN,),
        ),
    ),
    paging=Paging("none", "admins"),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("email", "string"),
        ("job_title", "string"),
        ("away_mode_enabled", "boolean"),
        ("has_inbox_seat", "boolean"),
    ),
)

Whom = Annotated[
    str | None,
    typer.Argument(help="An id, e-mail address or name; you.", metavar="ADMIN", show_default=False),
]


@action(resource, uses=(AWAY, acting_admin, reason_id))
def away(
    session: Session,
    admin: Whom = None,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason", help="Why; see away-reasons.", metavar="REASON", show_default=False
        ),
    ] = None,
    reassign: Annotated[
        bool,
        typer.Option(
            "--reassign", help="Send new replies to the default inbox.", show_default=False
        ),
    ] = False,
) -> None:
    """Say that a teammate is away.

    Examples:
      intercom admins away jonas@harborlights.test --reason 'Out of office' --reassign
    """
    body: dict[str, Any] = {"away_mode_enabled": True, "away_mode_reassign": reassign}
    if reason is not None:
        found = reason_id(session, reason)
        body["away_status_reason_id"] = int(found) if found.isdecimal() else found
    set_away(session, admin, body, "Set away: admin")


@action(resource, uses=(AWAY, acting_admin))
def back(session: Session, admin: Whom = None) -> None:
    """Say that a teammate is back.

    Examples:
      intercom admins back jonas@harborlights.test
    """
    set_away(
        session, admin, {"away_mode_enabled": False, "away_mode_reassign": False}, "Set back: admin"
    )


def set_away(session: Session, admin: str | None, body: dict[str, Any], did: str) -> None:
    """Send it for an admin, or for whoever is signed in."""
    request = call(AWAY, admin_id=acting_admin(session, admin)).with_json(body)
    show_written(session, session.write(request), resource.columns, did)
