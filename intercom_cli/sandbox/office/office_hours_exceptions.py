"""Exceptions from office hours: days on which a schedule is closed, or open at other times."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from intercom_cli.sandbox import document_lists, documents, fields, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.office.office_hours import (
    DAY,
    NO_OBJECT,
    TWIN,
    found,
    intervals,
    note,
    unfit,
)
from intercom_cli.sandbox.office.office_hours import EXCEPTION as KIND
from intercom_cli.sandbox.refusals import not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.values import Unfit
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

LIST = "office_hours_exception.list"
CLOSED, CUSTOM = "closed", "custom_hours"
BELOW = "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions"

BLANK: dict[str, Any] = {"name": None, "time_intervals": None, "recurring_annually": False}


def seed(store: Store, today: int) -> None:
    """Add three exceptions to the first schedule, and one to the second."""
    year = datetime.fromtimestamp(today, UTC).year
    made = {"created_at": today - 90 * 86_400, "updated_at": today - 90 * 86_400}
    morning = [{"start_minute": 540, "end_minute": 780}]
    for schedule, day, name, hours in (
        ("1", f"{year}-12-25", "Christmas Day", None),
        ("1", f"{year}-12-24", "Christmas Eve", morning),
        ("1", f"{year}-07-04", "Independence Day", None),
        ("2", f"{year}-03-17", "Saint Patrick's Day", None),
    ):
        record = {
            "office_hours_schedule_id": schedule,
            "exception_date": day,
            "exception_type": CLOSED if hours is None else CUSTOM,
            "name": name,
            "time_intervals": hours,
            "recurring_annually": True,
        }
        documents.add(store, KIND, {**record, **made}, parent=schedule)


def day(value: Any) -> str:
    """A day of the calendar, as YYYY-MM-DD."""
    text = values.text(value)
    try:
        fits = date.fromisoformat(text).isoformat() == text
    except ValueError:
        fits = False
    if not fits:
        raise Unfit("must be a date as YYYY-MM-DD")
    return text


def hours(value: Any) -> Any:
    """Spans of minutes, or null."""
    return None if value is None else intervals(DAY)(value)


CHECKS: dict[str, values.Check] = {
    "exception_date": day,
    "exception_type": fields.choice((CLOSED, CUSTOM)),
    "name": values.optional_text,
    "time_intervals": hours,
    "recurring_annually": fields.boolean,
}


def list_exceptions(visit: Visit) -> Answer:
    """List all exceptions of a schedule in one answer."""
    schedule = found(visit, visit.ids["office_hours_schedule_id"])
    return document_lists.whole(visit, Query(KIND, schedule["id"]), shape, type=LIST)


def create(visit: Visit) -> Answer:
    """Add an exception to a schedule."""
    schedule = found(visit, visit.ids["office_hours_schedule_id"])
    sent = visit.body()
    for name in ("exception_date", "exception_type"):
        if name not in sent:
            raise unfit(f"{name} is required")
    given = fields.checked(sent, CHECKS, code="data_invalid")
    fitting(given)
    unique(visit, schedule["id"], given["exception_date"])
    times = {"created_at": visit.now, "updated_at": visit.now}
    record = {"office_hours_schedule_id": schedule["id"], **BLANK, **given, **times}
    note(visit, schedule)
    made = documents.add(visit.store, KIND, record, parent=schedule["id"])
    return reply(shape(made), status=201)


def retrieve(visit: Visit) -> Answer:
    """Show one exception."""
    return reply(shape(exception(visit)))


def update(visit: Visit) -> Answer:
    """Change what is named of an exception; closing the day takes its hours away."""
    before = exception(visit)
    given = fields.checked(visit.body(), CHECKS, code="data_invalid")
    if given.get("exception_type") == CLOSED:
        given.setdefault("time_intervals", None)
    after = {**before, **given, "updated_at": visit.now}
    fitting(after)
    if after["exception_date"] != before["exception_date"]:
        unique(visit, before["office_hours_schedule_id"], after["exception_date"])
    note(visit, found(visit, before["office_hours_schedule_id"]))
    return reply(shape(documents.save(visit.store, KIND, after)))


def delete(visit: Visit) -> Answer:
    """Delete one exception."""
    record = exception(visit)
    documents.remove(visit.store, KIND, record["id"])
    note(visit, found(visit, record["office_hours_schedule_id"]))
    return reply({"id": record["id"], "object": KIND, "deleted": True})


def exception(visit: Visit) -> Record:
    """The exception a path names, which must be one of the schedule's."""
    schedule = found(visit, visit.ids["office_hours_schedule_id"])
    record = documents.found(visit, KIND, visit.ids["id"], NO_OBJECT)
    if record["office_hours_schedule_id"] != schedule["id"]:
        raise not_found(NO_OBJECT)
    return record


def fitting(record: Record) -> None:
    """Refuse a closed day with hours, and other hours that are not told."""
    closed = record["exception_type"] == CLOSED
    if closed and record.get("time_intervals") is not None:
        raise unfit("time_intervals must be omitted for closed")
    if not closed and record.get("time_intervals") is None:
        raise unfit("time_intervals is required for custom_hours")


def unique(visit: Visit, schedule: str, wanted: str) -> None:
    """Refuse a second exception for a day."""
    sql = "json_extract(body, '$.exception_date') = ?"
    query = Query(KIND, schedule, sql=sql, values=(wanted,))
    if documents.count(visit.store, query):
        raise unfit(TWIN)


def shape(record: Record) -> dict[str, Any]:
    """An exception as JSON; the day of its hours follows from its date."""
    weekday = date.fromisoformat(record["exception_date"]).weekday()
    spans = record["time_intervals"]
    shown = spans and [{**span, "day_of_week": weekday} for span in spans]
    return {"type": KIND, **record, "time_intervals": shown}


routes = (
    Route("GET", BELOW, list_exceptions, V2_16, reads=True),
    Route("POST", BELOW, create, V2_16),
    Route("GET", f"{BELOW}/{{id}}", retrieve, V2_16, reads=True),
    Route("PUT", f"{BELOW}/{{id}}", update, V2_16),
    Route("DELETE", f"{BELOW}/{{id}}", delete, V2_16),
)
