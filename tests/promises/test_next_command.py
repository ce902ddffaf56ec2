"""A slip at the keyboard is answered with the command that was probably meant."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["conversation", "list"], "intercom conversations list"),
        (["ticket", "215470000003"], "intercom tickets"),
        (["workspace", "use"], "intercom workspaces use"),
        (["conversation"], "intercom conversations"),
        (["conversations", "list", "--limt", "3"], "did you mean --limit?"),
        (["status", "--workspce", "x"], "did you mean --workspace?"),
        (["conversations", "list", "--zzzz"], "intercom conversations list --help"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(
    run: FrontDoor, words: list[str], hint: str
) -> None:
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["hint"] == hint


def test_only_the_closest_option_is_named(run: FrontDoor) -> None:
    ran = run("conversations", "list", "--limt", "3", transport=Unreachable())
    assert ran.error["message"] == "No such option: --limt."


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["conversations", "get", "abc"], "intercom conversations list"),
        (["conversations", "close", "9999"], "intercom conversations list"),
        (["tickets", "get", "9999"], "intercom tickets list"),
        (["tickets", "delete", "9999", "--yes"], "intercom tickets list"),
        (["calls", "get", "9999"], "intercom calls list"),
        (["notes", "get", "9999"], None),
        (["fin-voice", "get", "9999"], None),
    ],
)
def test_a_record_there_is_not_is_answered_with_the_list_of_those_there_are(
    run: FrontDoor, words: list[str], hint: str | None
) -> None:
    ran = run(*words)
    assert ran.code == 6
    assert ran.error["hint"] == hint
