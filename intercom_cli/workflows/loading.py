"""Turn what a file says into a workflow, or say what is wrong with each of its lines."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection
from typing import Any

from intercom_cli.errors import Misuse, close_matches
from intercom_cli.workflows.model import MOST, Input, Retry, Step, Workflow
from intercom_cli.workflows.reading import Document, Place, read

KEYS = ("name", "description", "on", "inputs", "env", "steps")
STEP = ("id", "name", "do", "with", "when", "for_each", "at_most", "retry", "on_error", "save")
INPUT = ("type", "required", "default", "choices", "description", "secret")
KINDS = ("string", "integer", "number", "boolean", "list")
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d)?")
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, None: 1}
LONGEST = 20  # tries of a step
TAKEN = frozenset({"item", "index", "event", "inputs", "steps", "env", "error", "now"})
TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "list": lambda value: isinstance(value, list),
}


class Faults:
    """What is wrong with a file, all of it, in the order of its lines."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[tuple[int, str, str | None]] = []
        self.doubtful: list[tuple[int, str]] = []

    def add(self, place: Place, why: str, hint: str | None = None) -> None:
        """Note what is wrong with a value."""
        self.found.append((self.document.line(place), why, hint))

    def doubt(self, place: Place, why: str) -> None:
        """Note what may be wrong with a value, and does not keep it from being used."""
        self.doubtful.append((self.document.line(place), why))

    def doubts(self) -> list[str]:
        """What may be wrong, with its lines."""
        return [f"{self.document.file}:{line}: {why}" for line, why in self.doubtful]

    def tell(self) -> None:
        """Raise Misuse with everything that was noted, if anything was."""
        if not self.found:
            return
        found = sorted(self.found, key=lambda one: one[0])
        lines = [f"{self.document.file}:{line}: {why}" for line, why, _ in found]
        hint = next((hint for _, _, hint in found if hint), None)
        raise Misuse("\n".join(dict.fromkeys(lines)), hint=hint)


def load(file: str) -> tuple[Workflow, Faults]:
    """Read a workflow, and note what is wrong with it. Raises Misuse for what is no workflow."""
    document = read(file)
    faults = Faults(document)
    if not isinstance(document.value, dict):
        faults.add((), "a workflow has steps:, and each step says what to do:.")
        faults.tell()
    said: dict[str, Any] = document.value
    only(faults, (), said, KEYS, "a workflow")
    steps = steps_of(faults, ("steps",), said.get("steps"))
    workflow = Workflow(
        file=file,
        name=text(faults, ("name",), said.get("name")) or file,
        digest=hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest(),
        on=words(faults, ("on",), said.get("on")),
        inputs=inputs_of(faults, said.get("inputs")),
        env=words(faults, ("env",), said.get("env")),
        steps=steps,
    )
    unique(faults, workflow)
    return workflow, faults


def only(
    faults: Faults, place: Place, said: Collection[str], known: Collection[str], what: str
) -> None:
    """Note the keys that are not known, each with the one that was probably meant."""
    for key in said:
        if key not in known:
            faults.add((*place, key), f"{what} has no {key!r}{meant(key, known)}")


def meant(word: str, known: Collection[str]) -> str:
    """The end of a sentence about a word: the known one it comes near to, or all there are."""
    if near := close_matches(word, known, n=1):
        return f"; did you mean {near[0]}?"
    return f"; it has {', '.join(known)}." if known else "."


