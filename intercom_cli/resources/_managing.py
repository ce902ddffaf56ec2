"""Who takes care of conversations and tickets, and until when they wait: alike for both."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.acting import admin_id
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.resource import sends
from intercom_cli.resources._named import team_id
from intercom_cli.session import Session

NOBODY = "0"
Words = Annotated[
    list[str],
    typer.Argument(
        help="One id or more, then the admin: id, e-mail or name.", metavar="ID... [ADMIN]"
    ),
]
Team = Annotated[
    str | None,
    typer.Option(
        "--team", help="To a team instead: id or name.", metavar="TEAM", show_default=False
    ),
]
Nobody = Annotated[bool, typer.Option("--nobody", help="To nobody any more.", show_default=False)]
Until = Annotated[
    str,
    typer.Option("--until", help="2h, tomorrow 9:00, monday, 2026-12-01T09:00.", metavar="TIME"),
]


def ids_in(noun: str, words: list[str], team: str | None, *, nobody: bool) -> list[str]:
    """The ids among the words of ``assign``; the last word is the admin, where one is named."""
    if team is not None and nobody:
        raise Misuse("Either --team or --nobody, not both.")
    ids = words if team is not None or nobody else words[:-1]
    if not ids:
        raise Misuse(
            "To whom? Name an admin behind the ids, or use --team or --nobody.",
            hint=" ".join(["intercom", noun, "assign", words[0], "ADMIN"]),
        )
    return ids


@sends(team_id, admin_id)
def assignee(session: Session, words: list[str], team: str | None, *, nobody: bool) -> str:
    """The id of the admin or the team that is named. Raises NotFound with where to look."""
    if nobody:
        return NOBODY
    if team is not None:
        return team_id(session, team)
    try:
        return admin_id(session, words[-1])
    except NotFound as error:
        error.hint = "intercom admins list; a team is named with --team"
        raise


def given_to(words: list[str], team: str | None, *, nobody: bool) -> str:
    """To whom, as it was typed, for the sentence that says so of each ``{}``."""
    if nobody:
        return "nobody"
    named = words[-1] if team is None else team
    kind = "team " if team is not None else "admin " if named.isdecimal() else ""
    return kind + named.replace("{", "{{").replace("}", "}}")


def until_when(session: Session, until: str) -> tuple[int, str]:
    """A time to come, and as people read it."""
    from intercom_cli.narrowing import in_zone, to_come

    when = to_come(session, until)
    return when, in_zone(session, when)
