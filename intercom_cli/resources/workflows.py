"""Workflows that the workspace runs by itself."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.api.request import call
from intercom_cli.options import READS
from intercom_cli.resource import Column, Resource
from intercom_cli.saving import Force, To, save
from intercom_cli.session import Session
from intercom_cli.verbs import action

EXPORTING = "GET /export/workflows/{id}"

resource = Resource(
    name="workflows",
    one="workflow",
    columns=(Column("Id", "workflow.id", "id"), Column("Title", "workflow.title")),
)


@action(resource, *READS, uses=(EXPORTING,))
def export(
    session: Session,
    workflow: Annotated[str, typer.Argument(help="Its id.", metavar="ID")],
    to: To = None,
    force: Force = False,
) -> None:
    """Show everything a workflow is made of, as JSON.

    Examples:
      intercom workflows export 1
      intercom workflows export 1 --to workflow.json
    """
    request = call(EXPORTING, id=workflow)
    if to is None:
        session.printer.document(session.send(request).body)
    else:
        save(session, request, to, f"workflow-{workflow}.json", kind="json", force=force)
