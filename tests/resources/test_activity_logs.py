"""The log of what teammates did."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

SEEDED = 59  # entries of the last thirty days; one is older


def test_the_whole_log_comes_over_several_pages(run: FrontDoor) -> None:
    rows = run("activity-logs", "list", "--since", "40d", "--all").ok().rows
    assert len(rows) >= SEEDED
    assert len({row["id"] for row in rows}) == len(rows)
    times = [row["created_at"] for row in rows]
    assert times == sorted(times, reverse=True)
    found = run("activity-logs", "search", "--since", "40d", "--all").ok().rows
    assert found == rows


def test_the_search_asks_for_times_and_types_beside_its_page(run: FrontDoor) -> None:
    words = "activity-logs search --since 1700000000 --until 4000000000"
    ran = run(*words.split(), "--event", "seat_change", "--event", "macro_creation", "--all").ok()
    assert ran.bodies() == [
        {
            "per_page": 250,
            "created_at_after": 1700000000,
            "created_at_before": 4000000000,
            "event_types": ["seat_change", "macro_creation"],
        }
    ]
    assert {row["activity_type"] for row in ran.rows} == {"seat_change", "macro_creation"}


def test_entries_of_one_teammate_are_picked_out_here(run: FrontDoor) -> None:
    words = ["activity-logs", "search", "--since", "40d", "--all", "--admin", "Carlos Duarte"]
    rows = run(*words).ok().rows
    every = run("activity-logs", "list", "--since", "40d", "--all").ok().rows
    wanted = [row for row in every if row["performed_by"]["email"].startswith("carlos@")]
    assert rows == wanted != []


def test_a_day_that_is_named_last_counts_to_its_end(run: FrontDoor) -> None:
    words = "activity-logs list --since 2026-01-01 --until 2026-01-01"
    [target] = run(*words.split()).ok().sent()
    # The sandbox's workspace lives in New York.
    assert "created_at_after=1767243600&created_at_before=1767329999" in target


def test_a_list_is_narrowed_by_where(run: FrontDoor) -> None:
    words = ["activity-logs", "list", "--since", "40d", "--where", "activity_type = seat_change"]
    rows = run(*words).ok().rows
    assert rows
    assert {row["activity_type"] for row in rows} == {"seat_change"}


def test_a_table_reads_like_a_log(run: FrontDoor) -> None:
    out = run("activity-logs", "list", "--since", "40d", "-o", "table").ok().out.splitlines()
    assert out[0].split() == ["Time", "Who", "What"]
    assert "@harborlights.test" in out[1]


@pytest.mark.parametrize(
    "words",
    [
        "list --since 2026-02-01 --until 2026-01-01",
        "list --since soon",
        "search --event=",
        "search --admin=",
    ],
)
def test_wrong_words_send_nothing(run: FrontDoor, words: str) -> None:
    ran = run("activity-logs", *words.split(), transport=Unreachable())
    assert ran.code == 2, ran.err


def test_types_of_events_are_listed(run: FrontDoor) -> None:
    kinds = run("activity-logs", "event-types").ok().rows
    assert len(kinds) > 50
    assert "admin_login_success" in kinds
    assert run("activity-logs", "event-types", "--limit", "2").ok().rows == kinds[:2]
    table = run("activity-logs", "event-types", "--limit", "1", "-o", "csv").ok().out
    assert table.split() == ["event_type", kinds[0]]
