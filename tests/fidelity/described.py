"""Intercom's own description of its API, as a judge of what the sandbox says."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest, MockResponse

from intercom_cli.sandbox.call import Answer, Call

# Read at import: the suite clears the program's variables before each test.
PLACE = Path(
    os.environ.get("INTERCOM_SPEC_DIR") or Path(__file__).resolve().parents[3] / "shared" / "spec"
)
METHODS = ("get", "post", "put", "delete", "patch")
HOST = "https://api.intercom.io"


@dataclass(frozen=True, slots=True)
class Violation:
    """Where a request or an answer is not as described."""

    operation: str  # "POST /contacts"
    side: str  # "request" or the answer's status
    where: str  # path inside the body, "" for the whole
    message: str

    def __str__(self) -> str:
        return f"{self.operation} {self.side} {self.where or '(whole)'}: {self.message}"


@dataclass(slots=True)
class Deviation:
    """A way in which the real platform is not as described either, and how we know."""

    operation: str
    side: str
    where: str
    source: str
    used: int = field(default=0)

    def covers(self, found: Violation) -> bool:
        pairs = (
            (self.operation, found.operation),
            (self.side, found.side),
            (self.where, found.where),
        )
        if not all(re.fullmatch(pattern, text) for pattern, text in pairs):
            return False
        self.used += 1
        return True


@cache
def description(version: str = "2.16") -> Any:
    """The description of a version, parsed once; the test is skipped when it is not there."""
    file = PLACE / f"intercom-{version.lower()}.yaml"
    if not file.exists():
        reason = f"no API description at {file.name}; set INTERCOM_SPEC_DIR to its folder"
        if os.environ.get("INTERCOM_TEST_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with file.open("rb") as stream:
        return yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def judge() -> OpenAPI:
    """The description ready to check with; its two known faults are not looked for."""
    return OpenAPI.from_dict(description(), config=Config(spec_validator_cls=None))


def operations() -> dict[str, tuple[str, set[str]]]:
    """Every operation, with its chapter and the statuses described for it."""
    return {
        f"{method.upper()} {path}": (
            operation["tags"][0],
            set(operation["responses"]) - {"default"},
        )
        for path, methods in description()["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    }


def operation_of(method: str, path: str) -> str | None:
    """The described operation a call is one of; fixed words win over ids."""
    wanted = path.strip("/").split("/")
    fits = []
    for pattern, methods in description()["paths"].items():
        parts = pattern.strip("/").split("/")
        if method.lower() in methods and len(parts) == len(wanted):
            pairs = zip(parts, wanted, strict=True)
            if all(part.startswith("{") or part == word for part, word in pairs):
                fits.append((sum(part.startswith("{") for part in parts), pattern))
    return f"{method.upper()} {min(fits)[1]}" if fits else None


def request_of(call: Call) -> MockRequest:
    return MockRequest(
        HOST,
        call.method,
        call.path,
        args=dict(call.parameters),
        headers={name.title(): value for name, value in call.headers.items()},
        data=call.body or None,
    )


def violations(call: Call, answer: Answer, *, sent_well: bool) -> Iterator[Violation]:
    """Everything that is not as described; the request only when it was meant to be right."""
    operation = operation_of(call.method, call.path) or f"{call.method} {call.path}"
    request = request_of(call)
    if sent_well:
        for error in judge().iter_request_errors(request):
            yield from taken_apart(operation, "request", error)
    media = answer.headers.get("content-type", "application/json").partition(";")[0]
    response = MockResponse(answer.body, status_code=answer.status, content_type=media)
    for error in judge().iter_response_errors(request, response):
        yield from taken_apart(operation, str(answer.status), error)
    if answer.body and answer.status < 300 and media == "application/json":
        for where in sorted(set(undescribed(schema_of(operation, answer.status), answer.json()))):
            yield Violation(operation, str(answer.status), where, "is not described")


def taken_apart(operation: str, side: str, error: Exception) -> Iterator[Violation]:
    """An error of the checker as one violation for each place."""
    inner: Any = error
    while inner is not None and not hasattr(inner, "schema_errors"):
        inner = inner.__cause__
    if inner is None:
        cause = f": {error.__cause__}" if error.__cause__ else ""
        yield Violation(operation, side, "", f"{error}{cause}")
        return
    for found in inner.schema_errors:
        where = ".".join("*" if isinstance(part, int) else str(part) for part in found.path)
        yield Violation(operation, side, where, found.message[:300])


def schema_of(operation: str, status: int) -> Any:
    method, path = operation.split(" ", 1)
    responses = description()["paths"][path][method.lower()]["responses"]
    content = responses[str(status)].get("content", {})
    return content.get("application/json", {}).get("schema")


def members(schema: Any) -> tuple[dict[str, Any], bool]:
    """The properties a schema names, with those of its parts, and whether others may be."""
    schema = resolved(schema)
    named = dict(schema.get("properties", {}))
    free = "additionalProperties" in schema or not named
    for part in (*schema.get("allOf", ()), *schema.get("oneOf", ()), *schema.get("anyOf", ())):
        more, _ = members(part)
        named |= more
        free = free and not more
    return named, free


def resolved(schema: Any) -> Mapping[str, Any]:
    while schema and "$ref" in schema:
        schema = description()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema or {}


def undescribed(schema: Any, value: Any, where: str = "") -> Iterator[str]:
    """Members of an answer that its schema does not name: the checker lets them all pass."""
    schema = resolved(schema)
    if isinstance(value, list):
        for item in value:
            yield from undescribed(schema.get("items"), item, f"{where}.*".lstrip("."))
    elif isinstance(value, dict):
        named, free = members(schema)
        for name, item in value.items():
            here = f"{where}.{name}".lstrip(".")
            if name in named:
                yield from undescribed(named[name], item, here)
            elif not free:
                yield here


def paths(value: Any, where: str = "") -> Iterator[str]:
    """Every member of a JSON value, by its path."""
    if isinstance(value, list):
        for item in value:
            yield from paths(item, f"{where}.*".lstrip("."))
    elif isinstance(value, dict):
        for name, item in value.items():
            here = f"{where}.{name}".lstrip(".")
            yield here
            yield from paths(item, here)


def shown(operation: str) -> set[str]:
    """Every member in the description's own examples of a good answer: those were recorded."""
    method, path = operation.split(" ", 1)
    responses = description()["paths"][path][method.lower()]["responses"]
    good = next((responses[status] for status in ("200", "201", "202") if status in responses), {})
    media = good.get("content", {}).get("application/json", {})
    return {
        member
        for example in media.get("examples", {}).values()
        for member in paths(example.get("value"))
    }


def errors_shown(operation: str) -> dict[str, set[tuple[str, str]]]:
    """The codes and messages in the description's own examples of refusals, by status."""
    method, path = operation.split(" ", 1)
    responses = description()["paths"][path][method.lower()]["responses"]
    found: dict[str, set[tuple[str, str]]] = {}
    for status, response in responses.items():
        examples = response.get("content", {}).get("application/json", {}).get("examples", {})
        for example in examples.values():
            if status > "399":
                found.setdefault(status, set()).update(told(example.get("value")))
    return found


def told(refusal: Any) -> set[tuple[str, str]]:
    """The codes and messages of a refusal, in whichever shape the operation tells them."""
    errors = (refusal or {}).get("errors", ())
    if isinstance(errors, dict):
        return {(name, message) for name, message in errors.items() if isinstance(message, str)}
    return {(one["code"], one["message"]) for one in errors if {"code", "message"} <= one.keys()}


def pretty(found: list[Violation]) -> str:
    return "\n".join(sorted({str(one) for one in found}))
