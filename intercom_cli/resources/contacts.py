"""People: users and leads."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import typer

from intercom_cli.agreeing import agreed
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, Refused
from intercom_cli.options import ASKS, READS
from intercom_cli.reading import count_list
from intercom_cli.resource import Field, Paging, Resource, Verb
from intercom_cli.resources import _bulk as bulk
from intercom_cli.resources import _contact_history as history
from intercom_cli.resources import _contact_links as links
from intercom_cli.resources._arguments import Contact
from intercom_cli.resources._attribute_labels import labels_of
from intercom_cli.resources._columns import CONTACT
from intercom_cli.resources._contact_filters import FILTERS, LOCAL, READING, UNSEEN, WORDS
from intercom_cli.resources._contact_upsert import UPSERTING, upsert_of
from intercom_cli.resources._lookup import (
    BY_ID,
    agreed_contacts,
    contact_id,
    contact_of_role,
    contact_records,
)
from intercom_cli.resources._where_names import CONTACTS
from intercom_cli.session import Session
from intercom_cli.several import show_several
from intercom_cli.verbs import Where, action
from intercom_cli.writing import show_written

SKIPPED = "skip_duplicate_validation"  # what Intercom's refusal of such a merge names

DELETING = "DELETE /contacts/{contact_id}"
MERGING = "POST /contacts/merge"

resource = Resource(
    name="contacts",
    one="contact",
    columns=CONTACT,
    verbs=(
        Verb("list", "GET /contacts", "intercom contacts list --where 'created_at > 7d'"),
        Verb(
            "search",
            "POST /contacts/search",
            """intercom contacts search --where 'email ~ "@acme.test" and role = user'""",
        ),
        Verb(
            "create",
            "POST /contacts",
            "intercom contacts create --email jane@acme.test --set custom_attributes.plan=pro",
        ),
        Verb(
            "update",
            "PUT /contacts/{contact_id}",
            "intercom contacts update jane@acme.test --name 'Jane Doe'",
        ),
    ),
    fields=(
        Field("role", "user or lead."),
        Field("email", "E-mail address."),
        Field("external_id", "Your own id of the person."),
        Field("name", "Full name."),
        Field("phone", "Phone number, as +353861234567."),
        Field("avatar", "Address of a picture."),
        Field("owner_id", "The admin who owns the contact."),
        Field("signed_up_at", "When they signed up.", "time"),
        Field("last_seen_at", "When they were last seen.", "time"),
        Field("email_verified", "Whether the address is confirmed.", "boolean"),
        Field("unsubscribed_from_emails", "Whether they get no e-mails.", "boolean"),
    ),
    paging=Paging("cursor", "data", 150),
    filters=FILTERS,
    unseen=UNSEEN,
    local=LOCAL,
    reading=READING,
    words=WORDS,
    named=CONTACTS,
    labels=labels_of("contact"),
    attributes={"custom_attributes": "contact"},
    examples=(
        ("get", "intercom contacts get jane@acme.test"),
        ("delete", "intercom contacts delete 6762f0dd1bb69f9f2193bb83"),
    ),
    find=contact_id,
    page="/a/apps/{app}/users/{id}",
)


@action(resource, *READS, uses=(BY_ID, contact_id))
def get(
    session: Session,
    contacts: Annotated[
        list[str],
        typer.Argument(help="Ids, e-mail addresses, or external:ID.", metavar="CONTACT..."),
    ],
) -> None:
    """Show one contact or more."""
    look = partial(contact_records, session)
    if len(contacts) > 1:
        show_several(session, contacts, look, CONTACT, one="contact", many="contacts")
    elif len(found := look(contacts[0])) == 1:
        session.printer.record(found[0], CONTACT)
    else:
        session.printer.records(found, CONTACT)


@action(
    resource,
    *ASKS,
    uses=(
        "POST /contacts/search",
        "GET /contacts",
        *(one.find for one in CONTACTS),
        resource.labels,
    ),
)
def count(session: Session, where: Where = None) -> None:
    """Count contacts.

    Examples:
      intercom contacts count --where 'role = lead'
    """
    session.printer.text(str(count_list(session, resource, call("GET /contacts"), where)))


@action(resource, uses=("POST /contacts/{contact_id}/archive", contact_id))
def archive(session: Session, contact: Contact) -> None:
    """Archive a contact.

    Examples:
      intercom contacts archive jane@acme.test
    """
    do(session, contact, "archive", "Archived contact")


@action(resource, uses=("POST /contacts/{contact_id}/unarchive", contact_id))
def unarchive(session: Session, contact: Contact) -> None:
    """Bring an archived contact back.

    Examples:
      intercom contacts unarchive 6762f0dd1bb69f9f2193bb83
    """
    do(session, contact, "unarchive", "Unarchived contact")


@action(resource, uses=("POST /contacts/{contact_id}/block", BY_ID, contact_id))
def block(session: Session, contact: Contact) -> None:
    """Block a contact and archive their conversations.

    Examples:
      intercom contacts block jane@acme.test
    """
    where = session.source.name
    [found] = agreed_contacts(
        session, f"Block contact {{}} in {where}? It cannot be undone.", contact
    )
    do(session, found, "block", "Blocked contact")


@action(resource, uses=(DELETING, BY_ID, contact_id))
def delete(session: Session, contact: Contact) -> None:
    """Delete a contact."""
    [found] = agreed_contacts(session, f"Delete contact {{}} from {session.source.name}?", contact)
    answer = session.write(call(DELETING, contact_id=found))
    show_written(session, answer, CONTACT, "Deleted contact", found)


def do(session: Session, contact: str, what: str, did: str) -> None:
    """Send one of the actions that need nothing but the contact."""
    operation = f"POST /contacts/{{contact_id}}/{what}"
    request = call(operation, contact_id=contact_id(session, contact))
    show_written(session, session.write(request), CONTACT, did)


@action(resource, uses=(MERGING, BY_ID, contact_id))
def merge(
    session: Session,
    lead: Annotated[str, typer.Argument(help="The lead that goes away.", metavar="LEAD")],
    into: Annotated[str, typer.Option("--into", help="The user that stays.", metavar="USER")],
    skip_duplicate_validation: Annotated[
        bool,
        typer.Option(
            "--skip-duplicate-validation",
            help="Merge even where data would be lost.",
            show_default=False,
        ),
    ] = False,
) -> None:
    """Merge a lead into a user.

    Examples:
      intercom contacts merge 6762f0dd1bb69f9f2193bb83 --into jane@acme.test
    """
    source, target = merging(session, lead, into)
    body: dict[str, Any] = {"from": source, "into": target}
    if skip_duplicate_validation:
        body["skip_duplicate_validation"] = True
    try:
        answer = session.write(call(MERGING).with_json(body))
    except Refused as error:
        if SKIPPED in error.message and not skip_duplicate_validation:
            error.hint = "add --skip-duplicate-validation to merge them all the same"
        raise
    show_written(session, answer, CONTACT, f"Merged {lead} into")


def merging(session: Session, lead: str, into: str) -> tuple[str, str]:
    """The ids of a lead and a user, whom one address can stand for, with the question about them.

    Raises Misuse when both are the same contact.
    """
    question = f"Merge contact {{}} into {{}} in {session.source.name}? It cannot be undone."
    roles = iter(("lead", "user"))
    found = agreed(
        session,
        question,
        (lead, into),
        look_up=lambda session, text: contact_of_role(session, text, next(roles)),
    )
    if found:
        source, target = (str(one["id"]) for one in found)
    else:
        source, target = (merged_id(session, *one) for one in ((lead, "lead"), (into, "user")))
    if source == target and not session.choices.dry_run:
        raise Misuse(f"{lead} and {into} are the same contact, {source}.")
    return source, target


def merged_id(session: Session, text: str, role: str) -> str:
    """The id of a contact; an id as typed is not looked up."""
    if session.choices.dry_run or "@" not in text:
        return contact_id(session, text)
    return str(contact_of_role(session, text, role)["id"])


action(resource, uses=UPSERTING)(upsert_of(resource))
links.add_to(resource)
history.add_to(resource)
bulk.add_to(resource, "6762f0dd1bb69f9f2193bb83")
