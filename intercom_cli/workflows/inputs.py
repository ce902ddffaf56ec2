"""The inputs of a run, as --set gives them and as the file wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.values import loads
from intercom_cli.workflows.loading import TYPES, meant
from intercom_cli.workflows.model import Input, Workflow

TRUE, FALSE = ("true", "yes", "1", "on"), ("false", "no", "0", "off")


def given(workflow: Workflow, sets: Sequence[str]) -> dict[str, Any]:
    """The values of --set by their inputs. Raises Misuse for what is no input of the file."""
    known = {one.name: one for one in workflow.inputs}
    found: dict[str, Any] = {}
    for text in sets:
        name, sign, value = text.partition("=")
        if not sign:
            raise Misuse(f"{text!r} is not name=value.", hint="--set plan=pro")
        if name not in known:
            none = f"{workflow.file} takes no inputs, and so no {name!r}."
            some = f"{workflow.file} has no input {name!r}{meant(name, list(known))}"
            raise Misuse(some if known else none)
        if name in found:
            raise Misuse(f"--set {name} is given twice.")
        found[name] = typed(known[name], value)
    return found


def complete(workflow: Workflow, said: Mapping[str, Any]) -> dict[str, Any]:
    """Every input with its value. Raises Misuse for those that are missing."""
    missing = [one.name for one in workflow.inputs if one.required and is_missing(one, said)]
    if missing:
        sets = " ".join(f"--set {name}=…" for name in missing)
        raise Misuse(f"{workflow.file} needs {', '.join(missing)}.", hint=f"add {sets}")
    return {one.name: said.get(one.name, one.default) for one in workflow.inputs}


def is_missing(one: Input, said: Mapping[str, Any]) -> bool:
    """Whether nothing stands for an input."""
    return said.get(one.name, one.default) is None


def typed(one: Input, text: str) -> Any:
    """A text as the type of its input. Raises Misuse for one that does not fit."""
    value: Any = text
    if one.type == "boolean":
        if text.lower() not in TRUE + FALSE:
            raise Misuse(f"{one.name} is true or false, not {text!r}.")
        value = text.lower() in TRUE
    elif one.type in {"integer", "number"}:
        value = number_of(one, text)
    elif one.type == "list":
        value = list_of(one, text)
    elif not text:
        raise Misuse(f"--set {one.name} is empty.")
    if one.choices and value not in one.choices:
        every = ", ".join(map(str, one.choices))
        near = meant(text, [str(choice) for choice in one.choices])
        tail = near if "mean" in near else f"; it is one of {every}."
        raise Misuse(f"{one.name} cannot be {text!r}{tail}")
    return value


def number_of(one: Input, text: str) -> Any:
    """A number of a text. Raises Misuse for what is none."""
    try:
        value = loads(text)
    except ValueError:
        value = None
    if not TYPES[one.type](value):
        what = "a whole number" if one.type == "integer" else "a number"
        raise Misuse(f"{one.name} is {what}, not {text!r}.")
    return value


def list_of(one: Input, text: str) -> list[Any]:
    """A list: JSON, or texts parted by commas."""
    if not text.startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    try:
        value = loads(text)
    except ValueError as error:
        raise Misuse(f"{one.name} is not JSON: {error}.") from error
    assert isinstance(value, list)
    return value
