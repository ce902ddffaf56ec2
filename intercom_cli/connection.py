"""Make the client of a run from its source of credentials."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from intercom_cli.api.client import Client
from intercom_cli.api.request import fits_a_header
from intercom_cli.credentials import SANDBOX_TOKEN, SANDBOX_URL, Source
from intercom_cli.errors import NotSignedIn

if TYPE_CHECKING:
    from intercom_cli.auth.stored import StoredToken
    from intercom_cli.session import Session

SAMPLED = 25  # contacts of a workspace that samples are taken from


def connect(session: Session) -> Client:
    """A client for the workspace this run uses; no connection is opened yet."""
    source = session.source
    if source.is_stored:
        stored = stored_token(session, source)
        return client_at(session, source.base_url, stored, renew=stored.renew)
    token, transport = token_of(session, source), transport_of(session, source)
    return client_at(session, source.base_url, lambda: token, transport=transport)


def dial(session: Session, base_url: str, token: str | None) -> Client:
    """A client for a token that is not stored yet, or for requests that need none."""
    return client_at(session, base_url, lambda: token)


def client_at(
    session: Session,
    base_url: str,
    token: Callable[[], str | None],
    *,
    transport: Any = None,
    renew: Callable[[], bool] | None = None,
) -> Client:
    """A client for an address, with this run's settings."""
    settings, printer = session.settings, session.printer
    return Client(
        base_url=base_url,
        token=token,
        version=str(settings.get("api_version").value),
        timeout=float(settings.get("timeout").value),
        max_wait=float(settings.get("max_wait").value),
        transport=session.transport or transport,
        notice=printer.warn,
        trace=printer.trace if session.choices.debug else None,
        refresh=renew,
        trusted=(base_url,),
        environ=session.environ,
    )


def transport_of(session: Session, source: Source) -> Any:
    """The embedded sandbox for a sandbox workspace; None for the network."""
    if not source.is_sandbox:
        return None
    from intercom_cli.sandbox.transport import SandboxTransport
    from intercom_cli.settings import data_dir

    return SandboxTransport(data_dir(session.environ) / "sandbox.db")


def sample_client(session: Session) -> Client:
    """A client for a small workspace that is made up for this run and forgotten with it."""
    from intercom_cli.sandbox.options import Options
    from intercom_cli.sandbox.transport import SandboxTransport

    return Client(
        base_url=SANDBOX_URL,
        token=lambda: SANDBOX_TOKEN,
        version=str(session.settings.get("api_version").value),
        transport=SandboxTransport(":memory:", options=Options(contacts=SAMPLED)),
        environ=session.environ,
    )


def token_of(session: Session, source: Source) -> str:
    """The token of the environment, or the sandbox's; neither is kept anywhere."""
    if source.variable:
        return checked(session.environ[source.variable], source.variable)
    return SANDBOX_TOKEN


def stored_token(session: Session, source: Source) -> StoredToken:
    """What reads a stored token when a request needs it."""
    from intercom_cli.auth.stored import StoredToken

    assert source.workspace is not None
    return StoredToken(
        session.vault,
        source.workspace,
        base_url=session.settings.get("base_url").value or source.workspace.base_url,
        dial=partial(dial, session),
    )


def checked(token: str, variable: str) -> str:
    """The token, without what copying adds, such as ``Bearer``.

    Raises NotSignedIn for what no header can carry, such as two lines.
    """
    from intercom_cli.auth.token import bare

    token = bare(token)
    if token and " " not in token and fits_a_header(token):
        return token
    raise NotSignedIn(
        f"What {variable} holds is not a token.", hint="check it for line breaks and quotes"
    )


def close(session: Session) -> None:
    """Let go of connections; with --verbose say what they were used for."""
    if session.choices.verbose:
        tell_requests(session)
    session.client.close()


def tell_requests(session: Session) -> None:
    """Say how many requests were made, where, and how many the rate limit has left now."""
    pace = session.client.pace
    made = f"{pace.sent:,} request{'s' * (pace.sent != 1)}"
    left = "" if pace.left is None else f"; {pace.left:,} more are free now"
    session.printer.say(f"{made} to {session.client.base_url} for {session.source.name}{left}.")
