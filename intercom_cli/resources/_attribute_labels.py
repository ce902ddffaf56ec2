"""Find the field of a data attribute by its label, which is what people see of it."""

from __future__ import annotations

from collections.abc import Callable

from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.finding import FEW, Record, close_names
from intercom_cli.resource import WHOLE, Asked, sends
from intercom_cli.session import Session

LISTING = "GET /data_attributes"
NAMES = ("label", "name")
OWN = "custom_attributes."
TIMES = frozenset({"date", "datetime"})


def labels_of(model: str) -> Callable[[Session, str], tuple[str, Asked]]:
    """What finds the field, and its type, of an attribute that contacts or companies have.

    It raises Misuse for a label that none has, or several.
    """

    @sends(LISTING)
    def find(session: Session, label: str) -> tuple[str, Asked]:
        import msgspec

        request = call(LISTING).with_query(model=model)
        if session.choices.dry_run:
            session.show(request)
            return OWN + label, "custom"
        rows = session.walk(request, WHOLE, limit=None)
        every = [one for one in map(msgspec.json.decode, rows) if one.get("custom")]
        found = [one for one in every if label.casefold() in names_of(one)]
        if len(found) != 1:
            raise unclear(model, label, found, every)
        kind: Asked = "date" if found[0].get("data_type") in TIMES else "custom"
        return OWN + str(found[0]["name"]), kind

    return find


def names_of(attribute: Record) -> set[str]:
    """What an attribute is called, in small letters."""
    return {str(attribute.get(name) or "").casefold() for name in NAMES}


def unclear(model: str, label: str, found: list[Record], every: list[Record]) -> Misuse:
    """An error for a label that does not tell which attribute is meant."""
    hint = f"intercom data-attributes list --model {model}"
    if found:
        names = ", ".join(f"{OWN}{one['name']}" for one in found)
        return Misuse(f"--where: several attributes are called {label!r}: {names}.", hint=hint)
    labels = [str(one.get("label") or one["name"]) for one in every]
    near = close_names(label, labels)
    told = f"--where: no field and no attribute of a {model} is called {label!r}"
    if near:
        return Misuse(f"{told}; did you mean {' or '.join(map(repr, near))}?", hint=hint)
    there = f"; there are {', '.join(labels)}" if 0 < len(labels) <= FEW else ""
    return Misuse(f"{told}{there}.", hint=hint)
