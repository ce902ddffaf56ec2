"""A JSON Schema of workflow files, made from what the commands take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from intercom_cli import discovery
from intercom_cli.events.topics import NAMES
from intercom_cli.workflows.catalog import Taken, Target, commands, target
from intercom_cli.workflows.loading import KINDS, LONGEST
from intercom_cli.workflows.model import BUILT_IN

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEMPLATE: Schema = {"type": "string", "pattern": r"\{\{"}
TEXT: Schema = {"type": "string"}
ANY: Schema = {}
WORD = "^[A-Za-z_][A-Za-z0-9_]*$"


def schema() -> Schema:
    """The schema of a whole file."""
    return {
        "$schema": DIALECT,
        "title": "A workflow of intercom-cli",
        "type": "object",
        "required": ["steps"],
        "additionalProperties": False,
        "properties": {
            "name": TEXT,
            "description": TEXT,
            "on": one_or_more(
                {"anyOf": [{"enum": [*NAMES]}, {"type": "string", "pattern": r"[.*]"}]}
            ),
            "env": one_or_more(TEXT),
            "inputs": {"type": "object", "propertyNames": {"pattern": WORD}, **of_each(an_input())},
            "steps": {"$ref": "#/$defs/steps"},
        },
        "$defs": {"steps": {"type": "array", "minItems": 1, "items": a_step()}},
    }


def one_or_more(one: Schema) -> Schema:
    """One of something, or a list of them."""
    return {"anyOf": [one, {"type": "array", "items": one}]}


def of_each(one: Schema) -> Schema:
    """What each member of an object is."""
    return {"additionalProperties": one}


def an_input() -> Schema:
    """An input, or its default alone."""
    whole = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "type": {"enum": [*KINDS]},
            "required": {"type": "boolean"},
            "secret": {"type": "boolean"},
            "default": ANY,
            "choices": {"type": "array"},
            "description": TEXT,
        },
    }
    return {"anyOf": [whole, {"not": {"type": "object"}}]}


def a_step() -> Schema:
    """A step; what stands in ``with`` depends on what it does."""
    every = dict(doings())
    return {
        "type": "object",
        "required": ["do"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "pattern": WORD},
            "name": TEXT,
            "do": {"enum": [*every]},
            "with": {"type": "object"},
            "save": TEXT,
            "when": {"type": ["string", "boolean"]},
            "for_each": {"anyOf": [{"type": "array"}, TEMPLATE, an_object({"csv": TEXT}, ["csv"])]},
            "at_most": {"type": "integer", "minimum": 1},
            "retry": {"anyOf": [times(), an_object({"count": times(), "pause": ANY}, [])]},
            "on_error": {"anyOf": [{"enum": ["stop", "continue"]}, {"$ref": "#/$defs/steps"}]},
        },
        "allOf": [
            {
                "if": {"properties": {"do": {"const": do}}, "required": ["do"]},
                "then": {"properties": {"with": taken}},
            }
            for do, taken in every.items()
        ],
    }


def times() -> Schema:
    """How often something is tried again."""
    return {"type": "integer", "minimum": 1, "maximum": LONGEST}


def an_object(members: dict[str, Schema], needed: list[str]) -> Schema:
    """An object with these members and no others."""
    return {
        "type": "object",
        "properties": members,
        "required": needed,
        "additionalProperties": False,
    }


def doings() -> Iterator[tuple[str, Schema]]:
    """Everything a step can do, with what it takes."""
    own = own_doings()
    for name in BUILT_IN:
        yield name, own[name]
    for noun in discovery.names("resources"):
        for command in commands(noun):
            found = target(noun, command.name)
            assert found is not None
            yield f"{noun}.{command.name}", values_of(found)


def own_doings() -> dict[str, Schema]:
    """What the steps take that are no noun's."""
    sending = target("messages", "send")
    assert sending is not None
    methods = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
    return {
        "message": values_of(sending),
        "request": an_object(
            {
                "method": {"enum": [*methods]},
                "path": {"type": "string", "pattern": "^/"},
                "query": {"type": "object"},
                "body": ANY,
                "all": {"type": "boolean"},
            },
            ["path"],
        ),
        "wait": an_object({"for": ANY, "until": ANY}, []),
        "shell": an_object(
            {"command": TEXT, "env": {"type": "object"}, "stdin": ANY, "timeout": ANY},
            ["command"],
        ),
    }


def values_of(found: Target) -> Schema:
    """What ``with`` holds for a command."""
    return {
        "type": "object",
        "properties": {key: value_of(taken) for key, taken in found.takes.items()},
        "required": [key for key, taken in found.takes.items() if taken.both.required],
        # An option may be spelled as it is typed.
        "patternProperties": {"^--": ANY},
        "additionalProperties": False,
    }


def value_of(taken: Taken) -> Schema:
    """What a value can be; anything can be filled in."""
    about = {"description": taken.both.help} if taken.both.help else {}
    one = kind_of(taken)
    if taken.repeats:
        one = {"anyOf": [one, {"type": "array"}, TEMPLATE]}
    return {**about, "anyOf": [one, TEMPLATE, {"type": "null"}]} if one else about


def kind_of(taken: Taken) -> Schema:
    """What a value is that is written out."""
    if taken.both.choices:
        return {"enum": [*taken.both.choices]}
    option = taken.option
    if option is None or option.takes not in {"nothing", "text"}:
        return ANY
    if option.takes == "nothing":
        return {"type": "boolean"}
    if option.kind in {"integer", "number"}:
        bounds = {"minimum": option.least, "maximum": option.most}
        return {"type": option.kind, **{k: v for k, v in bounds.items() if v is not None}}
    return {"type": ["string", "number", "boolean"]} if option.kind in {"text", "time"} else ANY
