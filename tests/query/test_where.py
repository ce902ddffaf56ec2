"""The --where language: what it takes, what it is compiled to, and how it says what is wrong."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Unreachable, answer
from hypothesis import given, settings
from hypothesis import strategies as st

from intercom_cli.errors import Misuse
from intercom_cli.query.fields import Known
from intercom_cli.query.nodes import leaves
from intercom_cli.query.where import parse
from intercom_cli.resources._contact_filters import FILTERS
from intercom_cli.times import span

CONTACTS = Known("contacts", FILTERS)
EMPTY: dict[str, Any] = {"type": "list", "data": [], "total_count": 0}


ATTRIBUTES = {
    "code": "string",
    "plan": "string",
    "tier": "string",
    "seats": "integer",
    "mrr": "float",
    "is_trial": "boolean",
}


def query_of(run: FrontDoor, where: str) -> Any:
    ran = run("contacts", "search", "--where", where, transport=Workspace()).ok()
    return ran.bodies()[-1]["query"]


class Workspace(httpx.BaseTransport):
    """A workspace without contacts, whose days are those of UTC, with attributes of its own."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        match request.url.path:
            case "/me":
                return answer({"type": "admin", "app": {"timezone": "Etc/UTC"}})
            case "/data_attributes":
                known = [{"name": name, "data_type": kind} for name, kind in ATTRIBUTES.items()]
                return answer({"data": known})
        return answer(EMPTY)


@pytest.mark.parametrize(
    ("where", "field", "operator", "value"),
    [
        ("role = user", "role", "=", "user"),
        ("role=user", "role", "=", "user"),
        ("email ~ @acme.test", "email", "~", "@acme.test"),
        ('email ~ "@acme.test"', "email", "~", "@acme.test"),
        ("name = 'Jane Doe'", "name", "=", "Jane Doe"),
        ("name = 'O\\'Neil'", "name", "=", "O'Neil"),
        ('name = "say \\"hi\\""', "name", "=", 'say "hi"'),
        ("name = 'and'", "name", "=", "and"),
        ("name ^ Ja", "name", "^", "Ja"),
        ("name $ oe", "name", "$", "oe"),
        ("name !~ x", "name", "!~", "x"),
        ("name = 'null'", "name", "=", "null"),
        ("name ~ null", "name", "~", "null"),
        ("custom_attributes.code = '5'", "custom_attributes.code", "=", "5"),
        ("phone = +353861234567", "phone", "=", "+353861234567"),
        ("external_id = 42", "external_id", "=", "42"),
        ("external_id = 007", "external_id", "=", "007"),
        ("owner_id = 991267459", "owner_id", "=", "991267459"),
        ("unsubscribed_from_emails = true", "unsubscribed_from_emails", "=", True),
        ("unsubscribed_from_emails != FALSE", "unsubscribed_from_emails", "!=", False),
        ("location.country = Germany", "location.country", "=", "Germany"),
        ("custom_attributes.plan = pro", "custom_attributes.plan", "=", "pro"),
        ("custom_attributes.seats > 5", "custom_attributes.seats", ">", 5),
        ("custom_attributes.mrr <= 1.5", "custom_attributes.mrr", "<=", 1.5),
        ("custom_attributes.tier > 'b'", "custom_attributes.tier", ">", "b"),
        ("custom_attributes.code = 5", "custom_attributes.code", "=", "5"),
        ("custom_attributes.code = 1.10", "custom_attributes.code", "=", "1.10"),
        ("custom_attributes.tier < gold", "custom_attributes.tier", "<", "gold"),
        ("custom_attributes.is_trial = true", "custom_attributes.is_trial", "=", True),
        ("role in (user, lead)", "role", "IN", ["user", "lead"]),
        ("role not in (user)", "role", "NIN", ["user"]),
        ("ROLE IN (user)".replace("ROLE", "role"), "role", "IN", ["user"]),
        ("tag_id = 5", "tag_id", "=", "5"),
        ("name = 山田太郎", "name", "=", "山田太郎"),
    ],
)
def test_one_condition(
    with_token: FrontDoor, where: str, field: str, operator: str, value: Any
) -> None:
    assert query_of(with_token, where) == {"field": field, "operator": operator, "value": value}


