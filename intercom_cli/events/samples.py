"""Samples of what cannot be read anywhere: it is only ever told in notifications."""

from __future__ import annotations

from typing import Any

ADMIN = {"type": "admin", "id": "991267459", "name": "Ruth Okafor", "email": "ruth@acme.test"}
EMAIL = "jane@acme.test"
CONTACT_ID = "6b01255040a980bd3f4ed95a"


def sample(topic: str, now: int) -> dict[str, Any]:
    """The item of a topic whose kind no operation reads."""
    group = topic.partition(".")[0]
    if topic.startswith("admin.activity_log_event"):
        return activity(now)
    if group == "content_stat":
        return content_stat(topic.partition(".")[2], now)
    return SAMPLES.get(group, unknown)(topic, now)


def unknown(topic: str, now: int) -> dict[str, Any]:
    """The least that an item has, of a topic of an unknown kind."""
    return {"type": topic.partition(".")[0], "id": "1", "created_at": now, "updated_at": now}


def activity(now: int) -> dict[str, Any]:
    """An entry of the log of what admins did."""
    return {
        "id": "eb0c63b2-dfaf-5248-ab12-44126474b2fd",
        "performed_by": {**ADMIN, "ip": "127.0.0.1"},
        "metadata": {"sign_in_method": "email_password", "external_link": None},
        "created_at": now,
        "activity_type": "admin_login_success",
        "activity_description": f"{ADMIN['name']} successfully logged in.",
    }


def content_stat(kind: str, now: int) -> dict[str, Any]:
    """That somebody received something."""
    return {
        "type": "content_stat",
        "id": "402",
        "stat_type": "receipt",
        "content_type": kind.replace(".", "_"),
        "content_id": 1201,
        "content_title": "Welcome",
        "contact_id": CONTACT_ID,
        "created_at": now,
    }


def event(_: str, now: int) -> dict[str, Any]:
    """An event of a contact."""
    return {
        "type": "event",
        "event_name": "order-placed",
        "created_at": now,
        "user_id": "user-000009",
        "id": "c2f1d5a0-8f3e-11f0-9d53-0242ac120002",
        "intercom_user_id": CONTACT_ID,
        "email": EMAIL,
        "metadata": {"order": "A-1001", "price": 9.5},
    }


def job(_: str, now: int) -> dict[str, Any]:
    """A job that ended."""
    return {
        "type": "job",
        "id": "1",
        "status": "success",
        "created_at": now - 60,
        "updated_at": now,
        "resource_type": "ticket",
        "resource_id": "1",
    }


def visitor(_: str, now: int) -> dict[str, Any]:
    """A visitor who signed up."""
    return {
        "type": "visitor",
        "id": "6b0e6adb2a7974e2cae43b1f",
        "user_id": "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3",
        "anonymous": True,
        "email": EMAIL,
        "phone": None,
        "name": "Jane Doe",
        "pseudonym": "Violet Lamp",
        "app_id": "sandbox1",
        "created_at": now - 600,
        "updated_at": now,
        "last_request_at": now,
        "custom_attributes": {},
    }


def ping(_: str, __: int) -> dict[str, Any]:
    """What Intercom sends to try an address."""
    return {"type": "ping", "message": "something something interzen"}


def granular(topic: str, now: int) -> dict[str, Any]:
    """A choice of one kind of messages."""
    return {
        "type": "subscription",
        "id": "37846",
        "state": "subscribed" if topic.endswith(".subscribe") else "unsubscribed",
        "consent_type": "opt_out",
        "contact": {"type": "contact", "id": CONTACT_ID, "email": EMAIL},
        "created_at": now,
    }


def request(_: str, now: int) -> dict[str, Any]:
    """A request of an app to the API."""
    return {
        "type": "api_request",
        "id": "b68959ea-6328-4f70-83cb-e7913dba1542",
        "method": "GET",
        "path": "/contacts",
        "status": 200,
        "created_at": now,
    }


def execution(_: str, now: int) -> dict[str, Any]:
    """A data connector that was run."""
    return {
        "type": "data_connector.execution",
        "id": "1",
        "data_connector_id": "1",
        "success": True,
        "http_status": 200,
        "execution_time_ms": 120,
        "conversation_id": "12",
        "created_at": now,
    }


def procedure(_: str, now: int) -> dict[str, Any]:
    """A procedure that waits for a person."""
    return {
        "type": "hitl_notification",
        "id": "1",
        "conversation_id": "12",
        "procedure_id": "7",
        "message": "May the refund be paid?",
        "created_at": now,
    }


SAMPLES = {
    "api": request,
    "data_connector": execution,
    "event": event,
    "granular": granular,
    "job": job,
    "ping": ping,
    "procedure": procedure,
    "visitor": visitor,
}
