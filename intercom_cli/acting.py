"""In whose name something is done: the admin whose token it is, or another who is named."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.finding import Listed, finder
from intercom_cli.resource import Paging, sends, stands_for
from intercom_cli.session import Session

ADMINS = Listed("GET /admins", "admin", "admins", Paging("none", "admins"), ("name", "email"))
ME_OPERATIONS = ("GET /me", ADMINS.operation)
Admin = Annotated[
    str | None,
    typer.Option(
        "--admin",
        help="Act as this admin: id, e-mail or name.",
        metavar="ADMIN",
        show_default=False,
    ),
]

ME = "me"
by_name = finder(ADMINS)


@sends(*ME_OPERATIONS)
@stands_for("ADMIN")
def admin_id(session: Session, text: str) -> str:
    """The id of an admin by an id, an e-mail address or a name; ``me`` is who signed in."""
    return by_name(session, me_or(session, text))


def me_or(session: Session, text: str) -> str:
    """The id of who signed in for ``me``, any other text as it is."""
    return own_id(session) if text.casefold() == ME else text


@sends(*ME_OPERATIONS)
def acting_admin(session: Session, named: str | None) -> str:
    """The id of the admin who acts: the one named, else the one who is signed in."""
    return own_id(session) if named is None else admin_id(session, named)


def own_id(session: Session) -> str:
    """The id of the admin behind the token, as connecting wrote it down or ``GET /me`` tells."""
    workspace = session.source.workspace
    if workspace and workspace.admin_id:
        return workspace.admin_id
    request = call("GET /me")
    if session.choices.dry_run:
        return session.rehearsal.look_up(request, ADMINS.unknown, "the admin who is signed in")
    answer = session.send(request)
    return foreign.required_id(answer.json(), "id", http=answer.http)
