"""Programs get what was received as words and on standard input, and never as code."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest
from front_door import FrontDoor, sandbox
from listening import SECRET, Listener, listening, notification, wait_for
from real_process import seeded

NASTY = "; touch owned $(touch owned) `touch owned` | touch owned\n'\"&& touch owned"
WRITE = """
import json, os, sys
out = sys.argv[1]
told = {"words": sys.argv[2:], "stdin": sys.stdin.read(), "env": dict(os.environ)}
open(os.path.join(out, told["env"]["INTERCOM_NOTIFICATION"]), "w").write(json.dumps(told))
"""


def handler(folder: Path) -> str:
    """A program that writes down what it was given; its words begin the command."""
    script = folder / "handle.py"
    script.write_text(WRITE)
    (folder / "out").mkdir()
    return shlex.join([sys.executable, str(script), str(folder / "out")])


def written(folder: Path, number: int = 1) -> dict:
    file = folder / "out" / f"notif_{number}"
    assert wait_for(lambda: file.exists() and file.read_text().endswith("}"))
    found: dict = json.loads(file.read_text())
    return found


def took(one: Listener, body: bytes) -> None:
    assert one.send(body) == 200
    assert wait_for(lambda: one.rows)


def test_a_program_gets_values_each_as_one_word(tmp_path: Path) -> None:
    own = {"Est. time": "3h", "Est": {" time": "no"}}
    body = notification(1, name=NASTY, seats=5, tags=["a b"], email=None, custom_attributes=own)
    command = f"{handler(tmp_path)} -- {{data.item.name}} x={{data.item.seats}} {{data.item.tags.0}} {{data.item.tags}} e={{data.item.email}} '{{data.item.custom_attributes.\"Est. time\"}}' {{}}"
    with listening(tmp_path, "--exec", command) as one:
        took(one, body)
        told = written(tmp_path)
        one.end()
    assert told["words"] == ["--", NASTY, "x=5", "a b", '["a b"]', "e=", "3h", body.decode()]
    assert told["stdin"] == body.decode()
    assert told["env"]["INTERCOM_TOPIC"] == "contact.user.created"
    assert told["env"]["INTERCOM_ID"] == "c1"
    assert "INTERCOM_CLIENT_SECRET" not in told["env"]
    assert not list(tmp_path.rglob("owned"))


def test_a_shell_gets_values_only_as_its_arguments(tmp_path: Path) -> None:
    command = """sh -c 'printf %s "$1" > got' sh {data.item.name}"""
    where = tmp_path / "got"
    command = command.replace("> got", f"> {where}")
    with listening(tmp_path, "--exec", command) as one:
        took(one, notification(1, name=NASTY))
        one.end()
    assert where.read_text() == NASTY
    assert not list(tmp_path.rglob("owned"))


@pytest.mark.parametrize(
    "command",
    [
        "sh -c 'echo {data.item.name}'",
        "bash -lc 'echo {}'",
        "env A=1 /bin/sh -c 'echo {data.item.name}'",
        "sudo -u x sh -ec '{data.item.name}'",
        "python3 -c 'print({})'",
        "python3 -W ignore -c 'print({})'",
        "perl -ne '{data.item.name}'",
        "node --eval '{data.item.name}'",
        "ssh host handle {data.item.name}",
        "awk '{data.item.name}'",
        "bash {data.item.name}",
        "{data.item.name} x",
    ],
)
def test_what_was_received_never_becomes_code(alone: FrontDoor, command: str) -> None:
    words = ("listen", "--port", "0", "--exec", command)
    ran = alone(*words, INTERCOM_CLIENT_SECRET=SECRET)
    assert ran.code == 2, ran.err
    assert ran.error["message"].startswith("--exec:")


@pytest.mark.parametrize("name", ["-o/etc/passwd", "--config=x", "a\x00b"])
def test_a_value_is_no_option_and_no_half_word(tmp_path: Path, name: str) -> None:
    command = f"{handler(tmp_path)} {{data.item.name}}"
    with listening(tmp_path, "--exec", command) as one:
        took(one, notification(1, name=name))
        took(one, notification(2, name="fine"))
        assert written(tmp_path, 2)["words"] == ["fine"]
        _, said, _ = one.end()
    assert "notif_1: " in said
    assert not (tmp_path / "out" / "notif_1").exists()


def test_a_program_that_fails_is_told_and_survived(tmp_path: Path) -> None:
    with listening(tmp_path, "--exec", "sh -c 'echo told by the program; exit 3'") as one:
        took(one, notification(1))
        took(one, notification(2))
        assert wait_for(lambda: len(one.rows) == 2)
        _, said, rows = one.end()
    assert "sh ended with 3" in said
    assert "told by the program" in said, "beside our talk, not among the data"
    assert all(row.startswith(b'{"type"') for row in rows)
    assert "2 failed" in said


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with listening(tmp_path, "--exec", "no-such-program {}") as one:
        took(one, notification(1))
        assert "no-such-program: No such file" in one.end()[1]


def test_a_public_address_must_lead_here(tmp_path: Path, alone: FrontDoor) -> None:
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin" / "ngrok"
    fake.write_text(
        """#!/bin/sh
