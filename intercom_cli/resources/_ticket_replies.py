"""Say something about a ticket: to the customer, or in a note among teammates."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.acting import Admin
from intercom_cli.agreeing import confirm_write
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource
from intercom_cli.resources._conversation_files import File, Url, attachments
from intercom_cli.resources._conversation_found import contacts_in
from intercom_cli.resources._lookup import need_contact
from intercom_cli.resources._people import contact_named
from intercom_cli.resources._saying import As, Options, Said, Silent, When, by, spoken
from intercom_cli.resources._ticket_found import READING, Ticket, found, names_of
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

REPLYING = "POST /tickets/{ticket_id}/reply"
PART = (
    Column("Part", "id", "id"),
    Column("Kind", "part_type"),
    Column("Author", "author.name", "text", ("author.email", "author.id")),
    Column("Said", "body", "html"),
    Column("Created", "created_at", "time"),
)
CrossPost = Annotated[
    bool,
    typer.Option(
        "--cross-post",
        help="Also into the conversations linked to a back-office ticket.",
        show_default=False,
    ),
]


def reply(
    session: Session,
    ticket: Ticket,
    text: Said = None,
    as_: As = None,
    file: File = None,
    attach_url: Url = None,
    option: Options = None,
    skip_notifications: Silent = False,
    created_at: When = None,
    admin: Admin = None,
) -> None:
    """Reply to the customer, or as the customer.

    Examples:
      intercom tickets reply 215470000003 'We found the cause.'
    """
    if as_ is not None and (admin is not None or skip_notifications or option):
        raise Misuse(
            "A contact writes with --as: --admin, --option and --skip-notifications go without it."
        )
    body = spoken(
        session,
        text,
        attachments(file, attach_url),
        buttons=option,
        place=ticket,
        created_at=created_at,
        silent=skip_notifications,
    )
    kind = "quick_reply" if option else "comment"
    contact = None if as_ is None else contact_named(as_)
    ask(session, ticket, as_)
    body = {"message_type": kind, **body, **by(session, contact, admin)}
    send(session, ticket, body, "Replied to")


def note(
    session: Session,
    ticket: Ticket,
    text: Said = None,
    file: File = None,
    attach_url: Url = None,
    cross_post: CrossPost = False,
    skip_notifications: Silent = False,
    created_at: When = None,
    admin: Admin = None,
) -> None:
    """Write a note that only teammates see.

    Examples:
      intercom tickets note 215470000003 'Asked finance, answer on Monday'
    """
    files = attachments(file, attach_url)
    body = spoken(session, text, files, created_at=created_at, silent=skip_notifications)
    if cross_post:
        body["cross_post"] = True
    body = {"message_type": "note", **body, **by(session, None, admin)}
    send(session, ticket, body, "Noted on")


def send(session: Session, ticket: str, body: dict[str, Any], did: str) -> None:
    """Send what is said; the answer is the part it became."""
    answer = session.write(call(REPLYING, ticket_id=ticket).with_json(body))
    show_written(session, answer, PART, f"{did} ticket", ticket)


def ask(session: Session, ticket: str, as_: str | None) -> None:
    """Ask before a reply, naming whom it reaches and about what."""
    where = session.source.name
    if as_ is not None:
        confirm_write(session, f"Write this as {as_} on ticket {ticket} in {where}?")
        need_contact(session, as_)
        return

    def naming() -> str:
        record = found(session, ticket)
        people = names_of(session, record, "").people
        ids = contacts_in(record)
        to = " and ".join(people.get(id) or f"contact {id}" for id in ids) or "nobody"
        about = f"{foreign.text(record, 'title', default='ticket')} ({ticket})"
        return f"Send this reply to {to} about {about} in {where}?"

    confirm_write(
        session, f"Send this reply to the customer of ticket {ticket} in {where}?", naming
    )


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(REPLYING, READING, names_of, by, need_contact))(reply)
    action(resource, uses=(REPLYING, by))(note)
