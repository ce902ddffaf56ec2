"""OAuth: the consent page, the exchange of a code for a token, and uninstalling the app.

GET  /oauth               the page a person reads
POST /oauth               Authorize or Cancel, then back to the redirect address
POST /auth/eagle/token    code for token; with expiring tokens also a refresh
POST /auth/uninstall      takes back every token given out
"""

from __future__ import annotations

import base64
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from hmac import compare_digest
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from intercom_cli.sandbox.call import Answer, Call, reply
from intercom_cli.sandbox.refusals import Fault, Refusal

if TYPE_CHECKING:
    from intercom_cli.sandbox.core import Sandbox

UNINSTALL = ("POST", "/auth/uninstall")
CODE_LIFE = 300
ASKED_KEPT = 500
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Asked:
    """An app's request to be let in; ``state`` as it stands in the address, byte for byte."""

    client_id: str
    redirect_uri: str
    state: str | None


class Consents:
    """Requests whose page was shown and not answered yet."""

    def __init__(self) -> None:
        self.waiting: OrderedDict[str, Asked] = OrderedDict()

    def keep(self, asked: Asked) -> str:
        """Remember a request under a name nobody can guess."""
        name = secrets.token_urlsafe(16)
        self.waiting[name] = asked
        if len(self.waiting) > ASKED_KEPT:
            self.waiting.popitem(last=False)
        return name

    def take(self, name: str) -> Asked | None:
        """Give a request out once."""
        return self.waiting.pop(name, None)


def answer(sandbox: Sandbox, call: Call) -> Answer:
    """Answer a call that needs no token."""
    return PUBLIC[call.method, call.path](sandbox, call)


def ask(sandbox: Sandbox, call: Call) -> Answer:
    """Show the consent page, or why there is none to show."""
    from intercom_cli.sandbox import consent

    given = dict(call.parameters)
    options = sandbox.options
    if not compare_digest(given.get("client_id", "").encode(), options.client_id.encode()):
        return consent.problem("No app has this client id.", given.get("client_id", ""))
    redirect = given.get("redirect_uri") or options.redirect_uris[0]
    if not allowed(redirect, options.redirect_uris):
        return consent.problem("This redirect address is not registered for the app.", redirect)
    asked = Asked(options.client_id, redirect, raw_value(call.query, "state"))
    return consent.page(sandbox.consents.keep(asked), redirect)


def allowed(redirect: str, registered: Any) -> bool:
    """Whether a redirect address is registered, or leads to this machine over http or https."""
    if redirect in registered:
        return True
    try:
        address = urlsplit(redirect)
        host, _ = address.hostname, address.port
    except ValueError:
        return False
    # A browser takes a backslash for a slash, and so another host than this parser does.
    plain = all(" " < character < "\x7f" and character not in "\\@#" for character in redirect)
    return plain and address.scheme in ("http", "https") and host in LOOPBACK


def raw_value(query: str, name: str) -> str | None:
    """A query parameter as it was written, still encoded."""
    for pair in query.split("&"):
        key, equals, value = pair.partition("=")
        if key == name and equals:
            return value
    return None


def decide(sandbox: Sandbox, call: Call) -> Answer:
    """Send the person back to the app, with a code or with their refusal."""
    from intercom_cli.sandbox import consent

    form = form_of(call)
    asked = sandbox.consents.take(form.get("request", ""))
    if asked is None:
        return consent.problem("This page was answered already, or is too old.", "")
    if form.get("decision") != "authorize":
        return back(asked, "error=access_denied")
    # 16 bytes end in "==", as the platform's codes may: clients must not lose it.
    code = base64.urlsafe_b64encode(secrets.token_bytes(16)).decode()
    with sandbox.store.transaction(writing=True):
        expires = sandbox.clock() + CODE_LIFE
        values = {"code": code, "client_id": asked.client_id, "expires_at": expires, "used": 0}
        sandbox.store.insert("codes", values)
    return back(asked, f"code={code}")


