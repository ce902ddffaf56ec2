"""An expression and its opposite are all there is and have nothing in common, for every field."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, connected, sandbox

from intercom_cli import discovery
from intercom_cli.query.evaluate import value_at
from intercom_cli.query.fields import MEANING, Known
from intercom_cli.resolving import known_of
from intercom_cli.resource import Resource

NOUNS = ("contacts", "conversations", "tickets", "companies", "articles")
SAMPLES = {
    "date": "2026-06-01",
    "moment": "2026-06-01",
    "boolean": "true",
    "integer": "3",
    "number": "3",
    "integer id": "991267459",
    "id": "1",
    "tag": "1",
}
ATTRIBUTES = {
    "contacts": ("plan", "seats", "mrr", "is_trial", "renewal_on"),
    "companies": ("account_tier", "contract"),
    "conversations": ("issue_type", "seats_affected", "is_outage"),
}
# What only Intercom knows of: nothing tells whether it is set.
UNTOLD = ("segment_id", "segment", "formatted_phone", "ios_app_device", "teammate_ids", "teammate")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    config: Path = tmp_path_factory.mktemp("partition") / "config"
    connected(config)
    transport = sandbox(contacts=40, rate_limit=1_000_000)
    yield FrontDoor(config, transport)
    transport.close()


@pytest.fixture(scope="module")
def everything(run: FrontDoor) -> dict[str, list[dict[str, Any]]]:
    return {noun: run(noun, "list", "--all", "-o", "ndjson").ok().rows for noun in NOUNS}


def resource_of(noun: str) -> Resource:
    found: Resource = discovery.load("resources", noun).resource
    return found


def fields_of(noun: str) -> list[tuple[str, str]]:
    """Every field of a noun by name, with its type; and some that only the workspace knows."""
    resource = resource_of(noun)
    own = [(f"custom_attributes.{name}", "custom") for name in ATTRIBUTES.get(noun, ())]
    return [*resource.filters, *resource.reading.fields, *own]


def value_for(noun: str, field: str, kind: str, rows: list[dict[str, Any]]) -> str:
    """A value that a record has, where one can be read; of text a part of it."""
    if kind in {"date", "moment"}:
        return SAMPLES[kind]
    if (noun, field) == ("tickets", "state"):
        return "resolved"
    words = resource_of(noun).words.get(field)
    if words:
        return next(iter(words.values()))
    values = [value for row in rows if isinstance(value := value_at(row, field), str | int | float)]
    told = [value for value in values if value not in ("", 0)]
    if not told:
        return SAMPLES.get(kind, "x")
    value = told[len(told) // 2]
    return str(value).lower() if isinstance(value, bool) else str(value)


def conditions(noun: str, rows: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """A condition for every field and every operator that its type takes, not set included."""
    known = known_of(resource_of(noun))
    for field, kind in fields_of(noun):
        value = quoted(value_for(noun, field, kind, rows), kind)
        for operator in sorted(MEANING[kind]):  # type: ignore[index]
            if kind == "object" or not fits(known, field, operator, value):
                continue
            yield kind, operator, said(field, operator, value)
        if field not in UNTOLD:
            yield kind, "is null", f"{field} is null"
            if kind != "object":
                yield kind, "in null", f"{field} in ({value}, null)"


def fits(known: Known, field: str, operator: str, value: str) -> bool:
    """Whether an attribute of this type takes the operator; Intercom's types are asked for."""
    if not field.startswith("custom_attributes."):
        return True
    number = value.strip('"').replace(".", "").isdigit()
    if value in {"true", "false"}:
        return operator in {"=", "!=", "in", "not in"}
    return operator in (MEANING["integer"] if number else MEANING["string"])


def said(field: str, operator: str, value: str) -> str:
    if operator.endswith("in"):
        return f"{field} {operator} ({value})"
    if operator.endswith("between"):
        return f"{field} {operator} {value} and {value}"
    return f"{field} {operator} {value}"


def quoted(text: str, kind: str) -> str:
    if kind in {"boolean", "integer", "number", "date", "moment"} or text in {"true", "false"}:
        return text
    if kind == "custom" and text.replace(".", "").isdigit():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def ids(run: FrontDoor, noun: str, *words: str) -> list[str]:
    return [str(row["id"]) for row in run(noun, "list", "--all", "-o", "ndjson", *words).ok().rows]


def check(run: FrontDoor, noun: str, expression: str, every: set[str], *words: str) -> set[str]:
    """That an expression and its opposite part the list; the ids that it finds."""
    found = ids(run, noun, "--where", expression, *words)
    other = ids(run, noun, "--where", f"not ({expression})", *words)
    assert len(found) == len(set(found)), expression
    assert len(other) == len(set(other)), expression
    assert not set(found) & set(other), expression
    assert set(found) | set(other) == every, expression
    return set(found)


def check_all(run: FrontDoor, noun: str, rows: list[dict[str, Any]], *, step: int) -> int:
    """Every ``step``th condition by itself, sorted, and beside an ``or``; how many there were."""
    every = {str(row["id"]) for row in rows}
    done = 0
    for number, (_, _, expression) in enumerate(conditions(noun, rows)):
        if number % step:
            continue
        found = check(run, noun, expression, every)
        nobody = f"({expression}) or id = nobody"
        assert set(ids(run, noun, "--where", nobody)) == found, nobody
        sort = ("--sort", "created_at") if "created_at" in dict(resource_of(noun).filters) else ()
        if sort:
            assert set(ids(run, noun, "--where", expression, *sort)) == found, expression
            assert set(ids(run, noun, "--where", nobody, *sort)) == found, nobody
        done += 1
    return done


@pytest.mark.parametrize(
    "noun",
    [
        noun
        if noun in {"contacts", "conversations"}
        else pytest.param(noun, marks=pytest.mark.slow)
        for noun in NOUNS
    ],
)
def test_some_conditions_of_each_noun_part_the_list(
    run: FrontDoor, everything: dict[str, list[dict[str, Any]]], noun: str
) -> None:
    assert check_all(run, noun, everything[noun], step=29) > 0


@pytest.mark.slow
@pytest.mark.parametrize("noun", NOUNS)
def test_every_condition_of_each_noun_parts_the_list(
    run: FrontDoor, everything: dict[str, list[dict[str, Any]]], noun: str
) -> None:
    assert check_all(run, noun, everything[noun], step=1) > 0


def test_every_type_is_asked_with_every_operator_it_takes(
    everything: dict[str, list[dict[str, Any]]],
) -> None:
    drawn = {
        (kind, operator)
        for noun in NOUNS
        for kind, operator, _ in conditions(noun, everything[noun])
    }
    wanted = {
        pair for kind in MEANING if kind != "object" for pair in product([kind], MEANING[kind])
    }
    # Two types only come of attributes, and those are "custom" before they are looked up.
    assert {pair for pair in wanted - drawn if pair[0] not in {"number", "custom"}} == set()


@pytest.mark.parametrize(
    ("noun", "field"),
    [
        ("contacts", "segment"),
        ("contacts", "segment_id"),
        ("contacts", "formatted_phone"),
        ("tickets", "teammate"),
    ],
)
def test_what_nothing_tells_to_be_set_is_refused(run: FrontDoor, noun: str, field: str) -> None:
    for expression in (f"{field} is null", f"{field} is not null", f"not {field} in (1, null)"):
        refused = run(noun, "list", "--where", expression)
        assert refused.code == 2
        assert "no record shows" in refused.error["message"]
