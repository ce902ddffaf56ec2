"""Visitors: people who opened the Messenger and said nothing of themselves yet."""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.people import contact_rows, custom_attributes
from intercom_cli.sandbox.people.contacts import show
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing, no_contact, not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.visit import Route, Visit

KIND = "visitor"
DAY = 86_400
PSEUDONYMS = ("Violet Suitcase", "Amber Lantern", "Teal Bicycle", "Scarlet Anchor")
IMAGES = "https://static.harborlights.example/pseudonyms"
ROLES = ("user", "lead")
ORIGIN = ("referrer", "utm_campaign", "utm_content", "utm_medium", "utm_source", "utm_term")


def retrieve(visit: Visit) -> Answer:
    """Show the visitor of a user id."""
    user = visit.call.parameter("user_id")
    if not user:
        raise missing("user_id not specified")
    return reply(shape(visit, known(visit.store, user_id=user)))


def update(visit: Visit) -> Answer:
    """Change the name and the custom attributes of a visitor."""
    sent = visit.body()
    name = "id" if "id" in sent else "user_id"
    if name not in sent:
        raise missing("id or user_id not specified")
    checks = {name: values.text, "name": values.optional_text}
    wanted = values.check(sent, checks)
    record = known(visit.store, **{name: wanted[name]})
    before = json.dumps(record["custom_attributes"])
    given = sent.get("custom_attributes")
    custom = custom_attributes.merged(visit.store, "contact", before, given)
    record |= {"name": wanted.get("name", record["name"]), "updated_at": visit.now}
    record["custom_attributes"] = json.loads(custom)
    return reply(shape(visit, documents.save(visit.store, KIND, record)))


def convert(visit: Visit) -> Answer:
    """Make a contact of a visitor, or join it to one that exists; the visitor is gone then."""
    sent = visit.body()
    for name in ("type", "user", "visitor"):
        if name not in sent:
            raise Refusal(400, Fault("parameter_not_found", f"{name} not specified", name))
    if sent["type"] not in ROLES:
        raise invalid("type must be user or lead", "type")
    names, user = identity(sent, "visitor"), identity(sent, "user")
    if not {"id", "user_id"} & user.keys():
        raise missing("user needs an id or a user_id")
    record = known(visit.store, **dict([next(iter(names.items()))]))
    row = existing(visit, user)
    seq = made(visit, record, sent["type"], user) if row is None else row["seq"]
    documents.remove(visit.store, KIND, record["id"])
    if row is not None:
        contact_rows.touch(visit, seq)
    return show(visit, seq)


def identity(sent: Record, name: str) -> dict[str, str]:
    """The names by which somebody is known: id, user_id or email."""
    given = sent[name]
    if not isinstance(given, dict):
        raise invalid(f"{name} must be an object", name)
    checks = {"id": values.text, "user_id": values.text, "email": values.email}
    found = values.check(given, checks)
    if not found:
        raise missing(f"{name} needs an id, a user_id or an email")
    return found


def existing(visit: Visit, user: dict[str, str]) -> Any:
    """The contact who is meant, or None; an id must be that of a contact."""
    for name in ("id", "user_id", "email"):
        row = contact_rows.named(visit.store, name, user[name]) if name in user else None
        if row is not None:
            return row
    if "id" in user:
        raise no_contact()
    return None


def made(visit: Visit, record: Record, role: str, user: dict[str, str]) -> int:
    """Make a contact of a visitor, with the identity given."""
    wanted = {"role": role, "name": record["name"]}
    wanted |= {"custom_attributes": record["custom_attributes"]}
    wanted |= {"external_id": user["user_id"]} if "user_id" in user else {}
    wanted |= {"email": user["email"]} if "email" in user else {}
    return contact_rows.add(visit, contact_rows.wanted(visit, wanted, contact_rows.BLANK))


def known(store: Store, **name: str) -> Record:
    """A visitor by id, user_id or e-mail address. Raises Refusal 404."""
    ((column, value),) = name.items()
    query = Query(KIND, sql=f"json_extract(body, '$.{column}') = ?", values=(value,))
    found = documents.every(store, query, limit=1)
    if not found:
        raise not_found("Visitor Not Found")
    return found[0]


def shape(visit: Visit, record: Record) -> dict[str, Any]:
    """A visitor as JSON."""
    pseudonym = record["pseudonym"]
    image = f"{IMAGES}/{pseudonym.lower().replace(' ', '-')}.png" if pseudonym else None
    lists = {"companies": "company", "social_profiles": "social_profile"}
    lists |= {"tags": "tag", "segments": "segment"}
    return {
        "type": KIND,
        "anonymous": True,
        "phone": None,
        "avatar": {"type": "avatar", "image_url": image},
        "app_id": visit.store.app_id,
        "location_data": {},
        "owner_id": None,
        "unsubscribed_from_emails": False,
        "marked_email_as_spam": False,
        "has_hard_bounced": False,
        "do_not_track": None,
        **dict.fromkeys(ORIGIN),
        **{name: {"type": f"{kind}.list", name: []} for name, kind in lists.items()},
        **record,
    }


def seed(store: Store, today: int) -> None:
    """Add four visitors, of whom one has left a name."""
    for number, pseudonym in enumerate(PSEUDONYMS):
        began = today - (number + 1) * DAY
        record: Record = {
            "id": f"{began:08x}7157{number:012x}",
            "user_id": f"harbor-visitor-{number + 1}",
            "email": "",
            "name": "Imani" if number == 1 else None,
            "pseudonym": pseudonym,
            "last_request_at": began + 600,
            "created_at": began,
            "remote_created_at": began,
            "signed_up_at": began,
            "updated_at": began + 600,
            "session_count": number,
            "custom_attributes": {},
        }
        documents.add(store, KIND, record)


routes = (
    Route("GET", "/visitors", retrieve, reads=True),
    Route("PUT", "/visitors", update),
    Route("POST", "/visitors/convert", convert),
)
