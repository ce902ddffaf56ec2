"""Office hours: schedules, the days that differ, and what cannot be said of either."""

from __future__ import annotations

import pytest

PLACE = "/office_hours_schedules"
BELOW = f"{PLACE}/1/office_hours_exceptions"
NINE_TO_FIVE = [{"start_minute": 540, "end_minute": 1020}]
GOOD = {"name": "Mine", "time_zone_name": "Europe/Paris", "time_intervals": NINE_TO_FIVE}
CLOSED = {"exception_date": "2027-05-01", "exception_type": "closed"}


def test_a_schedule_lives_and_takes_its_exceptions_with_it(world):
    made = world.ask("POST", PLACE, GOOD).json()
    assert made["time_intervals"][0]["day_of_week"] == 0
    below = f"{PLACE}/{made['id']}/office_hours_exceptions"
    day = world.ask("POST", below, CLOSED).json()
    world.clock.now += 60
    changed = world.put(f"{PLACE}/{made['id']}", {"name": "Yours"})
    assert (changed["name"], changed["time_zone_name"]) == ("Yours", "Europe/Paris")
    assert changed["updated_at"] == changed["created_at"] + 60
    assert world.delete(f"{PLACE}/{made['id']}")["deleted"] is True
    assert world.refusal("GET", f"{below}/{day['id']}")[0] == 404
    assert made["id"] not in {one["id"] for one in world.get(PLACE)["data"]}


def test_a_week_without_a_gap_is_around_the_clock(world):
    shown = {one["name"]: one["twenty_four_seven"] for one in world.get(PLACE)["data"]}
    assert shown == {"Support": False, "Support in Europe": False, "Emergencies": True}
    halves = [(0, 5_040), (5_040, 10_080)]
    spans = [{"start_minute": start, "end_minute": end} for start, end in halves]
    assert world.ask("POST", PLACE, {**GOOD, "time_intervals": spans}).json()["twenty_four_seven"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "Support"},
        {"time_zone_name": "Middle/Earth"},
        {"time_zone_name": "../etc/passwd"},
        {"time_intervals": []},
        {"time_intervals": [{"start_minute": 540}]},
        {"time_intervals": [{"start_minute": 541, "end_minute": 1020}]},
        {"time_intervals": [{"start_minute": 0, "end_minute": 10_095}]},
        {"time_intervals": [{"start_minute": 600, "end_minute": 540}]},
        {"time_intervals": [*NINE_TO_FIVE, {"start_minute": 600, "end_minute": 660}]},
    ],
)
def test_a_schedule_that_makes_no_sense_is_refused(world, wrong):
    assert world.refusal("POST", PLACE, {**GOOD, **wrong})[:2] == (422, "data_invalid")
    assert world.refusal("PUT", f"{PLACE}/2", wrong)[:2] == (422, "data_invalid")


def test_every_member_of_a_schedule_is_needed(world):
    for name in GOOD:
        rest = {other: value for other, value in GOOD.items() if other != name}
        assert world.refusal("POST", PLACE, rest)[0] == 422


def test_an_exception_is_closed_or_has_hours_and_never_both(world):
    hours = [{"start_minute": 540, "end_minute": 780}]
    made = world.ask("POST", BELOW, CLOSED).json()
    assert made["time_intervals"] is None
    place = f"{BELOW}/{made['id']}"
    custom = {"exception_type": "custom_hours"}
    assert world.refusal("PUT", place, custom)[0] == 422
    opened = world.put(place, {**custom, "time_intervals": hours})
    assert opened["time_intervals"] == [{**hours[0], "day_of_week": 5}]
    assert world.put(place, {"exception_type": "closed"})["time_intervals"] is None
    both = {**CLOSED, "exception_date": "2027-05-02", "time_intervals": hours}
    assert world.refusal("POST", BELOW, both)[0] == 422


def test_a_day_has_one_exception_in_each_schedule(world):
    world.ask("POST", BELOW, CLOSED)
    told = (422, "data_invalid", "Invalid or duplicated record reference")
    assert world.refusal("POST", BELOW, CLOSED) == told
    assert world.ask("POST", BELOW.replace("/1/", "/2/"), CLOSED).status == 201


@pytest.mark.parametrize(
    "wrong",
    [
        {"exception_date": "2027-02-30"},
        {"exception_date": "20270501"},
        {"exception_type": "open"},
        {"recurring_annually": 1},
        {"exception_type": "custom_hours", "time_intervals": [{"start_minute": 0}]},
        {
            "exception_type": "custom_hours",
            "time_intervals": [{"start_minute": 0, "end_minute": 1_455}],
        },
    ],
)
def test_an_exception_that_makes_no_sense_is_refused(world, wrong):
    assert world.refusal("POST", BELOW, {**CLOSED, **wrong})[:2] == (422, "data_invalid")


def test_an_exception_belongs_to_its_schedule(world):
    assert world.refusal("GET", f"{PLACE}/2/office_hours_exceptions/1")[0] == 404


def test_what_is_done_to_exceptions_is_in_the_log(world):
    now = int(world.clock.now)
    made = world.ask("POST", BELOW, CLOSED).json()["id"]
    world.put(f"{BELOW}/{made}", {"name": "May Day"})
    world.delete(f"{BELOW}/{made}")
    entries = world.get(f"/admins/activity_logs?created_at_after={now}")["activity_logs"]
    assert [one["activity_type"] for one in entries] == ["office_hours_change"] * 3
