"""Write down the facts of Intercom's description that commands are checked against.

Names, types, allowed values and versions of operations, their parameters and bodies; no prose.

    python -m tools.facts DESCRIPTIONS [--check]
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any

import yaml

Schema = dict[str, Any]
FEW = 6  # fields of a sample where none is required
MOMENT = 1_767_225_600
# What a field of this name, or whose name ends like this, could hold.
SAMPLES: tuple[tuple[str, Any], ...] = (
    ("email", "jane@acme.test"),
    ("phone", "+353861234567"),
    ("phone_number", "+353861234567"),
    ("url", "https://acme.test/page"),
    ("website", "https://acme.test"),
    ("avatar", "https://acme.test/jane.png"),
    ("locale", "en"),
    ("html", "<p>Some text.</p>"),
    ("body", "<p>Some text.</p>"),
    ("body_markdown", "Some *text*."),
    ("time_zone_name", "Europe/Dublin"),
    ("exception_date", "2026-12-25"),
    ("id", "123"),
    ("name", "A name"),
    ("title", "A title"),
    ("label", "A label"),
    ("role", "user"),
    ("from", "123"),
    ("into", "123"),
    ("plan", "pro"),
    ("consent_type", "opt_in"),
    ("timestamp", "2026-01-01T00:00:00Z"),
)

HERE = Path(__file__).resolve().parent.parent
TARGET = HERE / "intercom_cli" / "facts" / "operations.txt"
METHODS = ("get", "post", "put", "patch", "delete")
DEEPEST = 8  # levels of a body; deeper ones are recursive

# There is no description of 2.15 to compare with; its changelog names what was new in it.
SINCE_2_15 = frozenset(
    {
        "GET /brands",
        "GET /brands/{id}",
        "GET /companies/{company_id}/notes",
        "GET /conversations/{id}/handling_events",
        "GET /emails",
        "GET /emails/{id}",
        "GET /export/workflows/{id}",
        "GET /fin_voice/collect/{id}",
        "GET /fin_voice/conversation/{conversation_id}",
        "GET /fin_voice/external_id/{external_id}",
        "GET /fin_voice/phone_number/{phone_number}",
        "POST /fin_voice/register",
    }
)

# Fields that operations take and whose schemas leave them out.
MISSING: dict[str, dict[str, Any]] = {
    # The required fields of a WhatsApp message name both (createMessage).
    "POST /messages": {
        "components": {"type": "array", "items": {"type": "object"}},
        "locale": {"type": "string"},
    },
}


Choose = Callable[[list[Schema]], Schema]


def all_of_them(choices: list[Schema]) -> Schema:
    """Alternatives as one schema that allows what any of them does."""
    return reduce(either, choices)


def first(choices: list[Schema]) -> Schema:
    """One of the alternatives: what an admin does, if they do, else the first."""
    return next((one for one in choices if "admin_id" in one.get("required", ())), choices[0])


class Description:
    """One version of the description."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as stream:
            self.whole: dict[str, Any] = yaml.load(stream, Loader=yaml.CSafeLoader)

    def operations(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each operation as ``METHOD /path`` and what is said of it."""
        for path, methods in self.whole["paths"].items():
            for method in METHODS:
                if method in methods:
                    yield f"{method.upper()} {path}", methods[method]

    def resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        """What a reference stands for."""
        while "$ref" in node:
            found: Any = self.whole
            for part in node["$ref"].split("/")[1:]:
                found = found[part]
            node = found
        return node

    def facts(self, name: str, operation: dict[str, Any]) -> dict[str, Any]:
        """What is kept of an operation."""
        given = [self.resolved(one) for one in operation.get("parameters", ())]
        # The reporting operations declare what stands in their path as a part of the query.
        query = {
            one["name"]: self.parameter(one)
            for one in given
            if one["in"] == "query" and f"{{{one['name']}}}" not in name
        }
        content = self.resolved(operation.get("requestBody", {})).get("content", {})
        media: dict[str, Any] = content.get("application/json") or next(iter(content.values()), {})
        kept: dict[str, Any] = {"id": operation.get("operationId", "")}
        if query:
            kept["query"] = query
        if "schema" in media:
            kept["body"] = self.schema(media["schema"], 0)
            kept["body"].get("fields", {}).update(MISSING.get(name, {}))
            one = self.schema(media["schema"], 0, choose=first)
            kept["sample"] = sample_of(one)
        return kept

    def parameter(self, one: dict[str, Any]) -> Schema:
        """What is kept of a parameter of the query."""
        kept = self.schema(one.get("schema", {}), 0)
        return {**kept, "required": True} if one.get("required") else kept

    def schema(self, node: dict[str, Any], depth: int, choose: Choose = all_of_them) -> Schema:
        """What is kept of a schema; parts become one, and alternatives what is chosen."""
        node = self.resolved(node)
        kept: Schema = {}
        if node.get("type"):
            kept["type"] = node["type"]
        if node.get("enum"):
            kept["enum"] = [value for value in node["enum"] if value is not None]
        if node.get("nullable"):
            kept["null"] = True
        if node.get("maxItems"):
            kept["most"] = node["maxItems"]
        if node.get("additionalProperties"):
            kept["open"] = True
        if isinstance(node.get("required"), list):
            kept["required"] = node["required"]
        if depth >= DEEPEST:
            return {**kept, "open": True}
        if node.get("properties"):
            kept["fields"] = {
                name: self.schema(part, depth + 1, choose)
                for name, part in node["properties"].items()
            }
        if node.get("items"):
            kept["items"] = self.schema(node["items"], depth + 1, choose)
        for part in node.get("allOf", ()):
            kept = both(kept, self.schema(part, depth, choose))
        choices = [*node.get("oneOf", ()), *node.get("anyOf", ())]
        if choices:
            kept = both(kept, choose([self.schema(part, depth, choose) for part in choices]))
        return kept


def both(one: Schema, other: Schema) -> Schema:
    """What must fit two schemas at once."""
    needed = [*one.get("required", ()), *other.get("required", ())]
    return merged(one, other, both, list(dict.fromkeys(needed)))


def either(one: Schema, other: Schema) -> Schema:
    """What may fit one schema or another: all that either allows, and what both need."""
    needed = [name for name in one.get("required", ()) if name in other.get("required", ())]
    return merged(one, other, either, needed)


def merged(
    one: Schema, other: Schema, join: Callable[[Schema, Schema], Schema], needed: list[str]
) -> Schema:
    """Two schemas as one."""
    kept: Schema = {**one, **other}
    kinds = {kind for part in (one, other) for kind in as_list(part.get("type"))}
    if len(kinds) > 1:
        kept["type"] = sorted(kinds)
    values = [*one.get("enum", ()), *other.get("enum", ())]
    if one.get("enum") and other.get("enum"):
        kept["enum"] = list(dict.fromkeys(values))
    elif join is either and values:
        kept.pop("enum", None)
    if "fields" in one or "fields" in other:
        mine, theirs = one.get("fields", {}), other.get("fields", {})
        kept["fields"] = {
            name: join(mine[name], theirs[name])
            if name in mine and name in theirs
            else {**mine, **theirs}[name]
            for name in (*mine, *(name for name in theirs if name not in mine))
        }
    if "items" in one and "items" in other:
        kept["items"] = join(one["items"], other["items"])
    kept.pop("required", None)
    return {**kept, "required": needed} if needed else kept


def sample_of(schema: Schema, name: str = "") -> Any:
    """A value that fits a schema: what is required, or else some of what there is."""
    if schema.get("enum"):
        return schema["enum"][0]
    kind = as_list(schema.get("type"))
    if "object" in kind or schema.get("fields"):
        fields = schema.get("fields", {})
        left_out = {"id", "body_markdown"} if "body" in fields else {"id"}
        plain = [one for one in fields if one not in left_out and is_plain(fields[one])]
        wanted = schema.get("required") or plain[:FEW] or list(fields)[:1]
        return {one: sample_of(fields.get(one, {}), one) for one in wanted}
    if "array" in kind:
        return [sample_of(schema.get("items", {}), name.removesuffix("s"))]
    if "string" in kind or not kind:
        endings = (value for end, value in SAMPLES if name == end or name.endswith(f"_{end}"))
        return next(endings, "text")
    if "boolean" in kind:
        return True
    return MOMENT if name.endswith(("_at", "_until", "_after", "_before", "_time")) else 1


def is_plain(schema: Schema) -> bool:
    """Whether a field holds one plain value."""
    return not {"object", "array"} & set(as_list(schema.get("type"))) and "fields" not in schema


def as_list(value: Any) -> list[Any]:
    """One value or several as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def plain(name: str) -> str:
    """An operation without the names of its parameters, which differ between versions."""
    return re.sub(r"\{\w+\}", "{}", name)


def text_of(folder: Path) -> str:
    """The whole file: an operation on each line, by its name."""
    oldest, newest, preview = (
        Description(folder / f"intercom-{version}.yaml") for version in ("2.14", "2.16", "preview")
    )
    old = {plain(name) for name, _ in oldest.operations()}
    known: dict[str, dict[str, Any]] = {}
    for name, operation in newest.operations():
        since = "2.14" if plain(name) in old else "2.15" if name in SINCE_2_15 else "2.16"
        known[name] = {"since": since, **newest.facts(name, operation)}
    stable = {plain(name) for name in known}
    for name, operation in preview.operations():
        if plain(name) not in stable:
            known[name] = {"since": "Preview", **preview.facts(name, operation)}
    lines = (f"{name}\t{json.dumps(facts, ensure_ascii=False)}\n" for name, facts in known.items())
    return "".join(sorted(lines))


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` tell whether it is as it should be."""
    folder = Path(arguments[0])
    text = text_of(folder)
    if "--check" not in arguments:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    return int(TARGET.read_text(encoding="utf-8") != text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
