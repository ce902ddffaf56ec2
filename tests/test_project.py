"""The shape of the project itself: its files, its tasks, and a README whose commands are real."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from front_door import FrontDoor
from real_process import shell

from intercom_cli import __version__

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
REQUIRED = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    ".ci/run",
    "pyproject.toml",
    "benchmarks/README.md",
    "completions",
    "docs/commands.md",
    "man/intercom.1",
]
PLACE_ON_A_MACHINE = re.compile(r"/(work|root|Users)/\w|/home/(?!USER|NAME|you)\w")

CLOSED_PIPE = 141  # of `... | head`, as bash tells it with pipefail


def blocks(kind: str) -> list[list[str]]:
    """The README's fenced blocks of a kind, each as its lines."""
    found = re.findall(rf"^```{kind}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    return [block.splitlines() for block in found]


def tracked() -> list[Path]:
    """Every text file that belongs to the project."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file() and b"\0" not in file.read_bytes()]


@pytest.mark.parametrize("name", REQUIRED)
def test_what_a_newcomer_looks_for_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_two_commands_stand_at_the_top_of_the_readme() -> None:
    top = README.splitlines()[:12]
    commands = [line.split("#")[0].strip() for line in top if line.startswith("    ")]
    assert commands == ["make demo", "make test"]


def test_every_task_that_is_named_is_a_task() -> None:
    tasks = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    texts = README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", texts, re.MULTILINE))
    assert named
    assert named <= tasks


def test_bare_make_lists_the_tasks() -> None:
    make = shutil.which("make") or pytest.skip("make is not installed")
    # Inside `make test` the outer make's flags would be inherited.
    environ = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))}
    said = subprocess.run([make], cwd=ROOT, env=environ, capture_output=True, text=True, check=True)
    for task in ("demo", "test", "check", "generated", "bench"):
        assert f"make {task} " in said.stdout


def test_the_continuous_run_is_a_program_that_bash_can_read() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    start = lines.index("dependencies = [") + 1
    depended = lines[start : lines.index("]", start)]
    pairs = zip(depended[::2], depended[1::2], strict=True)
    assert all(why.strip().startswith("# ") and "=" in what for why, what in pairs)


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_both_programs_start_the_same_thing() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert set(scripts) == {"intercom", "intercom-cli"}
    assert len(set(scripts.values())) == 1


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    offending = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in tracked()
        for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1)
        if PLACE_ON_A_MACHINE.search(line)
    ]
    assert not offending


@pytest.mark.slow
@pytest.mark.shells
def test_the_readme_can_be_followed_from_top_to_bottom(tmp_path: Path) -> None:
    config = tmp_path / "config"
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    lines = [line for block in blocks("sh") for line in block]
    assert len(lines) > 25
    for line in lines:
        ran = shell(config, f"cd {shlex.quote(str(tmp_path))} && {line}")
        assert ran.returncode in (0, CLOSED_PIPE), f"{line}\n{ran.stderr.decode()}"
    exported = (tmp_path / "contacts.ndjson").read_text("utf-8").splitlines()
    as_csv = (tmp_path / "contacts.csv").read_text("utf-8").splitlines()
    assert len(exported) > 200
    assert as_csv[0] == "id,email,custom_attributes.plan"


@pytest.mark.parametrize(
    "line",
    [line for block in blocks("console") for line in block if line.startswith("intercom ")],
)
def test_what_the_readme_only_shows_exists_too(line: str, alone: FrontDoor) -> None:
    words = re.split(r" [<>|]", line, maxsplit=1)[0].split("'")[0].split()[1:]
    plain = [word for word in words if not word.startswith("-")]
    command = plain[:2] if words[0] == "sandbox" else plain[:1]
    page = alone(*command, "--help").ok().out
    for option in (word for word in words if word.startswith("--")):
        assert option in page


def test_the_readme_tells_every_exit_code() -> None:
    codes = {int(code) for code in re.findall(r"\b\d+\b", table_of("exit code"))}
    page = (ROOT / "intercom_cli" / "topics" / "exit-codes.txt").read_text("utf-8")
    assert codes == {int(code) for code in re.findall(r"^ +(\d+) ", page, re.MULTILINE)}


def table_of(heading: str) -> str:
    """The first column of the README's table that begins with a heading."""
    table = README.split(f"| {heading} |")[1].split("\n\n")[0]
    return "\n".join(row.split("|")[1] for row in table.splitlines()[2:] if row.startswith("|"))


@pytest.mark.parametrize("variable", sorted(set(re.findall(r"INTERCOM_[A-Z_]+", README))))
def test_every_variable_in_the_readme_is_in_help_too(variable: str, alone: FrontDoor) -> None:
    assert variable in alone("help", "environment").ok().out
