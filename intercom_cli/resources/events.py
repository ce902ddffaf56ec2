"""What contacts did in your product: recorded, listed, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated

import typer

from intercom_cli import foreign, times
from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse
from intercom_cli.options import ASKS, READS
from intercom_cli.parameters import by_place
from intercom_cli.reading import about_of, narrowed_by, show_walk, walk_of
from intercom_cli.resource import Column, Paging, Resource
from intercom_cli.resources._event_tracking import TRACKING, track
from intercom_cli.resources._lookup import BY_ID, contact_id, contact_record, contact_request
from intercom_cli.resources._people import Person, person
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, Where, action
from intercom_cli.writing import show_written

if TYPE_CHECKING:
    from intercom_cli.filtering import Keep

LISTING, COUNTING = "GET /events", "POST /events/summaries"
LISTED = 90 * 86_400  # seconds that events are listed for (lisDataEvents)
OWN_ID = "EXTERNAL_ID"  # stands in a dry run for what only Intercom knows
SUMMARY = (
    Column("Event", "name"),
    Column("Count", "count"),
    Column("First", "first", "time"),
    Column("Last", "last", "time"),
)

resource = Resource(
    name="events",
    one="event",
    columns=(
        Column("When", "created_at", "time"),
        Column("Event", "event_name"),
        Column("Data", "metadata"),
    ),
    paging=Paging("next_url", "events", 150),
    filters=(("event_name", "string"), ("created_at", "moment")),
)


@action(resource, *ASKS, uses=(LISTING,))
@by_place("contact")
def list_(
    session: Session,
    contact: Person,
    since: Annotated[
        str | None,
        typer.Option("--since", help="From this time on.", metavar="TIME", show_default=False),
    ] = None,
    where: Where = None,
    limit: Limit = None,
    all_: All = False,
) -> None:
    """List what a contact did in the last 90 days, the latest first.

    Examples:
      intercom events list jane@acme.test --since 7d
    """
    request = of(contact)
    narrowed = narrowed_by(session, resource, request, where)
    show_walk(
        session,
        walk_of(session, request, resource.paging),
        resource.columns,
        limit=limit,
        everything=all_,
        keep=keeper(session, since, narrowed.keep if narrowed else None),
        noun="events",
        about=about_of(session, resource),
    )


def of(contact: str) -> Request:
    """The request for the events of a contact, who may be a lead."""
    return call(LISTING).with_query(type="user", **person(contact, id="intercom_user_id"))


def keeper(session: Session, since: str | None, keep: Keep | None) -> Keep | None:
    """What keeps the events from a time on, which come first, and of them those that match."""
    if since is None:
        return keep
    import time

    from intercom_cli.narrowing import seconds

    start = seconds(session, since)
    if start < time.time() - LISTED:
        session.printer.say("Intercom lists the events of the last 90 days only.")

    def kept(rows: Iterable[bytes]) -> Iterator[bytes]:
        recent = takewhile(lambda row: at(row) >= start, rows)
        return keep(recent) if keep else iter(recent)

    return kept


def at(row: bytes) -> int:
    """When an event happened."""
    import msgspec

    return times.seconds(foreign.at(msgspec.json.decode(row), "created_at")) or 0


@action(resource, *READS, uses=(LISTING,))
@by_place("contact")
def summary(session: Session, contact: Person, limit: Limit = None, all_: All = False) -> None:
    """Count what a contact did, by the name of the event.

    Examples:
      intercom events summary jane@acme.test
    """
    walk = walk_of(session, of(contact).with_query(summary="true"), Paging("none", "events"))
    show_walk(session, walk, SUMMARY, limit=limit, everything=all_, noun="events")


action(resource, uses=(TRACKING,))(track)


@action(resource, uses=(COUNTING, BY_ID, contact_id))
def set_summary(
    session: Session,
    name: Annotated[str, typer.Argument(help="The name of the event.", metavar="NAME")],
    contact: Person,
    count: Annotated[
        int, typer.Option("--count", help="How often it happened.", metavar="N", min=0)
    ],
    first: Annotated[str, typer.Option("--first", help="When first.", metavar="TIME")],
    last: Annotated[str, typer.Option("--last", help="When last.", metavar="TIME")] = "now",
) -> None:
    """Set how often something happened, whatever Intercom counted.

    Examples:
      intercom events set-summary signed-in --contact external:42 --count 120 --first 2024-01-31
    """
    if not name.strip():
        raise Misuse("The name of the event is empty.")
    from intercom_cli.narrowing import seconds

    began, ended = seconds(session, first), seconds(session, last)
    if began > ended:
        raise Misuse(f"--first {first} is later than --last {last}.")
    counted = {"event_name": name, "count": count, "first": began, "last": ended}
    body = {"user_id": own_id(session, contact), "event_summaries": counted}
    answer = session.write(call(COUNTING).with_json(body))
    show_written(session, answer, (), f"Set the count of {name} for", contact)


def own_id(session: Session, contact: str) -> str:
    """The id of one's own that a contact has. Raises Misuse for one who has none."""
    named = person(contact)
    if "user_id" in named:
        return named["user_id"]
    if session.choices.dry_run:
        return session.rehearsal.look_up(contact_request(contact), OWN_ID, f"contact {contact}")
    found = foreign.id_at(contact_record(session, contact), "external_id")
    if not found:
        raise Misuse(f"{contact} has no external id, which Intercom counts by.")
    return found
