"""A ticket as a person reads it: what it asks and how it stands, then what was said and done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from intercom_cli.foreign import id_at, records, text
from intercom_cli.foreign import record as object_at

from .cells import shown
from .clean import clean, clean_lines
from .html import text_of
from .rows import decode
from .sheet import Sheet
from .thread import Known, Record, assigned, folded, labelled, name, people_in, write_below
from .times import ago, is_moment, iso

TITLE, DESCRIPTION = "_default_title_", "_default_description_"


def write_ticket(row: bytes, sheet: Sheet, known: Known) -> None:
    """Write a ticket to be read."""
    record = as_thread(object_at(decode(row)))
    lines = list(labelled(title(record), facts(record, sheet, known), sheet))
    told = clean_lines(text_of(text(values(record), DESCRIPTION)))
    if told:
        lines.append("")
    for line in told.split("\n") if told else ():
        lines += folded(line, "", "", sheet)
    write_below(lines, record, sheet, known)


def as_thread(record: Record) -> Record:
    """A ticket with its parts where a conversation has them."""
    inside = object_at(record, "ticket_parts")
    parts = {**inside, "conversation_parts": records(record, "ticket_parts")}
    return {**record, "conversation_parts": parts}


def title(record: Record) -> str:
    """What a ticket is called, or its number."""
    number = id_at(record, "ticket_id") or id_at(record, "id")
    return name(text(values(record), TITLE)) or f"Ticket {clean(number)}"


def facts(record: Record, sheet: Sheet, known: Known) -> Iterator[tuple[str, str]]:
    """What is worth knowing before reading, each under its label."""
    kinds = (text(record, "ticket_type", key) for key in ("name", "category"))
    number = clean(id_at(record, "ticket_id"))
    yield "Id", clean(id_at(record, "id")) + (f" (number {number})" if number else "")
    yield "Type", ", ".join(name(kind) for kind in kinds if kind)
    yield "State", state(record, sheet)
    yield "Assigned", assigned(record, known)
    yield "Contacts", ", ".join(people_in(record, known))
    yield "Company", clean(id_at(record, "company_id"))
    created = record.get("created_at")
    yield "Created", f"{iso(created)} ({ago(created, sheet.now)})" if is_moment(created) else ""
    linked = records(record, "linked_objects")
    told = (f"{text(one, 'type')} {id_at(one, 'id')}".strip() for one in linked)
    yield "Linked", ", ".join(clean(one) for one in told if one)
    yield from answers(record)
    yield "Link", clean(known.address)


def state(record: Record, sheet: Sheet) -> str:
    """How far it is, and whether it is closed, put off, or hidden from the customer."""
    now = text(record, "ticket_state", "internal_label") or text(record, "ticket_state")
    told = [name(now)]
    until = record.get("snoozed_until")
    if record.get("open") is False:
        told.append("closed")
    elif is_moment(until):
        told.append(f"snoozed until {iso(until)} ({ago(until, sheet.now)})")
    if record.get("is_shared") is False:
        told.append("customers do not see it")
    return ", ".join(filter(None, told))


def answers(record: Record) -> Iterator[tuple[str, str]]:
    """The attributes that have a value, besides what is read as text."""
    asked = records(record, "ticket_type", "ticket_type_attributes")
    kinds = {text(one, "name"): text(one, "data_type") for one in asked}
    for key, value in values(record).items():
        if key not in (TITLE, DESCRIPTION):
            yield name(key), answer(value, kinds.get(key, ""))


def answer(value: Any, kind: str) -> str:
    """The value of an attribute, as its type has it."""
    if kind == "datetime" and is_moment(value):
        return iso(value)
    return shown(value, "names" if isinstance(value, list) else "text", None)


def values(record: Record) -> Record:
    """What a ticket says, by the names of its attributes."""
    return object_at(record, "ticket_attributes")
