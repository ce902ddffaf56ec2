"""What teammates did: sign-ins, changes of settings, exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from intercom_cli import foreign
from intercom_cli.acting import admin_id
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.options import ASKS, READS
from intercom_cli.reading import show_list, show_walk, walk_of
from intercom_cli.resource import Column, Paging, Resource, Verb
from intercom_cli.resources._span import Since, Until, span
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, Where, action

LISTING, SEARCHING = "GET /admins/activity_logs", "POST /admins/activity_logs/search"
KINDS = "GET /admins/activity_log_event_types"
LARGEST = 250
LOG = Paging("next_url", "activity_logs", LARGEST)

resource = Resource(
    name="activity-logs",
    one="activity log",
    columns=(
        Column("Time", "created_at", "time"),
        Column("Who", "performed_by.email"),
        Column("What", "activity_description"),
    ),
    paging=LOG,
    filters=(
        ("id", "id"),
        ("performed_by.id", "id"),
        ("performed_by.email", "string"),
        ("performed_by.ip", "string"),
        ("activity_type", "string"),
        ("activity_description", "string"),
        ("created_at", "moment"),
    ),
)
SHEETS = frozenset({"table", "csv", "tsv"})
KIND = (Column("Type", "event_type"),)
LIST = Verb("list", LISTING, paging=LOG)


@action(resource, *ASKS, uses=(LISTING,))
def list_(
    session: Session,
    since: Since = "7d",
    until: Until = None,
    where: Where = None,
    limit: Limit = None,
    all_: All = False,
) -> None:
    """List what teammates did, the latest first.

    Examples:
      intercom activity-logs list --since 30d
      intercom activity-logs list --where 'activity_description ~ seats'
    """
    after, before = span(session, since, until)
    request = call(LISTING).with_query(created_at_after=after, created_at_before=before)
    show_list(session, resource, LIST, request, where=where, limit=limit, everything=all_)


@action(resource, *READS, uses=(SEARCHING, "GET /admins"))
def search(
    session: Session,
    event: Annotated[
        list[str] | None,
        typer.Option(
            "--event",
            help="Only of this type; see event-types.",
            metavar="TYPE",
            show_default=False,
        ),
    ] = None,
    admin: Annotated[
        str | None,
        typer.Option(
            "--admin",
            help="Only by this teammate: id, e-mail or name.",
            metavar="ADMIN",
            show_default=False,
        ),
    ] = None,
    since: Since = "7d",
    until: Until = None,
    limit: Limit = None,
    all_: All = False,
) -> None:
    """Search what teammates did by type or teammate, the latest first.

    Examples:
      intercom activity-logs search --event admin_login_failure --since 30d
      intercom activity-logs search --admin carlos@harborlights.test
    """
    if "" in (event or ()) or admin == "":
        raise Misuse("--event and --admin cannot be empty.", hint="leave out what is not asked for")
    after, before = span(session, since, until)
    body = {"created_at_after": after, "created_at_before": before, "event_types": event}
    given = {name: value for name, value in body.items() if value is not None}
    request = call(SEARCHING)._replace(repeatable=True).with_json(given)
    who = admin_id(session, admin) if admin else ""
    show_walk(
        session,
        walk_of(session, request, Paging("own_page", "activity_logs", LARGEST)),
        resource.columns,
        limit=limit,
        everything=all_,
        keep=(lambda rows: by_admin(rows, who)) if who else None,
        noun="activity logs",
    )


def by_admin(rows: Iterable[bytes], admin: str) -> Iterator[bytes]:
    """The entries of one admin, which Intercom cannot be asked for."""
    import msgspec

    for row in rows:
        if foreign.id_at(msgspec.json.decode(row), "performed_by", "id") == admin:
            yield row


@action(resource, *READS, uses=(KINDS,))
def event_types(session: Session, limit: Limit = None) -> None:
    """List the types of events a log can hold.

    Examples:
      intercom activity-logs event-types
    """
    request = call(KINDS)
    walk = walk_of(session, request, Paging("none", "event_types"))
    keep = rows_of if session.printer.format in SHEETS else None
    show_walk(
        session, walk, KIND, limit=limit, everything=limit is None, keep=keep, noun="event types"
    )


def rows_of(types: Iterable[bytes]) -> Iterator[bytes]:
    """Bare words as records, for formats that have columns."""
    return (b'{"event_type":' + one + b"}" for one in types)
