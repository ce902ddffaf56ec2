"""The plan of a push for people: what would be created, updated, moved, or is in conflict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from intercom_cli.api.request import encode
from intercom_cli.resource import Column
from intercom_cli.resources._article_places import missing

if TYPE_CHECKING:
    from intercom_cli.resources._article_change import Change, Plan
    from intercom_cli.resources._article_push import Push

COLUMNS = (
    Column("Plan", "plan"),
    Column("File", "path"),
    Column("Title", "title"),
    Column("What", "what"),
)
WORDS = {"new": "create", "changed": "update", "moved": "move", "staged": "stage draft"}
COUNTED = {
    "new": "{} to create",
    "changed": "{} to update",
    "moved": "{} to move",
    "staged": "{} to stage as drafts",
    "conflict": "{} in conflict",
}
FIELDS = {"body": "text", "author_id": "author"}


def show_plan(push: Push, plans: list[Plan]) -> None:
    """Show what a push would do; nothing is sent."""
    session, folder = push.session, push.folder
    rows = (encode(row_of(plan)) for plan in plans)
    session.printer.records(rows, COLUMNS, noun="changes")
    good = [plan for plan in plans if not plan.problem]
    for names in missing(push.workspace, [plan.target for plan in good]):
        session.printer.say(f"The collection {' > '.join(names)} would be created.")
    counts = Counter(plan.kind for plan in plans)
    told = [words.format(counts[kind]) for kind, words in COUNTED.items() if counts[kind]]
    paths = {file.path for plan in plans for file in plan.files.values()}
    files = [file.path for file in folder.files.values()]
    left = sum(path not in paths for path in files)
    if not folder.only:
        told.append(f"{left} file{'s' * (left != 1)} unchanged")
    session.printer.say(f"{', '.join(told)} in {session.source.name}. Nothing was sent.")


def row_of(plan: Plan) -> dict[str, str]:
    """One article of a plan."""
    return {
        "plan": WORDS.get(plan.kind, plan.kind),
        "path": plan.path,
        "id": plan.article.id if plan.article else "",
        "title": plan.title,
        "what": plan.problem or what_of(plan),
    }


def what_of(plan: Plan) -> str:
    """What changes, and whether readers see it."""
    parts = [one for change in plan.changes if (one := fields_of(plan, change))]
    if plan.target and plan.article:
        parts.append(f"to {' > '.join(plan.target)}")
    elif plan.target:
        parts.append(f"in {' > '.join(plan.target)}")
    if plan.is_live:
        parts.append("readers see it at once")
    return "; ".join(parts)


def fields_of(plan: Plan, change: Change) -> str:
    """The fields of one language that change; a new article has them all."""
    names = [FIELDS.get(name, name) for name in change.body]
    if plan.article is None:
        names = [change.after.state]
    own = plan.article is None or change.locale == plan.article.locale
    return ("" if own else f"{change.locale}: ") + ", ".join(names)
