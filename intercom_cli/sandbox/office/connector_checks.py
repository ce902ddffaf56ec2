"""What may be said of a data connector."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import fields, values
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.values import Unfit

METHODS = ("get", "post", "put", "delete", "patch")
AUDIENCES = ("leads", "users", "visitors")
STATES = ("draft", "live")
INPUT_TYPES = ("string", "integer", "decimal", "boolean")


def address(value: Any) -> str | None:
    """An address a connector may call; variables may stand in it."""
    text = values.optional_text(value)
    if text and not text.startswith(("https://", "http://")):
        raise Unfit("must be an http or https URL")
    return text


header = fields.record({"name": values.text, "value": fields.string}, required=("name", "value"))
data_input = fields.record(
    {
        "name": values.text,
        "type": fields.choice(INPUT_TYPES),
        "description": values.text,
        "required": fields.boolean,
        "default_value": fields.string,
    },
    required=("name", "type", "description"),
)
CHECKS: dict[str, values.Check] = {
    "name": values.text,
    "description": values.optional_text,
    "url": address,
    "body": fields.string,
    "direct_fin_usage": fields.boolean,
    "headers": fields.many(header),
    "data_inputs": fields.many(data_input),
    "customer_authentication": fields.boolean,
    "bypass_authentication": fields.boolean,
    "validate_missing_attributes": fields.boolean,
    "mock_response": fields.mapping,
    "token_ids": fields.many(values.text),
}


def wanted(sent: dict[str, Any], *, creating: bool) -> dict[str, Any]:
    """What a body says, checked. A state can only be changed, for all begin as drafts."""
    given = fields.checked(sent, CHECKS)
    given |= chosen(sent)
    if "state" in sent and not creating:
        if sent["state"] not in STATES:
            raise unfit("Invalid state. Must be one of: draft, live")
        given["state"] = sent["state"]
    for entry in given.get("data_inputs", ()):
        entry.setdefault("required", False)
        entry.setdefault("default_value", "")
    if "mock_response" in given:
        given["response_fields"] = response_fields(given.pop("mock_response"))
        given["configuration_response_type"] = "mock_response_type"
    return given


def chosen(sent: dict[str, Any]) -> dict[str, Any]:
    """The method and the audiences, which are refused in words of their own."""
    given: dict[str, Any] = {}
    if "http_method" in sent:
        if sent["http_method"] not in METHODS:
            raise unfit("Http Method isn't an option")
        given["http_method"] = sent["http_method"]
    if "audiences" in sent:
        audiences = sent["audiences"]
        if not isinstance(audiences, list) or any(one not in AUDIENCES for one in audiences):
            raise unfit(f"Invalid audiences. Must be a subset of: {', '.join(AUDIENCES)}")
        given["audiences"] = audiences
    return given


def unfit(message: str) -> Refusal:
    """Refuse a body: 422 ``parameter_invalid``."""
    return Refusal(422, Fault("parameter_invalid", message))


def response_fields(sample: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of a sample answer, each with its path and type, in their order."""
    found: list[dict[str, Any]] = []
    left: list[tuple[str, Any]] = [("", sample)]
    while left:
        path, value = left.pop()
        if isinstance(value, dict):
            parts = [(f"{path}.{name}".lstrip("."), item) for name, item in value.items()]
            left += reversed(parts)
        else:
            field = {"path": path, "type": type_of(value), "example_value": value}
            found.append({**field, "redacted": False})
    return found


def type_of(sample: Any) -> str:
    """The type of a field, as far as an example tells."""
    if isinstance(sample, bool):
        return "boolean"
    kinds = ((int, "integer"), (float, "decimal"), (str, "string"))
    return next((name for kind, name in kinds if isinstance(sample, kind)), "unknown")
