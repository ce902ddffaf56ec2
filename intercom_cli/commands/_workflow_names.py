"""Look up the names of people and teams that a workflow file has written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from intercom_cli.acting import admin_id
from intercom_cli.errors import IntercomError, Misuse, NotFound, NotSignedIn
from intercom_cli.finding import Find
from intercom_cli.resources._named import team_id
from intercom_cli.session import Session
from intercom_cli.workflows.catalog import target_of
from intercom_cli.workflows.model import Step, Workflow
from intercom_cli.workflows.syntax import is_template

PEOPLE = frozenset({"admin", "--admin", "assignee", "author", "owner", "from"})
TEAMS = frozenset({"team"})
NAMED = "name"  # in the help of an option that takes one
INPUT = re.compile(r"\{\{\s*inputs\.(\w+)\s*\}\}")


class Named(NamedTuple):
    """A name of a file: the step it is for, and what finds it."""

    step: Step
    text: str
    find: Find


def check_names(session: Session, workflow: Workflow) -> None:
    """Raise Misuse for names that nobody and no team of the workspace has.

    Without a workspace nothing is looked up; where it cannot be reached, a warning says so.
    """
    names = list(names_in(workflow))
    wrong: list[str] = []
    hints: list[str | None] = []
    for step, text, find in names:
        try:
            find(session, text)
        except NotSignedIn:
            return
        except (NotFound, Misuse) as error:
            wrong.append(f"{workflow.file}:{step.line}: step {step.id}: {error.message}")
            hints.append(error.hint)
        except IntercomError as error:
            session.printer.warn(f"people and teams were not looked up: {error.message}")
            return
    if wrong:
        raise Misuse("\n".join(dict.fromkeys(wrong)), hint=hints[0])


def names_in(workflow: Workflow) -> Iterator[Named]:
    """The names that are written out, or are the default of an input that stands alone."""
    defaults = {one.name: one.default for one in workflow.inputs}
    for step in workflow.every():
        found = target_of(step)
        for key, value in step.with_.items() if found else ():
            taken = found.taken(key) if found else None
            find = finder_of(taken) if taken else None
            for one in value if isinstance(value, list) else [value]:
                text = text_of(one, defaults)
                if find and text:
                    yield Named(step, text, find)


def finder_of(taken: Any) -> Find | None:
    """What finds whom a value names; None where it names neither people nor teams."""
    if NAMED not in taken.both.help:
        return None
    if taken.key in TEAMS:
        return team_id
    return admin_id if taken.key in PEOPLE else None


def text_of(value: Any, defaults: dict[str, Any]) -> str | None:
    """A name that is known beforehand; None for one that is filled in later."""
    if not isinstance(value, str):
        return None
    if not is_template(value):
        return value
    found = INPUT.fullmatch(value.strip())
    default = defaults.get(found[1]) if found else None
    return default if isinstance(default, str) and default else None
