"""Send recorded webhooks again: the same bytes, signed anew."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from intercom_cli.errors import PartlyFailed
from intercom_cli.options import CALL, SHOW, TALK, WRITE, shared
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.events.forward import Forward
    from intercom_cli.events.recording import Recorded, Recording

DRY = tuple(one for one in WRITE if one.name == "dry_run")
NAMED = 5

File = Annotated[Path, typer.Argument(help="What listen --record wrote.", metavar="FILE")]
Only = Annotated[
    str | None,
    typer.Option("--only", help="Only these topics.", metavar="A,B.*", show_default=False),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        help="Only what came since then: 1h, yesterday, a date.",
        metavar="TIME",
        show_default=False,
    ),
]
Undelivered = Annotated[
    bool,
    typer.Option(
        "--undelivered",
        help="Only what was never taken; this is noted in FILE.",
        show_default=False,
    ),
]
To = Annotated[str, typer.Option("-f", "--forward-to", help="Where to send them.", metavar="URL")]
Retries = Annotated[
    int, typer.Option("--retries", min=0, max=100, help="How often a failing one is tried again.")
]


@shared(SHOW, DRY, CALL, TALK)
def command(
    session: Session,
    file: File,
    forward_to: To,
    only: Only = None,
    since: Since = None,
    undelivered: Undelivered = False,
    retries: Retries = 6,
) -> None:
    """Send recorded webhooks again: the same bytes, signed anew.

    They go out one after the other, in the order in which they came. What is not taken is told,
    and the others are still sent; the exit code is 11 then. --dry-run shows them.

    Examples:
      intercom replay events.ndjson --forward-to http://127.0.0.1:3000/hooks
      intercom replay events.ndjson --only 'ticket.*' --since 1h -f 127.0.0.1:3000
      intercom replay events.ndjson --undelivered -f http://127.0.0.1:3000/hooks
    """
    from intercom_cli.api.posting import address
    from intercom_cli.events.forward import Forward
    from intercom_cli.events.recording import Recording, tape
    from intercom_cli.events.secret import client_secret
    from intercom_cli.events.shown import one_line
    from intercom_cli.events.topics import chosen

    url = address(forward_to, "--forward-to")
    held = tape(file)
    begin = moment_of(session, since) if since else 0
    topics = chosen(only, session.printer.warn)
    wanted = [
        one
        for one in held.kept
        if one.topic in topics
        and one.at >= begin
        and not (undelivered and one.id in held.delivered)
    ]
    if held.spoilt:
        numbers = ", ".join(str(number) for number in held.spoilt[:NAMED])
        several = "s are no notifications" if len(held.spoilt) > 1 else " is no notification"
        session.printer.warn(f"{len(held.spoilt)} line{several}: {numbers}.")
    if session.choices.dry_run:
        session.printer.records(one_line(one.body) for one in wanted)
        return
    forward = Forward(url, secret=client_secret(session), environ=session.environ, retries=retries)
    notes = Recording(file) if undelivered else None
    try:
        send(session, forward, wanted, notes, of=len(held.kept))
    finally:
        forward.close()
        if notes:
            notes.close()


def moment_of(session: Session, since: str) -> int:
    """The start of a time, in the zone of the workspace, or of this machine without one.

    Nothing is asked of Intercom for it: recordings are replayed without a connection too.
    """
    from intercom_cli.errors import NotSignedIn
    from intercom_cli.times import span, zone

    try:
        workspace = session.source.workspace
    except NotSignedIn:
        workspace = None
    here = datetime.now().astimezone().tzinfo or UTC
    tz = zone(workspace.timezone) if workspace and workspace.timezone else here
    return span(since, now=time.time(), tz=tz).start


def send(
    session: Session, forward: Forward, wanted: list[Recorded], notes: Recording | None, *, of: int
) -> None:
    """Send each in its turn, and tell how many were taken. Raises PartlyFailed."""
    from intercom_cli.events.notification import read

    stop, failed = threading.Event(), 0
    for number, one in enumerate(wanted, 1):
        notification = read(one.body, one.at)
        outcome = forward.deliver(notification, stop)
        if not outcome.ok:
            failed += 1
            session.printer.warn(f"{one.topic} {one.id}: {outcome.what}")
        elif session.choices.verbose:
            session.printer.say(f"{one.topic} {one.id}: {outcome.what}")
        if notes and outcome.ok:
            notes.tell(notification, "delivered", outcome.what)
        session.printer.progress(f"{number:,} of {len(wanted):,} sent")
    sent = len(wanted) - failed
    if failed:
        raise PartlyFailed(f"{failed:,} of {len(wanted):,} were not taken by {forward.url}.")
    session.printer.done(f"{sent:,} of {of:,} recorded events sent to {forward.url}.")
