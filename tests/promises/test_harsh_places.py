"""Must hold 10: no home, no rights, no letters, no room, a broken file: a sane answer each."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from front_door import TOKEN, FrontDoor, Unreachable, connected
from real_process import (
    INTERCOM,
    PLENTY,
    environment,
    process,
    seeded,
    seen_on,
    served,
    shell,
    terminal,
)


def bare(*words: str, env: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run it with just these variables."""
    return subprocess.run(
        [str(INTERCOM), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=env,
        cwd=cwd,
        timeout=PLENTY,
        check=False,
    )


def test_without_any_environment_help_and_version_work(tmp_path: Path) -> None:
    for words in (["--help"], ["--version"], ["contacts", "list", "--help"], ["help", "output"]):
        ran = bare(*words, env={}, cwd=tmp_path)
        assert ran.returncode == 0
        assert ran.stderr == b""
        assert ran.stdout


def test_a_home_of_nobody_is_a_file_that_is_not_there(reader: FrontDoor) -> None:
    file = "~nobody-of-this-name/x"
    for words in (
        ["contacts", "create", "--data", file],
        ["request", "POST", "/contacts", "--input", file],
        ["request", "POST", "/contacts", "-F", f"name=@{file}"],
    ):
        ran = reader(*words)
        assert (ran.code, ran.requests) == (2, [])
        assert "No such file" in ran.err
    assert reader("connect", "--token-file", file).code == 12
    ran = reader("workspaces", "use", "x", INTERCOM_CONFIG_DIR=file)
    assert ran.code == 12
    assert "INTERCOM_CONFIG_DIR" in ran.err


def test_json_of_thousands_of_levels_is_refused_before_anything_is_sent(
    reader: FrontDoor, tmp_path: Path
) -> None:
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 100_000 + "]" * 100_000)
    for words in (
        ["contacts", "create", "--data", str(deep)],
        ["contacts", "create", "--set", f"a:=@{deep}"],
        ["request", "POST", "/contacts", "--input", str(deep)],
    ):
        ran = reader(*words)
        assert (ran.code, ran.requests) == (2, [])
        assert "nested too deeply" in ran.err


