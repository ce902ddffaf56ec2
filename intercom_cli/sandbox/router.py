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
    "admins": ("office.admins", "office.activity"),
    "audiences": ("people.audiences",),
    "ai": ("content.import_sources", "content.external_pages"),
    "articles": (
        "content.articles",
        "content.article_drafts",
        "content.article_search",
        "content.content_tags",
    ),
    "away_status_reasons": ("office.admins",),
    "brands": ("office.brands",),
    "companies": (
        "people.company_lists",
        "people.companies",
        "people.company_parts",
        "people.notes",
    ),
    "contacts": (
        "people.contact_lists",
        "people.contacts",
        "people.contact_states",
        "people.merges",
        "people.contact_parts",
        "people.subscriptions",
        "people.notes",
        "people.banners",
    ),
    "content": ("content.content_search", "content.content_actions"),
    "content_snippets": ("content.content_snippets", "content.content_tags"),
    "conversations": (
        "conversations.conversations",
        "conversations.conversation_search",
        "conversations.conversation_replies",
        "conversations.conversation_people",
        "conversations.conversation_deeds",
        "conversations.conversation_attributes",
        "conversations.conversation_attribute_options",
        "tickets.ticket_creation",
        "conversations.fin_preview",
    ),
    "custom_object_instances": ("people.custom_objects",),
    "data_attributes": ("people.attributes",),
    "data_connectors": ("office.connectors", "office.connector_runs"),
    "help_center": ("content.help_centers", "content.help_collections"),
    "internal_articles": ("content.internal_articles", "content.content_tags"),
    "fin": ("conversations.fin", "conversations.fin_preview"),
    "procedures": ("conversations.fin_preview",),
    "folders": ("content.folders",),
    "download": ("office.content_exports", "office.reporting_exports"),
    "emails": ("office.brands",),
    "export": ("office.content_exports", "office.reporting_exports", "conversations.workflows"),
    "ip_allowlist": ("office.ip_allowlist",),
    "jobs": ("office.jobs",),
    "macros": ("conversations.macros",),
    "me": ("office.admins",),
    "news": ("content.news",),
    "messages": ("conversations.messages", "conversations.whatsapp"),
    "notes": ("people.notes",),
    "office_hours_schedules": ("office.office_hours", "office.office_hours_exceptions"),
    "segments": ("people.segments",),
    "subscription_types": ("people.subscriptions",),
    "tags": ("people.tags",),
    "teams": ("office.teams",),
    "calls": ("conversations.calls",),
    "events": ("people.events",),
    "fin_voice": ("conversations.fin_voice",),
    "phone_call_redirects": ("conversations.phone_switch",),
    "ticket_states": ("tickets.ticket_states",),
    "ticket_types": ("tickets.ticket_types", "tickets.ticket_type_attributes"),
    "tickets": (
        "tickets.tickets",
        "tickets.ticket_creation",
        "tickets.ticket_links",
        "tickets.ticket_replies",
        "tickets.ticket_search",
        "tickets.ticket_tags",
    ),
    "visitors": ("people.visitors",),
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
    """The operations whose path begins with a word, by method and length."""
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
