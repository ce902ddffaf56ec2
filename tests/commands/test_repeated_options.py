"""An option with one value that is given two is refused; lists add up; a few can be overruled."""

from __future__ import annotations

import json
from typing import Any

import pytest
from front_door import FrontDoor, Unreachable

OVERRULED = {
    "--output", "--workspace", "--api-version", "--timeout", "--max-wait", "--color", "--limit",
}  # fmt: skip


def single(tree: list[dict[str, Any]]) -> dict[str, str]:
    """Each option that takes one value, with a command that has it."""
    return {
        option["flags"][-1]: one["name"]
        for one in tree
        for option in one["options"]
        if option["type"] != "flag" and not option["repeatable"]
    }


def test_every_option_with_one_value_is_refused_twice(run: FrontDoor) -> None:
    tree = json.loads(run("commands", "--json").ok().out)["commands"]
    found = single(tree)
    assert found.keys() >= OVERRULED | {"--where", "--sort", "--data", "--email", "--jq"}
    for flag, name in found.items():
        ran = run(*name.split(), flag, "1", flag, "1", transport=Unreachable())
        refused = f"{flag} was given more than once." in ran.err
        assert refused is (flag not in OVERRULED), f"{name} {flag}: {ran.err}"
        assert ran.code == 2 or not refused


def test_the_hint_says_how_to_join_conditions(run: FrontDoor) -> None:
    words = ["contacts", "list", "--where", "role = lead", "--where", "role = user", "--count"]
    ran = run(*words, transport=Unreachable())
    assert (ran.code, ran.out) == (2, "")
    assert ran.error["hint"] == "join them: --where 'A and B'"


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("--fields id --fields name", "--fields id,name"),
        ("--group-by role --group-by owner", "--group-by role,owner"),
        (
            "--stat mean:custom_attributes.seats --stat max:custom_attributes.seats",
            "--stat mean:custom_attributes.seats,max:custom_attributes.seats",
        ),
    ],
)
def test_lists_add_up(run: FrontDoor, apart: str, together: str) -> None:
    one, two = (
        run("contacts", "list", "--limit", "20", "-o", "csv", *words.split()).ok().out
        for words in (apart, together)
    )
    assert one == two


def test_the_last_format_counts(run: FrontDoor) -> None:
    ran = run("contacts", "list", "-o", "csv", "-o", "ids", "--limit", "1", "--limit", "2").ok()
    assert len(ran.out.split()) == 2
