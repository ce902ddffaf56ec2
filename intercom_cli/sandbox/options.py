"""How a sandbox is set up, and what holds when nothing is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intercom_cli.sandbox.faults import Rule

DEFAULT_TOKEN = "dG9rOnNhbmRib3g="  # noqa: S105 - public on purpose; base64 of "tok:sandbox"
CLIENT_ID = "sandbox-client"
CLIENT_SECRET = "sandbox-secret"  # noqa: S105 - public on purpose
REDIRECT_URIS = ("https://localhost:8484/callback", "http://localhost:8484/callback")
SEED = 1
CONTACTS = 250
RATE_LIMIT = 1666


@dataclass(frozen=True, slots=True)
class Options:
    """How a sandbox is set up.

    ``expiring_tokens`` is the life of OAuth tokens in seconds; None for tokens that never
    expire, as the platform's do today. ``app_id`` is the id of a new workspace. Where it is None,
    one in a file has an id of its own, and one in memory that of its data set.
    """

    seed: int = SEED
    contacts: int = CONTACTS
    token: str = DEFAULT_TOKEN
    rate_limit: int = RATE_LIMIT
    faults: Sequence[Rule] = ()
    client_id: str = CLIENT_ID
    client_secret: str = CLIENT_SECRET
    redirect_uris: Sequence[str] = REDIRECT_URIS
    expiring_tokens: int | None = None
    app_id: str | None = None
