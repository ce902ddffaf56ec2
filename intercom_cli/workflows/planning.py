"""What a run would do: each step with what is known of it beforehand, and the rest marked."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from intercom_cli.errors import IntercomError, Misuse
from intercom_cli.session import Session
from intercom_cli.values import file_named
from intercom_cli.workflows.catalog import target_of
from intercom_cli.workflows.items import items_of
from intercom_cli.workflows.model import Step, Workflow
from intercom_cli.workflows.performing import asks, perform, reads, resolved, value_at
from intercom_cli.workflows.results import Unresolved
from intercom_cli.workflows.templates import fill, is_true
from intercom_cli.workflows.words import as_json, words_of

Row = dict[str, Any]


def plan(
    session: Session, workflow: Workflow, known: dict[str, Any], *, read: bool
) -> Iterator[Row]:
    """Each step as a row; with ``read`` those that only read are done, for what follows.

    With --plan each write that is known by then has its ``changes``. Raises what would end the run.
    """
    for step in workflow.steps:
        row, values = planned(step, known)
        if row["state"] == "ready" and step.do not in {"wait", "shell"}:
            try:
                if read and reads(step) and not saves(values):
                    known["steps"][step.id] = found = found_by(session, step, known, values)
                    row |= {"state": "read", "result": found}
                elif session.choices.plan and not reads(step) and can_plan(step):
                    row["changes"] = changes_of(session, step, known, values)
            except IntercomError as error:
                error.message = f"{workflow.file}:{step.line}: step {step.id}: {error.message}"
                if step.on_error == "stop":
                    raise
                row |= {"state": "fails", "error": error.message}
        if step.save is not None and row["state"] in {"read", "ready"}:
            note_folders(session, step.save, known)
        yield row
        for handler in step.handlers:
            yield planned(handler, known)[0] | {"state": "only if it fails", "for": step.id}


def saves(values: Row) -> bool:
    """Whether what a step reads goes into a file, which nothing but the run itself may write."""
    return values.get("to") not in (None, "-")


def can_plan(step: Step) -> bool:
    """Whether a step that writes can say what it would change; one that writes files cannot."""
    found = target_of(step)
    return found is None or any("--plan" in option.flags for option in found.command.options)


def note_folders(session: Session, place: str, known: Mapping[str, Any]) -> None:
    """Note the folders that saving a result would make, for the steps that follow."""
    try:
        path = file_named(str(fill(place, known)))
    except Unresolved:
        return
    session.rehearsal.folders |= {one for one in path.parents if not one.exists()}


def found_by(session: Session, step: Step, known: dict[str, Any], values: Row) -> Any:
    """What a step that only reads finds."""
    if step.for_each is None:
        return perform(session, step, values)
    every = []
    for number, item in enumerate(items_of(step, known)):
        inner = {**known, "item": item, "index": number}
        every.append(perform(session, step, resolved(step, inner)))
    return {"results": every, "count": len(every), "passed_over": 0, "failed": []}


def changes_of(
    session: Session, step: Step, known: dict[str, Any], values: Row
) -> list[dict[str, Any]]:
    """What a step that writes would change, for each of its items."""
    found = found_by(session, step, known, values)
    every = found["results"] if step.for_each is not None else [found]
    return [row for one in every for row in one["results"]]


def planned(step: Step, known: dict[str, Any]) -> tuple[Row, Row]:
    """One step as a row, and its values as far as they are known."""
    inner, times = known, None
    if step.for_each is not None:
        try:
            items = items_of(step, known)
        except Unresolved:
            items = None
        times = None if items is None else len(items)
        if items:
            inner = {**known, "item": items[0], "index": 0}
    unknown: list[str] = []
    values = {key: filled(step, key, one, inner, unknown) for key, one in step.with_.items()}
    row: Row = {
        "step": step.id,
        "line": step.line,
        "do": step.do,
        "state": state_of(step, inner, unknown, times),
        "writes": not reads(step),
        "asks": asks(step),
        "times": 1 if step.for_each is None else times,
        "with": values,
        "unknown": unknown,
        "command": spelled(step, values),
        "save": step.save,
    }
    return row, values


def filled(step: Step, key: str, value: Any, known: Mapping[str, Any], unknown: list[str]) -> Any:
    """A value as far as it is known; what is not stays as it is written, and is noted."""
    if isinstance(value, dict):
        return {name: filled(step, key, one, known, unknown) for name, one in value.items()}
    if isinstance(value, list):
        return [filled(step, key, one, known, unknown) for one in value]
    try:
        return value_at(step, key, value, known)
    except Unresolved:
        unknown.append(key)
        return value


def state_of(step: Step, known: Mapping[str, Any], unknown: list[str], times: int | None) -> str:
    """Whether a step would be done, as far as that is known."""
    if step.for_each is not None and times == 0:
        return "nothing to do"
    if step.when is not None:
        try:
            if not is_true(step.when, known):
                return "skipped"
        except Unresolved:
            return "depends"
    return "later" if unknown or (step.for_each is not None and times is None) else "ready"


def spelled(step: Step, values: Row) -> str:
    """A step as the command that would do the same."""
    if found := target_of(step):
        try:
            typed = words_of(found, values)
        except Misuse:  # a switch that is decided later
            typed = [f"--{key}={value}" for key, value in values.items()]
        return shlex.join(["intercom", step.noun, step.verb, *typed])
    if step.do == "request":
        method = str(values.get("method", "GET")).upper()
        body = [] if values.get("body") is None else [as_json(values["body"])]
        return " ".join([method, str(values["path"]), *body])
    if step.do == "wait":
        return f"wait {values.get('for') or values.get('until')}"
    return f"sh -c {shlex.quote(str(values['command']))}"
