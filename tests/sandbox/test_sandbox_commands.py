"""The commands that fill and reset the sandbox inside the program."""

from __future__ import annotations

import io
import sqlite3

import pytest
from front_door import FrontDoor, connected, sandbox

from intercom_cli.app import main
from intercom_cli.sandbox.store import Store
from intercom_cli.streams import Streams


@pytest.fixture
def run(tmp_path):
    def run(*arguments):
        out, err = io.BytesIO(), io.StringIO()
        streams = Streams(stdin=io.StringIO(), out=out, err=err)
        code = main(
            ["sandbox", *arguments], streams=streams, environ={"INTERCOM_CONFIG_DIR": str(tmp_path)}
        )
        return code, out.getvalue().decode(), err.getvalue()

    return run


def contacts(file):
    store = Store(file)
    try:
        return store.value("SELECT count(*) FROM contacts")
    finally:
        store.close()


def test_seed_fills_the_sandbox_and_reset_brings_that_back(run, tmp_path):
    file = tmp_path / "data" / "sandbox.db"
    code, out, err = run("seed", "--contacts", "12", "--seed", "5")
    assert (code, out) == (0, "")
    assert "12 contacts" in err
    assert contacts(file) == 12
    store = Store(file)
    first = store.value("SELECT id FROM contacts")
    store.run("DELETE FROM contacts")
    store.close()
    assert run("reset", "--yes")[0] == 0
    assert contacts(file) == 12
    store = Store(file)
    assert store.value("SELECT id FROM contacts") == first
    store.close()


@pytest.mark.parametrize("command", ["seed", "reset"])
def test_nothing_is_thrown_away_unasked(run, tmp_path, command):
    file = tmp_path / "mine.db"
    assert run("seed", "--db", str(file), "--contacts", "3")[0] == 0
    assert run(command, "--db", str(file))[0] == 3
    assert run(command, "--db", str(file), "--dry-run")[0] == 0
    assert contacts(file) == 3


def test_a_file_that_is_no_database_is_an_error_until_it_is_reset(run, tmp_path):
    file = tmp_path / "broken.db"
    file.write_bytes(b"this is not a database, but long enough to look at" * 20)
    code, _, err = run("serve", "--port", "0", "--db", str(file))
    assert code == 12
    assert "intercom sandbox reset" in err
    assert run("reset", "--db", str(file), "--yes")[0] == 0
    assert contacts(file) == 250


def test_another_programs_database_is_left_alone(run, tmp_path):
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE precious (x)")
    connection.close()
    assert run("serve", "--port", "0", "--db", str(file))[0] == 12
    assert run("reset", "--db", str(file))[0] == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--fault", "nonsense"], "cannot be read"),
        (["--cert", "x.pem"], "--cert and --key belong together"),
        (["--cert", "x.pem", "--key", "y.pem"], "certificate cannot be used"),
        (["--host", "203.0.113.7"], "not an address of this machine"),
        (["--port", "70000"], "70000"),
        (["--contacts", "-1"], "-1"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(run, arguments, told):
    port = [] if "--port" in arguments else ["--port", "0"]
    code, out, err = run("serve", *port, *arguments)
    assert code in (2, 12)
    assert out == ""
    assert told in err
    assert "Traceback" not in err


def test_a_file_that_breaks_while_it_is_used_is_told(tmp_path, monkeypatch):
    config = tmp_path / "config"
    connected(config)
    transport = sandbox(config / "data" / "sandbox.db", contacts=3)
    door = FrontDoor(config, transport)
    door("contacts", "list").ok()
    transport.sandbox().store.run("DROP TABLE contacts")
    ran = door("contacts", "list")
    assert ran.code == 12
    assert "sandbox.db cannot be used as a sandbox" in ran.err
