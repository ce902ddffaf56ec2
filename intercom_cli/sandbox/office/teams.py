"""Teams: who works together, and how much is on each one's desk."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import invalid
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

KIND = "team"
IDLE = 1_800
LONGEST = 86_400

# The third team was only just made: nobody is in it yet.
TEAMS: tuple[tuple[str, str, str, int | None], ...] = (
    ("1", "Support", "round_robin", None),
    ("2", "Customer success", "load_balanced", 10),
    ("3", "Partners", "manual", None),
)

LOADS = """
SELECT json_extract(body, '$.state') AS state, count(*) AS number,
  sum(json_extract(body, '$.waiting_since') < ?) AS waiting
FROM documents
WHERE kind = 'conversation' AND CAST(json_extract(body, '$.admin_assignee_id') AS TEXT) = ?
GROUP BY 1
"""


def seed(store: Store, today: int) -> None:  # noqa: ARG001 - teams have no times
    """Add the teams the seeded admins belong to."""
    for identifier, name, method, limit in TEAMS:
        documents.add(
            store,
            KIND,
            {"id": identifier, "name": name, "assignment_limit": limit, "method": method},
        )


def list_teams(visit: Visit) -> Answer:
    """List all teams in one answer."""
    teams = [shape(visit, team) for team in documents.every(visit.store, Query(KIND))]
    return reply({"type": "team.list", "teams": teams})


def retrieve(visit: Visit) -> Answer:
    """Show one team."""
    return reply(shape(visit, found(visit)))


def metrics(visit: Visit) -> Answer:
    """Show what is assigned to each admin of a team at this moment.

    This workspace pays for real-time monitoring, so it is never refused for the plan.
    """
    team = found(visit)
    long_ago = visit.now - threshold(visit)
    shown = [load(visit, admin, long_ago) for admin in members(visit.store, team["id"])]
    return reply({"type": "team_metric.list", "data": shown})


def threshold(visit: Visit) -> int:
    """After how many seconds a conversation counts as idle, brought into the range there is."""
    given = visit.call.parameter("idle_threshold")
    try:
        number = int(given or IDLE)
    except ValueError as error:
        raise invalid("idle_threshold must be an integer", "idle_threshold") from error
    return max(1, min(number, LONGEST))


def load(visit: Visit, admin: str, long_ago: int) -> dict[str, Any]:
    """What is assigned to an admin: open, waiting too long, snoozed."""
    rows = {row["state"]: row for row in visit.store.rows(LOADS, (long_ago, admin))}
    opened, snoozed = rows.get("open"), rows.get("snoozed")
    return {
        "type": "team_metric",
        "admin_id": admin,
        "open": opened["number"] if opened else 0,
        "idle": (opened["waiting"] or 0) if opened else 0,
        "snoozed": snoozed["number"] if snoozed else 0,
    }


def found(visit: Visit) -> Record:
    """The team a path names."""
    identifier = visit.ids["team_id"]
    return documents.found(visit, KIND, identifier, "Team not found", "team_not_found")


def members(store: Store, team: str) -> list[str]:
    """The admins of a team: each admin knows the teams."""
    rows = store.rows(
        "SELECT admins.id FROM admins, json_each(admins.team_ids) AS team"
        " WHERE CAST(team.value AS TEXT) = ? ORDER BY admins.id",
        (team,),
    )
    return [row["id"] for row in rows]


def shape(visit: Visit, team: Record) -> dict[str, Any]:
    """A team as JSON; only one that balances its load has a limit."""
    admins = [int(admin) for admin in members(visit.store, team["id"])]
    shown = {
        "type": "team",
        "id": team["id"],
        "name": team["name"],
        "admin_ids": admins,
        "admin_priority_level": {"primary_admin_ids": admins, "secondary_admin_ids": []},
        "distribution_method": team["method"],
    }
    limit = team["assignment_limit"]
    return shown if limit is None else {**shown, "assignment_limit": limit}


routes = (
    Route("GET", "/teams", list_teams, reads=True),
    Route("GET", "/teams/{team_id}", retrieve, reads=True),
    Route("GET", "/teams/{team_id}/metrics", metrics, V2_16, reads=True),
)
