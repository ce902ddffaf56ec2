"""`intercom help query` is about the language as it is read."""

from __future__ import annotations

import inspect
import re
import shlex
from textwrap import dedent

import pytest
from front_door import FrontDoor

from intercom_cli import discovery
from intercom_cli.query import where
from intercom_cli.query.compile import SEARCHES
from intercom_cli.query.fields import MEANING, Known
from intercom_cli.query.filters import GROUP
from intercom_cli.query.where import parse
from intercom_cli.resolving import known_of
from intercom_cli.times import span, zone

ANYTHING = Known("things", (("name", "string"),), local=("",))
TYPES = {
    "text": "string", "id, tag": "id", "true or false": "boolean",
    "whole number": "integer", "date": "date",
}  # fmt: skip


@pytest.fixture
def page(alone: FrontDoor) -> str:
    return alone("help", "query").ok().out


def part(page: str, head: str) -> str:
    """What stands below a head."""
    return page.partition(f"\n{head}\n")[2].partition("\n\n")[0]


def test_its_grammar_is_the_one_of_the_reader(page: str) -> None:
    told = dedent(part(page, "Grammar")).strip()
    assert told == inspect.cleandoc(where.__doc__ or "").partition("\n\n")[2].strip()
    assert told


def test_it_is_at_most_80_columns_wide(page: str) -> None:
    assert [line for line in page.splitlines() if len(line) > 80] == []


def test_the_operators_of_each_type_are_those_it_takes(page: str) -> None:
    for said, kind in TYPES.items():
        [line] = re.findall(rf"^  {said} {{2,}}(.*)$", page, re.MULTILINE)
        told = set(line.split())
        told |= {f"not {word}" for word in told & {"in", "between"}}
        assert told == MEANING[kind], said  # type: ignore[index]
    assert MEANING["custom"] == {operator for known in MEANING.values() for operator in known}


def expressions(page: str) -> list[str]:
    """Every expression that is shown by itself: on lines of their own, and beside a sign."""
    found = re.findall(r"^    (\S.*?)(?: {2,}.*)?$", page, re.MULTILINE)
    beside = r" {3,}([a-z_.]+ (?:in|is|not|between) \S.*)$"
    found += re.findall(beside, part(page, "Operators"), re.MULTILINE)
    return [text for text in found if " " in text]


def test_every_expression_in_it_can_be_read(page: str) -> None:
    every = expressions(page)
    assert len(every) > 10
    assert "size not between 10 and 50" in every
    for text in every:
        parse(text, ANYTHING._replace(types=(("created_at", "date"), ("size", "integer"))))


def test_every_example_of_it_is_one_of_its_noun(page: str) -> None:
    lines = re.findall(r"^  (intercom .*--where .*)$", page, re.MULTILINE)
    assert len(lines) > 6
    for line in lines:
        words = shlex.split(line)
        known = known_of(discovery.load("resources", words[1]).resource)
        if words[4] != "x = 1":  # which shows what is said of a name that does not exist
            parse(words[4], known)


def test_its_dates_are_dates_and_its_limits_those_there_are(page: str) -> None:
    heads = re.findall(
        r"^  ([a-z0-9][^ ]+(?:, [^ ]+| ago)*) {2,}", part(page, "Dates"), re.MULTILINE
    )
    dates = [date.strip() for head in heads for date in head.split(",")]
    assert {"2026-01", "2w ago", "yesterday"} <= {*dates}
    for date in dates:
        span(date, now=1_780_000_000, tz=zone("Europe/Dublin"))
    limits = part(page, "Limits")
    assert f"{GROUP} members" in limits
    assert f"{SEARCHES} searches" in limits
    assert f"{where.DEEPEST}\n  deep" in limits
