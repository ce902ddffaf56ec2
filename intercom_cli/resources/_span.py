"""The span of time between --since and --until."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.errors import Misuse
from intercom_cli.session import Session

Since = Annotated[str, typer.Option("--since", help="From this time on.", metavar="TIME")]
Until = Annotated[
    str | None,
    typer.Option("--until", help="Up to this time; now.", metavar="TIME", show_default=False),
]


def span(session: Session, since: str, until: str | None) -> tuple[int, int | None]:
    """The two times in epoch seconds; a day that is named last is meant to its end.

    Raises Misuse when they are the wrong way round.
    """
    import time

    from intercom_cli import times
    from intercom_cli.workspace_zone import zone_of

    now, tz = time.time(), zone_of(session, since, until or since)
    after = times.span(since, now=now, tz=tz).start
    before = None if until is None else times.span(until, now=now, tz=tz).end - 1
    if before is not None and after > before:
        raise Misuse(f"--since {since} is later than --until {until}.")
    return after, before


def closed_span(session: Session, since: str, until: str | None) -> tuple[int, int]:
    """The same, with this moment as the end where none is named."""
    import time

    after, before = span(session, since, until)
    end = int(time.time()) if before is None else before
    if after > end:
        raise Misuse(f"--since {since} lies in the future.")
    return after, end
