"""Must hold 8: --dry-run sends nothing and shows what would be sent; writes say where."""

from __future__ import annotations

import json
import re
import runpy
import shlex
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from front_door import TOKEN, FrontDoor, Ran, Unreachable
from hasty_clock import hurry

from intercom_cli import discovery
from intercom_cli.noun import entries
from intercom_cli.options import WRITE, spellings

DRY = spellings(WRITE[0].annotation.__metadata__[0])
# What writes only on this machine, and what only reads and has a dry run all the same.
LOCAL = {"sandbox seed", "sandbox reset", "disconnect", "find"}

# Every command that writes, as {facts} fill it in.
WORDS = {
    "contacts create": "--email new@acme.test --name New --set custom_attributes.plan=pro",
    "contacts update": "{user} --name 'Jane Doe' --no-unsubscribed-from-emails",
    "contacts delete": "{user} --yes",
    "contacts upsert": "--email new@acme.test --name New",
    "contacts archive": "{user}",
    "contacts unarchive": "{user}",
    "contacts block": "{user} --yes",
    "contacts merge": "{lead} --into {user} --skip-duplicate-validation --yes",
    "contacts attach": "{user} {company}",
    "contacts detach": "{member} {employer}",
    "contacts tag": "{user} {tag}",
    "contacts untag": "{user} {tag}",
    "contacts note": "{user} 'Called today' --admin {admin}",
    "contacts subscribe": "{user} {opt_in}",
    "contacts unsubscribe": "{user} {opt_in}",
    "companies create": "--company-id new-1 --name New --size 5 --remote-created-at 2026-01-31",
    "companies update": "{company} --industry Food",
    "companies delete": "{company} --yes",
    "companies attach": "{company} {user}",
    "companies detach": "{employer} {member}",
    "companies tag": "{company} VIP",
    "companies untag": "{company} VIP",
    "companies note": "{company} 'Renewed' --admin {admin}",
    "tags create": "--name 'Brand new'",
    "tags delete": "{free_tag} --yes",
    "data-attributes create": "--name level --model contact --type options --option a --option b",
    "data-attributes update": "{attribute} --description Better",
    "data-attributes delete": "{attribute} --yes",
    "request": "POST /contacts email=new@acme.test -F custom_attributes[seats]=5",
}
FACT = re.compile(r"\{(\w+)\}")
# Commands whose dry run is proved in other files, for they need more than words.
ELSEWHERE = {"trigger", "replay", "workflow run"}
for file in sorted(Path(__file__).parent.glob("dry_run_*.py")):
    found = runpy.run_path(str(file))
    WORDS |= found["WORDS"]
    LOCAL |= found.get("LOCAL", set())
    ELSEWHERE |= {*found.get("AFTERWARDS", ()), *found.get("PREVIEW", ())}


@pytest.fixture
def facts(run: FrontDoor, request: pytest.FixtureRequest) -> dict[str, str]:
    """Ids of records that are there; none where the words name none."""
    named = getattr(request.node, "callspec", None)
    if named and not FACT.search(WORDS[named.params["name"]]):
        return {}
    people = run("contacts", "list", "--all").ok().rows
    users = [person for person in people if person["role"] == "user"]
    member = next(person for person in users if person["companies"]["data"])
    kinds = run("request", "/subscription_types").ok().json["data"]
    tag = next(t["id"] for t in run("tags", "list").ok().rows if t["name"] == "VIP")
    run("contacts", "tag", users[0]["id"], "VIP").ok()
    attribute = ["--name", "spare", "--model", "contact", "--type", "string"]
    return {
        "user": users[0]["id"],
        "lead": next(person["id"] for person in people if person["role"] == "lead"),
        "member": member["id"],
        "employer": member["companies"]["data"][0]["id"],
        "company": run("companies", "list", "--limit", "1").ok().rows[0]["id"],
        "tag": tag,
        "free_tag": run("tags", "create", "--name", "Free").ok().json["id"],
        "admin": run("admins", "list").ok().rows[0]["id"],
        "attribute": str(run("data-attributes", "create", *attribute).ok().json["id"]),
        "opt_in": next(kind["id"] for kind in kinds if kind["consent_type"] == "opt_in"),
    }


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test when a socket is opened."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield
    monkeypatch.undo()


