"""The commands as plain data: all of them, whatever they are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pytest
import typer

from intercom_cli import discovery, tree, words
from intercom_cli.local.keys import KEYS
from intercom_cli.options import takes_value


@pytest.fixture(scope="module")
def every() -> tree.Tree:
    return tree.read()


def find(every: tree.Tree, *path: str) -> tree.Command:
    return next(command for command in every.walk() if command.path == path)


def option(command: tree.Command, flag: str) -> tree.Option:
    return next(found for found in command.options if flag in found.flags)


def test_every_command_and_noun_is_in_it(every: tree.Tree) -> None:
    names = {*discovery.names("commands"), *discovery.names("resources")}
    assert {command.name for command in every.commands} == names
    for command in every.commands:
        assert bool(command.commands) == words.is_group(command.name)


def test_every_command_and_option_says_what_it_is_for(every: tree.Tree) -> None:
    for command in every.walk():
        assert command.summary, command.path
        assert "\n" not in command.summary
        assert "\b" not in command.help
        for found in command.options:
            assert found.help, (command.path, found.flags)


def test_every_verb_can_be_asked_for_help(every: tree.Tree) -> None:
    assert all(tree.HELP in command.options for command in every.walk())


def test_the_options_that_may_stand_before_a_command_are_those_the_program_moves(
    every: tree.Tree,
) -> None:
    assert {
        flag: found.takes != "nothing" for found in every.shared for flag in found.flags
    } == takes_value()


def test_what_an_option_takes_is_told(every: tree.Tree) -> None:
    create = find(every, "contacts", "create")
    assert option(create, "--data").takes == "file"
    assert option(create, "--set").takes == "pair"
    assert option(create, "--set").repeatable
    assert option(create, "--email").takes == "text"
    assert option(create, "--output").choices[:2] == ("table", "json")
    assert option(create, "-w").takes == "workspace"
    assert option(create, "--email-verified").opposites == ("--no-email-verified",)
    assert option(create, "--dry-run").takes == "nothing"
    assert option(find(every, "connect"), "--cert").takes == "file"


def test_what_a_word_stands_for_is_told(every: tree.Tree) -> None:
    method, path, pairs = find(every, "request").arguments
    assert (method.metavar, method.choices, method.required) == ("METHOD", tree.METHODS, False)
    assert (path.metavar, path.takes, path.required) == ("PATH", "text", True)
    assert (pairs.metavar, pairs.takes, pairs.repeatable) == ("KEY=VALUE", "pair", True)
    assert find(every, "config", "set").arguments[0].choices == tuple(KEYS)
    assert find(every, "disconnect").arguments[0].takes == "workspace"
    assert "workflows" in find(every, "commands").arguments[0].choices
    assert {"GET", "articles"} <= {*find(every, "schema").arguments[0].choices}
    shown = find(every, "open").arguments[0].choices
    assert "articles" in shown
    assert "macros" not in shown
    old, new = find(every, "workspaces", "rename").arguments
    assert (old.takes, new.takes) == ("workspace", "text")


def test_a_command_nobody_knows_yet_is_described_too() -> None:
    app = typer.Typer()

    @app.callback()
    def group() -> None: ...

    @app.command("send", epilog="\b\nExample:\n  new send a.csv", hidden=True)
    def send(
        source: Annotated[Path, typer.Argument(help="What to send.")],
        folder: Annotated[Path, typer.Option("--to", metavar="DIR", help="Where to.")],
        loud: Annotated[int, typer.Option("-l", count=True, help="Louder.")] = 0,
        secret: Annotated[str, typer.Option("--secret", hidden=True)] = "",
    ) -> None:
        """Send a file.

        More about it.
        """

    found = tree.described(tree.parsed(app), ("new",))
    (sent,) = found.commands
    assert (sent.path, sent.summary, sent.hidden) == (("new", "send"), "Send a file.", True)
    assert sent.help == "Send a file.\n\nMore about it.\n\nExample:\n  new send a.csv"
    assert [(a.name, a.takes) for a in sent.arguments] == [("source", "file")]
    assert option(sent, "--to").takes == "directory"
    assert option(sent, "--to").required
    assert (option(sent, "-l").takes, option(sent, "-l").repeatable) == ("nothing", True)
    assert not [o for o in sent.options if "--secret" in o.flags]
