"""The verbs every noun shares, built from its Resource: list get search create update delete."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from intercom_cli.options import READS, WRITES, Command, Group, shared
from intercom_cli.reading import show_list, show_one, show_records
from intercom_cli.resource import Field, Resource
from intercom_cli.session import Session
from intercom_cli.writing import body_from, create, delete, update

Limit = Annotated[
    int | None,
    typer.Option("--limit", min=1, help="At most this many.", metavar="N", show_default=False),
]
All = Annotated[bool, typer.Option("--all", help="Every one there is.", show_default=False)]
Where = Annotated[
    str | None,
    typer.Option(
        "--where", help="Only these; see: intercom help query", metavar="EXPR", show_default=False
    ),
]
Sort = Annotated[
    str | None,
    typer.Option(
        "--sort", help="Order; -FIELD for descending.", metavar="FIELD", show_default=False
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", help="Set any field: a.b=value.", metavar="A.B=V", show_default=False),
]
Data = Annotated[
    str | None,
    typer.Option(
        "--data", help="A JSON object to begin with.", metavar="FILE|-|JSON", show_default=False
    ),
]
READING = frozenset({"list", "get", "search"})
SUMMARIES = {
    "list": "List {many}.",
    "get": "Show one {one} or more.",
    "search": "Search {many}.",
    "create": "Create a {one}.",
    "update": "Change a {one}.",
    "delete": "Delete a {one}.",
}
METAVARS = {"integer": "N", "number": "N", "time": "TIME"}
OPTION_TYPES: dict[str, Any] = {"integer": int, "number": float, "boolean": bool}


def action(resource: Resource, *groups: Group) -> Callable[[Command], Command]:
    """Make a hand-written function a command of a noun; by default it writes."""

    def add(function: Command) -> Command:
        resource.actions.append((function, groups or WRITES))
        return function

    return add


def list_of(resource: Resource) -> Command:
    """Build ``list``."""
    if not resource.filters:

        def plain(session: Session, limit: Limit = None, all_: All = False) -> None:
            show_list(session, resource, limit=limit, everything=all_)

        return plain

    def filtered(
        session: Session, where: Where = None, limit: Limit = None, all_: All = False
    ) -> None:
        show_list(session, resource, where=where, limit=limit, everything=all_)

    def sorted_too(
        session: Session,
        where: Where = None,
        sort: Sort = None,
        limit: Limit = None,
        all_: All = False,
    ) -> None:
        show_list(session, resource, where=where, sort=sort, limit=limit, everything=all_)

    return sorted_too if resource.search_path else filtered


def search_of(resource: Resource) -> Command:
    """Build ``search``."""

    def search(
        session: Session,
        where: Annotated[
            str, typer.Option("--where", help="Which; see: intercom help query", metavar="EXPR")
        ],
        sort: Sort = None,
        limit: Limit = None,
        all_: All = False,
    ) -> None:
        show_list(session, resource, where=where, sort=sort, limit=limit, everything=all_)

    return search


def get_of(resource: Resource) -> Command:
    """Build ``get``."""

    def get(
        session: Session,
        ids: Annotated[list[str], typer.Argument(help="One id or more.", metavar="ID...")],
    ) -> None:
        if len(ids) == 1:
            show_one(session, resource, ids[0])
        else:
            show_records(session, resource, ids)

    return get


def create_of(resource: Resource) -> Command:
    """Build ``create``."""
    fields = tuple(field for field in resource.fields if field.create)

    def command(session: Session, *, data: str | None, set: list[str] | None, **given: Any) -> None:
        create(session, resource, body_from(session, fields, given, sets=set, data=data))

    return with_fields(command, fields, creating=True)


def update_of(resource: Resource) -> Command:
    """Build ``update``."""
    fields = tuple(field for field in resource.fields if field.update)

    def command(
        session: Session,
        id: str,
        *,
        data: str | None,
        set: list[str] | None,
        **given: Any,
    ) -> None:
        body = body_from(session, fields, given, sets=set, data=data)
        update(session, resource, found(session, resource, id), body)

    return with_fields(command, fields, creating=False, argument=id_of(resource))


def delete_of(resource: Resource) -> Command:
    """Build ``delete``."""

    def command(session: Session, id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
        delete(session, resource, found(session, resource, id))

    return command


def found(session: Session, resource: Resource, text: str) -> str:
    """The id of the record people named."""
    return resource.find(session, text) if resource.find else text


def id_of(resource: Resource) -> inspect.Parameter:
    """The leading argument that names one record."""
    kind = Annotated[str, typer.Argument(help=f"The {resource.one}.", metavar="ID")]
    return inspect.Parameter("id", inspect.Parameter.KEYWORD_ONLY, annotation=kind)


def with_fields(
    function: Command,
    fields: tuple[Field, ...],
    *,
    creating: bool,
    argument: inspect.Parameter | None = None,
) -> Command:
    """Give a function one option for each field, and --set and --data for the rest."""
    session = inspect.Parameter("session", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    own = [argument] if argument else []
    own += [option_of(field, creating=creating) for field in fields]
    own += [
        inspect.Parameter("set", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Set),
        inspect.Parameter("data", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Data),
    ]
    function.__dict__["__signature__"] = inspect.Signature([session, *own])
    return function


def option_of(field: Field, *, creating: bool) -> inspect.Parameter:
    """The option of one field; a flag gets its opposite too."""
    flag = "--" + field.name.replace("_", "-")
    kind: Any = OPTION_TYPES.get(field.type, str)
    spelling = f"{flag}/--no-{flag[2:]}" if kind is bool else flag
    needed = " Required." if creating and field.required else ""
    annotation: Any = Annotated[
        kind | None,
        typer.Option(
            spelling,
            help=field.help + needed,
            metavar=None if kind is bool else METAVARS.get(field.type, "TEXT"),
            show_default=False,
        ),
    ]
    return inspect.Parameter(
        field.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation
    )


def described(function: Command, text: str) -> Command:
    """Give a built command its help."""
    function.__doc__ = text
    return function


BUILDERS: dict[str, Callable[[Resource], Command]] = {
    "list": list_of,
    "get": get_of,
    "search": search_of,
    "create": create_of,
    "update": update_of,
    "delete": delete_of,
}


def built(resource: Resource, verb: str) -> Command:
    """Build one of the shared verbs with its options."""
    command = described(BUILDERS[verb](resource), summary_of(resource, verb))
    return shared(*(READS if verb in READING else WRITES))(command)


def summary_of(resource: Resource, verb: str) -> str:
    """What one of the shared verbs does, in a sentence."""
    return SUMMARIES[verb].format(one=resource.one, many=resource.name.replace("-", " "))
