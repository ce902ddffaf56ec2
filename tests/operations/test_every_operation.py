"""Every operation of the API is a command, and what commands send is as described."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2 as httpx
import pytest
from areas import AREAS, module_of
from described import (
    Deviation,
    Violation,
    description,
    judge,
    operation_of,
    operations,
    taken_apart,
)
from example_lines import agreed, input_of, prepared, write_files
from front_door import FrontDoor, Ran, Scripted, Unreachable, answer, connected, sandbox
from hasty_clock import hurry
from more_words import MORE
from openapi_core.testing import MockRequest

from intercom_cli import discovery
from intercom_cli.facts.operations import every
from intercom_cli.tree import Command, read_command

COUNT = 231  # operations of version 2.16
PREVIEW = {operation.name for operation in every() if operation.is_preview}
NOUNS = discovery.names("resources")


@dataclass
class Tried:
    """A command line that was run, and what came of it."""

    command: Command
    line: str
    ran: Ran

    @property
    def sent(self) -> list[httpx.Request]:
        """The requests to Intercom; a recording lies on another host."""
        return [one for one in self.ran.requests if one.url.host == "sandbox.localhost"]


@cache
def commands_of(noun: str) -> tuple[Command, ...]:
    return read_command(noun).commands


def lines_of(command: Command) -> list[str]:
    """The examples of a command, and more lines for operations that these do not reach."""
    return [*command.examples, *MORE.get(" ".join(command.path), ())]


@cache
def tried(noun: str) -> tuple[Tried, ...]:
    """Every line of a noun's commands, each run against a fresh sandbox."""
    return tuple(
        Tried(command, line, run_of(command, line))
        for command in commands_of(noun)
        if not is_preview(command)
        for line in lines_of(command)
    )


def run_of(command: Command, line: str) -> Ran:
    """Run a line in a folder of its own."""
    before = Path.cwd()
    with TemporaryDirectory() as name:
        folder = Path(name)
        connected(folder / "config", admin_id="991267459", app_id="sandbox1")
        transport = sandbox()
        run = FrontDoor(folder / "config", transport)
        if " cancel " not in line:  # what is to be cancelled must not be over yet
            hurry(run)
        os.chdir(folder)
        try:
            words = prepared(run, folder, line)
            return run(*agreed(command, words), stdin=input_of(line))
        finally:
            os.chdir(before)
            transport.close()


def is_preview(command: Command) -> bool:
    return bool(command.operations) and command.operations[0] in PREVIEW


def all_commands() -> Iterator[Command]:
    for noun in NOUNS:
        yield from commands_of(noun)


# --- what there is ------------------------------------------------------------------------------


def test_every_operation_of_the_description_has_a_command() -> None:
    described = operations().keys()
    assert len(described) == COUNT
    named = {name for command in all_commands() for name in command.operations}
    assert described - named == set()


def test_every_preview_operation_has_a_command() -> None:
    named = {name for command in all_commands() for name in command.operations}
    assert PREVIEW - named == set()


def test_commands_name_only_operations_that_exist() -> None:
    known = {operation.name for operation in every()}
    unknown = {
        (" ".join(command.path), name)
        for command in all_commands()
        for name in command.operations
        if name not in known
    }
    assert unknown == set()


def test_every_command_of_a_noun_names_its_operations() -> None:
    silent = [" ".join(command.path) for command in all_commands() if not command.operations]
    assert silent == []


def test_what_is_preview_says_so() -> None:
    for command in all_commands():
        assert ("(Preview)" in command.help) == is_preview(command), command.path


# --- what is sent -------------------------------------------------------------------------------


@pytest.mark.parametrize("noun", NOUNS)
def test_every_command_has_an_example(noun: str) -> None:
    bare = [" ".join(command.path) for command in commands_of(noun) if not command.examples]
    assert bare == []
    for command in commands_of(noun):
        start = shlex.join(["intercom", *command.path])
        assert any(line.startswith(start) for line in command.examples), command.path


@pytest.mark.parametrize("noun", NOUNS)
def test_the_examples_of_a_noun_run_and_send_what_is_described(noun: str) -> None:
    """As they stand, only what their command names, and as Intercom describes it."""
    description()
    known = excuses()
    for one in tried(noun):
        assert one.ran.code == 0, f"{one.line}\n{one.ran.err}"
        for request in one.sent:
            name = operation_of(request.method, request.url.path)
            assert name in one.command.operations, f"{one.line} sent {request.method} {request.url}"
    wrong = [
        f"{one.line}\n    {found}"
        for one in tried(noun)
        for request in one.sent
        for found in violations(request)
        if not any(deviation.covers(found) for deviation in known)
    ]
    assert wrong == []


@pytest.mark.slow
def test_every_operation_is_sent_by_some_command(run: FrontDoor) -> None:
    requests = [request for noun in NOUNS for one in tried(noun) for request in one.sent]
    requests += run("status", "--check").ok().requests
    beyond = {"type": "list", "data": [{"id": "1"}], "total_count": 10_001}
    replies = [
        answer(beyond),
        answer({"data": [{"id": "1"}], "scroll_param": "a"}),
        answer({"data": []}),
    ]
    requests += run("companies", "list", "--all", transport=Scripted(replies)).ok().requests
    sent = {operation_of(request.method, request.url.path) for request in requests}
    assert operations().keys() - sent == set()


def violations(request: httpx.Request) -> Iterator[Violation]:
    """What of a request is not as described."""
    name = operation_of(request.method, request.url.path)
    assert name is not None, f"{request.method} {request.url.path} is in no description"
    mock = MockRequest(
        "https://api.intercom.io",
        request.method.lower(),
        request.url.raw_path.decode().partition("?")[0],
        args=dict(request.url.params),
        headers={key.title(): value for key, value in request.headers.items()},
        data=request.content or None,
        content_type="application/json",
    )
    for error in judge().iter_request_errors(mock):
        yield from taken_apart(name, "request", error)


@cache
def excuses() -> tuple[Deviation, ...]:
    """Where requests differ because the description is wrong, each with its source."""
    return tuple(
        deviation
        for area in AREAS
        for deviation in module_of(area).deviations()
        if deviation.side in {"request", ".*"}
    )


def anything(_: httpx.Request) -> httpx.Response:
    """An answer that any read can do with."""
    return answer({"type": "list", "id": "7", "data": [{"type": "any", "id": "7"}]})


# --- Preview ------------------------------------------------------------------------------------


def test_a_preview_command_says_which_version_it_needs(
    run: FrontDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path)
    found = [command for command in all_commands() if is_preview(command)]
    assert found
    for command in found:
        for line in command.examples:
            words = [word for word in shlex.split(line)[1:] if word != "Preview"]
            words = [word for word in words if word != "--api-version"]
            refused = run(*agreed(command, words), stdin="{}")
            assert refused.code == 2, line
            assert refused.error["hint"] == "add --api-version Preview", (line, refused.err)
            assert not [r for r in refused.requests if r.method != "GET"]
            words = [*agreed(command, words), "--api-version", "Preview"]
            if any("--dry-run" in option.flags for option in command.options):
                ran = run(*words, "-n", stdin="{}", transport=Unreachable())
            else:
                ran = run(*words, transport=httpx.MockTransport(anything))
                assert ran.requests[0].headers["intercom-version"] == "Preview"
            assert ran.code == 0, (line, ran.err)
