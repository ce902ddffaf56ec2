"""What the ways to connect share: asking whose token it is, keeping it, telling how it went."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from intercom_cli.auth import keep
from intercom_cli.auth.identity import identify
from intercom_cli.auth.keep import Connected
from intercom_cli.commands._connect_options import Wishes
from intercom_cli.connection import dial
from intercom_cli.local.secret_variables import TOKEN_VARIABLES
from intercom_cli.session import Session
from intercom_cli.settings import Workspace


def base_url(session: Session) -> str | None:
    """The configured address of the API, None for Intercom's own."""
    found = session.settings.get("base_url").value
    return str(found) if found else None


def remember(
    session: Session,
    wishes: Wishes,
    secret: Mapping[str, Any],
    *,
    method: str,
    client_id: str | None = None,
) -> Connected:
    """Ask Intercom whose token it is, and keep the workspace with its secret."""
    identity = identify(
        partial(dial, session),
        str(secret["access_token"]),
        region=wishes.region,
        base_url=base_url(session),
    )
    if not identity.known:
        session.printer.warn(
            "The token may not read whose it is; give your app the permission "
            "'Read one admin' to see names."
        )
    new = keep.record(
        identity,
        base_url=base_url(session),
        method=method,
        client_id=client_id,
        read_only=wishes.read_only,
    )
    return keep.remember(
        session.settings, session.vault, new, secret, name=wishes.name, store=wishes.store
    )


def tell(session: Session, connected: Connected) -> None:
    """Say which workspace it is, where its secret went, and what to type next."""
    workspace, say = connected.workspace, session.printer.done
    say(f"Connected to {workspace.app_name or workspace.name} {who(workspace)}.")
    if connected.kept.notice:
        session.printer.warn(connected.kept.notice)
    elif connected.kept.place:
        say(f"The token is kept in {connected.kept.place}.")
    if workspace.read_only:
        say("It is connected for reading only: commands that change something are refused.")
    say(naming(session, connected))
    for variable in TOKEN_VARIABLES:
        if session.environ.get(variable, "").strip():
            session.printer.warn(
                f"{variable} is set and wins; use this workspace with -w {workspace.name}."
            )
            break
    say("Next: intercom contacts list")


def who(workspace: Workspace) -> str:
    """The person who is signed in, and the region, as far as they are known."""
    person = workspace.admin_name or workspace.admin_email
    if workspace.admin_name and workspace.admin_email:
        person = f"{workspace.admin_name} <{workspace.admin_email}>"
    return f"as {person}, region {workspace.region}" if person else f"region {workspace.region}"


def naming(session: Session, connected: Connected) -> str:
    """What the workspace is called here, and which one commands use from now on."""
    name, before = connected.workspace.name, connected.before
    default = session.settings.get("workspace").value
    if default != name:
        return f"It is called {name} here; the default is still {default}. Use it with -w {name}."
    if before and before != name and before in session.settings.workspaces():
        return (
            f"It is called {name} here, and is the default now. "
            f"Back to the one before: intercom workspaces use {before}"
        )
    return f"It is called {name} here, and is the default."
