"""What the workspace says no to, in Intercom's own error shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intercom_cli.sandbox.call import Answer, reply


@dataclass(frozen=True, slots=True)
class Fault:
    """One entry of an ``error.list``."""

    code: str
    message: str
    field: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The entry as it stands in the answer; ``field`` only where one is to blame."""
        entry = {"code": self.code, "message": self.message}
        return entry if self.field is None else {**entry, "field": self.field}


class Refusal(Exception):
    """A 4xx or 5xx answer, raised wherever it is noticed."""

    def __init__(
        self, status: int, *faults: Fault, headers: Mapping[str, str] | None = None
    ) -> None:
        """Keep the status and every fault that was found."""
        super().__init__(faults[0].message if faults else str(status))
        self.status = status
        self.faults = faults
        self.headers = dict(headers or {})

    def answer(self, request_id: str) -> Answer:
        """The refusal as an answer that names its request."""
        body = {
            "type": "error.list",
            "request_id": request_id,
            "errors": [fault.as_json() for fault in self.faults],
        }
        return reply(body, status=self.status, headers=self.headers)


def invalid(message: str, field: str | None = None) -> Refusal:
    """Refuse a value: 400 ``parameter_invalid``."""
    return Refusal(400, Fault("parameter_invalid", message, field))


def missing(message: str) -> Refusal:
    """Refuse for want of a value: 400 ``parameter_not_found``."""
    return Refusal(400, Fault("parameter_not_found", message))


def bad_request(message: str) -> Refusal:
    """Refuse what cannot be read: 400 ``bad_request``."""
    return Refusal(400, Fault("bad_request", message))


def not_found(message: str = "Resource Not Found", code: str = "not_found") -> Refusal:
    """Refuse an unknown resource: 404."""
    return Refusal(404, Fault(code, message))


def no_contact() -> Refusal:
    """Refuse an unknown contact, in the words Intercom still uses for it."""
    return not_found("User Not Found")


def no_company() -> Refusal:
    """Refuse an unknown company."""
    return not_found("Company Not Found", "company_not_found")
