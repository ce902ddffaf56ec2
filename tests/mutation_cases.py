"""The commands whose answers are mutated: over recorded answers, and over those of a sandbox."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
from example_lines import prepared
from front_door import FrontDoor, Recorder, sandbox
from mutations import FORMATS, ME, TABLE, Answers, Case, Place, recorded

from intercom_cli import discovery
from intercom_cli.noun import entries

DERIVED = "id,title,assignee.name,team.name,source.body.text,tags.tags.name,statistics"
CONVERSATION = "168529440756481"
TICKET = "70"
# What waits for a job would wait for ever for one that says something else; the others keep files.
NOT_RUN = (
    " wait",
    " run ",
    "--wait",
    "download",
    "articles push",
    "articles diff",
    "articles pull",
)
WORKFLOW = """
steps:
  - id: found
    do: conversations.list
    with: {limit: 5}
  - id: first
    do: conversations.get
    with: {id: "CONVERSATION"}
  - id: said
    do: tags.create
    when: "{{ steps.found | length > 0 }}"
    with: {name: "{{ steps.first.priority }}"}
""".replace("CONVERSATION", CONVERSATION)


def recorded_cases(folder: Path) -> list[Case]:
    """Commands over recorded answers: lists, records, tables, sheets, threads, writes, workflows."""
    return [*lists(), *records(), *writes(), workflow(folder)]


def names() -> Answers:
    """What is looked up for names alone, without which everything can do."""
    team = {"type": "team", "id": "5", "name": "A &amp; B"}
    return {
        "GET /me": ME,
        "GET /admins": recorded("list-admins"),
        "GET /teams": {"type": "team.list", "teams": [team, None]},
        "GET /help_center/collections": recorded("list-help-center-collections"),
    }


def lists() -> Iterator[Case]:
    """Lists in every format; they cannot do without their rows, and where the next page is."""
    for words, key, name, rows, fields in (
        ("contacts list", "GET /contacts", "list-contacts", "data", "name,owner.name,tags"),
        (
            "conversations list", "GET /conversations", "list-conversations", "conversations",
            DERIVED,
        ),
        ("articles list", "GET /articles", "list-articles", "data", "author.name,body.text"),
        ("admins list", "GET /admins", "list-admins", "admins", "name,team_ids"),
        ("tags list", "GET /tags", "tags", "data", "id,name.text"),
        (
            "collections list", "GET /help_center/collections", "list-help-center-collections",
            "data", "name,parent.name",
        ),
    ):  # fmt: skip
        needs: dict[str, tuple[Place, ...]] = {
            key: ((rows,), ("pages",), ("total_count",), ("type",))
        }
        answers = {**names(), key: recorded(name)}
        for form in (*FORMATS, ("--fields", fields), ("--fields", fields, *TABLE)):
            yield Case((*words.split(), *form), answers, needs)


def records() -> Iterator[Case]:
    """Single records as people and programs read them; only the whole of them is needed."""
    contact = {**names(), "GET /contacts/69bcdf4d0c00a103643c7489": recorded("get-contact")}
    talk = {**names(), f"GET /conversations/{CONVERSATION}": recorded("get-conversation")}
    ticket = {**names(), f"GET /tickets/{TICKET}": recorded("ticket")}
    article = {**names(), "GET /articles/13806439": recorded("get-article")}
    for words, answers in (
        ("contacts get 69bcdf4d0c00a103643c7489", contact),
        (f"conversations get {CONVERSATION}", talk),
        (f"conversations get {CONVERSATION} --fields {DERIVED}", talk),
        (f"tickets get {TICKET}", ticket),
        ("articles get 13806439", article),
    ):
        key = next(one for one in answers if one.split("/")[-1] in words)
        for form in (TABLE, ("-o", "json"), ("-o", "csv")):
            yield Case((*words.split(), *form), answers, {key: ((),)})


def writes() -> Iterator[Case]:
    """Changes, which were made whatever is answered: nothing of that is needed."""
    place = f"/conversations/{CONVERSATION}"
    admin = ("--admin", "16687353", "--yes")
    for words, key, name in (
        (("reply", CONVERSATION, "Hello", *admin), f"POST {place}/reply", "reply-to-conversation"),
        (("note", CONVERSATION, "Hello", *admin), f"POST {place}/reply", "reply-to-conversation"),
        (("close", CONVERSATION, *admin), f"POST {place}/parts", "close-conversation"),
        (("update", CONVERSATION, "--title", "T"), f"PUT {place}", "update-conversation"),
    ):
        yield Case(("conversations", *words), {**names(), key: recorded(name)})
    created = {**names(), "POST /articles": recorded("create-article")}
    words = ("articles", "create", "--title", "T", "--set", "author_id=16687353")
    yield Case(words, created)
    yield Case(("tags", "create", "--name", "T"), {"POST /tags": recorded("create-tag")})


def workflow(folder: Path) -> Case:
    """A workflow that reads a list and a record, and uses one field of it."""
    file = folder / "read.yaml"
    file.write_text(WORKFLOW, encoding="utf-8")
    key = f"GET /conversations/{CONVERSATION}"
    answers = {
        **names(),
        "GET /conversations": recorded("list-conversations"),
        key: recorded("get-conversation"),
        "POST /tags": recorded("create-tag"),
    }
    needs = {
        "GET /conversations": (("conversations",), ("pages",), ("total_count",), ("type",)),
        key: ((), ("priority",)),
        "POST /tags": ((),),
    }
    return Case(("workflow", "run", str(file), "--yes"), answers, needs, codes=(2, 9))


class Keeping(Recorder):
    """Passes requests on, and keeps the answers that are JSON by method and path."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        super().__init__(inner)
        self.answers: Answers = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = super().handle_request(request)
        data = response.read()
        if response.is_success and data[:1] in (b"{", b"["):
            self.answers.setdefault(f"{request.method} {request.url.path}", json.loads(data))
        return response


def sandbox_cases(config: Path, folder: Path) -> Iterator[Case]:
    """The example of every command of every noun, as it ran in a sandbox at a terminal."""
    for noun in discovery.names("resources"):
        for entry in entries(discovery.load("resources", noun).resource).values():
            example = entry.example or entry.first
            if example and not any(words in example for words in NOT_RUN):
                with_sandbox = sandbox()
                run = FrontDoor(config, with_sandbox)
                yield from sandbox_case(run, prepared(run, folder, example))
                with_sandbox.close()


def sandbox_case(run: FrontDoor, words: list[str]) -> Iterator[Case]:
    """A command with the answers it got; none for what got no JSON."""
    for more in ([], ["--yes"]):
        keeping = Keeping(run.inner)
        environ: dict[str, Any] = {"NO_COLOR": "1", "COLUMNS": "120", "INTERCOM_NO_INPUT": "1"}
        told = [*words, *more]
        ran = run(*told, transport=keeping, terminal=True, stdin="Some text.\n", **environ)
        if ran.code == 0 and keeping.answers:
            yield Case(tuple(told), keeping.answers)
            return
