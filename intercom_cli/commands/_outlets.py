"""The options that say where notifications go; listen and watch have them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from intercom_cli.options import WRITE

# A workflow may reach customers, or delete: where nobody can be asked, this must be said before.
YES = tuple(one for one in WRITE if one.name == "yes")

Topics = Annotated[
    str | None,
    typer.Option(
        "--topics",
        help="Only these, such as contact.created,conversation.*",
        metavar="A,B.*",
        show_default=False,
    ),
]
ForwardTo = Annotated[
    str | None,
    typer.Option(
        "-f", "--forward-to", help="Send each to this address.", metavar="URL", show_default=False
    ),
]
Exec = Annotated[
    str | None,
    typer.Option(
        "--exec",
        help="Run this for each; {} and {data.item.id} are filled in.",
        metavar="'COMMAND {}'",
        show_default=False,
    ),
]
Run = Annotated[
    Path | None,
    typer.Option(
        "--run",
        dir_okay=False,
        help="Run this workflow for each.",
        metavar="WORKFLOW",
        show_default=False,
    ),
]
Record = Annotated[
    Path | None,
    typer.Option(
        "--record",
        dir_okay=False,
        help="Add each to this file; see: intercom replay",
        metavar="FILE",
        show_default=False,
    ),
]
Retries = Annotated[
    int,
    typer.Option(
        "--retries",
        min=0,
        max=100,
        help="How often a failing --forward-to is tried again.",
        metavar="N",
    ),
]
