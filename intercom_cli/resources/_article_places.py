"""Which collection an article file wants to be in: folders and front matter both can say it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from intercom_cli.errors import Misuse
from intercom_cli.resources._article_folder import File, Remembered
from intercom_cli.resources._article_names import slug
from intercom_cli.resources._article_pull import moved_here
from intercom_cli.resources._article_records import Names, Workspace


def wanted_collection(workspace: Workspace, file: File, known: Remembered | None) -> Names:
    """The collection of an article: as its folder says where it was moved, else as it says itself.

    Raises Misuse when it was moved to one folder and says another.
    """
    parts = PurePosixPath(file.path).parent.parts
    here = names_of(workspace, parts)
    if known is None:
        return file.collection or (here if not file.id else file.collection)
    if not moved_here(file, known):
        return file.collection
    if file.collection not in {known.collection, here}:
        told = " > ".join(file.collection) or "none"
        raise Misuse(
            f"{file.path} was moved to {'/'.join(parts) or '.'}, but its collection is {told}.",
            hint="change one of the two",
        )
    return here


def names_of(workspace: Workspace, parts: tuple[str, ...]) -> Names:
    """The names of the collections folders stand for; a folder of its own keeps its name."""
    names: list[str] = []
    for part in parts:
        found = workspace.collections.found((*names, part))
        names.append(str(workspace.collections.by_id[found]["name"]) if found else part)
    return tuple(names)


def missing(workspace: Workspace, targets: Iterable[Names]) -> list[Names]:
    """The collections that have to be made, those outside before those inside."""
    found: dict[Names, None] = {}
    for target in targets:
        for depth in range(1, len(target) + 1):
            names = target[:depth]
            made = any(same(names, other) for other in found)
            if not made and not workspace.collections.found(names):
                found[names] = None
    return list(found)


def same(one: Names, other: Names) -> bool:
    """Whether names lead to the same collection."""
    return [slug(name, name) for name in one] == [slug(name, name) for name in other]
