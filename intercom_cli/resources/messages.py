"""What teammates write first."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from intercom_cli import foreign
from intercom_cli.acting import acting_admin
from intercom_cli.agreeing import confirm_write, described
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.narrowing import seconds
from intercom_cli.options import READS
from intercom_cli.parameters import Data, Set
from intercom_cli.reading import show_one, show_walk, walk_of
from intercom_cli.resource import Column, Paging, Resource
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._conversation_found import CONTACT
from intercom_cli.resources._lookup import contact_id, contact_record, contact_request, is_id
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, action
from intercom_cli.writing import body_from, show_written

SENDING = "POST /messages"
ONE, MANY = "GET /messages/whatsapp/status", "GET /messages/status"
Kind = Literal["in_app", "email", "sms", "whatsapp"]
ROLES = ("user", "lead")
# What each kind of message needs (createMessage).
NEEDS: dict[str, tuple[str, ...]] = {
    "in_app": ("body",),
    "email": ("subject", "body"),
    "sms": ("body",),
    "whatsapp": ("template", "components"),
}
PREVIEW = ("Preview", "Unstable")  # the versions that know sms
STATUS = (
    Column("Message", "whatsapp_message_id", "id"),
    Column("Conversation", "conversation_id", "id"),
    Column("Status", "status"),
    Column("Template", "template_name"),
    Column("Sent", "created_at", "time"),
    Column("Updated", "updated_at", "time"),
)

resource = Resource(
    name="messages",
    one="message",
    columns=(
        Column("Id", "id", "id"),
        Column("Kind", "message_type"),
        Column("From", "owner.name"),
        Column("Body", "body", "html"),
        Column("Created", "created_at", "time"),
    ),
    examples=(
        ("send", "intercom messages send --to jane@acme.test --body 'Your lamps have arrived.'"),
        ("status", "intercom messages status wamid_seeded_1"),
        ("statuses", "intercom messages statuses --ruleset 12345"),
    ),
)


def people(flag: str, help: str) -> Any:
    """An option that names contacts, given once for each."""
    return typer.Option(flag, help=help, metavar="CONTACT", show_default=False)


def text(flag: str, help: str, metavar: str = "TEXT") -> Any:
    """An option that takes a text."""
    return typer.Option(flag, help=help, metavar=metavar, show_default=False)


@action(resource, uses=(SENDING, CONTACT, contact_id, acting_admin))
def send(
    session: Session,
    to: Annotated[
        list[str], people("--to", "Who gets it: id, e-mail, external:ID; user:ID, lead:ID.")
    ],
    type_: Annotated[
        Kind, typer.Option("--type", help="How it is sent; sms is for Preview.")
    ] = "in_app",
    body: Annotated[str | None, text("--body", "What it says; - reads standard input.")] = None,
    subject: Annotated[str | None, text("--subject", "For e-mail: what it is about.")] = None,
    from_: Annotated[
        str | None, text("--from", "The admin who writes: id, e-mail or name.", "ADMIN")
    ] = None,
    cc: Annotated[list[str] | None, people("--cc", "Who gets a copy.")] = None,
    bcc: Annotated[list[str] | None, people("--bcc", "Who gets a copy unseen.")] = None,
    template: Annotated[
        str | None, text("--template", "E-mail: plain or personal; WhatsApp: its name.", "NAME")
    ] = None,
    components: Annotated[
        str | None, text("--components", "WhatsApp: what fills the template.", "JSON")
    ] = None,
    locale: Annotated[
        str | None, text("--locale", "WhatsApp: the template's language.", "LOCALE")
    ] = None,
    start_conversation: Annotated[
        bool,
        typer.Option(
            "--start-conversation", help="Open one before they answer.", show_default=False
        ),
    ] = False,
    created_at: Annotated[str | None, text("--created-at", "When it was written.", "TIME")] = None,
    set: Set = None,
    data: Data = None,
) -> None:
    """Write to contacts: in the app, by e-mail, SMS or WhatsApp.

    What a contact writes first is: intercom conversations create
    """
    fit(session, type_, to)
    said: dict[str, Any] = {"message_type": type_}
    given = {"subject": subject, "template": template, "locale": locale}
    if type_ == "email":
        given["template"] = template or "plain"
    said |= {name: value for name, value in given.items() if value is not None}
    if body is not None:
        said["body"] = text_of(session, body)
    if components is not None:
        said["components"] = components_in(components)
    if created_at is not None:
        said["created_at"] = seconds(session, created_at)
    if start_conversation:
        said["create_conversation_without_contact_reply"] = True
    said |= body_from(session, (), {}, sets=set, data=data, empty=True, operation=SENDING)
    complete(type_, said)
    found = addressed(session, type_, {"to": to, "cc": cc or [], "bcc": bcc or []})
    admin = acting_admin(session, from_)
    sender = {"type": "admin", "id": int(admin) if admin.isdigit() else admin}
    answer = session.write(call(SENDING).with_json({**said, "from": sender, **found}))
    show_written(session, answer, resource.columns, "Sent message")


def fit(session: Session, kind: str, to: list[str]) -> None:
    """Raise Misuse for a kind that the version lacks, and for too many or empty names."""
    if kind == "sms" and session.settings.get("api_version").value not in PREVIEW:
        raise Misuse("Only Preview sends sms.", hint="add --api-version Preview")
    if kind == "whatsapp" and len(to) > 1:
        raise Misuse("A WhatsApp message goes to one contact.")


def components_in(given: str) -> list[Any]:
    """The components of a template. Raises Misuse when they are no list."""
    from intercom_cli.values import json_value
    from intercom_cli.values import text_of as text_in

    found = json_value("--components", given if given.lstrip()[:1] == "[" else text_in(given))
    if not isinstance(found, list):
        raise Misuse('--components is a list: \'[{"type": "BODY", "parameters": [...]}]\'.')
    return found


def complete(kind: str, body: dict[str, Any]) -> None:
    """Raise Misuse when a kind of message lacks something."""
    missing = [f"--{name}" for name in NEEDS[kind] if body.get(name) in (None, "")]
    if missing:
        raise Misuse(f"A message of type {kind} needs {', '.join(missing)}.")


def addressed(session: Session, kind: str, people: dict[str, list[str]]) -> dict[str, Any]:
    """Everybody a message goes to, once the person agreed; one stands alone, several as a list."""
    if any(not one.strip() for names in people.values() for one in names):
        raise Misuse("A contact is empty.", hint="an id, an e-mail address, or external:ID")
    every = [one for names in people.values() for one in names]
    question, where = f"Send this {kind.replace('_', '-')} message to {{}}", session.source.name
    if session.asks:
        session.need_person(question.format(", ".join(every)) + f" in {where}?")
    known = {one: recipient(session, one) for one in dict.fromkeys(every)}
    told = ", ".join(described(record) for record in known.values())
    confirm_write(session, question.format(told) + f" in {where}?")
    found: dict[str, Any] = {}
    for name, texts in people.items():
        ids = [{"type": known[one]["role"], "id": known[one]["id"]} for one in texts]
        if ids:
            found[name] = ids[0] if len(ids) == 1 else ids
    return found


def recipient(session: Session, named: str) -> dict[str, Any]:
    """A contact with the role that Intercom wants to know; ``user:ID`` tells it already."""
    role, sign, id = named.partition(":")
    told = bool(sign) and role in ROLES
    if told and not session.asks:
        return {"role": role, "id": id}
    if session.choices.dry_run:
        id = session.rehearsal.look_up(contact_request(named), "CONTACT_ID", f"contact {named}")
        return {"role": "user", "id": named if is_id(named) else id}
    record = contact_record(session, id if told else named)
    role = foreign.text(record, "role", default="user")
    return {**record, "role": role, "id": foreign.required_id(record, "id")}


@action(resource, *READS, uses=(ONE,))
def status(
    session: Session,
    message: Annotated[
        str, typer.Argument(help="The id WhatsApp has for it.", metavar="MESSAGE_ID")
    ],
) -> None:
    """Show how far a WhatsApp message got."""
    if not message.strip():
        raise Misuse("The message's id is empty.")
    show_one(session, call(ONE).with_query(message_id=message), STATUS)


@action(resource, *READS, uses=(MANY,))
def statuses(
    session: Session,
    ruleset: Annotated[
        str, typer.Option("--ruleset", help="The ruleset that sent them.", metavar="ID")
    ],
    limit: Limit = None,
    all_: All = False,
) -> None:
    """List how far each WhatsApp message of a ruleset got."""
    if not (ruleset.isascii() and ruleset.isdigit()):
        raise Misuse(f"--ruleset is the number of a ruleset, not {ruleset!r}.")
    request = call(MANY).with_query(ruleset_id=ruleset)
    walk = walk_of(session, request, Paging("cursor", "events", 100))
    show_walk(session, walk, STATUS, limit=limit, everything=all_, noun="messages")
