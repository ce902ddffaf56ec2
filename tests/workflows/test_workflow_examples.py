"""The workflows that are shown do what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, Ran

EXAMPLES = Path(__file__).parents[2] / "examples" / "workflows"
NAMES = sorted(file.name for file in EXAMPLES.glob("*.yaml"))


def work(run: FrontDoor, name: str, *words: str, **more: Any) -> Ran:
    return run("workflow", "run", str(EXAMPLES / name), "--yes", *words, **more)


def notification(topic: str, item: dict[str, Any]) -> str:
    return json.dumps(
        {"type": "notification_event", "id": "n", "topic": topic, "data": {"item": item}}
    )


@pytest.mark.parametrize("name", NAMES)
def test_an_example_can_be_run(run: FrontDoor, name: str) -> None:
    assert len(NAMES) == 5
    run("workflow", "check", str(EXAMPLES / name)).ok()


def test_the_admins_of_a_new_company_are_welcomed(run: FrontDoor) -> None:
    attribute = ["--model", "contact", "--name", "company_role", "--type", "string"]
    run("data-attributes", "create", *attribute).ok()
    company = run("companies", "create", "--company-id", "new-1", "--name", "New Ltd").ok().json
    for email, role in (
        ("boss@new.test", "admin"),
        ("hand@new.test", "member"),
        ("x@new.test", ""),
    ):
        given = ["--set", f"custom_attributes.company_role={role}"] if role else []
        run("contacts", "create", "--role", "user", "--email", email, *given).ok()
        run("companies", "attach", "company:new-1", email).ok()
    event = notification("company.created", company)
    ran = work(run, "welcome.yaml", "--event", "-", stdin=event).ok()
    sent = [json.loads(one.content) for one in ran.requests if one.url.path == "/messages"]
    boss = run("contacts", "get", "boss@new.test").ok().json["id"]
    assert [one["to"]["id"] for one in sent] == [boss]
    assert "New Ltd is set up" in sent[0]["body"]
    notes = run("companies", "notes", "company:new-1").ok().rows
    assert "Welcome sent" in notes[0]["body"]


def test_quiet_trials_are_tagged_and_nobody_else(run: FrontDoor) -> None:
    quiet = "role = user and custom_attributes.is_trial = true and last_seen_at < 14d"
    wanted = {row["id"] for row in run("contacts", "list", "--all", "--where", quiet).ok().rows}
    assert wanted
    tag = "Quiet for long"
    work(run, "quiet-trials.yaml", "--set", f"tag={tag}").ok()
    tags = {row["name"]: row["id"] for row in run("tags", "list").ok().rows}
    tagged = run("contacts", "list", "--all", "--where", f"tag_id = {tags[tag]}").ok().rows
    assert {row["id"] for row in tagged} == wanted


def test_a_csv_file_of_signups_is_synced(run: FrontDoor, tmp_path: Path) -> None:
    run("contacts", "create", "--role", "user", "--email", "old@sign.test", "--name", "Old").ok()
    file = tmp_path / "signups.csv"
    file.write_text(
        "email,name,plan\n New@Sign.test ,Ada,pro\nold@sign.test,Older,team\n,Nobody,pro\n"
    )
    work(run, "signups.yaml", "--set", f"file={file}").ok()
    new = run("contacts", "get", "new@sign.test").ok().json
    old = run("contacts", "get", "old@sign.test").ok().json
    assert (new["name"], new["custom_attributes"]["plan"]) == ("Ada", "pro")
    assert (old["name"], old["custom_attributes"]["plan"]) == ("Older", "team")
    for one in ("new@sign.test", "old@sign.test"):
        assert "Signed up" in {row["name"] for row in run("contacts", "tags", one).ok().rows}


def test_conversations_of_vips_are_escalated_and_no_others(run: FrontDoor) -> None:
    rows = run("conversations", "list", "--all").ok().rows
    people = [row for row in rows if row["source"]["author"]["type"] in {"user", "lead"}]
    first = people[0]
    author = first["source"]["author"]["id"]
    other = next(row for row in people if row["source"]["author"]["id"] != author)
    run("contacts", "tag", author, "VIP").ok()
    run("contacts", "untag", other["source"]["author"]["id"], "VIP", "--yes")
    for row in (first, other):
        event = notification("conversation.user.created", row)
        work(run, "vip-escalation.yaml", "--event", "-", stdin=event).ok()
    found = run("conversations", "get", first["id"], "-o", "json").ok().json
    assert "VIP" in {tag["name"] for tag in found["tags"]["tags"]}
    assert found["team_assignee_id"] in {1, "1"}
    parts = json.dumps(found["conversation_parts"])
    assert "please answer first" in parts
    spared = run("conversations", "get", other["id"], "-o", "json").ok().json
    assert "please answer first" not in json.dumps(spared["conversation_parts"])


@pytest.mark.slow
def test_a_backup_holds_everything(run: FrontDoor, tmp_path: Path) -> None:
    folder = tmp_path / "backup"
    to = run("contacts", "list", "--limit", "1").ok().rows[0]["id"]
    run("messages", "send", "--to", to, "--body", "Saved tonight", "--yes").ok()
    work(run, "nightly-backup.yaml", "--set", f"folder={folder}").ok()
    [night] = [place for place in folder.iterdir() if place.name != "articles"]
    assert (night / "contacts.ndjson").read_bytes().count(b"\n") == 250
    every = run("companies", "list", "--all").ok().rows
    saved = [json.loads(line) for line in (night / "companies.ndjson").read_text().splitlines()]
    assert {row["id"] for row in saved} == {row["id"] for row in every}
    assert (night / "conversations.ndjson").exists()
    assert (night / "sent.csv").exists()
    assert list((folder / "articles").rglob("*.md"))
    work(run, "nightly-backup.yaml", "--set", f"folder={folder}").ok()


def test_an_event_starts_no_shell(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "flow.yaml"
    file.write_text("steps: [{id: told, do: shell, with: {command: echo hello}}]")
    ran = run("watch", "contacts", "--run", str(file), "--yes")
    assert ran.code == 2
    assert "notifications start no shell" in ran.error["message"]


def test_an_event_runs_a_workflow_from_within_and_only_for_its_topics(
    run: FrontDoor, tmp_path: Path
) -> None:
    """The way that listen and watch start one."""
    import io

    from intercom_cli.session import Session
    from intercom_cli.streams import Streams
    from intercom_cli.workflows.runs import run_for_event

    file = tmp_path / "flow.yaml"
    file.write_text(
        'on: contact.created\nsteps: [{do: tags.create, with: {name: "{{ event.data.item.name }}"}}]'
    )
    out = io.BytesIO()
    streams = Streams(stdin=io.StringIO(), out=out, err=io.StringIO())
    environ = {"INTERCOM_CONFIG_DIR": str(run.config)}
    session = Session(streams, environ, run.inner)
    event = json.loads(notification("contact.lead.created", {"id": "1", "name": "From afar"}))
    assert run_for_event(session, file, event)
    assert run_for_event(session, file, {**event, "topic": "company.created"}) is None
    assert out.getvalue() == b""
    assert "From afar" in {row["name"] for row in run("tags", "list").ok().rows}
