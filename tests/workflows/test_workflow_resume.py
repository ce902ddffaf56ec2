"""A run that was interrupted goes on where it was, and sends nothing twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from front_door import FrontDoor, answer, connected, refusal
from real_process import INTERCOM, PLENTY, environment, process

ONE = "user:5ba682d23d7cf92bef87bfd4"
FLOW = """
    steps:
      - {id: some, do: contacts.list, with: {limit: 2}}
      - id: hello
        do: message
        with: {to: "user:{{ steps.some.results[0].id }}", body: Hello}
      - id: tagged
        do: contacts.tag
        for_each: "{{ steps.some.results }}"
        with: {contact: "{{ item.id }}", tag: VIP}
      - id: bye
        do: message
        with: {to: "user:{{ steps.some.results[0].id }}", body: Goodbye}
"""


class EndsAfter(httpx.BaseTransport):
    """Passes requests on, and ends the run right after one of them was answered."""

    def __init__(self, inner: httpx.BaseTransport, ending: str, path: str = "/messages") -> None:
        self.inner = inner
        self.ending = ending
        self.path = path

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        found = self.inner.handle_request(request)
        if request.url.path == self.path and self.ending in request.read().decode():
            raise KeyboardInterrupt
        return found


def messages(ran: Any) -> list[str]:
    return [
        json.loads(request.content)["body"]
        for request in ran.requests
        if request.url.path == "/messages"
    ]


def run_id(flow: Any) -> str:
    return str(flow.log().stem)


def test_what_may_have_been_sent_is_not_sent_again_by_itself(flow: Any) -> None:
    broken = flow(FLOW, transport=EndsAfter(flow.run.inner, "Hello"))
    assert broken.code == 130
    assert messages(broken) == ["Hello"]
    assert f"--resume {run_id(flow)}" in broken.err
    again = flow.run("workflow", "run", "--resume", run_id(flow), "--yes")
    assert again.code == 3
    assert messages(again) == []
    assert "--repeat hello" in again.error["hint"]
    gone_on = flow.run("workflow", "run", "--resume", run_id(flow), "--yes", "--skip", "hello").ok()
    assert messages(gone_on) == ["Goodbye"]
    assert flow.run("workflow", "run", "--resume", run_id(flow)).code == 2, "it is done"


def test_it_is_done_again_where_the_person_says_so(flow: Any) -> None:
    flow(FLOW, transport=EndsAfter(flow.run.inner, "Hello"))
    again = flow.run("workflow", "run", "--resume", run_id(flow), "--yes", "--repeat", "hello")
    assert messages(again.ok()) == ["Hello", "Goodbye"]


def test_what_is_done_is_not_repeated(flow: Any) -> None:
    broken = flow(FLOW, transport=EndsAfter(flow.run.inner, "Goodbye"))
    assert messages(broken) == ["Hello", "Goodbye"]
    again = flow.run("workflow", "run", "--resume", run_id(flow), "--yes", "--skip", "bye").ok()
    assert again.requests == []
    assert [row["status"] for row in again.rows] == ["done", "done", "done", "skipped"]


def test_a_loop_goes_on_with_the_item_that_was_next(flow: Any) -> None:
    text = """
        steps:
          - id: hello
            do: message
            for_each: [a, b, c]
            with: {to: "user:5ba682d23d7cf92bef87bfd4", body: "Hello {{ item }}", from: "991267459"}
        """
    sandbox_answer = answer({"type": "admin_message", "id": "1"})
    flow.write(text)
    words = ["workflow", "run", str(flow.file), "--yes"]
    first = flow.run.scripted(sandbox_answer, refusal(422), words=words)
    assert first.code == 11, first.err
    assert messages(first) == ["Hello a", "Hello b"]
    words = ["workflow", "run", "--resume", run_id(flow), "--yes"]
    second = flow.run.scripted(sandbox_answer, sandbox_answer, words=words)
    assert second.code == 0, second.err
    assert messages(second) == ["Hello b", "Hello c"]


@pytest.mark.parametrize("torn", [False, True])
def test_wherever_it_was_killed_no_message_is_sent_twice(flow: Any, *, torn: bool) -> None:
    """The log is cut after each of its lines, and within each, as a crash would leave it."""
    flow(FLOW).ok()
    log = flow.log()
    whole = log.read_bytes().splitlines(keepends=True)
    for kept in range(1, len(whole)):
        rest = whole[kept][: len(whole[kept]) // 2] if torn else b""
        log.write_bytes(b"".join(whole[:kept]) + rest)
        written = [json.loads(line) for line in whole[:kept]]
        began = {one["step"] for one in written if one["kind"] == "intent"}
        done = {one["step"] for one in written if one["kind"] == "done"}
        ran = flow.run("workflow", "run", "--resume", log.stem, "--yes")
        sent = {"Hello": "hello", "Goodbye": "bye"}
        for body in messages(ran):
            assert sent[body] not in began, f"cut after {kept} lines"
        doubt = (began - done) & {"hello", "bye", "tagged"}
        partly = "tagged" in doubt or any(
            one["kind"] == "intent" and one["step"] == "tagged" for one in written[-1:]
        )
        assert ran.code == (3 if doubt or partly else 0), ran.err


def test_another_file_other_inputs_or_another_workspace_is_refused(flow: Any) -> None:
    flow(FLOW, transport=EndsAfter(flow.run.inner, "Hello"))
    resume = ("workflow", "run", "--resume", run_id(flow), "--yes")
    assert "takes no inputs" in _refused(flow.run(*resume, "--set", "a=b"))
    flow.write(FLOW + "\n# changed\n")
    assert "is not what it was" in _refused(flow.run(*resume))
    flow.write(FLOW)
    assert "no step nope" in _refused(flow.run(*resume, "--skip", "nope"))
    connected(flow.run.config, "other")
    assert "is of sandbox, not of other" in _refused(flow.run(*resume))
    assert "no such run" in _refused(flow.run("workflow", "run", "--resume", "1999"))


def _refused(ran: Any) -> str:
    assert ran.code == 2
    assert messages(ran) == []
    return str(ran.error["message"])


def test_a_list_that_changed_meanwhile_stops_the_run(flow: Any, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("name\nfirst\nsecond\n")
    text = f"""
        steps:
          - id: made
            do: tags.create
            for_each: {{csv: {rows}}}
            with: {{name: "{{{{ item.name }}}}"}}
        """
    broken = flow(text, transport=EndsAfter(flow.run.inner, "second", "/tags"))
    assert broken.code == 130
    rows.write_text("name\nnew\nfirst\nsecond\n")
    again = flow.run("workflow", "run", "--resume", run_id(flow), "--yes", "--repeat", "made")
    assert again.code == 2
    assert "has changed" in again.err
    assert again.requests == []


def test_runs_are_listed_the_latest_first(flow: Any) -> None:
    flow("steps: [{id: one, do: tags.list}]").ok()
    flow("steps: [{id: one, do: contacts.get, with: {contact: nobody@x.test}}]")
    found = flow.run("workflow", "runs").ok().rows
    assert [row["status"] for row in found] == ["failed", "done"]
    assert found[0]["file"] == str(flow.file)


def test_a_process_killed_while_it_waits_goes_on_and_sends_once(tmp_path: Path) -> None:
    config = tmp_path / "config"
    connected(config)
    file = tmp_path / "flow.yaml"
    marker = tmp_path / "go"
    file.write_text(
        f"""
