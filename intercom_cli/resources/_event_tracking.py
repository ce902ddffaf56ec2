"""Record events: one from the command line, or many, a line of JSON each."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, Any

import typer

from intercom_cli.api.request import Request, call
from intercom_cli.errors import (
    Forbidden,
    IntercomError,
    Misuse,
    NotFound,
    PartlyFailed,
    Refused,
    ServerFailed,
)
from intercom_cli.resources._people import person
from intercom_cli.session import Session
from intercom_cli.times import MILLISECONDS
from intercom_cli.values import json_value, pair, reader, text_of, typed

TRACKING = "POST /events"
KEPT = 10  # keys of metadata that Intercom keeps (createDataEvent)
RICH = ({"amount", "currency"}, {"url", "value"})
WHO = ("id", "user_id", "email")
TOLD = 10  # lines that are named where some failed
# What one event can meet and the next need not.
ITS_OWN = (NotFound, Refused, Forbidden, ServerFailed)

Event = dict[str, Any]


def track(
    session: Session,
    name: Annotated[
        str | None, typer.Argument(help="What happened, as order-placed.", metavar="[NAME]")
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(
            "--contact",
            help="Who did it: an id, an e-mail address, or external:ID.",
            metavar="CONTACT",
            show_default=False,
        ),
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", help="When; now.", metavar="TIME", show_default=False)
    ] = None,
    meta: Annotated[
        list[str] | None,
        typer.Option(
            "--meta",
            help="More about it, ten at most; KEY:=JSON for a link or an amount.",
            metavar="KEY=VALUE",
            show_default=False,
        ),
    ] = None,
    data: Annotated[
        str | None,
        typer.Option(
            "--data",
            help="Many events: a line of JSON each.",
            metavar="FILE|-",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Record that a contact did something; with --data, what each line says.

    Examples:
      intercom events track order-placed --contact jane@acme.test --meta price=9.50
      intercom events track --data - --contact jane@acme.test < events.ndjson
    """
    usual = given(session, name, contact, at, meta)
    if data is None:
        request = tracking(session, usual, flags=True)
        session.write(request)
        session.did(f"Tracked {name} for {contact}")
        return
    text = session.read_input() if data == "-" else text_of(data)
    requests = list(requests_in(session, text, usual))
    if not requests:
        raise Misuse("--data holds no events.")
    send_all(session, requests)


def given(
    session: Session, name: str | None, contact: str | None, at: str | None, meta: list[str] | None
) -> Event:
    """What the command line says of an event, or of all. Raises Misuse for an empty name."""
    from intercom_cli.narrowing import seconds

    if name is not None and not name.strip():
        raise Misuse("The name of the event is empty.")
    event: Event = {} if name is None else {"event_name": name}
    event["created_at"] = int(time.time()) if at is None else seconds(session, at)
    event |= {} if contact is None else person(contact)
    if meta:
        event["metadata"] = metadata_of(session, meta)
    return event


def metadata_of(session: Session, texts: list[str]) -> Event:
    """What is told about an event, from ``key=value``."""
    read, found = reader(session.read_input), Event()
    for text in texts:
        key, value = pair(text, read=read, plain=True)
        if key in found:
            raise Misuse(f"--meta {key} is given twice.")
        found[key] = told(session, key, value) if isinstance(value, str) else value
    return found


def told(session: Session, key: str, text: str) -> Any:
    """A value of metadata: a number, a time under a name with ``_date``, or text."""
    from intercom_cli.narrowing import seconds

    if key.endswith("_date"):
        return seconds(session, text)
    number = typed(text)
    return number if isinstance(number, int | float) and not isinstance(number, bool) else text


def tracking(session: Session, event: Event, *, flags: bool = False) -> Request:
    """The request for an event. Raises Misuse for what Intercom would refuse or silently drop.

    The same event sent twice counts once, so it may be sent again when its answer was lost.
    """
    if not event.get("event_name"):
        raise Misuse("What happened? Give the NAME." if flags else "event_name is missing.")
    if not any(event.get(name) for name in WHO):
        raise Misuse("Who did it? Give --contact." if flags else "email, user_id or id is missing.")
    if isinstance(event["created_at"], str):
        from intercom_cli.narrowing import seconds

        event = {**event, "created_at": seconds(session, event["created_at"])}
    if "metadata" in event:
        check(event["metadata"])
    request = call(TRACKING).with_json(event)._replace(repeatable=True)
    session.permit(request, writing=True)
    return request


def check(metadata: Any) -> None:
    """Raise Misuse for more than Intercom keeps of an event, and for what it cannot hold."""
    if not isinstance(metadata, dict):
        raise Misuse("metadata must be an object.")
    if len(metadata) > KEPT:
        raise Misuse(
            f"An event keeps {KEPT} keys of metadata; {len(metadata)} were given.",
            hint=f"leave out {', '.join(islice(metadata, KEPT, None))}, or what matters less",
        )
    for key, value in metadata.items():
        if key.endswith("_date") and type(value) is int and value >= MILLISECONDS:
            raise Misuse(
                f"{key} is a time in seconds since 1970, not {value}.",
                hint=f"did you mean {value // 1000}?",
            )
        rich = isinstance(value, dict) and set(value) in RICH
        if value is None or (isinstance(value, bool | list | dict) and not rich):
            raise Misuse(
                f"{key} cannot be kept: metadata holds text and numbers.",
                hint='an amount is price:={"amount":950,"currency":"eur"},'
                ' a link order:={"url":"https://…","value":"12"}',
            )


def requests_in(session: Session, text: str, usual: Event) -> Iterator[tuple[int, Request]]:
    """The request of each line with its number. Raises Misuse, naming the line, for a wrong one."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, tracking(session, merged(usual, json_value("it", line)))
        except Misuse as error:
            message = f"Line {number} cannot be tracked: {error.message}"
            raise Misuse(message, hint=error.hint) from error


def merged(usual: Event, event: Any) -> Event:
    """An event with what the command line says of all of them where it says nothing itself."""
    if not isinstance(event, dict):
        raise Misuse("it is JSON, but not an object.")
    known = any(event.get(name) for name in WHO)
    return {**{k: v for k, v in usual.items() if not (known and k in WHO)}, **event}


def send_all(session: Session, requests: list[tuple[int, Request]]) -> None:
    """Send each event; one that is refused does not stop the others. Raises PartlyFailed then."""
    if session.choices.rehearses:
        session.rehearsal.add_all([request for _, request in requests])
    failed: dict[int, IntercomError] = {}
    done = 0
    for number, request in requests:
        try:
            session.write(request)
            done += 1
        except ITS_OWN as error:
            session.printer.warn(f"line {number}: {error.message}")
            failed[number] = error
        except BaseException:  # Ctrl-C too
            told = f"{done} of {len(requests)} events were tracked before this"
            session.printer.warn(f"{told}; it ended at line {number}.")
            raise
        session.printer.progress(f"{done + len(failed):,} of {len(requests):,} events")
    if done:
        session.did(f"Tracked {done:,} event{'s' * (done != 1)}")
    if failed:
        raise PartlyFailed(
            f"{len(failed):,} of {len(requests):,} events were not tracked: {lines(failed)}.",
            http=next(iter(failed.values())).http,
        )


def lines(numbers: Iterable[int]) -> str:
    """Which lines, as far as they can be read at a glance."""
    every = list(numbers)
    shown = ", ".join(map(str, every[:TOLD]))
    return f"line {shown}" if len(every) == 1 else f"lines {shown}" + ", …" * (len(every) > TOLD)
