"""A ticket as a person reads it: what it asks and how it stands, then what was said and done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .cells import shown
from .clean import clean, clean_lines
from .html import text_of
from .rows import decode
from .sheet import Sheet
from .thread import Known, Record, assigned, folded, labelled, people_in, write_below
from .times import ago, is_moment, iso

TITLE, DESCRIPTION = "_default_title_", "_default_description_"


def write_ticket(row: bytes, sheet: Sheet, known: Known) -> None:
    """Write a ticket to be read."""
    record = as_thread(decode(row))
    lines = list(labelled(title(record), facts(record, sheet, known), sheet))
    told = clean_lines(text_of(str(values(record).get(DESCRIPTION) or "")))
    if told:
        lines.append("")
    for line in told.split("\n") if told else ():
        lines += folded(line, "", "", sheet)
    write_below(lines, record, sheet, known)


def as_thread(record: Record) -> Record:
    """A ticket with its parts where a conversation has them."""
    parts = record.get("ticket_parts") or {}
    inside = {**parts, "conversation_parts": parts.get("ticket_parts") or []}
    return {**record, "conversation_parts": inside}


def title(record: Record) -> str:
    """What a ticket is called, or its number."""
    number = record.get("ticket_id") or record.get("id")
    return clean(str(values(record).get(TITLE) or "")) or f"Ticket {clean(str(number))}"


def facts(record: Record, sheet: Sheet, known: Known) -> Iterator[tuple[str, str]]:
    """What is worth knowing before reading, each under its label."""
    kind = record.get("ticket_type") or {}
    number = record.get("ticket_id")
    yield "Id", clean(str(record.get("id"))) + (f" (number {clean(str(number))})" if number else "")
    yield "Type", ", ".join(clean(str(kind[x])) for x in ("name", "category") if kind.get(x))
    yield "State", state(record, sheet)
    yield "Assigned", assigned(record, known)
    yield "Contacts", ", ".join(people_in(record, known))
    yield "Company", clean(str(record.get("company_id") or ""))
    created = record.get("created_at")
    yield "Created", f"{iso(created)} ({ago(created, sheet.now)})" if is_moment(created) else ""
    linked = (record.get("linked_objects") or {}).get("data") or []
    yield "Linked", ", ".join(clean(f"{one.get('type')} {one.get('id')}") for one in linked)
    yield from answers(record)
    yield "Link", clean(known.address)


def state(record: Record, sheet: Sheet) -> str:
    """How far it is, and whether it is closed, put off, or hidden from the customer."""
    told = [clean(str((record.get("ticket_state") or {}).get("internal_label") or ""))]
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
    asked = ((record.get("ticket_type") or {}).get("ticket_type_attributes") or {}).get("data")
    kinds = {str(one.get("name")): one.get("data_type") for one in asked or []}
    for name, value in values(record).items():
        if name not in (TITLE, DESCRIPTION):
            yield clean(name), answer(value, str(kinds.get(name)))


def answer(value: Any, kind: str) -> str:
    """The value of an attribute, as its type has it."""
    if kind == "datetime" and is_moment(value):
        return iso(value)
    return shown(value, "names" if isinstance(value, list) else "text", None)


def values(record: Record) -> Record:
    """What a ticket says, by the names of its attributes."""
    found = record.get("ticket_attributes")
    return found if isinstance(found, dict) else {}
