"""Bugs that were reproduced in Intercom's official CLI, here about workspaces and settings."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from front_door import TOKEN, FrontDoor, Unreachable, sandbox
from real_process import INTERCOM, PLENTY, environment, process, served, shell

from intercom_cli import discovery
from intercom_cli.noun import entries

TWO = """
workspace = "acme"
[workspaces.acme]
kind = "sandbox"
[workspaces.zeta]
kind = "sandbox"
"""


@pytest.fixture
def two(tmp_path: Path) -> Iterator[FrontDoor]:
    """Two workspaces; acme is the default."""
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text(TWO)
    transport = sandbox(contacts=10)
    yield FrontDoor(config, transport)
    transport.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("served") / "config", "--contacts", "300") as url:
        yield url


def names(run: FrontDoor) -> set[str]:
    return {row["name"] for row in run("workspaces", "list").ok().rows}


@pytest.mark.parametrize(
    "words",
    [
        ["disconnect", "zeta"],
        ["disconnect", "--workspace", "zeta"],
        ["--workspace", "zeta", "disconnect"],
        ["disconnect", "-w", "zeta"],
    ],
    ids=" ".join,
)
def test_b01_disconnect_removes_the_named_workspace(two: FrontDoor, words: list[str]) -> None:
    ran = two(*words, "--yes").ok()
    assert names(two) == {"acme"}
    assert "zeta" in ran.err


def test_b01_disconnect_of_an_unknown_workspace_removes_none(two: FrontDoor) -> None:
    ran = two("disconnect", "zzz999", "--yes")
    assert ran.code == 4
    assert names(two) == {"acme", "zeta"}


def test_b01_status_speaks_of_the_workspace_that_is_named(two: FrontDoor) -> None:
    for words in (["status", "-w", "zeta"], ["-w", "zeta", "status"]):
        ran = two(*words, "-o", "json").ok()
        assert ran.json[0]["workspace"] == "zeta"


def test_b01_status_in_json_is_json(two: FrontDoor) -> None:
    for words in (["status", "-o", "json"], ["-o", "json", "status"], ["whoami", "-o", "json"]):
        assert two(*words).ok().json[0]["workspace"] == "acme"


def test_b05_a_dry_run_disconnects_nothing(two: FrontDoor) -> None:
    for words in (["-n", "disconnect", "zeta"], ["disconnect", "zeta", "-n"]):
        two(*words, transport=Unreachable()).ok()
        assert names(two) == {"acme", "zeta"}


def test_b05_a_dry_run_connects_nothing(alone: FrontDoor) -> None:
    ran = alone("-n", "connect", "--token-stdin", stdin=TOKEN, transport=Unreachable())
    assert ran.code == 2
    assert not (alone.config / "config.toml").exists()


def test_b05_a_token_that_is_not_accepted_is_not_kept(tmp_path: Path, server: str) -> None:
    config = tmp_path / "config"
    ran = process(
        config, "connect", "--token-stdin", "--store", "file", stdin=b"dG9rOndyb25n\n",
        INTERCOM_API_BASE_URL=server,
    )  # fmt: skip
    assert ran.returncode == 4
    assert b"undefined" not in ran.stderr
    assert b"None" not in ran.stderr
    assert process(config, "workspaces", "list").stdout == b""


def test_b07_without_a_keyring_the_token_is_kept_found_and_taken_away(
    tmp_path: Path, server: str
) -> None:
    config = tmp_path / "config"
    kept = process(
        config, "connect", "--token-stdin", "--name", "acme", stdin=f"{TOKEN}\n".encode(),
        INTERCOM_API_BASE_URL=server,
    )  # fmt: skip
    assert kept.returncode == 0, kept.stderr
    assert b"Traceback" not in kept.stderr
    assert str(config).encode() in kept.stderr, "it says which file holds the token now"
    used = process(config, "contacts", "list", "--limit", "1", INTERCOM_API_BASE_URL=server)
    assert used.returncode == 0, used.stderr
    holding = [
        p for p in config.rglob("*") if p.is_file() and TOKEN in p.read_text("utf-8", "replace")
    ]
    assert [oct(path.stat().st_mode & 0o777) for path in holding] == ["0o600"]
    assert process(config, "disconnect", "acme", "--yes").returncode == 0
    assert not [
        p for p in config.rglob("*") if p.is_file() and TOKEN in p.read_text("utf-8", "replace")
    ]


def test_b33_a_broken_file_is_never_written_over(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text(TWO + "[workspaces.broken\n")
    before = (config / "config.toml").read_bytes()
    run = FrontDoor(config, Unreachable())
    for words in (
        ["connect", "--sandbox"],
        ["connect", "--token-stdin"],
        ["disconnect", "acme", "-y"],
    ):
        ran = run(*words, stdin=TOKEN)
        assert ran.code == 12, ran.err
        assert (config / "config.toml").read_bytes() == before


def test_b34_six_connects_at_once_are_all_kept(tmp_path: Path, server: str) -> None:
    config = tmp_path / "config"
    children = [
        subprocess.Popen(
            [INTERCOM, "connect", "--token-stdin", "--name", f"w{number}", "--store", "file"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(config, INTERCOM_API_BASE_URL=server),
        )
        for number in range(6)
    ]
    for child in children:
        _, said = child.communicate(TOKEN.encode(), timeout=PLENTY)
        assert child.returncode == 0, said
    found = process(config, "workspaces", "list", "-o", "ndjson").stdout
    assert {json.loads(line)["name"] for line in found.splitlines()} == {f"w{n}" for n in range(6)}
    for number in range(6):
        ran = process(config, "contacts", "list", "--limit", "1", "-w", f"w{number}")
        assert ran.returncode == 0, ran.stderr


def test_b35_status_knows_the_token_in_the_environment(alone: FrontDoor) -> None:
    for variable in ("INTERCOM_ACCESS_TOKEN", "INTERCOM_TOKEN"):
        ran = alone("status", **{variable: TOKEN}).ok()
        assert variable in ran.out
        assert TOKEN not in ran.out + ran.err
    assert alone("status").code == 4


def test_b36_the_program_works_under_another_name(tmp_path: Path) -> None:
    other = tmp_path / "ic"
    other.symlink_to(INTERCOM)
    ran = shell(tmp_path, f"{other} --version")
    assert ran.returncode == 0
    assert re.match(rb"intercom \d", ran.stdout)


def test_b37_every_hint_that_is_a_command_can_be_typed(alone: FrontDoor) -> None:
    source = Path(discovery.__file__).parent
    found = set()
    for file in source.rglob("*.py"):
        if "sandbox" not in file.parts:
            found |= set(
                re.findall(r'"(?:[^"\n]*: |or: )?(intercom [a-z][^"\n]*)"', file.read_text())
            )
            found |= set(re.findall(r"`(intercom [a-z][^`\n]*)`", file.read_text()))
    assert len(found) > 10
    for hint in found:
        typed = re.split("[<;,|]", hint)[0].split()[1:]
        words = [word for word in typed if re.fullmatch(r"[a-z][a-z-]*", word)][:2]
        if not words or "{" in typed[0] or hint.endswith("."):  # a sentence
            continue
        groups = (*discovery.names("resources"), "workspaces", "workflow")
        noun = words[0] in groups
        named = words if noun else words[:1]
        ran = alone(*named, "--help")
        assert ran.code == 0, f"{hint!r} cannot be typed: {ran.err}"
        for flag in (word for word in typed if word.startswith("--")):
            assert flag.split("=")[0] in ran.out, f"{hint!r}: no {flag}"


def test_b39_a_choice_that_does_not_exist_is_2(alone: FrontDoor) -> None:
    for words in (
        ["contacts", "list", "-o", "vue"],
        ["contacts", "list", "--color", "foo"],
        ["connect", "--region", "mars"],
        ["data-attributes", "list", "--model", "cat"],
    ):
        ran = alone(*words)
        assert ran.code == 2
        assert words[-1] in ran.err


def test_b43_completions_know_every_command_and_option(alone: FrontDoor) -> None:
    for shell_name in ("bash", "zsh", "fish", "powershell"):
        script = alone("completion", shell_name).ok().out
        for noun in discovery.names("resources"):
            assert noun in script
            for verb in entries(discovery.load("resources", noun).resource):
                assert verb in script
        for name in discovery.names("commands"):
            assert name in script
        for flag in ("dry-run", "workspace", "output", "where", "limit"):
            assert flag in script


def test_no_part_of_the_help_is_empty(alone: FrontDoor) -> None:
    for noun in discovery.names("resources"):
        for verb in entries(discovery.load("resources", noun).resource).values():
            assert verb.summary.endswith("."), f"{noun} {verb.name}"
            assert alone(noun, verb.name, "--help").ok().out.startswith("Usage: ")
