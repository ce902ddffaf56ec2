"""The data attributes every workspace has."""

from __future__ import annotations

from functools import cache
from typing import Any

# model, name, label, type, whether it can be written through the API
STANDARD = (
    ("company", "name", "Company name", "string", True),
    ("company", "company_id", "Company ID", "string", False),
    ("company", "last_request_at", "Company last seen", "date", False),
    ("company", "remote_created_at", "Company created at", "date", True),
    ("company", "user_count", "People", "integer", False),
    ("company", "session_count", "Company web sessions", "integer", False),
    ("company", "plan.name", "Plan", "string", True),
    ("company", "monthly_spend", "Monthly spend", "float", True),
    ("company", "size", "Company size", "integer", True),
    ("company", "industry", "Company industry", "string", True),
    ("company", "website", "Company website", "string", True),
    ("contact", "name", "Name", "string", True),
    ("contact", "role", "Role", "string", True),
    ("contact", "owner_id", "Owner", "integer", True),
    ("contact", "email", "Email", "string", True),
    ("contact", "email_domain", "Email domain", "string", False),
    ("contact", "phone", "Phone", "string", True),
    ("contact", "external_id", "User ID", "string", True),
    ("contact", "created_at", "First seen", "date", False),
    ("contact", "signed_up_at", "Signed up", "date", True),
    ("contact", "updated_at", "Updated at", "date", False),
    ("contact", "last_seen_at", "Last seen", "date", True),
    ("contact", "last_contacted_at", "Last contacted", "date", False),
    ("contact", "last_replied_at", "Last heard from", "date", False),
    ("contact", "last_email_opened_at", "Last opened email", "date", False),
    ("contact", "last_email_clicked_at", "Last clicked on link in email", "date", False),
    ("contact", "language_override", "Language override", "string", False),
    ("contact", "browser", "Browser", "string", False),
    ("contact", "browser_language", "Browser language", "string", False),
    ("contact", "os", "OS", "string", False),
    ("contact", "location.country", "Country", "string", False),
    ("contact", "location.region", "Region", "string", False),
    ("contact", "location.city", "City", "string", False),
    ("contact", "unsubscribed_from_emails", "Unsubscribed from emails", "boolean", True),
    ("contact", "marked_email_as_spam", "Marked email as spam", "boolean", False),
    ("contact", "has_hard_bounced", "Has hard bounced", "boolean", False),
)


@cache
def standard(*, exact: bool) -> tuple[dict[str, Any], ...]:
    """The standard attributes as JSON; they have no id, so they cannot be changed.

    ``exact`` calls the times of contacts ``datetime``, as the platform does where it searches
    them to the second: from 2.17 on. Custom dates stay ``date``.
    """
    return tuple(
        {
            "type": "data_attribute",
            "name": name.rpartition(".")[2],
            "full_name": name,
            "label": label,
            "description": f"{label} of a {model}",
            "data_type": "datetime" if exact and (model, kind) == ("contact", "date") else kind,
            "api_writable": writable,
            "ui_writable": False,
            "messenger_writable": True,
            "custom": False,
            "archived": False,
            "model": model,
        }
        for model, name, label, kind, writable in STANDARD
    )
