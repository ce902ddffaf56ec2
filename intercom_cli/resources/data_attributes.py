"""What contacts and companies can be described with."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.options import READS
from intercom_cli.reading import show_walk, walk_of
from intercom_cli.resource import Column, Field, Paging, Resource, Verb
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, action
from intercom_cli.writing import show_written

LISTING, CREATING = "GET /data_attributes", "POST /data_attributes"
CHANGING = "PUT /data_attributes/{data_attribute_id}"
LEAST_OPTIONS = 2  # options an attribute of type options needs (createDataAttribute)

resource = Resource(
    name="data-attributes",
    one="data attribute",
    verbs=(
        Verb("update", CHANGING, "intercom data-attributes update 12878 --description 'Paid plan'"),
    ),
    columns=(
        Column("Id", "id", "id"),
        Column("Model", "model"),
        Column("Name", "name"),
        Column("Label", "label"),
        Column("Type", "data_type"),
        Column("Custom", "custom", "flag"),
        Column("Archived", "archived", "flag"),
    ),
    fields=(
        Field("description", "What it means."),
        Field("archived", "Whether it is put away.", "boolean"),
        Field("messenger_writable", "Whether the Messenger may set it.", "boolean"),
    ),
    paging=Paging("none", "data"),
    examples=(
        ("list", "intercom data-attributes list --model company"),
        (
            "create",
            "intercom data-attributes create --name floors --model company --type integer",
        ),
        ("delete", "intercom data-attributes delete 12878"),
    ),
)


Model = Literal["contact", "company"]
DataType = Literal["string", "integer", "float", "boolean", "date", "datetime", "options"]
OfModel = Annotated[
    Model | None, typer.Option("--model", help="Only of this kind.", show_default=False)
]
Archived = Annotated[
    bool, typer.Option("--archived", help="Archived ones too.", show_default=False)
]


@action(resource, *READS, uses=(LISTING,))
def list_(
    session: Session,
    model: OfModel = None,
    archived: Archived = False,
    limit: Limit = None,
    all_: All = False,
) -> None:
    """List data attributes."""
    request = listing(model, archived=archived)
    walk = walk_of(session, request, resource.paging)
    show_walk(session, walk, resource.columns, limit=limit, everything=all_, noun="data attributes")


def listing(model: str | None, *, archived: bool) -> Request:
    """The request for the attributes of a model, or of all."""
    return call(LISTING).with_query(model=model, include_archived="true" if archived else None)


@action(resource, *READS, uses=(LISTING,))
def get(
    session: Session,
    attribute: Annotated[str, typer.Argument(help="An id or a name.", metavar="ATTRIBUTE")],
    model: OfModel = None,
) -> None:
    """Show one data attribute.

    Examples:
      intercom data-attributes get plan
    """
    session.printer.record(row_of(session, attribute, model), resource.columns)


def row_of(session: Session, attribute: str, model: str | None = None) -> bytes:
    """The one attribute of that id or name. Raises NotFound or Misuse for none or several."""
    request = listing(model, archived=True)
    found = [
        row for row in walk_of(session, request, resource.paging)(None) if is_called(row, attribute)
    ]
    if not found:
        raise NotFound(
            f"There is no data attribute {attribute!r}.", hint="intercom data-attributes list"
        )
    if len(found) > 1:
        raise Misuse(f"{attribute!r} names several attributes.", hint="add --model contact")
    return found[0]


def record_of(session: Session, attribute: str) -> dict[str, Any]:
    """The one attribute of that id or name, read."""
    import msgspec

    return foreign.required_record(msgspec.json.decode(row_of(session, attribute)))


def is_called(row: bytes, text: str) -> bool:
    """Whether a record has that id or name; Intercom has no call for one attribute."""
    import msgspec

    record = msgspec.json.decode(row)
    if not isinstance(record, dict):
        return False
    return text in {foreign.text(record, name) for name in ("id", "name", "full_name")} - {""}


@action(resource, uses=(CREATING,))
def create(
    session: Session,
    name: Annotated[str, typer.Option("--name", help="Its name in data.", metavar="TEXT")],
    model: Annotated[Model, typer.Option("--model", help="What it describes.")],
    data_type: Annotated[DataType, typer.Option("--type", help="What its values are.")],
    option: Annotated[
        list[str] | None,
        typer.Option(
            "--option", help="A choice, for type options.", metavar="TEXT", show_default=False
        ),
    ] = None,
    description: Annotated[
        str | None,
        typer.Option("--description", help="What it means.", metavar="TEXT", show_default=False),
    ] = None,
) -> None:
    """Create a data attribute."""
    choices = option or []
    if data_type == "options" and len(choices) < LEAST_OPTIONS:
        raise Misuse("An attribute of type options needs --option at least twice.")
    body: dict[str, Any] = {"name": name, "model": model, "data_type": data_type}
    if choices:
        body["options"] = [{"value": choice} for choice in choices]
    if description:
        body["description"] = description
    answer = session.write(call(CREATING).with_json(body))
    show_written(session, answer, resource.columns, "Created data attribute")


@action(resource, uses=(CHANGING, LISTING))
def delete(
    session: Session, attribute: Annotated[str, typer.Argument(help="Its id.", metavar="ID")]
) -> None:
    """Archive a data attribute; Intercom has no deletion."""
    question = f"Archive data attribute {{}} in {session.source.name}?"
    agreed(session, question, (attribute,), look_up=record_of)
    request = call(CHANGING, data_attribute_id=attribute)
    answer = session.write(request.with_json({"archived": True}))
    show_written(session, answer, resource.columns, "Archived data attribute")
