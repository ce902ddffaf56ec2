"""Days on which office hours are other than usual."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.reading import record_of
from intercom_cli.resource import Argument, Column, Field, Resource, Verb, stands_for
from intercom_cli.resources._hours import day_of, in_words
from intercom_cli.resources._named import schedule_id
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

LISTING = "GET /office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions"
CREATING = LISTING.replace("GET", "POST")
ONE = f"{LISTING}/{{id}}"
UPDATING, DELETING = ONE.replace("GET", "PUT"), ONE.replace("GET", "DELETE")
KIND = "exception_type"


@stands_for("DAY")
def put_day(session: Session, body: dict[str, Any], text: str) -> None:
    """Put a day into a body. Raises Misuse for what is none."""
    from intercom_cli.narrowing import day_to_come

    body["exception_date"] = day_to_come(session, text)


def put_closed(_: Session, body: dict[str, Any], closed: bool) -> None:
    """Say in a body that nobody answers all day. Raises Misuse beside hours, and for a no."""
    if not closed or body.get("time_intervals"):
        raise Misuse("A day is closed or has hours.", hint="give --closed, or --hours '9:00-13:00'")
    body[KIND] = "closed"


def put_hours(_: Session, body: dict[str, Any], texts: list[str]) -> None:
    """Put the hours of that one day into a body."""
    body[KIND] = "custom_hours"
    body["time_intervals"] = day_of(texts)


def words(record: dict[str, Any]) -> dict[str, Any]:
    """The hours of an exception as people say them."""
    hours = in_words(record.get("time_intervals"), whole_week=False)
    return {"time_intervals": hours or foreign.text(record, KIND)}


resource = Resource(
    name="office-hours-exceptions",
    one="office hours exception",
    columns=(
        Column("Id", "id", "id"),
        Column("Day", "exception_date"),
        Column("Name", "name"),
        Column("Hours", "time_intervals"),
        Column("Every year", "recurring_annually", "flag"),
    ),
    verbs=(
        Verb(
            "list",
            LISTING,
            "intercom office-hours-exceptions list Support",
            "List the days on which a schedule has other hours.",
            tell=lambda _: words,
        ),
        Verb(
            "get",
            ONE,
            "intercom office-hours-exceptions get 1 --schedule Support",
            tell=lambda _: words,
        ),
        Verb(
            "create",
            CREATING,
            "intercom office-hours-exceptions create --schedule Support --date 2027-01-01"
            " --name 'New Year'",
            tell=lambda _: words,
        ),
        Verb(
            "update",
            UPDATING,
            "intercom office-hours-exceptions update 2 --schedule Support --hours 9:00-12:00",
            tell=lambda _: words,
        ),
    ),
    fields=(
        Field(
            "date",
            "Which day: 2026-12-24, tomorrow, monday.",
            required=True,
            place="exception_date",
            into=put_day,
        ),
        Field("name", "What to call it."),
        Field(
            "hours",
            "Open then, as 9:00-13:00; once or more.",
            "strings",
            place="time_intervals",
            into=put_hours,
        ),
        Field(
            "closed",
            "Nobody answers all day; so it is without --hours.",
            "boolean",
            update=False,
            place=KIND,
            into=put_closed,
            usual=lambda _: "closed",
        ),
        Field(
            "closed",
            "Nobody answers all day.",
            "boolean",
            create=False,
            place=KIND,
            into=put_closed,
        ),
        Field(
            "yearly",
            "Whether it is the same day every year.",
            "boolean",
            place="recurring_annually",
        ),
    ),
    parents=(
        Argument(
            "office_hours_schedule_id",
            "The schedule: id or name.",
            "SCHEDULE",
            schedule_id,
            "--schedule",
        ),
    ),
    examples=(("delete", "intercom office-hours-exceptions delete 1 --schedule Support"),),
)
Schedule = Annotated[
    str, typer.Option("--schedule", help="The schedule: id or name.", metavar="SCHEDULE")
]
Exception_ = Annotated[str, typer.Argument(help="The office hours exception.", metavar="ID")]


@action(resource, uses=(DELETING, ONE, schedule_id))
def delete(session: Session, exception: Exception_, schedule: Schedule) -> None:
    """Delete an office hours exception; its day is as usual again."""

    def look(session: Session, text: str) -> dict[str, Any]:
        chosen = schedule_id(session, schedule)
        found = record_of(session, call(ONE, office_hours_schedule_id=chosen, id=text), text)
        return {**found, "name": f"{found.get('name') or ''} {found.get('exception_date')}"}

    question = f"Delete office hours exception {{}} from {session.source.name}?"
    agreed(session, question, (exception,), look_up=look)
    chosen = schedule_id(session, schedule)
    answer = session.write(call(DELETING, office_hours_schedule_id=chosen, id=exception))
    show_written(session, answer, (), "Deleted office hours exception")
