"""How to write in {{ }} what cannot be written as it was: calls of methods, unknown filters."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from typing import Any

NEAR = 0.7  # how much a name has to be like the one that is suggested
# What to write for a method: {x} is what it is called on, {a} its values, {first} the first.
METHODS = {
    **{name: "{x} is " + name + "({a})" for name in ("startswith", "endswith")},
    **dict.fromkeys(("contains", "includes", "has_key"), "{first} in {x}"),
    **dict.fromkeys(("find", "index", "match", "search"), "{first} in {x}"),
    **dict.fromkeys(("lower", "casefold", "tolowercase"), "{x} | lower"),
    **dict.fromkeys(("upper", "touppercase"), "{x} | upper"),
    **dict.fromkeys(("strip", "lstrip", "rstrip"), "{x} | trim"),
    **dict.fromkeys(("strftime", "date"), "{x} | day"),
    **dict.fromkeys(("isoformat",), "{x} | iso"),
    "timestamp": "moment({x})",
    "get": "{x}[{first}] | default({last})",
    "keys": "{x} | list",
    "values": '{x} | items | map("last")',
    "join": "{first} | join({x})",
    "append": "{x} + [{a}]",
    "extend": "{x} + {a}",
    "tostring": "{x} | string",
    "slice": "{x}[{a}]",
    "isdigit": "{x} | int",
}
# What to write for functions and filters that other languages have.
FUNCTIONS = {
    **dict.fromkeys(("len", "size"), "length"),
    "str": "string",
    "sorted": "sort",
    "bool": "{x} == true",
    "range": "for_each: with a list",
    "contains": '{x} is contains("…")',
    **dict.fromkeys(("startswith", "starts_with"), '{x} is startswith("…")'),
    **dict.fromkeys(("endswith", "ends_with"), '{x} is endswith("…")'),
    **dict.fromkeys(("strip", "lstrip", "rstrip"), "trim"),
    **dict.fromkeys(("lowercase", "downcase"), "lower"),
    **dict.fromkeys(("uppercase", "upcase"), "upper"),
    **dict.fromkeys(("strftime", "date", "format_date", "dateformat"), "day"),
    **dict.fromkeys(("isoformat", "to_iso"), "iso"),
    **dict.fromkeys(("to_json", "dump"), "json"),
    **dict.fromkeys(("datetime", "timestamp", "to_datetime"), "moment({x})"),
    "pluck": 'map(attribute="…")',
    "where": 'selectattr("…", "eq", "…")',
    "attr": "{x}.NAME",
    "safe": "{x}",
    "regex_replace": "replace",
    "regex_search": '{x} is contains("…")',
}


def instead_of_method(name: str, subject: str, values: Sequence[str], filters: Any) -> str | None:
    """How to write ``subject.name(values)``; None where there is no way."""
    pattern = METHODS.get(name.lower())
    if pattern is None:
        if name.lower() not in filters:
            return None
        pattern = "{x} | " + name.lower() + ("({a})" if values else "")
    if "{first}" in pattern and not values:
        return None
    first, last = (values[0], values[-1]) if values else ("", "")
    last = last if len(values) > 1 else '""'
    return pattern.format(x=subject, a=", ".join(values), first=first, last=last)


def instead_of_function(name: str, values: Sequence[str], filters: Collection[str]) -> str | None:
    """How to write ``name(values)``, or None; most functions are filters here."""
    subject = values[0] if values else "VALUE"
    return instead_of_filter(name, subject, filters, near=False)


def instead_of_filter(
    name: str, subject: str, filters: Collection[str], *, near: bool = True
) -> str | None:
    """How to write ``subject | name``; None where there is no way."""
    found = FUNCTIONS.get(name.lower(), name.lower() if name.lower() in filters else None)
    if found is None and near:
        found = next(iter(get_close_matches(name, filters, n=1, cutoff=NEAR)), None)
    if found is None:
        return None
    return found.format(x=subject) if "{" in found or " " in found else f"{subject} | {found}"


def source(node: Any) -> str:
    """A part of an expression as it is written, or nearly so."""
    kind = type(node).__name__
    written = WRITTEN.get(kind)
    return written(node) if written else "…"


def filtered(node: Any) -> str:
    """A value with a filter."""
    return f"{source(node.node)} | {node.name}{arguments(node)}"


def arguments(node: Any) -> str:
    """The values of a call, a filter or a test, in brackets."""
    every = values_of(node)
    return f"({', '.join(every)})" if every else ""


def values_of(node: Any) -> list[str]:
    """The values of a call, a filter or a test."""
    named = [f"{one.key}={source(one.value)}" for one in node.kwargs]
    return [*map(source, node.args), *named]


def member(node: Any) -> str:
    """A member by its name or number in brackets."""
    return f"{source(node.node)}[{source(node.arg)}]"


def constant(node: Any) -> str:
    """A value that is written out."""
    return json.dumps(node.value, ensure_ascii=False, default=str)


WRITTEN: dict[str, Callable[[Any], str]] = {
    "Name": lambda node: node.name,
    "Const": constant,
    "Getattr": lambda node: f"{source(node.node)}.{node.attr}",
    "Getitem": member,
    "Call": lambda node: f"{source(node.node)}({', '.join(values_of(node))})",
    "Filter": filtered,
    "Test": lambda node: f"{source(node.node)} is {node.name}{arguments(node)}",
    "Not": lambda node: f"not {source(node.node)}",
    "Neg": lambda node: f"-{source(node.node)}",
    "List": lambda node: f"[{', '.join(map(source, node.items))}]",
    **{
        kind: lambda node: f"{source(node.left)} {node.operator} {source(node.right)}"
        for kind in ("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow", "And", "Or")
    },
}
