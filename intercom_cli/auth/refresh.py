"""Renew a token that expires: before it does, and once when Intercom refuses it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from intercom_cli.auth.exchange import App, Send, exchange_refresh
from intercom_cli.settings import Workspace
from intercom_cli.vault import Vault

LEEWAY = 60.0  # seconds before its end a token counts as expired
SHARE = 0.1  # of its life at most, or a short-lived one would be renewed for every request


def is_expiring(secret: Mapping[str, Any], now: Callable[[], float] = time.time) -> bool:
    """Whether a token ends within the leeway; one without an end never does."""
    end, life = secret.get("expires_at"), secret.get("expires_in")
    leeway = min(LEEWAY, life * SHARE) if isinstance(life, int | float) else LEEWAY
    return isinstance(end, int | float) and end - leeway <= now()


def can_renew(secret: Mapping[str, Any]) -> bool:
    """Whether there is something to renew the token with."""
    return bool(secret.get("refresh_token"))


def renew(vault: Vault, workspace: Workspace, send: Send, *, used: str) -> dict[str, Any] | None:
    """Get a new token in place of the one ``used`` and keep it where the old one was.

    Under a lock: where another process was quicker, its new token is taken. None when there is
    nothing to renew with. Raises NotSignedIn when Intercom refuses.
    """
    with vault.guard(workspace.secret_account):
        secret = vault.get(workspace.secret_account, workspace.store)
        if not secret or secret.get("access_token") != used:
            return secret
        if not can_renew(secret):
            return None
        app = App(workspace.client_id or "", str(secret.get("client_secret", "")))
        fresh = exchange_refresh(send, app, refresh_token=str(secret["refresh_token"]))
        vault.put(workspace.secret_account, {**secret, **fresh}, store=workspace.store)
        return {**secret, **fresh}
