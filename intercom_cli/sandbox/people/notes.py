"""Notes: what admins write down about contacts and companies."""

from __future__ import annotations

from typing import Any

import msgspec

from intercom_cli.sandbox import values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.paging import numbered_answer
from intercom_cli.sandbox.people import company_rows, contact_rows, note_rows
from intercom_cli.sandbox.refusals import missing, not_found
from intercom_cli.sandbox.versions import V2_15, V2_16
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

SIZE = 50
MOST = 60


def list_of_contact(visit: Visit) -> Answer:
    """List the notes on a contact, the latest first."""
    contact = contact_rows.live(visit.store, visit.ids["contact_id"])
    return page(visit, "contact", contact["seq"])


def list_of_company(visit: Visit) -> Answer:
    """List the notes on a company, the latest first."""
    company = company_rows.live(visit.store, visit.ids["company_id"])
    return page(visit, "company", company["seq"])


def page(visit: Visit, subject: str, seq: int) -> Answer:
    """A page of the notes on somebody."""
    number, size = visit.number("page", 1), visit.number("per_page", SIZE, most=MOST)
    total = visit.store.value(f"SELECT count(*) FROM notes WHERE {subject} = ?", (seq,))  # noqa: S608 - ours
    rows = visit.store.rows(
        f"SELECT * FROM notes WHERE {subject} = ? ORDER BY id DESC LIMIT ? OFFSET ?",  # noqa: S608 - ours
        (seq, size, (number - 1) * size),
    )
    shown = [msgspec.json.encode(note_rows.shape(visit.store, row)) for row in rows]
    return numbered_answer(shown, total=total, page=number, size=size)


def add_to_contact(visit: Visit) -> Answer:
    """Write a note on a contact."""
    contact = contact_rows.live(visit.store, visit.ids["contact_id"])
    answer = add(visit, contact=contact["seq"])
    contact_rows.touch(visit, contact["seq"])
    return answer


def add_to_company(visit: Visit) -> Answer:
    """Write a note on a company."""
    company = company_rows.live(visit.store, visit.ids["company_id"])
    return add(visit, company=company["seq"])


def add(visit: Visit, **subject: int) -> Answer:
    """Write a note; its author is the token's admin unless another is named."""
    sent = visit.body()
    if not isinstance(sent.get("body"), str) or not sent["body"]:
        raise missing("body not specified")
    given = values.check(sent, {"admin_id": values.identifier})
    admin = given.get("admin_id", ME)
    if visit.store.row("SELECT 1 FROM admins WHERE id = ?", (admin,)) is None:
        raise not_found()
    text = sent["body"] if sent["body"].lstrip().startswith("<") else f"<p>{sent['body']}</p>"
    row: dict[str, Any] = {**subject, "admin": admin, "body": text, "created_at": visit.now}
    return reply(note_rows.shape(visit.store, found(visit, visit.store.insert("notes", row))))


def retrieve(visit: Visit) -> Answer:
    """Show one note."""
    identifier = visit.ids["note_id"]
    row = found(visit, int(identifier)) if identifier.isdecimal() else None
    if row is None:
        raise not_found()
    return reply(note_rows.shape(visit.store, row))


def found(visit: Visit, number: int) -> Any:
    """A note by its number."""
    return visit.store.row("SELECT * FROM notes WHERE id = ?", (min(number, values.INT64 - 1),))


routes = (
    Route("GET", "/contacts/{contact_id}/notes", list_of_contact, reads=True),
    Route("POST", "/contacts/{contact_id}/notes", add_to_contact),
    Route("GET", "/companies/{company_id}/notes", list_of_company, V2_15, reads=True),
    Route("POST", "/companies/{company_id}/notes", add_to_company, V2_16),
    Route("GET", "/notes/{note_id}", retrieve, reads=True),
)
