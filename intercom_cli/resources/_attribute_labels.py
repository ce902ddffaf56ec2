"""Find the field of a data attribute by its label, which is what people see of it."""

from __future__ import annotations

from collections.abc import Callable

from intercom_cli.attribute_types import LISTING, OWN, Attribute, attributes_of
from intercom_cli.errors import Misuse
from intercom_cli.finding import FEW, close_names
from intercom_cli.paths import quote
from intercom_cli.resource import Asked, sends
from intercom_cli.session import Session


def labels_of(model: str) -> Callable[[Session, str], tuple[str, Asked]]:
    """What finds the field, and its type, of an attribute that contacts or companies have.

    It raises Misuse for a label that none has, or several.
    """

    @sends(LISTING)
    def find(session: Session, label: str) -> tuple[str, Asked]:
        known = attributes_of(session, model) or []
        found = [one for one in known if label.casefold() in names_of(one)]
        if not found:
            known = attributes_of(session, model, label) or []
            found = [one for one in known if label.casefold() in names_of(one)]
        if not found and session.choices.dry_run:
            return f"{OWN}.{quote(label)}", "custom"
        if len(found) != 1:
            raise unclear(model, label, found, known)
        return f"{OWN}.{quote(found[0].name)}", found[0].asked

    return find


def names_of(attribute: Attribute) -> set[str]:
    """What an attribute is called, in small letters."""
    return {attribute.name.casefold(), attribute.label.casefold()}


def unclear(model: str, label: str, found: list[Attribute], every: list[Attribute]) -> Misuse:
    """An error for a label that does not tell which attribute is meant."""
    hint = f"intercom data-attributes list --model {model}"
    if found:
        names = ", ".join(f"{OWN}.{one.name}" for one in found)
        return Misuse(f"--where: several attributes are called {label!r}: {names}.", hint=hint)
    labels = [one.label for one in every]
    near = close_names(label, labels)
    told = f"--where: no field and no attribute of a {model} is called {label!r}"
    if near:
        return Misuse(f"{told}; did you mean {' or '.join(map(repr, near))}?", hint=hint)
    there = f"; there are {', '.join(labels)}" if 0 < len(labels) <= FEW else ""
    return Misuse(f"{told}{there}.", hint=hint)
