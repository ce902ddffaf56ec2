"""Which steps of a workflow a person is asked about first: as their commands would ask."""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.errors import IntercomError
from intercom_cli.facts.guards import guard_of
from intercom_cli.session import Session
from intercom_cli.workflows.catalog import target_of
from intercom_cli.workflows.model import Step, Workflow
from intercom_cli.workflows.performing import asks, resolved, run_command

OPEN = "{{"  # begins a value that is known only when the step runs


def asking_steps(session: Session, workflow: Workflow) -> list[Step]:
    """The steps that ask, or may ask once their values are known."""
    return [step for step in workflow.every() if asks(step) and may_be_due(session, step)]


def may_be_due(session: Session, step: Step) -> bool:
    """Whether a step asks, as far as its values are written in the file."""
    if OPEN in json.dumps(step.with_, default=str):
        return True
    try:
        return is_due(session, step, resolved(step, {}))
    except IntercomError:
        return True


def is_due(session: Session, step: Step, values: dict[str, Any]) -> bool:
    """Whether a step with these values deletes, merges or reaches a customer.

    A command is rehearsed for that; one that cannot be counts as a reason to ask.
    """
    found = target_of(step)
    if not asks(step) or found is None:
        return asks(step)
    try:
        output = run_command(session, step, found, values, consent="--dry-run")
        rows = [json.loads(line) for line in output.splitlines() if line.strip()]
    except (IntercomError, ValueError):
        return True
    return any(guard_of(row["method"], row["url"], row.get("body")) for row in rows)
