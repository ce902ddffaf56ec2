"""Where a record stands in Intercom's web app."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from intercom_cli.api.hosts import REGIONS, region_of
from intercom_cli.api.request import call, path_of
from intercom_cli.errors import Misuse
from intercom_cli.resource import Resource
from intercom_cli.session import Session


def address_of(session: Session, resource: Resource, id: str) -> str:
    """The address of a record's page. Raises Misuse for a noun that has none."""
    if not resource.page:
        raise Misuse(f"The web app has no page for {resource.many} that is known here.")
    base, app = app_of(session)
    return base + path_of(resource.page, app=app, id=id)


def known_address(session: Session, resource: Resource) -> Callable[[str], str] | None:
    """What gives the address of a record's page where that can be told without asking Intercom."""
    workspace = session.source.workspace
    if workspace is None or not workspace.app_id or workspace.kind == "sandbox":
        return None
    return partial(address_of, session, resource)


def app_of(session: Session) -> tuple[str, str]:
    """The web app's address in the workspace's region, and the workspace's id in it.

    They were written down at connecting; with only a token ``GET /me`` tells them.
    """
    workspace = session.source.workspace
    if workspace and workspace.app_id:
        return REGIONS[workspace.region].app, workspace.app_id
    found = session.send(call("GET /me")).json()
    app = found.get("app") if isinstance(found, dict) else None
    if not isinstance(app, dict) or not app.get("id_code"):
        raise Misuse("This token does not tell which workspace it opens.", hint="intercom connect")
    return REGIONS[region_of(str(app.get("region") or "us"))].app, str(app["id_code"])