def test_several_conditions_are_one_group(with_token: FrontDoor) -> None:
    query = query_of(with_token, "role = user AND email ~ acme and name != x")
    assert query["operator"] == "AND"
    assert [part["field"] for part in query["value"]] == ["role", "email", "name"]


def test_more_than_fifteen_conditions_are_grouped(with_token: FrontDoor) -> None:
    where = " and ".join(f"name != x{number}" for number in range(40))
    query = query_of(with_token, where)
    assert [len(group["value"]) for group in query["value"]] == [15, 15, 10]
    assert {group["operator"] for group in query["value"]} == {"AND"}


def test_more_than_intercom_takes_is_asked_in_part_and_decided_here(run: FrontDoor) -> None:
    name = run("contacts", "list", "--limit", "1").ok().rows[0]["name"]
    where = " and ".join(f"name != x{number}" for number in range(226)) + f" and name != '{name}'"
    ran = run("contacts", "search", "--where", where, "--all").ok()
    query = ran.bodies()[0]["query"]
    assert len(query["value"]) <= 15
    every = run("contacts", "list", "--all").ok().rows
    assert {row["id"] for row in ran.rows} == {row["id"] for row in every if row["name"] != name}


def test_sixteen_conditions_work_against_the_sandbox(run: FrontDoor) -> None:
    where = " and ".join(f"name != x{number}" for number in range(16))
    assert len(run("contacts", "search", "--where", where, "--all").ok().rows) == 250


