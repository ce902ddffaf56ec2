"""Assign, close, open and snooze tickets: one, or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from intercom_cli.acting import Admin, acting_admin
from intercom_cli.resource import Resource
from intercom_cli.resources._managing import (
    Nobody,
    Team,
    Until,
    Words,
    assignee,
    given_to,
    ids_in,
    until_when,
)
from intercom_cli.resources._saying import Silent
from intercom_cli.resources._several import Kind, each, send_each
from intercom_cli.resources._ticket_changes import number_of
from intercom_cli.resources._ticket_found import CHANGING, COLUMNS, NAMES, Several
from intercom_cli.resources._ticket_notices import agree_to_change
from intercom_cli.session import Session
from intercom_cli.verbs import action

TICKETS = Kind("ticket", "tickets", COLUMNS)


def assign(
    session: Session,
    words: Words,
    team: Team = None,
    nobody: Nobody = False,
    skip_notifications: Silent = False,
    admin: Admin = None,
) -> None:
    """Give tickets to an admin, a team, or nobody; their contacts are told.

    Examples:
      intercom tickets assign 215470000003 jonas@harborlights.test --yes
    """
    tickets = ids_in("tickets", words, team, nobody=nobody)
    to_whom = given_to(words, team, nobody=nobody)
    ask(session, "Assign", tickets, skip_notifications, f" to {to_whom}")
    to = assignee(session, words, team, nobody=nobody)
    did = f"Assigned ticket {{}} to {to_whom}"
    change(session, tickets, {"assignee_id": to}, skip_notifications, admin, did)


def close(
    session: Session, tickets: Several, skip_notifications: Silent = False, admin: Admin = None
) -> None:
    """Close tickets; their contacts are told.

    Examples:
      intercom tickets close 215470000003 --yes
    """
    ask(session, "Close", tickets, skip_notifications)
    change(session, tickets, {"open": False}, skip_notifications, admin, "Closed ticket {}")


def open_(
    session: Session, tickets: Several, skip_notifications: Silent = False, admin: Admin = None
) -> None:
    """Open tickets that were closed; their contacts are told.

    Examples:
      intercom tickets open 215470000004 --yes
    """
    ask(session, "Open", tickets, skip_notifications)
    change(session, tickets, {"open": True}, skip_notifications, admin, "Opened ticket {}")


def snooze(
    session: Session,
    tickets: Several,
    until: Until,
    skip_notifications: Silent = False,
    admin: Admin = None,
) -> None:
    """Put tickets off until a time; a day alone means nine in the morning.

    Examples:
      intercom tickets snooze 215470000003 --until 'tomorrow 9:00' --yes
    """
    when, told = until_when(session, until)
    ask(session, "Snooze", tickets, skip_notifications)
    did = f"Snoozed ticket {{}} until {told}"
    change(session, tickets, {"snoozed_until": when}, skip_notifications, admin, did)


def ask(
    session: Session, what: str, tickets: Sequence[str], skip_notifications: bool, more: str = ""
) -> None:
    """Ask before their contacts are told. Raises Misuse for what is no id, before any is sent."""
    named = list(each(CHANGING, tickets))
    if not skip_notifications:
        agree_to_change(session, what, named, more)


def change(
    session: Session,
    tickets: Sequence[str],
    body: dict[str, Any],
    skip_notifications: bool,
    admin: str | None,
    did: str,
) -> None:
    """Change the same of each ticket."""
    requests = each(CHANGING, tickets)
    body = {**body, "admin_id": number_of(acting_admin(session, admin))}
    if skip_notifications:
        body["skip_notifications"] = True
    send_each(session, requests, body, TICKETS, did)


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    uses = (CHANGING, agree_to_change, *NAMES, acting_admin)
    action(resource, uses=(*uses, assignee))(assign)
    action(resource, uses=uses)(close)
    action(resource, uses=uses)(open_)
    action(resource, uses=uses)(snooze)
