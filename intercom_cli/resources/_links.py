"""What contacts and companies share: their membership of each other, and notes on either."""

from __future__ import annotations

from typing import Any

from intercom_cli.api.request import Request, path_of
from intercom_cli.resources._columns import COMPANY, NOTE
from intercom_cli.resources._lookup import company_id, contact_id
from intercom_cli.session import Session
from intercom_cli.writing import show_written


def attach_contact(session: Session, contact: str, company: str) -> None:
    """Attach a contact to a company, both named as people know them."""
    body = {"id": company_id(session, company)}
    path = path_of("/contacts/{contact}/companies", contact=contact_id(session, contact))
    answer = session.write(Request("POST", path).with_json(body))
    show_written(session, answer, COMPANY, f"Attached {contact} to company")


def detach_contact(session: Session, contact: str, company: str) -> None:
    """Detach a contact from a company, both named as people know them."""
    path = path_of(
        "/contacts/{contact}/companies/{company}",
        company=company_id(session, company),
        contact=contact_id(session, contact),
    )
    answer = session.write(Request("DELETE", path))
    show_written(session, answer, COMPANY, f"Detached {contact} from company")


def write_note(session: Session, place: str, name: str, text: str, admin: str | None) -> None:
    """Write a note at a place, the path of a contact's or company's notes."""
    body: dict[str, Any] = {"body": text}
    if admin:
        body["admin_id"] = admin
    answer = session.write(Request("POST", place).with_json(body))
    show_written(session, answer, NOTE, f"Noted on {name}: note")
