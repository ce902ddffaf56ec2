"""Random expressions over random records, all kinds of fields, operators, values, days and zones.

The answers of the program are compared with what each expression means, as worked out apart from it
(``random_filters``). Run it with ``-s`` to see how often each combination was drawn.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from front_door import FrontDoor, connected
from random_filters import COMPANIES, TICKETS, Field, Maker, allowed
from random_records import ZONES, Lists, Row, company, ticket

COUNT = 10_000
FEW = 160
ROWS = 20
AFTER = 50  # expressions after which the records are others
Drawn = Counter[tuple[str, str, str]]


def door(tmp_path: Path, zone: str, lists: Lists) -> FrontDoor:
    config = tmp_path / zone.replace("/", "-")
    if not config.exists():
        connected(config)
        file = config / "config.toml"
        file.write_text(file.read_text().replace("America/New_York", zone))
    return FrontDoor(config, lists)


def differences(tmp_path: Path, count: int, *, seed: int) -> tuple[list[str], Drawn]:
    """The expressions whose answer is not what they mean, and what was drawn."""
    random = Random(seed)
    wrong: list[str] = []
    drawn: Drawn = Counter()
    nouns: list[tuple[str, list[Field], list[tuple[Field, str, str]]]] = [
        ("companies", COMPANIES, []),
        ("tickets", TICKETS, []),
    ]
    done = 0
    while done < count:
        noun, fields, left = nouns[(done // AFTER) % len(nouns)]
        zone = ZONES[(done // AFTER) % len(ZONES)]
        companies = [company(random, number) for number in range(ROWS)]
        tickets = [ticket(random, number) for number in range(ROWS)]
        run = door(tmp_path, zone, Lists(companies, tickets))
        rows = companies if noun == "companies" else tickets
        maker = Maker(random, rows, fields, zone)
        maker.left = left
        for _ in range(min(AFTER, count - done)):
            wrong += one_difference(run, noun, rows, maker)
            done += 1
        left[:] = maker.left
        drawn += maker.drawn
    return wrong, drawn


def one_difference(run: FrontDoor, noun: str, rows: list[Row], maker: Maker) -> list[str]:
    """An expression, if its answer is not what it means."""
    where, holds = maker.expression()
    found = run(noun, "list", "--where", where, "--all", "-o", "ids")
    wanted = sorted(str(row["id"]) for row in rows if holds(row))
    if found.code == 0 and sorted(found.out.split()) == wanted:
        return []
    return [f"{noun} in {maker.zone}: {where}\n  {found.code} {found.err[:300]}"]


def table(drawn: Drawn) -> str:
    return "\n".join(
        f"{kind:9} {operator:12} {value:13} {drawn[kind, operator, value]:6}"
        for kind, operator, value in sorted(drawn)
    )


def test_some_random_expressions_find_what_they_mean(tmp_path: Path) -> None:
    wrong, _ = differences(tmp_path, FEW, seed=7)
    assert not wrong, "\n".join(wrong[:5])


@pytest.mark.slow
def test_ten_thousand_random_expressions_find_what_they_mean(tmp_path: Path) -> None:
    wrong, drawn = differences(tmp_path, COUNT, seed=11)
    print(table(drawn))
    wanted = {
        (field.kind, operator, value)
        for field, operator, value in (*allowed(COMPANIES), *allowed(TICKETS))
    }
    assert wanted - set(drawn) == set()
    assert not wrong, f"{len(wrong)} differ:\n" + "\n".join(wrong[:5])