for address; do :; done
echo '{"msg":"starting"}'
echo '{"msg":"started tunnel","url":"'$address'"}'
exec sleep 60
"""
    )
    fake.chmod(0o755)
    path = f"{tmp_path / 'bin'}:/usr/bin:/bin"
    with listening(tmp_path, "--tunnel", "ngrok", "--path", "/in", PATH=path) as one:
        told = json.loads(one.said[0])["ready"]
        assert told["public_url"] == told["url"]
        assert one.send(notification(1)) == 200
        one.end()


def test_a_tunnel_that_ends_at_once_is_told(tmp_path: Path, alone: FrontDoor) -> None:
    fake = tmp_path / "cloudflared"
    fake.write_text("#!/bin/sh\necho 'no network today' >&2\nexit 1\n")
    fake.chmod(0o755)
    environ = {"PATH": f"{tmp_path}:/usr/bin:/bin", "INTERCOM_CLIENT_SECRET": SECRET}
    ran = alone("listen", "--port", "0", "--tunnel", "cloudflared", **environ)
    assert ran.code == 10
    assert "no network today" in ran.error["message"]


def test_a_workflow_runs_for_the_topics_it_names(tmp_path: Path) -> None:
    config = seeded(tmp_path / "config", 5)
    flow = tmp_path / "flow.yaml"
    flow.write_text(
        "name: Note\non: [contact.created]\nsteps:\n"
        "  - id: note\n    do: contacts.note\n    with:\n"
        '      contact: "{{ event.data.item.id }}"\n      text: "Seen {{ event.data.item.name }}"\n'
    )
    door = FrontDoor(config, sandbox(config / "data" / "sandbox.db"))
    contact = door("contacts", "list", "--limit", "1", "-o", "ids").ok().out.strip()
    body = notification(1, name="$(touch owned)").replace(b'"c1"', f'"{contact}"'.encode())
    with listening(config, "--run", str(flow), "--yes") as one:
        took(one, body)
        assert one.send(notification(2, "ticket.created")) == 200
        assert wait_for(lambda: len(one.rows) == 2)
        _, said, rows = one.end()
    assert sorted(rows) == sorted([body, notification(2, "ticket.created")])
    assert "2 received, 2 delivered" in said
    notes = door("contacts", "notes", contact).ok().rows
    assert "Seen $(touch owned)" in notes[0]["body"]
    assert not list(tmp_path.rglob("owned"))
    door.inner.close()


def test_a_workflow_that_cannot_run_is_told_before_anything_comes(
    run: FrontDoor, tmp_path: Path
) -> None:
    flow = tmp_path / "flow.yaml"
    flow.write_text("on: [contact.created]\nsteps:\n  - id: a\n    do: contacts.fly\n")
    ran = run("listen", "--port", "0", "--run", str(flow))
    assert ran.code == 2
    assert "fly" in ran.error["message"]
    sending = tmp_path / "send.yaml"
    sending.write_text(
        "on: [contact.created]\nsteps:\n  - id: a\n    do: contacts.delete\n"
        '    with: {contact: "{{ event.data.item.id }}"}\n'
    )
    ran = run("listen", "--port", "0", "--run", str(sending))
    assert ran.code == 3
    assert "--yes" in ran.error["hint"]
