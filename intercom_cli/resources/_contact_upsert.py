"""Create a contact or update the one that is there: Intercom has no such call of its own.

Users are unique by e-mail address and by external id; leads may share an address with each other
and with a user, and creating refuses none of that. So an address is looked up first. What a search
does not find, because it is archived or was made a moment ago, creating refuses with 409, and the
id of the contact in the way stands only inside that sentence.
"""

from __future__ import annotations

import shlex
from typing import Annotated, Any

import typer

from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse, Refused
from intercom_cli.options import Command
from intercom_cli.parameters import body_options, keyword, options, with_parameters
from intercom_cli.resource import Resource
from intercom_cli.resources._lookup import BY_MAIL, contact_request, in_words, records_in
from intercom_cli.session import Session
from intercom_cli.targets import BY_OWN_ID, twin_of
from intercom_cli.verbs import described
from intercom_cli.writing import body_from, show_written

CREATING = "POST /contacts"
CHANGING = "PUT /contacts/{contact_id}"
UNARCHIVING = "POST /contacts/{contact_id}/unarchive"
UPSERTING = (CREATING, CHANGING, UNARCHIVING, BY_MAIL, BY_OWN_ID)
CONFLICT = 409
HELP = """Create a contact, or update the one with that address or external id.

A lead with the address is updated too; where several contacts have it, they are listed.

Examples:
  intercom contacts upsert --external-id 42 --name 'Jane Doe'
"""

Record = dict[str, Any]
Unarchive = Annotated[
    bool,
    typer.Option("--unarchive", help="Bring an archived contact back first.", show_default=False),
]


def upsert_of(resource: Resource) -> Command:
    """Build ``contacts upsert`` with the options of create."""

    def upsert(
        session: Session,
        *,
        unarchive: bool,
        data: str | None,
        set: list[str] | None,
        **given: Any,
    ) -> None:
        body = body_from(
            session, resource.fields, given, sets=set, data=data, operation="POST /contacts"
        )
        if not (body.get("email") or body.get("external_id")):
            raise Misuse("An upsert needs --email or --external-id to recognise the contact by.")
        put_in(session, resource, body, unarchive=unarchive)

    switch = keyword("unarchive", Unarchive, default=False)
    own = [switch, *options(resource.fields), *body_options()]
    return described(with_parameters(upsert, own), HELP)


def put_in(session: Session, resource: Resource, body: Record, *, unarchive: bool) -> None:
    """Create the contact, or update the one that has its address or external id."""
    if known := known_contact(session, body):
        change(session, resource, str(known["id"]), body)
        return
    if session.choices.rehearses:
        rehearse(session, resource, body)
    try:
        answer = session.write(call(CREATING).with_json(body))
    except Refused as error:
        from intercom_cli.api.refusals import existing_id
        from intercom_cli.set_values import add_hint

        twin = existing_id(error)
        if error.http is None or error.http.status != CONFLICT or twin is None:
            add_hint(session, CREATING, body, error)
            raise
        if "archived" in error.message.lower():
            bring_back(session, twin, error, unarchive=unarchive)
        change(session, resource, twin, body)
        return
    show_written(session, answer, resource.columns, "Created contact")


def rehearse(session: Session, resource: Resource, body: Record) -> None:
    """Rehearse what follows when no search tells who is there; a plan looks the external id up."""
    own, email = str(body.get("external_id") or ""), str(body.get("email") or "")
    if session.choices.plan:
        known = twin_of(session, body)
        if known is not None:
            change(session, resource, str(known["id"]), body)
        return
    if email:
        session.rehearsal.typed[email] = f"contact {email}, who is updated if there"
        return
    session.write(call(CREATING).with_json(body), more=True)
    found = session.rehearsal.stand_in("CONTACT_ID", f"contact external:{own}")
    session.printer.say("The second request is sent only where the first is refused: it is there.")
    change(session, resource, found, body)


def bring_back(session: Session, twin: str, error: Refused, *, unarchive: bool) -> None:
    """Unarchive the contact in the way, if that was asked for."""
    if not unarchive:
        error.hint = f"add --unarchive, or type: intercom contacts unarchive {twin}"
        raise error
    session.write(call(UNARCHIVING, contact_id=twin))


def change(session: Session, resource: Resource, contact: str, body: Record) -> None:
    """Update the contact that is there."""
    request = call(CHANGING, contact_id=contact).with_json(body)
    show_written(session, session.write(request), resource.columns, "Changed contact")


def known_contact(session: Session, body: Record) -> Record | None:
    """The contact to update; None for a new one, and in a dry run, which shows the search.

    Whoever has the external id comes first. Raises Misuse where the address does not tell who is
    meant.
    """
    email = str(body.get("email") or "")
    own = str(body.get("external_id") or "")
    if not email and not session.choices.plan:
        return None  # an external id belongs to one contact, so that creating another is refused
    request = search_for(email, own)
    if session.choices.dry_run:
        session.show(request)
        return None
    found = records_in(session.send(request))
    if own and (named := [one for one in found if str(one.get("external_id") or "") == own]):
        return named[0]
    sharing = [one for one in found if str(one.get("email") or "").casefold() == email.casefold()]
    return meant(sharing, email, own, str(body.get("role") or ""))


def search_for(email: str, own: str) -> Request:
    """The search for an e-mail address, as typed and in small letters, and for an external id."""
    fields = [("email", text) for text in dict.fromkeys((email, email.lower())) if text]
    fields += [("external_id", own)] if own else []
    if fields == [("email", email)]:
        return contact_request(email)
    value = [{"field": field, "operator": "=", "value": text} for field, text in fields]
    query = {"operator": "OR", "value": value}
    body = {"query": query, "pagination": {"per_page": 50}}
    return call(BY_MAIL)._replace(repeatable=True).with_json(body)


def meant(sharing: list[Record], email: str, own: str, role: str) -> Record | None:
    """The one of those who share an address that is meant. Raises Misuse when that is not clear."""
    same = [one for one in sharing if one.get("role") == role] if role else sharing
    chosen = same or sharing
    if not chosen:
        return None
    if len(chosen) > 1:
        users = [one for one in chosen if one.get("role") == "user"]
        more = ", or add --role user" if len(users) == 1 else ""
        raise Misuse(
            f"{len(chosen)} contacts have {email}: {in_words(chosen)}.",
            hint=f"intercom contacts update ID{more}",
        )
    [one] = chosen
    if role == "lead" and not same:
        raise Misuse(
            f"The contact with {email} is a user ({one['id']}), who cannot become a lead.",
            hint="leave out --role lead to update the user",
        )
    theirs = str(one.get("external_id") or "")
    if own and theirs and one.get("role") == "user":
        raise Misuse(
            f"The contact with {email} has another external id: {theirs} ({one['id']}).",
            hint=f"intercom contacts update {one['id']} --external-id {shlex.quote(own)}",
        )
    return one
