"""Office hours in words, and the days on which they are other than usual."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

from intercom_cli.resources._hours import day_of, in_words, week_of

EXCEPTIONS = "office-hours-exceptions"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["Mon-Fri 9:00-17:30"], "Mon-Fri 9:00-17:30"),
        (["mon - fri: 9 - 12, 13-17; Saturday 10am-2pm"],
         "Mon-Fri 9:00-12:00, 13:00-17:00; Sat 10:00-14:00"),
        (["Sat-Mon 8-9"], "Mon 8:00-9:00; Sat-Sun 8:00-9:00"),
        (["Tue, Thu 9.15-12"], "Tue 9:15-12:00; Thu 9:15-12:00"),
        (["weekdays 0-24", "weekend 12-18"], "Mon-Fri 0:00-24:00; Sat-Sun 12:00-18:00"),
        (["Fri 22-6"], "Fri 22:00-6:00"),
        (["Sun 22:00-6:00"], "Mon 0:00-6:00; Sun 22:00-24:00"),
        (["daily 12am-12pm"], "Mon-Sun 0:00-12:00"),
        (["24/7"], "24/7"),
    ],
)  # fmt: skip
def test_hours_are_read_and_said(typed: list[str], said: str) -> None:
    assert in_words(week_of(typed)) == said
    assert week_of([in_words(week_of(typed))]) == week_of(typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "is empty"),
        ("Mon", "names no hours"),
        ("9-17", "names no day"),
        ("Funday 9-17", "is no day"),
        ("Mon 9", "no time from when to when"),
        ("Mon 9-25", "no time from when to when"),
        ("Mon 13pm-14pm", "no time from when to when"),
        ("Mon 9-9", "no time from when to when"),
        ("Mon 9-5", "ends before it starts"),
        ("Mon 9:05-10", "quarter of an hour"),
        ("Mon 9-12; Mon 11-13", "overlap"),
        ("Mon 9-12;", "is empty"),
    ],
)
def test_hours_that_cannot_be_meant_are_refused(run: FrontDoor, typed: str, why: str) -> None:
    ran = run("office-hours", "update", "1", "--hours", typed, transport=Unreachable())
    assert ran.code == 2
    assert why in ran.error["message"]


def test_a_schedule_is_made_changed_and_deleted(run: FrontDoor) -> None:
    words = ["office-hours", "create", "--name", "Sales", "--time-zone", "Europe/Dublin"]
    made = run(*words, "--hours", "Mon-Tue 9-17", "--hours", "Sat 10-12").ok()
    assert made.bodies() == [
        {
            "name": "Sales",
            "time_zone_name": "Europe/Dublin",
            "time_intervals": [
                {"start_minute": 540, "end_minute": 1020},
                {"start_minute": 1980, "end_minute": 2460},
                {"start_minute": 7800, "end_minute": 7920},
            ],
        }
    ]
    table = run("office-hours", "list", "-o", "table").ok().out
    assert "Mon-Tue 9:00-17:00; Sat 10:00-12:00" in table
    changed = run("office-hours", "update", "sales", "--hours", "24/7").ok()
    assert changed.bodies()[-1] == {"time_intervals": [{"start_minute": 0, "end_minute": 10080}]}
    one = run("office-hours", "get", "Sales", "-o", "table").ok().out
    assert "24/7" in one
    assert run("office-hours", "get", "Sales").ok().json["time_intervals"][0]["day_of_week"] == 0
    gone = run("office-hours", "delete", "Sales", "-y").ok()
    assert gone.sent() == ["GET /office_hours_schedules", "DELETE /office_hours_schedules/4"]
    assert gone.err == "Deleted office hours schedule 4 in sandbox.\n"


def test_deleting_a_schedule_asks_with_its_name(run: FrontDoor) -> None:
    ran = run("office-hours", "delete", "1")
    assert ran.code == 3
    assert ran.requests == []
    asked = run("office-hours", "delete", "1", stdin="n\n", terminal=True)
    assert "Delete office hours schedule Support (1) with its exceptions" in asked.err
    assert asked.sent() == ["GET /office_hours_schedules/1"]


def test_a_new_schedule_needs_its_hours(run: FrontDoor) -> None:
    ran = run("office-hours", "create", "--name", "X", transport=Unreachable())
    assert ran.code == 2
    assert "--time-zone, --hours" in ran.error["message"]


def test_an_exception_is_made_changed_and_deleted(run: FrontDoor) -> None:
    words = [EXCEPTIONS, "create", "--schedule", "Support", "--date", "2027-01-01"]
    made = run(*words, "--name", "New Year", "--yearly").ok()
    assert made.bodies()[-1] == {
        "exception_date": "2027-01-01",
        "name": "New Year",
        "recurring_annually": True,
        "exception_type": "closed",
    }
    number = made.json["id"]
    here = ["--schedule", "1"]
    changed = run(EXCEPTIONS, "update", number, *here, "--hours", "9-12, 13-14").ok()
    assert changed.bodies() == [
        {
            "exception_type": "custom_hours",
            "time_intervals": [
                {"start_minute": 540, "end_minute": 720},
                {"start_minute": 780, "end_minute": 840},
            ],
        }
    ]
    table = run(EXCEPTIONS, "list", *here, "-o", "table").ok().out
    assert "9:00-12:00, 13:00-14:00" in table
    assert "closed" in table
    assert run(EXCEPTIONS, "update", number, *here, "--closed").ok().bodies() == [
        {"exception_type": "closed"}
    ]
    gone = run(EXCEPTIONS, "delete", number, *here, "-y").ok()
    assert gone.sent() == [f"DELETE /office_hours_schedules/1/office_hours_exceptions/{number}"]


def test_changing_the_name_of_an_exception_does_not_close_its_day(run: FrontDoor) -> None:
    ran = run(EXCEPTIONS, "update", "2", "--schedule", "1", "--name", "Eve").ok()
    assert ran.bodies() == [{"name": "Eve"}]
    assert ran.json["exception_type"] == "custom_hours"


def test_deleting_an_exception_asks_with_its_name_and_day(run: FrontDoor) -> None:
    words = [EXCEPTIONS, "delete", "1", "--schedule", "Support"]
    asked = run(*words, stdin="n\n", terminal=True)
    assert "Christmas Day 20" in asked.err
    assert all(one.startswith("GET") for one in asked.sent())
    assert run(*words).code == 3


@pytest.mark.parametrize(
    "words",
    [
        ["--date", "Christmas"],
        ["--date", "2027-01-01", "--hours", "9-12", "--closed"],
        ["--date", "2027-01-01", "--hours", "22-6"],
        ["--date", "2027-01-01", "--no-closed"],
        ["--name", "No day"],
    ],
)
def test_an_exception_that_makes_no_sense_is_refused(run: FrontDoor, words: list[str]) -> None:
    ran = run(EXCEPTIONS, "create", "--schedule", "1", *words, transport=Unreachable())
    assert ran.code == 2, ran.err


def test_hours_of_a_day_are_read_without_a_day() -> None:
    assert day_of(["9-12, 13:30-14"]) == day_of(["13:30-14:00", "9:00-12:00"])


def test_several_schedules_are_shown_with_their_hours_in_words(run: FrontDoor) -> None:
    ran = run("office-hours", "get", "Support", "Emergencies", "-o", "table").ok()
    assert "Mon" in ran.out
    assert "24/7" in ran.out
    machine = run("office-hours", "get", "Support", "Emergencies", "-o", "ndjson").ok()
    assert all(isinstance(row["time_intervals"], list) for row in machine.rows)


def test_new_hours_are_shown_in_words_at_once(run: FrontDoor) -> None:
    words = ["office-hours", "update", "Support", "--hours", "Mon-Thu 9-17; Fri 9-12"]
    shown = run(*words, "-o", "table").ok().out.splitlines()
    assert shown[0].split() == ["Id", "Name", "Time", "zone", "Hours"]
    assert shown[-1].endswith("Mon-Thu 9:00-17:00; Fri 9:00-12:00")
    assert run(*words).ok().json["time_intervals"][0]["start_minute"] == 540


@pytest.mark.parametrize(
    ("typed", "said"), [(["--hours", "9-12"], "9:00-12:00"), (["--closed"], "closed")]
)
def test_the_new_hours_of_a_day_are_shown_in_words_at_once(
    run: FrontDoor, typed: list[str], said: str
) -> None:
    words = [EXCEPTIONS, "update", "2", "--schedule", "Support", *typed, "-o", "table"]
    head, row = run(*words).ok().out.splitlines()
    assert head.split() == ["Id", "Day", "Name", "Hours", "Every", "year"]
    assert said in row.split()
