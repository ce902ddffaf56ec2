"""Send a sample webhook of any topic, signed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.errors import Misuse, Refused, ServerFailed
from intercom_cli.events.kinds import SENT
from intercom_cli.options import CALL, SHOW, TALK, WRITE, shared
from intercom_cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intercom_cli.api.client import Client
    from intercom_cli.api.posting import Posted
    from intercom_cli.events.kinds import Kind

DRY = tuple(one for one in WRITE if one.name == "dry_run")
USES = {"trigger": SENT}
LISTENING = "http://127.0.0.1:8383/"
SERVER = 500

Topic = Annotated[str, typer.Argument(help="Such as contact.created; see: intercom help webhooks")]
From = Annotated[
    str | None,
    typer.Option(
        "--from", help="About this record of your workspace.", metavar="ID", show_default=False
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        help="Change a value, such as email=a@b.c or data.item.id=5.",
        metavar="PATH=VALUE",
        show_default=False,
    ),
]
To = Annotated[str, typer.Option("--to", help="Where to send it.", metavar="URL")]


@shared(SHOW, DRY, CALL, TALK)
def command(
    session: Session, topic: Topic, from_: From = None, set_: Set = None, to: To = LISTENING
) -> None:
    """Send a sample webhook of any topic, signed.

    It is about a made-up record, or with --from about one of your workspace, which is only read.
    It is signed with your client secret as Intercom would, so that nothing needs to be switched
    off. --dry-run shows it and sends nothing.

    Examples:
      intercom trigger contact.created --dry-run
      intercom trigger contact.updated --from jane@acme.test --to 127.0.0.1:3000
      intercom trigger conversation.user.replied --set state=snoozed
      intercom trigger company.created --set plan.name=pro -n --jq .data.item
    """
    from intercom_cli.api.posting import Poster, address
    from intercom_cli.events.notification import of
    from intercom_cli.events.secret import client_secret
    from intercom_cli.events.signing import headers_for

    url = address(to, "--to")
    dry = session.choices.dry_run
    # Reading what it is about is no more than looking it up.
    session.choose({"dry_run": False})
    notification = of(document_of(session, topic, from_, set_ or []))
    if dry:
        session.printer.record(notification.body)
        return
    secret = client_secret(session)
    poster = Poster(session.environ)
    try:
        answer = poster.send(url, notification.body, headers_for(notification.body, secret))
    finally:
        poster.close()
    if session.choices.output or session.choices.jq or session.choices.fields:
        session.printer.record(notification.body)
    about = f"{notification.topic} {notification.item_id}".strip()
    tell(session, f"{about} to {url}", answer)


def tell(session: Session, what: str, answer: Posted) -> None:
    """Say that it was taken. Raises Refused or ServerFailed when it was not."""
    if answer.is_success:
        session.printer.done(f"{what}: {answer.status} in {answer.seconds * 1000:.0f} ms.")
        return
    failed = ServerFailed if answer.status >= SERVER else Refused
    hint = "is the client secret the same on both sides?" if answer.status == 401 else None  # noqa: PLR2004 - unauthorized
    raise failed(f"{what}: answered {answer.status}.", hint=hint)


def document_of(session: Session, topic: str, id: str | None, changes: list[str]) -> dict[str, Any]:
    """The notification as it will be sent. Raises Misuse for what cannot be."""
    from intercom_cli.events.changes import change
    from intercom_cli.events.notification import envelope
    from intercom_cli.events.topics import EVERY, FRIENDLY, SEE, check, real
    from intercom_cli.values import pair, reader

    if EVERY in topic:
        raise Misuse(f"{topic!r} stands for several topics; name one of them.", hint=SEE)
    if doubt := check(topic):
        session.printer.warn(doubt)
    name = real(topic)
    told = [pair(text, read=reader(session.read_input)) for text in changes]
    now = int(time.time())
    record = record_of(session, name, id, now)
    for one in FRIENDLY.get(topic, ()):
        if one.split(".")[1] == record.get("role"):
            name = one
    document = envelope(name, item(session, name, record, now), app_id=app_id(session), at=now)
    change(document, told)
    return document


def record_of(session: Session, topic: str, id: str | None, now: int) -> dict[str, Any]:
    """What it is about: the record that is named, or one that is made up."""
    from intercom_cli.events.kinds import kind_of
    from intercom_cli.events.samples import sample

    kind = kind_of(topic)
    if id is not None:
        if not kind.one:
            raise Misuse(f"--from: {topic} is about nothing that can be read.")
        return read_one(session, kind, id)
    if not kind.many:
        return sample(topic, now)
    from intercom_cli.connection import sample_client

    with sample_client(session) as client:
        return first(client, kind)


def read_one(session: Session, kind: Kind, id: str) -> dict[str, Any]:
    """The record of an id; a contact also goes by e-mail address or external:ID."""
    if kind.name == "contact":
        from intercom_cli.resources._lookup import contact_id

        id = contact_id(session, id)
    return foreign.required_record(session.send(kind.request(id)).json())


def first(client: Client, kind: Kind) -> dict[str, Any]:
    """The first record of a kind; of itself, where a list shows less of it."""
    listed = client.send(kind.any()).json()
    id = foreign.required_id(listed, kind.place, 0, "id")
    return foreign.required_record(client.send(kind.request(id)).json())


def item(session: Session, topic: str, record: Mapping[str, Any], now: int) -> dict[str, Any]:
    """The record as its topic shows it."""
    from intercom_cli.events.shapes import item_of

    if not topic.startswith("company.contact."):
        return item_of(topic, record, now)
    from intercom_cli.connection import sample_client
    from intercom_cli.events.kinds import USER

    with sample_client(session) as client:
        return item_of(topic, record, now, first(client, USER))


def app_id(session: Session) -> str:
    """The id of the workspace this run uses; the sandbox's where there is none."""
    from intercom_cli.errors import NotSignedIn

    try:
        workspace = session.source.workspace
    except NotSignedIn:
        workspace = None
    return (workspace and workspace.app_id) or "sandbox1"
