"""Who answers which method and path."""

from __future__ import annotations

from urllib.parse import unquote

from intercom_cli.sandbox import (
    admins,
    attributes,
    companies,
    company_lists,
    company_parts,
    contact_lists,
    contact_parts,
    contact_states,
    contacts,
    jobs,
    merges,
    notes,
    segments,
    subscriptions,
    tags,
)
from intercom_cli.sandbox.visit import Route

NOUNS = (
    admins,
    contact_lists,
    contacts,
    contact_states,
    merges,
    contact_parts,
    subscriptions,
    notes,
    company_lists,
    companies,
    company_parts,
    tags,
    segments,
    attributes,
    jobs,
)


def all_routes() -> dict[tuple[str, int], list[tuple[tuple[str, ...], Route]]]:
    """Every operation by method and length, fixed words before ids."""
    found: dict[tuple[str, int], list[tuple[tuple[str, ...], Route]]] = {}
    for noun in NOUNS:
        for route in noun.routes:
            pattern = segments_of(route.path)
            found.setdefault((route.method, len(pattern)), []).append((pattern, route))
    for candidates in found.values():
        candidates.sort(key=lambda candidate: [part.startswith("{") for part in candidate[0]])
    return found


def segments_of(path: str) -> tuple[str, ...]:
    """The decoded parts of a path; an encoded slash stays inside its part."""
    return tuple(unquote(part) for part in path.strip("/").split("/"))
