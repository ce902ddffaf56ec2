"""What conversations can be described with."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.finding import Listed, is_called, nothing
from intercom_cli.resource import Column, Field, Paging, Resource, Verb
from intercom_cli.resources._named import ATTRIBUTES, attribute_id, team_id
from intercom_cli.session import Session
from intercom_cli.values import spelled
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

READING = "GET /conversations/attributes/{id}"
ADDING = "POST /conversations/attributes/{id}/options"
RENAMING = "PUT /conversations/attributes/{id}/options/{option_id}"
DROPPING = "DELETE /conversations/attributes/{id}/options/{option_id}"
CHOICE = Listed(READING, "choice", "conversation-attributes", names=("label",))
LEAST = 2  # choices a list needs (createConversationAttribute)
OPTION_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TYPES = (
    "string",
    "integer",
    "list",
    "decimal",
    "boolean",
    "datetime",
    "relationship",
    "files",
)


def labelled(_: Session, body: dict[str, Any], labels: list[str]) -> None:
    """Put the choices of a list into a body, each by its label.

    Raises Misuse for fewer than two.
    """
    if len(set(labels)) < LEAST or not all(label.strip() for label in labels):
        raise Misuse("An attribute of type list needs --option at least twice.")
    body["options"] = [{"label": label} for label in labels]


LABEL = (Field("label", "What to call it.", required=True),)

resource = Resource(
    name="conversation-attributes",
    one="conversation attribute",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Type", "data_type"),
        Column("Required", "required", "flag"),
        Column("Archived", "archived", "flag"),
        Column("Options", "options.label", "names"),
        Column("Description", "description"),
    ),
    verbs=(
        Verb(
            "list",
            ATTRIBUTES.operation,
            "intercom conversation-attributes list --where 'data_type = list'",
            query=(Field("include_archived", "Archived ones too.", "boolean"),),
        ),
        Verb("get", READING, "intercom conversation-attributes get issue_type"),
        Verb(
            "create",
            "POST /conversations/attributes",
            "intercom conversation-attributes create --name size --type list --option S --option M",
        ),
        Verb(
            "update",
            "PUT /conversations/attributes/{id}",
            "intercom conversation-attributes update order_number --required",
        ),
        Verb(
            "delete",
            "DELETE /conversations/attributes/{id}",
            "intercom conversation-attributes delete order_number",
            "Archive a conversation attribute; Intercom has no deletion.",
            asks="Archive conversation attribute {} in {where}? It cannot be undone.",
            did="Archived conversation attribute",
        ),
        Verb(
            "add-option",
            ADDING,
            "intercom conversation-attributes add-option issue_type --label Complaint",
            "Add a choice to a list.",
            fields=LABEL,
            did="Added a choice to conversation attribute",
        ),
    ),
    fields=(
        Field("name", "Its name in data.", required=True),
        Field(
            "type",
            "What its values are.",
            place="data_type",
            choices=TYPES,
            required=True,
            update=False,
        ),
        Field("description", "What it means."),
        Field("required", "Whether it must be filled in to close.", "boolean"),
        Field("multiline", "For type string: whether it has lines.", "boolean"),
        Field(
            "option",
            "A choice, for type list; once for each.",
            "strings",
            update=False,
            place="options",
            into=labelled,
        ),
        Field(
            "team",
            "A team that sees it; once for each.",
            "strings",
            find=team_id,
            place="visible_to_team_ids",
        ),
        Field(
            "reference",
            "For type relationship: one or many.",
            choices=("one", "many"),
            place="reference.type",
        ),
        Field(
            "object_type",
            "For type relationship: what it leads to.",
            place="reference.object_type_id",
        ),
    ),
    paging=Paging("none", "data"),
    words=spelled({"data_type": TYPES}),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("description", "string"),
        ("data_type", "string"),
        ("required", "boolean"),
        ("archived", "boolean"),
    ),
    find=attribute_id,
)

Attribute = Annotated[str, typer.Argument(help="Its id or name.", metavar="ATTRIBUTE")]
Option = Annotated[str, typer.Argument(help="The choice: its id or label.", metavar="OPTION")]


@action(resource, uses=(RENAMING, attribute_id, READING))
def update_option(
    session: Session,
    attribute: Attribute,
    option: Option,
    label: Annotated[str, typer.Option("--label", help="What to call it.", metavar="TEXT")],
) -> None:
    """Give a choice of a list another label.

    Examples:
      intercom conversation-attributes update-option issue_type Bug --label Defect
    """
    if not label.strip():
        raise Misuse("--label is empty.")
    id = attribute_id(session, attribute)
    request = call(RENAMING, id=id, option_id=option_id(session, id, option))
    answer = session.write(request.with_json({"label": label}))
    show_written(
        session,
        answer,
        resource.columns,
        f"Changed {option} to {label} in conversation attribute",
        id,
    )


@action(resource, uses=(DROPPING, attribute_id, READING))
def delete_option(session: Session, attribute: Attribute, option: Option) -> None:
    """Archive a choice of a list.

    Examples:
      intercom conversation-attributes delete-option issue_type Bug
    """
    question = f"Archive choice {{}} of {attribute} in {session.source.name}? It cannot be undone."
    if session.asks:  # before anything is sent
        session.need_person(question.format(option))
    id = attribute_id(session, attribute)
    seen = agreed(
        session,
        question,
        (option,),
        look_up=lambda session, text: choice_in(session, id, text),
    )
    found = str(seen[0]["id"]) if seen else option_id(session, id, option)
    answer = session.write(call(DROPPING, id=id, option_id=found))
    show_written(
        session, answer, resource.columns, f"Archived {option} of conversation attribute", id
    )


def option_id(session: Session, attribute: str, text: str) -> str:
    """The id of a choice by its id or its label."""
    if OPTION_ID.fullmatch(text):
        return text
    if session.choices.dry_run:
        return session.rehearsal.look_up(
            call(READING, id=attribute), "OPTION_ID", f"choice {text!r}"
        )
    return foreign.required_id(choice_in(session, attribute, text), "id")


def choice_in(session: Session, attribute: str, text: str) -> dict[str, Any]:
    """A choice of a list by its id or its label. Raises NotFound with those there are."""
    record = session.send(call(READING, id=attribute)).json()
    there = [one for one in foreign.records(record, "options") if not one.get("archived")]
    for one in there:
        if is_called(one, text, CHOICE.names):
            return {"id": foreign.id_at(one, "id"), "name": CHOICE.name_of(one)}
    raise NotFound(nothing(CHOICE, text, there), hint=f"{CHOICE.hint} --fields name,options.label")
