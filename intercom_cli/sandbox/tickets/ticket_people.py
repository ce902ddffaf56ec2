"""Who tickets are about and who works on them: contacts, admins, teams and companies, checked."""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.people.contact_rows import BLANK
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, no_contact
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.visit import Visit


def one_contact(visit: Visit, sent: Any) -> Any:
    """The contact of a new ticket: exactly one, by one of its names.

    One with an e-mail address nobody has is made, as a lead; any other must exist.
    """
    if not isinstance(sent, list) or len(sent) != 1 or not isinstance(sent[0], dict):
        raise invalid("contacts must be a list of one contact", "contacts")
    names = [name for name in ("id", "external_id", "email") if name in sent[0]]
    if len(names) != 1:
        raise invalid("A contact is given by id, by external_id or by email", "contacts")
    check = values.email if names[0] == "email" else values.text
    value = values.check(sent[0], {names[0]: check})[names[0]]
    row = contact_rows.named(visit.store, names[0], value)
    if row is None and names[0] == "email":
        wanted = contact_rows.wanted(visit, {"role": "lead", "email": value}, BLANK)
        seq = contact_rows.add(visit, wanted)
        row = visit.store.row("SELECT * FROM contacts WHERE seq = ?", (seq,))
    if row is None:
        raise no_contact()
    return row


def author_of_contact(row: Any) -> Record:
    """A contact as the author of a part; without a name or an address there is none."""
    author = {"type": "user", "id": row["id"], "name": row["name"], "email": row["email"]}
    return {name: value for name, value in author.items() if value is not None}


def author_of_admin(store: Store, identifier: str) -> Record | None:
    """An admin as the author of a part, or None."""
    row = store.row("SELECT * FROM admins WHERE id = ?", (identifier,))
    if row is None:
        return None
    return {"type": "admin", "id": row["id"], "name": row["name"], "email": row["email"]}


def is_team(store: Store, identifier: str) -> bool:
    """Whether there is a team of this id: on its own, or because admins are in it."""
    if documents.get(store, "team", identifier) is not None:
        return True
    rows = store.rows("SELECT team_ids FROM admins")
    return any(identifier in map(str, json.loads(row["team_ids"])) for row in rows)


def assigned(store: Store, identifier: str) -> Record:
    """Whom an id stands for as an assignee: nobody, an admin or a team.

    Raises Refusal 404 ``assignee_not_found``.
    """
    if identifier == "0":
        return {"admin_assignee_id": 0, "team_assignee_id": 0}
    if author_of_admin(store, identifier) is not None:
        return {"admin_assignee_id": int(identifier)}
    if identifier.isdecimal() and is_team(store, identifier):
        return {"team_assignee_id": int(identifier)}
    raise no_assignee()


def no_assignee() -> Refusal:
    """Refuse an admin or a team that is not there."""
    return Refusal(404, Fault("assignee_not_found", "Assignee not found"))


def first_assignment(store: Store, sent: Any) -> Record:
    """The assignees of a new ticket."""
    if not isinstance(sent, dict):
        raise invalid("assignment must be an object", "assignment")
    names = ("admin_assignee_id", "team_assignee_id")
    given = values.check(sent, dict.fromkeys(names, values.identifier))
    for name, identifier in given.items():
        if identifier != "0" and name not in assigned(store, identifier):
            raise no_assignee()
    return {name: int(identifier) for name, identifier in given.items()}


def optional_id(value: Any) -> str | None:
    """An id, or null for none."""
    return None if value is None else values.identifier(value)


def require_company(store: Store, identifier: str | None) -> None:
    """Refuse a company that is not there; null is none."""
    sql = "SELECT 1 FROM companies WHERE id = ? AND state = 'live'"
    if identifier is not None and store.row(sql, (identifier,)) is None:
        raise invalid("company_id is not a company of this workspace", "company_id")
