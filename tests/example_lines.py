"""The examples in the help, as command lines that can be run against a sandbox."""

from __future__ import annotations

import json
import shlex
import shutil
from itertools import takewhile
from pathlib import Path

from front_door import FrontDoor

from intercom_cli.conduct import may_ask
from intercom_cli.tree import Command

# What examples speak of and a seeded workspace does not have: made before they run.
SPOKEN_OF = ("jane@acme.test", "42", "Acme Ltd", "6762f0dd1bb69f9f2193bb83", "12878", "123")
# What must have been done before an example can be, by the beginning of the example.
BEFORE = {
    "intercom articles diff": "articles pull help-center",
    "intercom articles push": "articles pull help-center",
    "intercom banners dismiss": "banners list --contact jane@acme.test",
    "intercom conversations detach": "conversations attach 12 jane@acme.test",
    "intercom conversations untag": "conversations tag 1 VIP",
    "intercom request DELETE /conversations/1/tags": "conversations tag 1 2",
    "intercom tickets untag": "tickets tag 215470000001 VIP",
}
JOB = "orzzsbd7hk67xyu"  # what examples call the export that was started before
STARTED = {
    "exports": "exports start --since 30d",
    "reports": "reports start --dataset ticket --attribute ticket.ticket_id --since 30d",
}
# What stands on standard input where an example reads it, by a part of the example.
INPUT = {
    "events track": '{"event_name":"order-placed","email":"jane@acme.test","created_at":1772000000}\n',
}
WORKFLOWS = Path(__file__).parents[1] / "examples" / "workflows"
FILES = {
    "signups.csv": "email,name,plan\nnew@acme.test,New,pro\n",
    "query.json": json.dumps({"query": {"field": "role", "operator": "=", "value": "lead"}}),
    "token.txt": "dG9rOnNhbmRib3g=\n",
    "page.md": "# Opening hours\n\nWe are here *every day*.\n",
    "page.html": "<h1>Opening hours</h1><p>We are here <b>every day</b>.</p>\n",
    "secret.txt": "spoken in confidence\n",
    "new.ndjson": '{"name": "New"}\n{"name": "Newer"}\n',
    "changes.ndjson": '[{"id": "1", "name": "Changed"}]',
    "products.json": '[{"id": "1", "title": "Mug", "url": "https://shop.example/mug"}]',
    "screenshot.png": "\x89PNG pixels",
}


def words_of(example: str) -> list[str]:
    """The words of an example that are the program's own."""
    return list(takewhile(lambda word: word not in {"|", "<", ">", ">>"}, shlex.split(example)))[1:]


def write_files(folder: Path) -> None:
    """Write the files that examples name."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    for place in (folder, folder / "examples" / "workflows"):
        shutil.copytree(WORKFLOWS, place, dirs_exist_ok=True)


def prepared(run: FrontDoor, folder: Path, example: str) -> list[str]:
    """The words of an example with ids that exist, after what it speaks of was made."""
    write_files(folder)
    words = words_of(example)
    words = [begun(run, words) if word == JOB else word for word in words]
    if "changes.ndjson" in words:
        first = run(words[0], "list", "--limit", "1").ok().rows[0]["id"]
        (folder / "changes.ndjson").write_text(json.dumps([{"id": first, "name": "Changed"}]))
    told = [*words, input_of(example)]
    if not any(spoken in word for spoken in SPOKEN_OF for word in told):
        done_before(run, example)
        return words
    ids = made(run, example)
    done_before(run, example)
    kind = {"segments": " segment", "companies": " company"}.get(words[0], "")
    return [ids.get(word + kind, ids.get(word, word)) for word in words]


def done_before(run: FrontDoor, example: str) -> None:
    """Do what an example builds on."""
    for start, line in BEFORE.items():
        if example.startswith(start):
            run(
                *shlex.split(line), "--yes" if " pull" not in line and "list" not in line else "-q"
            ).ok()


def begun(run: FrontDoor, words: list[str]) -> str:
    """Start the export an example speaks of, and wait for it where its file is wanted."""
    job = str(run(*shlex.split(STARTED[words[0]])).ok().json["job_identifier"])
    if words[1] == "download":
        run(words[0], "wait", job).ok()
    return job


def made(run: FrontDoor, example: str) -> dict[str, str]:
    """Make what the examples speak of; gives the ids that stand for theirs."""
    if "create" not in example and "POST /contacts " not in example:
        run("contacts", "create", "--email", "jane@acme.test", "--external-id", "42").ok()
        run("companies", "create", "--company-id", "42", "--name", "Acme Ltd").ok()
        run("companies", "attach", "company:42", "jane@acme.test").ok()
        run("contacts", "tag", "jane@acme.test", "VIP").ok()
        run("contacts", "subscribe", "jane@acme.test", "Newsletter").ok()
    elif "contacts create" not in example and "POST /contacts " not in example:
        run("contacts", "create", "--email", "jane@acme.test", "--external-id", "42").ok()
    if "merge" in example:
        phone = ["--phone", "+353861230000"]
        run("contacts", "update", "jane@acme.test", *phone).ok()
        lead = run("contacts", "create", "--role", "lead", *phone).ok()
        return {"6762f0dd1bb69f9f2193bb83": lead.json["id"]}
    attribute = ["--name", "spare", "--model", "contact", "--type", "string"]
    return {
        "6762f0dd1bb69f9f2193bb83": run("contacts", "list", "--limit", "1").ok().rows[0]["id"],
        "6762f0dd1bb69f9f2193bb83 segment": run("segments", "list").ok().rows[0]["id"],
        "6762f0dd1bb69f9f2193bb83 company": run("companies", "list").ok().rows[0]["id"],
        "123": run("tags", "create", "--name", "Spare").ok().json["id"],
        "12878": str(run("data-attributes", "create", *attribute).ok().json["id"]),
    }


def agreed(command: Command, words: list[str]) -> list[str]:
    """The words with --yes, where a command may ask and nobody is there."""
    return [*words, "--yes"] if may_ask(command) and "--yes" not in words else words


def input_of(example: str) -> str:
    """What is on standard input for an example."""
    return next((text for part, text in INPUT.items() if part in example), "Some text.\n")
