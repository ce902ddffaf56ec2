"""Banners of a contact."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

MAIL = "jane@acme.test"


@pytest.fixture
def jane(run: FrontDoor) -> str:
    made = run("contacts", "create", "--email", MAIL, "--role", "user").ok().json
    return str(made["id"])


def test_a_banner_is_listed_and_hidden_for_good(run: FrontDoor, jane: str) -> None:
    shown = run("banners", "list", "--contact", MAIL).ok()
    assert shown.sent() == ["POST /contacts/search", f"GET /contacts/{jane}/banners"]
    view = shown.rows[0]["view_id"]
    hidden = run("banners", "dismiss", view, "--contact", jane, "-y").ok()
    assert hidden.sent() == [f"POST /contacts/{jane}/banners/{view}/dismiss"]
    assert hidden.err == f"Hid from {jane}: banner view {view} in sandbox.\n"
    left = run("banners", "list", "--contact", jane).ok().rows
    assert view not in [row["view_id"] for row in left]


def test_hiding_a_banner_asks_with_its_title(run: FrontDoor, jane: str) -> None:
    view = run("banners", "list", "--contact", jane).ok().rows[0]["view_id"]
    words = ["banners", "dismiss", view, "--contact", jane]
    assert run(*words, transport=Unreachable()).code == 3
    asked = run(*words, stdin="n\n", terminal=True)
    assert "Hide banner Maintenance on Sunday" in asked.err
    assert all(one.startswith("GET") for one in asked.sent())


def test_a_view_that_is_not_there_is_told_before_the_question(run: FrontDoor, jane: str) -> None:
    ran = run("banners", "dismiss", "77", "--contact", jane, stdin="y\n", terminal=True)
    assert ran.code == 6
    assert f"intercom banners list --contact {jane}" in ran.err
    assert "[y/N]" not in ran.err


def test_banners_need_a_contact(run: FrontDoor) -> None:
    assert run("banners", "list", transport=Unreachable()).code == 2
    assert run("banners", "list", "--contact", "", transport=Unreachable()).code == 2
