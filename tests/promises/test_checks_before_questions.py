"""What can be checked is checked before a person is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from front_door import FrontDoor, Ran, connected, sandbox

from intercom_cli import discovery
from intercom_cli.conduct import may_ask
from intercom_cli.tree import Command, read_command

TICKET, TASK = "215470000003", "215470000013"
THERE = "external:user-000006"
NOBODY = "nobody@nope.test"
NEW = ["--contact", THERE, "--title", "No sound"]

# By command, lines with a name that nothing has; every other word in them is right.
WRONG: dict[str, list[list[str]]] = {
    "articles create": [
        ["--title", "T", "--state", "published", "--collection", "Nope"],
        ["--title", "T", "--state", "published", "--author", "nobody"],
    ],
    "articles delete": [["99999"]],
    "articles publish": [["99999"]],
    "articles update": [
        ["11", "--state", "published", "--collection", "Nope"],
        ["11", "--state", "published", "--author", "nobody"],
    ],
    "audiences delete": [["Nope"]],
    "banners dismiss": [["1", "--contact", NOBODY]],
    "collections delete": [["Nope"]],
    "companies delete": [["Nope"], ["company:nope"]],
    "contacts block": [[NOBODY]],
    "contacts delete": [[NOBODY], ["external:nope"]],
    "contacts merge": [[THERE, "--into", NOBODY], [NOBODY, "--into", THERE]],
    "content tag": [["article:12", "--tag", "Nope"]],
    "content untag": [["article:12", "--tag", "Nope"]],
    "content-snippets delete": [["99999"]],
    "content-sources delete": [["99999"]],
    "conversation-attributes delete": [["Nope"]],
    "conversation-attributes delete-option": [["Nope", "Bug"], ["issue_type", "Nope"]],
    "conversations assign": [
        ["12", "nobody", "--body", "Hi"],
        ["12", "--team", "Nope", "--body", "Hi"],
        ["12", "--nobody", "--body", "Hi", "--admin", "nobody"],
    ],
    "conversations attach": [
        ["12", NOBODY],
        ["12", THERE, "--as", NOBODY],
        ["12", THERE, "--admin", "nobody"],
    ],
    "conversations close": [["12", "--body", "Hi", "--admin", "nobody"]],
    "conversations convert": [
        ["12", "--type", "Nope"],
        ["12", "--type", "Bug report", "--state", "Nope"],
        ["12", "--type", "Bug report", "--attribute", "Nope=1"],
    ],
    "conversations delete": [["99999"]],
    "conversations merge": [["12", "--into", "99999"]],
    "conversations redact": [["99999", "--source"]],
    "conversations reply": [
        ["12", "Hi", "--admin", "nobody"],
        ["last", "Hi", "--admin", "nobody"],
        ["12", "Hi", "--as", NOBODY],
        ["99999", "Hi"],
    ],
    "custom-objects delete": [["99999", "--type", "Order"]],
    "data-attributes delete": [["99999"]],
    "data-connectors delete": [["99999"]],
    "external-pages delete": [["99999"]],
    "folders delete": [["99999"]],
    "internal-articles delete": [["99999"]],
    "messages send": [
        ["--to", THERE, "--body", "Hi", "--from", "nobody"],
        ["--to", NOBODY, "--body", "Hi"],
    ],
    "news-items create": [["--title", "T", "--state", "live", "--sender", "nobody"]],
    "news-items delete": [["99999"]],
    "news-items update": [["1", "--state", "live", "--sender", "nobody"]],
    "office-hours delete": [["Nope"]],
    "office-hours-exceptions delete": [["1", "--schedule", "Nope"], ["99999", "--schedule", "1"]],
    "redirects delete": [["99999"]],
    "tags delete": [["Nope"]],
    "tickets assign": [
        [TICKET, "nobody"],
        [TICKET, "--team", "Nope"],
        [TICKET, "--nobody", "--admin", "nobody"],
    ],
    "tickets change-type": [
        [TICKET, "--type", "Nope"],
        [TICKET, "--type", "Question", "--state", "Nope"],
        [TICKET, "--type", "Question", "--attribute", "Nope=1"],
    ],
    "tickets close": [[TICKET, "--admin", "nobody"]],
    "tickets create": [
        ["--type", "Nope", *NEW],
        ["--type", "Question", "--contact", NOBODY, "--title", "No sound"],
        ["--type", "Question", *NEW, "--attribute", "Nope=1"],
    ],
    "tickets delete": [["99999"]],
    "tickets enqueue": [["--type", "Nope", *NEW]],
    "tickets open": [[TICKET, "--admin", "nobody"]],
    "tickets reply": [
        [TICKET, "Hi", "--admin", "nobody"],
        [TICKET, "Hi", "--as", NOBODY],
        ["99999", "Hi"],
    ],
    "tickets snooze": [[TICKET, "--until", "2h", "--admin", "nobody"]],
    "tickets update": [
        [TICKET, "--state", "Nope"],
        [TICKET, "--state", "Resolved", "--admin", "nobody"],
        [TICKET, "--state", "Resolved", "--attribute", "Nope=1"],
    ],
    "visitors convert": [
        ["--user-id", "harbor-visitor-1", "--into", NOBODY],
        ["--user-id", "nope", "--into", THERE],
    ],
}
# These name nothing that can be looked up, or what they name is checked when it is sent.
NAMELESS = {
    "articles push", "companies bulk-delete", "contacts bulk-delete",
    "content audience", "content availability", "content delete", "content publish",
    "content unpublish", "ecommerce upload", "ip-allowlist update",
    "phone-call-redirects create", "secure-mode-secrets delete",
}  # fmt: skip
LINES = [(name, words) for name, lines in WRONG.items() for words in lines]


def asking() -> dict[str, Command]:
    """The commands of nouns that ask before a write, by their words."""
    return {
        " ".join(command.path): command
        for noun in discovery.names("resources")
        for command in read_command(noun).commands
        if may_ask(command)
    }


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """The program with one sandbox for all, in which nothing is changed."""
    config = tmp_path_factory.mktemp("desk") / "config"
    connected(config, admin_id="991267459", app_id="sandbox1")
    transport = sandbox()
    yield FrontDoor(config, transport)
    transport.close()


def agreeing(run: FrontDoor, words: list[str]) -> Ran:
    """Run at a terminal where a person says yes to everything."""
    return run(*words, terminal=True, stdin="y\n", NO_COLOR="1")


def test_every_command_that_asks_is_named_here() -> None:
    assert sorted([*WRONG, *NAMELESS]) == sorted(asking())


@pytest.mark.parametrize(("name", "words"), LINES, ids=[f"{n} {' '.join(w)}" for n, w in LINES])
def test_a_wrong_name_is_refused_before_the_question(
    desk: FrontDoor, name: str, words: list[str]
) -> None:
    ran = agreeing(desk, [*name.split(), *words])
    assert "[y/N]" not in ran.err, ran.err
    assert ran.code in {2, 6}, ran.err
    assert "error: " in ran.err
    assert not [one for one in ran.sent() if not one.startswith("GET ") and "/search" not in one]


@pytest.mark.parametrize(
    "words",
    [
        ["articles", "create", "--title", "T", "--state", "published", "--set", "nonsense=1"],
        ["articles", "update", "11", "--state", "published", "--set", "nonsense=1"],
        ["tickets", "update", TICKET, "--state", "Resolved", "--set", "nonsense=1"],
        ["tickets", "create", "--type", "Question", *NEW, "--set", "nonsense=1"],
    ],
)
def test_an_unknown_field_is_refused_before_the_question(desk: FrontDoor, words: list[str]) -> None:
    ran = agreeing(desk, words)
    assert ran.code == 2, ran.err
    assert "nonsense" in ran.err
    assert "[y/N]" not in ran.err


def test_what_is_right_is_asked_about_once_and_done(run: FrontDoor) -> None:
    words = ["tickets", "create", "--type", "Question", *NEW]
    ran = agreeing(run, words).ok()
    assert ran.err.count("[y/N]") == 1
    assert ran.sent()[-1] == "POST /tickets"
