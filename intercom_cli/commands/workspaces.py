"""List, choose, rename and show connected workspaces."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.api.request import encode
from intercom_cli.credentials import base_url
from intercom_cli.options import SHOW, TALK, shared
from intercom_cli.resource import Column
from intercom_cli.session import Session
from intercom_cli.settings import Workspace

COLUMNS = (
    Column("Name", "name"),
    Column("Default", "default", "flag"),
    Column("Workspace", "app_name"),
    Column("App id", "app_id", "id"),
    Column("Region", "region"),
    Column("Admin", "admin_email"),
    Column("Read only", "read_only", "flag"),
)

Name = Annotated[
    str, typer.Argument(help="A connected workspace.", metavar="NAME", show_default=False)
]


@shared(SHOW, TALK)
def list_(session: Session) -> None:
    """List connected workspaces.

    Examples:
      intercom workspaces list
    """
    default = session.settings.get("workspace").value
    known = session.settings.workspaces().values()
    rows = (encode(record(session, workspace, default)) for workspace in known)
    session.printer.records(rows, COLUMNS, noun="workspaces")


@shared(TALK)
def use(session: Session, *, name: Name) -> None:
    """Make a workspace the default.

    Examples:
      intercom workspaces use acme
    """
    session.settings.use_workspace(name)
    session.printer.done(f"Commands use {session.settings.workspaces()[name].title} from now on.")
    active = session.settings.get("workspace")
    if active.source == "environment" and active.value != name:
        session.printer.warn(f"{active.place} is set and wins: it says {active.value}.")


@shared(TALK)
def rename(
    session: Session,
    *,
    name: Name,
    new: Annotated[
        str,
        typer.Argument(help="What to call it from now on.", metavar="NEW", show_default=False),
    ],
) -> None:
    """Give a workspace another name on this machine.

    Examples:
      intercom workspaces rename acme acme-eu
    """
    session.settings.rename_workspace(name, new)
    session.printer.done(f"{name} is called {new} now.")


@shared(SHOW, TALK)
def show(
    session: Session,
    *,
    name: Annotated[
        str | None, typer.Argument(help="The default one.", metavar="[NAME]", show_default=False)
    ] = None,
) -> None:
    """Show what is known of a workspace.

    Examples:
      intercom workspaces show
      intercom workspaces show acme -o json
    """
    from intercom_cli.credentials import winner

    default = session.settings.get("workspace").value
    if name is None:
        workspace = winner(session.settings, {}).workspace
        assert workspace is not None
    else:
        workspace = session.settings.workspace(name)
    session.printer.record(encode(record(session, workspace, default)))


def record(session: Session, workspace: Workspace, default: str | None) -> dict[str, Any]:
    """A workspace as data: everything but its secret."""
    return {
        "name": workspace.name,
        "default": workspace.name == default,
        "kind": workspace.kind,
        "app_id": workspace.app_id,
        "app_name": workspace.app_name,
        "region": workspace.region,
        "base_url": base_url(session.settings, workspace),
        "method": workspace.method,
        "store": workspace.store,
        "admin_id": workspace.admin_id,
        "admin_name": workspace.admin_name,
        "admin_email": workspace.admin_email,
        "client_id": workspace.client_id,
        "timezone": workspace.timezone,
        "read_only": workspace.read_only,
        "connected_at": workspace.connected_at,
    }


commands = {"list": list_, "use": use, "rename": rename, "show": show}
