"""The commands a noun's data describe: lists, records, and whatever writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import typer

from intercom_cli.acting import Admin, acting_admin
from intercom_cli.agreeing import agreed
from intercom_cli.agreeing import described as described_record
from intercom_cli.api.request import Request, call
from intercom_cli.options import READS, WRITES, Command, Group, shared
from intercom_cli.parameters import (
    argument,
    arguments_of,
    body_options,
    keyword,
    options,
    with_parameters,
)
from intercom_cli.reading import record_of, show_list, show_one, show_records
from intercom_cli.resource import Action, Argument, Field, Resource, Verb
from intercom_cli.session import Session
from intercom_cli.writing import (
    body_from,
    fill,
    id_of,
    in_query,
    need,
    put,
    question_in,
    show_written,
    written,
)

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
Needed = Annotated[
    str, typer.Option("--where", help="Which; see: intercom help query", metavar="EXPR")
]
Sort = Annotated[
    str | None,
    typer.Option(
        "--sort", help="Order; -FIELD for descending.", metavar="FIELD", show_default=False
    ),
]
SUMMARIES = {
    "list": "List {many}.",
    "get": "Show one {one} or more.",
    "search": "Search {many}.",
    "create": "Create {a} {one}.",
    "update": "Change {a} {one}.",
    "delete": "Delete {a} {one}.",
}
DID = {"create": "Created", "update": "Changed", "delete": "Deleted"}
QUESTION = "Delete {one} {{}} from {{where}}?"


def action(
    resource: Resource, *groups: Group, uses: tuple[str, ...] = ()
) -> Callable[[Command], Command]:
    """Make a hand-written function a command of a noun; by default it writes.

    ``uses`` are the operations it can send, the one it is for first.
    """

    def add(function: Command) -> Command:
        resource.actions.append(Action(function, groups or WRITES, uses))
        return function

    return add


def built(resource: Resource, verb: Verb) -> Command:
    """Build the command of a declared verb, with its options."""
    reads = is_list(verb) or verb.operation.startswith("GET ")
    build = list_of if is_list(verb) else record_of_verb if reads else write_of
    command = build(resource, verb)
    command.__doc__ = summary_of(resource, verb)
    return shared(*(READS if reads else WRITES), operation=verb.operation)(command)


def is_list(verb: Verb) -> bool:
    """Whether a verb shows a list."""
    return verb.paging is not None or verb.name in {"list", "search"}


def list_of(resource: Resource, verb: Verb) -> Command:
    """Build a command that shows a list; the noun's own can be narrowed and put in order."""
    own = verb.name == "list" or verb is resource.searched
    given_by = arguments_of(resource, verb)

    def command(session: Session, **given: Any) -> None:
        where, sort = given.pop("where", None), given.pop("sort", None)
        limit, everything = given.pop("limit"), given.pop("all_")
        request = asked(session, verb, given_by, given)
        show_list(
            session,
            resource,
            verb,
            request,
            where=where,
            sort=sort,
            limit=limit,
            everything=everything,
        )

    parts = [*map(argument, given_by), *options(verb.query)]
    if own and resource.filters:
        searching = verb.name == "search"
        parts.append(keyword("where", Needed) if searching else keyword("where", Where, None))
        if resource.searched:
            parts.append(keyword("sort", Sort, None))
    parts += [keyword("limit", Limit, None), keyword("all_", All, default=False)]
    return with_parameters(command, parts)


def record_of_verb(resource: Resource, verb: Verb) -> Command:
    """Build a command that shows a record, or for ``get`` several."""
    given_by = arguments_of(resource, verb)
    by_place = [one for one in given_by if not one.option]
    several = by_place[-1] if verb.name == "get" and len(by_place) == 1 else None

    def command(session: Session, **given: Any) -> None:
        ids = given[several.place] if several else [None]
        requests = (
            asked(session, verb, given_by, {**given, several.place: id} if several else given)
            for id in ids
        )
        columns = resource.columns if verb.columns is None else verb.columns
        if len(ids) == 1:
            show_one(session, next(requests), columns, verb.text)
        else:
            show_records(session, requests, columns)

    parts = [argument(one, several=one is several) for one in given_by]
    return with_parameters(command, [*parts, *options(verb.query)])


