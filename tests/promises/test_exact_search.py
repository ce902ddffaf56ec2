"""Must hold 5: what a search gives is what the same filter gives over the whole list."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from front_door import FrontDoor, connected, sandbox

Test = Callable[[dict[str, Any]], bool]
HERE = ZoneInfo("America/New_York")
VERSIONS = ["2.16", "2.17", pytest.param("Preview", marks=pytest.mark.slow)]
OPERATORS = ["=", "!=", ">", ">=", "<", "<="]
DATES = ["created_at", "updated_at", "last_seen_at", "signed_up_at", "last_replied_at"]
# The days around which clocks change here, so that they have 23 and 25 hours.
SHIFTS = ["2026-03-08", "2025-11-02"]


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """A sandbox with contacts exactly at midnights of the workspace, and a second beside them."""
    config = tmp_path_factory.mktemp("people") / "config"
    connected(config)
    transport = sandbox()
    run = FrontDoor(config, transport)
    for number, moment in enumerate(borders()):
        run(
            "contacts", "create", "--external-id", f"border-{number}",
            "--set", f"signed_up_at={moment}", "--set", f"last_seen_at={moment}",
            "--set", f"custom_attributes.renewal_on={moment}",
        ).ok()  # fmt: skip
    yield run
    transport.close()


@pytest.fixture(scope="module")
def everyone(people: FrontDoor) -> list[dict[str, Any]]:
    """The whole list."""
    return people("contacts", "list", "--all").ok().rows


def midnight(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=HERE).timestamp())


def next_day(day: str) -> str:
    return (datetime.fromisoformat(day) + timedelta(days=1)).date().isoformat()


def days() -> list[str]:
    today = datetime.now(HERE).date()
    late = [(today - timedelta(days=back)).isoformat() for back in (0, 1, 30)]
    return [*SHIFTS, *map(next_day, SHIFTS), *late]


def borders() -> list[int]:
    return [midnight(day) + beside for day in days() for beside in (-1, 0, 1)]


def compare(value: int | None, operator: str, start: int, end: int) -> bool:
    """What a date comparison means: a day is the span of all its seconds."""
    if value is None:
        return operator == "!="
    return {
        "=": start <= value < end,
        "!=": not start <= value < end,
        ">": value >= end,
        ">=": value >= start,
        "<": value < start,
        "<=": value < end,
    }[operator]


def dated(field: str, operator: str, start: int, end: int) -> Test:
    return lambda contact: compare(contact[field], operator, start, end)


def searched(run: FrontDoor, where: str, version: str) -> set[str]:
    ran = run("contacts", "search", "--where", where, "--all", "--api-version", version).ok()
    ids = [contact["id"] for contact in ran.rows]
    assert len(ids) == len(set(ids))
    return set(ids)


def filtered(everyone: list[dict[str, Any]], *tests: Test) -> set[str]:
    return {contact["id"] for contact in everyone if all(test(contact) for test in tests)}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("operator", OPERATORS)
def test_a_whole_day_is_exact_at_its_borders(
    people: FrontDoor, everyone: list[dict[str, Any]], operator: str, version: str
) -> None:
    for day in days():
        for field in ("signed_up_at", "created_at", "last_seen_at"):
            wanted = dated(field, operator, midnight(day), midnight(next_day(day)))
            found = searched(people, f"{field} {operator} {day}", version)
            assert found == filtered(everyone, wanted), (field, operator, day)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("operator", OPERATORS)
def test_a_second_is_exact(
    people: FrontDoor, everyone: list[dict[str, Any]], operator: str, version: str
) -> None:
    for moment in borders():
        wanted = dated("signed_up_at", operator, moment, moment + 1)
        found = searched(people, f"signed_up_at {operator} {moment}", version)
        assert found == filtered(everyone, wanted), (operator, moment)


def renewed(operator: str, start: int, end: int) -> Test:
    return lambda contact: compare(
        contact["custom_attributes"].get("renewal_on"), operator, start, end
    )


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("operator", ["=", ">", ">=", "<", "<="])
def test_a_custom_date_is_exact(
    people: FrontDoor, everyone: list[dict[str, Any]], operator: str, version: str
) -> None:
    for moment in borders()[::2]:
        found = searched(people, f"custom_attributes.renewal_on {operator} {moment}", version)
        assert found == filtered(everyone, renewed(operator, moment, moment + 1)), moment
    for day in days() if operator != "=" else ():
        wanted = renewed(operator, midnight(day), midnight(next_day(day)))
        found = searched(people, f"custom_attributes.renewal_on {operator} {day}", version)
        assert found == filtered(everyone, wanted), day


@pytest.mark.parametrize("version", VERSIONS)
def test_any_conjunction_is_exact(
    people: FrontDoor, everyone: list[dict[str, Any]], version: str
) -> None:
    random = Random(f"conjunctions {version}")
    hits = 0
    for _ in range(60):
        parts = [clause(random, everyone) for _ in range(random.randint(1, 4))]
        where = " and ".join(text for text, _ in parts)
        found = searched(people, where, version)
        assert found == filtered(everyone, *(test for _, test in parts)), where
        hits += 0 < len(found) < len(everyone)
    assert hits > 20, "most expressions find some and not all"


def clause(random: Random, everyone: list[dict[str, Any]]) -> tuple[str, Test]:
    """A random condition, and what it means."""
    return random.choice([date_clause, date_clause, text_clause, flag_clause, custom_clause])(
        random, everyone
    )


def date_clause(random: Random, everyone: list[dict[str, Any]]) -> tuple[str, Test]:
    field, operator = random.choice(DATES), random.choice(OPERATORS)
    value = random.choice([c[field] for c in everyone if c[field]]) + random.choice([-1, 0, 1])
    local = datetime.fromtimestamp(value, HERE)
    kind = random.randrange(4)
    if kind == 0:
        return f"{field} {operator} {value}", dated(field, operator, value, value + 1)
    if kind == 1:
        written = local.isoformat()
        return f"{field} {operator} {written}", dated(field, operator, value, value + 1)
    if kind == 2:
        ago = random.randint(1, 500)
        start = int(time.time()) - ago * 86400
        return f"{field} {operator} {ago}d", dated(field, operator, start, start + 1)
    day = local.date().isoformat()
    start, end = midnight(day), midnight(next_day(day))
    return f"{field} {operator} {day}", dated(field, operator, start, end)


def text_clause(random: Random, everyone: list[dict[str, Any]]) -> tuple[str, Test]:
    email = random.choice([c["email"] for c in everyone if c["email"]])
    local, _, host = email.partition("@")
    return random.choice(
        [
            (f'email ~ "@{host}"', lambda c: f"@{host}" in (c["email"] or "")),
            (f"email !~ '@{host}'", lambda c: f"@{host}" not in (c["email"] or "")),
            (f"email = {email}", lambda c: c["email"] == email),
            (f"email != {email}", lambda c: c["email"] != email),
            (f"email ^ {local[:3]}", lambda c: (c["email"] or "").startswith(local[:3])),
            (f"email $ {host}", lambda c: (c["email"] or "").endswith(host)),
            (
                f"email_domain in ({host}, mail.example)",
                lambda c: c["email_domain"] in {host, "mail.example"},
            ),
            (
                f"email_domain not in ({host}, mail.example)",
                lambda c: c["email_domain"] not in {host, "mail.example"},
            ),
        ]
    )


def flag_clause(random: Random, _: list[dict[str, Any]]) -> tuple[str, Test]:
    flag = random.random() < 0.5
    return random.choice(
        [
            ("role = lead", lambda c: c["role"] == "lead"),
            ("role != lead", lambda c: c["role"] != "lead"),
            ("role in (user, lead)", lambda _: True),
            (
                f"unsubscribed_from_emails = {str(flag).lower()}",
                lambda c: c["unsubscribed_from_emails"] is flag,
            ),
            ("has_hard_bounced != true", lambda c: c["has_hard_bounced"] is False),
        ]
    )


def custom_clause(random: Random, _: list[dict[str, Any]]) -> tuple[str, Test]:
    seats = random.randint(1, 60)
    plan = random.choice(["pro", "team", "free"])

    def has(c: dict[str, Any]) -> int:
        return int(c["custom_attributes"].get("seats") or 0)

    return random.choice(
        [
            (f"custom_attributes.seats > {seats}", lambda c: has(c) > seats),
            (
                f"custom_attributes.seats <= {seats}",
                lambda c: "seats" in c["custom_attributes"] and has(c) <= seats,
            ),
            (
                f"custom_attributes.plan = {plan}",
                lambda c: c["custom_attributes"].get("plan") == plan,
            ),
            (
                f"custom_attributes.plan in ({plan}, starter)",
                lambda c: c["custom_attributes"].get("plan") in {plan, "starter"},
            ),
            (
                "custom_attributes.is_trial = true",
                lambda c: c["custom_attributes"].get("is_trial") is True,
            ),
        ]
    )


def test_the_promised_expression_is_exact(
    people: FrontDoor, everyone: list[dict[str, Any]]
) -> None:
    start = int(time.time()) - 30 * 86400
    found = searched(people, """email ~ "@acme.test" and created_at > 30d""", "2.16")
    wanted = filtered(
        everyone,
        lambda c: "@acme.test" in (c["email"] or ""),
        dated("created_at", ">", start, start + 1),
    )
    assert found == wanted
    assert wanted


def test_list_and_count_take_the_same_expression(
    people: FrontDoor, everyone: list[dict[str, Any]]
) -> None:
    for where in ("created_at > 30d", "role = lead", "created_at != yesterday and role = user"):
        found = searched(people, where, "2.16")
        listed = people("contacts", "list", "--where", where, "--all", "-o", "ids").ok()
        assert set(listed.out.split()) == found
        assert people("contacts", "count", "--where", where).ok().out == f"{len(found)}\n"
    assert people("contacts", "count").ok().out == f"{len(everyone)}\n"


def test_a_count_asks_for_one_record_when_the_server_can_tell(people: FrontDoor) -> None:
    ran = people("contacts", "count", "--where", "role = lead")
    assert len(ran.requests) == 1
    assert ran.bodies()[0]["pagination"]["per_page"] == 1


def test_a_limit_counts_records_that_match(people: FrontDoor) -> None:
    where = f"signed_up_at = {days()[-1]} and signed_up_at > {midnight(days()[-1])}"
    ran = people("contacts", "search", "--where", where, "--limit", "1").ok()
    assert len(ran.rows) == 1
