"""Show what the request of a command takes, with an example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli import discovery
from intercom_cli.api.request import encode
from intercom_cli.errors import Misuse, close_matches, did_you_mean
from intercom_cli.facts.body import kinds_of
from intercom_cli.facts.operations import Operation, Schema, every, operation
from intercom_cli.options import SHOW, TALK, shared
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.noun import Entry
    from intercom_cli.resource import Resource

Line = tuple[str, str]
TEXTS = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list"}


@shared(SHOW, TALK)
def command(
    session: Session,
    words: Annotated[
        list[str],
        typer.Argument(help="A noun and its verb, or a method and a path.", metavar="NOUN VERB"),
    ],
) -> None:
    """Show what the request of a command takes: its fields, their types, and an example.

    The example is a body that the command's --data takes. Instead of a noun and a verb, an
    operation of the API can be named.

    Examples:
      intercom schema contacts create
      intercom schema POST /contacts/search
      intercom schema contacts update -o json
    """
    known, flags = operation_of(words), flags_of(words)
    if session.printer.format == "table" and session.choices.jq is None:
        session.printer.text("\n".join(page(known, words, flags)))
        return
    session.printer.record(encode(document(known, flags)))


def operation_of(words: list[str]) -> Operation:
    """The operation that was named. Raises Misuse when there is none."""
    if words[0].isupper() and len(words) == 2:  # noqa: PLR2004 - a method and a path
        return by_path(words[0], words[1])
    if len(words) != 2:  # noqa: PLR2004 - a noun and a verb
        is_noun = words[0] in discovery.names("resources")
        raise Misuse(
            "A schema is that of a noun and a verb.",
            hint=f"intercom {words[0]} --help" if is_noun else "intercom schema contacts create",
        )
    entry = entry_of(*words)
    known = operation(entry.uses[0]) if entry.uses else None
    if known is None:
        raise Misuse(f"{' '.join(words)} sends no request that is described.")
    return known


def by_path(method: str, path: str) -> Operation:
    """The operation of a method and a path, whatever its ids are called."""
    wanted = f"{method} /{path.lstrip('/')}"
    known = {one.name: one for one in every()}
    fitting = [name for name in known if fits(name, wanted)]
    if fitting:  # fixed words win over ids
        return known[min(fitting, key=lambda name: name.count("{"))]
    raise Misuse(f"Intercom has no {method} {path}.", hint=did_you_mean(wanted, known))


def fits(name: str, wanted: str) -> bool:
    """Whether a path, with ids or with placeholders of any name, is that of an operation."""
    parts, words = name.split("/"), wanted.split("/")
    same = (part == word or part.startswith("{") for part, word in zip(parts, words, strict=False))
    return len(parts) == len(words) and all(same)


def entry_of(noun: str, verb: str) -> Entry:
    """The command of a noun. Raises Misuse with a close match."""
    from intercom_cli.noun import entries, unknown

    if noun not in discovery.names("resources"):
        near = close_matches(noun, discovery.names("resources"), n=1)
        hint = f"intercom schema {near[0]} {verb}" if near else "intercom commands"
        raise Misuse(f"There is no noun {noun!r}.", hint=hint)
    resource: Resource = discovery.load("resources", noun).resource
    every = entries(resource)
    if verb not in every:
        error = unknown(resource, verb, list(every))
        if not str(error.hint).endswith("--help"):
            error.hint = str(error.hint).replace("intercom", "intercom schema", 1)
        raise error
    return every[verb]


def document(known: Operation, flags: dict[str, str]) -> dict[str, Any]:
    """What is known of an operation, for programs; ``options`` set the fields of the body."""
    return {
        "operation": known.name,
        "since": known.since,
        "query": dict(known.query or {}),
        "body": known.body,
        "example": known.sample,
        "options": flags,
    }


def flags_of(words: list[str]) -> dict[str, str]:
    """The options of a command, by the field of the body they set."""
    if words[0] not in discovery.names("resources"):
        return {}
    from intercom_cli.verbs import fields_of

    resource: Resource = discovery.load("resources", words[0]).resource
    verb = resource.verb(words[1])
    fields = fields_of(resource, verb) if verb else ()
    return {field.place or field.name: field.flag for field in fields}


def page(known: Operation, words: list[str], flags: dict[str, str]) -> Iterator[str]:
    """What is known of an operation, for people."""
    yield f"{known.name}   since version {known.since}"
    for title, fields, required in (
        ("Query", known.query or {}, ()),
        ("Body", (known.body or {}).get("fields", {}), (known.body or {}).get("required", ())),
    ):
        lines = list(told(fields, required, 1))
        if lines:
            yield ""
            yield title
            wide, broad = (max(len(line[at]) for line in lines) for at in (0, 1))
            for name, what in lines:
                yield f"{name:<{wide}}  {what:<{broad}}  {flags.get(name[2:], '')}".rstrip()
    if known.sample is not None:
        yield ""
        yield "Example"
        text = json.dumps(known.sample, indent=2, ensure_ascii=False)
        yield from (f"  {line}" for line in text.splitlines())
        if not words[0].isupper():
            yield ""
            yield f"  intercom {' '.join(words)} ... --data FILE   takes such a body"
    if not known.query and known.body is None:
        yield ""
        yield "It takes neither a query nor a body."


def told(fields: Schema, required: Any, depth: int) -> Iterator[Line]:
    """A line for each field, and for those inside it, unless they are as in one told before."""
    seen: list[tuple[str, Schema]] = []
    for name, schema in fields.items():
        needed = name in required or schema.get("required") is True
        what = type_of(schema) + (", required" if needed else "")
        inner = schema.get("items", schema) if "array" in kinds_of(schema) else schema
        same = next((other for other, told_of in seen if told_of == inner), None)
        yield "  " * depth + name, f"as {same}" if same else what
        if isinstance(inner.get("fields"), dict) and not same:
            seen.append((name, inner))
            yield from told(inner["fields"], inner.get("required", ()), depth + 1)


def type_of(schema: Schema) -> str:
    """A type in words, with the values it allows."""
    if schema.get("enum"):
        return " | ".join(map(str, schema["enum"]))
    kinds = kinds_of(schema)
    text = " or ".join(TEXTS.get(kind, kind) for kind in kinds) or "any"
    if kinds == ["array"]:
        text = f"list of {type_of(schema.get('items', {}))}"
    if schema.get("most"):
        text += f", at most {schema['most']}"
    return text + (", or null" if schema.get("null") else "")
