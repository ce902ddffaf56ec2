"""Show what pushing article files would change, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from intercom_cli.output import changes
from intercom_cli.output.article_markdown import markdown_of, tidied
from intercom_cli.resources._article_change import STALE, Change, Plan
from intercom_cli.resources._article_folder import Folder
from intercom_cli.resources._article_records import Article, Text, Workspace


def patch_of(workspace: Workspace, change: Change) -> str:
    """One language as a patch from what Intercom has to what the file says."""
    path = change.file.path
    before = change.before
    old = shown(workspace, before, markdown_of(before.html)) if before else ""
    new = shown(workspace, change.after, tidied(change.file.body))
    return changes.patch(old, new, f"intercom/{path}" if before else "/dev/null", path)


def shown(workspace: Workspace, text: Text, markdown: str) -> str:
    """A text with what stands above it."""
    told = {
        "title": text.title,
        "description": text.description,
        "state": text.state,
        "author": workspace.author_name(text.author),
    }
    head = "".join(f"{name}: {value}\n" for name, value in told.items() if value)
    return f"{head}\n{markdown}"


def text_of(workspace: Workspace, plan: Plan) -> str:
    """A whole plan, to be read."""
    parts = [patch_of(workspace, change) for change in plan.changes]
    if plan.target and plan.article:
        places = (" > ".join(names) or "no collection" for names in (plan.origin, plan.target))
        parts.insert(0, f"moved {plan.path}: {' to '.join(places)}")
    return "\n".join(parts)


def row_of(workspace: Workspace, plan: Plan) -> dict[str, Any]:
    """A whole plan, for machines."""
    return {
        "change": plan.kind,
        "path": plan.path,
        "id": plan.article.id if plan.article else "",
        "title": plan.title,
        "problem": plan.problem,
        "collection": list(plan.target or plan.origin),
        "fields": sorted({name for change in plan.changes for name in change.body}),
        "diff": text_of(workspace, plan),
    }


def news(
    folder: Folder, articles: dict[str, Article], workspace: Workspace
) -> Iterator[tuple[str, str]]:
    """What happened at Intercom since the pull: files, and a sentence about each."""
    for key, known in folder.known.items():
        identifier, locale = key
        path = folder.files[key].path if key in folder.files else known.path
        article = articles.get(identifier)
        if article is None or locale not in article.texts:
            yield path, "is no longer at Intercom."
        elif article.digest(locale, workspace.collections.path(article.collection)) != known.seen:
            yield path, STALE + "."
    known_ids = {identifier for identifier, _ in (*folder.known, *folder.files)}
    if fresh := len(articles.keys() - known_ids):
        what = "1 article at Intercom is" if fresh == 1 else f"{fresh} articles at Intercom are"
        yield "", f"{what} not in {folder.root}."