def words_of(name: str, facts: dict[str, str]) -> list[str]:
    words = FACT.sub(lambda found: facts[found[1]], WORDS[name])
    return [*name.split(), *shlex.split(words)]


def writing_commands() -> set[str]:
    """Every command whose help offers --dry-run."""
    found = set()
    for noun in discovery.names("resources"):
        resource = discovery.load("resources", noun).resource
        for verb in entries(resource).values():
            parameters = verb.make().__dict__["__signature__"].parameters
            if "dry_run" in parameters:
                found.add(f"{noun} {verb.name}")
    for name in discovery.names("commands"):
        module = discovery.load("commands", name)
        for verb, function in getattr(
            module, "commands", {"": getattr(module, "command", None)}
        ).items():
            signature = getattr(function, "__signature__", None)
            if signature and "dry_run" in signature.parameters:
                found.add(f"{name} {verb}".strip())
    return found


def test_every_writing_command_is_tried_here() -> None:
    assert writing_commands() - LOCAL - ELSEWHERE == set(WORDS)


def shown(ran: Ran) -> list[dict[str, Any]]:
    """Each request that was shown, whatever the format."""
    return [json.loads(line) for line in ran.bytes.split(b"\n") if line]


def as_shown(request: Any) -> dict[str, Any]:
    """A request that was sent, as --dry-run shows it."""
    headers = dict(request.headers)
    told = {
        "method": request.method,
        "url": str(request.url),
        "headers": {
            name: headers[name]
            for name in ("accept", "intercom-version", "user-agent", "content-type")
            if name in headers
        },
    }
    if request.content:
        told["body"] = json.loads(request.content)
        if "secret" in told["body"]:
            told["body"]["secret"] = "***"
    return told


def lowered(document: dict[str, Any]) -> dict[str, Any]:
    headers = {name.lower(): value for name, value in document["headers"].items()}
    assert headers.pop("authorization") == "Bearer $INTERCOM_ACCESS_TOKEN"
    document.pop("unresolved", None)  # which is said, and not sent
    return {**document, "headers": headers}


def prepare(run: FrontDoor, facts: dict[str, str], name: str) -> None:
    """Do what must have been done before a command can succeed."""
    if name.endswith(" run"):
        hurry(run)
    if name == "contacts unarchive":
        run("contacts", "archive", facts["user"]).ok()
    if name == "contacts unsubscribe":
        run("contacts", "subscribe", facts["user"], facts["opt_in"]).ok()
    if name == "conversations detach":
        run("conversations", "attach", "12", facts["user"], "--yes").ok()


@pytest.mark.parametrize("name", WORDS)
def test_a_dry_run_shows_what_is_really_sent_and_sends_nothing(
    run: FrontDoor, facts: dict[str, str], name: str, no_sockets: None
) -> None:
    words = words_of(name, facts)
    prepare(run, facts, name)
    for flag in DRY:
        dry = run(*words, flag, transport=Unreachable())
        assert dry.code == 0, dry.err
        assert dry.requests == []
        assert " in sandbox." not in dry.err, "nothing was done, so nothing is said to be"
    document = shown(dry)[-1]
    real = run(*words).ok()
    writes = [r for r in real.requests if r.method != "GET" and r.url.path != "/contacts/search"]
    assert lowered(document) == as_shown(writes[-1])
    assert len(writes) == 1


@pytest.mark.parametrize("name", WORDS)
def test_every_write_names_its_workspace_on_stderr(
    run: FrontDoor, facts: dict[str, str], name: str
) -> None:
    prepare(run, facts, name)
    ran = run(*words_of(name, facts)).ok()
    first, *more = ran.err.splitlines()
    assert first.endswith(" in sandbox."), ran.err
    assert not more or name in {"exports run", "reports run"}, "only these go on after the write"


