"""What a command can do: change something, and ask a person before it does."""

from __future__ import annotations

from collections import ChainMap
from importlib import import_module
from typing import TYPE_CHECKING, Any

from intercom_cli import discovery
from intercom_cli.asking import question_of
from intercom_cli.parameters import fields_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from intercom_cli.resource import Field, Resource
    from intercom_cli.tree import Command

ASKING = frozenset({"confirm", "confirm_write", "need_person"})  # what asks a person before a write


def fields_of(one: Command) -> dict[str, Field]:
    """The fields of the body that a noun's command has options for, by their flags."""
    if one.path[0] not in discovery.names("resources"):
        return {}
    from intercom_cli import verbs

    resource: Resource = discovery.load("resources", one.path[0]).resource
    if verb := resource.verb(one.path[-1]):
        return {field.flag: field for field in verbs.fields_of(resource, verb)}
    function = written(resource, one.path[-1])
    return {field.flag: field for field in (fields_in(function) if function else ())}


def written(resource: Resource, word: str) -> Callable[..., None] | None:
    """The function of a noun's hand-written command."""
    functions = (found.function for found in resource.actions)
    named = {one.__name__.strip("_").replace("_", "-"): one for one in functions}
    return named.get(word)


def writes(one: Command) -> bool:
    """Whether a command can change something, at Intercom or in files here."""
    shows = any("--dry-run" in option.flags for option in one.options)
    return shows and one.path != ("find",)  # which shows where it would look


def may_ask(one: Command) -> bool:
    """Whether a command can want an answer from a person, or --yes."""
    if one.path[0] not in discovery.names("resources"):
        module = discovery.load("commands", one.path[0])
        return asks(getattr(module, "commands", {}).get(one.path[-1]) or module.command)
    resource: Resource = discovery.load("resources", one.path[0]).resource
    if verb := resource.verb(one.path[-1]):
        fields = fields_of(one).values()
        return bool(question_of(resource, verb)) or any(field.asks for field in fields)
    return asks(written(resource, one.path[-1]))


def asks(function: Any) -> bool:
    """Whether a function, or one of ours that it calls, asks a person."""
    known, left = set(), [function]
    while left:
        found = left.pop()
        code = getattr(found, "__code__", None)
        if code is None or found in known or not found.__module__.startswith("intercom_cli."):
            continue
        if ASKING & {*code.co_names}:
            return True
        known.add(found)
        modules = [name for name in code.co_names if name.startswith("intercom_cli.")]
        known_here = ChainMap(found.__globals__, *(vars(import_module(name)) for name in modules))
        left += [known_here.get(name) for name in code.co_names]
        left += [cell.cell_contents for cell in found.__closure__ or ()]
    return False
