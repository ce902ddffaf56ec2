"""What is around the seeded conversations: side talks, pauses, checks, the deleted, WhatsApp."""

from __future__ import annotations

from datetime import UTC, datetime

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.conversations import conversation_thread as thread
from intercom_cli.sandbox.conversations.conversation_thread import KIND
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.store import Store

BUSY = "3"  # the conversation that all of this hangs on
SIDES = 3
DELETED = 3
RULESET = "12345"
SENT = 120
DAY = 86_400
OUTCOMES = ("read", "delivered", "failed", "delivered")


def add_asides(store: Store, today: int, admins: list[Record]) -> None:
    """Add all of it."""
    record = documents.get(store, KIND, BUSY)
    if record is not None:
        add_action(store, record, admins[0])
        add_checks(record, admins[0])
        documents.save(store, KIND, record)
        add_sides(store, record, admins)
        add_pauses(store, record, admins[1])
    for number in range(DELETED):
        gone = {"id": documents.next_id(store, KIND), "metrics_retained": number % 2 == 0}
        documents.add(store, "deleted_conversation", {**gone, "deleted_at": today - DAY + number})
    add_whatsapp(store, today)


def add_action(store: Store, record: Record, admin: Record) -> None:
    """An action of another program, an attribute it set, and a tagged part."""
    moment = record["updated_at"]
    about = {"app_package_code": "harbor-issues"}
    details: Record = {"action": {"name": "Create an issue"}}
    kind = "custom_action_started"
    thread.append(store, record, kind, admin, moment + 60, event_details=details, **about)
    thread.attribute_part(store, record, "order_number", "HL-1007", moment + 61)
    record["custom_attributes"]["order_number"] = "HL-1007"
    details = {"action": {"name": "Create an issue", "result": "success"}}
    kind = "custom_action_finished"
    thread.append(store, record, kind, admin, moment + 62, event_details=details, **about)
    workflow = {"name": "After an issue"}
    done = {"workflow": workflow, "event": {"type": "branch", "result": "yes"}}
    kind = "operator_workflow_event"
    thread.append(store, record, kind, thread.OPERATOR, moment + 63, event_details=done)
    tags = [{"type": "tag", "id": "10", "name": "Feature request"}]
    body = "<p>The issue is HL-1007.</p>"
    kind = "note"
    thread.append(
        store, record, kind, admin, moment + 64, body=body, tags=tags, external_id="issue-1007"
    )


def add_checks(record: Record, admin: Record) -> None:
    """What checks of quality found."""
    evaluated = record["updated_at"]
    record["monitor_evaluations"] = [
        {
            "monitor_id": "1",
            "monitor_name": "Unhappy customers",
            "monitor_type": "topic",
            "result": "flagged",
            "explanation": "The customer asked twice.",
            "evaluated_at": evaluated,
        }
    ]
    result = {"value": "yes", "source": "ai", "reasoning": "The answer was right."}
    record["scorecards"] = [
        {
            "scorecard_id": "1",
            "scorecard_version_id": "2",
            "name": "Good answers",
            "scorecard_type": "manual",
            "passed": True,
            "score": 0.9,
            "ai_score": 0.8,
            "evaluated_at": evaluated,
            "reviewed_teammate": {"type": "admin", "admin_id": admin["id"]},
            "evaluators": [
                {
                    "evaluator_id": "1",
                    "result": {**result, "reason_ids": [], "other_text": None},
                }
            ],
        }
    ]


def add_sides(store: Store, record: Record, admins: list[Record]) -> None:
    """What teammates talked about beside it."""
    for number in range(SIDES):
        identifier = documents.next_id(store, KIND)
        documents.add(store, "side_conversation", {"id": identifier}, parent=record["id"])
        for turn in range(number + 1):
            moment = record["created_at"] + 100 * (turn + 1)
            part = {
                "id": documents.next_id(store, thread.PART),
                "part_type": "comment",
                "body": f"<p>Who knows about this? Asked {turn + 1} times.</p>",
                "created_at": moment,
                "updated_at": moment,
                "author": admins[turn % len(admins)],
            }
            documents.add(store, "side_conversation_part", part, parent=identifier)


def add_pauses(store: Store, record: Record, admin: Record) -> None:
    """When a teammate paused, and went on."""
    teammate = {**admin, "id": int(admin["id"])}
    for number, kind in enumerate(("paused", "resumed")):
        moment = datetime.fromtimestamp(record["created_at"] + 600 * (number + 1), UTC)
        event = {"teammate": teammate, "type": kind, "timestamp": f"{moment:%Y-%m-%dT%H:%M:%SZ}"}
        reason = {"reason": "Paused"} if kind == "paused" else {}
        documents.add(store, "handling_event", {**event, **reason}, parent=record["id"])


def add_whatsapp(store: Store, today: int) -> None:
    """A set of WhatsApp messages, sent one a minute yesterday at noon."""
    contacts = store.rows("SELECT id FROM contacts WHERE state = 'live' ORDER BY seq LIMIT 40")
    for number in range(SENT):
        sent, outcome = today - DAY // 2 + 60 * number, OUTCOMES[number % len(OUTCOMES)]
        failure = {
            "message": "Message delivery failed",
            "details": "The number is not on WhatsApp",
        }
        record = {
            "id": f"wamid_seeded_{number + 1}",
            "conversation_id": str(number % 40 + 1),
            "user_id": contacts[number % len(contacts)]["id"],
            "created_at": sent,
            "template_name": ("order_update", "appointment_reminder")[number % 2],
            "type": "broadcast_outbound",
            "error": failure if outcome == "failed" else None,
            "read_at": sent + 3_600 if outcome == "read" else None,
        }
        documents.add(store, "whatsapp_message", record, parent=RULESET)
