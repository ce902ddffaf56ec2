"""What an operation permits: the versions it is in, and the bodies it takes."""

from __future__ import annotations

import json

from intercom_cli.errors import Misuse
from intercom_cli.facts.operations import DESCRIBED, PREVIEW, Operation, is_newer, operation


def permit(name: str, body: bytes | None, version: str, *, validate: bool, hint: str) -> None:
    """Raise Misuse for an operation that a version lacks, or a body that it does not take.

    ``hint`` says where to look when nothing close was found. Bodies are checked for the version the
    facts are of: others have other fields.
    """
    known = need_version(name, version)
    if known is None:
        return
    if validate and body and known.body is not None and version in checked(known):
        from intercom_cli.facts.body import check

        check(json.loads(body), known.body, hint)


def need_version(name: str, version: str) -> Operation | None:
    """The facts of an operation, if there are any. Raises Misuse when a version lacks it."""
    known = operation(name)
    if known is not None and is_newer(known.since, version):
        raise too_old(known, version)
    return known


def checked(known: Operation) -> tuple[str, ...]:
    """The versions whose bodies are known for an operation."""
    return (PREVIEW, "Unstable") if known.is_preview else (DESCRIBED,)


def too_old(known: Operation, version: str) -> Misuse:
    """An error for an operation that is newer than the version that was chosen."""
    return Misuse(
        f"{known.name} needs version {known.since} of the API; the one chosen is {version}.",
        hint=f"add --api-version {known.since}",
    )
