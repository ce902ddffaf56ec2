"""Find what is wrong with a workflow before anything of it is done."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.local.secret_variables import without_secrets
from intercom_cli.workflows import shapes
from intercom_cli.workflows.built_in import OWN, VARIABLE, check_own
from intercom_cli.workflows.catalog import Taken, Target, nearest, target_of
from intercom_cli.workflows.dates import NAMES
from intercom_cli.workflows.expressions import Checker
from intercom_cli.workflows.kinds import ANY, Value, closed, described, of
from intercom_cli.workflows.loading import Faults, load, meant
from intercom_cli.workflows.model import Step, Workflow
from intercom_cli.workflows.reading import Place
from intercom_cli.workflows.syntax import (
    FROM_OUTSIDE,
    Used,
    expression_of,
    is_template,
    syntax_fault,
    tree,
    used_in,
)

QUOTED = re.compile(r"[\"']\s*\{\{")


class Known(NamedTuple):
    """What an expression at some place of a file can use, each name with its value."""

    names: Mapping[str, Value]
    steps: frozenset[str]
    inputs: frozenset[str]
    env: frozenset[str]
    later: frozenset[str]

    def having(self, **names: Value) -> Known:
        """The same with more names."""
        return self._replace(names={**self.names, **names})


def checked(file: str, warn: Callable[[str], None] = lambda _: None) -> Workflow:
    """A workflow with nothing wrong in it; ``warn`` is told of what may be wrong.

    Raises Misuse with everything that is wrong.
    """
    workflow, faults = load(file)
    check(workflow, faults)
    faults.tell()
    for doubt in faults.doubts():
        warn(doubt)
    return workflow


def check(workflow: Workflow, faults: Faults) -> None:
    """Note everything that can be known to be wrong without running it."""
    check_topics(workflow, faults)
    for name in workflow.env:
        if not VARIABLE.fullmatch(name):
            faults.add(("env",), f"{name!r} is no name of an environment variable.")
        elif not without_secrets({name: ""}):
            faults.add(("env",), f"{name} is a secret of this program; a workflow cannot have it.")
    every = frozenset(step.id for step in workflow.every())
    before: list[Step] = []
    for step in workflow.steps:
        check_step(faults, step, known_at(workflow, before, every))
        before.append(step)
        for handler in step.handlers:
            known = known_at(workflow, before, every).having(error=shapes.ERROR)
            check_step(faults, handler, known)
            before.append(handler)


def known_at(workflow: Workflow, before: Sequence[Step], every: frozenset[str]) -> Known:
    """What a step can use, after those before it."""
    done = frozenset(step.id for step in before)
    names = {
        "inputs": shapes.of_inputs(workflow.inputs),
        "event": shapes.EVENT,
        "steps": shapes.of_steps(before),
        "env": closed(**dict.fromkeys(workflow.env, shapes.TEXT)),
        "now": of("moment"),
    }
    inputs = frozenset(one.name for one in workflow.inputs)
    return Known(names, done, inputs, frozenset(workflow.env), every - done)


def check_topics(workflow: Workflow, faults: Faults) -> None:
    """Note what cannot be a topic, and topics that are unknown here."""
    from intercom_cli.events.topics import check as check_topic

    for topic in workflow.on:
        try:
            if doubt := check_topic(topic):
                faults.doubt(("on",), doubt)
        except Misuse as error:
            faults.add(("on",), error.message, error.hint)


def check_step(faults: Faults, step: Step, known: Known) -> None:
    """Note what is wrong with one step."""
    inner = known
    if step.for_each is not None:
        inner = known.having(item=shapes.of_item(step), index=shapes.NUMBER)
        check_loop(faults, step, known)
    check_texts(faults, step, (*step.place, "with"), step.with_, inner)
    if step.save is not None:
        check_texts(faults, step, (*step.place, "save"), step.save, inner)
        check_file(faults, step, (*step.place, "save"), "save", step.save)
    if step.when is not None:
        condition = step.when if is_template(step.when) else f"{{{{ {step.when} }}}}"
        check_texts(faults, step, (*step.place, "when"), condition, inner)
    if step.do in OWN:
        check_own(faults, step)
    elif found := target_of(step):
        check_values(faults, step, found)
    elif step.do:
        faults.add((*step.place, "do"), f"step {step.id} cannot do {step.do!r}{nearest(step.do)}")


def check_loop(faults: Faults, step: Step, known: Known) -> None:
    """Note what is wrong with what a step is done for each of."""
    place, given = (*step.place, "for_each"), step.for_each
    if isinstance(given, dict):
        if set(given) != {"csv"} or not isinstance(given.get("csv"), str):
            faults.add(place, f"step {step.id}: for_each is a list, {{{{ }}}}, or csv: FILE.")
        check_file(faults, step, place, "csv", given.get("csv"))
    elif not isinstance(given, list) and not is_template(given):
        faults.add(place, f"step {step.id}: for_each is a list, {{{{ }}}}, or csv: FILE.")
    if is_template(given):
        value = check_text(faults, step, place, given, known)
        value = value if expression_of(given) else shapes.TEXT
        if not value.kinds & {"list", "object"}:
            what = described(value)
            faults.add(place, f"step {step.id}: for_each needs a list, and {given} is {what}.")
        elif value.members is not None and "results" not in value.members:
            faults.add(place, f"step {step.id}: for_each needs a list, and {given} is an object.")
        return
    check_texts(faults, step, place, given, known)


def check_texts(faults: Faults, step: Step, place: Place, value: Any, known: Known) -> None:
    """Note what is wrong with the expressions in a value and its parts."""
    if isinstance(value, dict):
        for key, one in value.items():
            check_texts(faults, step, (*place, key), one, known)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            check_texts(faults, step, (*place, number), one, known)
    elif is_template(value):
        check_text(faults, step, place, value, known)


def check_text(faults: Faults, step: Step, place: Place, value: str, known: Known) -> Value:
    """Note what is wrong with the expressions of a text, and give what is known of its value."""
    if fault := syntax_fault(value):
        faults.add(place, f"step {step.id}: {value!r} cannot be read: {fault}.")
        return ANY
    checker = Checker(known.names, lambda why: faults.add(place, f"step {step.id}: {why}"))
    found = checker.check(tree(value))
    for used in used_in(value):
        if used.name not in checker.called and (why := fault_in(used, known)):
            faults.add(place, f"step {step.id}: {why}")
    return found


def fault_in(used: Used, known: Known) -> str | None:
    """Why something cannot be spoken of; None when it can."""
    if used.name in NAMES:
        return None
    if used.name not in known.names:
        if used.name in {"item", "index"}:
            return f"{used.name} is only there with for_each."
        if used.name == "error":
            return "error is only there in the steps of on_error."
        return f"there is no {used.name!r} in {{{{ }}}}{meant_name(used.name, known)}"
    if not used.way:
        return None
    first = str(used.way[0])
    if used.name == "steps" and first in known.later:
        return f"step {first} comes later."
    there = {"steps": known.steps, "inputs": known.inputs, "env": known.env}
    if used.name in there and first not in there[used.name]:
        if used.name == "env":
            return f"env.{first} is not among the names of env: in this file."
        what = {"steps": "step", "inputs": "input"}[used.name]
        near = near_name(first, there[used.name])
        end = f"; did you mean {near}?" if near else meant(first, sorted(there[used.name]))
        return f"there is no {what} {first}{end}"
    return None


def meant_name(name: str, known: Known) -> str:
    """The end of a sentence about a name: what was probably meant by it."""
    for group, names in (("steps", known.steps), ("inputs", known.inputs), ("env", known.env)):
        if near := near_name(name, names):
            return f"; did you mean {group}.{near}?"
    return meant(name, sorted([*known.names, *NAMES]))


def near_name(name: str, names: Collection[str]) -> str | None:
    """The one of some names that is the same, or means the same."""
    from intercom_cli.words import near_to

    if name in names:
        return name
    noun = near_to(name)
    return noun if noun in names else None


def check_values(faults: Faults, step: Step, found: Target) -> None:
    """Note values that the command of a step does not take, and those it needs."""
    given: set[str] = set()
    for key, value in step.with_.items():
        place = (*step.place, "with", key)
        taken = found.taken(key)
        if taken is None:
            near = meant(key, list(found.takes))
            why = f"step {step.id}: {step.command} takes no {key!r}{near}"
            faults.add(place, why)
            continue
        if taken.key in given:
            faults.add(place, f"step {step.id}: {taken.key} is there twice.")
        given.add(taken.key)
        check_value(faults, step, place, taken, value)
    whole = {"data", "set"} & given
    for key, taken in found.takes.items():
        needed = taken.both.required or (not whole and taken.both.help.endswith("Required."))
        if needed and key not in given:
            faults.add(step.place, f"step {step.id}: {step.command} needs {key}:.")


def check_value(faults: Faults, step: Step, place: Place, taken: Taken, value: Any) -> None:
    """Note a value that cannot be right, whatever is filled in."""
    if taken.is_file:
        check_file(faults, step, place, taken.key, value)
    if taken.both.takes == "expression" and isinstance(value, str) and QUOTED.search(value):
        why = f"step {step.id}: leave out the quotes around {{{{ }}}}; a text gets its own."
        faults.add(place, why)
    values = value if isinstance(value, list) else [value]
    for one in values:
        if one is None or is_template(one):
            continue
        if fault := misfit(taken, one):
            faults.add(place, f"step {step.id}: {fault}")


def misfit(taken: Taken, value: Any) -> str | None:
    """Why a value that is written out does not fit; None when it does."""
    choices = taken.both.choices
    if choices and str(value) not in choices:
        return f"{taken.key} is one of {', '.join(choices)}, not {value!r}."
    option = taken.option
    if option is None:
        return None
    if option.takes == "nothing" and not isinstance(value, bool):
        return f"{taken.key} is true or false, not {value!r}."
    if option.kind in {"integer", "number"}:
        return misnumbered(taken.key, option, value)
    return None


def misnumbered(key: str, option: Any, value: Any) -> str | None:
    """Why a number does not fit."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return f"{key} is a number, not {value!r}."
    if option.kind == "integer" and number != int(number):
        return f"{key} is a whole number, not {value!r}."
    if option.least is not None and number < option.least:
        return f"{key} is at least {option.least:g}, not {value!r}."
    if option.most is not None and number > option.most:
        return f"{key} is at most {option.most:g}, not {value!r}."
    return None


def check_file(faults: Faults, step: Step, place: Place, key: str, value: Any) -> None:
    """Note the name of a file that others could choose.

    A mapping or a list is data itself; an expression that is the whole value may give one.
    """
    values = value if isinstance(value, list) else [value]
    for one in values:
        if not isinstance(one, str):
            continue
        outside = sorted({used.name for used in used_in(one)} & FROM_OUTSIDE)
        if outside:
            why = (
                f"step {step.id}: {key} can name a file here, and {outside[0]} is not to choose it."
            )
            faults.add(place, why, "inputs and dates may; fields of a body go into set:")
