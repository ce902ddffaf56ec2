"""Weekly schedules in which somebody answers."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import call
from intercom_cli.reading import record_of
from intercom_cli.resource import Column, Field, Resource, Verb
from intercom_cli.resources._hours import in_words, week_of
from intercom_cli.resources._named import SCHEDULES, schedule_id
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

LISTING, ONE = SCHEDULES.operation, "GET /office_hours_schedules/{id}"
DELETING = "DELETE /office_hours_schedules/{id}"


COLUMNS = (
    Column("Id", "id", "id"),
    Column("Name", "name"),
    Column("Time zone", "time_zone_name"),
    Column("Hours", "time_intervals"),
)


def put_hours(_: Session, body: dict[str, Any], texts: list[str]) -> None:
    """Put the hours of a week into a body."""
    body["time_intervals"] = week_of(texts)


def words(record: dict[str, Any]) -> dict[str, Any]:
    """The hours of a schedule as people say them."""
    return {"time_intervals": in_words(record.get("time_intervals"))}


resource = Resource(
    name="office-hours",
    one="office hours schedule",
    columns=COLUMNS,
    verbs=(
        Verb(
            "list",
            LISTING,
            "intercom office-hours list",
            "List office hours schedules.",
            tell=lambda _: words,
        ),
        Verb("get", ONE, "intercom office-hours get Support", tell=lambda _: words),
        Verb(
            "create",
            "POST /office_hours_schedules",
            "intercom office-hours create --name Sales --time-zone Europe/Dublin"
            " --hours 'Mon-Fri 9:00-17:30'",
            tell=lambda _: words,
        ),
        Verb(
            "update",
            "PUT /office_hours_schedules/{id}",
            "intercom office-hours update Support --hours 'Mon-Thu 9-17; Fri 9-12'",
            tell=lambda _: words,
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field(
            "time_zone",
            "The time zone of its hours, as Europe/Dublin.",
            required=True,
            place="time_zone_name",
        ),
        Field(
            "hours",
            "'Mon-Fri 9:00-17:30', or 24/7; all of them, once or more.",
            "strings",
            required=True,
            place="time_intervals",
            into=put_hours,
        ),
    ),
    examples=(("delete", "intercom office-hours delete Emergencies"),),
    find=schedule_id,
)
Schedule = Annotated[str, typer.Argument(help="An id or a name.", metavar="SCHEDULE")]


@action(resource, uses=(DELETING, ONE, schedule_id))
def delete(session: Session, schedule: Schedule) -> None:
    """Delete an office hours schedule with its exceptions."""
    question = f"Delete office hours schedule {{}} with its exceptions from {session.source.name}?"
    found = agreed(session, question, (schedule,), look_up=look)
    chosen = foreign.required_id(found[0], "id") if found else schedule_id(session, schedule)
    answer = session.write(call(DELETING, id=chosen))
    show_written(session, answer, (), "Deleted office hours schedule")


def look(session: Session, text: str) -> dict[str, Any]:
    """A schedule, read."""
    return record_of(session, call(ONE, id=schedule_id(session, text)), text)
