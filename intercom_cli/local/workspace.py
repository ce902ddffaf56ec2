"""What is remembered of a connected workspace; its secret is in the vault, never here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from intercom_cli.errors import Misuse, NotSignedIn, close_matches

Kind = Literal["intercom", "sandbox"]
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")


class Workspace(NamedTuple):
    """One ``[workspaces.NAME]`` table of config.toml.

    ``store`` says where the secret lives ("keyring", "file", "none"), and only that place is read.
    ``account`` is the secret's name there: it survives a rename, and two configuration directories
    that share a keyring do not meet in it. ``base_url`` is None unless it was configured.
    ``connected_at`` is in epoch seconds.
    """

    name: str
    kind: Kind = "intercom"
    app_id: str | None = None
    app_name: str | None = None
    region: str = "us"
    base_url: str | None = None
    store: str = "none"
    method: str = "token"
    admin_id: str | None = None
    admin_name: str | None = None
    admin_email: str | None = None
    client_id: str | None = None
    timezone: str | None = None
    read_only: bool = False
    connected_at: int = 0
    account: str = ""

    @property
    def secret_account(self) -> str:
        """The secret's name in its store."""
        return self.account or self.name

    @property
    def title(self) -> str:
        """The workspace as a person knows it: its name here, and Intercom's where it differs."""
        if self.app_name and self.app_name != self.name:
            return f"{self.name} ({self.app_name})"
        return self.name


def from_table(name: str, table: Mapping[str, Any]) -> Workspace:
    """Read a workspace from its table; what a newer version added is left alone."""
    known = {key: table[key] for key in _WRITTEN if isinstance(table.get(key), _WRITTEN[key])}
    if known.get("kind") not in {"intercom", "sandbox"}:
        known["kind"] = "intercom"
    return Workspace(name=name, **known)


def to_table(workspace: Workspace) -> dict[str, Any]:
    """The values worth writing down: everything but the name and what is not known."""
    values = {key: getattr(workspace, key) for key in _WRITTEN}
    return {key: value for key, value in values.items() if value not in (None, "", False)}


def check_name(name: str) -> None:
    """Refuse a workspace name that a shell or a table could not carry. Raises Misuse."""
    if not NAME.fullmatch(name):
        raise Misuse(
            f"{name!r} cannot be a workspace's name.",
            hint="Use letters, digits, dot, dash, underscore and @, at most 64 of them.",
        )


def unknown(name: str, known: Mapping[str, Any]) -> NotSignedIn:
    """Tell that no workspace has this name, with the close or the possible ones."""
    close = close_matches(name, list(known), n=1)
    if close:
        return NotSignedIn(
            f"No workspace is called {name}; there is {close[0]}.", hint="intercom workspaces list"
        )
    if known:
        listed = ", ".join(sorted(known))
        return NotSignedIn(
            f"No workspace is called {name}. Connected: {listed}.",
            hint=f"intercom connect --name {name}",
        )
    return NotSignedIn(
        f"No workspace is called {name}; none is connected.", hint="intercom connect"
    )


def _written() -> dict[str, type]:
    numbers: dict[str, type] = {"read_only": bool, "connected_at": int}
    return {name: numbers.get(name, str) for name in Workspace._fields if name != "name"}


_WRITTEN = _written()
