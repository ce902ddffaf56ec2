"""Turn a code, or a refresh token, into an access token at Intercom's token endpoint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from intercom_cli.api.refusals import refusal
from intercom_cli.api.request import Request, fits_a_header
from intercom_cli.api.response import Response
from intercom_cli.errors import IntercomError, NotSignedIn, ServerFailed

TOKEN_PATH = "/auth/eagle/token"  # noqa: S105 - a path
SERVER_ERROR = 500
Send = Callable[[Request], Response]


class App(NamedTuple):
    """The person's own Intercom app, as the token endpoint knows it."""

    client_id: str
    client_secret: str


def exchange_code(send: Send, app: App, *, code: str, redirect_uri: str) -> dict[str, Any]:
    """Exchange a code for a secret to keep: the access token and what renews it.

    Raises NotSignedIn when Intercom refuses, ServerFailed when it answers without a token.
    """
    # The code itself is passed: given a whole redirect without one, the library would ask for a
    # token with the client's own credentials instead.
    return _token(
        app,
        lambda client: client.fetch_token(TOKEN_PATH, code=code, redirect_uri=redirect_uri),
        send,
    )


def exchange_refresh(send: Send, app: App, *, refresh_token: str) -> dict[str, Any]:
    """Exchange a refresh token for a new secret to keep; raises as ``exchange_code`` does."""
    return _token(
        app, lambda client: client.refresh_token(TOKEN_PATH, refresh_token=refresh_token), send
    )


def _token(app: App, ask: Callable[[Any], Mapping[str, Any]], send: Send) -> dict[str, Any]:
    from authlib.oauth2 import OAuth2Client, OAuth2Error

    client = OAuth2Client(
        Endpoint(send),
        client_id=app.client_id,
        client_secret=app.client_secret,
        token_endpoint_auth_method="client_secret_post",  # noqa: S106 - a method's name
    )
    try:
        return _secret(ask(client), app)
    except OAuth2Error as error:
        raise _refused(str(error.description or error.error)) from error
    except ValueError as error:
        raise ServerFailed(
            "Intercom's token endpoint gave an answer that makes no sense."
        ) from error


class Endpoint:
    """Lets the OAuth library send through our client, so that proxies and certificates hold."""

    def __init__(self, send: Send) -> None:
        self.send = send

    def post(
        self, url: str, *, data: Mapping[str, str], headers: Mapping[str, str], auth: Any
    ) -> Reply:
        """Send the form with the client's credentials in it. Raises NotSignedIn on a refusal."""
        path, signed, body = auth.prepare("POST", url, dict(headers), urlencode(data))
        request = Request("POST", path, body=body.encode(), headers=tuple(signed.items()))
        response = self.send(request)
        if response.status >= 300:  # noqa: PLR2004 - everything that is not a success
            raise _failure(response)
        return Reply(response)


class Reply:
    """An answer in the words of the OAuth library."""

    def __init__(self, response: Response) -> None:
        self.status_code = response.status
        self._response = response

    def json(self) -> Any:
        """The body decoded; Intercom's own ``token`` counts as the access token."""
        body = self._response.json()
        if isinstance(body, dict) and "access_token" not in body and "token" in body:
            body["access_token"] = body["token"]
        return body

    def raise_for_status(self) -> None:
        """Do nothing: refusals were raised before."""


def _secret(token: Mapping[str, Any], app: App) -> dict[str, Any]:
    access = token.get("access_token")
    access = access.strip() if isinstance(access, str) else ""
    if not fits_a_header(access):
        raise ServerFailed(
            "Intercom answered the sign-in without a token.", hint="intercom connect"
        )
    secret: dict[str, Any] = {"access_token": access, "client_secret": app.client_secret}
    if token.get("refresh_token"):
        secret["refresh_token"] = token["refresh_token"]
    if token.get("expires_at"):  # the library reckons it from expires_in
        secret["expires_at"] = int(token["expires_at"])
        secret["expires_in"] = int(token.get("expires_in") or 0)
    return secret


def _failure(response: Response) -> IntercomError:
    error = refusal(response)
    if response.status >= SERVER_ERROR or response.status == 429:  # noqa: PLR2004 - too many requests
        return error
    refused = _refused(error.message.rstrip("."))
    refused.http, refused.request_id = error.http, error.request_id
    return refused


def _refused(reason: str) -> NotSignedIn:
    return NotSignedIn(
        f"Intercom did not accept the sign-in: {reason}.",
        hint="Check the app's client id and secret, then: intercom connect --oauth",
    )
