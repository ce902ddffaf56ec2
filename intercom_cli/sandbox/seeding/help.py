"""The seeded help centers with their collections, articles and redirects."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.content import article_rows
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.seeding.articles import ARTICLES, TRANSLATIONS, body_of
from intercom_cli.sandbox.seeding.words import ADMINS
from intercom_cli.sandbox.store import Store

DAY = 86_400
# Identifier, name, address, own domain, languages.
CENTERS: tuple[tuple[str, str, str, str | None, list[str]], ...] = (
    ("harbor-lights", "Harbor Lights Help", "https://help.harborlights.test",
     "help.harborlights.test", ["en", "de", "fr"]),
    ("harbor-partners", "Harbor Lights Partners", "https://partners.helpsite.example", None,
     ["en"]),
)  # fmt: skip
# Name, description, parent, help center, icon, names in other languages.
COLLECTIONS: tuple[tuple[str, str | None, int | None, int, str, dict[str, str]], ...] = (
    ("Getting started", "The first hour with Harbor Lights", None, 1, "book-bookmark",
     {"de": "Erste Schritte", "fr": "Premiers pas"}),
    ("Billing", "Plans, invoices and payments", None, 1, "billing",
     {"de": "Abrechnung", "fr": "Facturation"}),
    ("Moving in", None, 1, 1, "bookmark", {}),
    ("Refunds and failed payments", None, 2, 1, "bookmark", {}),
    ("Account and security", "Signing in, and who may do what", None, 1, "folder", {}),
    ("Developers", "The API, webhooks and tokens", None, 1, "devs", {}),
    ("Integrations and reports", "Harbor Lights beside your other tools", 6, 1, "bookmark", {}),
    ("For partners", "Selling Harbor Lights", None, 2, "people-chat", {}),
)  # fmt: skip
REDIRECTS = (
    ("1", "/docs/start", "article", "1", "en"),
    ("1", "/docs/rechnung", "article", "6", "de"),
    ("1", "/docs/password-reset", "article", "12", "en"),
    ("1", "/docs/api", "collection", "6", "en"),
    ("2", "/join", "article", "27", "en"),
)
# Articles with a draft on top of what is published.
STAGED = {7: "Change or cancel your plan", 18: "API rate limits and quotas"}


def seed(store: Store, today: int) -> None:
    """Fill in all of it."""
    for identifier, name, url, domain, locales in CENTERS:
        key = documents.next_id(store, "help_center")
        documents.add(
            store,
            "help_center",
            {
                "id": key,
                **made(today - 900 * DAY, today - 30 * DAY),
                "identifier": identifier,
                "website_turned_on": True,
                "display_name": name,
                "url": url,
                "custom_domain": domain,
                "default": key == "1",
                "locales": locales,
            },
        )
    add_collections(store, today)
    for number, article in enumerate(ARTICLES, start=1):
        add_article(store, today, number, article)
    add_redirects(store, today)


def made(created: int, updated: int) -> Record:
    """When something was made and changed."""
    return {"created_at": created, "updated_at": updated}


def admin(number: int) -> int:
    """One of the teammates who write."""
    return int(ADMINS[number % 4][0])


def add_collections(store: Store, today: int) -> None:
    """The collections, those outside before those inside."""
    for order, (name, description, parent, center, icon, names) in enumerate(COLLECTIONS, start=1):
        collection = {
            "name": name,
            "description": description,
            "translations": {locale: {"name": text} for locale, text in names.items()},
            "icon": icon,
            "order": order,
            "parent_id": None if parent is None else str(parent),
            "help_center_id": center,
            **made(today - (800 - order) * DAY, today - (90 - order) * DAY),
        }
        documents.add(store, "collection", collection, parent=str(center))


def add_article(store: Store, today: int, number: int, article: tuple[Any, ...]) -> None:
    """One article in all its languages, with what it said before."""
    title, collection, state, about, steps, more = article
    created = today - (700 - 20 * number) * DAY
    texts = [("en", title, about, steps, state), *TRANSLATIONS.get(number, ())]
    contents: Record = {}
    for locale, name, description, todo, shown in texts:
        fields = {
            "title": name,
            "description": description,
            "body": body_of(number, name, description, todo, more),
            "author_id": admin(number),
            "state": shown,
        }
        content = article_rows.new_content(store, fields, now=created, by=admin(number))
        contents[locale] = {**content, "updated_at": created + number * DAY}
    if number in STAGED:
        article_rows.stage(contents["en"], {"title": STAGED[number]}, today - 2 * DAY)
    documents.add(
        store,
        "article",
        {
            "parent_ids": line_of(collection),
            "contents": contents,
            "tags": {str(1 + number % 12): {"at": created, "admin": str(admin(number))}}
            if number % 3 == 0
            else {},
            "folder_id": None,
            "statistics": statistics(number) if state == "published" else statistics(0),
            "scheduled_publish_at": None,
            "scheduled_unpublish_at": None,
            **made(created, created + number * DAY),
            "created_by_id": admin(number),
            "updated_by_id": admin(number),
        },
    )
    for locale, content in contents.items():
        add_versions(store, str(number), locale, content)


def line_of(collection: int) -> list[int]:
    """A collection and those around it, from the outside in."""
    if not collection:
        return []
    parent = COLLECTIONS[collection - 1][2]
    return [collection] if parent is None else [parent, collection]


def statistics(number: int) -> Record:
    """How often an article was read and liked; the earlier ones more."""
    return {
        "views": number and 2400 - 70 * number,
        "conversations": number % 5,
        "happy": 3 * number,
        "neutral": number % 7,
        "sad": number % 4,
        "involvements": 2 * number,
        "resolutions": number,
    }


def add_versions(store: Store, article: str, locale: str, content: Record) -> None:
    """What a content says now, and for some what it said when it was new."""
    if int(article) % 4 == 1:
        first = {**content, "title": f"{content['title']} (new)"}
        article_rows.add_version(
            store, article, locale, first, now=content["created_at"], via="web"
        )
    article_rows.add_version(store, article, locale, content, now=content["updated_at"], via="web")


def add_redirects(store: Store, today: int) -> None:
    """Old addresses that lead to where things are now."""
    for number, (center, path, kind, target, locale) in enumerate(REDIRECTS, start=1):
        redirect = {
            "type": "help_center_redirect",
            "from_url": f"{CENTERS[int(center) - 1][2]}{path}",
            "locale": locale,
            "help_center_id": center,
            "target_type": kind,
            "target_id": target,
            **made(today - 60 * DAY, today - (60 - number) * DAY),
        }
        documents.add(store, "help_center_redirect", redirect, parent=center)
