"""Answers with a value of the wrong type anywhere: no bug, and 9 only where it cannot be helped."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, connected
from mutation_cases import recorded_cases, sandbox_case, sandbox_cases
from mutations import Case, fault, mutations, replaced, run_case

SEED = 20270101
QUICK, LARGE = 4, 45  # mutations of each case over recorded answers
EACH = 10  # mutations of each example in the sandbox
# What is read most, over the answers of a sandbox, in the quick run.
READ = (
    "conversations get 7 -o table", "tickets get 215470000002 -o table", "teams get Support",
    "tickets list -o table", "office-hours get Support", "news-items get 1", "calls get 7001",
    "reports attributes conversation", "ip-allowlist get", "find invoice",
)  # fmt: skip


@pytest.fixture
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FrontDoor:
    """The program with a known admin, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    connected(tmp_path / "config", admin_id="991267459", app_id="abc123")
    return FrontDoor(tmp_path / "config", Unreachable())


def mutate(
    run: FrontDoor, cases: list[Case], count: int, wrong: Callable[..., str | None]
) -> tuple[int, list[str]]:
    """Run each case with so many mutations; how many runs there were, and what went wrong."""
    dice = random.Random(SEED)
    total, told = 0, []
    for case in cases:
        for key, at, other in mutations(case, dice, count):
            body = replaced(case.answers[key], at, other)
            ran = run_case(run, case, {**case.answers, key: body})
            total += 1
            if why := wrong(case, ran, key, at):
                told.append(f"{why}: {case.name} with {other!r} at {key} {at}\n{ran.err[-300:]}")
    return total, told


def not_a_bug(case: Case, ran, key: str, at: object) -> str | None:  # type: ignore[no-untyped-def]
    """What is wrong where commands may refuse what they cannot use, each in its own way."""
    return fault(case, ran, key, ()) if ran.code == 1 or "Traceback" in ran.err else None


def test_recorded_answers_are_read(quiet: FrontDoor, tmp_path: Path) -> None:
    for case in recorded_cases(tmp_path):
        ran = run_case(quiet, case)
        assert ran.code == 0, f"{case.name}\n{ran.err}"


def test_a_sample_of_mutated_answers_ends_in_no_bug(quiet: FrontDoor, tmp_path: Path) -> None:
    total, wrong = mutate(quiet, recorded_cases(tmp_path), QUICK, fault)
    assert not wrong, "\n".join(wrong)
    assert total > 200


def test_a_sample_of_mutated_sandbox_answers_ends_in_no_bug(
    quiet: FrontDoor, run: FrontDoor
) -> None:
    cases = [case for words in READ for case in sandbox_case(run, words.split())]
    assert len(cases) == len(READ)
    total, wrong = mutate(quiet, cases, QUICK, not_a_bug)
    assert not wrong, "\n".join(wrong)
    assert total == QUICK * len(READ)


@pytest.mark.slow
def test_thousands_of_mutated_answers_end_in_no_bug(quiet: FrontDoor, tmp_path: Path) -> None:
    total, wrong = mutate(quiet, recorded_cases(tmp_path), LARGE, fault)
    every = list(sandbox_cases(quiet.config, tmp_path))
    more, unwell = mutate(quiet, every, EACH, not_a_bug)
    assert not wrong + unwell, "\n".join([*wrong, *unwell])
    assert total + more >= 5000
