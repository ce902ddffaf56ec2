"""Show which workspace and which token commands use."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.api.request import call, encode
from intercom_cli.auth.identity import read
from intercom_cli.credentials import Source, sources, winner
from intercom_cli.errors import IntercomError, NotSignedIn, StorageFailed
from intercom_cli.options import CALL, SHOW, TALK, shared
from intercom_cli.resource import Column
from intercom_cli.session import Session

COLUMNS = (
    Column("Active", "active", "flag"),
    Column("Source", "source"),
    Column("Workspace", "workspace", "id"),
    Column("Known as", "app_name"),
    Column("Admin", "admin"),
    Column("Region", "region"),
    Column("Token", "token"),
)


USES = {"status": ("GET /me",)}


@shared(SHOW, CALL, TALK)
def command(
    session: Session,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Ask Intercom whether the token is good.")
    ] = False,
) -> None:
    """Show which workspace commands use, and why.

    Every place credentials can come from is listed in order; the first one is used. A single one
    is shown whole on a terminal. The exit code is that of the active one: 0, or 4 when it cannot
    sign in.

    Examples:
      intercom status --check
      intercom status -o json --jq '.[0].workspace'
    """
    found = list(sources(session.settings, session.environ))
    if not found:
        winner(session.settings, session.environ)  # which says what there is instead
    rows = [row(source, active=number == 0) for number, source in enumerate(found)]
    problem = examine(session, found[0], rows[0], check=check)
    if len(rows) == 1 and session.printer.format == "table":
        session.printer.record(encode(rows[0]), COLUMNS)
    else:
        session.printer.records([encode(each) for each in rows], COLUMNS)
    if problem:
        raise problem


def row(source: Source, *, active: bool) -> dict[str, Any]:
    """One source as data; its token is never part of it."""
    workspace = source.workspace
    return {
        "active": active,
        "source": source.variable or source.reason,
        "workspace": workspace.name if workspace else None,
        "app_id": workspace.app_id if workspace else None,
        "app_name": workspace.app_name if workspace else None,
        "admin": (workspace.admin_email or workspace.admin_name) if workspace else None,
        "region": workspace.region if workspace else None,
        "base_url": source.base_url,
        "method": workspace.method if workspace else "token",
        "store": workspace.store if workspace else "environment",
        "read_only": workspace.read_only if workspace else False,
        "token": None if workspace and not source.is_sandbox else "present",
        "checked": False,
    }


def examine(
    session: Session, source: Source, told: dict[str, Any], *, check: bool
) -> IntercomError | None:
    """Look whether the active source has its token, and with --check whether it is good."""
    session.source = source
    try:
        session.client.token()
        told |= {"token": "present"}
        if check:
            told |= asked(session, told)
    except NotSignedIn as problem:
        told |= {"token": "refused" if problem.http else "missing"}
        return problem
    except StorageFailed as problem:
        told |= {"token": "unreadable"}
        return problem
    except IntercomError as problem:
        return problem
    return None


def asked(session: Session, told: dict[str, Any]) -> dict[str, Any]:
    """What Intercom itself says of the token."""
    body = session.client.send(call("GET /me")).json()
    identity = read(body, told["region"] or "us")
    return {
        "token": "good",
        "checked": True,
        "app_id": identity.app_id or told["app_id"],
        "app_name": identity.app_name or told["app_name"],
        "admin": identity.admin_email or identity.admin_name or told["admin"],
        "region": identity.region,
    }
