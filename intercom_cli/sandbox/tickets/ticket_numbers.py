"""The numbers of tickets and what belongs to them, each kind from its own start.

Kinds that begin far apart make an id that was taken for another be noticed at once.
"""

from __future__ import annotations

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.store import Store

STARTS = {
    "ticket": 215_470_000_000,
    "ticket_part": 9_000_000,
    "ticket_state": 8_100,
    "ticket_type": 2_000,
    "ticket_type_attribute": 4_000,
    "call": 7_000,
    "job": 19,
}


def next_number(store: Store, kind: str) -> str:
    """The next free id of a kind."""
    return str(STARTS[kind] + int(documents.next_id(store, kind)))
