"""The one thing a list is about is typed behind the verb, or behind its option."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

CONTACT = "external:user-000006"
ONLY = [
    ("articles search", "--phrase", "password"),
    ("banners list", "--contact", CONTACT),
    ("content search", "--query", "password"),
    ("custom-objects list", "--type", "Order"),
    ("events list", "--contact", CONTACT),
    ("events summary", "--contact", CONTACT),
    ("fin-voice list", "--conversation", "4"),
    ("office-hours-exceptions list", "--schedule", "Support"),
    ("redirects list", "--help-center", "1"),
    ("ticket-attributes list", "--ticket-type", "Bug report"),
    ("visitors get", "--user-id", "harbor-visitor-1"),
]
NEEDED = [one for one in ONLY if one[1] not in {"--phrase", "--query", "--help-center"}]


@pytest.mark.parametrize(("command", "flag", "value"), ONLY)
def test_it_is_the_same_by_place_and_by_option(
    run: FrontDoor, command: str, flag: str, value: str
) -> None:
    by_option = run(*command.split(), flag, value).ok()
    by_place = run(*command.split(), value).ok()
    assert by_place.sent() == by_option.sent()
    assert by_place.out == by_option.out != ""


@pytest.mark.parametrize(("command", "flag", "value"), ONLY)
def test_both_together_are_refused(run: FrontDoor, command: str, flag: str, value: str) -> None:
    ran = run(*command.split(), value, flag, value, transport=Unreachable())
    assert ran.code == 2
    assert f"is given twice: {value!r}, and behind {flag}." in ran.error["message"]


@pytest.mark.parametrize(("command", "flag", "value"), NEEDED)
def test_without_it_the_two_ways_are_told(
    run: FrontDoor, command: str, flag: str, value: str
) -> None:
    ran = run(*command.split(), transport=Unreachable())
    assert ran.code == 2
    assert f"or use {flag}" in ran.error["message"]
    assert value not in ran.err
