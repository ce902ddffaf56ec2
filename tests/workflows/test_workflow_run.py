"""A workflow does what its file says, and tells what became of each step."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, answer, refusal

CREATED = {
    "type": "notification_event",
    "id": "notif_1",
    "topic": "contact.user.created",
    "data": {"item": {"type": "contact", "id": "5ba682d23d7cf92bef87bfd4", "name": "Jo"}},
}
TWO = """
    steps:
      - id: made
        do: contacts.create
        with: {role: user, email: jo@flow.test, name: Jo}
      - id: changed
        do: contacts.update
        with:
          contact: "{{ steps.made.id }}"
          name: "{{ steps.made.name | upper }} of {{ steps.made.email }}"
"""


def by_step(ran: Any) -> dict[str, Any]:
    return {row["step"]: row for row in ran.rows}


def test_a_step_speaks_of_what_those_before_it_brought(flow: Any) -> None:
    ran = flow(TWO).ok()
    assert [row["status"] for row in ran.rows] == ["done", "done"]
    assert flow.run("contacts", "get", "jo@flow.test").ok().json["name"] == "JO of jo@flow.test"


def test_a_whole_expression_keeps_its_type(flow: Any) -> None:
    ran = flow(
        """
        inputs: {many: {type: integer, default: 3}}
        steps:
          - id: some
            do: contacts.list
            with: {limit: "{{ inputs.many - 1 }}"}
          - id: made
            do: contacts.create
            with:
              role: user
              email: t@flow.test
              set:
                custom_attributes.seats: "{{ steps.some.count }}"
                custom_attributes.is_trial: "{{ steps.some.results | length > 5 }}"
        """
    ).ok()
    attributes = by_step(ran)["made"]["result"]["custom_attributes"]
    assert attributes["seats"] == 2
    assert attributes["is_trial"] is False


def test_a_list_brings_all_there_is_unless_it_says_how_many(flow: Any) -> None:
    ran = flow("steps: [{id: every, do: contacts.list}]").ok()
    assert by_step(ran)["every"]["result"]["count"] == 250


def test_when_decides_whether_a_step_is_done(flow: Any) -> None:
    ran = flow(
        """
        steps:
          - {id: no, do: tags.create, with: {name: Never}, when: "1 > 2"}
          - {id: yes, do: tags.create, with: {name: Always}, when: "{{ 2 > 1 }}"}
          - {id: after, do: tags.create, with: {name: After}, when: steps.no.skipped is defined}
        """
    ).ok()
    assert [row["status"] for row in ran.rows] == ["skipped", "done", "done"]
    names = {row["name"] for row in flow.run("tags", "list").ok().rows}
    assert {"Always", "After"} <= names
    assert "Never" not in names


def test_for_each_does_a_step_for_every_item(flow: Any) -> None:
    ran = flow(
        """
        steps:
          - id: made
            do: tags.create
            for_each: [a, b, c]
            with: {name: "T {{ index }} {{ item }}"}
        """
    ).ok()
    [row] = ran.rows
    assert [one["name"] for one in row["result"]["results"]] == ["T 0 a", "T 1 b", "T 2 c"]


def test_items_that_when_leaves_out_are_not_counted(flow: Any) -> None:
    ran = flow(
        """
        steps:
          - {id: made, do: tags.create, for_each: [a, b, c], when: item == "b", with: {name: T}}
          - {id: none, do: tags.create, for_each: [a, b], when: item == "z", with: {name: T}}
          - {id: after, do: tags.create, when: steps.none.count > 0, with: {name: Never}}
        """
    ).ok()
    found = by_step(ran)
    assert (found["made"]["result"]["count"], found["made"]["result"]["passed_over"]) == (1, 2)
    assert found["none"]["result"]["results"] == []
    assert found["after"]["status"] == "skipped"


def test_too_many_items_are_refused_before_the_first(flow: Any) -> None:
    ran = flow(
        """
        steps:
          - {id: made, do: tags.create, for_each: [a, b, c], at_most: 2, with: {name: "{{ item }}"}}
        """
    )
    assert ran.code == 2
    assert "3 items" in ran.err
    assert ran.requests == []


PARTLY = """
    steps:
      - id: found
        do: contacts.get
        for_each: [nobody@flow.test, "{{ inputs.one }}"]
        with: {contact: "{{ item }}"}
        on_error: continue
      - id: after
        do: tags.create
        with: {name: After}
    inputs: {one: {required: true}}
