"""Moments as people say them."""

from __future__ import annotations

import pytest

from intercom_cli.output.times import ago, is_moment, iso, moment_in

DAY = 86400


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (0, "just now"),
        (0.4, "just now"),
        (1, "1 second ago"),
        (59, "59 seconds ago"),
        (60, "1 minute ago"),
        (7199, "1 hour ago"),
        (3 * DAY, "3 days ago"),
        (29 * DAY, "29 days ago"),
        (30 * DAY, "1 month ago"),
        (364 * DAY, "12 months ago"),
        (800 * DAY, "2 years ago"),
        (-3600, "in 1 hour"),
    ],
)
def test_a_distance_is_told_in_its_largest_unit(distance, words):
    assert ago(1_700_000_000 - distance, 1_700_000_000) == words


def test_a_moment_is_written_in_utc():
    assert iso(1_763_452_800) == "2025-11-18T08:00:00Z"


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        (1_763_452_800, True),
        (0, False),
        (12, False),
        (10**12, False),
        (True, False),
        ("1763452800", False),
        (None, False),
    ],
)
def test_not_every_number_is_a_moment(value, is_one):
    assert is_moment(value) is is_one


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-31T13:05:00Z", 1_769_864_700),
        ("2026-01-31T13:05:00.000Z", 1_769_864_700),
        ("2026-01-31T14:05:00+01:00", 1_769_864_700),
        ("2026-01-31T13:05:00", None),
        ("2026-01-31", None),
        ("20260131", None),
        ("soon", None),
    ],
)
def test_a_text_with_its_zone_is_a_moment_too(text, moment):
    assert moment_in(text) == moment
