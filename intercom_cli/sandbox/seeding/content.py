"""The seeded content beside the help centers: for teammates, for Fin, and the news."""

from __future__ import annotations

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.content.content_rules import AI
from intercom_cli.sandbox.content.external_pages import SWITCHES
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.seeding.help import DAY, admin, made
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.workspace import ME

INTERNAL = (
    ("Refund approvals", 1, "Up to €200 you decide; above that ask the head of support."),
    ("Escalating an outage", 1, "Page the engineer on call, then post in #incidents."),
    ("Who owns which account", 2, "Accounts above 500 seats have a manager of their own."),
    ("Discounts we give", 2, "Ten percent for a year paid ahead, never more without sales."),
    ("Onboarding a new teammate", None, "Accounts, a buddy, and the first ten conversations."),
    ("Handling a data request", 1, "Answer within thirty days; the export is in Settings."),
    ("Tone of voice", None, "Short, warm, no exclamation marks."),
    ("Demo workspace", 2, "Sign in with the shared account and reset it afterwards."),
)
SNIPPETS = (
    ("Refund policy in short", "Refunds are given within 30 days of payment.", "en"),
    ("How to reset your password", "Navigate to Settings > Security > Reset password.", "en"),
    ("Office address", "Harbor Lights, 1 Pier Road, Dublin.", "en"),
    ("Rückerstattung", "Innerhalb von 30 Tagen nach der Zahlung.", "de"),
    ("Supported browsers", "The latest two versions of Chrome, Firefox, Safari and Edge.", "en"),
    ("Data location", "Data are kept in Ireland and Germany.", "en"),
)
FEEDS = ("Customer news", "Visitor feed", "Partner news")
NEWS: tuple[tuple[str, str, list[str], tuple[int, ...]], ...] = (
    ("Reports you can schedule", "live", ["New", "Reports"], (1, 2)),
    ("Slack messages for arrivals", "live", ["Integrations"], (1,)),
    ("Faster imports", "live", ["Improvement"], (1,)),
    ("We moved to a new status page", "live", [], (1, 2)),
    ("Partner kit, second edition", "live", ["Partners"], (3,)),
    ("Two-factor authentication for all", "live", ["Security"], (1,)),
    ("Version 3 of the API", "draft", ["API", "New"], (1,)),
    ("Spring maintenance", "draft", [], ()),
)
FILES = ("billing-guide.pdf", "berth-plan-template.xlsx")
SOURCES = (
    ("https://docs.harborlights.test", "api"),
    ("https://blog.harborlights.test", "automatic"),
    ("https://status.harborlights.test", "manual"),
)
PAGES = ("Berth sizes", "Tides and alarms", "Fuel dock", "Winter storage", "Guest harbors")


def seed(store: Store, today: int) -> None:
    """Fill in all of it."""
    add_internal(store, today)
    add_snippets(store, today)
    add_news(store, today)
    add_files(store, today)
    add_pages(store, today)


def authored(number: int, created: int, updated: int) -> Record:
    """What every piece of content has: tags, a place, times and people."""
    return {
        "tags": {"11": {"at": created, "admin": ME}} if number % 3 == 0 else {},
        "folder_id": None,
        **made(created, updated),
        "created_by_id": admin(number),
        "updated_by_id": admin(number + 1),
    }


def add_internal(store: Store, today: int) -> None:
    """Articles for teammates, some in folders."""
    for number, (title, folder, text) in enumerate(INTERNAL, start=1):
        article = {
            "title": title,
            "body": f"<h2>In short</h2><p>{text}</p><ul><li>Ask when unsure</li></ul>",
            "author_id": admin(number),
            "owner_id": admin(number + 1),
            "locale": "en",
            "audience_ids": [],
            **dict.fromkeys(AI, number % 2 == 0),
            **authored(number, today - (300 - number) * DAY, today - (40 - number) * DAY),
            "folder_id": folder,
        }
        documents.add(store, "internal_article", article)


def add_snippets(store: Store, today: int) -> None:
    """Snippets; a procedure of Fin is built on the first."""
    for number, (title, text, locale) in enumerate(SNIPPETS, start=1):
        snippet = {
            "title": title,
            "json_blocks": [{"type": "paragraph", "text": text}],
            "body_markdown": None,
            "locale": locale,
            "audience_ids": [],
            **dict.fromkeys(AI, number != len(SNIPPETS)),
            "procedures": ["Refund an order"] if number == 1 else [],
            **authored(number, today - (200 - number) * DAY, today - (20 - number) * DAY),
        }
        documents.add(store, "content_snippet", snippet)


def add_news(store: Store, today: int) -> None:
    """Newsfeeds and what is in them."""
    for name in FEEDS:
        documents.add(store, "newsfeed", {"name": name, **made(today - 400 * DAY, today - DAY)})
    for number, (title, state, labels, feeds) in enumerate(NEWS, start=1):
        created = today - (100 - 10 * number) * DAY
        item = {
            "title": title,
            "body": f"<p>{title}. Read on in the help center.</p>",
            "sender_id": admin(number),
            "state": state,
            "labels": labels,
            "cover_image_url": "https://downloads.harborlights.test/cover.png",
            "reactions": ["👍", "❤️"] if number % 2 else [None] * 4,
            "deliver_silently": number % 3 == 0,
            **made(created, created + DAY),
            "newsfeed_assignments": [
                {"newsfeed_id": feed, "published_at": created + DAY} for feed in feeds
            ],
        }
        documents.add(store, "news_item", item)


def add_files(store: Store, today: int) -> None:
    """Uploaded files: they are found by a search and cannot be fetched."""
    for number, title in enumerate(FILES, start=1):
        file = {
            "title": title,
            "body": f"<p>The text that was read from {title}.</p>",
            "locale": "en",
            "audience_ids": [],
            **dict.fromkeys(AI, True),
            **authored(number, today - 150 * DAY, today - 150 * DAY),
        }
        documents.add(store, "content_file", file)


def add_pages(store: Store, today: int) -> None:
    """Import sources and the pages that came from them."""
    for number, (url, behavior) in enumerate(SOURCES, start=1):
        synced = made(today - 250 * DAY, today - number * DAY)
        source = {
            "id": int(documents.next_id(store, "content_import_source")),
            "last_synced_at": today - number * DAY,
            "status": "deactivated" if behavior == "manual" else "active",
            "url": url,
            "sync_behavior": behavior,
            **synced,
            "audience_ids": [],
        }
        documents.add(store, "content_import_source", source)
    for number, title in enumerate(PAGES, start=1):
        moment = today - (30 - number) * DAY
        source_id = 1 + number % 2
        page = {
            "title": title,
            "html": f"<h1>{title}</h1><p>What a skipper must know.</p>",
            "url": f"{SOURCES[source_id - 1][0]}/{number}",
            **dict.fromkeys(SWITCHES, True),
            "locale": "en",
            "source_id": source_id,
            "external_id": f"page-{number}",
            "last_ingested_at": moment,
            "audience_ids": [],
            **authored(number, moment, moment),
        }
        documents.add(store, "external_page", page)
