"""The token of a connected workspace, renewed where it expires."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

from intercom_cli.api.request import fits_a_header
from intercom_cli.auth.endpoints import endpoints
from intercom_cli.auth.identity import Dial
from intercom_cli.auth.refresh import can_renew, is_expiring, renew
from intercom_cli.errors import NotSignedIn
from intercom_cli.settings import Workspace
from intercom_cli.vault import Vault


class StoredToken:
    """Gives the token when a request needs it; threads may share it.

    It is read once, from the only place the workspace's record names. ``base_url`` is the one
    configured, None for Intercom's own.
    """

    def __init__(
        self, vault: Vault, workspace: Workspace, *, base_url: str | None, dial: Dial
    ) -> None:
        self.vault = vault
        self.workspace = workspace
        self.base_url = base_url
        self.dial = dial
        self.secret: dict[str, Any] | None = None
        self.lock = threading.Lock()

    def __call__(self) -> str | None:
        """Give the token. Raises NotSignedIn when it is not where the record says."""
        with self.lock:
            if self.secret is None:
                self.secret = self._read()
            if can_renew(self.secret) and is_expiring(self.secret):
                self._renew(self.secret)
            return str(self.secret["access_token"])

    def renew(self) -> bool:
        """Replace a token that Intercom refused; False when there is no better one."""
        with self.lock:
            return self.secret is not None and self._renew(self.secret)

    def _renew(self, secret: dict[str, Any]) -> bool:
        used = str(secret["access_token"])
        base = endpoints(region=None, base_url=self.base_url).token
        with self.dial(base, None) as client:
            fresh = renew(self.vault, self.workspace, partial(client.send, check=False), used=used)
        if not fresh or fresh.get("access_token") == used:
            return False
        self.secret = fresh
        return True

    def _read(self) -> dict[str, Any]:
        workspace = self.workspace
        secret = self.vault.get(workspace.secret_account, workspace.store)
        again = f"intercom connect --name {workspace.name}"
        if not secret or not secret.get("access_token"):
            raise NotSignedIn(
                f"The token of {workspace.name} is no longer in its {workspace.store}.", hint=again
            )
        if not fits_a_header(str(secret["access_token"])):
            raise NotSignedIn(
                f"What the {workspace.store} holds for {workspace.name} is not a token.", hint=again
            )
        return secret
