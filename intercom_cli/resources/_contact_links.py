"""What hangs on a contact: companies, tags, notes, segments and subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.acting import Admin, admin_id
from intercom_cli.api.request import Request, call
from intercom_cli.errors import NotFound
from intercom_cli.options import READS, Command
from intercom_cli.reading import show_walk, walk_of
from intercom_cli.resource import Column, Paging, Resource
from intercom_cli.resources._arguments import Company, Contact, MakeTag, Tag, Text, text_of
from intercom_cli.resources._columns import COMPANY, NOTE, SEGMENT, SUBSCRIPTION, TAG
from intercom_cli.resources._links import (
    ATTACH,
    DETACH,
    attach_contact,
    detach_contact,
    write_note,
)
from intercom_cli.resources._lookup import (
    company_id,
    contact_id,
    name_of,
    records_in,
    tag_id,
)
from intercom_cli.resources._tagging import show_tagged, show_untagged
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, action
from intercom_cli.writing import show_written

if TYPE_CHECKING:
    from intercom_cli.resource import Use

Subscription = Annotated[
    str, typer.Argument(help="A subscription type's id or name.", metavar="SUBSCRIPTION")
]
TAGGING = "POST /contacts/{contact_id}/tags"
UNTAGGING = "DELETE /contacts/{contact_id}/tags/{tag_id}"
NOTING = "POST /contacts/{contact_id}/notes"
CHOOSING = "POST /contacts/{contact_id}/subscriptions"
UNCHOOSING = "DELETE /contacts/{contact_id}/subscriptions/{subscription_id}"
KINDS = "GET /subscription_types"
SUB_PAGE = 60  # the largest page the lists inside a contact take


def below(session: Session, contact: str, operation: str, **ids: str) -> Request:
    """The request of an operation inside a contact who is named as people know them."""
    return call(operation, contact_id=contact_id(session, contact), **ids)


def show_below(
    session: Session,
    contact: str,
    part: str,
    columns: tuple[Column, ...],
    paging: Paging,
    *,
    limit: int | None,
    everything: bool,
) -> None:
    """Show a list inside a contact."""
    request = below(session, contact, f"GET /contacts/{{contact_id}}/{part}")
    walk = walk_of(session, request, paging)
    noun = part
    show_walk(session, walk, columns, limit=limit, everything=everything, noun=noun)


def companies(session: Session, contact: Contact, limit: Limit = None, all_: All = False) -> None:
    """List the companies of a contact.

    Examples:
      intercom contacts companies jane@acme.test
    """
    paging = Paging("page", "data", SUB_PAGE)
    show_below(session, contact, "companies", COMPANY, paging, limit=limit, everything=all_)


def tags(session: Session, contact: Contact, limit: Limit = None, all_: All = False) -> None:
    """List the tags of a contact.

    Examples:
      intercom contacts tags jane@acme.test
    """
    show_below(session, contact, "tags", TAG, Paging(), limit=limit, everything=all_)


def notes(session: Session, contact: Contact, limit: Limit = None, all_: All = False) -> None:
    """List the notes on a contact.

    Examples:
      intercom contacts notes jane@acme.test
    """
    paging = Paging("page", "data", SUB_PAGE)
    show_below(session, contact, "notes", NOTE, paging, limit=limit, everything=all_)


def segments(session: Session, contact: Contact, limit: Limit = None, all_: All = False) -> None:
    """List the segments a contact is in.

    Examples:
      intercom contacts segments jane@acme.test
    """
    show_below(session, contact, "segments", SEGMENT, Paging(), limit=limit, everything=all_)


def subscriptions(
    session: Session, contact: Contact, limit: Limit = None, all_: All = False
) -> None:
    """List what a contact chose to receive or not.

    Examples:
      intercom contacts subscriptions jane@acme.test
    """
    columns, paging = SUBSCRIPTION, Paging()
    show_below(session, contact, "subscriptions", columns, paging, limit=limit, everything=all_)


def attach(session: Session, contact: Contact, company: Company) -> None:
    """Attach a contact to a company.

    Examples:
      intercom contacts attach jane@acme.test 'Acme Ltd'
    """
    attach_contact(session, contact, company)


def detach(session: Session, contact: Contact, company: Company) -> None:
    """Detach a contact from a company.

    Examples:
      intercom contacts detach jane@acme.test company:42
    """
    detach_contact(session, contact, company)


def tag(session: Session, contact: Contact, tag: Tag, create: MakeTag = False) -> None:
    """Tag a contact.

    Examples:
      intercom contacts tag jane@acme.test VIP
    """
    body = {"id": tag_id(session, tag, create=create)}
    request = below(session, contact, TAGGING).with_json(body)
    show_tagged(session, session.write(request), tag, f"Tagged contact {contact} with")


def untag(session: Session, contact: Contact, tag: Tag) -> None:
    """Take a tag off a contact.

    Examples:
      intercom contacts untag jane@acme.test VIP
    """
    request = below(session, contact, UNTAGGING, tag_id=tag_id(session, tag))
    show_untagged(session, session.write(request), tag, f"contact {contact}")


def note(session: Session, contact: Contact, text: Text, admin: Admin = None) -> None:
    """Write a note on a contact.

    Examples:
      intercom contacts note jane@acme.test 'Called, wants a demo'
    """
    said = text_of(session, text)  # before anything is looked up
    write_note(session, below(session, contact, NOTING), f"contact {contact}", said, admin)


def subscribe(session: Session, contact: Contact, subscription: Subscription) -> None:
    """Let a contact receive a subscription type.

    Examples:
      intercom contacts subscribe jane@acme.test 'Newsletter'
    """
    change_subscription(session, contact, subscription, attach_when="opt_in", did="Subscribed")


def unsubscribe(session: Session, contact: Contact, subscription: Subscription) -> None:
    """Let a contact no longer receive a subscription type.

    Examples:
      intercom contacts unsubscribe jane@acme.test 'Newsletter'
    """
    change_subscription(session, contact, subscription, attach_when="opt_out", did="Unsubscribed")


def change_subscription(
    session: Session, contact: str, subscription: str, *, attach_when: str, did: str
) -> None:
    """Attach or detach, whichever has the wished effect for the kind of subscription type.

    Attaching opts a contact in to an opt-in type and out of an opt-out type; detaching does the
    opposite (attachSubscriptionTypeToContact).
    """
    kind = subscription_type(session, subscription)
    if kind["consent_type"] == attach_when:
        body = {"id": kind["id"], "consent_type": attach_when}
        request = below(session, contact, CHOOSING).with_json(body)
    else:
        request = below(session, contact, UNCHOOSING, subscription_id=kind["id"])
    show_written(session, session.write(request), SUBSCRIPTION, f"{did} {contact}: type")


def subscription_type(session: Session, text: str) -> dict[str, str]:
    """A subscription type by its id or name. Raises NotFound with what exists."""
    request = call(KINDS)
    if session.choices.dry_run:
        id = session.rehearsal.look_up(request, "SUBSCRIPTION_ID", f"subscription type {text!r}")
        session.printer.say("Shown for an opt-in type; for an opt-out type it is the opposite.")
        return {"id": text if text.isdigit() else id, "consent_type": "opt_in"}
    known = records_in(session.send(request))
    for kind in known:
        id = foreign.id_at(kind, "id")
        if text == id or text.casefold() == called(kind).casefold():
            consent = foreign.required_text(kind, "consent_type")
            return {"id": id, "consent_type": consent}
    there = ", ".join(f"{foreign.id_at(kind, 'id')} ({called(kind)})" for kind in known) or "none"
    raise NotFound(f"There is no subscription type {text!r}; there are {there}.")


def called(kind: dict[str, Any]) -> str:
    """What a subscription type is called, in its own language."""
    return name_of(foreign.record(kind, "default_translation"))


def add_to(resource: Resource) -> None:
    """Make all of these commands of the noun."""
    for reads in READING:
        operation = f"GET /contacts/{{contact_id}}/{reads.__name__}"
        action(resource, *READS, uses=(operation, contact_id))(reads)
    for writes, uses in WRITING:
        action(resource, uses=(*uses, contact_id))(writes)


READING: tuple[Command, ...] = (companies, tags, notes, segments, subscriptions)
WRITING: tuple[tuple[Command, tuple[Use, ...]], ...] = (
    (attach, (ATTACH, company_id)),
    (detach, (DETACH, company_id)),
    (tag, (TAGGING, tag_id)),
    (untag, (UNTAGGING, tag_id)),
    (note, (NOTING, admin_id)),
    (subscribe, (CHOOSING, UNCHOOSING, KINDS)),
    (unsubscribe, (UNCHOOSING, CHOOSING, KINDS)),
)