def write_of(resource: Resource, verb: Verb) -> Command:
    """Build a command that changes something, after asking where that is due."""
    fields, given_by = fields_of(resource, verb), arguments_of(resource, verb)
    creating = verb.name == "create" or verb.fields is not None
    takes_body = bool(fields)
    changes = verb.name in {"create", "update"} or verb.operation.startswith("PUT ")
    may_be_empty = bool(verb.fixed) or not changes

    def command(session: Session, **given: Any) -> None:
        body = dict(verb.fixed)
        sets, data, admin = (given.pop(name, None) for name in ("set", "data", "admin"))
        typed = {one.place or one.name: given.get(one.name) for one in fields if one.asks}
        named = [given[one.place] for one in given_by]
        called = named[-1] if named else str(given.get("title") or given.get("name") or "")
        need_person_for(session, question_in(fields, typed), called)
        if takes_body:
            body |= body_from(session, fields, given, sets=sets, data=data, empty=may_be_empty)
            need(resource.one, fields if creating else (), body)
        ask_first(session, resource, verb, question_in(fields, body), tuple(named), body)
        request = asked(session, verb, given_by, given)
        keep(session, resource, verb, tuple(named), body)
        fill(session, fields, body)
        if verb.admin:
            put(body, verb.admin, acting_admin(session, admin))
        answer = session.write(request.with_json(body) if body else request)
        columns = resource.columns if verb.columns is None else verb.columns
        did = verb.did or f"{DID.get(verb.name, verb.name)} {resource.one}"
        show_written(session, answer, columns, did, named=named[-1] if named else "")

    parts = [*map(argument, given_by), *options(fields, creating=creating), *options(verb.query)]
    parts += [keyword("admin", Admin, None)] if verb.admin else []
    return with_parameters(command, [*parts, *(body_options() if takes_body else [])])


def fields_of(resource: Resource, verb: Verb) -> tuple[Field, ...]:
    """The options of a verb's body."""
    if verb.fields is not None:
        return verb.fields
    if verb.name == "create":
        return tuple(field for field in resource.fields if field.create)
    if verb.name == "update":
        return tuple(field for field in resource.fields if field.update)
    return ()


def question_of(resource: Resource, verb: Verb) -> str:
    """What is asked before a verb; empty when nothing is."""
    return verb.asks or (QUESTION.format(one=resource.one) if verb.name == "delete" else "")


def need_person_for(session: Session, question: str, called: str) -> None:
    """Refuse what must be agreed to before anything is looked up, where nobody can be asked."""
    if question and session.asks:
        session.need_person(question.replace("{where}", session.source.name).format(called))


def ask_first(
    session: Session,
    resource: Resource,
    verb: Verb,
    about_values: str,
    named: tuple[str, ...],
    body: dict[str, Any],
) -> None:
    """Ask what a verb asks, else what its values ask; a record that is new is named by its body."""
    if question := question_of(resource, verb):
        ask(session, resource, question, named)
    elif about_values and named:
        ask(session, resource, about_values, named)
    elif about_values:
        question = about_values.replace("{where}", session.source.name)
        session.confirm(question.format(described_record(body) or f"this {resource.one}"))


def keep(
    session: Session,
    resource: Resource,
    verb: Verb,
    named: tuple[str, ...],
    body: dict[str, Any],
) -> None:
    """Put into a body, as they are, the fields that must be in it and were not given."""
    missing = [name for name in verb.keeps if name not in body]
    get = resource.verb("get")
    if not missing or get is None:
        return
    given_by = arguments_of(resource, get)
    ids = dict(zip((one.place for one in given_by), named, strict=False))
    request = asked(session, get, given_by, ids)
    if session.choices.dry_run:
        session.show(request)
        body.update((name, name.upper()) for name in missing)
        return
    record = session.send(request).json()
    body.update((name, record[name]) for name in missing if record.get(name) is not None)


def ask(session: Session, resource: Resource, question: str, named: tuple[str, ...]) -> None:
    """Ask before something, naming what it is done to as it was found."""
    if not session.asks:
        return
    question = question.replace("{where}", session.source.name)
    get = resource.verb("get")
    if get is None or not named or "{}" not in question:
        session.confirm(question.format(*named))
        return
    given_by = arguments_of(resource, get)
    ids = dict(zip((one.place for one in given_by), named, strict=False))
    look_up = partial(look, get=get, given_by=given_by, ids=ids)
    agreed(session, question, named[len(given_by) - 1 : len(given_by)], look_up=look_up)


def look(
    session: Session, text: str, *, get: Verb, given_by: list[Argument], ids: dict[str, str]
) -> dict[str, Any]:
    """One record, read."""
    return record_of(session, asked(session, get, given_by, dict(ids)), text)


def asked(session: Session, verb: Verb, given_by: list[Argument], given: dict[str, Any]) -> Request:
    """The request of a verb, its ids found by what people know of them."""
    ids = {one.place: id_of(session, one, given[one.place]) for one in given_by}
    request = call(verb.operation, **ids)
    if verb.fixed and is_list(verb):
        request = request.with_json(dict(verb.fixed))
    for field in verb.query:
        if (value := given.get(field.name)) is not None:
            name = field.place or field.name
            told = {name: in_query(written(session, field, value)), **dict(field.along)}
            request = request.with_query(**told)
    return request


def described(function: Command, text: str) -> Command:
    """Give a built command its help."""
    function.__doc__ = text
    return function


def summary_of(resource: Resource, verb: Verb) -> str:
    """What a verb does, in a sentence."""
    a = "an" if resource.one[0] in "aeiou" else "a"
    text = verb.summary or SUMMARIES[verb.name]
    return text.format(one=resource.one, many=resource.many, a=a)
