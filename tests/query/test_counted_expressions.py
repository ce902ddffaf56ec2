"""A count is the number of rows of the list, and --explain predicts what is sent for either."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from expressions import Maker, written
from front_door import FrontDoor, connected, sandbox
from test_exact_expressions import COMPANIES, CONVERSATIONS, PEOPLE

FIELDS = {"contacts": PEOPLE, "conversations": CONVERSATIONS, "companies": COMPANIES}
WAYS = (
    ("--all",),
    ("--count",),
    ("--limit", "3"),
    ("--limit", "200"),
    ("--count", "--limit", "20"),
    ("--group-by", "role"),
    (),
)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """A sandbox with a few pages of contacts."""
    config: Path = tmp_path_factory.mktemp("counted") / "config"
    connected(config)
    transport = sandbox(contacts=700, rate_limit=10_000_000)
    yield FrontDoor(config, transport)
    transport.close()


def predicted(run: FrontDoor, words: list[str]) -> tuple[int, set[str]]:
    """How many requests --explain says it takes, and how it bounds them."""
    told = run(*words, "--explain", "-o", "ndjson").ok().rows
    bounds = {one["bound"] for one in told} - {"exactly"}
    return sum(one["requests"] for one in told), bounds


def check_cost(run: FrontDoor, words: list[str]) -> int:
    number, bounds = predicted(run, words)
    sent = len(run(*words).ok().requests)
    told = f"{words}: predicted {bounds or 'exactly'} {number}, sent {sent}"
    assert sent >= number or "at most" in bounds, told
    assert sent <= number or "at least" in bounds, told
    return sent


@pytest.mark.parametrize(
    ("noun", "seed", "times"),
    [
        ("contacts", 1, 12),
        ("companies", 1, 4),
        pytest.param("contacts", 2, 400, marks=pytest.mark.slow),
        pytest.param("conversations", 2, 300, marks=pytest.mark.slow),
        pytest.param("companies", 2, 100, marks=pytest.mark.slow),
    ],
)
def test_a_count_is_the_number_of_rows_and_its_cost_is_predicted(
    run: FrontDoor, noun: str, seed: int, times: int
) -> None:
    random = Random(seed)
    rows = run(noun, "list", "--all").ok().rows
    maker = Maker(random, rows, FIELDS[noun])
    for _ in range(times):
        where = written(maker.said())
        found = run(noun, "list", "--where", where, "--all").ok().rows
        counted = run(noun, "list", "--where", where, "--count").ok()
        assert counted.out == f"{len(found)}\n", where
        limited = run(noun, "list", "--where", where, "--count", "--limit", "20").ok()
        assert limited.out == f"{min(len(found), 20)}\n", where
        way = list(random.choice(WAYS))
        if "role" in way and noun != "contacts":
            way = ["--group-by", {"conversations": "state", "companies": "industry"}[noun]]
        check_cost(run, [noun, "list", "--where", where, *way])


@pytest.mark.parametrize("limit", ["100", "200", "400", "100000"])
@pytest.mark.parametrize("where", ["role = user", "custom_attributes.seats <= 13", "name !~ zz"])
def test_a_limit_of_several_pages_is_not_predicted_too_low(
    run: FrontDoor, where: str, limit: str
) -> None:
    check_cost(run, ["contacts", "list", "--where", where, "--limit", limit])