def text(faults: Faults, place: Place, value: Any) -> str:
    """A text, or nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    faults.add(place, f"{place[-1]} is a text.")
    return ""


def words(faults: Faults, place: Place, value: Any) -> tuple[str, ...]:
    """One word or a list of them."""
    found = [value] if isinstance(value, str) else value or []
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        faults.add(place, f"{place[-1]} is a word, or a list of words.")
        return ()
    return tuple(found)


def inputs_of(faults: Faults, said: Any) -> tuple[Input, ...]:
    """The inputs, each by its name."""
    if said is None:
        return ()
    if not isinstance(said, dict):
        faults.add(("inputs",), "inputs has a name: for each input.")
        return ()
    return tuple(input_of(faults, ("inputs", name), name, one) for name, one in said.items())


def input_of(faults: Faults, place: Place, name: str, said: Any) -> Input:
    """One input; what is no mapping is its default."""
    if not WORD.fullmatch(name):
        faults.add(place, f"an input is called by letters, digits and _, not {name!r}.")
    if not isinstance(said, dict):
        said = {} if said is None else {"default": said, "type": kind_of(said)}
    only(faults, place, said, INPUT, f"input {name}")
    kind = said.get("type", "string")
    if kind not in KINDS:
        faults.add((*place, "type"), f"type is one of {', '.join(KINDS)}, not {kind!r}.")
        kind = "string"
    choices = said.get("choices") or []
    default = said.get("default")
    fits = TYPES[kind]
    if default is not None and not fits(default):
        faults.add((*place, "default"), f"the default of {name} is no {kind}.")
    if not isinstance(choices, list) or not all(map(fits, choices)):
        faults.add((*place, "choices"), f"choices of {name} is a list; each is of type {kind}.")
        choices = []
    if default is not None and choices and default not in choices:
        faults.add((*place, "default"), f"the default of {name} is none of its choices.")
    for flag in ("required", "secret"):
        if not isinstance(said.get(flag, False), bool):
            faults.add((*place, flag), f"{flag} is true or false.")
    return Input(
        name,
        kind,
        said.get("required") is True,
        default,
        tuple(choices),
        text(faults, (*place, "description"), said.get("description")),
        said.get("secret") is True,
    )


def kind_of(value: Any) -> str:
    """The type of a default that stands alone."""
    return next((kind for kind, fits in TYPES.items() if fits(value)), "string")


def steps_of(faults: Faults, place: Place, said: Any) -> tuple[Step, ...]:
    """The steps of a list; there must be one at least."""
    if not isinstance(said, list) or not said:
        faults.add(place, f"{place[-1]} is a list of steps, each with what to do:.")
        return ()
    found = (step_of(faults, (*place, number), one) for number, one in enumerate(said))
    return tuple(step for step in found if step)


def step_of(faults: Faults, place: Place, said: Any) -> Step | None:
    """One step."""
    if not isinstance(said, dict):
        faults.add(place, "a step says what to do:, as in do: contacts.list")
        return None
    only(faults, place, said, STEP, "a step")
    number = "_".join(str(part + 1) for part in place if isinstance(part, int))
    id = text(faults, (*place, "id"), said.get("id")) or f"step_{number}"
    if not WORD.fullmatch(id):
        faults.add((*place, "id"), f"an id has letters, digits and _, not {id!r}.")
    do = text(faults, (*place, "do"), said.get("do"))
    if not do:
        faults.add(place, f"step {id} does not say what to do:.", "do: contacts.list")
    given = said.get("with")
    if given is not None and not isinstance(given, dict):
        faults.add((*place, "with"), f"step {id}: with has a name: for each value.")
        given = None
    when = said.get("when")
    return Step(
        id=id,
        do=do,
        line=faults.document.line(place),
        place=place,
        with_=given or {},
        when=None if when is None else str(when).lower() if isinstance(when, bool) else str(when),
        for_each=said.get("for_each"),
        at_most=count(faults, (*place, "at_most"), said.get("at_most"), MOST),
        retry=retry_of(faults, (*place, "retry"), said.get("retry")),
        on_error=on_error_of(faults, (*place, "on_error"), said.get("on_error")),
        save=text(faults, (*place, "save"), said.get("save")) or None,
    )


def count(faults: Faults, place: Place, value: Any, usual: int, most: int = 1_000_000) -> int:
    """A whole number from 1 on."""
    if value is None:
        return usual
    if TYPES["integer"](value) and 1 <= value <= most:
        return int(value)
    faults.add(place, f"{place[-1]} is a number from 1 to {most:,}.")
    return usual


def retry_of(faults: Faults, place: Place, said: Any) -> Retry:
    """How often a step is tried again: a number, or count and pause."""
    if said is None:
        return Retry()
    if not isinstance(said, dict):
        said = {"count": said}
    only(faults, place, said, ("count", "pause"), "retry")
    try:
        pause = span(said.get("pause", 1))
    except ValueError:
        pause = 1
        faults.add((*place, "pause"), "pause is a time such as 5s, 2m or 1h.")
    return Retry(count(faults, (*place, "count"), said.get("count"), 1, LONGEST), pause)


def span(value: Any) -> float:
    """Seconds from ``5``, ``"5s"`` or ``"2m"``. Raises ValueError for anything else.

    >>> span("2m")
    120.0
    """
    found = None if isinstance(value, bool) else SPAN.fullmatch(str(value).strip())
    if not found:
        raise ValueError(value)
    return float(found[1]) * UNITS[found[2]]


def on_error_of(faults: Faults, place: Place, said: Any) -> Any:
    """What is done when a step fails."""
    if said is None or said in ("stop", "continue"):
        return said or "stop"
    if isinstance(said, list):
        return steps_of(faults, place, said)
    faults.add(place, f"on_error is stop, continue, or a list of steps, not {said!r}.")
    return "stop"


def unique(faults: Faults, workflow: Workflow) -> None:
    """Note ids that two steps have, and handlers that have handlers of their own."""
    first: dict[str, Step] = {}
    for step in workflow.every():
        if step.id in TAKEN:
            faults.add((*step.place, "id"), f"a step cannot be called {step.id}.")
        if step.id in first:
            line = first[step.id].line
            faults.add((*step.place, "id"), f"step {step.id} is on line {line} already.")
        first.setdefault(step.id, step)
        for handler in step.handlers:
            if handler.handlers:
                faults.add(handler.place, "a step for a failure cannot have steps for its own.")
