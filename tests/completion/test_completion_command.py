"""The command that prints a script, and the generator that keeps them in the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from front_door import FrontDoor

from intercom_cli.completion.__main__ import main, stale
from intercom_cli.completion.shells import FILES, script


def test_the_generator_writes_and_checks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "made here"
    assert main([str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == set(FILES.values())
    assert main([str(folder), "--check"]) == 0
    (folder / "_intercom").write_text("old")
    (folder / "intercom.ps1").unlink()
    assert main([str(folder), "--check"]) == 1
    told = capsys.readouterr().err
    assert "_intercom is stale" in told
    assert "intercom.ps1 is stale" in told
    assert "intercom.bash" not in told


def test_the_generator_writes_into_completions_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--check"]) == 1
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert stale(tmp_path / "completions") == []


@pytest.mark.parametrize("words", [["a", "b"], ["a", "--chek"], ["--help"]])
def test_the_generator_refuses_other_words(words: list[str]) -> None:
    assert main(words) == 2


@pytest.mark.parametrize("shell", FILES)
def test_the_command_prints_the_script(alone: FrontDoor, shell: str) -> None:
    ran = alone("completion", shell).ok()
    assert ran.out == script(shell)
    assert ran.err == ""


def test_an_unknown_shell_is_refused_with_the_names(alone: FrontDoor) -> None:
    ran = alone("completion", "tcsh")
    assert (ran.code, ran.out) == (2, "")
    for name in FILES:
        assert name in ran.error["message"]


@pytest.mark.parametrize(
    ("path", "likely"),
    [("/bin/zsh", "zsh"), ("/usr/bin/fish", "fish"), ("/bin/tcsh", "bash"), ("", "bash")],
)
def test_without_a_shell_the_hint_is_the_one_in_use(
    alone: FrontDoor, path: str, likely: str
) -> None:
    ran = alone("completion", SHELL=path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.error["hint"] == f"intercom completion {likely}"
