"""Brands, and the addresses e-mail is sent from."""

from __future__ import annotations

from intercom_cli.sandbox import document_lists, documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_15
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import APP_CREATED_AT, APP_ID

BRAND = "brand"
EMAIL = "email_setting"
DAY = 86_400


def seed(store: Store, today: int) -> None:
    """Add two brands, each with an address; the default brand has the id of the workspace."""
    brands = ((APP_ID, "Harbor Lights", True, "1"), ("2", "Harbor Lights Pro", False, "2"))
    for identifier, name, is_default, own in brands:
        brand = {
            "type": "brand",
            "id": identifier,
            "name": name,
            "is_default": is_default,
            "created_at": APP_CREATED_AT,
            "updated_at": today - 40 * DAY,
            "help_center_id": own,
            "default_address_settings_id": own,
        }
        documents.add(store, BRAND, brand)
        forwarded = today - DAY if is_default else None
        add_address(store, own, "support" if is_default else "pro", identifier, forwarded, today)


def rename_default(store: Store, app_id: str) -> None:
    """Give the default brand, as it was seeded, the id of the workspace."""
    brand = documents.get(store, BRAND, APP_ID)
    if brand is None or app_id == APP_ID:
        return
    store.run("UPDATE documents SET id = ? WHERE kind = ? AND id = ?", (app_id, BRAND, APP_ID))
    documents.save(store, BRAND, {**brand, "id": app_id})
    for setting in documents.every(store, Query(EMAIL)):
        if setting["brand_id"] == APP_ID:
            documents.save(store, EMAIL, {**setting, "brand_id": app_id})


def add_address(
    store: Store, identifier: str, local: str, brand: str, forwarded: int | None, today: int
) -> None:
    """Add an address that e-mail is sent from."""
    setting = {
        "type": "email_setting",
        "id": identifier,
        "email": f"{local}@harborlights.test",
        "verified": True,
        "domain": "harborlights.test",
        "brand_id": brand,
        "forwarding_enabled": forwarded is not None,
        "forwarded_email_last_received_at": forwarded,
        "created_at": APP_CREATED_AT,
        "updated_at": today - 40 * DAY,
    }
    documents.add(store, EMAIL, setting)


def list_brands(visit: Visit) -> Answer:
    """List all brands in one answer."""
    return document_lists.whole(visit, Query(BRAND), dict)


def retrieve_brand(visit: Visit) -> Answer:
    """Show one brand."""
    return reply(documents.found(visit, BRAND, visit.ids["id"], "Brand not found"))


def list_emails(visit: Visit) -> Answer:
    """List all addresses in one answer."""
    return document_lists.whole(visit, Query(EMAIL), dict)


def retrieve_email(visit: Visit) -> Answer:
    """Show one address."""
    return reply(documents.found(visit, EMAIL, visit.ids["id"], "Email setting not found"))


routes = (
    Route("GET", "/brands", list_brands, V2_15, reads=True),
    Route("GET", "/brands/{id}", retrieve_brand, V2_15, reads=True),
    Route("GET", "/emails", list_emails, V2_15, reads=True),
    Route("GET", "/emails/{id}", retrieve_email, V2_15, reads=True),
)
