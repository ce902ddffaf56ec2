"""Articles as JSON."""

from __future__ import annotations

import re
from typing import Any

from intercom_cli.sandbox import documents, markup
from intercom_cli.sandbox.content import article_rows, content_tags
from intercom_cli.sandbox.content.content_rules import AI, DEFAULT_LOCALE
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Visit


def shape(visit: Visit, article: Record, *, draft: bool = False) -> dict[str, Any]:
    """One article with its numbers; ``draft`` shows what is staged in place of what is live."""
    return {**listed(visit, article, draft=draft), "statistics": statistics(article)}


def listed(visit: Visit, article: Record, *, draft: bool = False) -> dict[str, Any]:
    """An article as it stands in lists, without its numbers."""
    shown = {
        "type": "article",
        "id": article["id"],
        "workspace_id": visit.store.app_id,
        **parents(visit, article),
        "tags": content_tags.shape(visit, article),
        **content(visit, article, DEFAULT_LOCALE, draft=draft),
        "created_at": article["created_at"],
        "updated_at": article["updated_at"],
        "exclude_from_article_suggestions": False,
        "help_center_audience": "everyone",
        "scheduled_publish_at": article["scheduled_publish_at"],
        "scheduled_unpublish_at": article["scheduled_unpublish_at"],
        **languages(visit, article, draft=draft),
    }
    if visit.version < V2_16:
        del shown["has_unpublished_changes"], shown["draft_updated_at"], shown["body_markdown"]
    return shown


def parents(visit: Visit, article: Record) -> dict[str, Any]:
    """The collections around an article; up to 2.15 also the innermost one by itself."""
    ids = article["parent_ids"]
    if visit.version >= V2_16:
        return {"parent_ids": ids}
    parent = ids[-1] if ids else None
    return {
        "parent_ids": ids,
        "parent_id": parent,
        "parent_type": None if parent is None else "collection",
    }


def languages(visit: Visit, article: Record, *, draft: bool) -> dict[str, Any]:
    """All languages with their audiences; where there is but one, its audiences alone."""
    center = documents.get(visit.store, "help_center", center_of(visit, article)) or {}
    if len(center["locales"]) == len(article["contents"]) == 1:
        return {"audience_ids": article["contents"][DEFAULT_LOCALE]["audience_ids"]}
    return {
        "default_locale": DEFAULT_LOCALE,
        "translated_content": translated(visit, article, draft=draft),
    }


def content(visit: Visit, article: Record, locale: str, *, draft: bool) -> dict[str, Any]:
    """What an article says in one language."""
    kept = article["contents"][locale]
    staged = kept["draft"]
    text = staged if draft and staged else kept
    live = kept["state"] == "published"
    return {
        **{name: text[name] for name in article_rows.TEXTS},
        "body_markdown": markup.markdown_of(text["body"]),
        "state": kept["state"],
        "has_unpublished_changes": staged is not None,
        "draft_updated_at": None if staged is None else staged["updated_at"],
        "url": address(visit, article, locale, kept["title"]) if live else None,
        **{name: kept[name] for name in AI},
        "created_by_id": kept["created_by_id"],
        "updated_by_id": kept["updated_by_id"],
    }


def translated(visit: Visit, article: Record, *, draft: bool) -> dict[str, Any]:
    """All languages of an article, with the audiences of each."""
    shown: dict[str, Any] = {"type": "article_translated_content"}
    for locale, kept in article["contents"].items():
        part = content(visit, article, locale, draft=draft)
        if part["url"] is None:
            del part["url"]
        shown[locale] = {
            "type": "article_content",
            **part,
            "created_at": kept["created_at"],
            "updated_at": kept["updated_at"],
            "audience_ids": kept["audience_ids"],
        }
    return shown


def address(visit: Visit, article: Record, locale: str, title: str) -> str:
    """Where an article is read: in the help center of its collection, else in the first one."""
    center = documents.get(visit.store, "help_center", center_of(visit, article)) or {}
    return f"{center.get('url')}/{locale}/articles/{article['id']}-{slug(title)}"


def center_of(visit: Visit, article: Record) -> str:
    """The help center an article belongs to."""
    for parent in article["parent_ids"]:
        collection = documents.get(visit.store, "collection", str(parent))
        if collection is not None:
            return str(collection["help_center_id"])
    return "1"


def slug(title: str) -> str:
    """A title as the end of an address."""
    return "-".join(re.findall(r"\w+", title.lower()))[:80] or "untitled"


def statistics(article: Record) -> dict[str, Any]:
    """How an article was read and liked, and how often it helped Fin."""
    kept = article["statistics"]
    happy, neutral, sad = kept["happy"], kept["neutral"], kept["sad"]
    reactions = happy + neutral + sad
    involved, resolved = kept["involvements"], kept["resolutions"]
    return {
        "type": "article_statistics",
        "views": kept["views"],
        "conversations": kept["conversations"],
        "reactions": reactions,
        "happy_reaction_percentage": share(happy, reactions),
        "neutral_reaction_percentage": share(neutral, reactions),
        "sad_reaction_percentage": share(sad, reactions),
        "fin_involvements": involved,
        "fin_resolutions": resolved,
        "fin_resolution_rate": share(resolved, involved),
    }


def share(part: int, whole: int) -> float:
    """A percentage; nothing of nothing is 0."""
    return round(100 * part / whole, 2) if whole else 0
