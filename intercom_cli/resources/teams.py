"""Teams: who works together, and how much is on each desk."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.acting import ADMINS, admin_id
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.finding import names_in, refer
from intercom_cli.foreign import id_at, record
from intercom_cli.options import READS
from intercom_cli.reading import Tell, walk_of
from intercom_cli.resource import Argument, Column, Paging, Resource, Verb, sends
from intercom_cli.resources._named import team_id
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

METRICS, UPDATING = "GET /teams/{team_id}/metrics", "PUT /teams/{id}"
MEMBERS = refer("members", "admin_ids", ADMINS)
LOAD = (
    Column("Admin", "admin_id", "id"),
    Column("Name", "admin_name", refers=(refer("admin", "admin_id", ADMINS),)),
    Column("Open", "open", "count"),
    Column("Idle", "idle", "count"),
    Column("Snoozed", "snoozed", "count"),
)
TEAM = Argument("team_id", "Ids or names.", "TEAM", find=team_id)


@sends(ADMINS.operation)
def members(session: Session) -> Tell:
    """What puts the names of the teammates in place of their ids."""

    def tell(team: dict[str, Any]) -> dict[str, Any]:
        told = {key: names(ids) for key, ids in team.items() if key == "admin_ids"}
        levels = record(team, "admin_priority_level")
        if levels:
            told["admin_priority_level"] = {key: names(ids) for key, ids in levels.items()}
        return told

    def names(ids: Any) -> Any:
        if not (isinstance(ids, list) and ids and all(map(id_at, ids))):
            return ids
        known = names_in(session, ADMINS)
        return [known.get(id, id) for id in map(id_at, ids)]

    return tell


resource = Resource(
    name="teams",
    one="team",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Members", "admin_ids", "count"),
        Column("Names", MEMBERS.path, "names", refers=(MEMBERS,), extra=True),
        Column("Distribution", "distribution_method"),
        Column("Limit", "assignment_limit", "count"),
    ),
    verbs=(
        Verb("list", "GET /teams", "intercom teams list"),
        Verb(
            "get",
            "GET /teams/{team_id}",
            "intercom teams get Support",
            arguments=(TEAM,),
            tell=members,
        ),
    ),
    paging=Paging("none", "teams"),
    filters=(("id", "id"), ("name", "string"), ("distribution_method", "string")),
    find=team_id,
)
Team = Annotated[str, typer.Argument(help="An id or a name.", metavar="TEAM")]


def people(flag: str, help: str) -> Any:
    """An option that names admins, given once for each."""
    return typer.Option(flag, help=help, metavar="ADMIN", show_default=False)


@action(resource, *READS, uses=(METRICS, team_id, admin_id))
def metrics(
    session: Session,
    team: Team,
    idle: Annotated[
        int | None,
        typer.Option(
            "--idle",
            help="Unanswered this long counts as idle; 1800.",
            metavar="SECONDS",
            min=1,
            max=86400,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show how many conversations each teammate has open, idle and snoozed.

    Examples:
      intercom teams metrics Support
    """
    request = call(METRICS, team_id=team_id(session, team)).with_query(idle_threshold=idle)
    rows = list(walk_of(session, request, Paging())(None))
    session.printer.records(rows, LOAD, noun="teammates")


@action(resource, uses=(UPDATING, team_id, admin_id))
def update(
    session: Session,
    team: Team,
    member: Annotated[
        list[str] | None, people("--member", "Who is in the team; once for each.")
    ] = None,
    primary: Annotated[
        list[str] | None, people("--primary", "A member who is asked first.")
    ] = None,
    secondary: Annotated[
        list[str] | None, people("--secondary", "A member who is asked after them.")
    ] = None,
) -> None:
    """Say who is in a team; whoever is not named leaves it (Preview).

    Examples:
      intercom teams update Support --member 991267459 --api-version Preview
    """
    first, second = ids_of(session, primary), ids_of(session, secondary)
    every = list(dict.fromkeys([*ids_of(session, member), *first, *second]))
    if not every:
        raise Misuse("Nobody was named; use --member once for each who is to be in the team.")
    body: dict[str, Any] = {"admin_ids": every}
    if first or second:
        body["admin_priority_level"] = {"primary_admin_ids": first, "secondary_admin_ids": second}
    request = call(UPDATING, id=team_id(session, team)).with_json(body)
    show_written(session, session.write(request), resource.columns, "Changed team")


def ids_of(session: Session, texts: list[str] | None) -> list[int | str]:
    """The ids of admins as numbers, as teams have them."""
    found = [admin_id(session, text) for text in texts or ()]
    return [int(one) if one.isdigit() else one for one in found]
