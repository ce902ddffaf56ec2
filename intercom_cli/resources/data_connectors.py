"""Requests to other services that workflows and Fin can make."""

from __future__ import annotations

from intercom_cli.resource import Argument, Column, Field, Paging, Resource, Verb
from intercom_cli.values import spelled

METHODS = ("get", "post", "put", "delete", "patch")
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
CONNECTOR = Argument("data_connector_id", "The data connector.", "CONNECTOR")
RUNS = "GET /data_connectors/{data_connector_id}/execution_results"
RUN = (
    Column("Id", "id", "id"),
    Column("Time", "created_at", "time"),
    Column("Success", "success", "flag"),
    Column("Status", "http_status"),
    Column("Took ms", "execution_time_ms", "count"),
    Column("Error", "error_type"),
    Column("Source", "source_type"),
    Column("Conversation", "conversation_id", "id"),
)

resource = Resource(
    name="data-connectors",
    one="data connector",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("State", "state"),
        Column("Method", "http_method"),
        Column("Fin", "direct_fin_usage", "flag"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb(
            "list", "GET /data_connectors", "intercom data-connectors list --where 'state = draft'"
        ),
        Verb(
            "get",
            "GET /data_connectors/{id}",
            "intercom data-connectors get 1",
            query=(
                Field(
                    "version",
                    "Which of its two versions.",
                    choices=("draft", "live"),
                    place="state_version",
                ),
            ),
        ),
        Verb(
            "create",
            "POST /data_connectors",
            "intercom data-connectors create --name Orders"
            " --url https://shop.example --http-method get",
        ),
        Verb(
            "update",
            "PATCH /data_connectors/{id}",
            "intercom data-connectors update 5 --state live",
        ),
        Verb("delete", "DELETE /data_connectors/{id}", "intercom data-connectors delete 5"),
        Verb(
            "runs",
            RUNS,
            "intercom data-connectors runs 1 --since 30d --no-success",
            "List the runs of the last hour, or since another time, the latest first.",
            (CONNECTOR,),
            query=(
                Field("since", "From this time on; an hour ago.", "time", place="start_ts"),
                Field("until", "Up to this time; now.", "time", place="end_ts"),
                Field("success", "Only those that went well, or did not.", "boolean"),
                Field(
                    "error_type",
                    "Only those that failed so; a wrong word tells all.",
                    choices=ERRORS,
                ),
                Field(
                    "bodies", "With what was sent and received.", "boolean", place="include_bodies"
                ),
            ),
            columns=RUN,
            paging=Paging("cursor", "data", 30),
        ),
        Verb(
            "run",
            f"{RUNS}/{{id}}",
            "intercom data-connectors run 1 1",
            "Show one run with what was sent and received.",
            (CONNECTOR, Argument("id", "The run.", "RUN")),
            columns=RUN,
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field("description", "What it is for."),
        Field("state", "Whether it can be used.", create=False, choices=("draft", "live")),
        Field("url", "The address that is asked."),
        Field("http_method", "How it is asked.", choices=METHODS),
        Field("body", "The body that is sent."),
        Field(
            "audience",
            "Whom it is for; once for each.",
            "strings",
            place="audiences",
            choices=("leads", "users", "visitors"),
        ),
        Field("headers", 'JSON: [{"name": …, "value": …}].', "json"),
        Field("data_inputs", 'JSON: [{"name": …, "type": …, "description": …}].', "json"),
        Field("mock_response", "JSON: an answer to learn its fields from.", "json"),
        Field(
            "token_id",
            "A token it signs in with, by id; once for each.",
            "strings",
            place="token_ids",
        ),
        Field("direct_fin_usage", "Whether Fin may use it by itself.", "boolean"),
        Field(
            "customer_authentication", "Whether people must be known to be who they are.", "boolean"
        ),
        Field("bypass_authentication", "Whether they need not be.", "boolean"),
        Field(
            "validate_missing_attributes", "Whether it fails where a value is missing.", "boolean"
        ),
    ),
    paging=Paging("cursor", "data", 50),
    words=spelled({"state": ("draft", "live"), "http_method": METHODS}),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("description", "string"),
        ("state", "string"),
        ("http_method", "string"),
        ("direct_fin_usage", "boolean"),
        ("created_by_admin_id", "id"),
        ("updated_by_admin_id", "id"),
    ),
)
