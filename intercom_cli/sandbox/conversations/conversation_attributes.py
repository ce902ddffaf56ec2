"""Conversation attributes: the facts a workspace keeps about conversations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations.conversation_values import ATTRIBUTE
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean, many, string
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.values import Check, Unfit, text
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

TYPES = ("string", "integer", "list", "decimal", "boolean", "datetime", "relationship", "files")
CARDINALITIES = ("one", "many")
FEWEST = 2
COMMON = ("name", "description", "required", "visible_to_team_ids")
# What only one type has.
OWN = {"string": "multiline", "list": "options", "relationship": "reference"}


def list_attributes(visit: Visit) -> Answer:
    """List all attributes in one answer; archived ones only when asked for."""
    living = "1" if visit.flag("include_archived") else "NOT json_extract(body, '$.archived')"
    found = documents.every(visit.store, Query(ATTRIBUTE, sql=living))
    return reply({"type": "list", "data": found})


def create(visit: Visit) -> Answer:
    """Make an attribute; a name that another one has is refused, in any letter case."""
    sent = visit.body()
    kind = sent.get("data_type")
    if kind not in TYPES:
        message = f"data_type '{kind}' is not valid. Allowed types: {', '.join(TYPES)}"
        raise unfit(message)
    if "name" not in sent:
        raise unfit("name is required")
    given = checked(sent, str(kind), may_set=(*COMMON, "data_type", OWN.get(str(kind), "name")))
    forbid_twins(visit, given["name"], None)
    if kind in ("list", "relationship") and OWN[kind] not in given:
        raise unfit(f"{OWN[kind]} is required")
    return reply(add(visit.store, str(kind), given, visit.now))


def add(store: Store, kind: str, given: Mapping[str, Any], moment: int) -> Record:
    """Keep a new attribute."""
    record: Record = {
        "type": ATTRIBUTE,
        "id": int(documents.next_id(store, ATTRIBUTE)),
        "name": given["name"],
        "description": given.get("description", ""),
        "data_type": kind,
        "required": given.get("required", False),
        "visible_to_team_ids": given.get("visible_to_team_ids", []),
        "archived": False,
        "created_at": moment,
        "updated_at": moment,
        "admin_id": ME,
    }
    if kind in OWN:
        record[OWN[kind]] = given.get(OWN[kind], False)
    return documents.add(store, ATTRIBUTE, record)


def checked(sent: Mapping[str, Any], kind: str, *, may_set: tuple[str, ...]) -> dict[str, Any]:
    """What a body sets, checked; a member that this type does not have is refused."""
    unknown = [name for name in sent if name not in may_set]
    if unknown:
        raise unfit(f"{unknown[0]} is not accepted for a {kind} attribute")
    given = {}
    for name in sent:
        if name != "data_type":
            try:
                given[name] = CHECKS[name](sent[name])
            except Unfit as error:
                raise unfit(f"{name} {error}") from error
    return given


def options(value: Any) -> list[Record]:
    """The options of a new list, at least two and no two alike."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Unfit("must be a list of objects")
    labels = [text(one.get("label")) for one in value]
    if len(set(labels)) < max(len(labels), FEWEST):
        raise Unfit("must have at least 2 different labels")
    return [option(label) for label in labels]


def option(label: str) -> Record:
    """A new option."""
    return {"id": str(uuid4()), "label": label, "archived": False}


def reference(value: Any) -> Record:
    """What a relationship leads to."""
    if not isinstance(value, dict) or value.get("type") not in CARDINALITIES:
        raise Unfit("must have the type one or many")
    return {"type": value["type"], "object_type_id": text(value.get("object_type_id"))}


CHECKS: dict[str, Check] = {
    "name": text,
    "description": string,
    "required": boolean,
    "visible_to_team_ids": many(string),
    "multiline": boolean,
    "options": options,
    "reference": reference,
}


def forbid_twins(visit: Visit, name: str, identifier: int | None) -> None:
    """Refuse a name that a living attribute has."""
    same = (
        "json_extract(body, '$.name') = ? COLLATE NOCASE AND NOT json_extract(body, '$.archived')"
    )
    for other in documents.every(visit.store, Query(ATTRIBUTE, sql=same, values=(name,))):
        if other["id"] != identifier:
            raise unfit("name is already in use")


def at(visit: Visit) -> Record:
    """The attribute of the path, else 404."""
    message, code = "Conversation attribute not found", "conversation_attribute_not_found"
    return documents.found(visit, ATTRIBUTE, visit.ids["id"], message, code)


def retrieve(visit: Visit) -> Answer:
    """Show one attribute."""
    return reply(at(visit))


def update(visit: Visit) -> Answer:
    """Change an attribute; its type and its options are not changed here."""
    record = at(visit)
    kind = record["data_type"]
    own = OWN[kind] if kind in ("string", "relationship") else "name"
    given = checked(visit.body(), kind, may_set=(*COMMON, own))
    if "name" in given:
        forbid_twins(visit, given["name"], record["id"])
    record |= given
    return saved(visit, record)


def archive(visit: Visit) -> Answer:
    """Archive an attribute; it is never gone."""
    record = at(visit)
    record["archived"] = True
    return saved(visit, record)


def saved(visit: Visit, record: Record) -> Answer:
    """Answer with an attribute that was changed."""
    record["updated_at"] = visit.now
    return reply(documents.save(visit.store, ATTRIBUTE, record))


def unfit(message: str) -> Refusal:
    """Refuse a body: 422 ``parameter_invalid``."""
    return Refusal(422, Fault("parameter_invalid", message))


routes = (
    Route("GET", "/conversations/attributes", list_attributes, V2_16, reads=True),
    Route("POST", "/conversations/attributes", create, V2_16),
    Route("GET", "/conversations/attributes/{id}", retrieve, V2_16, reads=True),
    Route("PUT", "/conversations/attributes/{id}", update, V2_16),
    Route("DELETE", "/conversations/attributes/{id}", archive, V2_16),
)
