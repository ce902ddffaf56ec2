"""Orders and contracts of the first contacts and their conversations."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.people.custom_objects import BLANK, CONTACT, CONVERSATION, KIND
from intercom_cli.sandbox.store import Store

DAY = 86_400
ORDERS, CONTRACTS = 30, 5


def seed(store: Store, today: int) -> None:
    """Add thirty orders and five contracts."""
    people = store.rows(
        "SELECT id FROM contacts WHERE state = 'live' ORDER BY seq LIMIT ?", (ORDERS,)
    )
    talks = documents.every(store, documents.Query("conversation"), limit=ORDERS)
    for number in range(ORDERS + CONTRACTS):
        ties: dict[str, Any] = {}
        if number < len(people):
            ties[CONTACT] = people[number]["id"]
        if number < len(talks) and number % 2 == 0:
            talk = talks[number]
            ties |= {CONVERSATION: talk["id"], CONTACT: talk["contact_ids"][0]}
        add(store, number, ties, today - (ORDERS + CONTRACTS - number) * DAY)


def add(store: Store, number: int, ties: dict[str, Any], moment: int) -> None:
    """Add an order, or at the end a contract."""
    if number < ORDERS:
        kind, own = "Order", f"order_{number + 1:03}"
        said: dict[str, Any] = {"order_number": f"ORDER-{10_001 + number}"}
        said["total_amount"] = round(19.9 + number * 7.25, 2)
    else:
        kind, own = "Contract", f"contract_{number - ORDERS + 1:03}"
        said = {"title": f"Contract {2_020 + number - ORDERS}", "seats": 10 + number}
    record = {
        **BLANK,
        "type": kind,
        "external_id": own,
        "custom_attributes": {**said, **ties},
        "external_created_at": moment,
        "external_updated_at": moment,
        "created_at": moment,
        "updated_at": moment,
    }
    documents.add(store, KIND, record, parent=kind)
