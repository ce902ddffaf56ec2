"""``doctor`` finds what stands in the way, whatever else is broken, and never fails itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from front_door import FrontDoor, Ran, Unreachable, answer, refusal

ME = {"type": "admin", "app": {"name": "Acme"}}
CHECKS = ["program", "settings", "credentials", "token", "keyring", "network settings"]


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


def found(ran: Ran) -> dict[str, dict[str, Any]]:
    return {row["check"]: row for row in ran.ok().rows}


def test_it_looks_at_everything_and_sends_nothing(run: FrontDoor) -> None:
    rows = found(run("doctor", transport=Unreachable()))
    assert list(rows) == CHECKS
    assert rows["credentials"]["found"] == "sandbox"
    assert rows["token"]["state"] == "ok"


def test_a_broken_configuration_is_a_finding_with_its_place(run: FrontDoor) -> None:
    (run.config / "config.toml").write_text("workspace = \n")
    rows = found(run("doctor", "-o", "ndjson", transport=Unreachable()))
    assert rows["settings"]["state"] == "problem"
    assert "config.toml" in rows["settings"]["found"]
    assert rows["program"]["state"] == "ok"


def test_no_credentials_are_a_problem_with_the_command_that_mends_it(alone: FrontDoor) -> None:
    rows = found(alone("doctor"))
    assert rows["credentials"]["state"] == "problem"
    assert rows["credentials"]["hint"] == "intercom connect"
    assert rows["token"]["state"] == "problem"


def test_credentials_that_hide_others_are_told(run: FrontDoor) -> None:
    rows = found(run("doctor", INTERCOM_ACCESS_TOKEN="dG9rOm9uZS4="))
    assert rows["credentials"]["state"] == "warning"
    assert "hides sandbox" in rows["credentials"]["found"]
    assert rows["token"]["found"] == "in INTERCOM_ACCESS_TOKEN"


def test_without_a_keyring_it_says_where_tokens_go(run: FrontDoor) -> None:
    row = found(run("doctor"))["keyring"]
    assert row["state"] == "warning"
    assert "private file" in row["hint"]


def test_what_changes_the_way_is_named_but_never_its_value(run: FrontDoor) -> None:
    ran = run("doctor", HTTPS_PROXY="http://me:secret@proxy.test:3128")
    assert "HTTPS_PROXY" in found(ran)["network settings"]["found"]
    assert "secret" not in ran.out + ran.err


def test_with_network_intercom_is_asked_once(run: FrontDoor) -> None:
    ran = run("doctor", "--network")
    assert found(ran)["intercom"]["state"] == "ok"
    assert "Harbor Lights" in found(ran)["intercom"]["found"]
    assert ran.sent() == ["GET /me"]


@pytest.mark.parametrize("seconds", [-600, 600])
def test_a_clock_that_is_off_is_told(with_token: FrontDoor, seconds: int) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)
    ran = with_token.scripted(answer(ME, Date=date), words=["doctor", "--network"])
    row = found(ran)["intercom"]
    assert row["state"] == "warning"
    assert row["found"].startswith(f"this clock is {'-' if seconds > 0 else '+'}")


def test_a_token_that_is_refused_is_a_finding(with_token: FrontDoor) -> None:
    ran = with_token.scripted(refusal(401, "unauthorized"), words=["doctor", "--network"])
    row = found(ran)["intercom"]
    assert (row["state"], row["hint"]) == ("problem", "intercom connect")


def test_a_person_sees_every_finding_whole(run: FrontDoor) -> None:
    ran = run("doctor", terminal=True, COLUMNS="40", NO_COLOR="1").ok()
    path = str(run.config / "config.toml")
    assert path in ran.out
    assert "hint: tokens are kept in a private file instead" in ran.out
