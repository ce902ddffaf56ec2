"""Data connectors: requests to other services that workflows and Fin can make."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations.workflows import KIND as WORKFLOW
from intercom_cli.sandbox.document_lists import by_bare_cursor
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.office import connector_checks
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid
from intercom_cli.sandbox.times import iso
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

KIND = "data_connector"
SIZE, MOST = 20, 50
UPDATED = "json_extract(body, '$.updated_at')"
SUMMARY = (
    "id",
    "name",
    "description",
    "state",
    "http_method",
    "direct_fin_usage",
    "created_by_admin_id",
    "updated_by_admin_id",
    "created_at",
    "updated_at",
)
BLANK: dict[str, Any] = {
    "description": None,
    "state": "draft",
    "url": None,
    "body": "",
    "headers": [],
    "http_method": "get",
    "direct_fin_usage": False,
    "audiences": [],
    "execution_type": "server_side",
    "configuration_response_type": "test_response_type",
    "data_transformation_type": "full_access",
    "client_function_name": None,
    "client_function_timeout_ms": 30_000,
    "data_inputs": [],
    "response_fields": [],
    "object_mappings": [],
    "token_ids": [],
    "customer_authentication": False,
    "bypass_authentication": False,
    "validate_missing_attributes": None,
}
USED = """
SELECT 1 FROM documents AS workflow, json_each(workflow.body, '$.snapshot.steps') AS step
WHERE workflow.kind = ? AND json_extract(step.value, '$.data_connector_id') = ?
"""


def list_connectors(visit: Visit) -> Answer:
    """List connectors in short, the latest changed first."""
    query = Query(KIND, order=UPDATED, ascending=False)
    return by_bare_cursor(visit, query, short, size=SIZE, most=MOST)


def create(visit: Visit) -> Answer:
    """Make a connector, as a draft."""
    sent = visit.body()
    if sent.get("name") in (None, ""):
        raise Refusal(422, Fault("parameter_not_found", "Name is required"))
    given = connector_checks.wanted(sent, creating=True)
    record = documents.add(visit.store, KIND, new(given, ME, visit.now))
    return reply(shape(record), status=201)


def new(given: dict[str, Any], admin: str, now: int) -> Record:
    """A connector with everything it has."""
    made = {"created_at": iso(now), "updated_at": iso(now)}
    makers = {"created_by_admin_id": admin, "updated_by_admin_id": admin}
    return {**BLANK, **given, **makers, **made}


def retrieve(visit: Visit) -> Answer:
    """Show one connector. Here it is the same in both versions that can be asked for."""
    version = visit.call.parameter("state_version")
    if version not in (None, *connector_checks.STATES):
        raise invalid("Invalid state_version. Must be one of: live, draft")
    return reply(shape(found(visit, visit.ids["id"])))


def update(visit: Visit) -> Answer:
    """Change what is named, or the state: only one with an address may go live."""
    before = found(visit, visit.ids["id"])
    given = connector_checks.wanted(visit.body(), creating=False)
    if given.get("state") == "draft" and before["state"] == "live" and in_use(visit, before):
        raise conflict(
            "data_connector_in_use", "is in use by other resources and cannot be set to draft"
        )
    after = {**before, **given, "updated_at": iso(visit.now), "updated_by_admin_id": ME}
    if given.get("state") == "live" and not after["url"]:
        raise connector_checks.unfit("Url is required before a connector can be set to live")
    return reply(shape(documents.save(visit.store, KIND, after)))


def delete(visit: Visit) -> Answer:
    """Delete a draft that nothing uses."""
    record = found(visit, visit.ids["id"])
    if in_use(visit, record):
        raise conflict(
            "data_connector_in_use", "is in use by other resources and cannot be deleted"
        )
    if record["state"] != "draft":
        raise conflict("conflict", "must be in draft state to be deleted")
    documents.remove(visit.store, KIND, record["id"])
    return reply({"id": record["id"], "object": KIND, "deleted": True})


def found(visit: Visit, identifier: str) -> Record:
    """The connector with an id."""
    code = "data_connector_not_found"
    return documents.found(visit, KIND, identifier, "Data connector not found", code)


def in_use(visit: Visit, record: Record) -> bool:
    """Whether a workflow asks a connector."""
    return visit.store.row(USED, (WORKFLOW, record["id"])) is not None


def conflict(code: str, what: str) -> Refusal:
    """Refuse what the state of a connector forbids: 409."""
    return Refusal(409, Fault(code, f"Data connector {what}"))


def short(record: Record) -> dict[str, Any]:
    """A connector as lists have it."""
    shown = {"type": KIND, **{name: record[name] for name in SUMMARY}}
    return {**shown, "execution_results_url": results(record)}


def shape(record: Record) -> dict[str, Any]:
    """A connector with everything; what its headers hold is never shown."""
    headers = [{"name": header["name"], "value": "****"} for header in record["headers"]]
    return {"type": KIND, **record, "headers": headers, "execution_results_url": results(record)}


def results(record: Record) -> str:
    """Where the runs of a connector are listed."""
    return f"/data_connectors/{record['id']}/execution_results"


routes = (
    Route("GET", "/data_connectors", list_connectors, V2_16, reads=True),
    Route("POST", "/data_connectors", create, V2_16),
    Route("GET", "/data_connectors/{id}", retrieve, V2_16, reads=True),
    Route("PATCH", "/data_connectors/{id}", update, V2_16),
    Route("DELETE", "/data_connectors/{id}", delete, V2_16),
)
