"""Make the parameters of a command from data: ids in a path, options of a body or a query."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import wraps
from typing import Annotated, Any, Literal

import typer

from intercom_cli.errors import Misuse
from intercom_cli.options import Command
from intercom_cli.resource import Argument, Field, Resource, Verb

METAVARS = {
    "integer": "N",
    "integers": "N",
    "number": "N",
    "time": "TIME",
    "json": "JSON",
    "file": "FILE|-",
}
TYPES: dict[str, Any] = {
    "integer": int,
    "number": float,
    "boolean": bool,
    "strings": list[str],
    "integers": list[int],
}
WIDEST = 60  # letters of choices that a line of help has room for
NAMED = {"integer": str, "integers": list[str]}  # where what is typed stands for a number
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


def with_parameters(function: Command, own: Iterable[inspect.Parameter]) -> Command:
    """Give a function that takes ``**given`` the parameters that are made from data."""
    session = inspect.Parameter("session", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    function.__dict__["__signature__"] = inspect.Signature([session, *own])
    return function


def keyword(
    name: str, annotation: Any, default: Any = inspect.Parameter.empty
) -> inspect.Parameter:
    """One parameter that is given by its name."""
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default
    )


def placeholders(operation: str) -> list[str]:
    """The names of the ids in an operation's path, in their order.

    >>> placeholders("DELETE /articles/{article_id}/tags/{id}")
    ['article_id', 'id']
    """
    return [part[1:-1] for part in operation.split("/") if part.startswith("{")]


def arguments_of(resource: Resource, verb: Verb) -> list[Argument]:
    """How each id in the path of a verb is given: as it says, or as the noun does."""
    known = {one.place: one for one in (*resource.parents, *verb.arguments)}
    own = Argument("", f"The {resource.one}.", find=resource.find)
    return [known.get(name, own._replace(place=name)) for name in placeholders(verb.operation)]


def argument(one: Argument, *, several: bool = False) -> inspect.Parameter:
    """The parameter of an id; parents are options, required where nothing else tells the id."""
    if one.usual:
        declared = typer.Option(one.option, help=one.help, metavar=one.metavar, show_default=False)
        return keyword(one.place, Annotated[str | None, declared], None)
    if one.option:
        declared = typer.Option(one.option, help=one.help, metavar=one.metavar)
        return keyword(one.place, Annotated[str, declared])
    if several:
        help = "One id or more." if one.metavar == "ID" else one.help
        return keyword(
            one.place, Annotated[list[str], typer.Argument(help=help, metavar=one.metavar + "...")]
        )
    return keyword(one.place, Annotated[str, typer.Argument(help=one.help, metavar=one.metavar)])


def by_place(name: str) -> Callable[[Command], Command]:
    """Let an option of text be typed as the word behind the verb too, where it is the only one."""

    def wrap(function: Command) -> Command:
        signature = inspect.signature(function, eval_str=True)
        option = signature.parameters[name]
        declared = copy(option.annotation.__metadata__[0])
        needed = option.default is inspect.Parameter.empty
        what = declared.metavar
        declared.help += " Required." if needed else ""
        same = f"The same as {declared.default}."
        word = typer.Argument(help=same, metavar=f"[{what}]", show_default=False)

        @wraps(function)
        def command(session: Any, **given: Any) -> None:
            typed = given.pop("word")
            if typed is not None and given[name] is not None:
                raise Misuse(f"{what} is given twice: {typed!r}, and behind {declared.default}.")
            given[name] = given[name] if typed is None else typed
            if needed and given[name] is None:
                raise Misuse(f"Name {what}, or use {declared.default}.")
            function(session, **given)

        own = dict(signature.parameters)
        own[name] = option.replace(annotation=Annotated[str | None, declared], default=None)
        [session, *others] = own.values()
        others = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in others]
        first = keyword("word", Annotated[str | None, word], None)
        command.__dict__["__signature__"] = signature.replace(parameters=[session, first, *others])
        return command

    return wrap


def fields_in(function: Command) -> Iterator[Field]:
    """The fields of the body that a hand-written command has options for."""
    for parameter in inspect.signature(function).parameters.values():
        known = getattr(parameter.annotation, "__metadata__", ())
        yield from (one for one in known if isinstance(one, Field))


def finders(fields: Iterable[Field]) -> Iterator[Any]:
    """What fills these fields, as far as it may have to look something up."""
    return (one for field in fields for one in (field.find, field.usual, field.into))


def options(fields: Iterable[Field], *, creating: bool = False) -> Iterator[inspect.Parameter]:
    """The parameters of fields."""
    return (option_of(field, creating=creating) for field in fields)


def option_of(field: Field, *, creating: bool) -> inspect.Parameter:
    """The option of one field, which it carries along; a flag gets its opposite too."""
    kind = kind_of(field)
    spelling = f"{field.flag}/--no-{field.flag[2:]}" if kind is bool else field.flag
    needed = " Required." if creating and field.required else ""
    declared = typer.Option(
        spelling,
        help=field.help + needed,
        metavar=None if kind is bool else metavar_of(field),
        show_default=False,
    )
    return keyword(field.name, Annotated[kind | None, declared, field], None)


def metavar_of(field: Field) -> str | None:
    """What stands for the value on a page of help; None for the choices, where they fit."""
    if field.choices:
        return "WORD" if len("|".join(field.choices)) > WIDEST else None
    usual = "TEXT" if field.find else METAVARS.get(field.type, "TEXT")
    return str(getattr(field.find or field.into, "metavar", usual))


def kind_of(field: Field) -> Any:
    """The Python type of an option's value."""
    if not field.choices:
        kinds = TYPES | NAMED if field.find else TYPES
        return kinds.get(field.type, str)
    if field.type != "strings":
        return Literal.__getitem__(field.choices)
    from enum import StrEnum  # Typer takes no list of Literals

    make: Any = StrEnum
    choice: Any = make("Choice", {text: text for text in field.choices})
    return list[choice]


def body_options() -> list[inspect.Parameter]:
    """The options for whatever has none of its own."""
    return [keyword("set", Set, None), keyword("data", Data, None)]
