"""Make tickets: at once, or in the background."""

from __future__ import annotations

from typing import Any

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.parameters import body_options, finders, keyword, options, with_parameters
from intercom_cli.resource import Resource
from intercom_cli.resources._jobs import STATUS, finished
from intercom_cli.resources._ticket_fields import NEW
from intercom_cli.resources._ticket_found import COLUMNS, NAMES, READING, reading
from intercom_cli.resources._ticket_notices import agree_to_new, contact_in
from intercom_cli.session import Session
from intercom_cli.verbs import action, described
from intercom_cli.waiting import Patience, Wait
from intercom_cli.writing import body_from, need, show_written

CREATING = "POST /tickets"
ENQUEUING = "POST /tickets/enqueue"
CREATE = """Create a ticket; its contact is told.

Examples:
  intercom tickets create --type Question --contact jane@acme.test --title 'No sound' --yes
"""
ENQUEUE = """Create a ticket in the background, as a job; its contact is told.

Examples:
  intercom tickets enqueue --type 'Bug report' --contact jane@acme.test --title Late --wait --yes
"""

Body = dict[str, Any]


def create(session: Session, **given: Any) -> None:
    """Make a ticket."""
    answer = session.write(call(CREATING).with_json(body_of(session, given, "tickets create")))
    show_written(session, answer, COLUMNS, "Created ticket")


def enqueue(session: Session, **given: Any) -> None:
    """Have a ticket made, and with --wait show it."""
    wait, wait_for = given.pop("wait"), given.pop("wait_for")
    if wait_for is not None and not wait:
        raise Misuse("--wait-for says how long to --wait; add --wait.")
    job = ""
    answer = session.write(call(ENQUEUING).with_json(body_of(session, given, "tickets enqueue")))
    try:
        job = foreign.id_at(answer.json(), "id")
        if not wait:
            session.printer.record(answer.body)
    finally:
        if not (wait and job):  # else it is said what came of it
            session.did(f"Queued a ticket as job {job}" if job else "Queued a ticket")
    if not job:
        raise foreign.unexpected("the id of a job", "id", http=answer.http)
    if not wait:
        if session.streams.err_is_terminal:
            session.printer.say(f"To wait for it: intercom jobs wait {job}")
        return
    import msgspec

    ended = msgspec.json.decode(finished(session, job, wait_for))
    made = foreign.required_id(ended, "resource_id")
    session.printer.brief(session.send(reading(made)).body, COLUMNS)
    session.did(f"Created ticket {made}")


def body_of(session: Session, given: Body, command: str) -> Body:
    """What a new ticket is made of, once the person agreed that its contact is told."""
    sets, data = given.pop("set"), given.pop("data")
    if not (sets or data):  # else the body must be known first
        need("ticket", NEW, typed(given), command=command)
        if not given["skip_notifications"]:
            agree_to_new(session, given["contact"])
    body = body_from(session, NEW, given, sets=sets, data=data)
    need("ticket", NEW, body, command=command)
    if (sets or data) and body.get("skip_notifications") is not True:
        agree_to_new(session, contact_in(body))
    return body


def typed(given: Body) -> Body:
    """What was typed, by its places in a body."""
    return {one.place: given[one.name] for one in NEW if given[one.name] is not None}


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    own = [*options(NEW, creating=True), *body_options()]
    waiting = [keyword("wait", Wait, default=False), keyword("wait_for", Patience, None)]
    looks = (*finders(NEW), agree_to_new, *NAMES)
    making = described(with_parameters(create, own), CREATE)
    queuing = described(with_parameters(enqueue, [*own, *waiting]), ENQUEUE)
    action(resource, uses=(CREATING, *looks))(making)
    action(resource, uses=(ENQUEUING, STATUS, READING, *looks))(queuing)
