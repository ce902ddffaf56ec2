"""What to type or do next after a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable

from intercom_cli.api.bodies import Complaint
from intercom_cli.api.response import Response

EXISTING = re.compile(r"\bid=([0-9a-f]{24})\b")
CANONICAL = re.compile(r"<[^>]*?/contacts/([^/>?]+)[^>]*>\s*;[^,]*rel=\"?canonical\"?")
SCOPE = re.compile(r"\(([a-z_]{4,})\)")
LISTS = {
    "admins": "intercom admins list",
    "companies": "intercom companies list",
    "contacts": "intercom contacts list --where 'email ~ \"@acme.test\"'",
    "data_attributes": "intercom data-attributes list",
    "segments": "intercom segments list",
    "tags": "intercom tags list",
}


def hint_for(response: Response, complaint: Complaint) -> str | None:
    """The next command to type, or what to do; None where Intercom's words say it all."""
    for code in (detail.code for detail in complaint.details):
        if code in BY_CODE:
            return BY_CODE[code](response, complaint)
    hint = BY_STATUS.get(response.status)
    return hint(response, complaint) if hint else None


def existing_contact(complaint: Complaint) -> str | None:
    """The id of the contact in the way; Intercom names it only inside the sentence."""
    texts = [complaint.message, *(detail.message or "" for detail in complaint.details)]
    found = EXISTING.search(" ".join(texts))
    return found.group(1) if found else None


def canonical_contact(response: Response) -> str | None:
    """The contact that a merged one lives on in, from the Link header."""
    found = CANONICAL.search(response.headers.get("link", ""))
    return found.group(1) if found else None


def sign_in(_: Response, __: Complaint) -> str:
    """Sign in again."""
    return "intercom connect"


def permission(_: Response, complaint: Complaint) -> str:
    """Name the missing permission and where it is given."""
    found = SCOPE.search(complaint.message)
    which = f"the permission {found.group(1)}" if found else "the permission"
    return (
        f"In Intercom's Developer Hub open your app, Configure > Authentication, add {which}, "
        "then run `intercom connect` again."
    )


def plan(_: Response, __: Complaint) -> str:
    """Point to the subscription."""
    return "This needs another Intercom plan: see Settings > Billing in Intercom."


def version(_: Response, __: Complaint) -> str:
    """Try another version of the API."""
    return "Try another version of the API, as with --api-version Preview."


def elsewhere(response: Response, _: Complaint) -> str | None:
    """Look where the thing could be found."""
    return LISTS.get(response.http.path.strip("/").partition("/")[0])


def merged(response: Response, _: Complaint) -> str | None:
    """Follow a merged contact to the one it became."""
    contact = canonical_contact(response)
    return f"intercom contacts get {contact}" if contact else None


def duplicate(_: Response, complaint: Complaint) -> str | None:
    """Work with the contact that is there already."""
    contact = existing_contact(complaint)
    if contact is None:
        return None
    if "archived" in complaint.message.lower():
        return f"intercom contacts unarchive {contact}"
    return f"intercom contacts update {contact}"


def scroll(_: Response, __: Complaint) -> str:
    """Wait for the other scroll to end."""
    return "Only one scroll can be open; an unused one ends after a minute. Try again then."


def patience(_: Response, __: Complaint) -> str:
    """Wait longer."""
    return "Try again later, or wait longer with --max-wait SECONDS."


def later(_: Response, __: Complaint) -> str:
    """The fault is on the other side."""
    return "Try again; https://www.intercomstatus.com tells whether Intercom has trouble."


BY_CODE: dict[str, Callable[[Response, Complaint], str | None]] = {
    "api_plan_restricted": plan,
    "intercom_version_invalid": version,
    "scroll_exists": scroll,
}
BY_STATUS: dict[int, Callable[[Response, Complaint], str | None]] = {
    401: sign_in,
    402: plan,
    403: permission,
    404: elsewhere,
    409: duplicate,
    410: merged,
    429: patience,
    500: later,
    502: later,
    503: later,
    504: later,
}