"""


def test_some_failed_items_end_with_11_and_the_rest_is_done(flow: Any) -> None:
    one = flow.run("contacts", "list", "--limit", "1").ok().rows[0]["id"]
    ran = flow(PARTLY, "--set", f"one={one}")
    assert ran.code == 11
    found = by_step(ran)["found"]
    assert found["status"] == "partly"
    assert found["result"]["count"] == 1
    assert found["result"]["failed"][0]["index"] == 0
    assert by_step(ran)["after"]["status"] == "done"


def test_a_failure_names_file_line_and_step_and_ends_the_run(flow: Any) -> None:
    ran = flow(
        """
        steps:
          - id: gone
            do: contacts.get
            with: {contact: nobody@flow.test}
          - {id: after, do: tags.create, with: {name: After}}
        """
    )
    assert ran.code == 6
    assert f"{flow.file}:3: step gone: " in ran.error["message"]
    assert [row["status"] for row in ran.rows] == ["failed"]


def test_steps_for_a_failure_know_it_and_the_run_goes_on(flow: Any) -> None:
    ran = flow(
        """
        steps:
          - id: gone
            do: contacts.get
            with: {contact: nobody@flow.test}
            on_error:
              - id: told
                do: tags.create
                with: {name: "{{ error.step }} {{ error.exit_code }}"}
          - {id: after, do: tags.create, with: {name: After}}
        """
    ).ok()
    assert by_step(ran)["told"]["result"]["name"] == "gone 6"
    assert by_step(ran)["after"]["status"] == "done"


def test_a_failed_step_is_tried_again_where_it_can_do_no_harm(run: FrontDoor, flow: Any) -> None:
    flow.write("steps: [{id: list, do: request, with: {path: /me}, retry: {count: 2, pause: 0}}]")
    me = answer({"type": "admin", "id": "1"})
    words = ["workflow", "run", str(flow.file)]
    again = run.scripted(refusal(404), refusal(404), me, words=words)
    assert again.code == 0, again.err


def test_a_message_is_never_tried_again_when_it_may_have_been_sent(flow: Any) -> None:
    flow.write(
        """
        steps:
          - id: hello
            do: message
            with: {to: "user:5ba682d23d7cf92bef87bfd4", body: Hi, from: "991267459"}
            retry: {count: 3, pause: 0}
        """
    )
    words = ["workflow", "run", str(flow.file), "--yes"]
    ran = flow.run.scripted(refusal(500), words=words)
    assert ran.code == 9
    assert sum("/messages" in sent for sent in ran.sent()) == 1


def test_inputs_have_types_choices_and_names(flow: Any) -> None:
    text = """
        inputs:
          plan: {choices: [free, pro], required: true}
          seats: {type: integer, default: 1}
          real: {type: boolean, default: false}
        steps:
          - id: made
            do: contacts.create
            with:
              role: user
              email: i@flow.test
              set: {custom_attributes.plan: "{{ inputs.plan }}"}
        """
    for words, said in (
        ([], "needs plan"),
        (["--set", "plan=por"], "did you mean pro?"),
        (["--set", "plna=pro"], "did you mean plan?"),
        (["--set", "plan=pro", "--set", "seats=many"], "whole number"),
        (["--set", "plan=pro", "--set", "real=maybe"], "true or false"),
        (["--set", "plan"], "name=value"),
        (["--set", "plan=pro", "--set", "plan=pro"], "twice"),
    ):
        ran = flow(text, *words)
        assert ran.code == 2, words
        assert said in ran.error["message"], words
        assert ran.requests == []
    assert flow(text, "--set", "plan=pro").ok()


def test_an_event_starts_it_from_a_file_or_standard_input(flow: Any, tmp_path: Path) -> None:
    text = """
        on: contact.created
        steps:
          - id: made
            do: tags.create
            with: {name: "{{ event.data.item.name }}"}
        """
    file = tmp_path / "event.json"
    file.write_text(json.dumps(CREATED))
    assert by_step(flow(text, "--event", str(file)).ok())["made"]["result"]["name"] == "Jo"
    flow(text, "--event", "-", stdin=json.dumps(CREATED)).ok()
    other = flow(text, "--event", "-", stdin=json.dumps({**CREATED, "topic": "company.created"}))
    assert other.code == 2
    assert "contact.created" in other.err
    assert flow(text).code == 2, "it speaks of an event that there is not"


def test_what_trigger_makes_and_listen_records_starts_it_too(flow: Any) -> None:
    text = "steps: [{id: made, do: tags.create, with: {name: '{{ event.topic }}'}}]"
    made = flow.run("trigger", "company.created", "--dry-run").ok().out
    assert by_step(flow(text, "--event", "-", stdin=made).ok())["made"]["status"] == "done"
    line = json.dumps({"id": "n", "topic": "ping", "body": json.dumps(CREATED)})
    ran = flow(text, "--event", "-", stdin=line).ok()
    assert by_step(ran)["made"]["result"]["name"] == "contact.user.created"


def test_what_reaches_customers_asks_once_before_anything_is_sent(flow: Any) -> None:
    flow.write(
        """
        steps:
          - {id: one, do: contacts.list, with: {limit: 1}}
          - {id: hello, do: message, with: {to: "{{ steps.one.results[0].id }}", body: Hi}}
          - {id: again, do: message, with: {to: "{{ steps.one.results[0].id }}", body: Ho}}
        """
    )
    words = ("workflow", "run", str(flow.file))
    unasked = flow.run(*words)
    assert unasked.code == 3
    assert unasked.requests == []
    assert "hello (message, line 4)" in unasked.err
    no = flow.run(*words, terminal=True, stdin="n\n")
    assert no.code == 3
    assert not any("/messages" in sent for sent in no.sent())
    yes = flow.run(*words, terminal=True, stdin="y\n")
    assert yes.code == 0, yes.err
    assert yes.err.count("[y/N]") == 1
    assert sum("/messages" in sent for sent in yes.sent()) == 2


def test_a_dry_run_sends_nothing_and_marks_what_is_not_known(flow: Any) -> None:
    ran = flow(TWO, "--dry-run").ok()
    assert ran.requests == []
    made, changed = ran.rows
    assert made["state"] == "ready"
    assert made["command"].startswith("intercom contacts create --role=user")
    assert changed["state"] == "later"
    assert changed["unknown"] == ["contact", "name"]
    assert not (flow.run.config / "data" / "runs").exists()


def test_a_dry_run_reads_only_where_it_was_told_to(flow: Any) -> None:
    text = """
        steps:
          - {id: one, do: contacts.list, with: {limit: 2}}
          - id: tagged
            do: contacts.tag
            for_each: "{{ steps.one.results }}"
            with: {contact: "{{ item.id }}", tag: VIP}
        """
    ran = flow(text, "--dry-run", "--read").ok()
    assert {request.method for request in ran.requests} <= {"GET", "POST"}
    assert all(sent.startswith("GET") or "/search" in sent for sent in ran.sent())
    assert by_step(ran)["tagged"]["times"] == 2
    assert by_step(ran)["tagged"]["state"] == "ready"


def test_a_read_only_workspace_is_not_changed(flow: Any) -> None:
    config = flow.run.config / "config.toml"
    config.write_text(config.read_text() + "read_only = true\n")
    ran = flow("steps: [{id: made, do: tags.create, with: {name: Never}}]")
    assert ran.code == 2
    assert "reading only" in ran.err


def test_a_request_reaches_whatever_has_no_command(flow: Any) -> None:
    ran = flow(
        """
        steps:
          - id: made
            do: request
            with: {method: POST, path: /tags, body: {name: Asked}}
          - id: same
            do: request
            with: {path: "/tags/{{ steps.made.id }}"}
          - id: every
            do: request
            with: {path: /contacts, query: {per_page: 150}, all: true}
        """
    ).ok()
    assert by_step(ran)["same"]["result"]["name"] == "Asked"
    assert by_step(ran)["every"]["result"]["count"] == 250


def test_what_a_step_brings_is_saved_as_it_came(flow: Any, tmp_path: Path) -> None:
    flow(
        f"""
        steps:
          - id: every
            do: contacts.list
            with: {{limit: 60}}
            save: "{tmp_path}/deep/{{{{ now | day }}}}.ndjson"
        """
    ).ok()
    [file] = (tmp_path / "deep").iterdir()
    wanted = flow.run("contacts", "list", "--limit", "60").ok().bytes
    assert file.read_bytes() == wanted


@pytest.mark.parametrize("wrong", ["a,b\n1\n", "a,a\n1,2\n", "a,b\n1,2,3\n"])
def test_a_csv_file_that_is_not_whole_is_refused(flow: Any, tmp_path: Path, wrong: str) -> None:
    (tmp_path / "rows.csv").write_text(wrong)
    ran = flow(
        f"""
        steps:
          - id: made
            do: tags.create
            for_each: {{csv: {tmp_path}/rows.csv}}
            with: {{name: "{{{{ item.a }}}}"}}
        """
    )
    assert ran.code == 2
    assert ran.requests == []


def test_on_a_terminal_there_is_a_table(flow: Any) -> None:
    ran = flow(TWO, terminal=True)
    assert ran.code == 0
    assert "Step" in ran.out
    assert "contacts.update" in ran.out
    assert "{" not in ran.out
