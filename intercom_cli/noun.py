"""A noun's commands, put together from its Resource: all of them, or the one that runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import typer

from intercom_cli import discovery, help_page
from intercom_cli.asking import question_of
from intercom_cli.errors import Misuse, close_matches
from intercom_cli.finding import named_by
from intercom_cli.options import Command, shared
from intercom_cli.parameters import arguments_of, finders
from intercom_cli.parser import Command as Parser
from intercom_cli.resource import Action, Resource, Verb, operations_in
from intercom_cli.verbs import SUMMARIES, built, fields_of, is_own, summary_of

ORDER = tuple(SUMMARIES)
ENOUGH = 6  # examples on a noun's page; more only where the usual verbs have them
# What other tools call the same.
OTHER_WORDS = {
    "list": ("ls", "all", "index"),
    "get": ("show", "view", "read", "describe", "retrieve", "info"),
    "search": ("find", "query"),
    "create": ("new", "add", "make"),
    "update": ("edit", "set", "change", "modify", "patch"),
    "delete": ("rm", "remove", "del", "destroy"),
}


class Entry(NamedTuple):
    """A command of a noun: what it is called, what it does, and what makes it when it is needed.

    ``uses`` are the operations behind it, ``example`` a command line, where its page has none;
    ``first`` is the first one on its page.
    """

    name: str
    summary: str
    make: Callable[[], Command]
    uses: tuple[str, ...]
    example: str = ""
    first: str = ""


def entries(resource: Resource) -> dict[str, Entry]:
    """Every command of a noun, the usual verbs in their usual order, then the others."""
    found = [
        Entry(
            verb.name,
            summary_of(resource, verb),
            partial(built, resource, verb),
            operations_of(resource, verb),
            verb.example,
            verb.example,
        )
        for verb in resource.verbs
    ]
    examples = dict(resource.examples)
    found += [written(one, examples) for one in resource.actions]
    return {entry.name: entry for entry in sorted(found, key=place)}


def written(one: Action, examples: Mapping[str, str]) -> Entry:
    """A hand-written command, named as its function and described by its docstring."""
    function = one.function
    name = function.__name__.strip("_").replace("_", "-")
    text = function.__doc__ or ""
    make = partial(shared(*one.groups, operation=one.uses[0] if one.uses else ""), function)
    example = examples.get(name, "")
    first = example or help_page.first_example(text) or ""
    return Entry(name, text.partition("\n")[0], make, one.uses, example, first)


def operations_of(resource: Resource, verb: Verb) -> tuple[str, ...]:
    """The operations a verb can send: its own first, then those that find what people named."""
    fields, arguments = (*fields_of(resource, verb), *verb.query), arguments_of(resource, verb)
    found: list[Any] = [verb.operation, verb.tell]
    found += named_by(resource.columns if verb.columns is None else verb.columns)
    found += [finder for one in arguments for finder in (one.find, one.usual)]
    found += finders(fields)
    asks = question_of(resource, verb) or any(field.asks for field in fields)
    if get := resource.verb("get") if verb.keeps or asks else None:
        found.append(get.operation)
    if resource.searched and verb.name == "list" and resource.filters:
        found.append(resource.searched.operation)
    if verb.lists and resource.filters and is_own(resource, verb):
        found += [*(one.find for one in resource.named), resource.labels]
    return operations_in(found)


def place(entry: Entry) -> int:
    """Where a command stands in the list of its noun."""
    return ORDER.index(entry.name) if entry.name in ORDER else len(ORDER)


def program(resource: Resource, only: str | None = None) -> typer.Typer:
    """The commands of a noun, or just one. Raises Misuse with a close match for an unknown one."""
    every = entries(resource)
    if only is not None and only not in every:
        raise unknown(resource, only, list(every))
    app = typer.Typer(
        name=resource.name,
        help=discovery.summary("resources", resource.name),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(lambda: None)
    for entry in [every[only]] if only else every.values():
        app.command(entry.name, cls=Parser, epilog=epilog(entry))(entry.make())
    return app


def unknown(resource: Resource, word: str, every: list[str]) -> Misuse:
    """An error for a word that is no command of the noun, with what exists."""
    same = [name for name, others in OTHER_WORDS.items() if word in others and name in every]
    near = same or close_matches(word, every, n=1)
    path = f"intercom {resource.name}"
    if near:
        return Misuse(f"{resource.name} has no command {word!r}.", hint=f"{path} {near[0]}")
    return Misuse(
        f"{resource.name} has no command {word!r}; it has {', '.join(every)}.",
        hint=f"{path} --help",
    )


def epilog(entry: Entry) -> str | None:
    """The example below what a command does; the mark keeps its lines as they are."""
    return f"\b\nExamples:\n  {entry.example}" if entry.example else None


def page(resource: Resource) -> str:
    """A noun's own page of help."""
    every = entries(resource).values()
    usual = [entry.example for entry in every if entry.example]
    others = [entry.first for entry in every if entry.first and not entry.example]
    return help_page.page(
        f"intercom {resource.name}",
        discovery.summary("resources", resource.name),
        [(entry.name, entry.summary) for entry in every],
        [*usual, *others[: max(0, ENOUGH - len(usual))]],
    )
