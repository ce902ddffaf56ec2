"""Answers with a value of the wrong type somewhere, and the commands that read them."""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Ran

Place = tuple[str | int, ...]
Answers = dict[str, Any]  # bodies by method and path

SPEC = os.environ.get("INTERCOM_SPEC_DIR") or Path(__file__).resolve().parents[2] / "shared/spec"
RECORDED = Path(SPEC).parent / "recorded"
# What can stand in place of a value: every type of JSON, empty and not, small and huge.
WRONG: tuple[Any, ...] = (
    None, True, False, 0, 42, -1, 1.5, 10**30, "", "text", "17", "&amp;", "2026-01-01T00:00:00Z",
    "<p>html</p>", [], [None], ["text"], [[]], [{}], {}, {"a": 1}, {"id": {}}, {"data": 5},
)  # fmt: skip
TABLE = ("-o", "table")
FORMATS = (TABLE, ("-o", "json"), ("-o", "csv"), ("-o", "ndjson"), ("-o", "yaml"), ("-o", "ids"))
ME = {"type": "admin", "id": "1", "name": "Op", "email": "op@acme.test", "app": {"id_code": "abc"}}


@dataclass(frozen=True)
class Case:
    """A command, the answers it gets, and the places without which it has nothing to show.

    ``needs`` are places by the answer they are in: with something else there the command may end
    with one of ``codes``, and nowhere else. A list also needs each of its rows to be a row, not what is in it.
    """

    words: tuple[str, ...]
    answers: Answers
    needs: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    codes: tuple[int, ...] = (9,)

    @property
    def name(self) -> str:
        return " ".join(self.words)


class Answering(httpx.BaseTransport):
    """Gives the answer of each path, whatever the query; what it does not know is not there."""

    def __init__(self, answers: Answers) -> None:
        self.answers = {key: encoded(value) for key, value in answers.items()}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        body = self.answers.get(f"{request.method} {request.url.path}")
        headers = {"content-type": "application/json; charset=utf-8"}
        if body is None:
            errors = [{"code": "not_found", "message": "Not found"}]
            return httpx.Response(404, json={"type": "error.list", "errors": errors})
        return httpx.Response(200, headers=headers, content=body)


def encoded(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def run_case(run: FrontDoor, case: Case, answers: Answers | None = None) -> Ran:
    """Run the command of a case, as at a terminal where it is for people."""
    given = case.answers if answers is None else answers
    environ = {"NO_COLOR": "1", "COLUMNS": "120", "INTERCOM_NO_INPUT": "1"}
    seen = "-o" not in case.words and "run" not in case.words
    return run(*case.words, transport=Answering(given), terminal=seen, **environ)


def places(value: Any, at: Place = ()) -> Iterator[Place]:
    """Every place in a value, itself included; of a long list the first three items."""
    yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value[:3]):
            yield from places(inner, (*at, number))


def replaced(value: Any, at: Place, other: Any) -> Any:
    """A value with another one at a place."""
    if not at:
        return other
    changed = copy.copy(value)
    changed[at[0]] = replaced(value[at[0]], at[1:], other)
    return changed


def kind(value: Any) -> str:
    return type(value).__name__


def mutations(case: Case, dice: random.Random, count: int) -> Iterator[tuple[str, Place, Any]]:
    """A fair sample of one case: which answer, where, and what stands there instead."""
    every = [(key, at) for key, body in case.answers.items() for at in places(body)]
    for _ in range(count):
        key, at = dice.choice(every)
        yield key, at, dice.choice(WRONG)


def is_needed(case: Case, key: str, at: Place) -> bool:
    """Whether the command cannot do without what stands at a place: a need, around it, a row."""
    return any(
        at == need[: len(at)] or (at[: len(need)] == need and is_near(need, at))
        for need in case.needs.get(key, ())
    )


def is_near(need: Place, at: Place) -> bool:
    """Whether a place below a need belongs to it: the rows of a list, and all of its pages."""
    return bool(need) and (need == ("pages",) or len(at) <= len(need) + 1)


def fault(case: Case, ran: Ran, key: str, at: Place) -> str | None:
    """What is wrong with how a run with a mutated answer ended; None when nothing is."""
    if ran.code == 1 or "bug" in ran.err.lower() or "Traceback" in ran.err:
        return "a bug"
    if ran.code == 0 or (ran.code in case.codes and is_needed(case, key, at)):
        return None
    return f"exit {ran.code}"


def recorded(name: str, number: int = 0) -> Any:
    """The body of a recorded answer. Skips the test where there are none."""
    file = RECORDED / f"{name}.json"
    if not file.exists():
        pytest.skip(f"no recorded answers at {RECORDED}; set INTERCOM_SPEC_DIR")
    return json.loads(file.read_text(encoding="utf-8"))[number]["response"]
