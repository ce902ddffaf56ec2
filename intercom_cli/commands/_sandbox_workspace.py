"""Connect to the sandbox inside this program: no server, no account, no secret."""

from __future__ import annotations

from intercom_cli.api.request import call
from intercom_cli.auth import keep
from intercom_cli.auth.identity import read
from intercom_cli.auth.keep import Connected
from intercom_cli.commands._connect_options import Wishes
from intercom_cli.credentials import SANDBOX_URL, Source
from intercom_cli.local.files import make_private_dir, unwritable
from intercom_cli.local.places import data_dir
from intercom_cli.session import Session
from intercom_cli.settings import Workspace


def connect(session: Session, wishes: Wishes) -> Connected:
    """Open the sandbox, which fills itself with people on first use, and remember it."""
    directory = data_dir(session.environ)
    try:
        make_private_dir(directory)
    except OSError as error:
        raise unwritable(directory, error) from error
    workspace = Workspace(name="sandbox", kind="sandbox")
    session.source = Source("--sandbox", SANDBOX_URL, workspace=workspace)
    identity = read(session.client.send(call("GET /me")).json(), "us")
    new = keep.record(identity, kind="sandbox", method="sandbox", read_only=wishes.read_only)
    return keep.remember(
        session.settings, session.vault, new, None, name=wishes.name, store=wishes.store
    )
