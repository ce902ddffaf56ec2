"""Records of your own kinds, such as orders, tied to people and conversations."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse
from intercom_cli.options import READS
from intercom_cli.reading import record_of
from intercom_cli.resource import Argument, Column, Field, Paging, Resource, Verb
from intercom_cli.resources._lookup import contact_id
from intercom_cli.session import Session
from intercom_cli.several import show_several
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

OF_TYPE = "/custom_object_instances/{custom_object_type_identifier}"
LISTING, UPSERTING = f"GET {OF_TYPE}", f"POST {OF_TYPE}"
ONE = f"GET {OF_TYPE}/{{custom_object_instance_id}}"
DELETING = f"DELETE {OF_TYPE}/{{custom_object_instance_id}}"
DELETING_OWN = f"DELETE {OF_TYPE}"  # by external_id, whatever its operationId says
OWN = "external:"
TYPE = Argument(
    "custom_object_type_identifier", "What kind of record, as Order.", "TYPE", option="--type"
)
FIELDS = (
    Field("external_id", "Your own id of the record.", required=True),
    Field("created_at", "When you made it.", "time", place="external_created_at"),
    Field("updated_at", "When you changed it.", "time", place="external_updated_at"),
)
EXAMPLE = "intercom custom-objects {} --type Order --external-id 42 --created-at 2026-01-31"

resource = Resource(
    name="custom-objects",
    one="custom object",
    columns=(
        Column("Id", "id", "id"),
        Column("External id", "external_id", "id"),
        Column("Updated", "updated_at", "time"),
        Column("Attributes", "custom_attributes", "pairs"),
    ),
    verbs=(
        Verb(
            "list",
            LISTING,
            "intercom custom-objects list Order --limit 5",
            "List custom objects of a type.",
            query=(
                Field(
                    "contact",
                    "Only those of this contact.",
                    find=contact_id,
                    place="references_contact_id",
                ),
                Field(
                    "conversation",
                    "Only those of this conversation.",
                    place="references_conversation_id",
                ),
            ),
        ),
        Verb(
            "create",
            UPSERTING,
            EXAMPLE.format("create"),
            "Create a custom object, or change the one of that external id.",
            fields=FIELDS,
            did="Wrote custom object",
        ),
        Verb(
            "upsert",
            UPSERTING,
            EXAMPLE.format("upsert"),
            "The same as create, for Intercom does both in one.",
            fields=FIELDS,
            did="Wrote custom object",
        ),
    ),
    paging=Paging("next_url", "data", 150),
    filters=(
        ("id", "id"),
        ("external_id", "string"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
        ("external_created_at", "moment"),
        ("external_updated_at", "moment"),
        ("custom_attributes", "custom"),
    ),
    parents=(TYPE,),
    examples=(
        ("get", "intercom custom-objects get external:order_001 --type Order"),
        ("delete", "intercom custom-objects delete external:order_001 --type Order"),
    ),
)
Type = Annotated[str, typer.Option("--type", help=TYPE.help, metavar="TYPE")]


def request_for(kind: str, text: str, *, by_id: str, by_own: str) -> Request:
    """The request for a record by its id or ``external:ID``. Raises Misuse for an empty one."""
    if not text.startswith(OWN):
        ids = {"custom_object_type_identifier": kind, "custom_object_instance_id": text}
        return call(by_id, **ids)
    own = text.removeprefix(OWN)
    if not own.strip():
        raise Misuse(f"{text!r} names no record.", hint="write external:ID")
    return call(by_own, custom_object_type_identifier=kind).with_query(external_id=own)


@action(resource, *READS, uses=(ONE, LISTING))
def get(
    session: Session,
    objects: Annotated[list[str], typer.Argument(help="Ids, or external:ID.", metavar="OBJECT...")],
    kind: Type,
) -> None:
    """Show one custom object or more."""
    requests = {text: request_for(kind, text, by_id=ONE, by_own=LISTING) for text in objects}
    if len(objects) == 1:
        session.printer.record(session.send(requests[objects[0]]).body, resource.columns)
        return
    show_several(
        session,
        objects,
        lambda text: [session.send(requests[text]).body],
        resource.columns,
        one=resource.one,
        many=resource.many,
    )


@action(resource, uses=(DELETING, DELETING_OWN, ONE, LISTING))
def delete(
    session: Session,
    object_: Annotated[str, typer.Argument(help="An id, or external:ID.", metavar="OBJECT")],
    kind: Type,
) -> None:
    """Delete a custom object."""
    request = request_for(kind, object_, by_id=DELETING, by_own=DELETING_OWN)

    def look(session: Session, text: str) -> dict[str, Any]:
        found = record_of(session, request_for(kind, text, by_id=ONE, by_own=LISTING), text)
        own = foreign.id_at(found, "external_id")
        return {"id": foreign.id_at(found, "id"), "name": f"{kind} {own}".strip()}

    question = f"Delete custom object {{}} from {session.source.name}?"
    agreed(session, question, (object_,), look_up=look)
    show_written(session, session.write(request), (), f"Deleted custom object of type {kind}")
