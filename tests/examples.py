"""The examples in the help, as command lines that can be run against a sandbox."""

from __future__ import annotations

import json
import shlex
from itertools import takewhile
from pathlib import Path

from front_door import FrontDoor

from intercom_cli.tree import Command

# What examples speak of and a seeded workspace does not have: made before they run.
SPOKEN_OF = ("jane@acme.test", "42", "Acme Ltd", "6762f0dd1bb69f9f2193bb83", "12878", "123")
# What stands on standard input where an example reads it, by a part of the example.
INPUT = {
    "events track": '{"event_name":"order-placed","email":"jane@acme.test","created_at":1772000000}\n',
}
FILES = {
    "query.json": json.dumps({"query": {"field": "role", "operator": "=", "value": "lead"}}),
    "token.txt": "dG9rOnNhbmRib3g=\n",
    "page.md": "# Opening hours\n\nWe are here *every day*.\n",
    "page.html": "<h1>Opening hours</h1><p>We are here <b>every day</b>.</p>\n",
    "secret.txt": "spoken in confidence\n",
    "screenshot.png": "\x89PNG pixels",
}


def words_of(example: str) -> list[str]:
    """The words of an example that are the program's own."""
    return list(takewhile(lambda word: word not in {"|", "<", ">", ">>"}, shlex.split(example)))[1:]


def prepared(run: FrontDoor, folder: Path, example: str) -> list[str]:
    """The words of an example with ids that exist, after what it speaks of was made."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    words = words_of(example)
    if not any(spoken in word for spoken in SPOKEN_OF for word in words):
        return words
    ids = made(run, example)
    kind = " segment" if words[:1] == ["segments"] else ""
    return [ids.get(word + kind, ids.get(word, word)) for word in words]


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
    attribute = ["--name", "spare", "--model", "contact", "--type", "string"]
    return {
        "6762f0dd1bb69f9f2193bb83": run("contacts", "list", "--limit", "1").ok().rows[0]["id"],
        "6762f0dd1bb69f9f2193bb83 segment": run("segments", "list").ok().rows[0]["id"],
        "123": run("tags", "create", "--name", "Spare").ok().json["id"],
        "12878": str(run("data-attributes", "create", *attribute).ok().json["id"]),
    }


def agreed(command: Command, words: list[str]) -> list[str]:
    """The words with --yes, where a command may ask and nobody is there."""
    asks = any("--yes" in option.flags for option in command.options)
    return [*words, "--yes"] if asks and "--yes" not in words else words


def input_of(example: str) -> str:
    """What is on standard input for an example."""
    return next((text for part, text in INPUT.items() if part in example), "Some text.\n")
