"""The areas of the API, each with the operations that belong to it and the module that walks them.

A module of an area has ``walk()``; ``deviations()``, where the sandbox is not as described because
the real platform is not either, each with its source; ``NOT_SHOWN``, members of examples that the
sandbox does not show; and ``NOT_TOLD``, errors of examples that the walk does not meet, each with
the reason. One that nothing needs any more fails the tests.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from described import operations

AREAS = ("people", "conversations", "tickets", "content", "office")
CHAPTERS = {
    "conversations": ("Conversations", "Conversations Attributes", "Fin Agent", "Messages"),
    "tickets": (
        "Calls",
        "Data Events",
        "Switch",
        "Ticket States",
        "Ticket Type Attributes",
        "Ticket Types",
        "Tickets",
        "Visitors",
    ),
    "content": (
        "AI Content",
        "Articles",
        "Content",
        "Content Snippets",
        "Help Center",
        "Internal Articles",
        "Macros",
        "News",
    ),
    "office": (
        "Audiences",
        "Away Status Reasons",
        "Banners",
        "Brands",
        "Custom Object Instances",
        "Data Connectors",
        "Data Export",
        "Emails",
        "IP Allowlist",
        "Office Hours",
        "Reporting Data Export",
        "Teams",
        "Workflows",
    ),
}
# Operations that stand in the chapter of another area, by a part of them.
ELSEWHERE = {
    "/conversations/{conversation_id}/convert": "tickets",
    "/conversations/{conversation_id}/tags": "conversations",
    "/tickets/{ticket_id}/tags": "tickets",
    "/admins/activity_log": "office",
}


def operations_of(area: str) -> dict[str, set[str]]:
    """The operations of an area, each with the statuses described for it."""
    return {
        operation: statuses
        for operation, (chapter, statuses) in operations().items()
        if area_of(operation, chapter) == area
    }


def area_of(operation: str, chapter: str) -> str:
    """The area an operation belongs to."""
    for part, area in ELSEWHERE.items():
        if part in operation:
            return area
    return next((area for area, chapters in CHAPTERS.items() if chapter in chapters), "people")


def module_of(area: str) -> ModuleType:
    """The module that walks an area."""
    return import_module(f"area_{area}")
