"""Connect in the browser, with the client id and secret of one's own app."""

from __future__ import annotations

from functools import partial

from intercom_cli.auth import token
from intercom_cli.auth.asking import Asking
from intercom_cli.auth.endpoints import endpoints
from intercom_cli.auth.exchange import App, exchange_code
from intercom_cli.auth.keep import Connected
from intercom_cli.auth.oauth import sign_in
from intercom_cli.auth.waiting import Result
from intercom_cli.commands import _guide
from intercom_cli.commands._connect_options import Ways, Wishes
from intercom_cli.commands._signing_in import base_url, remember, who
from intercom_cli.connection import dial
from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.local.secret_variables import CLIENT_SECRET
from intercom_cli.output.clean import clean
from intercom_cli.session import Session

CLOSE = "You can close this page and go back to the terminal."


def connect(session: Session, wishes: Wishes, ways: Ways, *, guided: bool) -> Connected:
    """Send the person to Intercom's consent page, and keep what they come back with."""
    redirect = ways.redirect_uri or str(session.settings.get("redirect_uri").value)
    app = find_app(session, wishes, ways, redirect, guided=guided)
    where = endpoints(region=wishes.region, base_url=base_url(session))
    done: list[Connected] = []

    def complete(code: str) -> Result:
        with dial(session, where.token, None) as client:
            send = partial(client.send, check=False)
            secret = exchange_code(send, app, code=code, redirect_uri=redirect)
        connected = remember(session, wishes, secret, method="oauth", client_id=app.client_id)
        done.append(connected)
        workspace = connected.workspace
        title = f"Connected to {workspace.app_name or workspace.name}"
        return Result(ok=True, title=title, text=f"Signed in {who(workspace)}. {CLOSE}")

    sign_in(asking(session, ways, app, where.consent, redirect), complete)
    return done[0]


def asking(session: Session, ways: Ways, app: App, consent: str, redirect: str) -> Asking:
    """What the sign-in needs to know of this run."""
    pasted = ways.paste or session.prompts.allowed
    if ways.paste and ways.secret_from_stdin:
        raise Misuse(
            "Standard input cannot give both the client secret and the pasted address.",
            hint=f"Put the client secret into {CLIENT_SECRET}.",
        )
    return Asking(
        environ=session.environ,
        client_id=app.client_id,
        consent=consent,
        redirect_uri=redirect,
        say=session.printer.say,
        insist=lambda text: session.printer.talk.line(clean(text)),
        stdin=session.streams.stdin if pasted and not ways.secret_from_stdin else None,
        seconds=ways.seconds,
        listen=not ways.paste,
        open_browser=ways.open_browser,
        cert=ways.cert,
        key=ways.key,
    )


def find_app(session: Session, wishes: Wishes, ways: Ways, redirect: str, *, guided: bool) -> App:
    """Find the client id and secret: given, in the environment, kept from before, or asked for."""
    client_id = ways.client_id or session.settings.get("client_id").value
    known = session.settings.workspaces()
    if not client_id and wishes.name in known:
        client_id = known[wishes.name].client_id
    secret = given_secret(session, ways)
    if client_id and not secret:
        secret = kept_secret(session, str(client_id))
    if guided or (session.prompts.allowed and not (client_id and secret)):
        _guide.tell(session, _guide.APP.format(redirect=redirect))
    if not client_id:
        client_id = session.prompts.ask(
            "Client id", instead="Add --client-id ID, or set INTERCOM_CLIENT_ID"
        )
    if not secret:
        secret = session.prompts.secret(
            "Client secret (not shown)",
            instead=f"Add --client-secret-stdin, or set {CLIENT_SECRET}",
        )
    return App(
        token.cleaned(str(client_id), what="client id"),
        token.cleaned(secret, what="client secret"),
    )


def given_secret(session: Session, ways: Ways) -> str:
    """The client secret from standard input or the environment; empty when it is in neither."""
    if ways.secret_from_stdin:
        streams = session.streams
        return token.from_stdin(streams.stdin, is_terminal=streams.in_is_terminal)
    return session.environ.get(CLIENT_SECRET, "")


def kept_secret(session: Session, client_id: str) -> str:
    """The client secret from an earlier sign-in with the same app; empty when there was none."""
    for workspace in session.settings.workspaces().values():
        if workspace.client_id != client_id or workspace.method != "oauth":
            continue
        try:
            secret = session.vault.get(workspace.secret_account, workspace.store) or {}
        except StorageFailed as error:
            session.printer.warn(error.message)
            continue
        if secret.get("client_secret"):
            return str(secret["client_secret"])
    return ""
