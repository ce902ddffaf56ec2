"""Every command that writes, walked from the tree: which ask, and none writes where none may."""

from __future__ import annotations

import socket
from functools import cache
from pathlib import Path

import pytest
from example_lines import agreed, input_of, prepared
from front_door import FrontDoor, Ran, Unreachable, connected, sandbox

from intercom_cli import discovery
from intercom_cli.tree import Command, read_command

# What reaches a customer, ends something for good, or changes much at once.
ASKING = {
    "articles delete", "articles publish", "audiences delete", "banners dismiss",
    "collections delete", "companies bulk-delete", "companies delete", "contacts block",
    "contacts bulk-delete", "contacts delete", "contacts merge", "content audience",
    "content availability", "content delete", "content publish", "content tag",
    "content unpublish", "content untag", "content-snippets delete", "content-sources delete",
    "conversation-attributes delete", "conversation-attributes delete-option",
    "conversations attach", "conversations convert", "conversations delete",
    "conversations merge", "conversations redact", "conversations reply",
    "custom-objects delete", "data-attributes delete", "data-connectors delete",
    "ecommerce upload", "external-pages delete", "folders delete", "internal-articles delete",
    "ip-allowlist update", "messages send", "news-items delete", "office-hours delete",
    "office-hours-exceptions delete", "phone-call-redirects create", "redirects delete",
    "secure-mode-secrets delete", "tags delete", "tickets assign", "tickets change-type",
    "tickets close", "tickets create", "tickets delete", "tickets enqueue", "tickets open",
    "tickets reply", "tickets snooze",
    "visitors convert",
}  # fmt: skip
# These ask for some of what they can be told, which their own tests prove.
ASKING_SOMETIMES = {
    "articles create", "articles push", "articles stage", "articles update",
    "conversations assign", "conversations close", "news-items create", "news-items update",
    "tickets update",
}  # fmt: skip
# What can be undone or done again, and what only teammates or the caller's own system see.
NOT_ASKING = {
    "admins away", "admins back", "articles tag", "articles untag", "audiences create",
    "audiences update", "collections create", "collections update", "companies attach",
    "companies bulk-create", "companies bulk-update", "companies create", "companies detach",
    "companies note", "companies tag", "companies untag", "companies update",
    "contacts archive", "contacts attach", "contacts bulk-create", "contacts bulk-update",
    "contacts create", "contacts detach", "contacts note", "contacts subscribe",
    "contacts tag", "contacts unarchive", "contacts unsubscribe", "contacts untag",
    "contacts update", "contacts upsert", "content-snippets create", "content-snippets tag",
    "content-snippets untag", "content-snippets update", "content-sources create",
    "content-sources update", "conversation-attributes add-option",
    "conversation-attributes create", "conversation-attributes update",
    "conversation-attributes update-option", "conversations create", "conversations detach",
    "conversations mark-part", "conversations note", "conversations open",
    "conversations snooze", "conversations tag", "conversations untag", "conversations update",
    "custom-objects create", "custom-objects upsert", "data-attributes create",
    "data-attributes update", "data-connectors create", "data-connectors update",
    "events set-summary", "events track", "exports cancel", "exports run", "exports start",
    "external-pages create", "external-pages update", "fin answer", "fin ask",
    "fin capabilities", "fin csat", "fin escalate", "fin reply", "fin run", "fin start",
    "fin-voice register", "folders create", "folders update", "internal-articles create",
    "internal-articles tag", "internal-articles untag", "internal-articles update",
    "office-hours create", "office-hours update", "office-hours-exceptions create",
    "office-hours-exceptions update", "redirects create", "reports run", "reports start",
    "secure-mode-secrets create", "tags create", "teams update", "ticket-attributes create",
    "ticket-attributes update", "ticket-types create", "ticket-types update",
    "tickets link", "tickets note", "tickets tag", "tickets unlink", "tickets untag",
    "visitors update",
}  # fmt: skip
# Operations that only read, whatever their method.
READING = ("/search", "POST /companies/list", "POST /contacts/merge/preview")
NOUNS = discovery.names("resources")


@cache
def writing() -> dict[str, Command]:
    """Every command of a noun that can send what changes something."""
    return {
        " ".join(command.path): command
        for noun in NOUNS
        for command in read_command(noun).commands
        if any(changes(operation) for operation in command.operations)
        and offers(command, "--dry-run")
    }


def changes(operation: str) -> bool:
    return not operation.startswith("GET ") and not operation.endswith(READING)


def offers(command: Command, flag: str) -> bool:
    return any(flag in option.flags for option in command.options)


def lines() -> list[tuple[str, str]]:
    return [(name, line) for name, command in writing().items() for line in command.examples]


LINES = lines()
IDS = [line.removeprefix("intercom ") for _, line in LINES]


def test_every_command_that_writes_is_in_one_of_the_lists() -> None:
    every = [*ASKING, *ASKING_SOMETIMES, *NOT_ASKING]
    assert sorted(every) == sorted(writing())


def test_what_sends_a_write_offers_a_dry_run_and_yes() -> None:
    for noun in NOUNS:
        for command in read_command(noun).commands:
            first = command.operations[0]
            writes = changes(first)
            assert offers(command, "--yes") == writes, command.path
            assert not writes or offers(command, "--dry-run"), command.path


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FrontDoor:
    """The program in a folder of its own, signed in to a fresh sandbox."""
    connected(tmp_path / "config", admin_id="991267459", app_id="sandbox1")
    monkeypatch.chdir(tmp_path)
    return FrontDoor(tmp_path / "config", sandbox())


def said(ran: Ran) -> str:
    return ran.error["type"] if ran.code else ""


@pytest.mark.parametrize(("name", "line"), LINES, ids=IDS)
def test_a_write_asks_is_refused_and_is_rehearsed(
    there: FrontDoor, monkeypatch: pytest.MonkeyPatch, name: str, line: str
) -> None:
    words = prepared(there, Path.cwd(), line)
    unasked = [word for word in words if word != "--yes"]
    if name in ASKING:
        ran = there(*unasked, "--no-input", stdin=input_of(line), transport=Unreachable())
        assert (ran.code, said(ran)) == (3, "input_needed"), ran.err
        assert "sandbox" in ran.error["message"]
    elif name in NOT_ASKING:
        ran = there(*unasked, "--no-input", stdin=input_of(line), transport=Unreachable())
        assert ran.code != 3

    agreed_to = agreed(writing()[name], words)
    if name != "articles push":  # which compares with what is there
        with monkeypatch.context() as patched:
            for what in ("socket", "create_connection", "getaddrinfo"):
                patched.setattr(socket, what, no_socket)
            dry = there(*agreed_to, "-n", stdin=input_of(line), transport=Unreachable()).ok()
        assert any(row["method"] != "GET" for row in dry.rows)
        assert " in sandbox." not in dry.err

    config = there.config / "config.toml"
    config.write_text(config.read_text() + "read_only = true\n")
    before = set(Path.cwd().iterdir())
    ran = there(*agreed_to, stdin=input_of(line))
    if name != "articles push":  # with nothing to push
        assert ran.code == 2, ran.err
        assert "reading only" in ran.error["message"]
    sent = [one.partition("?")[0] for one in ran.sent()]
    assert [one for one in sent if changes(one)] == []
    assert set(Path.cwd().iterdir()) == before
    if name in ASKING:
        ran = there(*unasked, stdin=input_of(line), terminal=True, NO_COLOR="1")
        assert (ran.code, "reading only" in ran.err, "[y/N]" in ran.err) == (2, True, False)


def no_socket(*_: object, **__: object) -> None:
    raise AssertionError("a socket was opened")
