"""Audiences: named groups of contacts, described by rules."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import document_lists, documents, fields, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.seeding.words import PLACES, PLANS
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

KIND = "audience"
SIZE = MOST = 50
DAY = 86_400
USERS = [{"attribute": "role", "type": "role", "comparison": "eq", "value": "user"}]

predicate = fields.record(
    {
        "attribute": values.text,
        "type": values.text,
        "comparison": values.text,
        "value": fields.string,
    },
    required=("attribute", "type", "comparison", "value"),
)
CHECKS: dict[str, values.Check] = {
    "name": fields.string,
    "predicates": fields.many(predicate),
    "role_predicates": fields.many(predicate),
}


def seed(store: Store, today: int) -> None:
    """Add audiences: three with names of their own, and one for each plan in each country."""
    named = (
        ("VIP customers", "custom_attributes.plan", "enterprise"),
        ("Paying customers", "custom_attributes.plan", "pro"),
        ("People at Acme", "company.name", "Acme"),
    )
    countries = sorted({country for country, _, _ in PLACES if country})
    mixed = [
        (f"{plan.title()} plan, {country}", "custom_attributes.plan", plan)
        for plan in PLANS
        for country in countries
    ]
    for number, (name, attribute, value) in enumerate((*named, *mixed)):
        comparison = "contains" if attribute == "company.name" else "eq"
        rule = {"attribute": attribute, "type": "string", "comparison": comparison, "value": value}
        made = today - (200 - number) * DAY
        documents.add(store, KIND, whole({"name": name, "predicates": [rule]}, made))


def whole(given: dict[str, Any], now: int) -> Record:
    """A new audience with everything it has."""
    return {
        "name": given["name"],
        "predicates": given.get("predicates", []),
        "role_predicates": given.get("role_predicates", USERS),
        "created_at": now,
        "updated_at": now,
    }


def list_audiences(visit: Visit) -> Answer:
    """List audiences by page, in the order they were made."""
    return document_lists.by_flat_page(visit, Query(KIND), shape, size=SIZE, most=MOST)


def create(visit: Visit) -> Answer:
    """Make an audience."""
    sent = visit.body()
    if sent.get("name") in (None, ""):
        raise unfit("Name is required")
    record = documents.add(visit.store, KIND, whole(wanted(sent), visit.now))
    return reply(shape(record), status=201)


def retrieve(visit: Visit) -> Answer:
    """Show one audience."""
    return reply(shape(documents.found(visit, KIND, visit.ids["id"])))


def update(visit: Visit) -> Answer:
    """Change what is named of an audience."""
    record = documents.found(visit, KIND, visit.ids["id"])
    changed = {**record, **wanted(visit.body()), "updated_at": visit.now}
    return reply(shape(documents.save(visit.store, KIND, changed)))


def delete(visit: Visit) -> Answer:
    """Delete an audience; the answer has no body."""
    record = documents.found(visit, KIND, visit.ids["id"])
    documents.remove(visit.store, KIND, record["id"])
    return Answer(204)


def wanted(sent: dict[str, Any]) -> dict[str, Any]:
    """What a body says, checked."""
    given = fields.checked(sent, CHECKS, code="validation_error")
    if not given.get("name", "x").strip():
        raise unfit("Name must not be blank")
    return given


def unfit(message: str) -> Refusal:
    """Refuse a body: 422 ``validation_error``."""
    return Refusal(422, Fault("validation_error", message))


def shape(record: Record) -> dict[str, Any]:
    """An audience as JSON."""
    return {"type": "audience", **record}


routes = (
    Route("GET", "/audiences", list_audiences, V2_16, reads=True),
    Route("POST", "/audiences", create, V2_16),
    Route("GET", "/audiences/{id}", retrieve, V2_16, reads=True),
    Route("PUT", "/audiences/{id}", update, V2_16),
    Route("DELETE", "/audiences/{id}", delete, V2_16),
)
