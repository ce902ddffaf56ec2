"""In whose name something is done: the admin whose token it is, or another who is named."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.resource import sends
from intercom_cli.session import Session

UNKNOWN = "ADMIN_ID"  # stands in a dry run for what only Intercom knows
ME_OPERATIONS = ("GET /me", "GET /admins")
Admin = Annotated[
    str | None,
    typer.Option(
        "--admin", help="Act as this admin: id or e-mail.", metavar="ADMIN", show_default=False
    ),
]


def acting_admin(session: Session, named: str | None) -> str:
    """The id of the admin who acts: the one named, else the one who is signed in."""
    return admin_id(session, named) if named else own_id(session)


def own_id(session: Session) -> str:
    """The id of the admin behind the token, as connecting wrote it down or ``GET /me`` tells."""
    workspace = session.source.workspace
    if workspace and workspace.admin_id:
        return workspace.admin_id
    request = call("GET /me")
    if session.choices.dry_run:
        session.show(request)
        return UNKNOWN
    found = session.send(request).json()
    return str(found["id"])


@sends("GET /admins")
def admin_id(session: Session, text: str) -> str:
    """The id of an admin by id, e-mail address or name.

    Raises NotFound for nobody, and Misuse for a name that several have.
    """
    if text.isdigit():
        return text
    request = call("GET /admins")
    if session.choices.dry_run:
        session.show(request)
        return UNKNOWN
    found = [one for one in session.send(request).json()["admins"] if is_called(one, text)]
    if not found:
        raise NotFound(f"There is no admin {text!r}.", hint="intercom admins list")
    if len(found) > 1:
        ids = ", ".join(str(one["id"]) for one in found)
        raise Misuse(f"{text!r} is the name of several admins: {ids}.", hint="name one by its id")
    return str(found[0]["id"])


def is_called(admin: dict[str, Any], text: str) -> bool:
    """Whether an admin has that e-mail address or name, in any case."""
    known = (str(admin.get("email") or ""), str(admin.get("name") or ""))
    return text.casefold() in {value.casefold() for value in known}
