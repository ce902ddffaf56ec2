"""Times in searches: whole days of the workspace up to 2.16, exact seconds from 2.17 on."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from desk import Desk

HERE = ZoneInfo("America/New_York")
OLD = ("2.14", "2.15", "2.16")
NEW = ("2.17", "Preview")


def at(text: str, zone: ZoneInfo | None = HERE) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone or UTC).timestamp())


MOMENTS = {
    "eve": at("2026-02-28 23:59:59"),
    "dawn": at("2026-03-01 00:00:00"),
    "noon": at("2026-03-01 12:00:00"),
    "dusk": at("2026-03-01 23:59:59"),
    "next": at("2026-03-02 00:00:00"),
}


@pytest.fixture(scope="module")
def calendar() -> Desk:
    """People seen around one day of March, and one who never was; only read."""
    desk = Desk()
    for name, moment in MOMENTS.items():
        fields = {"last_seen_at": moment, "custom_attributes": {"renewal_on": moment}}
        desk.contact(name=name, external_id=name, signed_up_at=moment, **fields)
    desk.contact(name="never", external_id="never")
    return desk


@pytest.mark.parametrize("version", OLD)
@pytest.mark.parametrize("field", ["signed_up_at", "last_seen_at", "custom_attributes.renewal_on"])
@pytest.mark.parametrize("asked", ["dawn", "noon", "dusk"])
def test_up_to_2_16_any_second_stands_for_its_day_in_the_workspace(
    calendar: Desk, version: str, field: str, asked: str
) -> None:
    moment = MOMENTS[asked]
    day = {"dawn", "noon", "dusk"}
    assert calendar.found(field, "=", moment, version=version) == day
    assert calendar.found(field, ">", moment, version=version) == {"next"}
    assert calendar.found(field, "<", moment, version=version) == {"eve"}
    assert calendar.found(field, "=", str(moment), version=version) == day


@pytest.mark.parametrize("version", NEW)
def test_from_2_17_on_a_second_is_a_second(calendar: Desk, version: str) -> None:
    noon = MOMENTS["noon"]
    for operator, names in {
        "=": {"noon"},
        ">": {"dusk", "next"},
        "<": {"eve", "dawn"},
        ">=": {"noon", "dusk", "next"},
        "<=": {"eve", "dawn", "noon"},
        "!=": {"eve", "dawn", "dusk", "next", "never"},
    }.items():
        assert calendar.found("signed_up_at", operator, noon, version=version) == names, operator


@pytest.mark.parametrize("version", NEW)
def test_from_2_17_on_custom_dates_are_days_of_utc(calendar: Desk, version: str) -> None:
    # Five hours behind: in UTC the day of noon begins at 19:00 of the evening before.
    field, noon = "custom_attributes.renewal_on", MOMENTS["noon"]
    assert calendar.found(field, "=", noon, version=version) == {"eve", "dawn", "noon"}
    assert calendar.found(field, ">", noon, version=version) == {"dusk", "next"}
    assert calendar.found(field, "<", noon, version=version) == set()


@pytest.mark.parametrize("version", [*OLD, *NEW])
def test_lists_of_times_are_refused_in_every_version(calendar: Desk, version: str) -> None:
    for field in ("signed_up_at", "custom_attributes.renewal_on"):
        for operator, value in (("IN", [1]), ("NIN", [1]), ("~", "1"), ("^", "1")):
            query = {"field": field, "operator": operator, "value": value}
            calendar.no_search(query, version=version)


@pytest.mark.parametrize("version", NEW)
def test_custom_dates_take_three_operators_for_ever(calendar: Desk, version: str) -> None:
    for operator in ("!=", ">=", "<="):
        query = {"field": "custom_attributes.renewal_on", "operator": operator, "value": 1}
        calendar.no_search(query, version=version)


def test_the_day_the_clocks_change_has_23_hours() -> None:
    desk = Desk()
    for name, text in {
        "before": "2026-03-07 23:59:59",
        "first": "2026-03-08 00:00:00",
        "last": "2026-03-08 23:59:59",
        "after": "2026-03-09 00:00:00",
    }.items():
        desk.contact(name=name, external_id=name, last_seen_at=at(text))
    noon = at("2026-03-08 12:00:00")
    assert desk.found("last_seen_at", "=", noon) == {"first", "last"}
    assert desk.found("last_seen_at", ">", noon) == {"after"}
    assert desk.found("last_seen_at", "<", noon) == {"before"}


def test_answers_and_order_keep_full_seconds(calendar: Desk) -> None:
    query = {"field": "last_seen_at", "operator": "=", "value": MOMENTS["noon"]}
    found = calendar.search(query, sort={"field": "last_seen_at", "order": "ascending"})["data"]
    assert [row["last_seen_at"] for row in found] == [
        MOMENTS[name] for name in ("dawn", "noon", "dusk")
    ]


def test_exact_times_are_called_datetime_and_custom_dates_stay_dates(calendar: Desk) -> None:
    def kinds(version: str) -> dict[str, str]:
        target = "/data_attributes?model=contact"
        rows = calendar.ok("GET", target, version=version)["data"]
        return {row["full_name"]: row["data_type"] for row in rows}

    assert kinds("2.16")["created_at"] == "date"
    assert kinds("2.17")["created_at"] == "datetime"
    assert kinds("2.16")["custom_attributes.renewal_on"] == "date"
    assert kinds("2.17")["custom_attributes.renewal_on"] == "date"


def test_the_timezone_is_told_in_me(calendar: Desk) -> None:
    assert calendar.ok("GET", "/me")["app"]["timezone"] == HERE.key


@pytest.mark.parametrize("value", [10**18, -(10**18), 2**62, 253_402_300_800])
def test_a_time_outside_the_calendar_is_refused(calendar: Desk, value: int) -> None:
    error = calendar.no_search({"field": "created_at", "operator": ">", "value": value})
    assert error["code"] == "parameter_invalid"
