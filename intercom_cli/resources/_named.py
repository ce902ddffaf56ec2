"""Find a record of a short list by what it is called."""

from __future__ import annotations

from typing import Any, NamedTuple

from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.resource import sends
from intercom_cli.session import Session

FEW = 10  # names that fit into a sentence


class Listed(NamedTuple):
    """A list that comes in one answer: its operation, the key of its rows, what each is called."""

    operation: str
    one: str
    noun: str
    rows: str = "data"
    label: str = "name"


TEAMS = Listed("GET /teams", "team", "teams", "teams")
SCHEDULES = Listed("GET /office_hours_schedules", "office hours schedule", "office-hours")
REASONS = Listed("GET /away_status_reasons", "away reason", "away-reasons", label="label")


def id_by_name(session: Session, text: str, listed: Listed) -> str:
    """The id of a record by its id or its name, in any case.

    Raises NotFound for none, and Misuse for a name that several have, or that is empty.
    """
    if not text.strip():
        raise Misuse(f"The {listed.one} is empty.", hint=f"intercom {listed.noun} list")
    if text.isdigit():
        return text
    request = call(listed.operation)
    if session.choices.dry_run:
        session.show(request)
        return listed.one.upper().replace(" ", "_") + "_ID"
    records: list[dict[str, Any]] = session.send(request).json()[listed.rows]
    found = [one for one in records if is_called(one, text, listed.label)]
    if not found:
        raise NotFound(
            f"There is no {listed.one} {text!r}{those(records, listed.label)}.",
            hint=f"intercom {listed.noun} list",
        )
    if len(found) > 1:
        ids = ", ".join(str(one["id"]) for one in found)
        raise Misuse(f"{text!r} is the name of several: {ids}.", hint="name one by its id")
    return str(found[0]["id"])


def those(records: list[dict[str, Any]], label: str) -> str:
    """What there is, as a sentence ends with it, unless there is too much."""
    names = [str(one.get(label) or one["id"]) for one in records]
    return f"; there are {', '.join(names)}" if 0 < len(names) <= FEW else ""


def is_called(record: dict[str, Any], text: str, label: str) -> bool:
    """Whether a record has that id or name."""
    name = str(record.get(label) or "")
    return text in {str(record["id"]), name} or text.casefold() == name.casefold()


@sends(TEAMS.operation)
def team_id(session: Session, text: str) -> str:
    """The id of a team."""
    return id_by_name(session, text, TEAMS)


@sends(SCHEDULES.operation)
def schedule_id(session: Session, text: str) -> str:
    """The id of an office hours schedule."""
    return id_by_name(session, text, SCHEDULES)


@sends(REASONS.operation)
def reason_id(session: Session, text: str) -> str:
    """The id of a reason for being away."""
    return id_by_name(session, text, REASONS)
