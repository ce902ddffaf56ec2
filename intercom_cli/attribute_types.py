"""The types of a workspace's own attributes, as Intercom lists them; never as values look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.errors import Forbidden, Misuse, NotFound, Refused, ServerFailed, did_you_mean
from intercom_cli.paths import parse, quote
from intercom_cli.remembered import recall, remember
from intercom_cli.resource import Asked, sends
from intercom_cli.session import Session

LISTING = "GET /data_attributes"
OWN = "custom_attributes"
FACT = "attributes"
# Words of text, and those that also stand for something else.
WORD = re.compile(r"[^\W\d_]")
NO_TEXT = frozenset(
    ("true", "false", "yes", "no", "null", "now", "today", "yesterday", "tomorrow", "in")
)
UNKNOWN = "The types of attributes are not known"
NAMED = 12  # attributes that a hint names, where there are no more
LISTED_WHOLE = frozenset({"contact", "company"})  # others have some that are not listed
# Where the attributes of each kind of record are listed.
LISTINGS = {
    "contact": LISTING,
    "company": LISTING,
    "conversation": "GET /conversations/attributes",
    "ticket": "GET /ticket_types",
}
ASKED: dict[str, Asked] = {
    "string": "string",
    "options": "string",
    "list": "string",
    "integer": "integer",
    "float": "number",
    "decimal": "number",
    "boolean": "boolean",
    "date": "date",
    "datetime": "date",
    "relationship": "id",
}


class Attribute(NamedTuple):
    """An attribute of a workspace: its name in data, what people see of it, and its type."""

    name: str
    label: str
    data_type: str

    @property
    def asked(self) -> Asked:
        """Its type as ``--where`` has it; "custom" for one that is not known."""
        return ASKED.get(self.data_type, "custom")


@sends(*dict.fromkeys(LISTINGS.values()))
def attributes_of(session: Session, model: str, *names: str) -> list[Attribute] | None:
    """The attributes of a kind of record; asked of Intercom where one of these names is unknown.

    None where they cannot be known, which is said once.
    """
    known = remembered(session, model)
    if known is not None and {one.name for one in known}.issuperset(names):
        return known
    key = (FACT, model)
    if key not in session.lists:
        session.lists[key] = asked(session, model)
    return session.lists[key] or known


def remembered(session: Session, model: str) -> list[Attribute] | None:
    """Those that an earlier run was told."""
    kept = foreign.records(recall(session, FACT), model)
    return [
        Attribute(*(foreign.text(row, name) for name in Attribute._fields)) for row in kept
    ] or None


def asked(session: Session, model: str) -> list[Attribute]:
    """All that Intercom lists; none where it does not, which is said."""
    if session.choices.dry_run:
        session.printer.warn(f"{UNKNOWN}: --dry-run sends nothing.")
        return []
    request = call(LISTINGS[model])
    if request.operation == LISTING:
        request = request.with_query(model=model)
    try:
        found = [*read(session.send(request).json(), model)]
    except (Forbidden, NotFound, Refused, ServerFailed, Misuse) as error:
        session.printer.warn(f"{UNKNOWN}: {error.message}")
        return []
    if found:
        kept = foreign.record(recall(session, FACT))
        remember(session, FACT, {**kept, model: [one._asdict() for one in found]})
    return found


def read(answer: Any, model: str) -> Iterable[Attribute]:
    """The attributes in an answer."""
    for row in foreign.records(answer, "data"):
        if model == "ticket":
            yield from of_ticket_type(row)
        elif name := foreign.text(row, "name"):
            own = row.get("custom") is not False
            kind = foreign.text(row, "data_type")
            if own and kind:
                yield Attribute(name, foreign.text(row, "label") or name, kind)


def of_ticket_type(row: dict[str, Any]) -> Iterable[Attribute]:
    """The attributes of a ticket type."""
    for one in foreign.records(row, "ticket_type_attributes", "data"):
        if name := foreign.text(one, "name"):
            yield Attribute(name, name, foreign.text(one, "data_type"))


def type_of(session: Session, model: str, name: str, *, exists: bool = True) -> Asked | None:
    """The type of an attribute by its name; None where it cannot be known.

    Raises Misuse, with near names, for an attribute that does not exist where it has to.
    """
    known = attributes_of(session, model, name)
    kinds = {one.asked for one in known or () if one.name == name}
    if known is None or not (kinds or exists):
        return None
    if (
        not kinds
        and model in LISTED_WHOLE
        and name.partition(".")[0] not in {one.name for one in known}
    ):
        raise missing(model, name, known)
    if not kinds and model == "ticket":
        warn_of_unknown(session, name, known)
    # Types of tickets can have attributes of one name and of several types.
    return kinds.pop() if len(kinds) == 1 else "custom"


def warn_of_unknown(session: Session, name: str, known: list[Attribute]) -> None:
    """Warn once of an attribute that no ticket type has, as archived types are not listed."""
    names = list(dict.fromkeys(one.name for one in known))
    warned = session.lists.setdefault((FACT, "unknown"), [])
    if name in warned or name.partition(".")[0] in names:
        return
    warned.append(name)
    near = did_you_mean(name, names)
    text = f"No ticket type has an attribute {name!r}"
    session.printer.warn(f"{text}; {near}" if near else f"{text}.")


def missing(model: str, name: str, known: list[Attribute], *, writes: bool = False) -> Misuse:
    """The refusal of an attribute that does not exist.

    Where a value is written to it, the hint says how to make it.
    """
    names = list(dict.fromkeys(one.name for one in known))
    labelled = [one.name for one in known if one.label.casefold() == name.casefold()]
    near = f"did you mean {labelled[0]}?" if labelled else did_you_mean(name, names)
    way = f"intercom data-attributes list --model {model}"
    if 0 < len(names) <= NAMED:
        way = f"there are {', '.join(map(quote, names))}"
    if writes:
        way = f"intercom data-attributes create --name {quote(name)} --model {model} --type string"
        way = f"{near} Else: {way}" if near else way
    return Misuse(f"No {model} attribute is called {name!r}.", hint=way if writes else near or way)


def is_text(value: str) -> bool:
    """Whether a value can only be text, so that the type of its field need not be asked for."""
    word = value.lower()
    return bool(WORD.match(value)) and word not in NO_TEXT and not word.startswith("in ")


def name_in(field: str) -> str:
    """The name of an attribute in the path of a field, such as ``custom_attributes."Est. time"``.

    >>> name_in("custom_attributes.Plan.Name"), name_in('ticket_attributes."Est. time"')
    ('Plan.Name', 'Est. time')
    """
    return ".".join(parse(field).names[1:])
