"""The connectors the workspace has, and the runs of the first few."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.office import connector_runs, connectors
from intercom_cli.sandbox.office.connector_checks import response_fields
from intercom_cli.sandbox.seeding.words import ADMINS
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.times import iso

HOST = "https://api.harborlights.test"
CONVERSATIONS = documents.Query("conversation")
DAY = 86_400
RUNS = ((1, 40), (2, 8))
SUBJECTS = ("Order", "Invoice", "Shipment", "Subscription", "Refund")
QUESTIONS = ("status", "history", "owner", "price", "notes")


def seed(store: Store, today: int) -> None:
    """Add 25 connectors, most of them live, and runs for two."""
    names = [(subject, question) for question in QUESTIONS for subject in SUBJECTS]
    for number, (subject, question) in enumerate(names, 1):
        documents.add(store, connectors.KIND, connector(number, subject, question, today))
    talks = [talk["id"] for talk in documents.every(store, CONVERSATIONS, limit=40)]
    for number, count in RUNS:
        for turn in range(count):
            run = execution(number, turn, today)
            run["conversation_id"] = talks[turn % len(talks)] if talks else None
            documents.add(store, connector_runs.KIND, run, parent=str(number))


def connector(number: int, subject: str, question: str, today: int) -> dict[str, Any]:
    """A connector that asks one thing about one subject; every fifth is still a draft."""
    noun = subject.lower()
    asked = f"The number of the {noun}"
    given = {
        "name": f"{subject} {question}",
        "description": f"Asks the back office for the {question} of the {noun}",
        "state": "draft" if number % 5 == 0 else "live",
        "http_method": "post",
        "body": '{"text":"{{text}}"}',
        "url": f"{HOST}/{noun}s/{{{{{noun}_id}}}}/{question}",
        "headers": [{"name": "Authorization", "value": "Bearer {{token}}"}],
        "audiences": ["users", "leads"],
        "data_inputs": [
            {
                "name": f"{noun}_id",
                "type": "string",
                "description": asked,
                "required": True,
                "default_value": "",
            }
        ],
        "response_fields": response_fields({question: "ok"}),
    }
    admin = ADMINS[number % len(ADMINS)][0]
    return connectors.new(given, admin, today - number * 3 * DAY)


def execution(number: int, turn: int, today: int) -> dict[str, Any]:
    """A run of a connector, one an hour before the last midnight; every seventh failed."""
    failed = (turn + 1) % 7 == 0
    answer = None if failed else '{"status":"ok"}'
    return {
        "data_connector_id": str(number),
        "success": not failed,
        "http_status": None if failed else 200,
        "http_method": "post",
        "error_type": "3rd_party_error" if failed else None,
        "error_message": "Connection refused" if failed else None,
        "execution_time_ms": None if failed else 120 + turn,
        "source_type": "workflow",
        "source_id": "1",
        "created_at": iso(today - (turn + 1) * 3_600),
        "request_url": f"{HOST}/orders/{1_000 + turn}/status",
        "request_body": '{"text":"How is it going?"}',
        "response_body": answer,
        "raw_response_body": answer,
    }
