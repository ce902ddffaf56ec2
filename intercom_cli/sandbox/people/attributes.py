"""Data attributes: the facts contacts and companies can have, the workspace's own among them."""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.sandbox import values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.people.attribute_values import (
    CREATE,
    UPDATE,
    option_values,
    readable_name,
)
from intercom_cli.sandbox.people.standard_attributes import standard
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing, not_found
from intercom_cli.sandbox.versions import V2_16, V2_17
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

MODELS = ("contact", "company")
PEOPLE = {"contact": "people", "company": "company"}


def list_attributes(visit: Visit) -> Answer:
    """List the attributes of contacts, companies, or both.

    From 2.16 on those of conversations are elsewhere: asking for them is 422.
    """
    model = visit.call.parameter("model")
    if model == "conversation" and visit.version >= V2_16:
        message = (
            "model=conversation is no longer supported. Use GET /conversations/attributes instead"
        )
        raise Refusal(422, Fault("parameter_invalid", message))
    if model not in (None, "conversation", *MODELS):
        raise invalid("model must be contact or company", "model")
    asked = MODELS if model is None else (model,)
    archived = visit.flag("include_archived")
    own = visit.store.rows("SELECT * FROM attributes ORDER BY id")
    exact = visit.version >= V2_17
    data = [entry for entry in standard(exact=exact) if entry["model"] in asked] + [
        shape(row) for row in own if row["model"] in asked and (archived or not row["archived"])
    ]
    return reply({"type": "list", "data": data})


def create(visit: Visit) -> Answer:
    """Create a custom attribute; its type is for good."""
    sent = visit.body()
    for name in ("name", "model", "data_type"):
        if sent.get(name) in (None, ""):
            raise missing(f"{name} not specified")
    wanted = values.check(sent, CREATE)
    name, model, kind = readable_name(wanted["name"]), wanted["model"], wanted["data_type"]
    twin = visit.store.row("SELECT model FROM attributes WHERE name = ? COLLATE NOCASE", (name,))
    if twin is not None:
        message = (
            f"You already have '{name}' in your {PEOPLE[twin['model']]} data."
            f" To save this as new {PEOPLE[model]} data, use a different name."
        )
        raise invalid(message)
    options = option_values(sent.get("options")) if kind == "options" else None
    row = {
        "model": model,
        "name": name,
        "data_type": {"options": "string", "datetime": "date"}.get(kind, kind),
        "options": json.dumps(options) if options else None,
        "description": wanted.get("description"),
        "messenger_writable": wanted.get("messenger_writable", 0),
        "archived": 0,
        "admin": ME,
        "created_at": visit.now,
        "updated_at": visit.now,
    }
    return show(visit, visit.store.insert("attributes", row))


def update(visit: Visit) -> Answer:
    """Change or archive a custom attribute; one a segment is made of cannot be archived."""
    identifier = visit.ids["data_attribute_id"]
    row = visit.store.row("SELECT * FROM attributes WHERE CAST(id AS TEXT) = ?", (identifier,))
    if row is None:
        message = "We couldn't find that data attribute to update"
        raise not_found(message, "field_not_found")
    sent = visit.body()
    wanted = values.check(sent, UPDATE)
    if "options" in sent:
        wanted["options"] = json.dumps(option_values(sent["options"]))
    if wanted.get("archived") and is_needed(visit, row):
        message = "The Data Attribute you are trying to archive has a dependant object"
        raise Refusal(422, Fault("data_invalid", message))
    wanted["updated_at"] = visit.now
    names = ", ".join(f"{name} = ?" for name in wanted)
    visit.store.run(
        f"UPDATE attributes SET {names} WHERE id = ?",  # noqa: S608 - column names are ours
        (*wanted.values(), row["id"]),
    )
    return show(visit, row["id"])


def is_needed(visit: Visit, row: Any) -> bool:
    """Whether a segment is made of an attribute."""
    sql = "SELECT 1 FROM segments WHERE attribute = ? AND model = ?"
    return visit.store.row(sql, (row["name"], row["model"])) is not None


def show(visit: Visit, number: int) -> Answer:
    """Answer with one attribute."""
    row = visit.store.row("SELECT * FROM attributes WHERE id = ?", (number,))
    return reply(shape(row))


def shape(row: Any) -> dict[str, Any]:
    """A custom attribute as JSON."""
    shown = {
        "type": "data_attribute",
        "id": row["id"],
        "model": row["model"],
        "name": row["name"],
        "full_name": f"custom_attributes.{row['name']}",
        "label": row["label"] or row["name"],
        "description": row["description"],
        "data_type": row["data_type"],
        "options": json.loads(row["options"]) if row["options"] else None,
        "api_writable": True,
        "ui_writable": False,
        "messenger_writable": bool(row["messenger_writable"]),
        "custom": True,
        "archived": bool(row["archived"]),
        "admin_id": row["admin"],
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
    }
    return {name: value for name, value in shown.items() if value is not None}


routes = (
    Route("GET", "/data_attributes", list_attributes, reads=True),
    Route("POST", "/data_attributes", create),
    Route("PUT", "/data_attributes/{data_attribute_id}", update),
)
