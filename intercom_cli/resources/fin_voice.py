"""Calls that Fin takes for another telephone system."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse
from intercom_cli.options import READS
from intercom_cli.parameters import by_place
from intercom_cli.reading import retold_one, show_walk, walk_of
from intercom_cli.resource import Column, Field, Paging, Resource, Verb
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, action

BY_ID = "GET /fin_voice/collect/{id}"
BY_OWN_ID = "GET /fin_voice/external_id/{external_id}"
BY_NUMBER = "GET /fin_voice/phone_number/{phone_number}"
OF_CONVERSATION = "GET /fin_voice/conversation/{conversation_id}"

resource = Resource(
    name="fin-voice",
    one="Fin Voice call",
    columns=(
        Column("Id", "id", "id"),
        Column("Status", "status"),
        Column("Phone", "user_phone_number"),
        Column("External id", "external_call_id", "id"),
        Column("Call", "intercom_call_id", "id"),
        Column("Conversation", "intercom_conversation_id", "id"),
    ),
    verbs=(
        Verb(
            "register",
            "POST /fin_voice/register",
            "intercom fin-voice register --phone-number +12125550100 --call-id five9-81"
            " --source five9",
            "Tell Intercom of a call that Fin is going to take.",
            did="Registered Fin Voice call",
            fields=(
                Field("phone_number", "Who calls, as +353861234567.", required=True),
                Field("call_id", "The id the telephone system has for it.", required=True),
                Field(
                    "source",
                    "The telephone system.",
                    choices=("five9", "zoom_phone", "aws_connect"),
                ),
                Field("details", "What else is known: a JSON object.", "json", place="data"),
            ),
        ),
    ),
)


def option(flag: str, help: str, metavar: str) -> typer.models.OptionInfo:
    """An option that names a call in another way."""
    found: typer.models.OptionInfo = typer.Option(
        flag, help=help, metavar=metavar, show_default=False
    )
    return found


@action(resource, *READS, uses=(BY_ID, BY_OWN_ID, BY_NUMBER))
def get(
    session: Session,
    id: Annotated[str | None, typer.Argument(help="Its id.", metavar="[ID]")] = None,
    external_id: Annotated[
        str | None, option("--external-id", "The id the telephone system has for it.", "ID")
    ] = None,
    phone_number: Annotated[
        str | None, option("--phone-number", "Who called; the latest call.", "NUMBER")
    ] = None,
) -> None:
    """Show a call by its id, by an id of your own, or by who called.

    Examples:
      intercom fin-voice get 1
      intercom fin-voice get --external-id harbor-0003
      intercom fin-voice get --phone-number +12125550105
    """
    row = session.send(request_for(id, external_id, phone_number)).body
    session.printer.record(retold_one(session, row, in_words), resource.columns)


def in_words(record: dict[str, Any]) -> dict[str, Any]:
    """What was said, a line for each turn."""
    turns = record.get("call_transcript")
    if not isinstance(turns, list):
        return {}
    parts = ((foreign.text(turn, "speaker"), foreign.text(turn, "text")) for turn in turns)
    lines = [": ".join(filter(None, said)) for said in parts]
    return {"call_transcript": "\n".join(lines)}


def request_for(id: str | None, external_id: str | None, phone_number: str | None) -> Request:
    """The request for the one call that is named. Raises Misuse unless it is named in one way."""
    named = [one for one in (id, external_id, phone_number) if one is not None]
    if len(named) != 1:
        raise Misuse("Name the call by its id, by --external-id, or by --phone-number.")
    if id is not None:
        return call(BY_ID, id=id)
    if external_id is not None:
        return call(BY_OWN_ID, external_id=external_id)
    return call(BY_NUMBER, phone_number=named[0])


@action(resource, *READS, uses=(OF_CONVERSATION,))
@by_place("conversation")
def list_(
    session: Session,
    conversation: Annotated[
        str, typer.Option("--conversation", help="The conversation they are in.", metavar="ID")
    ],
    limit: Limit = None,
    all_: All = False,
) -> None:
    """List the calls of a conversation.

    Examples:
      intercom fin-voice list 4
    """
    walk = walk_of(session, call(OF_CONVERSATION, conversation_id=conversation), Paging())
    show_walk(session, walk, resource.columns, limit=limit, everything=all_, noun="Fin Voice calls")
