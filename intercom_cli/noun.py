"""A noun's commands, put together from its Resource: all of them, or the one that runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import typer

from intercom_cli import discovery, help_page
from intercom_cli.errors import Misuse
from intercom_cli.options import Command, shared
from intercom_cli.parser import Command as Parser
from intercom_cli.resource import Resource
from intercom_cli.verbs import BUILDERS, built, summary_of

ORDER = tuple(BUILDERS)


class Verb(NamedTuple):
    """A command of a noun: what it is called, what it does, and what makes it when it is needed."""

    name: str
    summary: str
    make: Callable[[], Command]


def verbs(resource: Resource) -> dict[str, Verb]:
    """Every command of a noun, the shared verbs in their usual order, then its own actions."""
    found = [
        Verb(verb, summary_of(resource, verb), partial(built, resource, verb))
        for verb in resource.verbs
    ]
    found += [action(function, groups) for function, groups in resource.actions]
    return {verb.name: verb for verb in sorted(found, key=place)}


def action(function: Command, groups: Any) -> Verb:
    """A hand-written command, named as its function and described by its docstring."""
    name = function.__name__.strip("_").replace("_", "-")
    summary = (function.__doc__ or "").partition("\n")[0]
    return Verb(name, summary, lambda: shared(*groups)(function))


def place(verb: Verb) -> int:
    """Where a command stands in the list of its noun."""
    return ORDER.index(verb.name) if verb.name in ORDER else len(ORDER)


def program(resource: Resource, only: str | None = None) -> typer.Typer:
    """The commands of a noun, or just one. Raises Misuse with a close match for an unknown one."""
    every = verbs(resource)
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
    for verb in [every[only]] if only else every.values():
        app.command(verb.name, cls=Parser, epilog=epilog(resource, verb.name))(verb.make())
    return app


def unknown(resource: Resource, word: str, every: list[str]) -> Misuse:
    """An error for a word that is no command of the noun, with what exists."""
    from difflib import get_close_matches

    near = get_close_matches(word, every, n=1)
    path = f"intercom {resource.name}"
    if near:
        return Misuse(f"{resource.name} has no command {word!r}.", hint=f"{path} {near[0]}")
    return Misuse(f"{resource.name} has no command {word!r}; it has {', '.join(every)}.")


def epilog(resource: Resource, verb: str) -> str | None:
    """The example under a verb's help; the mark keeps its lines as they are."""
    lines = dict(resource.examples)
    return f"\b\nExample:\n  {lines[verb]}" if verb in lines else None


def page(resource: Resource) -> str:
    """A noun's own page of help."""
    return help_page.page(
        f"intercom {resource.name}",
        discovery.summary("resources", resource.name),
        [(verb.name, verb.summary) for verb in verbs(resource).values()],
        [line for _, line in resource.examples],
    )
