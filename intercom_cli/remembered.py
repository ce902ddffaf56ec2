"""Facts about a workspace that are kept between runs: they cost a request, and hardly change."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from intercom_cli.errors import StorageFailed
from intercom_cli.local.files import replace
from intercom_cli.local.places import data_dir
from intercom_cli.session import Session

FOLDER = "workspaces"


def recall(session: Session, fact: str) -> Any:
    """What is kept under a name; None where nothing is."""
    return facts(session).get(fact)


def remember(session: Session, fact: str, value: Any) -> None:
    """Keep a fact for later runs."""
    known = {**facts(session), fact: value}
    # Without a place to write, the next run asks again.
    with suppress(StorageFailed):
        replace(file_of(session), json.dumps(known).encode())


def forget(session: Session) -> None:
    """Drop all that is kept of a workspace."""
    with suppress(OSError):
        file_of(session).unlink(missing_ok=True)


def facts(session: Session) -> dict[str, Any]:
    """All that is kept of a workspace."""
    try:
        found = json.loads(file_of(session).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def file_of(session: Session) -> Path:
    """The file of a workspace: its name tells neither the token nor the workspace."""
    import hashlib

    source = session.source
    if source.workspace:
        secret = f"account {source.workspace.secret_account}"
    else:
        secret = f"token {session.environ.get(source.variable or '', '').strip()}"
    name = hashlib.sha256(f"{source.base_url} {secret}".encode()).hexdigest()
    return data_dir(session.environ) / FOLDER / f"{name[:32]}.json"
