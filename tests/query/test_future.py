"""Times to come, as people write them when they put something off."""

from __future__ import annotations

from datetime import datetime

import pytest

from intercom_cli.errors import Misuse
from intercom_cli.future_times import future
from intercom_cli.times import zone

NEW_YORK = zone("America/New_York")
NOW = datetime(2026, 11, 27, 14, 30, tzinfo=NEW_YORK).timestamp()  # a Friday


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2h", "2026-11-27T16:30"),
        ("in 2h", "2026-11-27T16:30"),
        ("in 3 d", "2026-11-30T14:30"),
        ("1w", "2026-12-04T14:30"),
        ("tomorrow", "2026-11-28T09:00"),
        ("Tomorrow 14:00", "2026-11-28T14:00"),
        ("tomorrow 3pm", "2026-11-28T15:00"),
        ("tomorrow 12am", "2026-11-28T00:00"),
        ("today 17:00", "2026-11-27T17:00"),
        ("monday", "2026-11-30T09:00"),
        ("friday 15:00", "2026-11-27T15:00"),
        ("friday 14:00", "2026-12-04T14:00"),
        ("friday", "2026-12-04T09:00"),
        ("2026-12-01", "2026-12-01T09:00"),
        ("2026-12-01 10:30", "2026-12-01T10:30"),
        ("2026-12-01 9:30", "2026-12-01T09:30"),
        ("2026-12-01T10:30", "2026-12-01T10:30"),
        ("2026-12-01T10:30Z", "2026-12-01T05:30"),
    ],
)
def test_a_time_to_come_is_read_by_the_clock_of_the_workspace(text: str, meant: str) -> None:
    wanted = datetime.fromisoformat(meant).replace(tzinfo=NEW_YORK)
    assert datetime.fromtimestamp(future(text, now=NOW, tz=NEW_YORK), NEW_YORK) == wanted


def test_the_clocks_change_does_not_shift_a_time_of_day() -> None:
    before = datetime(2026, 10, 31, 12, 0, tzinfo=NEW_YORK).timestamp()
    found = future("monday 9:00", now=before, tz=NEW_YORK)
    assert datetime.fromtimestamp(found, NEW_YORK).strftime("%a %H:%M") == "Mon 09:00"


@pytest.mark.parametrize("text", ["today", "today 14:00", "2026-01-01", "2026-11-27T14:29"])
def test_a_time_that_has_passed_is_refused_as_it_was_read(text: str) -> None:
    with pytest.raises(Misuse, match=r"has passed: it was read as .+day, \d{4}-\d\d-\d\d"):
        future(text, now=NOW, tz=NEW_YORK)


@pytest.mark.parametrize(
    "text", ["", " ", "yesterday", "2h ago", "soon", "tomorrow 25:00", "99999mo", "2026-13-01"]
)
def test_what_is_no_time_to_come_is_refused_with_what_is(text: str) -> None:
    with pytest.raises(Misuse, match="is not a time to come") as refused:
        future(text, now=NOW, tz=NEW_YORK)
    assert "tomorrow 14:00" in str(refused.value.hint)