def test_a_date_is_asked_wider_than_it_is_meant(with_token: FrontDoor) -> None:
    query = query_of(with_token, "created_at = 2026-01-31")
    later, earlier = query["value"]
    start = int(datetime(2026, 1, 31, tzinfo=UTC).timestamp())
    assert later["operator"] == ">"
    assert later["value"] < start - 86400
    assert earlier["operator"] == "<"
    assert earlier["value"] > start + 2 * 86400


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("", "name of a field"),
        ("role", "operator"),
        ("role =", "value"),
        ("role = user and", "field"),
        ("role = user email = x", "'and'"),
        ("role user", "operator"),
        ("= user", "field"),
        ("role = user or", "field"),
        ("(role = user", "')'"),
        ("role = user)", "'and' or 'or'"),
        ("not", "field"),
        ("role is user", "null"),
        ("created_at between 2026-01-01 2026-02-01", "'and'"),
        ("name = 'open", "quote"),
        ("role in user", "'('"),
        ("role in (user", "')'"),
        ("role in ()", "value"),
        ("role not user", "operator"),
        ("emial = x", "email"),
        ("nonsense_field = x", "nonsense_field"),
        ("role > user", "role"),
        ("tag_id ~ 1", "tag_id"),
        ('name ~ ""', "needs some text"),
        ('name ^ ""', "needs some text"),
        ("segment_id is null", "no record shows"),
        ("unsubscribed_from_emails = maybe", "true or false"),
        ("created_at > soon", "not a time"),
        ("created_at ~ 2026", "created_at"),
        ("custom_attributes. = 5", "custom_attributes."),
        ("role = = user", "value"),
        ("role ! user", "'!'"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_sent(
    with_token: FrontDoor, where: str, said: str
) -> None:
    for words in (["search"], ["list"], ["count"]):
        ran = with_token(
            "contacts", *words, "--where", where, "-o", "json", transport=Unreachable()
        )
        assert ran.code == 2, (words, ran.err)
        error = ran.error
        assert said in f"{error['message']} {error['hint']}"


def test_the_place_that_is_wrong_is_named(with_token: FrontDoor) -> None:
    ran = with_token("contacts", "search", "--where", "role = user and emial = x")
    assert "character 17" in ran.error["message"] or "emial" in ran.error["message"]


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse(text, CONTACTS)
    except Misuse:
        return


VALUES = st.text(min_size=1, max_size=20).filter(lambda text: "\x00" not in text)


@given(
    st.lists(st.tuples(st.sampled_from(["name", "email", "phone"]), VALUES), min_size=1, max_size=5)
)
@settings(max_examples=200, deadline=None)
def test_any_quoted_value_is_read_back(pairs: list[tuple[str, str]]) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    where = " and ".join(f"{field} = {quoted(value)}" for field, value in pairs)
    assert [(c.field, c.values[0]) for c in leaves(parse(where, CONTACTS))] == pairs


HERE = ZoneInfo("America/New_York")
NOW = datetime(2026, 3, 9, 15, 30, tzinfo=HERE).timestamp()


@pytest.mark.parametrize(
    ("text", "start", "seconds"),
    [
        ("2026-01-31", "2026-01-31T00:00:00-05:00", 86400),
        ("2026-03-08", "2026-03-08T00:00:00-05:00", 82800),
        ("2025-11-02", "2025-11-02T00:00:00-04:00", 90000),
        ("2026-01-31T09:00", "2026-01-31T09:00:00-05:00", 60),
        ("2026-01-31T09:00Z", "2026-01-31T09:00:00+00:00", 60),
        ("2026-01-31 09:00:05+02:00", "2026-01-31T09:00:05+02:00", 1),
        ("today", "2026-03-09T00:00:00-04:00", 86400),
        ("Yesterday", "2026-03-08T00:00:00-05:00", 82800),
        ("tomorrow", "2026-03-10T00:00:00-04:00", 86400),
        ("now", "2026-03-09T15:30:00-04:00", 1),
        ("2h", "2026-03-09T13:30:00-04:00", 1),
        ("30m", "2026-03-09T15:00:00-04:00", 1),
        ("1d", "2026-03-08T15:30:00-04:00", 1),
        ("1d ago", "2026-03-08T15:30:00-04:00", 1),
        ("1w", "2026-03-02T15:30:00-04:00", 1),
        ("1700000000", "2023-11-14T22:13:20+00:00", 1),
        ("2026-02", "2026-02-01T00:00:00-05:00", 28 * 86400),
        ("2024-02", "2024-02-01T00:00:00-05:00", 29 * 86400),
        ("2025-12", "2025-12-01T00:00:00-05:00", 31 * 86400),
        ("2026-03", "2026-03-01T00:00:00-05:00", 31 * 86400 - 3600),
        ("2025", "2025-01-01T00:00:00-05:00", 365 * 86400),
        ("2024", "2024-01-01T00:00:00-05:00", 366 * 86400),
    ],
)
def test_a_moment_as_people_write_it(text: str, start: str, seconds: int) -> None:
    found = span(text, now=NOW, tz=HERE)
    assert found.start == int(datetime.fromisoformat(start).timestamp())
    assert found.end - found.start == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-13-01",
        "2026-02-30",
        "31.01.2026",
        "5x",
        "d",
        "99999999999999",
        "0000-00-00",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(Misuse):
        span(text, now=NOW, tz=HERE)


@given(st.text(max_size=20))
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    try:
        span(text, now=time.time(), tz=HERE)
    except Misuse:
        return


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "999999999y", "99999999999", "0"])
def test_the_far_ends_of_time_crash_nothing(run: FrontDoor, text: str) -> None:
    ran = run("contacts", "search", "--where", f"created_at > {text}", "--limit", "1")
    assert ran.code in {0, 2}, ran.err


def test_null_is_what_is_not_set_and_a_quoted_one_is_text(run: FrontDoor) -> None:
    everyone = run("contacts", "list", "--all").ok().rows
    for where, wanted in (
        ("name = null", {row["id"] for row in everyone if row["name"] is None}),
        ("name = 'null'", {row["id"] for row in everyone if row["name"] == "null"}),
        ("name != null", {row["id"] for row in everyone if row["name"] is not None}),
    ):
        found = run("contacts", "search", "--where", where, "--all", "-o", "ids").ok()
        assert set(found.out.split()) == wanted
        assert wanted
    companies = run("companies", "list", "--all").ok().rows
    for where, wanted in (
        ("industry = null", {row["id"] for row in companies if row["industry"] is None}),
        ("industry != null", {row["id"] for row in companies if row["industry"] is not None}),
        ("industry = 'null'", set()),
    ):
        found = run("companies", "list", "--where", where, "--all", "-o", "ids").ok()
        assert set(found.out.split()) == wanted


def test_a_search_body_is_what_is_shown_to_be_sent(run: FrontDoor) -> None:
    ran = run("contacts", "search", "--where", "role = lead", "--limit", "3").ok()
    assert json.loads(ran.requests[0].content) == {
        "query": {"field": "role", "operator": "=", "value": "lead"},
        "pagination": {"per_page": 3},
    }
