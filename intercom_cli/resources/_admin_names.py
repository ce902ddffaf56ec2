"""Put the names of admins where only their ids came, for people who look at a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from intercom_cli.api.request import call
from intercom_cli.resources._told import told
from intercom_cli.session import Session

NAME = "admin_name"  # where a row has it then
ADMINS = "GET /admins"


def with_names(session: Session, rows: Iterable[bytes], path: str) -> Iterator[bytes]:
    """Rows with the name of the admin whose id is at ``path``; only a table asks for it."""
    names: dict[str, Any] = {}

    def tell(record: dict[str, Any]) -> dict[str, Any]:
        if not names:
            every = session.send(call(ADMINS)).json()["admins"]
            names.update({str(admin["id"]): admin.get("name") for admin in every})
        return {NAME: names.get(str(record.get(path)))}

    return told(session, rows, tell)
