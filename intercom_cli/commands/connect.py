"""Connect to an Intercom workspace, or to a sandbox."""

from __future__ import annotations

from intercom_cli.commands import _connect_options as o
from intercom_cli.commands import _guide, _sandbox_workspace, _with_browser, _with_token
from intercom_cli.commands._signing_in import tell
from intercom_cli.errors import Misuse
from intercom_cli.local.workspace import check_name
from intercom_cli.options import TALK, shared
from intercom_cli.session import Session

USES = {"connect": ("GET /me",)}


@shared(TALK)
def command(
    session: Session,
    *,
    sandbox: o.Sandbox = False,
    oauth: o.OAuth = False,
    token_stdin: o.TokenStdin = False,
    token_file: o.TokenFile = None,
    name: o.Name = None,
    region: o.RegionOption = None,
    store: o.StoreOption = None,
    read_only: o.ReadOnly = False,
    client_id: o.ClientId = None,
    client_secret_stdin: o.ClientSecretStdin = False,
    redirect_uri: o.RedirectUri = None,
    no_browser: o.NoBrowser = False,
    paste: o.Paste = False,
    timeout: o.Timeout = 300,
    cert: o.Cert = None,
    key: o.Key = None,
) -> None:
    """Connect to an Intercom workspace.

    Without options you are asked how, step by step. A workspace that was connected before keeps
    its name. Secrets are never taken from the command line.

    Examples:
      intercom connect --sandbox
      intercom connect --token-stdin < token.txt
      intercom connect --oauth --client-id 1a2b3c --region eu
    """
    known = str(region) if region else session.settings.get("region").value
    wishes = o.Wishes(name, known, str(store) if store else None, read_only)
    ways = o.Ways(
        client_id, client_secret_stdin, redirect_uri, not no_browser, paste, timeout, cert, key
    )
    by_token = token_stdin or token_file is not None
    chosen = chosen_way(sandbox=sandbox, oauth=oauth or ways.are_chosen, token=by_token)
    if name:
        check_name(name)
    way = chosen or _guide.choose_way(session)
    if way == "sandbox":
        connected = _sandbox_workspace.connect(session, wishes)
    elif way == "oauth":
        connected = _with_browser.connect(session, wishes, ways, guided=not chosen)
    else:
        text = _with_token.text_of(session, stdin=token_stdin, file=token_file, guided=not chosen)
        connected = _with_token.connect(session, wishes, text)
    tell(session, connected)


def chosen_way(*, sandbox: bool, oauth: bool, token: bool) -> str | None:
    """The way the options name; None when they name none. Raises Misuse when they name several."""
    named = {"sandbox": sandbox, "oauth": oauth, "token": token}
    ways = [way for way, given in named.items() if given]
    if len(ways) > 1:
        raise Misuse(f"Connect in one way: the options name {' and '.join(ways)}.")
    return ways[0] if ways else None
