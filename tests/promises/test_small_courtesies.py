"""What contradicts itself is refused, what is missing is explained, and nothing is told twice."""

from __future__ import annotations

import shlex
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from front_door import FrontDoor, Unreachable

from intercom_cli.tree import read

HERE = ZoneInfo("America/New_York")
# Every list that needs no more than its name.
LISTS = [
    command.path
    for command in read().walk()
    if {"--limit", "--all"} <= {flag for option in command.options for flag in option.flags}
    and not any(option.required for option in command.options)
    and not any(argument.required for argument in command.arguments)
]


@pytest.mark.parametrize("words", [*LISTS, ("find", "x"), ("contacts", "notes", "a@b.test")])
def test_a_limit_and_everything_are_not_both_meant(run: FrontDoor, words: tuple[str, ...]) -> None:
    ran = run(*words, "--limit", "3", "--all", transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"] == "Either --limit or --all, not both."


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["tickets", "create", "--title", "x"], "intercom schema tickets create"),
        (["tickets", "enqueue", "--title", "x"], "intercom schema tickets enqueue"),
        (["articles", "create", "--body", "x"], "intercom schema articles create"),
        (["phone-call-redirects", "create", "--set", "a=b"],
         "intercom schema phone-call-redirects create"),
    ],
)  # fmt: skip
def test_what_a_record_needs_is_shown_by_the_next_command(
    run: FrontDoor, words: list[str], hint: str
) -> None:
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["hint"] == hint
    run(*shlex.split(hint)[1:]).ok()


def test_why_one_of_several_failed_is_told_once(run: FrontDoor) -> None:
    ran = run("conversations", "close", "12", "9999", terminal=True, NO_COLOR="1")
    assert ran.code == 11
    assert ran.err.count("Not Found") == 1
    machine = run("conversations", "close", "12", "9999").error
    assert machine["errors"][0]["code"] == "not_found"


def test_a_day_is_named_as_elsewhere(run: FrontDoor) -> None:
    words = ["office-hours-exceptions", "create", "--schedule", "Support", "--closed", "-n"]
    tomorrow = (datetime.now(HERE) + timedelta(days=1)).date().isoformat()
    for text, day in (("tomorrow", tomorrow), ("2026-12-24", "2026-12-24"), ("in 1d", tomorrow)):
        shown = run(*words, "--date", text).ok().rows[-1]
        assert shown["body"]["exception_date"] == day
    refused = run(*words, "--date", "Christmas", transport=Unreachable())
    assert refused.code == 2
    assert "tomorrow" in refused.error["hint"]
