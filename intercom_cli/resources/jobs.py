"""Work that goes on at Intercom after a command has ended."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.options import READS
from intercom_cli.resource import Column, Resource, Verb
from intercom_cli.resources._jobs import STATUS, finished
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.waiting import Patience

resource = Resource(
    name="jobs",
    one="job",
    columns=(
        Column("Id", "id", "id"),
        Column("Status", "status"),
        Column("Makes", "resource_type"),
        Column("Made", "resource_id", "id"),
    ),
    verbs=(Verb("get", STATUS, "intercom jobs get 1", "Show how far a job is."),),
)


@action(resource, *READS, uses=(STATUS,))
def wait(
    session: Session,
    job: Annotated[str, typer.Argument(help="Its id.", metavar="ID")],
    wait_for: Patience = None,
) -> None:
    """Wait until a job is finished.

    Examples:
      intercom jobs wait 1
    """
    body = finished(session, job, wait_for)
    session.printer.brief(body, resource.columns)
