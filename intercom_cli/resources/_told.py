"""Tell people at a table what a record holds in other words; other formats stay as they came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from intercom_cli.api.request import encode
from intercom_cli.session import Session

Tell = Callable[[dict[str, Any]], dict[str, Any]]


def told(session: Session, rows: Iterable[bytes], tell: Tell) -> Iterator[bytes]:
    """Rows with what ``tell`` says of each added, where a table is shown."""
    return (told_one(session, row, tell) for row in rows)


def told_one(session: Session, row: bytes, tell: Tell) -> bytes:
    """The same for one record."""
    if session.printer.format != "table" or session.choices.jq is not None:
        return row
    import msgspec

    record = msgspec.json.decode(row)
    return encode({**record, **tell(record)}) if isinstance(record, dict) else row
