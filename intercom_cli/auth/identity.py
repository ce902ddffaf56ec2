"""Find out whose token it is: ask Intercom who we are, in each region until one knows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from intercom_cli import foreign
from intercom_cli.api.hosts import REGIONS, region_of
from intercom_cli.api.request import Request
from intercom_cli.errors import Forbidden, Misuse, NotSignedIn, ServerFailed

if TYPE_CHECKING:
    from intercom_cli.api.client import Client

# Makes a client for a base URL and a token (None for requests that need none).
Dial = Callable[[str, str | None], "Client"]


class Identity(NamedTuple):
    """Whom a token belongs to; ``known`` is False when the token may not read that."""

    region: str
    app_id: str | None = None
    app_name: str | None = None
    timezone: str | None = None
    admin_id: str | None = None
    admin_name: str | None = None
    admin_email: str | None = None
    known: bool = True


def identify(dial: Dial, token: str, *, region: str | None, base_url: str | None) -> Identity:
    """Ask ``/me`` with a token.

    With neither a region nor a base URL given, the US host is asked first, then EU and AU when it
    answers 401: a token is unknown outside its region. Raises NotSignedIn when none knows it.
    """
    if base_url:
        return _ask(dial, token, base_url, region or "us")
    refused: list[NotSignedIn] = []
    for candidate in [region] if region else list(REGIONS):
        try:
            return _ask(dial, token, REGIONS[candidate].api, candidate)
        except NotSignedIn as error:
            refused.append(error)
    raise _unknown_token(refused[0], region)


def _ask(dial: Dial, token: str, base_url: str, region: str) -> Identity:
    with closing(dial(base_url, token)) as client:
        try:
            body = client.send(Request("GET", "/me")).json()
        except Forbidden:
            # The token is good; its app only lacks the permission to read one admin.
            return Identity(region, known=False)
    if not isinstance(body, dict) or "app" not in body:
        raise ServerFailed(
            f"{base_url} answered, but not as Intercom does.", hint="Check the base URL."
        )
    return read(body, region)


def read(body: Any, region: str) -> Identity:
    """Take what is worth knowing from the answer of ``/me``; its ``app`` may be null."""
    app, body = foreign.record(body, "app"), foreign.record(body)
    with suppress(Misuse):
        region = region_of(foreign.text(app, "region", default=region))
    return Identity(
        region=region,
        app_id=_text(app.get("id_code")),
        app_name=_text(app.get("name")),
        timezone=_text(app.get("timezone")),
        admin_id=_text(body.get("id")),
        admin_name=_text(body.get("name")),
        admin_email=_text(body.get("email")),
    )


def _text(value: Any) -> str | None:
    return foreign.text(value) or None


def _unknown_token(error: NotSignedIn, region: str | None) -> NotSignedIn:
    where = f"in region {region}" if region else "in any region"
    told = NotSignedIn(
        f"Intercom does not know this token {where}: {error.message}",
        hint="Copy it again from your app's Authentication page in the Developer Hub.",
        http=error.http,
        details=error.details,
        request_id=error.request_id,
    )
    told.response = error.response
    return told