def test_without_home_a_token_is_enough(tmp_path: Path, served_here: str) -> None:
    env = {"INTERCOM_ACCESS_TOKEN": TOKEN, "INTERCOM_API_BASE_URL": served_here}
    ran = bare("contacts", "list", "--limit", "1", env=env, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["type"] == "contact"


def test_without_home_and_token_it_says_so(tmp_path: Path) -> None:
    env = {"XDG_CONFIG_HOME": str(tmp_path / "xdg")}
    ran = bare("contacts", "list", env=env, cwd=tmp_path)
    assert ran.returncode == 4
    assert b"intercom connect" in ran.stderr


@pytest.fixture(scope="module")
def served_here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    config = tmp_path_factory.mktemp("served") / "config"
    with served(config, "--contacts", "20") as url:
        yield url


def test_reading_needs_no_right_to_write(tmp_path: Path) -> None:
    config = seeded(tmp_path / "config", 30)
    for path in (config, *config.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = {path: path.stat().st_mtime_ns for path in config.rglob("*.toml")}
    try:
        ran = unprivileged(config, "workspaces", "list", "-o", "ndjson")
        assert ran.returncode == 0, ran.stderr
        assert b"sandbox" in ran.stdout
        assert unprivileged(config, "config", "list").returncode == 0
        denied = unprivileged(config, "config", "set", "timeout", "5")
        assert denied.returncode == 12
        assert str(config).encode() in denied.stderr
        assert b"Traceback" not in denied.stderr
    finally:
        for path in (config, *config.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert {path: path.stat().st_mtime_ns for path in config.rglob("*.toml")} == before


def unprivileged(config: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run it as somebody whom rights bind, for root may write anywhere."""
    rights = "-dac_override,-dac_read_search,-fowner"
    drop = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]
    return subprocess.run(
        [*(drop if os.geteuid() == 0 else []), str(INTERCOM), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(config),
        timeout=PLENTY,
        check=False,
    )


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=str,
)
@pytest.mark.parametrize("form", ["ndjson", "json", "csv", "yaml", "table"])
def test_any_encoding_writes_every_name(installed: Path, locale: dict[str, str], form: str) -> None:
    ran = process(
        installed, "contacts", "list", "--all", "-o", form, PYTHONCOERCECLOCALE="0", **locale
    )
    assert ran.returncode == 0, ran.stderr
    assert b"Traceback" not in ran.stderr
    if form != "table":
        assert "山田太郎" in ran.stdout.decode("utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_any_encoding_tells_errors_and_shows_help(installed: Path, encoding: str) -> None:
    words = [
        ["contacts", "get", "山田@acme.test", "-o", "table"],
        ["--help"],
        ["contacts", "--help"],
        ["connect", "--help"],
        ["help", "output"],
    ]
    for each in words:
        ran = process(installed, *each, PYTHONIOENCODING=encoding)
        assert ran.returncode in {0, 6}, ran.stderr
        assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("columns", [1, 10, 20, 40])
def test_a_narrow_terminal_cuts_no_id_and_crashes_nothing(reader: FrontDoor, columns: int) -> None:
    for words in (
        ["contacts", "list", "--limit", "60"],
        ["companies", "list", "--limit", "5"],
        ["tags", "list"],
        ["contacts", "list", "--all"],
    ):
        ran = reader(*words, terminal=True, COLUMNS=str(columns), NO_COLOR="1").ok()
        if words[0] == "contacts":
            first = reader("contacts", "list", "--limit", "1").rows[0]["id"]
            assert first in ran.out.replace("\n", " ")
    one = reader("contacts", "list", "--limit", "1").rows[0]
    ran = reader("contacts", "get", one["id"], terminal=True, COLUMNS=str(columns)).ok()
    assert one["id"] in ran.out


def test_a_real_terminal_of_20_columns(installed: Path) -> None:
    with terminal(installed, "contacts", "list", "--limit", "3", columns=20, NO_COLOR="1") as child:
        seen = seen_on(child)
    assert child.exitstatus == 0
    ids = [
        row["id"]
        for row in map(
            json.loads,
            process(installed, "contacts", "list", "--limit", "3").stdout.split(b"\n")[:3],
        )
    ]
    for found in ids:
        assert found.encode() in seen


BROKEN = 'workspace = "acme"\n[workspaces.acme\nkind = "intercom"\n'


def test_a_broken_file_is_12_with_its_place_and_stays_as_it_is(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    file = config / "config.toml"
    file.write_text(BROKEN)
    run = FrontDoor(config, Unreachable())
    for words in (
        ["contacts", "list"],
        ["request", "/me"],
        ["workspaces", "list"],
        ["config", "list"],
        ["config", "set", "timeout", "5"],
        ["workspaces", "use", "acme"],
        ["connect", "--sandbox"],
        ["disconnect", "--yes"],
    ):
        ran = run(*words)
        assert ran.code == 12, (words, ran.err)
        assert f"{file}:2" in ran.err
        assert "bug" not in ran.err
        assert file.read_text() == BROKEN
    for words in (
        ["--help"],
        ["--version"],
        ["contacts", "--help"],
        ["help", "output"],
        ["config", "path"],
    ):
        assert run(*words).code == 0, words


@pytest.mark.parametrize(
    "text",
    [
        "timeout = 'soon'\n",
        "[workspaces]\nacme = 5\n",
        "workspaces = 5\n",
        "\x00",
        "tiemout = 5\n",
    ],
)
def test_a_file_that_makes_no_sense_is_12(tmp_path: Path, text: str) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text(text)
    run = FrontDoor(config, Unreachable(), {"INTERCOM_ACCESS_TOKEN": TOKEN})
    ran = run("contacts", "list", "-o", "table")
    assert ran.code == 12, ran.err
    assert "config.toml" in ran.err
    if "tiemout" in text:
        assert "timeout" in ran.err


def test_a_file_that_is_not_text_is_12(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_bytes(b"\xff\xfe\x00junk")
    ran = FrontDoor(config, Unreachable())("contacts", "list")
    assert ran.code == 12, ran.err


@pytest.mark.parametrize(
    "name",
    [
        "INTERCOM_TIMEOUT",
        "INTERCOM_MAX_WAIT",
        "INTERCOM_OUTPUT",
        "INTERCOM_REGION",
        "INTERCOM_NO_INPUT",
        "INTERCOM_API_BASE_URL",
        "INTERCOM_API_VERSION",
    ],
)
def test_a_variable_that_makes_no_sense_is_named_before_anything_is_sent(
    with_token: FrontDoor, name: str
) -> None:
    asking = name == "INTERCOM_NO_INPUT"
    words = ["contacts", "delete", "x", *([] if asking else ["--yes"])]
    ran = with_token(*words, terminal=asking, **{name: "non sense"})
    assert ran.code in {2, 12}, ran.err
    assert name in ran.err
    assert ran.requests == []


def test_a_workspace_that_was_taken_away_is_4(tmp_path: Path) -> None:
    connected(tmp_path / "config")
    text = (tmp_path / "config" / "config.toml").read_text().replace('"sandbox"\n[', '"gone"\n[')
    (tmp_path / "config" / "config.toml").write_text(text)
    ran = FrontDoor(tmp_path / "config", Unreachable())("contacts", "list")
    assert ran.code == 4
    assert "gone" in ran.err


def test_a_directory_that_is_gone_is_no_obstacle(installed: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = shell(installed, f"cd '{gone}' && rmdir '{gone}' && intercom contacts list --limit 1")
    assert ran.returncode == 0, ran.stderr


def test_closed_standard_input_is_no_obstacle(installed: Path) -> None:
    assert shell(installed, "intercom contacts list --limit 1 <&-").returncode == 0
    assert shell(installed, "intercom contacts list --limit 1 >&-").returncode == 0
