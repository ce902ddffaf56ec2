"""The time zone in which a workspace counts days."""

from __future__ import annotations

import time
from datetime import UTC, timedelta, timezone, tzinfo

from intercom_cli.api.request import call
from intercom_cli.errors import Forbidden, Misuse, NotFound, Refused, ServerFailed
from intercom_cli.foreign import text
from intercom_cli.remembered import recall, remember
from intercom_cli.session import Session
from intercom_cli.times import is_zone, span, zone

OPERATION = "GET /me"
FACT = "timezone"
OTHER = timezone(timedelta(hours=1))
UNKNOWN = "The time zone of the workspace is not known{}: days are those of UTC."


def zone_of(session: Session, *texts: str) -> tzinfo:
    """The zone in which these times are read; UTC, unasked, where none of them depends on it."""
    return days_of(session) if any(map(depends, texts)) else known_zone(session) or UTC


def depends(written: str) -> bool:
    """Whether a time is another one in another zone."""
    now = time.time()
    try:
        return span(written, now=now, tz=UTC) != span(written, now=now, tz=OTHER)
    except Misuse:
        return True


def days_of(session: Session) -> tzinfo:
    """The zone of the workspace, asked of Intercom where it is not known; with a warning, UTC."""
    found = known_zone(session) or asked(session)
    session.zone = found
    return found


def known_zone(session: Session) -> tzinfo | None:
    """The zone as connecting wrote it down, or as an earlier run was told it."""
    if isinstance(session.zone, tzinfo):
        return session.zone
    workspace = session.source.workspace
    name = (workspace and workspace.timezone) or recall(session, FACT)
    return named(session, name) if isinstance(name, str) and name else None


def asked(session: Session) -> tzinfo:
    """The zone that Intercom tells."""
    if session.choices.dry_run:
        session.printer.warn(UNKNOWN.format(" and --dry-run asks nothing"))
        return UTC
    try:
        name = text(session.send(call(OPERATION)).json(), "app", "timezone")
    except (Forbidden, NotFound, Refused, ServerFailed) as error:
        session.printer.warn(UNKNOWN.format(f" ({error.message.rstrip('.')})"))
        return UTC
    if not name:
        session.printer.warn(UNKNOWN.format(""))
        return UTC
    if is_zone(name):
        remember(session, FACT, name)
    return named(session, name)


def named(session: Session, name: str) -> tzinfo:
    """The zone of a name; one that this machine does not know is UTC, with a warning."""
    if not is_zone(name):
        session.printer.warn(f"The time zone {name!r} is not known here: days are those of UTC.")
    found = zone(name)
    session.zone = found
    return found
