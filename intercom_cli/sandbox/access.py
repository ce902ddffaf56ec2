"""Who may come in: the bearer tokens of the workspace, and those its OAuth gave out."""

from __future__ import annotations

from collections.abc import Collection
from hmac import compare_digest

from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.store import Store


def check(store: Store, header: str | None, *, tokens: Collection[str], now: float) -> str:
    """The token of a call.

    Raises Refusal 401: ``missing_authorization`` without one, ``token_revoked`` and
    ``token_expired`` for those that were good once, ``unauthorized`` for all others.
    """
    scheme, _, token = (header or "").partition(" ")
    token = token.strip()
    if not header:
        raise refused("missing_authorization", "Authorization header is missing")
    if scheme.lower() != "bearer" or not token:
        raise refused("unauthorized", "Access Token Invalid")
    if any(compare_digest(token.encode(), known.encode()) for known in tokens):
        return token
    row = store.row("SELECT * FROM tokens WHERE token = ?", (token,))
    if row is None:
        raise refused("unauthorized", "Access Token Invalid")
    if row["revoked"]:
        raise refused("token_revoked", "Access Token Revoked")
    if row["expires_at"] is not None and row["expires_at"] <= now:
        raise refused("token_expired", "Access Token Expired")
    return token


def refused(code: str, message: str) -> Refusal:
    """Refuse a caller: 401."""
    return Refusal(401, Fault(code, message))
