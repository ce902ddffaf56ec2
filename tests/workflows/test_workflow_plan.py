"""workflow run --plan reads what its steps would change; a run asks as its commands do."""

from __future__ import annotations

from typing import Any

import pytest
from front_door import Unreachable

NOTE = "{method: POST, path: /conversations/12/reply, body: {message_type: note, body: Hi}}"
REPLY = "{method: POST, path: /conversations/12/reply, body: {message_type: comment, body: Hi}}"
ASKING = {
    "a command": "{do: contacts.delete, with: {contact: jane@acme.test}}",
    "a reply": f"{{do: request, with: {REPLY}}}",
    "a delete": "{do: request, with: {method: DELETE, path: '/contacts/{{ inputs.id }}'}}",
    "a kind of message known later":
        "{do: request, with: {method: POST, path: /conversations/12/reply,"
        " body: {message_type: '{{ inputs.id }}', body: Hi}}}",
    "a ticket": "{do: tickets.update, with: {ticket: 215470000003, state: '8103'}}",
}  # fmt: skip
FREE = {
    "a tag": "{do: tags.create, with: {name: New}}",
    "a request for a tag": "{do: request, with: {method: POST, path: /tags, body: {name: New}}}",
    "a note": f"{{do: request, with: {NOTE}}}",
    "a silent ticket":
        "{do: tickets.update, with: {ticket: 215470000003, state: '8103',"
        " skip_notifications: true}}",
    "a link": "{do: request, with: {method: DELETE, path: /contacts/a/tags/1}}",
}  # fmt: skip


def flow_of(step: str) -> str:
    return f"inputs: {{id: {{default: x}}}}\nsteps: [{step}]"


@pytest.mark.parametrize("step", ASKING.values(), ids=list(ASKING))
@pytest.mark.parametrize("terminal", [True, False])
def test_a_run_that_has_to_ask_and_cannot_is_3_and_sends_nothing(
    flow: Any, step: str, terminal: bool
) -> None:
    file = str(flow.write(flow_of(step)))
    more = ["--no-input"] if terminal else []
    ran = flow.run("workflow", "run", file, *more, terminal=terminal, transport=Unreachable(),
                   NO_COLOR="1")  # fmt: skip
    assert ran.code == 3, ran.err
    assert "deletes, merges or reaches customers in sandbox" in " ".join(ran.err.split())


@pytest.mark.parametrize("step", FREE.values(), ids=list(FREE))
def test_a_run_does_not_ask_where_its_commands_do_not(flow: Any, step: str) -> None:
    ran = flow.run("workflow", "run", str(flow.write(flow_of(step))), "--no-input")
    assert ran.code != 3, ran.err
    assert ran.requests


def test_a_person_at_a_terminal_is_asked_once(flow: Any) -> None:
    text = "steps: [{do: conversations.delete, with: {conversation: '{{ 5 + 7 }}'}}]"
    words = ["workflow", "run", str(flow.write(text))]
    no = flow.run(*words, stdin="n\n", terminal=True, NO_COLOR="1")
    assert no.code == 3
    assert no.err.count("[y/N]") == 1
    assert not [one for one in no.requests if one.method == "DELETE"]
    yes = flow.run(*words, stdin="y\n", terminal=True, NO_COLOR="1").ok()
    assert [one.method for one in yes.requests] == ["DELETE"]
    assert "[y/N]" not in flow.run(*words, "-y", terminal=True, NO_COLOR="1").err


PLANNED = """
    steps:
      - {id: tag, do: tags.create, with: {name: Brand new}}
      - {id: found, do: conversations.list, with: {where: 'state = open', limit: 2}}
      - id: closed
        do: conversations.close
        for_each: "{{ steps.found.results }}"
        with: {id: "{{ item.id }}"}
      - {id: put, do: conversations.tag, with: {id: 12, tag: "{{ steps.tag.id }}"}}
      - {id: raw, do: request, with: {method: DELETE, path: /conversations/12}}
    """


