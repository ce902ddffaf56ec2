"""The commands a noun's data describe: lists, records, and whatever writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.asking import ask_first, need_person_for, question_of
from intercom_cli.errors import Refused
from intercom_cli.options import ASKS, READS, WRITES, Command, Group, shared
from intercom_cli.parameters import (
    argument,
    arguments_of,
    body_options,
    by_place,
    keyword,
    options,
    with_parameters,
)
from intercom_cli.reading import retold_one, show_list, show_one
from intercom_cli.resource import Action, Field, Resource, Verb, operations_in
from intercom_cli.session import Session
from intercom_cli.several import show_several
from intercom_cli.writing import (
    body_from,
    fill,
    need,
    question_in,
    request_of,
    show_written,
)

if TYPE_CHECKING:
    from intercom_cli.api.request import Request
    from intercom_cli.resource import Use

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


def action(
    resource: Resource, *groups: Group, uses: tuple[Use, ...] = ()
) -> Callable[[Command], Command]:
    """Make a hand-written function a command of a noun; by default it writes.

    ``uses`` are the operations it can send, the one it is for first, or what sends them for it.
    """

    def add(function: Command) -> Command:
        resource.actions.append(Action(function, groups or WRITES, operations_in(uses)))
        return function

    return add


def built(resource: Resource, verb: Verb) -> Command:
    """Build the command of a declared verb, with its options."""
    reads = verb.lists or verb.operation.startswith("GET ")
    build = list_of if verb.lists else record_of_verb if reads else write_of
    command = build(resource, verb)
    command.__doc__ = summary_of(resource, verb)
    asks = verb.lists and bool(resource.filters) and is_own(resource, verb)
    groups = ASKS if asks else READS if reads else WRITES
    return shared(*groups, operation=verb.operation)(command)


def is_own(resource: Resource, verb: Verb) -> bool:
    """Whether a list is that of the noun itself, which --where can narrow."""
    return verb.name == "list" or verb is resource.searched


def list_of(resource: Resource, verb: Verb) -> Command:
    """Build a command that shows a list; the noun's own can be narrowed and put in order."""
    own = is_own(resource, verb)
    given_by = arguments_of(resource, verb)

    def command(session: Session, **given: Any) -> None:
        where, sort = given.pop("where", None), given.pop("sort", None)
        limit, everything = given.pop("limit"), given.pop("all_")
        request = request_of(session, verb, given_by, given)
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
        parts.append(keyword("sort", Sort, None))
    parts += [keyword("limit", Limit, None), keyword("all_", All, default=False)]
    words = [one.place for one in given_by] + [field.name for field in verb.query if field.word]
    built = with_parameters(command, parts)
    by_word = len(words) == 1 and all(one.option for one in given_by)
    return by_place(words[0])(built) if by_word else built


def record_of_verb(resource: Resource, verb: Verb) -> Command:
    """Build a command that shows a record, or for ``get`` several."""
    given_by = arguments_of(resource, verb)
    by_place = [one for one in given_by if not one.option]
    several = by_place[-1] if verb.name == "get" and len(by_place) == 1 else None

    def command(session: Session, **given: Any) -> None:
        columns = resource.columns if verb.columns is None else verb.columns
        tell = verb.tell(session) if verb.tell else None
        names = given[several.place] if several else []

        def request(name: str | None) -> Request:
            more = {several.place: name} if several and name is not None else {}
            return request_of(session, verb, given_by, {**given, **more})

        if len(names) > 1:
            show_several(
                session,
                names,
                lambda name: [session.send(request(name)).body],
                columns,
                one=resource.one,
                many=resource.many,
                tell=tell,
            )
        else:
            show_one(session, request(names[0] if names else None), columns, verb.text, tell)

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
        sets, data = given.pop("set", None), given.pop("data", None)
        typed = {one.place or one.name: given.get(one.name) for one in fields if one.asks}
        named = [given[one.place] for one in given_by]
        called = named[-1] if named else str(given.get("title") or given.get("name") or "")
        question = question_of(resource, verb) or question_in(fields, typed)
        need_person_for(session, question, called)
        if takes_body:
            body |= body_from(
                session,
                fields,
                given,
                sets=sets,
                data=data,
                empty=may_be_empty,
                operation=verb.operation,
            )
            command = f"{resource.name} {verb.name}"
            need(resource.one, fields if creating else (), body, command=command)
        request = request_of(session, verb, given_by, given)
        ask_first(session, resource, verb, question_in(fields, body), tuple(named), body)
        keep(session, resource, verb, tuple(named), body)
        fill(session, fields, body)
        try:
            answer = session.write(request.with_json(body) if body else request)
        except Refused as error:
            from intercom_cli.set_values import add_hint

            add_hint(session, verb.operation, body, error)
            raise
        if verb.tell and answer.is_json:
            answer = answer._replace(body=retold_one(session, answer.body, verb.tell(session)))
        columns = resource.columns if verb.columns is None else verb.columns
        did = verb.did or f"{DID.get(verb.name, verb.name)} {resource.one}"
        show_written(session, answer, columns, did, named=named[-1] if named else "")

    parts = [*map(argument, given_by), *options(fields, creating=creating), *options(verb.query)]
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
    request = request_of(session, get, given_by, ids)
    if session.choices.dry_run:
        kept = {name: session.rehearsal.stand_in(name.upper(), f"{name} now") for name in missing}
        session.show(request)
        body.update(kept)
        return
    record = foreign.required_record(session.send(request).json())
    body.update((name, record[name]) for name in missing if record.get(name) is not None)


def described(function: Command, text: str) -> Command:
    """Give a built command its help."""
    function.__doc__ = text
    return function


def summary_of(resource: Resource, verb: Verb) -> str:
    """What a verb does, in a sentence."""
    a = "an" if resource.one[0] in "aeiou" else "a"
    text = verb.summary or SUMMARIES[verb.name]
    return text.format(one=resource.one, many=resource.many, a=a)
