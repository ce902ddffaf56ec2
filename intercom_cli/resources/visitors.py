"""People who opened the Messenger and did not say who they are."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import confirm_write
from intercom_cli.agreeing import described as described_record
from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse
from intercom_cli.options import READS
from intercom_cli.parameters import body_options, by_place, options, with_parameters
from intercom_cli.reading import show_one
from intercom_cli.resource import Column, Field, Resource
from intercom_cli.resources._columns import CONTACT
from intercom_cli.resources._lookup import contact_id
from intercom_cli.resources._people import person
from intercom_cli.session import Session
from intercom_cli.verbs import action, described
from intercom_cli.writing import body_from, show_written

READING, CHANGING = "GET /visitors", "PUT /visitors"
CONVERTING = "POST /visitors/convert"
HELP = """Change a visitor, named by --user-id or --id.

Examples:
  intercom visitors update --user-id harbor-visitor-1 --name Violet
"""

resource = Resource(
    name="visitors",
    one="visitor",
    columns=(
        Column("Id", "id", "id"),
        Column("User id", "user_id", "id"),
        Column("Name", "name", "text", ("pseudonym",)),
        Column("Created", "created_at", "time"),
        Column("Seen", "last_request_at", "time"),
        Column("Sessions", "session_count", "count"),
    ),
    fields=(
        Field("user_id", "The user id that your site gave the visitor."),
        Field("id", "The id Intercom gave the visitor."),
        Field("name", "What to call them."),
    ),
)
Who = Annotated[
    str | None,
    typer.Option(
        "--user-id", help="The visitor, by your site's user id.", metavar="ID", show_default=False
    ),
]


@action(resource, *READS, uses=(READING,))
@by_place("user_id")
def get(
    session: Session,
    user_id: Annotated[
        str, typer.Option("--user-id", help="The visitor, by your site's user id.", metavar="ID")
    ],
) -> None:
    """Show a visitor.

    Examples:
      intercom visitors get harbor-visitor-1
    """
    show_one(session, reading(user_id), resource.columns)


def reading(user_id: str) -> Request:
    """The request for one visitor. Raises Misuse for an empty id."""
    if not user_id.strip():
        raise Misuse("The visitor's user id is empty.")
    return call(READING).with_query(user_id=user_id)


def update(session: Session, **given: Any) -> None:
    """Change what is given of a visitor who is named."""
    sets, data = given.pop("set"), given.pop("data")
    body = body_from(session, resource.fields, given, sets=sets, data=data, operation=CHANGING)
    if not (body.get("id") or body.get("user_id")):
        raise Misuse("Name the visitor by --user-id or --id.")
    if not body.keys() - {"id", "user_id"}:
        raise Misuse("Nothing was given; use --name, --set or --data.")
    answer = session.write(call(CHANGING).with_json(body))
    show_written(session, answer, resource.columns, "Changed visitor")


own = [*options(resource.fields), *body_options()]
action(resource, uses=(CHANGING,))(described(with_parameters(update, own), HELP))


@action(resource, uses=(CONVERTING, READING, contact_id))
def convert(
    session: Session,
    into: Annotated[
        str,
        typer.Option(
            "--into",
            help="Who it is: an id, an e-mail address, or external:ID, which may be new.",
            metavar="CONTACT",
        ),
    ],
    user_id: Who = None,
    id: Annotated[
        str | None,
        typer.Option(
            "--id", help="The visitor, by Intercom's id.", metavar="ID", show_default=False
        ),
    ] = None,
    email: Annotated[
        str | None,
        typer.Option(
            "--email",
            help="The e-mail address of a new contact.",
            metavar="ADDRESS",
            show_default=False,
        ),
    ] = None,
    type: Annotated[
        Literal["user", "lead"], typer.Option("--type", help="What a new contact becomes.")
    ] = "user",
) -> None:
    """Make a visitor a contact, new or known; the visitor is gone then.

    Examples:
      intercom visitors convert --user-id harbor-visitor-1 --into jane@acme.test
    """
    given = {"user_id": user_id, "id": id}
    visitor = {name: text for name, text in given.items() if text is not None}
    if len(visitor) != 1 or not all(text.strip() for text in visitor.values()):
        raise Misuse("Name the visitor by --user-id or by --id.")
    person(into)  # refuses an empty name before anything is asked
    agree(session, user_id, id, into)
    user = identity(session, into, email)
    body = {"type": type, "user": user, "visitor": visitor}
    answer = session.write(call(CONVERTING).with_json(body))
    show_written(session, answer, CONTACT, f"Made visitor {user_id or id} contact")


def identity(session: Session, into: str, email: str | None) -> dict[str, str]:
    """Who a visitor is: a contact who is there, or one of an id of one's own, who may be new.

    Raises NotFound for an e-mail address that nobody has: it does not make a contact alone.
    """
    named = person(into)
    if "email" in named:
        named = {"id": contact_id(session, into)}
    return named if email is None else {**named, "email": email}


def agree(session: Session, user_id: str | None, id: str | None, into: str) -> None:
    """Ask first, naming the visitor as they were found; by Intercom's id they cannot be read."""
    question = f"Make visitor {{}} the contact {into} in {session.source.name}?"
    question += " The visitor is gone then."

    def naming() -> str:
        found: dict[str, Any] = {"id": id}
        if user_id is not None:
            found = foreign.required_record(session.send(reading(user_id)).json())
            found = {**found, "name": foreign.first_text(found, "name", "pseudonym")}
        return question.format(described_record(found))

    confirm_write(session, question.format(user_id or id), naming)
