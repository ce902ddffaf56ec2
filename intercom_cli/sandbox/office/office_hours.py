"""Office hours: the weekly schedules in which somebody answers."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from intercom_cli.sandbox import document_lists, documents, fields, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.office import activity
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.values import Unfit
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import TIMEZONE

KIND = "office_hours_schedule"
EXCEPTION = "office_hours_exception"
LIST = "office_hours_schedule.list"
NO_OBJECT = "Object not found"
TWIN = "Invalid or duplicated record reference"
DAY = 1_440
WEEK = 7 * DAY
STEP = 15

Interval = dict[str, int]


def seed(store: Store, today: int) -> None:
    """Add three schedules: five days a week, the early shift, and around the clock."""
    made = today - 300 * 86_400
    weekdays = [(day * DAY + 540, day * DAY + 1_020) for day in range(5)]
    early = [(day * DAY + 360, day * DAY + 720) for day in range(6)]
    for name, zone, spans in (
        ("Support", TIMEZONE, weekdays),
        ("Support in Europe", "Europe/Dublin", early),
        ("Emergencies", "UTC", [(0, WEEK)]),
    ):
        hours = [{"start_minute": start, "end_minute": end} for start, end in spans]
        given = {"name": name, "time_zone_name": zone, "time_intervals": hours}
        documents.add(store, KIND, {**given, "created_at": made, "updated_at": made})


def time_zone(value: Any) -> str:
    """The IANA name of a timezone."""
    name = values.text(value)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Unfit("is not the name of a time zone") from error
    return name


def minutes(most: int, name: str) -> values.Check:
    """A minute from 0 up to ``most``, on a quarter of an hour."""

    def test(value: Any) -> int:
        number = values.integer(value)
        if not 0 <= number <= most or number % STEP:
            raise Unfit(f"must be a multiple of {STEP} between 0 and {most} in {name}")
        return number

    return test


def intervals(most: int) -> values.Check:
    """Spans of minutes in order: at least one, each with a length, none over another."""
    names = ("start_minute", "end_minute")
    each = fields.many(fields.record({name: minutes(most, name) for name in names}, required=names))

    def test(value: Any) -> list[Interval]:
        spans = sorted(each(value), key=lambda span: (span["start_minute"], span["end_minute"]))
        if not spans or any(span["start_minute"] >= span["end_minute"] for span in spans):
            raise Unfit("must hold intervals that end after they start")
        if any(one["end_minute"] > other["start_minute"] for one, other in pairwise(spans)):
            raise Unfit("must not overlap")
        return spans

    return test


CHECKS: dict[str, values.Check] = {
    "name": values.text,
    "time_zone_name": time_zone,
    "time_intervals": intervals(WEEK),
}


def list_schedules(visit: Visit) -> Answer:
    """List all schedules in one answer."""
    return document_lists.whole(visit, Query(KIND), shape, type=LIST)


def create(visit: Visit) -> Answer:
    """Make a schedule; all three members are needed."""
    given = wanted(visit.body(), required=tuple(CHECKS))
    unique(visit, given["name"])
    times = {"created_at": visit.now, "updated_at": visit.now}
    record = documents.add(visit.store, KIND, {**given, **times})
    note(visit, record)
    return reply(shape(record), status=201)


def retrieve(visit: Visit) -> Answer:
    """Show one schedule."""
    return reply(shape(found(visit, visit.ids["id"])))


def update(visit: Visit) -> Answer:
    """Change what is named of a schedule; its hours are replaced as a whole."""
    record = found(visit, visit.ids["id"])
    given = wanted(visit.body())
    if given.get("name", record["name"]) != record["name"]:
        unique(visit, given["name"])
    changed = {**record, **given, "updated_at": visit.now}
    note(visit, changed)
    return reply(shape(documents.save(visit.store, KIND, changed)))


def delete(visit: Visit) -> Answer:
    """Delete a schedule with its exceptions."""
    record = found(visit, visit.ids["id"])
    for exception in documents.every(visit.store, Query(EXCEPTION, record["id"])):
        documents.remove(visit.store, EXCEPTION, exception["id"])
    documents.remove(visit.store, KIND, record["id"])
    note(visit, record)
    return reply({"id": record["id"], "object": KIND, "deleted": True})


def found(visit: Visit, identifier: str) -> Record:
    """The schedule with an id."""
    return documents.found(visit, KIND, identifier, NO_OBJECT)


def wanted(sent: dict[str, Any], *, required: tuple[str, ...] = ()) -> dict[str, Any]:
    """What a body says of a schedule, checked."""
    for name in required:
        if name not in sent:
            raise unfit(f"{name} is required")
    return fields.checked(sent, CHECKS, code="data_invalid")


def unique(visit: Visit, name: str) -> None:
    """Refuse a name another schedule has; the platform may be more patient."""
    if documents.count(
        visit.store, Query(KIND, sql="json_extract(body, '$.name') = ?", values=(name,))
    ):
        raise unfit(TWIN)


def unfit(message: str) -> Refusal:
    """Refuse a body: 422 ``data_invalid``."""
    return Refusal(422, Fault("data_invalid", message))


def note(visit: Visit, schedule: Record) -> None:
    """Write into the log that the hours were changed."""
    activity.note(visit, "office_hours_change", f"changed the office hours {schedule['name']}")


def shape(record: Record) -> dict[str, Any]:
    """A schedule as JSON; the day of each interval follows from its start."""
    hours = record["time_intervals"]
    return {
        "type": KIND,
        "id": record["id"],
        "name": record["name"],
        "time_zone_name": record["time_zone_name"],
        "time_intervals": [{**span, "day_of_week": span["start_minute"] // DAY} for span in hours],
        "twenty_four_seven": sum(span["end_minute"] - span["start_minute"] for span in hours)
        == WEEK,
        "created_at": record["created_at"],
        "updated_at": record["updated_at"],
    }


routes = (
    Route("GET", "/office_hours_schedules", list_schedules, V2_16, reads=True),
    Route("POST", "/office_hours_schedules", create, V2_16),
    Route("GET", "/office_hours_schedules/{id}", retrieve, V2_16, reads=True),
    Route("PUT", "/office_hours_schedules/{id}", update, V2_16),
    Route("DELETE", "/office_hours_schedules/{id}", delete, V2_16),
)
