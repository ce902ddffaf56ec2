"""Subscription types, and what contacts chose of them."""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.sandbox import values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.people.contact_rows import touch
from intercom_cli.sandbox.refusals import missing, not_found
from intercom_cli.sandbox.visit import Route, Visit

CONSENTS = ("opt_in", "opt_out")


def list_types(visit: Visit) -> Answer:
    """List all subscription types."""
    rows = visit.store.rows("SELECT * FROM subscription_types ORDER BY id")
    return reply({"type": "list", "data": [shape(row) for row in rows]})


def list_of_contact(visit: Visit) -> Answer:
    """List what a contact chose; types left as they are by default are not among them."""
    contact = contact_rows.live(visit.store, visit.ids["contact_id"])
    rows = visit.store.rows(
        "SELECT s.* FROM contact_subscriptions k JOIN subscription_types s"
        " ON s.id = k.subscription WHERE k.contact = ? ORDER BY s.id",
        (contact["seq"],),
    )
    return reply({"type": "list", "data": [shape(row) for row in rows]})


def consent(value: Any) -> str:
    """One of the two kinds of consent."""
    if value not in CONSENTS:
        raise values.Unfit("must be opt_in or opt_out")
    return str(value)


def attach(visit: Visit) -> Answer:
    """Opt a contact in or out."""
    contact = contact_rows.live(visit.store, visit.ids["contact_id"])
    sent = visit.body()
    for name in ("id", "consent_type"):
        if sent.get(name) in (None, ""):
            raise missing(f"{name} not specified")
    wanted = values.check(sent, {"id": values.identifier, "consent_type": consent})
    row = found(visit, wanted["id"])
    visit.store.run(
        "INSERT OR REPLACE INTO contact_subscriptions VALUES (?, ?, ?)",
        (contact["seq"], row["id"], wanted["consent_type"]),
    )
    touch(visit, contact["seq"])
    return reply(shape(row))


def detach(visit: Visit) -> Answer:
    """Forget what a contact chose; without a choice there is nothing to find."""
    contact = contact_rows.live(visit.store, visit.ids["contact_id"])
    row = found(visit, visit.ids["subscription_id"])
    gone = visit.store.run(
        "DELETE FROM contact_subscriptions WHERE contact = ? AND subscription = ?",
        (contact["seq"], row["id"]),
    )
    if not gone.rowcount:
        raise not_found()
    touch(visit, contact["seq"])
    return reply(shape(row))


def found(visit: Visit, identifier: str) -> Any:
    """A subscription type by its id, else 404."""
    row = visit.store.row(
        "SELECT * FROM subscription_types WHERE CAST(id AS TEXT) = ?", (identifier,)
    )
    if row is None:
        raise not_found()
    return row


def shape(row: Any) -> dict[str, Any]:
    """A subscription type as JSON."""
    text = {"name": row["name"], "description": row["description"], "locale": "en"}
    return {
        "type": "subscription",
        "id": str(row["id"]),
        "state": row["state"],
        "consent_type": row["consent_type"],
        "default_translation": text,
        "translations": [text],
        "content_types": json.loads(row["content_types"]),
    }


routes = (
    Route("GET", "/subscription_types", list_types, reads=True),
    Route("GET", "/contacts/{contact_id}/subscriptions", list_of_contact, reads=True),
    Route("POST", "/contacts/{contact_id}/subscriptions", attach),
    Route("DELETE", "/contacts/{contact_id}/subscriptions/{subscription_id}", detach),
)
