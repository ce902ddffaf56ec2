"""Contacts as JSON: rendered once when they change, kept as bytes, joined into pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_16, Version

NESTED = 10

PHONE_SYSTEMS = ("android", "ios")
DEVICE_KEYS = tuple(
    f"{system}_{fact}"
    for system in PHONE_SYSTEMS
    for fact in ("app_name", "app_version", "device", "os_version", "sdk_version", "last_seen_at")
)
ORIGIN_KEYS = ("utm_campaign", "utm_content", "utm_medium", "utm_source", "utm_term", "referrer")

# Most contacts have none of these. One control character, which JSON never holds raw, stands for
# each run of nulls: a body takes half the space, and one replacement a page brings them back.
NO_DEVICE, NO_ORIGIN = b"\x00", b"\x01"
HERE = "\x02"  # JSON has it as an escape, which no id of a workspace needs
WORKSPACE = b'"workspace_id":' + msgspec.json.encode(HERE)
# The first one of a body is the contact's own, also when it is null; a custom attribute may follow.
OWNER = re.compile(rb'"owner_id":(?:"(\d+)"|(null))')


def run_of_nulls(keys: Iterable[str]) -> bytes:
    """The members of an object whose values are all null."""
    return b",".join(b'"%b":null' % key.encode() for key in keys)


ALL_DEVICE_NULL = run_of_nulls(DEVICE_KEYS)
ALL_ORIGIN_NULL = run_of_nulls((*ORIGIN_KEYS, "enabled_push_messaging"))


def nested(kind: str, base: str, ids: Sequence[Any], total: int, url: str) -> dict[str, Any]:
    """A list inside a contact: at most ten entries, the true count, and where the rest is."""
    data = [
        {"type": kind, "id": str(identifier), "url": f"/{base}/{identifier}"} for identifier in ids
    ]
    return {
        "type": "list",
        "data": data[:NESTED],
        "url": url,
        "total_count": total,
        "has_more": total > NESTED,
    }


def render(row: Mapping[str, Any], parts: Mapping[str, tuple[Sequence[Any], int]]) -> bytes:
    """A contact's JSON from its row and its lists (first ids, and how many there are).

    Without an e-mail address ``email`` is empty text: the description allows no null there.
    """
    identity = {
        "type": "contact",
        "id": row["id"],
        "workspace_id": HERE,
        "external_id": row["external_id"],
        "role": row["role"],
        "email": row["email"] or "",
        "email_domain": row["email_domain"] or "",
        "phone": row["phone"],
        "name": row["name"],
        "avatar": row["avatar"] and {"type": "avatar", "image_url": row["avatar"]},
        "owner_id": row["owner_id"],
        "social_profiles": {"type": "list", "data": []},
        "has_hard_bounced": bool(row["has_hard_bounced"]),
        "marked_email_as_spam": bool(row["marked_email_as_spam"]),
        "unsubscribed_from_emails": bool(row["unsubscribed_from_emails"]),
        **{key: row[key] for key in TIMES},
        "language_override": row["language_override"],
        "browser": row["browser"],
        "browser_version": row["browser_version"],
        "browser_language": row["browser_language"],
        "os": row["os"],
        "location": {
            "type": "location",
            "country": row["country"],
            "region": row["region"],
            "city": row["city"],
            "country_code": None,
            "continent_code": None,
        },
    }
    rest = {"custom_attributes": msgspec.Raw(row["custom"].encode()), **lists(row["id"], parts)}
    encode = msgspec.json.encode
    device = row["device"]
    seen = NO_DEVICE if device == "{}" else device_members(device)
    return b"%b,%b,%b,%b}" % (encode(identity)[:-1], seen, encode(rest)[1:-1], NO_ORIGIN)


TIMES = (
    "created_at",
    "updated_at",
    "signed_up_at",
    "last_seen_at",
    "last_replied_at",
    "last_contacted_at",
    "last_email_opened_at",
    "last_email_clicked_at",
)


def device_members(device: str) -> bytes:
    """What is known of a contact's phones, as members of an object."""
    known = msgspec.json.decode(device)
    return msgspec.json.encode({key: known.get(key) for key in DEVICE_KEYS})[1:-1]


