"""Help centers, and the redirects into them from old addresses."""

from __future__ import annotations

from functools import partial
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import article_rows, article_shapes
from intercom_cli.sandbox.content.content_pages import numbered
from intercom_cli.sandbox.content.content_rules import DEFAULT_LOCALE, deleted
from intercom_cli.sandbox.document_lists import whole
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.values import Check
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

PAGE, MOST = 50, 250
GONE = "Resource not found"
KIND = "help_center_redirect"
TARGETS = ("article", "collection")
CHECKS: dict[str, Check] = dict.fromkeys(
    ("from_url", "locale", "target_type", "target_id"), values.text
)


def list_centers(visit: Visit) -> Answer:
    """List the help centers in one answer."""
    return whole(visit, Query("help_center"), partial(center_shape, visit.store))


def retrieve_center(visit: Visit) -> Answer:
    """Show one help center."""
    center = documents.found(visit, "help_center", visit.ids["help_center_id"])
    return reply(center_shape(visit.store, center))


def center_shape(store: Store, center: Record) -> dict[str, Any]:
    """A help center as JSON."""
    return {**center, "workspace_id": store.app_id}


def list_redirects(visit: Visit) -> Answer:
    """List the redirects of a help center, the latest changed first."""
    query = Query(
        KIND,
        parent=center_of(visit)["id"],
        order="json_extract(body, '$.updated_at')",
        ascending=False,
    )
    return numbered(visit, query, dict, size=PAGE, most=MOST)


def center_of(visit: Visit) -> Record:
    """The help center a path names."""
    return documents.found(visit, "help_center", visit.ids["help_center_id"], GONE)


def create_redirect(visit: Visit) -> Answer:
    """Lead an address inside the help center to an article or a collection of it."""
    center, sent = center_of(visit), visit.body()
    for name in CHECKS:
        if sent.get(name) is None:
            raise missing(f"{name} is required")
    wanted = values.check(sent, CHECKS)
    if wanted["target_type"] not in TARGETS:
        raise invalid("target_type must be 'article' or 'collection'")
    require_inside(center, wanted["from_url"])
    if wanted["locale"] not in center["locales"]:
        raise unfit("locale must be one of the help center's locales")
    wanted["locale"] = target_locale(visit, center, wanted)
    taken = documents.every(visit.store, Query(KIND, parent=center["id"]))
    if any(other["from_url"] == wanted["from_url"] for other in taken):
        raise Refusal(409, Fault("resource_conflict", "A redirect with that URL already exists"))
    times = {"created_at": visit.now, "updated_at": visit.now}
    redirect = {"type": KIND, "help_center_id": center["id"], **wanted, **times}
    return reply(documents.add(visit.store, KIND, redirect, parent=center["id"]))


def require_inside(center: Record, address: str) -> None:
    """Refuse an address outside the help center."""
    if not address.startswith(f"{center['url']}/") or any(sign.isspace() for sign in address):
        raise unfit("from_url must be an absolute URL within this help center's URL space")


def target_locale(visit: Visit, center: Record, wanted: Record) -> str:
    """The language a redirect ends in: an article without a translation is met in its own.

    Refuses a target that is not part of the help center.
    """
    refusal = unfit(f"target_id must be the id of an {wanted['target_type']} in this help center")
    target = documents.get(visit.store, wanted["target_type"], wanted["target_id"])
    if target is None:
        raise refusal
    if wanted["target_type"] == "collection":
        if str(target["help_center_id"]) != center["id"]:
            raise refusal
        return str(wanted["locale"])
    article_rows.settle(target, visit.now)
    if article_shapes.center_of(visit, target) != center["id"]:
        raise refusal
    return str(wanted["locale"]) if wanted["locale"] in target["contents"] else DEFAULT_LOCALE


def unfit(message: str) -> Refusal:
    """Refuse what does not fit this help center: 422 ``data_invalid``."""
    return Refusal(422, Fault("data_invalid", message))


def retrieve_redirect(visit: Visit) -> Answer:
    """Show one redirect."""
    return reply(redirect_of(visit))


def delete_redirect(visit: Visit) -> Answer:
    """Delete a redirect."""
    redirect = redirect_of(visit)
    documents.remove(visit.store, KIND, redirect["id"])
    return reply(deleted(redirect["id"], KIND))


def redirect_of(visit: Visit) -> Record:
    """The redirect a path names, in the help center it names."""
    center = center_of(visit)
    redirect = documents.found(visit, KIND, visit.ids["id"], GONE)
    if redirect["help_center_id"] != center["id"]:
        raise Refusal(404, Fault("not_found", GONE))
    return redirect


CENTERS = "/help_center/help_centers"
REDIRECTS = f"{CENTERS}/{{help_center_id}}/redirects"
routes = (
    Route("GET", CENTERS, list_centers, reads=True),
    Route("GET", f"{CENTERS}/{{help_center_id}}", retrieve_center, reads=True),
    Route("GET", REDIRECTS, list_redirects, V2_16, reads=True),
    Route("POST", REDIRECTS, create_redirect, V2_16),
    Route("GET", f"{REDIRECTS}/{{id}}", retrieve_redirect, V2_16, reads=True),
    Route("DELETE", f"{REDIRECTS}/{{id}}", delete_redirect, V2_16),
)
