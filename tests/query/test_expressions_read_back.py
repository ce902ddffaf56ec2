"""Expressions are read, written and read again as the same; nothing that is typed breaks it."""

from __future__ import annotations

from random import Random

import pytest
from front_door import FrontDoor, Unreachable
from hypothesis import given, settings
from hypothesis import strategies as st

from intercom_cli.errors import Misuse
from intercom_cli.query.fields import MEANING, Known
from intercom_cli.query.nodes import Condition, Node, Not, Text, group, written
from intercom_cli.query.where import parse
from intercom_cli.resources._contact_filters import FILTERS

KNOWN = Known("contacts", FILTERS)
WORDS = (
    "x",
    "and",
    "or",
    "not",
    "null",
    "ago",
    "in",
    "a b",
    "",
    "5",
    "true",
    "é",
    "@acme.test",
    '"',
    "\\",
    "(",
)
COUNT = 10_000


def random_node(random: Random, depth: int) -> Node:
    if depth == 0 or random.random() < 0.4:
        return random_condition(random)
    if random.random() < 0.25:
        return Not(random_node(random, depth - 1))
    parts = tuple(random_node(random, depth - 1) for _ in range(random.randint(2, 3)))
    return group(random.choice(["and", "or"]), parts)


def random_condition(random: Random) -> Condition:
    field, kind = random.choice((*FILTERS, ("custom_attributes.a b", "custom")))
    operator = random.choice(sorted(MEANING[kind]))
    many = {"in": 3, "not in": 2, "between": 2, "not between": 2}.get(operator, 1)
    values = tuple(random_value(random, kind) for _ in range(many))
    return Condition(field, kind, operator, values)


def random_value(random: Random, kind: str) -> str:
    if kind in {"date", "moment"}:
        return random.choice(["2026-01-31", "2026-02", "7d", "2w ago", "yesterday", "1700000000"])
    if kind == "boolean":
        return random.choice(["true", "false"])
    if kind == "integer":
        return str(random.randint(-9, 9))
    # Compared for equality, empty text is another way to write null.
    return Text(random.choice([word for word in WORDS if word]))


@pytest.mark.parametrize("count", [1_000, pytest.param(COUNT, marks=pytest.mark.slow)])
def test_expressions_are_read_back_as_they_were(count: int) -> None:
    random = Random(4)
    for _ in range(count):
        node = random_node(random, 4)
        text = written(node)
        assert parse(text, KNOWN) == node, text
        assert written(parse(text, KNOWN)) == text


PIECES = [
    *"()=<>~!^$,'\"\\ ab\n",
    "and ",
    "or ",
    "not ",
    "role",
    "in ",
    "is ",
    "null",
    "é",
    "ago",
    "7d",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_nothing_that_is_typed_breaks_the_reader(text: str) -> None:
    error = refused(text)
    if error is not None:
        assert "(character " in error.message
        assert error.excerpt is not None
        assert error.excerpt.endswith("^")


def refused(text: str) -> Misuse | None:
    try:
        parse(text, KNOWN)
    except Misuse as error:
        return error
    return None


def test_a_deep_nest_is_refused_and_not_a_crash() -> None:
    for text in ("(" * 500 + "role = user", "not " * 500 + "role = user"):
        with pytest.raises(Misuse, match="nested too deeply"):
            parse(text, KNOWN)


def test_the_place_is_pointed_at(run: FrontDoor) -> None:
    ran = run(
        "contacts",
        "list",
        "--where",
        "role = user and naem = x",
        terminal=True,
        transport=Unreachable(),
    )
    assert ran.code == 2
    assert ran.err.splitlines()[1:3] == ["  role = user and naem = x", "                  ^"]
    assert ran.err.splitlines()[-1] == "hint: did you mean name?"


def test_a_long_expression_is_shown_around_its_fault(run: FrontDoor) -> None:
    where = " and ".join(["role = user"] * 30) + " and naem = x and " + "role = user"
    ran = run("contacts", "list", "--where", where, terminal=True, transport=Unreachable())
    shown, mark = ran.err.splitlines()[1:3]
    assert len(shown) < 70
    assert shown[mark.index("^") :].startswith("naem")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("role = user or role = lead and name = x", "role = user or (role = lead and name = x)"),
        ("not role = user and name = x", "(not (role = user)) and name = x"),
        ("NOT role = user OR name IS NOT NULL", "not (role = user) or name != null"),
        ("name is null", "name = null"),
        ("(((role = user)))", "role = user"),
        ("(role = user or name = x) or name = y", "role = user or name = x or name = y"),
        ("created_at > 2w ago", "created_at > '2w ago'"),
        ('"name" = x', "name = x"),
    ],
)
def test_these_mean_the_same(one: str, other: str) -> None:
    first, second = parse(one, KNOWN), parse(other, KNOWN)
    assert written(first) == written(second) or first == second