def lists(identifier: str, parts: Mapping[str, tuple[Sequence[Any], int]]) -> dict[str, Any]:
    """The five lists inside a contact."""
    home = f"/contacts/{identifier}"
    nothing: tuple[Sequence[Any], int] = ((), 0)
    tags, notes, companies, opted_out, opted_in = (
        parts.get(name, nothing) for name in ("tags", "notes", "companies", "opt_out", "opt_in")
    )
    choices = f"{home}/subscriptions"
    return {
        "tags": nested("tag", "tags", *tags, f"{home}/tags"),
        "notes": nested("note", "notes", *notes, f"{home}/notes"),
        "companies": nested("company", "companies", *companies, f"{home}/companies"),
        "opted_out_subscription_types": nested(
            "subscription", "subscription_types", *opted_out, choices
        ),
        "opted_in_subscription_types": nested(
            "subscription", "subscription_types", *opted_in, choices
        ),
    }


def refresh(store: Store, seq: int) -> None:
    """Render a contact anew after anything about it changed."""
    row = store.row("SELECT * FROM contacts WHERE seq = ?", (seq,))
    if row is not None:
        store.run(
            "INSERT OR REPLACE INTO contact_bodies (seq, body) VALUES (?, ?)",
            (seq, render(dict(row), parts_of(store, seq))),
        )


def parts_of(store: Store, seq: int) -> dict[str, tuple[Sequence[Any], int]]:
    """The lists of a contact, as the database knows them."""
    queries = {
        "tags": "SELECT tag FROM contact_tags WHERE contact = ? ORDER BY applied_at DESC, tag DESC",
        "notes": "SELECT id FROM notes WHERE contact = ? ORDER BY id DESC",
        "companies": (
            "SELECT c.id FROM contact_companies k JOIN companies c ON c.seq = k.company"
            " WHERE k.contact = ? ORDER BY k.attached_at DESC, c.seq DESC"
        ),
        **{
            choice: (
                "SELECT subscription FROM contact_subscriptions"  # noqa: S608 - ours
                f" WHERE contact = ? AND consent_type = '{choice}' ORDER BY subscription"
            )
            for choice in ("opt_out", "opt_in")
        },
    }
    found = {name: [row[0] for row in store.rows(sql, (seq,))] for name, sql in queries.items()}
    return {name: (ids[:NESTED], len(ids)) for name, ids in found.items()}


def bodies(
    store: Store, seqs: Sequence[int], version: Version, *, history: bool = False
) -> list[bytes]:
    """The JSON of contacts in the order of their numbers given, as this version shows them.

    Before 2.16 ``owner_id`` is a number. ``history`` adds ``merge_history`` to users.
    """
    marks = ",".join("?" * len(seqs))
    sql = f"SELECT seq, body FROM contact_bodies WHERE seq IN ({marks})"  # noqa: S608 - marks
    found = {row[0]: row[1] for row in store.rows(sql, seqs)}
    here = msgspec.json.encode(store.app_id)
    shown = [whole_body(found[seq], here) for seq in seqs]
    if version < V2_16:
        shown = [OWNER.sub(rb'"owner_id":\1\2', body, count=1) for body in shown]
    return [with_history(store, body) for body in shown] if history else shown


def whole_body(body: bytes, app_id: bytes) -> bytes:
    """A stored body with its nulls and the id of the workspace back in place."""
    body = body.replace(WORKSPACE, b'"workspace_id":' + app_id, 1)
    return body.replace(NO_DEVICE, ALL_DEVICE_NULL).replace(NO_ORIGIN, ALL_ORIGIN_NULL)


def with_history(store: Store, body: bytes) -> bytes:
    """A user's JSON with the leads that were merged into it; leads have no such list."""
    contact = msgspec.json.decode(body)
    if contact["role"] != "user":
        return body
    history = [history_item(row) for row in merged_into(store, contact["id"])]
    return b'%b,"merge_history":%b}' % (body[:-1], msgspec.json.encode(history))


def merged_into(store: Store, identifier: str) -> list[Any]:
    """The contacts merged into one, the latest first."""
    return store.rows(
        "SELECT id, role, merged_at FROM contacts WHERE merged_into = ?"
        " ORDER BY merged_at DESC, id DESC",
        (identifier,),
    )


def history_item(row: Any) -> dict[str, Any]:
    """One merge, as the target's history shows it."""
    return {
        "type": "merge_history",
        "source_contact_id": row["id"],
        "source_contact_role": row["role"],
        "merged_at": row["merged_at"],
    }
