"""The workspace of article files: a folder belongs to the one it was pulled from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse

if TYPE_CHECKING:
    from intercom_cli.resources._article_folder import Folder
    from intercom_cli.resources._article_records import Article
    from intercom_cli.session import Session

ME = "GET /me"


def need_origin(session: Session, folder: Folder) -> None:
    """Raise Misuse for files that were pulled from another workspace, whatever is in them.

    A folder that does not say where it is from is taken to be of this workspace, which is said.
    """
    here = workspace_id(session)
    if not folder.workspace:
        if folder.files:
            session.printer.say(
                f"{folder.root} does not say which workspace it was pulled from;"
                f" assuming {session.source.name}."
            )
        folder.workspace = here
    elif here and folder.workspace != here:
        raise of_another(session, folder, here)


def check_article(session: Session, folder: Folder, article: Article) -> None:
    """Raise Misuse for an article of another workspace than the files."""
    if folder.workspace and article.workspace and folder.workspace != article.workspace:
        raise of_another(session, folder, article.workspace)
    folder.workspace = folder.workspace or article.workspace


def of_another(session: Session, folder: Folder, here: str) -> Misuse:
    """The error that names both workspaces."""
    names = [
        n for n, one in session.settings.workspaces().items() if one.app_id == folder.workspace
    ]
    known = f" ({names[0]})" if len(names) == 1 else ""
    return Misuse(
        f"The files in {folder.root} are of workspace {folder.workspace}{known}, and"
        f" {session.source.name} is workspace {here}.",
        hint="choose the other workspace with -w NAME, or another folder",
    )


def workspace_id(session: Session) -> str:
    """The id of the workspace; that of a sandbox is asked for, as its file may be another one."""
    workspace = session.source.workspace
    if workspace and workspace.app_id and workspace.kind != "sandbox":
        return workspace.app_id
    return foreign.text(session.send(call(ME)).json(), "app", "id_code")
