"""Every command of the office: what it shows dry is what it sends, and its examples run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import dry_run_office
import pytest
from front_door import FrontDoor, Ran, Unreachable, answer
from hasty_clock import hurry

from intercom_cli import discovery
from intercom_cli.noun import entries
from intercom_cli.sandbox.workspace import APP_ID

NOUNS = [
    "activity-logs",
    "audiences",
    "away-reasons",
    "banners",
    "brands",
    "custom-objects",
    "data-connectors",
    "ecommerce",
    "emails",
    "exports",
    "ip-allowlist",
    "notes",
    "office-hours",
    "office-hours-exceptions",
    "reports",
    "secure-mode-secrets",
    "subscription-types",
    "teams",
    "workflows",
]
NEW = '{"name": "New"}\n{"name": "Newer"}\n'
CHANGES = '[{"id": "1", "name": "Changed"}]'
PRODUCTS = '[{"id": "1", "title": "Mug", "url": "https://shop.example/mug"}]'
JOB = {"id": "job_v2_1", "type": "contacts.bulk.job", "state": "pending", "created_at": 1713360000}
ANSWERS: dict[str, Any] = {
    "teams": {"type": "team", "id": "1", "name": "Support", "admin_ids": [991267459]},
    "secure-mode-secrets": {"id": "103", "name": "Web", "secret": "s3cr3t", "supports_web": True},
    "contacts": JOB,
    "companies": JOB,
    "ecommerce": {"import_job_id": "job_1", "status": "processing"},
}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that examples name."""
    (tmp_path / "new.ndjson").write_text(NEW)
    (tmp_path / "changes.ndjson").write_text(CHANGES)
    (tmp_path / "products.json").write_text(PRODUCTS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def documents(ran: Ran) -> list[Any]:
    return [json.loads(line) for line in ran.bytes.split(b"\n") if line]


@pytest.mark.parametrize("name", dry_run_office.WORDS)
def test_what_the_office_shows_dry_is_what_it_sends(run: FrontDoor, name: str) -> None:
    words = [*name.split(), *shlex.split(dry_run_office.WORDS[name])]
    hurry(run)
    dry = run(*words, "--dry-run", transport=Unreachable()).ok()
    shown = documents(dry)[-1]
    assert " in sandbox." not in dry.err
    real = run(*words).ok()
    [sent] = [request for request in real.requests if request.method != "GET"]
    assert (shown["method"], shown["url"]) == (sent.method, str(sent.url))
    assert shown.get("body") == (json.loads(sent.content) if sent.content else None)
    assert real.err.splitlines()[0].endswith(" in sandbox.")


@pytest.mark.parametrize("name", dry_run_office.PREVIEW)
def test_preview_commands_need_that_version_and_say_so(
    run: FrontDoor, files: Path, name: str
) -> None:
    words = [*name.split(), *shlex.split(dry_run_office.PREVIEW[name])]
    old = run(*words, transport=Unreachable())
    assert old.code == 2, old.err
    assert old.error["hint"] == "add --api-version Preview"
    dry = run(*words, "--api-version", "Preview", "-n", transport=Unreachable()).ok()
    shown = documents(dry)[-1]
    assert shown["headers"]["Intercom-Version"] == "Preview"
    reply = answer(ANSWERS[words[0]], 202)
    real = run.scripted(reply, words=[*words, "--api-version", "Preview"]).ok()
    [sent] = real.requests
    assert (shown["method"], shown["url"]) == (sent.method, str(sent.url))
    assert sent.headers["intercom-version"] == "Preview"
    assert real.err.endswith(" in sandbox.\n")
    assert "(Preview)" in run(*words[:2], "--help").ok().out


def examples() -> list[str]:
    """The examples of the office's nouns, and of what it adds to other nouns."""
    found = []
    for noun in NOUNS:
        resource = discovery.load("resources", noun).resource
        for entry in entries(resource).values():
            page = entry.make().__doc__ or ""
            lines = re.findall(r"^ +(intercom .+)$", page, re.MULTILINE)
            assert lines or entry.example, f"{noun} {entry.name} has no example"
            found += [*lines, *([entry.example] if entry.example else [])]
    return list(dict.fromkeys(found))


def prepared(run: FrontDoor, words: list[str]) -> list[str]:
    """The words, with the id of an export that is there; and what they speak of, made."""
    if "jane@acme.test" in words:
        run("contacts", "create", "--email", "jane@acme.test").ok()
        run("banners", "list", "--contact", "jane@acme.test").ok()
    if "orzzsbd7hk67xyu" not in words:
        return words
    start = ["--dataset", "ticket", "--attribute", "ticket.ticket_id"]
    start = start if words[0] == "reports" else []
    job = run(words[0], "start", "--since", "7d", *start).ok().json["job_identifier"]
    if words[1] == "download":
        run(words[0], "wait", job).ok()
    return [job if word == "orzzsbd7hk67xyu" else word for word in words]


@pytest.mark.parametrize("example", examples())
def test_the_examples_of_the_office_run(run: FrontDoor, files: Path, example: str) -> None:
    hurry(run)
    words = prepared(run, shlex.split(example)[1:])
    resource = discovery.load("resources", words[0]).resource
    writes = "dry_run" in entries(resource)[words[1]].make().__dict__["shared_options"]
    if "Preview" not in words:
        run(*words, *(["--yes"] if writes else [])).ok()
    elif writes:
        run(*words, "--dry-run", transport=Unreachable()).ok()
    else:
        run.scripted(answer({"type": "list", "data": []}), words=words).ok()


@pytest.mark.parametrize("noun", NOUNS)
def test_the_pages_of_the_office_fit(run: FrontDoor, noun: str) -> None:
    resource = discovery.load("resources", noun).resource
    for words in ([noun], *([noun, verb] for verb in entries(resource))):
        for line in run(*words, "--help").ok().out.splitlines():
            assert len(line) <= 100, f"{words}: {line}"


def test_the_sandbox_knows_the_workspace_of_a_report(run: FrontDoor) -> None:
    assert run("request", "/me").ok().json["app"]["id_code"] == APP_ID
