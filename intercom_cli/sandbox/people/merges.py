"""Merging a lead into a user, and the history of it."""

from __future__ import annotations

from typing import Any

import msgspec

from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.paging import Cursor, read_cursor
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.people.contact_bodies import history_item
from intercom_cli.sandbox.people.contacts import show
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing, not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

HISTORY_SIZE = 50
HISTORY_MOST = 150
NOT_TWINS = (
    "Contacts can only be merged when they are duplicates (matching email or phone)."
    " Pass skip_duplicate_validation=true to override this check."
)
FILLED = (
    "phone",
    "name",
    "avatar",
    "owner_id",
    "last_replied_at",
    "last_contacted_at",
    "country",
    "region",
    "city",
)
ORDERS = {"asc": ("ASC", ">"), "desc": ("DESC", "<")}


def merge(visit: Visit) -> Answer:
    """Merge a lead into a user; what the user lacks comes from the lead.

    From 2.16 on both must share an e-mail address or a phone number, unless told otherwise.
    """
    sent = visit.body()
    for name in ("from", "into"):
        if not isinstance(sent.get(name), str) or not sent[name]:
            raise missing(f"{name} not specified")
    source = contact_rows.live(visit.store, sent["from"])
    target = contact_rows.live(visit.store, sent["into"])
    if (source["role"], target["role"]) != ("lead", "user"):
        message = "A contact with role lead can only be merged into a contact with role user"
        raise Refusal(400, Fault("invalid_merge", message))
    checked = visit.version >= V2_16 and sent.get("skip_duplicate_validation") is not True
    if checked and not twins(source, target):
        raise Refusal(400, Fault("invalid_merge", NOT_TWINS))
    move_parts(visit.store, source["seq"], target["seq"])
    visit.store.run(
        "UPDATE contacts SET state = 'merged', merged_into = ?, merged_at = ? WHERE seq = ?",
        (target["id"], visit.now, source["seq"]),
    )
    contact_rows.change(visit, target, inherited(source, target))
    return show(visit, target["seq"])


def twins(source: Any, target: Any) -> bool:
    """Whether two contacts share an e-mail address or a phone number."""
    return any(
        source[name] and target[name] and source[name].lower() == target[name].lower()
        for name in ("email", "phone")
    )


def inherited(source: Any, target: Any) -> dict[str, Any]:
    """What the target takes over, since it has nothing there itself."""
    values = {name: source[name] for name in FILLED if target[name] is None}
    if target["email"] is None and source["email"] is not None:
        values |= {"email": source["email"], "email_domain": source["email_domain"]}
    theirs, own = (msgspec.json.decode(row["custom"]) for row in (source, target))
    return {**values, "custom": msgspec.json.encode({**theirs, **own}).decode()}


def move_parts(store: Store, source: int, target: int) -> None:
    """Hang everything on the target that hung on the source; nothing twice."""
    for table in ("contact_companies", "contact_tags", "contact_subscriptions"):
        store.run(f"UPDATE OR IGNORE {table} SET contact = ? WHERE contact = ?", (target, source))  # noqa: S608 - ours
    store.run(
        "UPDATE companies SET user_count = user_count - 1 WHERE seq IN"
        " (SELECT company FROM contact_companies WHERE contact = ?)",
        (source,),
    )
    for table in ("contact_companies", "contact_tags", "contact_subscriptions"):
        store.run(f"DELETE FROM {table} WHERE contact = ?", (source,))  # noqa: S608 - ours
    store.run("UPDATE notes SET contact = ? WHERE contact = ?", (target, source))


def history(visit: Visit) -> Answer:
    """List the leads merged into a user, a page at a time."""
    row = visit.store.row(
        "SELECT * FROM contacts WHERE id = ? AND state = 'live' AND role = 'user'",
        (visit.ids["id"],),
    )
    if row is None:
        raise not_found("Contact not found")
    order = ORDERS.get(visit.call.parameter("order") or "desc")
    if order is None:
        raise invalid("order must be asc or desc", "order")
    size = visit.number("per_page", HISTORY_SIZE, most=HISTORY_MOST)
    cursor = read_cursor(visit.call.parameter("cursor"))
    after, start = "", ()  # type: tuple[str, tuple[Any, ...]]
    if cursor is not None:
        after, start = f"AND (merged_at, id) {order[1]} (?, ?)", (cursor.value, cursor.id)
    rows = visit.store.rows(
        f"SELECT id, role, merged_at FROM contacts WHERE merged_into = ? {after}"  # noqa: S608 - ours
        f" ORDER BY merged_at {order[0]}, id {order[0]} LIMIT ?",
        (row["id"], *start, size + 1),
    )
    more = len(rows) > size
    last = rows[size - 1] if more else None
    page = 2 if cursor is None else cursor.page + 1
    following = last and Cursor(last["merged_at"], last["id"], page).encode()
    data = [history_item(merged) for merged in rows[:size]]
    return reply({"type": "list", "data": data, "next_cursor": following, "has_more": more})


routes = (
    Route("POST", "/contacts/merge", merge),
    Route("GET", "/contacts/{id}/merge_history", history, V2_16, reads=True),
)
