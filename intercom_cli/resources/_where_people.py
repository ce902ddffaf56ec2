"""``assigned`` in --where: the admin, the team, or both that a table shows in one column."""

from __future__ import annotations

from collections.abc import Callable

from intercom_cli.acting import ADMINS, me_or
from intercom_cli.errors import NotFound
from intercom_cli.finding import close_names, is_called, records
from intercom_cli.query.nodes import Condition, Node, Not, changed, group
from intercom_cli.query.where import is_null
from intercom_cli.resource import Asked, sends
from intercom_cli.resources._named import TEAMS
from intercom_cli.session import Session

ADMIN, TEAM = "admin_assignee_id", "team_assignee_id"
OPPOSITE = frozenset({"!=", "not in"})


def assigned(kind: Asked) -> Callable[[Session, Condition], Node]:
    """What makes the condition one of the two fields of ids of that type, or of both."""

    @sends(ADMINS.operation, TEAMS.operation, "GET /me")
    def rewrite(session: Session, condition: Condition) -> Node:
        found = group("or", tuple(one_of(session, text) for text in condition.values))
        typed = changed(found, lambda one: one._replace(type=kind))
        return Not(typed) if condition.operator in OPPOSITE else typed

    return rewrite


def one_of(session: Session, text: str) -> Node:
    """One value: a name or an id of either kind, names of both, or not set."""
    if is_null(text):
        return group("and", tuple(is_field(name, "null") for name in (ADMIN, TEAM)))
    own = me_or(session, text)
    if own.isdecimal():
        return group("or", tuple(is_field(name, own) for name in (ADMIN, TEAM)))
    if found := called(session, text):
        return group("or", tuple(found))
    parts = [called(session, part) for part in text.split(", ")]
    if len(parts) > 1 and all(parts):
        return group("and", tuple(group("or", tuple(part)) for part in parts))
    if session.choices.dry_run:
        return is_field(ADMIN, ADMINS.unknown)
    raise unknown(session, text)


def is_field(field: str, id: str) -> Condition:
    """A condition of one id."""
    return Condition(field, "id", "=", (id,))


def called(session: Session, text: str) -> list[Condition]:
    """The admins and teams of a name."""
    if session.choices.dry_run:
        return []
    return [
        is_field(field, str(one["id"]))
        for field, listed in ((ADMIN, ADMINS), (TEAM, TEAMS))
        for one in records(session, listed)
        if is_called(one, text, listed.names)
    ]


def unknown(session: Session, text: str) -> NotFound:
    """The refusal of a name that no admin and no team has."""
    names = [listed.name_of(one) for listed in (ADMINS, TEAMS) for one in records(session, listed)]
    near = " or ".join(map(repr, close_names(text, names)))
    return NotFound(
        f"There is no admin or team {text!r}{f'; did you mean {near}' if near else ''}.",
        hint="intercom admins list",
    )
