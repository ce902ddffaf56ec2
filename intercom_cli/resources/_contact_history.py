"""What became of contacts: merges before and to come, and the feed of what happens to them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from intercom_cli.api.request import call
from intercom_cli.options import READS
from intercom_cli.reading import show_walk, walk_of
from intercom_cli.resource import Column, Paging, Resource
from intercom_cli.resources._arguments import Contact
from intercom_cli.resources._lookup import contact_id
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, action

HISTORY = "GET /contacts/{id}/merge_history"
PREVIEWING = "POST /contacts/merge/preview"
ACTIVITIES = "GET /contacts/activities"
MERGED = (
    Column("Merged", "merged_at", "time"),
    Column("Contact", "source_contact_id", "id"),
    Column("Role", "source_contact_role"),
)
ACTIVITY = (
    Column("Time", "created_at", "time"),
    Column("Event", "event_type"),
    Column("Contact", "contact_id", "id"),
    Column("Role", "role"),
    Column("External id", "external_id", "id"),
)


def merge_history(
    session: Session,
    contact: Contact,
    order: Annotated[
        Literal["asc", "desc"] | None,
        typer.Option("--order", help="By time; desc.", show_default=False),
    ] = None,
    limit: Limit = None,
    all_: All = False,
) -> None:
    """List the contacts that were merged into a user.

    Examples:
      intercom contacts merge-history jane@acme.test
    """
    request = call(HISTORY, id=contact_id(session, contact)).with_query(order=order)
    walk = walk_of(session, request, Paging("has_more", "data", 150))
    show_walk(session, walk, MERGED, limit=limit, everything=all_, noun="merges")


def merge_preview(
    session: Session,
    lead: Annotated[str, typer.Argument(help="The lead that would go away.", metavar="LEAD")],
    into: Annotated[str, typer.Option("--into", help="The user that would stay.", metavar="USER")],
    skip_duplicate_validation: Annotated[
        bool,
        typer.Option(
            "--skip-duplicate-validation",
            help="Even where they have nothing in common.",
            show_default=False,
        ),
    ] = False,
) -> None:
    """Show what a merge would change, without merging (Preview).

    Examples:
      intercom contacts merge-preview external:7 --into external:42 --api-version Preview
    """
    body: dict[str, Any] = {"from": contact_id(session, lead), "into": contact_id(session, into)}
    if skip_duplicate_validation:
        body["skip_duplicate_validation"] = True
    request = call(PREVIEWING)._replace(repeatable=True).with_json(body)
    session.printer.record(session.send(request).body, ())


def activities(session: Session, limit: Limit = None, all_: All = False) -> None:
    """List what happened to contacts, the earliest first (Preview).

    Examples:
      intercom contacts activities --api-version Preview
    """
    walk = walk_of(session, call(ACTIVITIES), Paging("cursor", "data", 150))
    show_walk(session, walk, ACTIVITY, limit=limit, everything=all_, noun="activities")


def add_to(resource: Resource) -> None:
    """Make these commands of contacts."""
    action(resource, *READS, uses=(HISTORY, contact_id))(merge_history)
    action(resource, *READS, uses=(PREVIEWING, contact_id))(merge_preview)
    action(resource, *READS, uses=(ACTIVITIES,))(activities)
