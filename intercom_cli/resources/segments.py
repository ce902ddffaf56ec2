"""Groups of contacts or companies, made by rules."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.api.request import call
from intercom_cli.finding import finder
from intercom_cli.options import READS
from intercom_cli.reading import show_walk, walk_of
from intercom_cli.resource import Argument, Column, Resource, Verb
from intercom_cli.resources._columns import SEGMENT
from intercom_cli.resources._named import SEGMENTS
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, action

WALK = SEGMENTS.paging
segment_id = finder(SEGMENTS)
COUNT = Column("Count", "count", "count")

resource = Resource(
    name="segments",
    one="segment",
    columns=SEGMENT,
    verbs=(
        Verb(
            "get",
            "GET /segments/{segment_id}",
            "intercom segments get 'New leads'",
            arguments=(Argument("segment_id", "Ids or names.", "SEGMENT", find=segment_id),),
        ),
    ),
    paging=WALK,
    find=segment_id,
    examples=(("list", "intercom segments list --members"),),
)


@action(resource, *READS, uses=("GET /segments",))
def list_(
    session: Session,
    members: Annotated[
        bool, typer.Option("--members", help="With how many are in each.", show_default=False)
    ] = False,
    limit: Limit = None,
    all_: All = False,
) -> None:
    """List segments."""
    request = call("GET /segments").with_query(include_count="true" if members else None)
    columns = SEGMENT if not members else (*SEGMENT, COUNT)
    walk = walk_of(session, request, resource.paging)
    show_walk(session, walk, columns, limit=limit, everything=all_, noun="segments")
