"""A pager only where the person asked for one, and nobody is hurt by how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from front_door import FrontDoor
from real_process import process, seeded, seen_on, terminal

LIST = ("contacts", "list", "--limit", "45", "--color", "never", "--fields", "id,email")


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded(tmp_path_factory.mktemp("pager") / "config", 60)


def pager(folder: Path, script: str) -> str:
    """A pager that does as told, and notes that it ran."""
    file = folder / "pager"
    file.write_text(f"#!/bin/sh\ntouch {folder}/ran\n{script}\n")
    file.chmod(0o755)
    return str(file)


def test_by_default_there_is_none(config: Path, tmp_path: Path) -> None:
    with terminal(config, *LIST, PAGER=pager(tmp_path, "cat")) as child:
        assert seen_on(child).count(b"\n") > 45
    assert not (tmp_path / "ran").exists()


def test_the_option_shows_it_all_through_the_pager(config: Path, tmp_path: Path) -> None:
    with terminal(config, *LIST, "--pager", PAGER=pager(tmp_path, "sed 's/^/> /'")) as child:
        seen = seen_on(child).replace(b"\r", b"").splitlines()
        assert child.exitstatus == 0
    assert seen[0].startswith(b"> Id ")
    assert sum(line.startswith(b"> ") for line in seen) == 47


def test_auto_leaves_alone_what_fits_the_screen(config: Path, tmp_path: Path) -> None:
    process(config, "config", "set", "pager", "auto")
    try:
        environ = {"PAGER": pager(tmp_path, "sed 's/^/> /'")}
        with terminal(config, "contacts", "list", "--limit", "5", **environ) as child:
            assert seen_on(child).count(b"\n") >= 7
        assert not (tmp_path / "ran").exists()
        with terminal(config, *LIST, **environ) as child:
            assert seen_on(child).count(b"> ") == 47
        with terminal(
            config, "contacts", "list", "--limit", "45", "--jq", ".[] | .id", **environ
        ) as child:
            assert seen_on(child).count(b"> ") == 45
    finally:
        process(config, "config", "unset", "pager")


def test_whoever_leaves_the_pager_has_seen_enough(config: Path, tmp_path: Path) -> None:
    leaving = pager(tmp_path, "head -n 1; exit 3")
    with terminal(
        config, "contacts", "list", "--all", "--pager", "-o", "json", PAGER=leaving
    ) as child:
        seen = seen_on(child)
        assert child.exitstatus == 0
    assert b"Error" not in seen
    assert b"error" not in seen


def test_what_is_said_waits_until_the_pager_ends(config: Path, tmp_path: Path) -> None:
    words = ("contacts", "list", "--pager")
    with terminal(config, *words, PAGER=pager(tmp_path, "cat; sleep 0.2; echo END")) as child:
        seen = seen_on(child)
    assert seen.index(b"END") < seen.index(b"50 of 60 are shown")


def test_ctrl_c_belongs_to_the_pager(config: Path, tmp_path: Path) -> None:
    script = "trap 'echo CAUGHT' INT; cat; echo READY; sleep 1; sleep 1; echo DONE"
    with terminal(config, *LIST, "--pager", PAGER=pager(tmp_path, script)) as child:
        child.expect("READY")
        child.sendintr()
        child.expect("CAUGHT")
        child.expect("DONE")
        seen_on(child)
        assert child.exitstatus == 0


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_less_shows_colours_and_can_be_left(config: Path) -> None:
    with terminal(config, "contacts", "list", "--pager") as child:
        child.expect("Id")
        child.expect(":")
        child.send("q")
        seen_on(child)
        assert child.exitstatus == 0


def test_a_pager_that_is_not_there_costs_nothing(config: Path) -> None:
    with terminal(config, *LIST, "--pager", PAGER="no-such-pager -x") as child:
        seen = seen_on(child)
        assert child.exitstatus == 0
    assert b"The pager no-such-pager cannot be started" in seen
    assert seen.count(b"\n") > 45


@pytest.mark.parametrize("environ", [{"PAGER": "cat"}, {"PAGER": ""}, {"TERM": "dumb"}])
def test_some_want_none(config: Path, tmp_path: Path, environ: dict[str, str]) -> None:
    given = {"PAGER": pager(tmp_path, "cat"), **environ}
    with terminal(config, *LIST, "--pager", **given) as child:
        assert seen_on(child).count(b"\n") > 45
    assert not (tmp_path / "ran").exists()


def test_a_failure_is_told_after_the_pager(config: Path, tmp_path: Path) -> None:
    words = ("contacts", "get", "nobody", "--pager")
    with terminal(config, *words, PAGER=pager(tmp_path, "cat")) as child:
        assert b"error:" in seen_on(child)
        assert child.exitstatus == 6


def test_a_pipe_never_has_one(config: Path, tmp_path: Path) -> None:
    done = process(config, *LIST, "--pager", PAGER=pager(tmp_path, "cat"))
    assert done.stdout.count(b"\n") == 45
    assert not (tmp_path / "ran").exists()


def test_a_setting_is_for_reading(config: Path, tmp_path: Path) -> None:
    process(config, "config", "set", "pager", "always")
    try:
        words = ("contacts", "create", "--email", "new@acme.test", "--role", "user")
        with terminal(config, *words, PAGER=pager(tmp_path, "cat")) as child:
            assert b"Created" in seen_on(child)
        assert not (tmp_path / "ran").exists()
    finally:
        process(config, "config", "unset", "pager")


def test_the_doctor_looks_at_a_broken_setting_all_the_same(config: Path, tmp_path: Path) -> None:
    broken = tmp_path / "config"
    broken.mkdir()
    (broken / "config.toml").write_text('pager = "sometimes"\n')
    with terminal(broken, "doctor", "--color", "never") as child:
        seen = seen_on(child)
    assert b"never, auto or always" in seen
    assert seen.count(b"\n") > 4, "it goes on to everything else"


def test_another_value_is_refused(run: FrontDoor) -> None:
    refused = run("config", "set", "pager", "less")
    assert refused.code == 2
    assert "never, auto or always" in refused.error["message"]
