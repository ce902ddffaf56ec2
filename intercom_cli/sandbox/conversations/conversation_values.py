"""Values of conversation attributes: only known names, only values of their type."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import ATTRIBUTES
from intercom_cli.sandbox.people.custom_objects import KIND as OBJECT
from intercom_cli.sandbox.people.custom_objects import shape
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid
from intercom_cli.sandbox.visit import Visit

ATTRIBUTE = "conversation_attribute"

CHECKS: dict[str, values.Check] = {**ATTRIBUTES, "list": values.text}


def changed_attributes(visit: Visit, sent: Any) -> dict[str, Any]:
    """The attributes a body sets, checked; null takes one away.

    Raises one Refusal 400 that names every fault. Files cannot be attached in this way.
    """
    if not isinstance(sent, dict):
        raise invalid("custom_attributes must be an object", "custom_attributes")
    known = {one["name"]: one for one in living(visit)}
    wanted, faults = {}, []
    for name, value in sent.items():
        try:
            wanted[name] = read(visit, known.get(name), value)
        except values.Unfit as error:
            message = f"Custom attribute '{name}' {error}"
            faults.append(Fault("parameter_invalid", message, f"custom_attributes.{name}"))
    if faults:
        raise Refusal(400, *faults)
    return wanted


def living(visit: Visit) -> list[Record]:
    """The attributes that are not archived."""
    query = Query(ATTRIBUTE, sql="NOT json_extract(body, '$.archived')")
    return documents.every(visit.store, query)


def read(visit: Visit, attribute: Record | None, value: Any) -> Any:
    """A value as its attribute's type has it."""
    if attribute is None:
        raise values.Unfit("does not exist")
    if value is None:
        return None
    kind = attribute["data_type"]
    if kind == "files":
        raise values.Unfit("cannot be set")
    if kind == "relationship":
        return related(visit, attribute, value)
    read_value = CHECKS[kind](value)
    if kind == "list" and value not in labels(attribute):
        raise values.Unfit("has no such option")
    return read_value


def labels(attribute: Record) -> list[str]:
    """The options that can be chosen."""
    return [one["label"] for one in attribute["options"] if not one["archived"]]


def related(visit: Visit, attribute: Record, value: Any) -> Record:
    """The custom objects that a list of ids names, as they are kept: by their ids."""
    if not isinstance(value, list):
        raise values.Unfit("must be a list of ids")
    if attribute["reference"]["type"] == "one" and len(value) > 1:
        raise values.Unfit("can hold one id")
    kind, ids = attribute["reference"]["object_type_id"], [values.identifier(one) for one in value]
    if len(objects(visit, kind, ids)) < len(ids):
        raise values.Unfit("names an object that does not exist")
    return {"type": f"{kind}.list", "ids": ids}


def objects(visit: Visit, kind: str, ids: list[str]) -> list[Record]:
    """The custom objects of a kind that there are of some ids."""
    found = [documents.get(visit.store, OBJECT, one) for one in ids]
    return [shape(one) for one in found if one is not None and one["type"] == kind]


def shown(visit: Visit, attributes: Record) -> dict[str, Any]:
    """The attributes of a conversation as JSON: related objects as they are now."""
    return {
        name: with_objects(visit, value) if isinstance(value, dict) else value
        for name, value in attributes.items()
    }


def with_objects(visit: Visit, value: Record) -> dict[str, Any]:
    """The objects of a relationship."""
    kind = value["type"].removesuffix(".list")
    return {"type": value["type"], "instances": objects(visit, kind, value["ids"])}
