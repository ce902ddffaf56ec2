"""Check the steps that are no noun's: request, wait and shell."""

from __future__ import annotations

import re
import time
from datetime import UTC

from intercom_cli import times
from intercom_cli.errors import Misuse
from intercom_cli.future_times import future
from intercom_cli.workflows.loading import Faults, meant, span
from intercom_cli.workflows.model import Step
from intercom_cli.workflows.syntax import is_template

# What each kind of step that is no noun's takes, and which of it there must be.
OWN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "request": (("method", "path", "query", "body", "all"), ("path",)),
    "wait": (("for", "until"), ()),
    "shell": (("command", "env", "stdin", "timeout"), ("command",)),
}
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def check_own(faults: Faults, step: Step) -> None:
    """Note what is wrong with the values of request, wait and shell."""
    takes, needs = OWN[step.do]
    for key in step.with_:
        if key not in takes:
            why = f"step {step.id}: {step.do} takes no {key!r}{meant(key, takes)}"
            faults.add((*step.place, "with", key), why)
    for key in needs:
        if not step.with_.get(key):
            faults.add(step.place, f"step {step.id}: {step.do} needs {key}:.")
    {"request": check_request, "wait": check_wait, "shell": check_shell}[step.do](faults, step)


def check_request(faults: Faults, step: Step) -> None:
    """Note what is wrong with a request."""
    method = step.with_.get("method", "GET")
    if not isinstance(method, str) or method.upper() not in METHODS:
        why = f"step {step.id}: method is one of {', '.join(METHODS)}."
        faults.add((*step.place, "with", "method"), why)
    path = step.with_.get("path")
    if path is not None and not str(path).startswith("/"):
        faults.add((*step.place, "with", "path"), f"step {step.id}: a path begins with /.")


def check_wait(faults: Faults, step: Step) -> None:
    """Note a time that is none."""
    given = [key for key in ("for", "until") if step.with_.get(key) is not None]
    if len(given) != 1:
        faults.add(step.place, f"step {step.id}: wait takes for: or until:, one of them.")
    check_until(faults, step)
    value = step.with_.get("for")
    if value is not None and not is_template(value):
        try:
            span(value)
        except ValueError:
            why = f"step {step.id}: {value!r} is no time such as 30s, 5m or 2h."
            faults.add((*step.place, "with", "for"), why)


def check_until(faults: Faults, step: Step) -> None:
    """Note what is no time to wait for."""
    value = step.with_.get("until")
    if value is None or is_template(value) or times.seconds(value) is not None:
        return
    try:
        future(str(value), now=time.time(), tz=UTC)
    except Misuse as error:
        why = f"step {step.id}: {error.message}"
        faults.add((*step.place, "with", "until"), why, error.hint)


def check_shell(faults: Faults, step: Step) -> None:
    """Note data in a line of shell, where it would be code."""
    place = (*step.place, "with", "command")
    if is_template(step.with_.get("command")):
        why = f"step {step.id}: {{{{ }}}} cannot stand in a command, where it would be code."
        faults.add(place, why, 'give it as env: {NAME: "{{ … }}"} and write "$NAME"')
    env = step.with_.get("env")
    if env is not None and not isinstance(env, dict):
        faults.add((*step.place, "with", "env"), f"step {step.id}: env has a NAME: for each value.")
    for name in env if isinstance(env, dict) else ():
        if not VARIABLE.fullmatch(name):
            why = f"step {step.id}: {name!r} is no name of an environment variable."
            faults.add((*step.place, "with", "env"), why)
