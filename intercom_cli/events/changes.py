"""Change single values of a notification, each by its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from intercom_cli.errors import Misuse, did_you_mean
from intercom_cli.paths import parse, quote

OPEN = {"custom_attributes", "ticket_attributes", "metadata"}  # objects people name the fields of
ITEM = "data.item"


def change(document: dict[str, Any], changes: Iterable[tuple[str, Any]]) -> None:
    """Set values in place. A path begins at the notification, or at its item.

    Raises Misuse, with close matches, for a path that leads nowhere.
    """
    for path, value in changes:
        if path == "topic":
            raise Misuse("The topic is what is triggered; --set cannot change it.")
        whole = path if parse(path).names[0] in document else f"{ITEM}.{path}"
        put(document, whole, path, value)


def put(document: dict[str, Any], whole: str, path: str, value: Any) -> None:
    """Set one value, which stays a text where it was one."""
    *steps, last = parse(whole).names
    node: Any = document
    for step in steps:
        node = below(node, step)
    known = isinstance(node, dict) and (last in node or (steps and steps[-1] in OPEN))
    if isinstance(node, list) and last.isdecimal() and int(last) < len(node):
        node[int(last)] = value
    elif known:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        node[last] = str(value) if number and isinstance(node.get(last), str) else value
    else:
        raise unknown(document, path)


def below(node: Any, step: str) -> Any:
    """What stands one step below; None where nothing does."""
    if isinstance(node, list):
        return node[int(step)] if step.isdecimal() and int(step) < len(node) else None
    return node.get(step) if isinstance(node, dict) else None


def unknown(document: dict[str, Any], path: str) -> Misuse:
    """The error for a path that leads nowhere."""
    every = [name.removeprefix(f"{ITEM}.") for name in paths(document)]
    near = did_you_mean(path.removeprefix(f"{ITEM}."), every, most=3, cutoff=0.5)
    hint = near or "--dry-run shows all there is"
    return Misuse(f"--set: this notification has no {path!r}.", hint=hint)


def paths(node: Any, above: str = "") -> Iterator[str]:
    """Every path of a document."""
    inside = node.items() if isinstance(node, dict) else enumerate(node)
    for name, value in inside:
        path = f"{above}.{quote(str(name))}" if above else quote(str(name))
        yield path
        if isinstance(value, dict | list):
            yield from paths(value, path)