def test_a_plan_resolves_by_reading_and_says_what_each_step_changes(flow: Any) -> None:
    ran = flow.run("workflow", "run", str(flow.write(PLANNED)), "--plan").ok()
    assert all(one.startswith("GET ") or "/search" in one for one in ran.sent())
    steps = {row["step"]: row for row in ran.rows}
    assert [row["after"] for row in steps["tag"]["changes"]] == [{"name": "Brand new"}]
    ids = [row["id"] for row in steps["found"]["result"]["results"]]
    assert [row["id"] for row in steps["closed"]["changes"]] == ids
    assert {row["before"]["state"] for row in steps["closed"]["changes"]} == {"open"}
    assert (steps["put"]["state"], steps["put"]["unknown"]) == ("later", ["tag"])
    assert steps["raw"]["changes"][0]["permanent"] is True
    text = flow.run("workflow", "run", str(flow.write(PLANNED)), "--plan", "-o", "table").ok().out
    assert "closed (conversations.close): 2 changes" in text
    assert "state: open -> closed" in text
    assert "tag known only when it runs" in text
    assert "It cannot be undone." in text


def test_a_plan_leaves_no_run_behind(flow: Any) -> None:
    flow.run("workflow", "run", str(flow.write(PLANNED)), "--plan").ok()
    assert flow.run("workflow", "runs").ok().rows == []


def test_a_plan_fails_where_the_run_would(flow: Any) -> None:
    text = "steps: [{do: contacts.archive, with: {contact: nobody@nope.test}}]"
    ran = flow.run("workflow", "run", str(flow.write(text)), "--plan")
    assert ran.code == flow.run("workflow", "run", str(flow.file), "-y").code == 6
    assert "step" in ran.error["message"]


def test_a_plan_knows_the_folders_that_earlier_steps_make(flow: Any) -> None:
    folder = flow.write("").parent / "new"
    text = f"""
    steps:
      - {{id: tags, do: tags.list, save: '{folder}/a/tags.ndjson'}}
      - {{id: sent, do: exports.run, with: {{since: 1d, to: '{folder}/a/sent.csv'}}}}
    """
    file = str(flow.write(text))
    ran = flow.run("workflow", "run", file, "--plan").ok()
    assert [row["state"] for row in ran.rows] == ["read", "ready"]
    assert not folder.exists()
    alone = str(flow.write(text.replace("save:", "name:")))
    ran = flow.run("workflow", "run", alone, "--plan")
    assert ran.code == 2
    assert f"There is no folder {folder / 'a'}" in ran.error["message"]


@pytest.mark.parametrize(
    "step",
    [
        "{do: articles.pull, with: {dir: FOLDER}}",
        "{do: calls.recording, with: {call: 7001, to: FOLDER}}",
        "{do: calls.transcript, with: {call: 7001, to: FOLDER}}",
        "{do: exports.run, with: {since: 1d, to: FOLDER}}",
        "{do: reports.run, with: {dataset: ticket, attribute: [ticket.ticket_id], to: FOLDER}}",
        "{do: tags.list, save: FOLDER}",
    ],
)
@pytest.mark.parametrize("flags", [["--plan"], ["--dry-run", "--read"], ["--dry-run"]])
def test_a_plan_writes_no_file(flow: Any, step: str, flags: list[str]) -> None:
    place = flow.write("").parent / "new"
    file = str(flow.write(f"steps: [{step.replace('FOLDER', str(place))}]"))
    ran = flow.run("workflow", "run", file, *flags).ok()
    assert ran.rows[0]["state"] in {"ready", "read"}
    assert not place.exists()
    assert {request.method for request in ran.requests} <= {"GET"}


def test_a_request_that_reads_is_read_for_the_steps_after_it(flow: Any) -> None:
    text = """
    steps:
      - {id: me, do: request, with: {path: /me}}
      - {id: found, do: request, with: {method: POST, path: /contacts/search, body:
          {query: {field: role, operator: "=", value: lead}}}}
      - {do: tags.create, with: {name: "{{ steps.me.name }} {{ steps.found.total_count > 0 }}"}}
    """
    rows = flow.run("workflow", "run", str(flow.write(text)), "--plan").ok().rows
    assert rows[0]["result"]["type"] == "admin"
    assert rows[2]["changes"][0]["after"] == {"name": "Ruth Okafor true"}
