"""Switch: a caller is sent a link to the Messenger. Its refusals have a shape of their own."""

from __future__ import annotations

import re
import uuid
from typing import Any

from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.people import contact_rows, custom_attributes
from intercom_cli.sandbox.refusals import Refusal
from intercom_cli.sandbox.visit import Route, Visit

E164 = re.compile(r"\+[1-9]\d{6,14}")
SPACE = uuid.UUID("5f1c0d9e-3f4b-4d5a-9f1e-6d1a2b3c4d5e")


def redirect(visit: Visit) -> Answer:
    """Send a link to a number, and note what is known on the contact who has it.

    Attributes that the workspace does not know are refused: the description has a 422 and does
    not say what for.
    """
    sent = visit.body()
    phone = sent.get("phone")
    if not isinstance(phone, str) or not E164.fullmatch(phone):
        return refused(400, "invalid_phone_number", "Invalid phone number")
    row = visit.store.row("SELECT * FROM contacts WHERE phone = ? AND state = 'live'", (phone,))
    before = "{}" if row is None else row["custom"]
    try:
        custom = custom_attributes.merged(
            visit.store, "contact", before, sent.get("custom_attributes")
        )
    except Refusal as refusal:
        return refused(422, "invalid_custom_attributes", refusal.faults[0].message)
    if row is not None:
        contact_rows.change(visit, row, {"custom": custom})
    link = f"https://via.intercom.io/msgr/{uuid.uuid5(SPACE, phone)}"
    return reply({"type": "phone_call_redirect", "url": link, "phone": phone})


def refused(status: int, key: str, message: str) -> Answer:
    """A refusal as this operation words it."""
    body: dict[str, Any] = {"error_key": key, "message": message}
    return reply(body, status=status)


routes = (Route("POST", "/phone_call_redirects", redirect),)
