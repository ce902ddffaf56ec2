"""Conversations and tickets are given away, closed and put off in the same way."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable, connected

IDS = {"conversations": ("12", "13"), "tickets": ("215470000003", "215470000004")}


@pytest.fixture(autouse=True)
def signed_in(run: FrontDoor) -> None:
    """The admin is known, as after connecting."""
    connected(run.config, admin_id="991267459")


@pytest.mark.parametrize("noun", IDS)
def test_a_table_names_who_it_was_given_to(run: FrontDoor, noun: str) -> None:
    for ids in (IDS[noun][:1], IDS[noun]):
        ran = run(noun, "assign", *ids, "jonas@harborlights.test", "-y", "-o", "table").ok()
        assert "Jonas" in ran.out


@pytest.mark.parametrize("noun", IDS)
def test_what_is_no_id_is_refused_before_anybody_is_looked_up(run: FrontDoor, noun: str) -> None:
    ran = run(noun, "assign", "a/b", "..", "--team", "Support", transport=Unreachable())
    assert ran.code == 2
    assert ran.error["type"] == "usage"


@pytest.mark.parametrize("noun", IDS)
def test_the_same_one_named_twice_is_changed_once(run: FrontDoor, noun: str) -> None:
    ran = run(noun, "close", IDS[noun][0], IDS[noun][0], "-y").ok()
    assert len(ran.sent()) == 1


@pytest.mark.parametrize("noun", IDS)
def test_nobody_named_is_told_how_to_name_somebody(run: FrontDoor, noun: str) -> None:
    ran = run(noun, "assign", IDS[noun][0], transport=Unreachable())
    assert ran.code == 2
    assert ran.error["hint"] == f"intercom {noun} assign {IDS[noun][0]} ADMIN"
    both = run(noun, "assign", IDS[noun][0], "--team", "1", "--nobody", transport=Unreachable())
    assert both.error["message"] == "Either --team or --nobody, not both."


@pytest.mark.parametrize("noun", IDS)
@pytest.mark.parametrize("contact", ["", "external:"])
def test_a_contact_who_writes_must_be_named(run: FrontDoor, noun: str, contact: str) -> None:
    ran = run(noun, "reply", IDS[noun][0], "Hi", "--as", contact, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"] == "The contact is empty."


@pytest.mark.parametrize("noun", IDS)
def test_several_at_once_are_shown_with_the_name_of_who_has_them(run: FrontDoor, noun: str) -> None:
    run(noun, "assign", *IDS[noun], "jonas@harborlights.test", "-y").ok()
    assert run(noun, "get", *IDS[noun], "-o", "table").ok().out.count("Jonas") == len(IDS[noun])
