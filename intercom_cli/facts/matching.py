"""Find which operation a raw request is, by its method and path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

UNKNOWN = "{{"  # begins what is filled in later, as workflows write it
FORMAT = re.compile(r"[.;].*", re.DOTALL)
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def segments(path: str) -> tuple[str, ...]:
    """The parts of a path as a server reads them, without host, query and empty or dot parts."""
    kept: list[str] = []
    bare = path.partition("#")[0].partition("?")[0]
    bare = urlsplit(bare).path if "://" in bare else bare
    for part in unquote(bare).split("/"):
        if part == "..":
            del kept[-1:]
        elif part not in {"", "."}:
            kept.append(part)
    return (*kept[:-1], kept[-1].removesuffix(".json")) if kept else ()


def operation_of(method: str, path: str) -> str:
    """The name of the operation behind a request; empty for one that is not known.

    >>> operation_of("DELETE", "/contacts/42/")
    'DELETE /contacts/{contact_id}'
    """
    return next(operations_of(method, path), "")


def operations_of(method: str, path: str) -> Iterator[str]:
    """Every operation a request can be, the one with most literal parts first.

    A part that is not known yet fits everything.
    """
    parts = segments(path)
    found = [
        (sum(part.startswith("{") for part in template), name)
        for name, template in templates().items()
        if name.startswith(f"{method} ") and fits(parts, template)
    ]
    yield from (name for _, name in sorted(found))


def fits(parts: tuple[str, ...], template: tuple[str, ...]) -> bool:
    """Whether the parts of a path are those of a template.

    A guard must not be passed by a spelling that a server may still accept: capital letters, a
    format such as ``.xml``, parameters behind a semicolon.
    """
    return len(parts) == len(template) and all(
        want.startswith("{") or UNKNOWN in part or FORMAT.sub("", part).lower() == want
        for part, want in zip(parts, template, strict=True)
    )


@cache
def templates() -> dict[str, tuple[str, ...]]:
    """The parts of the path of every operation, by its name."""
    from intercom_cli.facts.operations import everything

    names = (line.partition(b"\t")[0].decode() for line in everything().splitlines())
    return {name: tuple(name.partition(" ")[2].strip("/").split("/")) for name in names}


@cache
def readers() -> dict[str, str]:
    """The operations that read by GET: by their path with unnamed placeholders."""
    return {
        PLACEHOLDER.sub("{}", name.partition(" ")[2]): name
        for name in templates()
        if name.startswith("GET ")
    }
