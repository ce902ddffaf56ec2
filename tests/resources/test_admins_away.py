"""Admins go away and come back."""

from __future__ import annotations

from front_door import FrontDoor, Unreachable

JONAS = "jonas@harborlights.test"


def test_an_admin_goes_away_for_a_reason_and_comes_back(run: FrontDoor) -> None:
    words = ["admins", "away", JONAS, "--reason", "out of office", "--reassign"]
    ran = run(*words).ok()
    assert ran.sent() == [
        "GET /away_status_reasons",
        "GET /admins",
        "PUT /admins/991267460/away",
    ]
    assert ran.bodies()[-1] == {
        "away_mode_enabled": True,
        "away_mode_reassign": True,
        "away_status_reason_id": 3,
    }
    assert ran.err == "Set away: admin 991267460 in sandbox.\n"
    assert run("admins", "get", JONAS).ok().json["away_mode_enabled"] is True
    back = run("admins", "back", "Jonas Weber").ok()
    assert back.bodies()[-1] == {"away_mode_enabled": False, "away_mode_reassign": False}
    assert run("admins", "get", JONAS).ok().json["away_mode_enabled"] is False


def test_without_a_name_it_is_you(run: FrontDoor) -> None:
    me = run("request", "/me").ok().json["id"]
    assert run("admins", "away").ok().sent()[-1] == f"PUT /admins/{me}/away"


def test_an_empty_name_or_reason_is_refused_and_nothing_is_sent(run: FrontDoor) -> None:
    for words in (["away", ""], ["back", " "], ["away", "1", "--reason", ""]):
        assert run("admins", *words, transport=Unreachable()).code == 2, words


def test_an_unknown_reason_tells_those_there_are(run: FrontDoor) -> None:
    ran = run("admins", "away", "991267460", "--reason", "lunch")
    assert ran.code == 6
    assert "On a break, In a meeting, Out of office" in ran.error["message"]
    assert ran.error["hint"] == "intercom away-reasons list"
    assert len(ran.requests) == 1