def back(asked: Asked, result: str) -> Answer:
    """The redirect to the app, with its state."""
    joint = "&" if "?" in asked.redirect_uri else "?"
    state = "" if asked.state is None else f"&state={asked.state}"
    target = f"{asked.redirect_uri}{joint}{result}{state}"
    return Answer(302, {"location": target, "cache-control": "no-store"})


def exchange(sandbox: Sandbox, call: Call) -> Answer:
    """Give a token for a code, or for a refresh token when tokens expire here."""
    sent = sent_fields(call)
    options = sandbox.options
    pairs = (("client_id", options.client_id), ("client_secret", options.client_secret))
    if not all(same(sent.get(name), wanted) for name, wanted in pairs):
        raise Refusal(401, Fault("unauthorized", "Unauthorized Client"))
    with sandbox.store.transaction(writing=True):
        if options.expiring_tokens is not None and sent.get("grant_type") == "refresh_token":
            use_refresh_token(sandbox, str(sent.get("refresh_token")))
        else:
            use_code(sandbox, str(sent.get("code")))
        return give_token(sandbox)


def same(given: Any, wanted: str) -> bool:
    """Whether a secret is the right one."""
    return isinstance(given, str) and compare_digest(given.encode(), wanted.encode())


def use_code(sandbox: Sandbox, code: str) -> None:
    """Spend a code; a second time, or after five minutes, it is worth nothing."""
    row = sandbox.store.row("SELECT * FROM codes WHERE code = ?", (code,))
    if row is None or row["used"] or row["expires_at"] <= sandbox.clock():
        raise Refusal(401, Fault("unauthorized", "Unauthorized Code"))
    sandbox.store.run("UPDATE codes SET used = 1 WHERE code = ?", (code,))


def use_refresh_token(sandbox: Sandbox, token: str) -> None:
    """Spend a refresh token, and the access token that came with it."""
    row = sandbox.store.row("SELECT * FROM tokens WHERE refresh_token = ?", (token,))
    if row is None or row["revoked"]:
        raise Refusal(401, Fault("unauthorized", "Unauthorized Refresh Token"))
    sandbox.store.run("UPDATE tokens SET revoked = 1 WHERE refresh_token = ?", (token,))


def give_token(sandbox: Sandbox) -> Answer:
    """Make a new token; ``token`` and ``access_token`` are the same."""
    token = base64.b64encode(f"tok:{secrets.token_hex(16)}".encode()).decode()
    life = sandbox.options.expiring_tokens
    body: dict[str, Any] = {"token_type": "Bearer", "token": token, "access_token": token}
    row: dict[str, Any] = {"token": token, "revoked": 0}
    if life is not None:
        refresh = secrets.token_urlsafe(24)
        body |= {"expires_in": life, "refresh_token": refresh}
        row |= {"refresh_token": refresh, "expires_at": sandbox.clock() + life}
    sandbox.store.insert("tokens", row)
    return reply(body, headers={"cache-control": "no-store"})


def uninstall(sandbox: Sandbox, token: str) -> Answer:
    """Uninstall the app: its tokens are revoked, for everybody who signed in with it.

    The token the sandbox was started with is refused too, until the sandbox starts anew.
    """
    with sandbox.store.transaction(writing=True):
        sandbox.store.run("UPDATE tokens SET revoked = 1")
    sandbox.tokens.discard(token)
    return reply({})


def sent_fields(call: Call) -> dict[str, Any]:
    """The fields of a body, JSON or form."""
    if "json" not in call.headers.get("content-type", "json"):
        return dict(form_of(call))
    try:
        sent = msgspec.json.decode(call.body)
    except (msgspec.DecodeError, RecursionError):
        sent = form_of(call)
    return sent if isinstance(sent, dict) else {}


def form_of(call: Call) -> dict[str, str]:
    """The fields of a form."""
    return dict(parse_qsl(call.body.decode("utf-8", "replace"), keep_blank_values=True))


PUBLIC = {
    ("GET", "/oauth"): ask,
    ("POST", "/oauth"): decide,
    ("POST", "/auth/eagle/token"): exchange,
}
