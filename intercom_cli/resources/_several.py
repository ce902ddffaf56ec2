"""Do the same to several records: each is told, and one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from intercom_cli.api.request import Request, call, encode
from intercom_cli.parameters import placeholders
from intercom_cli.resource import Column
from intercom_cli.session import Session
from intercom_cli.several import ITS_OWN, partly
from intercom_cli.writing import show_written


class Kind(NamedTuple):
    """What the records are called, and what a table shows of them."""

    one: str
    many: str
    columns: tuple[Column, ...]


def each(operation: str, ids: Iterable[str]) -> dict[str, Request]:
    """The request for each of these records, once. Raises Misuse for what is no id."""
    [place] = placeholders(operation)
    return {id: call(operation, **{place: id}) for id in ids}


def send_each(
    session: Session, requests: Mapping[str, Request], body: dict[str, Any], kind: Kind, did: str
) -> None:
    """Send the same for each record, named by its id; ``did`` has a ``{}`` for that.

    Raises the failure itself where there is one record, else PartlyFailed.
    """
    every = [(id, request.with_json(body)) for id, request in requests.items()]
    if len(every) == 1:
        [(id, request)] = every
        answer = session.write(request)
        show_written(session, answer, kind.columns, did.format(id), "")
        return
    if session.choices.rehearses:
        session.rehearsal.add_all([request for _, request in every])
    rows, failed = [], {}
    try:
        for id, request in every:
            try:
                answer = session.write(request)
            except ITS_OWN as error:
                session.printer.warn(f"{kind.one} {id}: {error.message}")
                failed[id] = error
                continue
            except BaseException:  # Ctrl-C too: what was done is told above, what was not here
                tell_end(session, id, list(requests), kind)
                raise
            rows.append(answer.body if answer.is_json else encode({"id": id}))
            session.did(did.format(id))
    finally:
        read = session.printer.is_read or session.choices.jq is not None
        if rows or not read:  # each that failed was reported when it did
            session.printer.records(rows, kind.columns, noun=kind.many)
    if failed:
        raise partly(failed, len(every), kind.many, "changed")


def tell_end(session: Session, at: str, ids: list[str], kind: Kind) -> None:
    """Say where it ended, and what is left to do."""
    rest = ids[ids.index(at) + 1 :]
    left = f"; not tried: {', '.join(rest)}" if rest else ""
    session.printer.warn(f"It ended at {kind.one} {at}{left}.")
