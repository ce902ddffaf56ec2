"""Where the external pages come from that Fin reads."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Argument, Column, Field, Paging, Resource, Verb
from intercom_cli.resources._named import CONTENT_PAGE, SOURCES, audience_id, source_id
from intercom_cli.session import Session
from intercom_cli.values import spelled
from intercom_cli.verbs import action
from intercom_cli.writing import show_written, written

PLACE = "/ai/content_import_sources/{source_id}"
READING, CHANGING = f"GET {PLACE}", f"PUT {PLACE}"
# Answers call it otherwise than requests do.
SENT = {"automatic": "automated"}
MANY = (Argument("source_id", "Ids or addresses.", "SOURCE", source_id),)
ONE = (Argument("source_id", "An id or an address.", "SOURCE", source_id),)
AUDIENCE = Field(
    "audience", "An audience: id or name.", "integers", place="audience_ids", find=audience_id
)
KEPT = {"sync_behavior", "url"}  # Intercom wants them with every change
Status = Literal["active", "deactivated"]
Behaviour = Literal["api", "automated", "manual"]

resource = Resource(
    name="content-sources",
    one="content source",
    columns=(
        Column("Id", "id", "id"),
        Column("Address", "url"),
        Column("Kept up to date", "sync_behavior"),
        Column("Status", "status"),
        Column("Synced", "last_synced_at", "time"),
    ),
    verbs=(
        Verb("list", SOURCES.operation, "intercom content-sources list"),
        Verb("get", READING, "intercom content-sources get 1", arguments=MANY),
        Verb(
            "create",
            "POST /ai/content_import_sources",
            "intercom content-sources create --url https://docs.acme.test",
            fields=(
                Field("url", "Where its pages begin.", required=True),
                Field("status", "Whether Fin may use it.", choices=("active", "deactivated")),
                AUDIENCE,
            ),
            fixed=(("sync_behavior", "api"),),
            did="Created content source",
        ),
        Verb(
            "delete",
            f"DELETE {PLACE}",
            "intercom content-sources delete 3",
            arguments=ONE,
            asks="Delete content source {} from {where}, with all its pages?",
        ),
    ),
    paging=Paging("next_url", "data", CONTENT_PAGE),
    words=spelled(
        {"sync_behavior": ("api", "automatic", "manual"), "status": ("active", "deactivated")}
    ),
    filters=(
        ("id", "id"),
        ("url", "string"),
        ("sync_behavior", "string"),
        ("status", "string"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
        ("last_synced_at", "moment"),
    ),
)


@action(resource, uses=(CHANGING, READING, source_id, audience_id))
def update(
    session: Session,
    source: Annotated[str, typer.Argument(help="An id or an address.", metavar="SOURCE")],
    url: Annotated[
        str | None,
        typer.Option("--url", help="Where its pages begin.", metavar="URL", show_default=False),
    ] = None,
    status: Annotated[
        Status | None, typer.Option("--status", help="Whether Fin may use it.", show_default=False)
    ] = None,
    sync_behavior: Annotated[
        Behaviour | None,
        typer.Option("--sync-behavior", help="How it is kept up to date.", show_default=False),
    ] = None,
    audience: Annotated[
        list[str] | None,
        typer.Option("--audience", help=AUDIENCE.help, metavar="AUDIENCE", show_default=False),
    ] = None,
    apply_audience_to_existing_content: Annotated[
        bool,
        typer.Option("--to-its-pages", help="Give its pages that audience.", show_default=False),
    ] = False,
) -> None:
    """Change a content source; what is not given stays.

    Examples:
      intercom content-sources update 3 --status active
    """
    given: dict[str, Any] = {
        "sync_behavior": sync_behavior,
        "url": url,
        "status": status,
        "audience_ids": written(session, AUDIENCE, audience) if audience else None,
    }
    body = {name: value for name, value in given.items() if value is not None}
    if not body:
        raise Misuse("Nothing was given; use --url, --status, --sync-behavior or --audience.")
    if apply_audience_to_existing_content:
        body["apply_audience_to_existing_content"] = True
    found = source_id(session, source)
    if not body.keys() >= KEPT:
        body = {**kept(session, found), **body}
    answer = session.write(call(CHANGING, source_id=found).with_json(body))
    show_written(session, answer, resource.columns, "Changed content source")


def kept(session: Session, source: str) -> dict[str, Any]:
    """What must stand in every change, as it is."""
    request = call(READING, source_id=source)
    if session.choices.dry_run:
        url = session.rehearsal.look_up(request, "URL", "its address")
        behavior = session.rehearsal.stand_in("SYNC_BEHAVIOR", "how it is kept up to date")
        return {"sync_behavior": behavior, "url": url}
    record = session.send(request).json()
    behaviour = foreign.required_text(record, "sync_behavior")
    url = foreign.required_text(record, "url")
    return {"sync_behavior": SENT.get(behaviour, behaviour), "url": url}
