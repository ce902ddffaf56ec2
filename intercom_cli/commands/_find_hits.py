"""Look everywhere at once, and put what was found in the order in which it fits."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any, NamedTuple

from intercom_cli import foreign
from intercom_cli.commands._find_asked import FITS, Asked, Fit
from intercom_cli.commands._find_kinds import KINDS, Kind, Record, texts_at
from intercom_cli.commands._find_looks import Look
from intercom_cli.errors import IntercomError, NotFound, NotSignedIn, Refused
from intercom_cli.session import Session

ENOUGH = 50  # records of a kind that are read to find those that fit best


class Hit(NamedTuple):
    """A record that fits, as the bytes it came in."""

    kind: Kind
    fit: Fit
    record: Record
    row: bytes

    @property
    def id(self) -> str:
        """Its id."""
        return foreign.id_at(self.record, "id")


class Seen:
    """What one look gave: its hits, how many more there are, or why there are none."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.hits: list[Hit] = []
        self.more = 0
        self.unread: str | None = None
        self.error: Exception | None = None


class Found(NamedTuple):
    """Everything that was found: the best first, how many more each kind has, what failed."""

    hits: list[Hit]
    more: dict[str, int]
    failed: list[tuple[Kind, IntercomError]]
    unread: list[str]

    def and_then(self, later: Found) -> Found:
        """What was found before and later; what was found twice counts once."""
        known = {(hit.kind, hit.id) for hit in self.hits}
        new = [hit for hit in later.hits if (hit.kind, hit.id) not in known]
        return Found(
            sorted([*self.hits, *new], key=place_of),
            self.more | later.more,
            [*self.failed, *later.failed],
            [*self.unread, *later.unread],
        )


def look_everywhere(
    session: Session, asked: Asked, looks: list[Look], *, most: int | None
) -> Found:
    """Make all requests at once. Raises NotSignedIn, which no other request would mend."""
    seen = [Seen(look) for look in looks]
    _ = session.client  # made before threads share it
    threads = [
        # They are let go of on Ctrl-C, which must not wait for an answer.
        threading.Thread(target=look_at, args=(session, asked, one, most), daemon=True)
        for one in seen
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in seen:
        if isinstance(one.error, NotSignedIn) or (
            one.error is not None and not isinstance(one.error, IntercomError)
        ):
            raise one.error
    return merged(seen)


def look_at(session: Session, asked: Asked, seen: Seen, most: int | None) -> None:
    """Make the requests of one look."""
    try:
        read(session, asked, seen, most)
    except NotFound:
        return
    except Refused as error:
        # What is asked for by its id is not there when Intercom takes no such id.
        seen.error = error if seen.look.paging else None
    except Exception as error:  # noqa: BLE001 - told where all looks come together
        seen.error = error


def read(session: Session, asked: Asked, seen: Seen, most: int | None) -> None:
    """Read the records of one look, and keep those that fit."""
    look = seen.look
    if look.paging is None:
        take(asked, seen, session.send(look.request).body)
        return
    wanted = None if most is None else look.reach or max(most, ENOUGH)
    rows = session.walk(look.request, look.paging, limit=wanted)
    for row in rows:
        take(asked, seen, row)
    left = max((rows.total or 0) - rows.count, 0) if rows.more else 0
    if left and look.keeps:
        seen.unread = (
            f"{look.kind.noun}: only the {rows.count} {look.first} of {rows.total:,} were looked"
            " through; for every one: --all."
        )
    elif not look.keeps:
        seen.more = left


def take(asked: Asked, seen: Seen, row: bytes) -> None:
    """Keep a record, unless it is decided here that it does not fit."""
    from intercom_cli.output.rows import decode

    record = decode(row)
    if not foreign.id_at(record, "id"):
        return
    kind = seen.look.kind
    fit = asked.fit(kind, record)
    if seen.look.theirs and fit != "exact":
        fit = "theirs"
    if seen.look.keeps and not is_kept(asked, kind, record, fit):
        return
    seen.hits.append(Hit(kind, fit, record, row))


def is_kept(asked: Asked, kind: Kind, record: Record, fit: Fit) -> bool:
    """Whether a record of a list fits: what is no word must be its very name or number."""
    if asked.form != "words":
        return fit == "exact"
    return fit != "text" or asked.is_in(texts_at(record, (*kind.names, *kind.exact, *kind.texts)))


def merged(seen: Iterable[Seen]) -> Found:
    """The hits of all looks, each record once, in an order that is the same every time."""
    best: dict[tuple[str, str], Hit] = {}
    more: dict[str, int] = {}
    failed: dict[str, tuple[Kind, IntercomError]] = {}
    unread: list[str] = []
    for one in seen:
        noun = one.look.kind.noun
        more[noun] = max(more.get(noun, 0), one.more)
        unread += [one.unread] if one.unread else []
        if isinstance(one.error, IntercomError):
            failed.setdefault(noun, (one.look.kind, one.error))
        for hit in one.hits:
            known = best.setdefault((noun, hit.id), hit)
            if FITS.index(hit.fit) < FITS.index(known.fit):
                best[noun, hit.id] = hit
    return Found(sorted(best.values(), key=place_of), more, [*failed.values()], unread)


def place_of(hit: Hit) -> tuple[int, int]:
    """Where a hit stands: by how well it fits, then by its kind, then as Intercom gave it."""
    return FITS.index(hit.fit), KINDS.index(hit.kind)


def in_kinds(hits: list[Hit]) -> dict[Kind, list[Hit]]:
    """The hits of each kind; the kind with the best comes first."""
    groups: dict[Kind, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    return groups


def first_of(hits: list[Hit], most: int | None) -> list[Hit]:
    """At most so many hits of each kind."""
    counts: dict[str, int] = {}
    kept = []
    for hit in hits:
        counts[hit.kind.noun] = counts.get(hit.kind.noun, 0) + 1
        if most is None or counts[hit.kind.noun] <= most:
            kept.append(hit)
    return kept


def as_row(hit: Hit, title: str, detail: str, says: str | None, command: str) -> bytes:
    """A hit as a record for programs; what Intercom sent stands in it as it came."""
    import msgspec

    told: dict[str, Any] = {
        "kind": hit.kind.noun,
        "id": hit.id,
        "title": title,
        "detail": detail,
        "says": says,
        "fit": hit.fit,
        "command": command,
        "record": msgspec.Raw(hit.row),
    }
    return msgspec.json.encode(told)
