"""``state`` of tickets in --where: a category as the search has it, or a label of a table."""

from __future__ import annotations

from intercom_cli import foreign
from intercom_cli.errors import Misuse, did_you_mean
from intercom_cli.finding import Record, records
from intercom_cli.query.nodes import Condition, Node, Not, group
from intercom_cli.query.where import is_null
from intercom_cli.resource import sends
from intercom_cli.resources._named import STATES
from intercom_cli.resources._ticket_types import called
from intercom_cli.session import Session

CATEGORIES = ("submitted", "in_progress", "waiting_on_customer", "resolved")
OPPOSITE = frozenset({"!=", "not in"})


@sends(STATES.operation)
def in_state(session: Session, condition: Condition) -> Node:
    """The condition by category, and where a label is meant by the states that have it."""
    plain = [text for text in condition.values if is_null(text) or text in CATEGORIES]
    labels = [text for text in condition.values if text not in plain]
    if not labels:
        return condition
    parts: list[Node] = [labeled(session, text) for text in labels]
    if plain:
        parts.append(condition._replace(operator="in", values=tuple(plain)))
    found = group("or", tuple(parts))
    return Not(found) if condition.operator in OPPOSITE else found


def labeled(session: Session, text: str) -> Node:
    """The states of a label: their categories narrow the search. Raises Misuse for no label."""
    if session.choices.dry_run:
        session.printer.warn(f"The state {text!r} is not looked up: --dry-run sends nothing.")
        return Condition("ticket_state.internal_label", "string", "=", (text,))
    every = list(records(session, STATES))
    found = called(every, text)
    if not found:
        raise unknown(text, every)
    ids = tuple(str(one["id"]) for one in found)
    categories = tuple(dict.fromkeys(foreign.text(one, "category") for one in found))
    labels = tuple(dict.fromkeys(foreign.text(one, "internal_label") for one in found))
    # Up to 2.11 a record has the label of its state, and no id.
    is_one = group(
        "or",
        (
            Condition("ticket_state.id", "id", "in", ids),
            Condition("ticket_state_internal_label", "string", "in", labels),
        ),
    )
    return group("and", (Condition("state", "id", "in", categories), is_one))


def unknown(text: str, every: list[Record]) -> Misuse:
    """The refusal of what is no state, with those there are."""
    labels = dict.fromkeys(foreign.text(one, "internal_label") for one in every)
    there = [*labels, *CATEGORIES]
    return Misuse(
        f"--where: no ticket state is called {text!r}; there are {', '.join(there)}.",
        hint=did_you_mean(text, there) or STATES.hint,
    )
