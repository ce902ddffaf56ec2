"""Counts take the requests they need: totals where Intercom decides, rows only at edges."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from front_door import FrontDoor, answer, connected, sandbox

MEMBERS = 151


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """A sandbox with a dozen pages of contacts."""
    config: Path = tmp_path_factory.mktemp("cost") / "config"
    connected(config)
    transport = sandbox(contacts=1600, rate_limit=10_000_000)
    yield FrontDoor(config, transport)
    transport.close()


@pytest.fixture(scope="module")
def everyone(run: FrontDoor) -> list[dict[str, Any]]:
    """Every contact."""
    return run("contacts", "list", "--all").ok().rows


@pytest.mark.parametrize(
    ("where", "requests"),
    [
        ("created_at > 2024-11-21", 1),
        ("created_at = 2026-03", 1),
        ("created_at <= 2026-03-01", 1),
        ("last_replied_at is not null", 1),
        ("last_replied_at is null", 2),
        ("not (created_at > 2026-03-01)", 2),
        ("role = user and not (created_at between 2026-01 and 2026-03)", 2),
        ("role = lead or created_at between 2026-01 and 2026-03", 3),
    ],
)
def test_whole_days_and_what_is_set_are_counted_by_totals(
    run: FrontDoor, where: str, requests: int
) -> None:
    found = run("contacts", "list", "--where", where, "--all").ok().rows
    ran = run("contacts", "list", "--where", where, "--count").ok()
    assert ran.out == f"{len(found)}\n"
    assert len(ran.requests) == requests
    assert run("contacts", "count", "--where", where).ok().out == ran.out


@pytest.mark.parametrize("version", ["2.16", pytest.param("2.17", marks=pytest.mark.slow)])
def test_within_a_day_the_edge_is_decided_by_rows(run: FrontDoor, version: str) -> None:
    more = ("--api-version", version)
    for where in ("created_at > 2026-03-01T12:00:00", "created_at < 200d", "created_at = 2026-10"):
        found = run("contacts", "list", "--where", where, "--all", *more).ok().rows
        ran = run("contacts", "list", "--where", where, "--count", *more).ok()
        assert ran.out == f"{len(found)}\n", where
        assert len(ran.requests) <= 4


def test_a_closed_set_is_a_total_for_each_value(
    run: FrontDoor, everyone: list[dict[str, Any]]
) -> None:
    ran = run("contacts", "list", "--group-by", "role").ok()
    wanted = Counter(row["role"] for row in everyone)
    assert {row["role"]: row["count"] for row in ran.rows} == dict(wanted)
    assert len(ran.requests) == 3
    flags = run("contacts", "list", "--group-by", "has_hard_bounced", "--where", "role = user").ok()
    told = Counter(row["has_hard_bounced"] for row in everyone if row["role"] == "user")
    assert {row["has_hard_bounced"]: row["count"] for row in flags.rows} == dict(told)
    assert len(flags.requests) == 3


class Lagging(httpx.BaseTransport):
    """A search that does not know one of the leads yet."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        found = self.inner.handle_request(request)
        if b'"value":"lead"' not in request.content:
            return found
        body = json.loads(found.read())
        return answer({**body, "total_count": body["total_count"] - 1})


def test_totals_that_do_not_add_up_are_not_believed(run: FrontDoor) -> None:
    words = ("contacts", "list", "--group-by", "role")
    ran = run(*words, transport=Lagging(run.inner)).ok()
    assert ran.rows == run(*words).ok().rows
    assert len(ran.requests) > 3 + 10  # all pages were read


def test_a_company_of_many_contacts_is_sent_as_several_lists(
    run: FrontDoor, everyone: list[dict[str, Any]]
) -> None:
    made = run("companies", "create", "--company-id", "many", "--name", "Many Ltd", "-o", "json")
    company = made.ok().json["id"]
    for contact in everyone[:MEMBERS]:
        path = f"/contacts/{contact['id']}/companies"
        run("request", "POST", path, f"id={company}").ok()
    where = "company = 'Many Ltd'"
    ran = run("contacts", "list", "--where", where, "--all").ok()
    assert {row["id"] for row in ran.rows} == {row["id"] for row in everyone[:MEMBERS]}
    # The company, three pages of its contacts, two of the search; a long walk may look again.
    assert len(ran.requests) <= 7
    assert run("contacts", "list", "--where", where, "--count").ok().out == f"{MEMBERS}\n"
    other = "company != 'Many Ltd' and role = lead"
    leads = [row for row in everyone[MEMBERS:] if row["role"] == "lead"]
    found = run("contacts", "list", "--where", other, "--count").ok()
    assert found.out == f"{len(leads)}\n"
    assert len(found.requests) <= 6
