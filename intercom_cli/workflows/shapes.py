"""What the names in {{ }} hold: inputs, the event, and what each step brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from intercom_cli.events.notification import KEYS
from intercom_cli.workflows.catalog import target_of
from intercom_cli.workflows.kinds import ANY, Value, closed, exactly, of, union
from intercom_cli.workflows.model import Input, Step

KINDS = {"string": "text", "integer": "number", "number": "number"}
LIST, NUMBER, TEXT = of("list"), of("number"), of("text")
WHEN = of("number", "text", "null")
ERROR = closed(step=TEXT, type=TEXT, exit_code=NUMBER, message=TEXT)
# What every step can bring besides: that it was skipped, or failed.
ALWAYS = {"skipped": of("boolean"), "error": ERROR}
LISTED = {"results": LIST, "count": NUMBER}
EACH = {**LISTED, "passed_over": NUMBER, "failed": LIST}
SHELL = {"stdout": TEXT, "stderr": TEXT, "exit_code": NUMBER, "json": ANY}
EVENT = closed(
    **{
        **dict.fromkeys(KEYS, ANY),
        "topic": TEXT,
        "id": of("text", "null"),
        "app_id": of("text", "null"),
        "delivery_status": of("text", "null"),
        "delivery_attempts": of("number", "null"),
        "created_at": WHEN,
        "delivered_at": WHEN,
        "first_sent_at": WHEN,
        "data": closed(type=ANY, item=ANY),
    }
)


def of_inputs(inputs: Iterable[Input]) -> Value:
    """The inputs of a file."""
    return closed(**{one.name: of_input(one) for one in inputs})


def of_input(one: Input) -> Value:
    """An input by its type; one that need not be given may be null."""
    kinds = {KINDS.get(one.type, one.type)}
    return of(*kinds) if one.required or one.default is not None else of(*kinds, "null")


def of_steps(steps: Iterable[Step]) -> Value:
    """What the steps so far brought, by their ids."""
    return closed(**{step.id: of_step(step) for step in steps})


def of_step(step: Step) -> Value:
    """What a step brings; of a record nothing is known, for Intercom adds fields."""
    if step.for_each is not None:
        return closed(**EACH, **ALWAYS)
    members: Mapping[str, Value] | None = None
    if found := target_of(step):
        members = LISTED if found.lists else None
    elif step.do == "wait":
        members = {"waited": NUMBER}
    elif step.do == "shell":
        members = SHELL
    elif step.do == "request" and step.with_.get("all") is True:
        members = LISTED
    return of("object") if members is None else closed(**members, **ALWAYS)


def of_item(step: Step) -> Value:
    """What a step is done for, each time."""
    if not isinstance(step.for_each, list):
        return ANY
    plain = all(one is None or isinstance(one, bool | int | float) for one in step.for_each)
    return union(map(exactly, step.for_each)) if plain and step.for_each else ANY