def test_a_dry_run_needs_no_answer_to_a_question(run: FrontDoor, facts: dict[str, str]) -> None:
    for words in (
        ["contacts", "delete", facts["user"]],
        ["contacts", "block", facts["user"]],
        ["contacts", "merge", facts["lead"], "--into", facts["user"]],
        ["companies", "delete", facts["company"]],
    ):
        ran = run(*words, "-n", transport=Unreachable()).ok()
        assert ran.err == ""


def test_a_dry_run_with_an_address_shows_the_look_up_too(run: FrontDoor) -> None:
    words = ["contacts", "update", "jane@acme.test", "--name", "Jane", "-n"]
    ran = run(*words, transport=Unreachable()).ok()
    look_up, write = shown(ran)
    assert look_up["method"] == "POST"
    assert look_up["url"].endswith("/contacts/search")
    assert look_up["body"]["query"]["value"] == "jane@acme.test"
    assert write["url"].endswith("/contacts/CONTACT_ID")


def test_a_dry_run_on_a_terminal_can_be_read(run: FrontDoor, facts: dict[str, str]) -> None:
    ran = run("contacts", "delete", facts["user"], "-n", terminal=True, NO_COLOR="1",
              transport=Unreachable()).ok()  # fmt: skip
    assert "DELETE" in ran.out
    assert facts["user"] in ran.out
    assert "dG9rOnNhbmRib3g=" not in ran.out


@pytest.mark.parametrize("form", ["json", "ndjson", "yaml"])
def test_a_dry_run_is_in_the_format_asked_for(run: FrontDoor, form: str) -> None:
    ran = run("tags", "create", "--name", "x", "-n", "-o", form, transport=Unreachable()).ok()
    if form != "yaml":
        assert ran.json["body"] == {"name": "x"}


def test_what_a_dry_run_shows_can_be_sent_with_request(
    run: FrontDoor, facts: dict[str, str]
) -> None:
    dry = shown(run("contacts", "update", facts["user"], "--name", "Replayed", "-n"))[0]
    path = dry["url"].removeprefix("http://sandbox.localhost")
    again = run("request", dry["method"], path, "--input", "-", stdin=json.dumps(dry["body"])).ok()
    assert again.json["name"] == "Replayed"


def test_a_dry_run_checks_what_it_can(run: FrontDoor) -> None:
    for words in (
        ["contacts", "create", "-n"],
        ["contacts", "update", "..", "--name", "x", "-n"],
        ["companies", "create", "--name", "x", "-n"],
    ):
        assert run(*words, transport=Unreachable()).code == 2


def test_a_workspace_for_reading_only_refuses_writes_before_anything_is_sent(
    run: FrontDoor,
) -> None:
    text = (run.config / "config.toml").read_text()
    (run.config / "config.toml").write_text(text + "read_only = true\n")
    ids = "6762f0dd1bb69f9f2193bb83"
    for words in (
        ["contacts", "create", "--email", "a@b.test"],
        ["contacts", "delete", ids, "-y"],
        ["tags", "create", "--name", "x"],
        ["request", "POST", "/contacts", "email=a@b.test"],
        ["request", "DELETE", "/contacts/1"],
        ["request", "POST", "/contacts", "email=a@b.test", "--all"],
        ["request", "DELETE", "/contacts/1", "--limit", "1"],
    ):
        ran = run(*words, transport=Unreachable())
        assert ran.code == 2
        assert "reading only" in ran.err
    run("contacts", "search", "--where", "role = lead").ok()
    run("companies", "list").ok()
    query = ["query[field]=role", "query[operator]==", "query[value]=lead"]
    run("request", "POST", "/contacts/search", *query).ok()
    run("request", "POST", "/contacts/search", *query, "--all").ok()


def test_a_body_is_checked_where_only_the_record_was_not_looked_up(alone: FrontDoor) -> None:
    body = '{"signed_up_at": 1700000000000}'
    words = ["contacts", "update", "jane@acme.test", "--data", body, "--dry-run"]
    ran = alone(*words, INTERCOM_ACCESS_TOKEN=TOKEN)
    assert ran.code == 2
    assert "signed_up_at" in ran.error["message"]
