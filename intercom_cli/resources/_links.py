"""What contacts and companies share: their membership of each other, and notes on either."""

from __future__ import annotations

from typing import Any

from intercom_cli.acting import admin_id
from intercom_cli.api.request import Request, call
from intercom_cli.resources._columns import COMPANY, NOTE
from intercom_cli.resources._lookup import company_id, contact_id
from intercom_cli.session import Session
from intercom_cli.writing import show_written

ATTACH = "POST /contacts/{contact_id}/companies"
DETACH = "DELETE /contacts/{contact_id}/companies/{company_id}"


def attach_contact(session: Session, contact: str, company: str) -> None:
    """Attach a contact to a company, both named as people know them."""
    body = {"id": company_id(session, company)}
    request = call(ATTACH, contact_id=contact_id(session, contact))
    answer = session.write(request.with_json(body))
    show_written(session, answer, COMPANY, f"Attached {contact} to company")


def detach_contact(session: Session, contact: str, company: str) -> None:
    """Detach a contact from a company, both named as people know them."""
    request = call(
        DETACH,
        company_id=company_id(session, company),
        contact_id=contact_id(session, contact),
    )
    answer = session.write(request)
    show_written(session, answer, COMPANY, f"Detached {contact} from company")


def write_note(session: Session, request: Request, name: str, text: str, admin: str | None) -> None:
    """Write a note by the request that takes those of a contact or company."""
    body: dict[str, Any] = {"body": text}
    if admin is not None:
        body["admin_id"] = admin_id(session, admin)
    answer = session.write(request.with_json(body))
    show_written(session, answer, NOTE, f"Noted on {name}", "")
