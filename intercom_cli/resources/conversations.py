"""What customers write, and what teammates answer."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from intercom_cli.foreign import required_record
from intercom_cli.options import READS
from intercom_cli.resource import Column, Field, Paging, Resource, Verb
from intercom_cli.resources import (
    _conversation_deeds,
    _conversation_people,
    _conversation_reply,
    _conversation_states,
)
from intercom_cli.resources._conversation_filters import (
    FILTERS,
    LOCAL,
    VALUES,
    WORDS,
)
from intercom_cli.resources._conversation_filters import READING as SHOWN
from intercom_cli.resources._conversation_found import (
    COLUMNS,
    NAMES,
    READING,
    Several,
    known,
    reading,
)
from intercom_cli.resources._lookup import company_id
from intercom_cli.resources._tagging import tagging_by_admin
from intercom_cli.resources._where_names import CONVERSATIONS
from intercom_cli.session import Session
from intercom_cli.several import show_several
from intercom_cli.verbs import action

SIDE = (
    Column("Id", "side_conversation_id", "id"),
    Column("Parts", "total_count", "count"),
    Column("By", "conversation_parts.0.author.name"),
    Column("Begun", "conversation_parts.0.created_at", "time"),
    Column("First words", "conversation_parts.0.body", "html"),
)
HANDLING = (
    Column("Teammate", "teammate.name"),
    Column("Event", "type"),
    Column("Reason", "reason"),
    Column("When", "timestamp", "time"),
)
GONE = (
    Column("Id", "id", "id"),
    Column("Deleted", "deleted_at", "time"),
    Column("Metrics kept", "metrics_retained", "flag"),
)

resource = Resource(
    name="conversations",
    one="conversation",
    columns=COLUMNS,
    verbs=(
        Verb(
            "list",
            "GET /conversations",
            "intercom conversations list --where 'state = open and updated_at > 7d'",
        ),
        Verb(
            "search",
            "POST /conversations/search",
            "intercom conversations search --where 'source.body ~ invoice' --sort -created_at",
            query=(
                Field("include_monitors", "With what monitors found.", "boolean"),
                Field("include_scorecards", "With what scorecards say.", "boolean"),
            ),
        ),
        Verb(
            "update",
            "PUT /conversations/{conversation_id}",
            "intercom conversations update 12 --title 'Invoice for March'",
        ),
        Verb(
            "handling-events",
            "GET /conversations/{id}/handling_events",
            "intercom conversations handling-events 3",
            "List when teammates paused and resumed a conversation.",
            columns=HANDLING,
            paging=Paging("none", "handling_events"),
        ),
        Verb(
            "side-conversations",
            "GET /conversations/{id}/side_conversations",
            "intercom conversations side-conversations 3",
            "List what was talked about beside a conversation.",
            columns=SIDE,
            paging=Paging("page", "side_conversations", 50),
        ),
        Verb(
            "deleted",
            "GET /conversations/deleted",
            "intercom conversations deleted --all",
            "List the ids of deleted conversations.",
            query=(
                Field("order", "The latest deleted first, or the eldest.", choices=("desc", "asc")),
            ),
            columns=GONE,
            paging=Paging("next_url", "conversations", 60),
        ),
    ),
    fields=(
        Field("title", "What to call it."),
        Field("read", "Whether it has been read.", "boolean"),
        Field(
            "company",
            "The company it is about: id, company:ID or name.",
            find=company_id,
            place="company_id",
        ),
    ),
    paging=Paging("cursor", "conversations", 150),
    filters=FILTERS,
    local=LOCAL,
    reading=SHOWN,
    words=WORDS,
    values=VALUES,
    named=CONVERSATIONS,
    attributes={"custom_attributes": "conversation"},
    examples=(
        ("get", "intercom conversations get 7"),
        ("assign", "intercom conversations assign 12 jonas@harborlights.test"),
        ("snooze", "intercom conversations snooze 12 --until 'tomorrow 9:00'"),
        ("close", "intercom conversations close 12 13"),
    ),
    page="/a/inbox/{app}/inbox/conversation/{id}",
)
Plaintext = Annotated[
    bool, typer.Option("--plaintext", help="Texts without their HTML.", show_default=False)
]
Translations = Annotated[
    bool, typer.Option("--translations", help="With translations of parts.", show_default=False)
]


@action(resource, *READS, uses=(READING, known, *NAMES, "GET /me"))
def get(
    session: Session,
    conversations: Several,
    plaintext: Plaintext = False,
    translations: Translations = False,
) -> None:
    """Read a conversation, or show several."""
    query = {
        "display_as": "plaintext" if plaintext else None,
        "include_translations": "true" if translations else None,
    }
    if len(conversations) > 1:
        show_several(
            session,
            conversations,
            lambda one: [session.send(reading(one).with_query(**query)).body],
            COLUMNS,
            one="conversation",
            many="conversations",
        )
        return
    answer = session.send(reading(conversations[0]).with_query(**query))
    printer = session.printer
    if not printer.is_read:
        printer.record(answer.body, COLUMNS)
        return
    from intercom_cli.output.thread import write_thread

    record = required_record(answer.json())
    told = known(session, record, address(session, conversations[0]))
    printer.record(answer.body, COLUMNS, reading=partial(write_thread, known=told))


def address(session: Session, conversation: str) -> str:
    """Where the web app shows a conversation; a sandbox has none."""
    from intercom_cli.web import address_of

    workspace = session.source.workspace
    if workspace and workspace.kind == "sandbox":
        return ""
    return address_of(session, resource, conversation)


_conversation_reply.add_to(resource)
_conversation_states.add_to(resource)
tagging_by_admin(
    resource,
    "POST /conversations/{conversation_id}/tags",
    "DELETE /conversations/{conversation_id}/tags/{tag_id}",
    "12 'Feature request'",
)
_conversation_people.add_to(resource)
_conversation_deeds.add_to(resource)
