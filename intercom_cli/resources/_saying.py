"""What is said in conversations and about tickets: by whom, when, and with which buttons."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import NAMESPACE_URL, UUID, uuid5

import typer

from intercom_cli.acting import acting_admin
from intercom_cli.errors import Misuse
from intercom_cli.resource import sends
from intercom_cli.resources._arguments import text_of
from intercom_cli.session import Session

Said = Annotated[
    str | None,
    typer.Argument(help="What to write; - reads standard input.", metavar="TEXT"),
]
As = Annotated[
    str | None,
    typer.Option(
        "--as", help="Write as this contact instead.", metavar="CONTACT", show_default=False
    ),
]
Options = Annotated[
    list[str] | None,
    typer.Option(
        "--option",
        help="A button to answer with; with --as, the one pressed. UUID=TEXT sets its id.",
        metavar="TEXT",
        show_default=False,
    ),
]
When = Annotated[
    str | None,
    typer.Option("--created-at", help="When it was said.", metavar="TIME", show_default=False),
]
Silent = Annotated[
    bool,
    typer.Option("--skip-notifications", help="Notify nobody of it.", show_default=False),
]

Record = dict[str, Any]


def spoken(
    session: Session,
    text: str | None,
    files: Record,
    *,
    buttons: list[str] | None = None,
    place: str = "",
    created_at: str | None = None,
    silent: bool = False,
) -> Record:
    """What is said, without its kind and who says it; ``place`` is where the buttons stand.

    Raises Misuse when there is nothing to say.
    """
    if text is None and not files and not buttons:
        raise Misuse("There is nothing to say; give the text, - for standard input, or --file.")
    body = files if text is None else {"body": text_of(session, text), **files}
    if buttons:
        body["reply_options"] = [option_of(place, one) for one in buttons]
    if created_at is not None:
        body["created_at"] = moment_of(session, created_at)
    if silent:
        body["skip_notifications"] = True
    return body


@sends(acting_admin)
def by(session: Session, contact: Record | None, admin: str | None) -> Record:
    """Who says it: that contact, or else the admin who acts."""
    if contact is not None:
        return {"type": "user", **contact}
    return {"type": "admin", "admin_id": acting_admin(session, admin)}


def moment_of(session: Session, text: str) -> int:
    """When something was said; what reads times is loaded when one is given."""
    from intercom_cli.narrowing import seconds

    return seconds(session, text)


def option_of(conversation: str, text: str) -> dict[str, str]:
    """A quick reply; the same text in a conversation has the same id, so that it can be pressed."""
    if not text.strip():
        raise Misuse("--option is empty.")
    first, sign, rest = text.partition("=")
    try:
        if sign and rest.strip():
            return {"text": rest, "uuid": str(UUID(first))}
    except ValueError:
        pass  # a button may well have a sign of equality in its text
    return {"text": text, "uuid": str(uuid5(NAMESPACE_URL, f"{conversation}/{text}"))}
