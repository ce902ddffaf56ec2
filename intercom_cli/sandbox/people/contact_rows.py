"""Contacts as rows: found, checked, written, and kept from clashing."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from intercom_cli.sandbox import values
from intercom_cli.sandbox.people import custom_attributes
from intercom_cli.sandbox.people.contact_bodies import refresh
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, no_contact
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_16, Version
from intercom_cli.sandbox.visit import Visit

ROLES = ("user", "lead")
MERGE_HOPS = 3
# The columns behind the names that may stand for a contact.
NAMES = {
    "id": "id",
    "intercom_user_id": "id",
    "external_id": "external_id",
    "user_id": "external_id",
    "email": "email",
}


def role(value: Any) -> str:
    """One of the two roles."""
    if value not in ROLES:
        raise values.Unfit("must be user or lead")
    return str(value)


def owner(value: Any) -> str | None:
    """An admin's id, or null for nobody."""
    return None if value is None else values.identifier(value)


CHECKS: dict[str, values.Check] = {
    "role": role,
    "external_id": values.text,
    "email": values.email,
    "email_verified": values.truth,
    "phone": values.optional_text,
    "name": values.optional_text,
    "avatar": values.optional_text,
    "signed_up_at": values.optional_moment,
    "last_seen_at": values.optional_moment,
    "owner_id": owner,
    "unsubscribed_from_emails": values.truth,
}

BLANK: dict[str, Any] = {
    "state": "live",
    "has_hard_bounced": 0,
    "marked_email_as_spam": 0,
    "unsubscribed_from_emails": 0,
    "custom": "{}",
    "device": "{}",
}


def new_id(now: int) -> str:
    """An id of 24 hexadecimal digits that begins with its time, as the platform's do."""
    return f"{now:08x}{secrets.token_hex(8)}"


def live(store: Store, identifier: str) -> Any:
    """A contact that is neither archived, blocked, merged nor deleted, else 404.

    Archived contacts cannot be read, as users of Intercom's Ruby client report (issue 561).
    """
    row = store.row("SELECT * FROM contacts WHERE id = ? AND state = 'live'", (identifier,))
    if row is None:
        raise no_contact()
    return row


def named(store: Store, name: str, value: str) -> Any:
    """A living contact by one of its names, or None.

    Of several with an address the user comes first, then the eldest.
    """
    folded = " COLLATE NOCASE" if name == "email" else ""
    return store.row(
        f"SELECT * FROM contacts WHERE {NAMES[name]} = ?{folded} AND state = 'live'"  # noqa: S608 - ours
        " ORDER BY role = 'lead', seq LIMIT 1",
        (value,),
    )


def readable(store: Store, row: Any, version: Version) -> Any:
    """The row when it may be read; a merged one points to its heir from version 2.16 on."""
    if row is not None and row["state"] == "merged" and version >= V2_16:
        raise merged_refusal(heir(store, row["merged_into"]))
    if row is None or row["state"] != "live":
        raise no_contact()
    return row


def heir(store: Store, identifier: str) -> str:
    """The contact at the end of a chain of merges, as far as the platform follows one.

    The first merge led to ``identifier`` and counts as a hop.
    """
    for _ in range(MERGE_HOPS - 1):
        further = store.value("SELECT merged_into FROM contacts WHERE id = ?", (identifier,))
        if further is None:
            break
        identifier = further
    return identifier


def merged_refusal(identifier: str) -> Refusal:
    """410 ``contact_merged`` with the way to the contact it went into."""
    message = "This contact has been merged. See the 'Link' header for the canonical contact."
    link = {"link": f'</contacts/{identifier}>; rel="canonical"'}
    return Refusal(410, Fault("contact_merged", message), headers=link)


def wanted(visit: Visit, sent: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """The columns a body asks to change, checked.

    Keys that are not known, ``companies`` among them, are ignored without a word, as
    the platform does.
    """
    if "email_verified" in sent and "email" not in sent:
        raise invalid("email_verified can only be set together with email", "email_verified")
    changes = values.check(sent, CHECKS)
    changes.pop("email_verified", None)
    if changes.get("owner_id") is not None:
        require_admin(visit.store, changes["owner_id"])
    if "email" in changes:
        changes["email_domain"] = changes["email"].rpartition("@")[2].lower()
    if "custom_attributes" in sent:
        changes["custom"] = custom_attributes.merged(
            visit.store, "contact", before["custom"], sent["custom_attributes"]
        )
    return changes


def require_admin(store: Store, identifier: str) -> None:
    """Refuse an owner who is not an admin of the workspace."""
    if store.row("SELECT 1 FROM admins WHERE id = ?", (identifier,)) is None:
        raise invalid("owner_id is not an admin of this workspace", "owner_id")


def forbid_twins(store: Store, row: Mapping[str, Any], seq: int | None = None) -> None:
    """Refuse a contact that exists already: 409 with the other's id inside the message.

    An external id belongs to one contact. An e-mail address, compared without regard to
    case, belongs to one user; leads may share one.
    """
    twin = None
    if row.get("external_id"):
        twin = other(store, "external_id = ?", row["external_id"], seq)
    if twin is None and row.get("email") and row.get("role") == "user":
        twin = other(store, "role = 'user' AND email = ? COLLATE NOCASE", row["email"], seq)
    if twin is not None:
        kind = "A" if twin["state"] == "live" else "An archived"
        message = f"{kind} contact matching those details already exists with id={twin['id']}"
        raise Refusal(409, Fault("conflict", message))


def other(store: Store, condition: str, value: str, seq: int | None) -> Any:
    """Another contact that meets a condition; the living first."""
    return store.row(
        f"SELECT id, state FROM contacts WHERE {condition}"  # noqa: S608 - written above
        " AND state != 'merged' AND seq IS NOT ? ORDER BY state != 'live', seq LIMIT 1",
        (value, seq),
    )


def activity(row: Mapping[str, Any]) -> int:
    """When a contact was last active: what lists are ordered by."""
    return int(row["created_at"] if row.get("last_seen_at") is None else row["last_seen_at"])


def add(visit: Visit, changes: Mapping[str, Any]) -> int:
    """Write a new contact and tell its number."""
    row = {**BLANK, "role": "user", **changes}
    forbid_twins(visit.store, row)
    row |= {"id": new_id(visit.now), "created_at": visit.now, "updated_at": visit.now}
    row["activity"] = activity(row)
    seq = visit.store.insert("contacts", row)
    refresh(visit.store, seq)
    return seq


def change(visit: Visit, before: Any, changes: Mapping[str, Any]) -> None:
    """Write changes to a contact, which also counts as an update of it."""
    after = {**dict(before), **changes, "updated_at": visit.now}
    if {"role", "email", "external_id"} & changes.keys():
        forbid_twins(visit.store, after, before["seq"])
    after["activity"] = activity(after)
    assigned = {name: after[name] for name in (*changes, "updated_at", "activity")}
    names = ", ".join(f"{name} = ?" for name in assigned)
    visit.store.run(
        f"UPDATE contacts SET {names} WHERE seq = ?",  # noqa: S608 - column names are ours
        (*assigned.values(), before["seq"]),
    )
    refresh(visit.store, before["seq"])


def touch(visit: Visit, seq: int) -> None:
    """Note that something around a contact changed."""
    visit.store.run("UPDATE contacts SET updated_at = ? WHERE seq = ?", (visit.now, seq))
    refresh(visit.store, seq)
