"""The client secret of the app, which signs notifications: where it is, and how to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intercom_cli.credentials import SANDBOX_SECRET
from intercom_cli.errors import InputNeeded, NotSignedIn
from intercom_cli.local.secret_variables import CLIENT_SECRET

if TYPE_CHECKING:
    from intercom_cli.session import Session

HELP = f"""\
Intercom signs every notification with the client secret of the app that asked for it.

  Where it is        https://app.intercom.com/a/apps/_/developer-hub
                     your app > Configure > Basic information > Client secret
  In a script        set {CLIENT_SECRET}
  At a terminal      it is asked for, and not shown while you type
  After connecting   intercom connect --oauth keeps it with the workspace: nothing to do
  In the sandbox     it is {SANDBOX_SECRET}

It never goes on the command line, where other users could see it. It stays the same until you
make a new one in the Developer Hub; then every signature made with the old one is wrong.

Topics are chosen in the Developer Hub as well: your app > Configure > Webhooks, with the address
that intercom listen gives. The API has no way to do that. Intercom asks the address with HEAD when
you save it, so listen must be running then.
"""
QUESTION = "Client secret of your app (not shown)"
INSTEAD = f"set {CLIENT_SECRET}; intercom listen --print-secret-help tells where it is"


def known_secret(session: Session) -> str | None:
    """The secret of the environment, else of the workspace this run uses; None for neither."""
    if given := session.environ.get(CLIENT_SECRET, "").strip():
        return given
    try:
        source = session.source
    except NotSignedIn:
        return None
    if source.is_sandbox:
        return SANDBOX_SECRET
    if source.workspace is None:
        return None
    kept = session.vault.get(source.workspace.secret_account, source.workspace.store) or {}
    return str(kept.get("client_secret") or "") or None


def client_secret(session: Session) -> str:
    """The secret; a person is asked for it. Raises InputNeeded where nobody can be."""
    if known := known_secret(session):
        return known
    if not session.prompts.allowed:
        told = (
            "The client secret of your app is not known, and there is no terminal to prompt for it."
        )
        raise InputNeeded(told, hint=INSTEAD)
    if given := session.prompts.secret(QUESTION, instead=INSTEAD):
        return given
    raise InputNeeded("No client secret was given.", hint=INSTEAD)
