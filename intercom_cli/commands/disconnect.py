"""Forget a workspace on this machine, or uninstall its app."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.api.request import Request
from intercom_cli.credentials import Source, named, winner
from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.options import CALL, TALK, WRITE, shared
from intercom_cli.session import Session
from intercom_cli.settings import Workspace

UNINSTALL = Request("POST", "/auth/uninstall")


@shared(WRITE, CALL, TALK)
def command(
    session: Session,
    *,
    name: Annotated[
        str | None,
        typer.Argument(
            help="Which workspace; the default one.", metavar="[NAME]", show_default=False
        ),
    ] = None,
    uninstall_app: Annotated[
        bool, typer.Option("--uninstall-app", help="Also end the app's access for everybody.")
    ] = False,
) -> None:
    """Forget a workspace and its token.

    Only this machine forgets: the token stays valid. With --uninstall-app your app is also
    uninstalled from the workspace, for every teammate, and its tokens end.

    Examples:
      intercom disconnect acme
      intercom disconnect acme --uninstall-app
    """
    workspace = target(session, name)
    if uninstall_app:
        uninstall(session, workspace)
    if session.choices.rehearses:
        session.printer.say(f"Would forget {workspace.title}.")
        return
    forget_secret(session, workspace)
    session.settings.drop_workspace(workspace.name)
    tell(session, workspace, uninstalled=uninstall_app)


def target(session: Session, name: str | None) -> Workspace:
    """The workspace that is meant, and no other; requests of this run go to it.

    Raises NotSignedIn when there is none of that name, Misuse when two are named or the
    credentials are the environment's.
    """
    wished = session.choices.workspace
    if name and wished and name != wished:
        raise Misuse(f"Which one: {name} or {wished}?", hint=f"intercom disconnect {name}")
    source = chosen(session, name or wished)
    if source.workspace is None:
        raise Misuse(
            f"The token comes from {source.variable}, which only you can take away.",
            hint=f"unset {source.variable}, or: intercom disconnect NAME",
        )
    session.source = source
    return source.workspace


def chosen(session: Session, name: str | None) -> Source:
    """The source of that name, or the one in use."""
    if name:
        return named(session.settings, name, "NAME")
    return winner(session.settings, session.environ)


def uninstall(session: Session, workspace: Workspace) -> None:
    """Uninstall the app once the person agreed. Raises Misuse for a workspace only to be read."""
    if not session.choices.dry_run:
        session.need_writable()
    if session.choices.plan:
        told = f"Would uninstall your app from {workspace.title}, for every teammate."
        session.printer.say(told)
        return
    session.confirm(
        f"Uninstall your app from {workspace.title}? It ends for every teammate, and so do its "
        "tokens."
    )
    if session.choices.dry_run:
        session.show(UNINSTALL)
        return
    session.client.send(UNINSTALL)


def forget_secret(session: Session, workspace: Workspace) -> None:
    """Delete the workspace's secret.

    Raises StorageFailed when its store cannot be reached, unless --yes says to go on without.
    """
    try:
        session.vault.forget(workspace.secret_account, workspace.store)
    except StorageFailed as error:
        told = f"{error.message} The token of {workspace.name} is still in it."
        if not session.choices.yes:
            anyway = f"intercom disconnect {workspace.name} --yes"
            hint = f"Unlock it, or leave the token there: {anyway}"
            raise StorageFailed(told, hint=hint) from error
        session.printer.warn(told)


def tell(session: Session, workspace: Workspace, *, uninstalled: bool) -> None:
    """Say what was forgotten, what stays valid, and which workspace is used from now on."""
    session.printer.done(f"Disconnected {workspace.title}.")
    if uninstalled:
        session.printer.done("Its app is uninstalled.")
    elif workspace.kind == "intercom":
        session.printer.done(
            "Its token stays valid until you regenerate it in the Developer Hub or uninstall the "
            "app there."
        )
    left = session.settings.get("workspace")
    if left.source == "file" and left.value:
        session.printer.done(f"The default is {left.value} now.")
