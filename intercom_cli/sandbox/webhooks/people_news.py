"""What webhooks tell of contacts and companies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from intercom_cli.sandbox.people import company_rows, visitors
from intercom_cli.sandbox.people.contact_bodies import bodies
from intercom_cli.sandbox.visit import Visit
from intercom_cli.sandbox.webhooks.journal import Change, Row

News = Iterator[tuple[str, Any]]
# What follows from other changes, and is no change of its own.
FOLLOWING = {"updated_at", "activity", "user_count", "last_replied_at", "last_contacted_at"}


def contact(visit: Visit, change: Change, changes: Sequence[Change]) -> News:
    """Tell what became of a contact."""
    row = change.record
    role = f"contact.{row['role']}"
    if change.after is None:
        yield "contact.deleted", short(row, deleted=True)
    elif change.became("state"):
        yield from moved(visit, change)
    else:
        item = contact_item(visit, row["seq"])
        if change.made:
            yield f"{role}.created", item
            return
        merged = [one for one in changes if one.record.get("merged_into") == row["id"]]
        if differs(change) and not merged:
            yield f"{role}.updated", item
        yield from ((topic, item) for topic in particulars(change))


def moved(visit: Visit, change: Change) -> News:
    """Tell that a contact was put away, taken back, or went into another one."""
    row = change.record
    topic = {"archived": "contact.archived", "live": "contact.unarchive"}.get(row["state"])
    if topic is not None:
        yield topic, contact_item(visit, row["seq"])
    elif row["state"] == "merged":
        sql = "SELECT seq FROM contacts WHERE id = ?"
        into = contact_item(visit, visit.store.value(sql, (row["merged_into"],)))
        yield "contact.merged", {**into, "merged_from": {**short(row), "role": row["role"]}}


def particulars(change: Change) -> Iterator[str]:
    """The topics of their own that some changes of a contact have."""
    row = change.record
    if change.became("role") and row["role"] == "user":
        yield "contact.lead.signed_up"
    if change.became("email") and row["email"]:
        first = row["role"] == "lead" and not change.was("email")
        yield "contact.lead.added_email" if first else "contact.email.updated"
    if change.became("unsubscribed_from_emails"):
        gone = row["unsubscribed_from_emails"]
        yield "contact.unsubscribed" if gone else "contact.subscribed"


def differs(change: Change) -> bool:
    """Whether a record itself was changed, and not only something around it."""
    return any(change.became(name) for name in change.record.keys() - FOLLOWING)


def contact_item(visit: Visit, seq: int) -> Row:
    """A contact as the API shows it."""
    shown: Row = msgspec.json.decode(bodies(visit.store, [seq], visit.version)[0])
    return shown


def short(row: Row, **more: Any) -> Row:
    """A contact that is no longer there, as far as it can be told."""
    return {"type": "contact", "id": row["id"], "external_id": row["external_id"], **more}


def tagged(visit: Visit, change: Change, changes: Sequence[Change]) -> News:
    """Tell of a tag put on a contact, or taken off one who is still there."""
    link = change.record
    row = visit.store.row("SELECT * FROM contacts WHERE seq = ?", (link["contact"],))
    if row is None or (change.before and change.after):
        return
    item = {
        "type": "contact_tag",
        "created_at": link["applied_at"] if change.made else visit.now,
        "contact": contact_item(visit, row["seq"]),
        "tag": {"type": "tag", "id": str(link["tag"]), "name": tag_name(visit, link, changes)},
    }
    yield f"contact.{row['role']}.tag.{'created' if change.made else 'deleted'}", item


def tag_name(visit: Visit, link: Row, changes: Sequence[Change]) -> Any:
    """The name of a tag, also of one that is deleted by the same call."""
    gone = [one.record["name"] for one in changes if one.kind == "tags"]
    found = visit.store.value("SELECT name FROM tags WHERE id = ?", (link["tag"],))
    return found if found is not None else gone[0] if gone else None


def company(visit: Visit, change: Change, _: Sequence[Change]) -> News:
    """Tell what became of a company."""
    row = change.record
    if change.became("state") or change.after is None:
        yield "company.deleted", {"type": "company", "id": row["id"], "deleted": True}
    elif change.made:
        yield "company.created", company_item(visit, row["seq"])
    elif differs(change):
        yield "company.updated", company_item(visit, row["seq"])


def attached(visit: Visit, change: Change, _: Sequence[Change]) -> News:
    """Tell of a contact who came to a company, or left one that is still there."""
    link = change.record
    home = company_rows.by_seq(visit.store, link["company"])
    row = visit.store.row("SELECT * FROM contacts WHERE seq = ?", (link["contact"],))
    if row is None or home["state"] != "live" or (change.before and change.after):
        return
    item = {**company_item(visit, link["company"]), "contact": contact_item(visit, row["seq"])}
    yield f"company.contact.{'attached' if change.made else 'detached'}", item


def company_item(visit: Visit, seq: int) -> Row:
    """A company as the API shows it."""
    row = company_rows.by_seq(visit.store, seq)
    shown: Row = msgspec.json.decode(company_rows.render(visit, [row])[0])
    return shown


def visitor(visit: Visit, change: Change, _: Sequence[Change]) -> News:
    """Tell that a visitor became somebody: the visitor is gone then."""
    if change.after is None:
        yield "visitor.signed_up", visitors.shape(visit, change.record)
