"""Who answers which method and path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from urllib.parse import unquote

from intercom_cli.sandbox.visit import Route

Table = dict[tuple[str, int], list[tuple[tuple[str, ...], Route]]]

# By the first word of a path: the modules that answer it. Only those asked for are loaded.
MODULES: dict[str, tuple[str, ...]] = {
    "admins": ("admins", "activity"),
    "audiences": ("audiences",),
    "ai": ("import_sources", "external_pages"),
    "articles": ("articles", "article_drafts", "article_search", "content_tags"),
    "away_status_reasons": ("admins",),
    "brands": ("brands",),
    "companies": ("company_lists", "companies", "company_parts", "notes"),
    "contacts": (
        "contact_lists",
        "contacts",
        "contact_states",
        "merges",
        "contact_parts",
        "subscriptions",
        "notes",
        "banners",
    ),
    "content": ("content_search", "content_actions"),
    "content_snippets": ("content_snippets", "content_tags"),
    "conversations": (
        "conversations",
        "conversation_search",
        "conversation_replies",
        "conversation_people",
        "conversation_deeds",
        "conversation_attributes",
        "conversation_attribute_options",
        "ticket_creation",
        "fin_preview",
    ),
    "custom_object_instances": ("custom_objects",),
    "data_attributes": ("attributes",),
    "data_connectors": ("connectors", "connector_runs"),
    "help_center": ("help_centers", "help_collections"),
    "internal_articles": ("internal_articles", "content_tags"),
    "fin": ("fin", "fin_preview"),
    "procedures": ("fin_preview",),
    "folders": ("folders",),
    "download": ("content_exports", "reporting_exports"),
    "emails": ("brands",),
    "export": ("content_exports", "reporting_exports", "workflows"),
    "ip_allowlist": ("ip_allowlist",),
    "jobs": ("jobs",),
    "macros": ("macros",),
    "me": ("admins",),
    "news": ("news",),
    "messages": ("messages", "whatsapp"),
    "notes": ("notes",),
    "office_hours_schedules": ("office_hours", "office_hours_exceptions"),
    "segments": ("segments",),
    "subscription_types": ("subscriptions",),
    "tags": ("tags",),
    "teams": ("teams",),
    "calls": ("calls",),
    "events": ("events",),
    "fin_voice": ("fin_voice",),
    "phone_call_redirects": ("phone_switch",),
    "ticket_states": ("ticket_states",),
    "ticket_types": ("ticket_types", "ticket_type_attributes"),
    "tickets": (
        "tickets",
        "ticket_creation",
        "ticket_links",
        "ticket_replies",
        "ticket_search",
        "ticket_tags",
    ),
    "visitors": ("visitors",),
}


def all_routes() -> Iterator[Route]:
    """Every operation there is."""
    for word, modules in MODULES.items():
        for name in modules:
            yield from (route for route in routes_in(name) if first_word(route.path) == word)


def routes_in(name: str) -> tuple[Route, ...]:
    """The operations a module answers."""
    found: tuple[Route, ...] = import_module(f"intercom_cli.sandbox.{name}").routes
    return found


@cache
def routes_below(word: str) -> Table:
    """The operations whose path begins with a word, by method and length; fixed words before ids."""
    found: Table = {}
    for name in MODULES.get(word, ()):
        for route in routes_in(name):
            pattern = segments_of(route.path)
            found.setdefault((route.method, len(pattern)), []).append((pattern, route))
    for candidates in found.values():
        candidates.sort(key=lambda candidate: [part.startswith("{") for part in candidate[0]])
    return found


def first_word(path: str) -> str:
    """The first part of a path."""
    return path.strip("/").partition("/")[0]


def segments_of(path: str) -> tuple[str, ...]:
    """The decoded parts of a path; an encoded slash stays inside its part."""
    return tuple(unquote(part) for part in path.strip("/").split("/"))
