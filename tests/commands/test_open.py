"""`intercom open` leads to a record's page in the web app."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import pytest
from front_door import FrontDoor, Scripted, answer, connected

ID = "6762f0dd1bb69f9f2193bb83"
ME = {"type": "admin", "id": "1", "app": {"id_code": "xyz", "region": "EU"}}


def test_in_a_pipe_the_address_is_written(tmp_path: Path, alone: FrontDoor) -> None:
    connected(alone.config, app_id="abc1", region="eu")
    shown = alone("open", "contacts", ID).ok()
    assert shown.out == f"https://app.eu.intercom.com/a/apps/abc1/users/{ID}\n"
    assert shown.err == ""


def test_an_email_address_is_looked_up(run: FrontDoor) -> None:
    made = run("contacts", "create", "--email", "jane@acme.test").ok().json
    shown = run("open", "contacts", "jane@acme.test").ok()
    assert shown.out.endswith(f"/users/{made['id']}\n")


def test_with_only_a_token_intercom_tells_which_workspace_it_is(with_token: FrontDoor) -> None:
    ran = with_token.scripted(answer(ME), words=["open", "companies", ID]).ok()
    assert ran.out == f"https://app.eu.intercom.com/a/apps/xyz/companies/{ID}\n"
    assert ran.sent() == ["GET /me"]


def test_a_strange_id_stays_one_part_of_the_address(alone: FrontDoor) -> None:
    connected(alone.config, app_id="abc1")
    assert alone("open", "contacts", "a/../b?c").ok().out.endswith("/users/a%2F..%2Fb%3Fc\n")


@pytest.mark.parametrize(
    ("noun", "hint"), [("contact", "did you mean contacts?"), ("tags", "pages of")]
)
def test_a_noun_without_a_page_is_refused(run: FrontDoor, noun: str, hint: str) -> None:
    refused = run("open", noun, "1")
    assert refused.code == 2
    assert hint in refused.error["hint"]
    assert refused.requests == []


def test_at_a_terminal_the_browser_opens_it(with_token: FrontDoor, tmp_path: Path) -> None:
    said = tmp_path / "said"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{said}.part"; mv "{said}.part" "{said}"\n')
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    ran = with_token(
        "open", "contacts", ID, terminal=True, BROWSER=f"{browser} %s",
        transport=Scripted([answer(ME)]),
    ).ok()  # fmt: skip
    assert ran.out == ""
    assert ran.err == f"Opened https://app.eu.intercom.com/a/apps/xyz/users/{ID}\n"
    for _ in range(100):
        if said.exists():
            break
        time.sleep(0.05)
    assert said.read_text() == f"https://app.eu.intercom.com/a/apps/xyz/users/{ID}\n"
