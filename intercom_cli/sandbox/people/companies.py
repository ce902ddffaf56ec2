"""Companies: create or update, read, delete."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intercom_cli.sandbox import values
from intercom_cli.sandbox.call import Answer, raw_reply, reply
from intercom_cli.sandbox.people import company_rows, custom_attributes
from intercom_cli.sandbox.people.contact_bodies import refresh
from intercom_cli.sandbox.people.contact_rows import new_id
from intercom_cli.sandbox.refusals import bad_request, missing
from intercom_cli.sandbox.visit import Route, Visit


def monthly_spend(value: Any) -> int:
    """An amount; the part after the decimal point is dropped, above 2^31 - 1 it is refused."""
    return values.small_integer(int(values.number(value)))


UPDATE: dict[str, values.Check] = {
    "name": values.text,
    "plan": values.text,
    "size": values.small_integer,
    "website": values.optional_text,
    "industry": values.optional_text,
    "monthly_spend": monthly_spend,
}
CREATE: dict[str, values.Check] = {
    **UPDATE,
    "company_id": values.text,
    "remote_created_at": values.moment,
    "update_last_request_at": values.truth,
}


def create_or_update(visit: Visit) -> Answer:
    """Create the company with this ``company_id``, or change it when there is one."""
    sent = visit.body()
    changes = wanted(sent, CREATE)
    if "company_id" not in changes:
        raise missing("company_id not specified")
    if changes.pop("update_last_request_at", 0):
        changes["last_request_at"] = visit.now
    before = visit.store.row(
        "SELECT * FROM companies WHERE company_id = ? AND state = 'live'", (changes["company_id"],)
    )
    if before is None:
        return show(visit, add(visit, sent, changes))
    return show(visit, change(visit, before, sent, changes))


def wanted(sent: Mapping[str, Any], checks: Mapping[str, values.Check]) -> dict[str, Any]:
    """The columns a body asks to change; unlike with contacts an unknown key is refused."""
    for name in sent:
        if name not in checks and name != "custom_attributes":
            raise bad_request(f"bad '{name}' parameter")
    return values.check(sent, checks)


def add(visit: Visit, sent: Mapping[str, Any], changes: dict[str, Any]) -> int:
    """Write a new company and tell its number."""
    row = {
        "id": new_id(visit.now),
        "state": "live",
        "remote_created_at": visit.now,
        "created_at": visit.now,
        "updated_at": visit.now,
        "monthly_spend": 0,
        "session_count": 0,
        "user_count": 0,
        **changes,
        "custom": attributes(visit, "{}", sent),
    }
    keep_plan(visit, changes)
    return visit.store.insert("companies", row)


def change(visit: Visit, before: Any, sent: Mapping[str, Any], changes: dict[str, Any]) -> int:
    """Write changes to a company and tell its number."""
    keep_plan(visit, changes)
    assigned = {
        **changes,
        "custom": attributes(visit, before["custom"], sent),
        "updated_at": visit.now,
    }
    names = ", ".join(f"{name} = ?" for name in assigned)
    visit.store.run(
        f"UPDATE companies SET {names} WHERE seq = ?",  # noqa: S608 - column names are ours
        (*assigned.values(), before["seq"]),
    )
    return int(before["seq"])


def attributes(visit: Visit, before: str, sent: Mapping[str, Any]) -> str:
    """The custom attributes after a change."""
    return custom_attributes.merged(visit.store, "company", before, sent.get("custom_attributes"))


def keep_plan(visit: Visit, changes: Mapping[str, Any]) -> None:
    """Give a plan that is new an id of its own."""
    if "plan" in changes:
        visit.store.run("INSERT OR IGNORE INTO plans (name) VALUES (?)", (changes["plan"],))


def show(visit: Visit, seq: int) -> Answer:
    """Answer with one company."""
    row = company_rows.by_seq(visit.store, seq)
    return raw_reply(company_rows.render(visit, [row])[0])


def retrieve(visit: Visit) -> Answer:
    """Show a company by the platform's id."""
    return show(visit, company_rows.live(visit.store, visit.ids["company_id"])["seq"])


def update(visit: Visit) -> Answer:
    """Change a company by the platform's id; its ``company_id`` stays for good."""
    before = company_rows.live(visit.store, visit.ids["company_id"])
    sent = visit.body()
    return show(visit, change(visit, before, sent, wanted(sent, UPDATE)))


def delete(visit: Visit) -> Answer:
    """Archive a company and detach its people; here both are done before the answer."""
    row = company_rows.live(visit.store, visit.ids["company_id"])
    people = visit.store.rows(
        "SELECT contact FROM contact_companies WHERE company = ?", (row["seq"],)
    )
    visit.store.run("DELETE FROM contact_companies WHERE company = ?", (row["seq"],))
    visit.store.run(
        "UPDATE companies SET state = 'archived', user_count = 0 WHERE seq = ?", (row["seq"],)
    )
    for person in people:
        refresh(visit.store, person[0])
    return reply({"id": row["id"], "object": "company", "deleted": True})


routes = (
    Route("POST", "/companies", create_or_update),
    Route("GET", "/companies/{company_id}", retrieve, reads=True),
    Route("PUT", "/companies/{company_id}", update),
    Route("DELETE", "/companies/{company_id}", delete),
)
