"""A desk that holds every exchange against the description."""

from __future__ import annotations

from typing import Any

from described import Violation, operation_of, paths, told, violations
from desk import Desk

from intercom_cli.sandbox.call import Answer


class Walk(Desk):
    """What was found, reached and shown on the way."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.found: list[Violation] = []
        self.reached: dict[str, set[str]] = {}
        self.shown: dict[str, set[str]] = {}
        self.errors: dict[tuple[str, str], set[tuple[str, str]]] = {}

    def step(
        self, status: int, method: str, target: str, body: Any = None, **headers: str
    ) -> Answer:
        """Make a call, which must end with this status, and judge both of its sides."""
        call = self.call(method, target, body, **headers)
        answer = self.handle(call)
        assert answer.status == status, (method, target, body, answer.status, answer.body[:500])
        self.found += violations(call, answer, sent_well=status < 300)
        operation = operation_of(call.method, call.path)
        assert operation is not None, f"{method} {call.path} is in no description"
        self.reached.setdefault(operation, set()).add(str(status))
        if status >= 400:
            self.errors.setdefault((operation, str(status)), set()).update(told(answer.json()))
        elif answer.body and answer.headers.get("content-type", "").startswith("application/json"):
            self.shown.setdefault(operation, set()).update(paths(answer.json()))
        return answer

    def get(self, target: str, status: int = 200) -> Any:
        answer = self.step(status, "GET", target)
        return answer.json()

    def post(self, target: str, body: Any = None, status: int = 200) -> Any:
        answer = self.step(status, "POST", target, body)
        return answer.json() if answer.body else None

    def put(self, target: str, body: Any, status: int = 200) -> Any:
        return self.step(status, "PUT", target, body).json()

    def patch(self, target: str, body: Any, status: int = 200) -> Any:
        return self.step(status, "PATCH", target, body).json()

    def delete(self, target: str, status: int = 200, body: Any = None) -> Any:
        answer = self.step(status, "DELETE", target, body)
        return answer.json() if answer.body else None
