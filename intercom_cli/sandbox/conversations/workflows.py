"""Workflows, as they are exported."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.times import iso
from intercom_cli.sandbox.versions import V2_15
from intercom_cli.sandbox.visit import Route, Visit

KIND = "workflow"
APP_NUMBER = 4_815_162  # the description wants a number here, where the workspace has letters
DAY = 86_400


def seed(store: Store, today: int) -> None:
    """Add three workflows; the first asks a data connector."""
    ask = {"type": "data_connector", "data_connector_id": "1"}
    say = {"type": "message", "body": "Hello! What can we do for you?"}
    for title, state, steps in (
        ("Where is my order", "live", [say, ask]),
        ("Out of hours", "live", [say]),
        ("Ask for feedback", "draft", [say]),
    ):
        workflow = {
            "title": title,
            "description": f"Started by a new conversation: {title.lower()}",
            "trigger_type": "inbound_conversation",
            "state": state,
            "target_channels": ["chat"],
            "preferred_devices": ["desktop", "mobile"],
            "created_at": iso(today - 200 * DAY),
            "updated_at": iso(today - 20 * DAY),
            "targeting": {"role": "user"},
            "snapshot": {"steps": steps},
            "attributes": [],
            "embedded_rules": [],
        }
        documents.add(store, KIND, workflow)


def export(visit: Visit) -> Answer:
    """Show everything a workflow is made of. This workspace's plan has the feature."""
    workflow = documents.found(visit, KIND, visit.ids["id"], "Workflow not found")
    shown: dict[str, Any] = {
        "export_version": "1.0",
        "exported_at": iso(visit.now),
        "app_id": APP_NUMBER,
        "workflow": workflow,
    }
    return reply(shown)


routes = (Route("GET", "/export/workflows/{id}", export, V2_15, reads=True),)