env: [FOR]
steps:
  - {{id: some, do: contacts.list, with: {{limit: 1}}}}
  - {{id: hello, do: message, with: {{to: "{{{{ steps.some.results[0].id }}}}", body: Hello}}}}
  - {{id: pause, do: wait, with: {{for: "{{{{ env.FOR }}}}"}}}}
  - {{id: last, do: tags.create, with: {{name: "{marker.name}"}}}}
"""
    )
    with subprocess.Popen(
        [str(INTERCOM), "workflow", "run", str(file), "--yes"],
        env=environment(config, FOR="1h"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as started:
        log = _waiting(config)
        os.kill(started.pid, signal.SIGKILL)
    ran = process(config, "workflow", "run", "--resume", log.stem, "--yes", FOR="0s")
    assert ran.returncode == 0, ran.stderr
    entries = [json.loads(line) for line in log.read_text().splitlines()]
    assert [one["step"] for one in entries if one["kind"] == "done"] == [
        *("some", "hello", "pause", "last")
    ]
    assert len([one for one in entries if one.get("step") == "hello"]) == 2


def _waiting(config: Path) -> Path:
    """The log of a run, once it waits."""
    give_up = time.monotonic() + PLENTY
    while time.monotonic() < give_up:
        for log in (config / "data" / "runs").glob("*.ndjson"):
            if '"pause"' in log.read_text():
                return log
        time.sleep(0.02)
    raise AssertionError("it never began to wait")


def test_two_processes_do_not_go_on_with_one_run_at_once(
    flow: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from intercom_cli.local import files

    monkeypatch.setattr(files, "PATIENCE", 0.05)
    flow(FLOW, transport=EndsAfter(flow.run.inner, "Hello"))
    with files.locked(flow.log()):
        ran = flow.run("workflow", "run", "--resume", run_id(flow), "--yes", "--skip", "hello")
    assert ran.code == 12
    assert messages(ran) == []


def test_the_run_of_an_event_is_written_down_with_it(run: FrontDoor, flow: Any) -> None:
    event = {"id": "n1", "topic": "ping", "data": {"item": {"name": "Ada"}}}
    text = 'steps: [{id: made, do: tags.create, with: {name: "{{ event.data.item.name }}"}}]'
    broken = flow(
        text,
        "--event",
        "-",
        stdin=json.dumps(event),
        transport=EndsAfter(run.inner, "Ada", "/tags"),
    )
    assert broken.code == 130
    again = run("workflow", "run", "--resume", run_id(flow), "--yes", "--repeat", "made").ok()
    assert again.rows[0]["result"]["name"] == "Ada"
