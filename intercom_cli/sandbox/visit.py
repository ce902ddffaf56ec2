"""One authenticated call on its way through the workspace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.refusals import Refusal, bad_request, invalid, not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import Version
from intercom_cli.sandbox.workspace import Zone

TRUE = frozenset({"true", "1"})
LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Visit:
    """A call with everything its answer depends on; ``now`` is Unix seconds."""

    call: Call
    ids: Mapping[str, str]
    version: Version
    store: Store
    zone: Zone
    now: int

    def body(self) -> dict[str, Any]:
        """The JSON object that was sent.

        Raises Refusal 400 for anything else. JSON that is labelled as another kind of body is
        refused too: the platform would read it as a form, and find none of its fields.
        """
        if "json" not in self.call.headers.get("content-type", "json").lower():
            raise bad_request("The request body must be sent as application/json")
        try:
            sent = msgspec.json.decode(self.call.body or b"null")
        except (msgspec.DecodeError, RecursionError) as error:
            raise bad_request("The request body is not valid JSON") from error
        if not isinstance(sent, dict):
            raise bad_request("The request body must be a JSON object")
        return sent

    def flag(self, name: str) -> bool:
        """Whether a query parameter is true."""
        return (self.call.parameter(name) or "").lower() in TRUE

    def number(self, name: str, default: int, *, most: int = LARGEST) -> int:
        """A whole number of the query, from 1 up to ``most``.

        Above the maximum the platform is reported to refuse or to ignore; here it refuses.
        """
        given = self.call.parameter(name)
        return default if given in (None, "") else whole(given, name, most=most)


Handler = Callable[[Visit], Answer]


@dataclass(frozen=True, slots=True)
class Route:
    """One operation: its method and path, who answers it, and whether it only reads."""

    method: str
    path: str
    handler: Handler
    since: Version = (2, 14)
    reads: bool = False


def whole(value: Any, name: str, *, most: int = LARGEST) -> int:
    """A whole number from 1 up to ``most``, given as number or digits."""
    label = name.replace("_", " ").title()
    try:
        number = int(value) if isinstance(value, int | str) else 0
    except ValueError:
        number = 0
    if number < 1 or isinstance(value, bool):
        raise invalid(f"{label} is invalid", name)
    if number > most:
        raise invalid(f"{label} is too big", name)
    return number


def route_of(
    routes: Mapping[tuple[str, int], list[tuple[tuple[str, ...], Route]]],
    method: str,
    segments: tuple[str, ...],
) -> tuple[Route, dict[str, str]]:
    """Find who answers a method and path, with the ids inside the path.

    Raises Refusal 404: the platform answers unknown methods and unknown paths alike.
    """
    for pattern, route in routes.get((method, len(segments)), ()):
        ids = match(pattern, segments)
        if ids is not None:
            return route, ids
    raise unknown_path()


def match(pattern: tuple[str, ...], segments: tuple[str, ...]) -> dict[str, str] | None:
    """The ids a path holds when it fits a pattern, else None."""
    ids = {}
    for part, segment in zip(pattern, segments, strict=True):
        if part.startswith("{"):
            ids[part[1:-1]] = segment
        elif part != segment:
            return None
    return ids


def unknown_path() -> Refusal:
    """Refuse a path nobody answers."""
    return not_found("The requested resource was not found")
