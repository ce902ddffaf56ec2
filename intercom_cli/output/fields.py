"""Notice a field that no record has, which is more often misspelt than meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from intercom_cli.errors import close_matches
from intercom_cli.resource import Column

from .paths import ABSENT, STAR, known_paths, reach
from .rows import Pages, decode

ENOUGH = 500


def watched(
    pages: Pages,
    fields: Sequence[str],
    warn: Callable[[str], None],
    columns: Sequence[Column] = (),
) -> Iterator[Sequence[bytes]]:
    """Pass the pages on, and in the end warn about each asked field that no record had.

    ``columns`` tell what their headings stand for, which people read and then ask for.
    """
    missing = [path for path in fields if path != STAR]
    known: dict[str, None] = {}
    for page in pages:
        if missing:
            missing = still_missing(page, missing, known)
        yield page
    if known:
        for path in missing:
            warn(f"No record has {path}{suggestion(path, known, columns)}")


def still_missing(page: Sequence[bytes], missing: list[str], known: dict[str, None]) -> list[str]:
    """The paths that none of these records has either; ``known`` learns those they have."""
    for row in page:
        if not missing:
            break
        record = decode(row)
        missing = [path for path in missing if reach(record, path) is ABSENT]
        if len(known) < ENOUGH:
            known.update(dict.fromkeys(known_paths(record)))
    return missing


def suggestion(path: str, known: dict[str, None], columns: Sequence[Column] = ()) -> str:
    """The field that may have been meant: what stands below such a heading, or is spelt alike."""
    titled = (one.path for one in columns if one.title.casefold() == path.casefold())
    headed = [one for one in titled if one != path]
    others = [one for one in known if not path.startswith(f"{one}.")]
    close = headed or close_matches(path, others, n=1)
    return f"; did you mean {close[0]}?" if close else "."
