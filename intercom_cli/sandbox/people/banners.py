"""Banners: what a contact is shown above the page, until it is dismissed."""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import receipts
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.refusals import not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

KIND = "banner"
VIEW = "banner_view"

BANNERS: tuple[dict[str, Any], ...] = (
    {
        "title": "Maintenance on Sunday",
        "body": '<p class="no-margin">We will be away for an hour.</p>',
        "style": "inline",
        "position": "top",
        "show_dismiss_button": True,
        "action": None,
    },
    {
        "title": None,
        "body": '<p class="no-margin">The new reports are here.</p>',
        "style": "floating",
        "position": "bottom",
        "show_dismiss_button": True,
        "action": {"type": "url", "label": "Read more", "target": "https://harborlights.test/news"},
    },
    {
        "title": "Try the paid plans",
        "body": '<p class="no-margin">How do you like the free plan?</p>',
        "style": "inline",
        "position": "top",
        "show_dismiss_button": False,
        "action": {
            "type": "reaction",
            "reaction_set": [
                {"index": index, "unicode_emoticon": sign} for index, sign in enumerate("😟😐😃")
            ],
        },
    },
)


def seed(store: Store, today: int) -> None:  # noqa: ARG001 - a banner shows no time of its own
    """Add a banner for everybody, one for users, and one for users on the free plan."""
    for banner in BANNERS:
        documents.add(store, KIND, dict(banner))


def matches(banner: Record, contact: Any) -> bool:
    """Whether a contact is to see a banner."""
    free = json.loads(contact["custom"]).get("plan") == "free"
    user = contact["role"] == "user"
    return bool({"1": True, "2": user, "3": user and free}[banner["id"]])


def list_banners(visit: Visit) -> Answer:
    """List what a contact is to see; asking counts as showing, so this writes."""
    contact = contact_rows.live(visit.store, visit.ids["id"])
    before = documents.every(visit.store, Query(VIEW, contact["id"]))
    views = {view["banner"]: view for view in before}
    shown = []
    for banner in documents.every(visit.store, Query(KIND)):
        if matches(banner, contact):
            view = views.get(banner["id"]) or impression(visit, banner, contact)
            if not view["dismissed"]:
                shown.append(shape(banner, view))
    return reply({"type": "list", "data": shown})


def impression(visit: Visit, banner: Record, contact: Any) -> Record:
    """Write down that a contact saw a banner for the first time."""
    title = banner["title"] or f"Banner {banner['id']}"
    receipt = receipts.add(visit.store, contact, "banner", banner["id"], title, visit.now)
    view = {
        "banner": banner["id"],
        "dismissed": False,
        "receipt": receipt["id"],
        "created_at": visit.now,
    }
    return documents.add(visit.store, VIEW, view, parent=contact["id"])


def dismiss(visit: Visit) -> Answer:
    """Hide a banner from a contact for good; doing it twice is no mistake."""
    contact = contact_rows.live(visit.store, visit.ids["id"])
    query = Query(VIEW, contact["id"], sql="id = ?", values=(visit.ids["view_id"],))
    view = next(iter(documents.every(visit.store, query)), None)
    if view is None:
        raise not_found()
    if not view["dismissed"]:
        documents.save(visit.store, VIEW, {**view, "dismissed": True})
        receipts.mark(visit.store, view["receipt"], "first_dismissal", visit.now)
    return reply({"type": "banner_dismiss", "view_id": view["id"], "dismissed": True})


def shape(banner: Record, view: Record) -> dict[str, Any]:
    """A banner as JSON, with the view that can be dismissed."""
    return {
        "type": KIND,
        **banner,
        "view_id": view["id"],
        "client_targeting": None,
        "created_at": view["created_at"],
    }


routes = (
    Route("GET", "/contacts/{id}/banners", list_banners, V2_16),
    Route("POST", "/contacts/{id}/banners/{view_id}/dismiss", dismiss, V2_16),
)
