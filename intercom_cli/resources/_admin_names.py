"""Put the names of admins where only their ids came, for people who look at a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from intercom_cli.api.request import call, encode
from intercom_cli.session import Session

NAME = "admin_name"  # where a row has it then
ADMINS = "GET /admins"


def with_names(session: Session, rows: Iterable[bytes], path: str) -> Iterator[bytes]:
    """Rows with the name of the admin whose id is at ``path``; only a table gets it.

    Other formats are exactly what Intercom sent, and cost no request for it.
    """
    if session.printer.format != "table" or session.choices.jq is not None:
        yield from rows
        return
    import msgspec

    names: dict[str, Any] = {}
    for row in rows:
        record = msgspec.json.decode(row)
        if not names:
            every = session.send(call(ADMINS)).json()["admins"]
            names = {str(admin["id"]): admin.get("name") for admin in every}
        yield encode({NAME: names.get(str(record.get(path))), **record})
