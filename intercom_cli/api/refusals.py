"""Turn an answer that is not a success into the error that says what to do next."""

from __future__ import annotations

import math
import time

from intercom_cli.api.bodies import Complaint, complaint_of
from intercom_cli.api.hints import existing_contact, hint_for
from intercom_cli.api.limits import clamp, date_of, retry_after, window_of
from intercom_cli.api.response import Response
from intercom_cli.errors import (
    Forbidden,
    IntercomError,
    NotFound,
    NotSignedIn,
    RateLimited,
    Refused,
    ServerFailed,
)

KINDS: dict[int, type[IntercomError]] = {
    401: NotSignedIn,
    402: Forbidden,
    403: Forbidden,
    404: NotFound,
    410: NotFound,
    429: RateLimited,
}
# Codes of errors that came with a status of success.
CODES: dict[str, type[IntercomError]] = {
    "unauthorized": NotSignedIn,
    "token_unauthorized": NotSignedIn,
    "token_not_found": NotSignedIn,
    "token_revoked": NotSignedIn,
    "token_expired": NotSignedIn,
    "token_blocked": NotSignedIn,
    "token_suspended": NotSignedIn,
    "forbidden": Forbidden,
    "api_plan_restricted": Forbidden,
    "action_forbidden": Forbidden,
    "not_found": NotFound,
    "resource_not_found": NotFound,
    "contact_not_found": NotFound,
    "company_not_found": NotFound,
    "conversation_not_found": NotFound,
    "admin_not_found": NotFound,
    "tag_not_found": NotFound,
    "rate_limit_exceeded": RateLimited,
}
TOO_MANY = 429
RETRYABLE = frozenset({408, 429, 500, 502, 503, 504})


def refusal(response: Response) -> IntercomError:
    """The error an answer stands for, with every detail Intercom gave and the answer attached."""
    complaint = complaint_of(response)
    error = kind_of(response.status, complaint)(
        sentence(response, complaint),
        hint=hint_for(response, complaint),
        http=response.http,
        details=complaint.details,
        request_id=complaint.request_id or response.headers.get("x-request-id"),
        retryable=response.status in RETRYABLE,
    )
    error.response = response
    return error


def kind_of(status: int, complaint: Complaint) -> type[IntercomError]:
    """The class of error for a status; where that says success, for the codes of the body."""
    if status < 300:  # noqa: PLR2004 - the class of 2xx
        codes = [detail.code for detail in complaint.details]
        return next((CODES[code] for code in codes if code in CODES), ServerFailed)
    if status in KINDS:
        return KINDS[status]
    return Refused if 400 <= status < 500 else ServerFailed  # noqa: PLR2004 - the class of 4xx


def sentence(response: Response, complaint: Complaint) -> str:
    """One sentence: Intercom's own words where it gave any, else the status in words."""
    if 300 <= response.status < 400:  # noqa: PLR2004 - the class of 3xx
        where = response.headers.get("location", "somewhere unnamed")
        return f"Intercom answered {response.status} and pointed to {where}; not followed."
    words = complaint.message.rstrip(".")
    if response.is_success:
        return f"Intercom answered {status_words(response.status)} with an error: {words}."
    if not words:
        return f"Intercom answered {status_words(response.status)} and gave no reason."
    if not complaint.details and not response.is_json:
        words = f"Intercom answered {status_words(response.status)}: {words}"
    return f"{words}.{window_words(response)}"


def window_words(response: Response) -> str:
    """For a 429, the limit that was met and when its window ends."""
    if response.status != TOO_MANY:
        return ""
    now = date_of(response.headers) or time.time()
    window = window_of(response.headers, now)
    asked = retry_after(response.headers, now)
    if asked is None and window.ends is not None:
        asked = clamp(window.ends - now)
    limit = "" if window.limit is None else f" The limit is {window.limit} requests in 10 seconds."
    return limit + ("" if asked is None else f" It asks to wait {math.ceil(asked)} s.")


def status_words(status: int) -> str:
    """A status with its name, as 502 Bad Gateway."""
    from http import HTTPStatus

    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def existing_id(error: IntercomError) -> str | None:
    """The contact a 409 collided with; Intercom names it only inside the sentence."""
    return existing_contact(Complaint(error.details, error.message))


def has_code(error: IntercomError, *codes: str) -> bool:
    """Whether Intercom gave one of these codes."""
    return any(detail.code in codes for detail in error.details)
