"""What a ticket's attributes may hold, kept by the attribute's id so that it can be renamed.

The default attributes are kept by name: they have the same name in every ticket type.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intercom_cli.sandbox import values
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import ATTRIBUTES
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid

UPLOADS = "https://downloads.harborlights.example/tickets"


def key_of(attribute: Record) -> str:
    """Where a ticket keeps the value of an attribute."""
    return str(attribute["name"] if attribute["default"] else attribute["id"])


def read(attributes: list[Record], sent: Any, name: str = "ticket_attributes") -> dict[str, Any]:
    """The values that were sent, checked, by their keys.

    Raises Refusal 400 for names the ticket type does not have, and for values of another type.
    """
    if not isinstance(sent, dict):
        raise invalid(f"{name} must be an object", name)
    known = {attribute["name"]: attribute for attribute in attributes}
    extra = [one for one in sent if one not in known]
    if extra:
        listed = ", ".join(extra)
        raise invalid(f"Extra attributes provided that are not found on ticket type: {listed}")
    found, faults = {}, []
    for one, value in sent.items():
        try:
            found[key_of(known[one])] = None if value is None else typed(known[one], value)
        except values.Unfit as error:
            faults.append(Fault("parameter_invalid", f"{one} {error}", f"{name}.{one}"))
    if faults:
        raise Refusal(400, *faults)
    return found


def typed(attribute: Record, value: Any) -> Any:
    """A value as the attribute's type has it.

    An item of a list is given by its label, and a time in Unix seconds. The description leaves
    both open; this is how tickets show them.
    """
    kind, options = attribute["data_type"], attribute["input_options"]
    if kind == "list":
        if value not in [one["label"] for one in options["list_options"]]:
            raise values.Unfit("is not one of the items of its list")
        return value
    if kind == "files":
        return files(value, many=options["allow_multiple_values"])
    return ATTRIBUTES[kind](value)


def files(value: Any, *, many: bool) -> list[Record]:
    """Files that were sent: each with its name, its type, and its content in base64."""
    if not isinstance(value, list) or (len(value) > 1 and not many):
        raise values.Unfit("must be a list of files" if many else "must be a list of one file")
    return [upload(one) for one in value]


def upload(one: Any) -> Record:
    """A file as it is shown."""
    if not isinstance(one, Mapping) or not all(
        isinstance(one.get(name), str) and one[name] for name in ("name", "content_type", "data")
    ):
        raise values.Unfit("must hold files with name, content_type and data")
    return {
        "type": "upload",
        "name": one["name"],
        "url": f"{UPLOADS}/{one['name']}",
        "content_type": one["content_type"],
        "filesize": len(one["data"]) * 3 // 4,
    }


def require(attributes: list[Record], found: Mapping[str, Any]) -> None:
    """Refuse a new ticket that lacks what its type wants to know."""
    for attribute in attributes:
        if attribute["required_to_create"] and found.get(key_of(attribute)) in (None, "", []):
            raise invalid("Missing required ticket attributes")


def shape(attributes: list[Record], kept: Mapping[str, Any]) -> dict[str, Any]:
    """A ticket's attributes by name; the default ones are there without a value too."""
    return {
        attribute["name"]: kept.get(key_of(attribute))
        for attribute in attributes
        if attribute["default"] or key_of(attribute) in kept
    }


def transferred(
    before: list[Record], after: list[Record], kept: Mapping[str, Any]
) -> dict[str, Any]:
    """The values that another ticket type takes over: of the same name and the same data type."""
    known = {(one["name"], one["data_type"]): kept.get(key_of(one)) for one in before}
    moved = {key_of(one): known.get((one["name"], one["data_type"])) for one in after}
    return {key: value for key, value in moved.items() if value is not None}


def change(attribute: Record, value: Any) -> Record:
    """A changed attribute, as the part that tells of it shows it."""
    shown: Record = {"type": "value", "id": None, "label": ""}
    if isinstance(value, list):
        shown |= {"id": list(range(1, len(value) + 1)), "label": [one["name"] for one in value]}
    elif value is not None:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        shown |= {"id": text, "label": text}
    named = {"type": "attribute", "id": attribute["id"], "label": attribute["name"]}
    return {"attribute": named, "value": shown}
