"""The IP allowlist, which can lock people out."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

LISTED = ["192.0.2.0/24", "198.51.100.7"]


def test_addresses_are_added_and_taken_off_one_by_one(run: FrontDoor) -> None:
    assert run("ip-allowlist", "get").ok().json["ip_allowlist"] == LISTED
    words = ["--add", "203.0.113.0/24", "--add", "2001:db8::/32", "--remove", "198.51.100.7"]
    ran = run("ip-allowlist", "update", *words, "-y").ok()
    assert ran.sent() == ["GET /ip_allowlist", "PUT /ip_allowlist"]
    assert ran.bodies()[1] == {"ip_allowlist": [LISTED[0], "203.0.113.0/24", "2001:db8::/32"]}
    assert ran.err == "Changed the IP allowlist in sandbox.\n"


def test_enabling_needs_no_look_at_the_list(run: FrontDoor) -> None:
    run("ip-allowlist", "update", "--add", "127.0.0.1", "-y").ok()
    ran = run("ip-allowlist", "update", "--enable", "-y").ok()
    assert ran.bodies() == [{"enabled": True}]
    assert ran.json["enabled"] is True
    assert run("ip-allowlist", "update", "--disable", "-y").ok().bodies() == [{"enabled": False}]


def test_it_asks_and_says_what_for(run: FrontDoor) -> None:
    words = ["ip-allowlist", "update", "--add", "203.0.113.7", "--enable"]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 3
    assert "add 203.0.113.7; enable it" in ran.error["message"]
    asked = run(*words, stdin="n\n", terminal=True)
    assert asked.code == 3
    assert "Whoever is not on it is locked out. [y/N]" in asked.err
    opened = run("ip-allowlist", "update", "--disable", stdin="n\n", terminal=True)
    assert "Everybody is let in then." in opened.err
    assert asked.sent() == ["GET /ip_allowlist"]


def test_locking_oneself_out_tells_what_to_add(run: FrontDoor) -> None:
    ran = run("ip-allowlist", "update", "--enable", "-y")
    assert ran.code == 7
    assert "127.0.0.1" in ran.error["message"]
    assert "--add" in ran.error["hint"]


@pytest.mark.parametrize("words", [[], ["--add", ""], ["--add", "office"], ["--remove", "1.2.3"]])
def test_what_is_no_address_is_refused_and_nothing_is_sent(
    run: FrontDoor, words: list[str]
) -> None:
    assert run("ip-allowlist", "update", *words, "-y", transport=Unreachable()).code == 2


def test_taking_off_what_is_not_there_is_refused(run: FrontDoor) -> None:
    ran = run("ip-allowlist", "update", "--remove", "203.0.113.9", "-y")
    assert ran.code == 2
    assert "192.0.2.0/24" in ran.error["message"]
    assert ran.sent() == ["GET /ip_allowlist"]
