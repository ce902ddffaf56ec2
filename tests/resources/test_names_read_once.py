"""Names at a table cost no list that was read before, and in a pipe no list at all."""

from __future__ import annotations

import pytest
from front_door import FrontDoor

TICKET = "215470000003"


@pytest.mark.parametrize("noun", ["tickets", "conversations"])
def test_who_was_named_is_not_looked_up_again(run: FrontDoor, noun: str) -> None:
    record = TICKET if noun == "tickets" else "12"
    words = [noun, "assign", record, "jonas@harborlights.test", "-y"]
    seen = run(*words, terminal=True, NO_COLOR="1", COLUMNS="120").ok()
    assert "Jonas Weber" in seen.out
    assert seen.sent().count("GET /admins") == 1


def test_a_change_shows_the_names_that_are_known(run: FrontDoor) -> None:
    words = ["articles", "update", "30", "--author", "Jonas Weber"]
    seen = run(*words, terminal=True, NO_COLOR="1", COLUMNS="120").ok()
    assert "Jonas Weber" in seen.out
    assert [one.partition("?")[0] for one in seen.sent()] == ["GET /admins", "PUT /articles/30"]


def test_a_change_shows_names_that_are_looked_up_after_it(run: FrontDoor) -> None:
    words = ["articles", "update", "30", "--title", "New"]
    seen = run(*words, terminal=True, NO_COLOR="1", COLUMNS="120").ok()
    assert seen.sent() == ["PUT /articles/30", "GET /admins"]
    assert "Mei Tanaka" in seen.out
    piped = run(*words).ok()
    assert piped.sent() == ["PUT /articles/30"]
