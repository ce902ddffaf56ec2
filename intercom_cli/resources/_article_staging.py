"""What pushing article files would change in the drafts of published articles.

A draft is compared three ways: with the file and with what readers see. Only what the file changes
is sent, so that what somebody else has in the draft stays there.
"""

from __future__ import annotations

from typing import NamedTuple

from intercom_cli.resources._article_change import (
    PUBLISHED,
    STALE,
    Change,
    Plan,
    Wish,
    after_of,
)
from intercom_cli.resources._article_folder import File, Folder
from intercom_cli.resources._article_places import wanted_collection
from intercom_cli.resources._article_records import Article, Text, Workspace

STAGED = ("title", "description", "author", "html")  # what a draft can hold
NAMES = {"html": "text"}
CLASH = "and its draft at Intercom both change the {}, see: intercom articles draft {}"
UNPUBLISHED = "is not published in {}, so it has no draft; push it without --draft"
MOVED = "moves to another collection, which no draft can; push it without --draft"


class Staged(NamedTuple):
    """One language of a draft: as it is to be, and which fields it has changed otherwise."""

    after: Text
    clashes: tuple[str, ...]


def staged_plan(
    folder: Folder, workspace: Workspace, article: Article, files: dict[str, File], wish: Wish
) -> Plan:
    """Compare the edited files of a published article with its draft."""
    names = workspace.collections.path(article.collection)
    drafts = workspace.draft(article.id).texts if article.pending else {}
    changes, problem = [], ""
    for locale, file in files.items():
        live = article.texts.get(locale)
        if live is None or live.state != PUBLISHED:
            return Plan(article, files, problem=UNPUBLISHED.format(locale), staged=True)
        known = folder.known.get((article.id, locale))
        draft = drafts.get(locale, live)
        own = known is not None and known.draft == draft.digest
        found = staged(workspace, file, live, draft, wish, own=own)
        change = Change(file, locale, draft, found.after)
        if change.body:
            changes.append(change)
        if locale == article.locale and wanted_collection(workspace, file, known) != names:
            return Plan(article, files, problem=MOVED, staged=True)
        if known and known.seen != article.digest(locale, names):
            problem = problem or STALE
        elif found.clashes:
            fields = " and ".join(NAMES.get(name, name) for name in found.clashes)
            problem = problem or CLASH.format(fields, article.id)
    problem = "" if wish.force or not changes else problem
    return Plan(article, files, tuple(changes), (), names, problem, staged=True)


def staged(
    workspace: Workspace, file: File, live: Text, draft: Text, wish: Wish, *, own: bool
) -> Staged:
    """One language; ``own`` says that the draft is as the last push from here left it."""
    base = draft if own else live
    wanted = after_of(workspace, file, base, wish, author=live.author)
    after, clashes = draft, []
    for name in STAGED:
        mine, before, theirs = (getattr(text, name) for text in (wanted, base, draft))
        if mine == before:
            continue
        if theirs not in (before, mine):
            clashes.append(name)
        after = after._replace(**{name: mine})
    return Staged(after, tuple(clashes))
