"""Conversation attributes: the options of lists."""

from __future__ import annotations

from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.conversations.conversation_attributes import (
    FEWEST,
    at,
    option,
    saved,
    unfit,
)
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.refusals import not_found
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit


def add_option(visit: Visit) -> Answer:
    """Add an option to a list."""
    record = list_at(visit)
    record["options"].append(option(label_of(visit, record, None)))
    return saved(visit, record)


def rename_option(visit: Visit) -> Answer:
    """Change the words of an option."""
    record = list_at(visit)
    chosen = option_at(visit, record)
    chosen["label"] = label_of(visit, record, chosen["id"])
    return saved(visit, record)


def archive_option(visit: Visit) -> Answer:
    """Archive an option, unless fewer than two would be left."""
    record = list_at(visit)
    chosen = option_at(visit, record)
    left = [one for one in record["options"] if not one["archived"] and one is not chosen]
    if len(left) < FEWEST:
        raise unfit("A list attribute must have at least 2 active options")
    chosen["archived"] = True
    return saved(visit, record)


def list_at(visit: Visit) -> Record:
    """The attribute of the path, which must be a list."""
    record = at(visit)
    if record["data_type"] != "list":
        raise unfit("Options can only be managed on list attributes")
    return record


def option_at(visit: Visit, record: Record) -> Record:
    """The option of the path."""
    for one in record["options"]:
        if one["id"] == visit.ids["option_id"]:
            found: Record = one
            return found
    raise not_found("List option not found", "conversation_attribute_not_found")


def label_of(visit: Visit, record: Record, identifier: str | None) -> str:
    """The words in a body, which must hold nothing else; no living option has them already."""
    sent = visit.body()
    if set(sent) - {"label"}:
        raise unfit("only 'label' is accepted")
    label = sent.get("label")
    if label in (None, ""):
        raise unfit("label is required")
    if not isinstance(label, str):
        raise unfit("label must be a string")
    for one in record["options"]:
        if one["label"] == label and not one["archived"] and one["id"] != identifier:
            raise unfit("label is already in use")
    return label


OPTIONS = "/conversations/attributes/{id}/options"
routes = (
    Route("POST", OPTIONS, add_option, V2_16),
    Route("PUT", f"{OPTIONS}/{{option_id}}", rename_option, V2_16),
    Route("DELETE", f"{OPTIONS}/{{option_id}}", archive_option, V2_16),
)
