"""Remember a workspace that was connected: its name, its record, its secret."""

from __future__ import annotations

import re
import secrets
import time
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from intercom_cli.auth.identity import Identity
from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.local import workspace as workspaces
from intercom_cli.settings import Settings, Workspace
from intercom_cli.vault import Kept, Vault

LONGEST = 40


class Connected(NamedTuple):
    """What was remembered; ``before`` is the default workspace there was until now."""

    workspace: Workspace
    kept: Kept
    before: str | None


def record(identity: Identity, **more: Any) -> Workspace:
    """Make a workspace's record, still without its name, from whom Intercom says it is."""
    return Workspace(
        name="",
        region=identity.region,
        app_id=identity.app_id,
        app_name=identity.app_name,
        timezone=identity.timezone,
        admin_id=identity.admin_id,
        admin_name=identity.admin_name,
        admin_email=identity.admin_email,
        connected_at=int(time.time()),
        **more,
    )


def remember(
    settings: Settings,
    vault: Vault,
    new: Workspace,
    secret: Mapping[str, Any] | None,
    *,
    name: str | None,
    store: str | None,
) -> Connected:
    """Keep a workspace and its secret, in place of an earlier sign-in to the same one.

    Another workspace of the same name is never replaced: without ``name`` the new one gets a
    number. Raises Misuse when ``name`` is taken.
    """
    with settings.alone():
        known = settings.workspaces()
        chosen = choose_name(known, new, wished=name)
        old = known.get(chosen)
        account = old.secret_account if old else f"{chosen}-{secrets.token_hex(4)}"
        kept = vault.put(account, secret, store=store) if secret else Kept("none")
        added = new._replace(name=chosen, account=account if secret else "", store=kept.store)
        before = settings.get("workspace").value
        try:
            settings.keep_workspace(added, default=old is None)
        except StorageFailed:
            if secret and not old:
                vault.forget(account, kept.store)
            raise
        if old and old.store != kept.store:
            kept = _moved(vault, old, kept)
        return Connected(added, kept, before)


def _moved(vault: Vault, old: Workspace, kept: Kept) -> Kept:
    """Take the secret away from where it was before; a store that is gone is no failure now."""
    try:
        vault.forget(old.secret_account, old.store)
    except StorageFailed as error:
        left = f"The old token may still be in the {old.store}: {error.message}"
        return kept._replace(notice=f"{kept.notice} {left}" if kept.notice else left)
    return kept


def choose_name(known: Mapping[str, Workspace], new: Workspace, *, wished: str | None) -> str:
    """Find a name: the one wished, that of an earlier sign-in to the same app, or a new one.

    Raises Misuse when the wished one belongs to another workspace, or cannot be a name.
    """
    if wished:
        workspaces.check_name(wished)
        if wished in known and not is_same(known[wished], new):
            raise Misuse(
                f"{wished} is already another workspace ({known[wished].app_name or 'unnamed'}).",
                hint=f"Choose another --name, or first: intercom disconnect {wished}",
            )
        return wished
    for name, workspace in known.items():
        if is_same(workspace, new):
            return name
    if new.kind == "sandbox":
        base = "sandbox"
    else:
        base = slug(new.app_name or "") or slug(new.app_id or "") or "workspace"
    names = [base, *(f"{base}-{number}" for number in range(2, len(known) + 3))]
    return next(name for name in names if name not in known)


def is_same(one: Workspace, other: Workspace) -> bool:
    """Whether two records are the same workspace of the same server."""
    same_place = (one.kind, one.base_url) == (other.kind, other.base_url)
    return same_place and one.app_id is not None and one.app_id == other.app_id


def slug(text: str) -> str:
    """A name that is easy to type: small Latin letters and digits, joined by dashes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
