"""What people type for the attributes of a ticket, as the types of these want it."""

from __future__ import annotations

from typing import Any

from intercom_cli import foreign
from intercom_cli.errors import Misuse
from intercom_cli.resources._conversation_files import attached
from intercom_cli.session import Session
from intercom_cli.values import file_named, pair, reader, typed

YES, NO = frozenset({"true", "yes"}), frozenset({"false", "no"})
HINT = "write Urgency=High; {}:=null takes a value away"

Given = list[tuple[str, Any]]
Record = dict[str, Any]


def pairs(session: Session, texts: list[str]) -> Given:
    """Each ``name=value`` taken apart; a value after ``:=`` is JSON.

    Raises Misuse for what is none, and for an empty value, which a script can give unawares.
    """
    read = reader(session.read_input)
    found = [pair(text, read=read, plain=True) for text in texts]
    for name, value in found:
        if isinstance(value, str) and not value.strip():
            raise Misuse(f"The value of {name} is empty.", hint=HINT.format(name))
    return found


def values_of(session: Session, given: Given, known: list[Record] | None) -> Record:
    """The values by the names Intercom has for the attributes.

    ``known`` are the attributes of the ticket type; None where they are not, in a dry run: then
    values are taken for what they look like. Raises Misuse for a name or a value that does not fit.
    """
    values: Record = {}
    for name, value in given:
        found = {"name": name} if known is None else attribute(known, name)
        fitting = fit(session, found, value) if isinstance(value, str) else value
        place = foreign.required_text(found, "name")
        if place in values and not isinstance(values[place], list):
            raise Misuse(f"{place} is given twice.")
        if place in values and isinstance(fitting, list):
            fitting = [*values[place], *fitting]
        values[place] = fitting
    return values


def attribute(known: list[Record], name: str) -> Record:
    """The attribute of a name, in any case. Raises Misuse with those there are."""
    wanted = name.casefold()
    for one in known:
        own = foreign.text(one, "name")
        if wanted in (own.casefold(), foreign.plain(own).casefold()):
            return one
    named = (foreign.plain(foreign.text(one, "name")) for one in known if not one.get("default"))
    there = ", ".join(filter(None, named)) or "no others"
    raise Misuse(f"Tickets of this type have no attribute {name!r}; there are {there}.")


def fit(session: Session, known: Record, text: str) -> Any:
    """A value as the type of its attribute wants it. Raises Misuse for one that does not fit."""
    name, kind = foreign.text(known, "name"), known.get("data_type")
    if kind == "list":
        return item(known, text)
    if kind == "datetime":
        from intercom_cli.narrowing import seconds

        return seconds(session, text)
    if kind == "boolean":
        if text.lower() not in YES | NO:
            raise Misuse(f"{name} is true or false, not {text!r}.")
        return text.lower() in YES
    if kind == "files" and session.foreign:
        raise Misuse(f"{name} takes files, which a workflow does not choose.")
    if kind == "files":
        return [attached(file_named(text))]
    value = typed(text)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "integer" and not (is_number and isinstance(value, int)):
        raise Misuse(f"{name} is a whole number, not {text!r}.")
    if kind == "decimal" and not is_number:
        raise Misuse(f"{name} is a number, not {text!r}.")
    return text if kind == "string" else value


def item(known: Record, text: str) -> str:
    """The item of a list as Intercom spells it. Raises Misuse with the items there are."""
    options = foreign.records(known, "input_options", "list_options")
    labels = [foreign.text(one, "label") for one in options]
    for label in labels:
        if text.casefold() in (label.casefold(), foreign.plain(label).casefold()):
            return label
    raise Misuse(f"{foreign.text(known, 'name')} is one of {', '.join(labels)}, not {text!r}.")
