"""Times as people write them, as answers carry them, and how the two compare."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intercom_cli.errors import Misuse
from intercom_cli.spans import Span
from intercom_cli.times import compare, seconds, span, zone

ZONES = (
    "UTC",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "America/New_York",
    "Pacific/Apia",
    "America/Havana",
)
NEW_YORK = zone("America/New_York")
NOW = datetime(2026, 3, 31, 15, 30, tzinfo=NEW_YORK).timestamp()


def read(text: str, tz: str = "America/New_York") -> Span:
    return span(text, now=NOW, tz=zone(tz))


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    ("text", "start", "length"),
    [
        ("2026-01-31T09:00", "2026-01-31T09:00:00-05:00", 60),
        ("2026-01-31T09:00Z", "2026-01-31T09:00:00+00:00", 60),
        ("2026-01-31t09:00+05:30", "2026-01-31T09:00:00+05:30", 60),
        ("2026-01-31 09:00:05.999+0200", "2026-01-31T09:00:05+02:00", 1),
        ("2026-03-29T00:00:00", "2026-03-29T00:00:00-04:00", 1),
        ("7d", "2026-03-24T15:30:00-04:00", 1),
        ("1mo", "2026-02-28T15:30:00-05:00", 1),
        ("1y", "2025-03-31T15:30:00-04:00", 1),
        ("in 7d", "2026-04-07T15:30:00-04:00", 1),
        ("in 1mo", "2026-04-30T15:30:00-04:00", 1),
        ("2W  ago", "2026-03-17T15:30:00-04:00", 1),
        ("1773084600", "2026-03-09T15:30:00-04:00", 1),
        ("2026-03", "2026-03-01T00:00:00-05:00", 31 * 86400 - 3600),
    ],
)
def test_a_time_is_the_span_that_was_written(text: str, start: str, length: int) -> None:
    found = read(text)
    assert (found.start, found.end - found.start, found.gap) == (at(start), length, None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30", "30d"),
        ("60 days", "60d"),
        ("2 weeks ago", "2w"),
        ("20260301", "2026-03-01"),
        ("202603", "2026-03"),
        ("2026/3/1", "2026-03-01"),
        ("2026-3-1", "2026-03-01"),
        ("1773084600000", "1773084600 (seconds"),
        ("2026-03-01T09", "2026-03-01T09:00"),
        ("2026-W48", "between 2026-11-23 and 2026-11-29"),
        ("2026-W48-2", "2026-11-24"),
        ("last week", "between 2026-03-23 and 2026-03-29"),
        ("last month", "2026-02"),
        ("this year", "2026"),
        ("2100", "from 1990 to 2099"),
        ("1989", "from 1990 to 2099"),
        ("1989-12-31T23:59", "from 1990 to 2099"),
        ("2026-02-30", "write 2026-01-31"),
        ("2026-03-01T24:00", "write 2026-01-31"),
        ("99999999999", "write 2026-01-31"),
        ("0000000030", "write 2026-01-31"),
        ("soon", "write 2026-01-31"),
    ],
)
def test_what_is_no_time_is_refused_with_what_was_probably_meant(text: str, meant: str) -> None:
    with pytest.raises(Misuse) as refused:
        read(text)
    assert repr(text) in refused.value.message
    assert refused.value.hint
    assert meant in refused.value.hint


@pytest.mark.parametrize("text", ["2026-03-08T02:30", "2026-03-08T02:30:00"])
def test_a_local_time_that_never_comes_is_refused(text: str) -> None:
    with pytest.raises(Misuse, match="never comes"):
        read(text)
    assert read(f"{text}Z")


def test_a_day_that_the_calendar_leaves_out_is_refused() -> None:
    with pytest.raises(Misuse, match="never comes"):
        read("2011-12-30", "Pacific/Apia")


@pytest.mark.parametrize("text", ["2026-11-01T01:30", "2026-11-01T01:30:00"])
def test_a_local_time_that_comes_twice_means_both(text: str) -> None:
    found = read(text)
    first, second = at("2026-11-01T01:30-04:00"), at("2026-11-01T01:30-05:00")
    assert found.holds(first)
    assert found.holds(second)
    assert not found.holds(first + 1800)
    assert compare(first + 1800, "!=", [found])


def test_a_day_without_a_midnight_starts_at_the_first_instant_after_it() -> None:
    assert read("2026-03-08", "America/Havana").start == at("2026-03-08T01:00-04:00")
    assert read("2026-03-07", "America/Havana").end == at("2026-03-08T01:00-04:00")


@given(
    st.dates(date(1990, 1, 2), date(2099, 12, 30)),
    st.integers(-90000, 180000),
    st.sampled_from(ZONES),
)
@settings(max_examples=400, deadline=None)
def test_a_second_lies_in_the_day_that_its_clock_shows(day: date, away: int, name: str) -> None:
    tz = zone(name)
    try:
        found = span(day.isoformat(), now=NOW, tz=tz)
    except Misuse:
        assert name == "Pacific/Apia"
        return
    second = found.start + away
    shown = datetime.fromtimestamp(second, tz).date()
    assert found.holds(second) == (shown == day)
    for sign, truth in {
        "<": shown < day,
        "<=": shown <= day,
        ">": shown > day,
        ">=": shown >= day,
        "=": shown == day,
        "!=": shown != day,
    }.items():
        assert compare(second, sign, [found]) == truth
    later = (
        span((day + timedelta(days=1)).isoformat(), now=NOW, tz=tz) if day.year != 2011 else None
    )
    if later:
        truth = day <= shown <= day + timedelta(days=1)
        assert compare(second, "between", [found, later]) == truth
        assert compare(second, "not between", [found, later]) != truth
        assert compare(second, "in", [found, later]) == truth


@pytest.mark.parametrize("sign", ["=", "<", "<=", ">", ">=", "in", "between"])
def test_what_has_no_time_matches_the_negative_operators_alone(sign: str) -> None:
    spans = [read("2026-01"), read("2026-02")]
    assert not compare(None, sign, spans)
    if sign in {"=", "in", "between"}:
        assert compare(None, "!=" if sign == "=" else f"not {sign}", spans)


@pytest.mark.parametrize(
    ("value", "second"),
    [
        (1773084600, 1773084600),
        (1773084600.9, 1773084600),
        ("1773084600", 1773084600),
        ("2026-03-09T19:30:00.123+00:00", 1773084600),
        ("2026-03-09T19:30:00Z", 1773084600),
        ("2026-03-09T15:30:00", 1773084600),
        (1773084600123, 1773084600),
        (0, None),
        ("0", None),
        ("", None),
        (None, None),
        (True, None),
        ("soon", None),
        ([1], None),
        (float("inf"), None),
    ],
)
def test_a_time_of_an_answer_is_seconds_whatever_form_it_came_in(
    value: Any, second: int | None
) -> None:
    assert seconds(value, NEW_YORK) == second


def test_iso_text_without_a_zone_is_utc_where_none_is_known() -> None:
    assert seconds("2026-03-09T19:30:00") == seconds("2026-03-09T19:30:00", UTC) == 1773084600
