"""Runs of data connectors: what was asked, what came back, and what went wrong."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.document_lists import by_bare_cursor
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.office.connectors import found
from intercom_cli.sandbox.refusals import invalid, not_found
from intercom_cli.sandbox.times import iso
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

KIND = "connector_run"
SIZE, MOST = 10, 30
HOUR = 3_600
CREATED = "json_extract(body, '$.created_at')"
BODIES = ("request_body", "response_body", "raw_response_body")
BOOLEANS = ("true", "false")
ERRORS = (
    "request_configuration_error",
    "faraday_error",
    "3rd_party_error",
    "response_mapping_error",
    "token_refresh_error",
    "fin_action_response_formatting_error",
    "fin_action_identity_verification_error",
    "email_verification_error",
    "non_fin_standalone_action_identity_verification_error",
    "request_validation_error",
    "client_side_action_error",
)


def list_runs(visit: Visit) -> Answer:
    """List the runs of a connector, the latest first; unless times are given, the last hour's."""
    connector = found(visit, visit.ids["data_connector_id"])
    success = one_of(visit, "success", BOOLEANS)
    error = one_of(visit, "error_type", ERRORS)
    whole = one_of(visit, "include_bodies", BOOLEANS) == "true"
    start = moment(visit, "start_ts", visit.now - HOUR)
    end = moment(visit, "end_ts", visit.now)
    sql, given = f"{CREATED} BETWEEN ? AND ?", [iso(start), iso(end)]
    if success is not None:
        sql += f" AND json_extract(body, '$.success') = {int(success == 'true')}"
    if error is not None:
        sql, given = f"{sql} AND json_extract(body, '$.error_type') = ?", [*given, error]
    query = Query(KIND, connector["id"], sql, given, order=CREATED, ascending=False)
    return by_bare_cursor(visit, query, shape if whole else short, size=SIZE, most=MOST)


def one_of(visit: Visit, name: str, words: tuple[str, ...]) -> str | None:
    """One of some words of the query, if there is one."""
    given = visit.call.parameter(name)
    if given in (None, ""):
        return None
    if given not in words:
        raise invalid(f"Invalid {name}. Must be one of: {', '.join(words)}")
    return given


def moment(visit: Visit, name: str, default: int) -> int:
    """A Unix time of the query."""
    given = visit.call.parameter(name)
    if given in (None, ""):
        return default
    try:
        return values.moment(int(given or ""))
    except ValueError as error:
        raise invalid(f"{name} must be a Unix timestamp (integer)") from error


def retrieve(visit: Visit) -> Answer:
    """Show one run with everything that was sent and received."""
    connector = found(visit, visit.ids["data_connector_id"])
    query = Query(KIND, connector["id"], sql="id = ?", values=(visit.ids["id"],))
    runs = documents.every(visit.store, query)
    if not runs:
        raise not_found("Execution result not found", "execution_result_not_found")
    return reply(shape(runs[0]))


def shape(record: Record) -> dict[str, Any]:
    """A run as JSON, without what it does not have; the status is told even then."""
    kept = {name: value for name, value in record.items() if value is not None}
    return {"type": "data_connector.execution", "http_status": None, **kept}


def short(record: Record) -> dict[str, Any]:
    """A run without the bodies."""
    return {name: value for name, value in shape(record).items() if name not in BODIES}


BELOW = "/data_connectors/{data_connector_id}/execution_results"
routes = (
    Route("GET", BELOW, list_runs, V2_16, reads=True),
    Route("GET", f"{BELOW}/{{id}}", retrieve, V2_16, reads=True),
)
