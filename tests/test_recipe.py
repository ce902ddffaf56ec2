"""CONTRIBUTING's recipe for a new noun works word for word, and its map of the house is true."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from front_door import connected

import intercom_cli

HOUSE = Path(intercom_cli.__file__).parent
CONTRIBUTING = (HOUSE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with one file more: the model of the recipe under another name."""
    folder = tmp_path_factory.mktemp("a recipe")
    shutil.copytree(HOUSE, folder / "intercom_cli", ignore=shutil.ignore_patterns("__pycache__"))
    model = (HOUSE / "resources" / "tags.py").read_text(encoding="utf-8")
    noun = model.replace('name="tags"', 'name="badges"').replace('one="tag"', 'one="badge"')
    noun = noun.replace("intercom tags", "intercom badges")
    (folder / "intercom_cli" / "resources" / "badges.py").write_text(noun, encoding="utf-8")
    connected(folder / "config")
    return folder


def ran(place: Path, *words: str, module: str = "intercom_cli") -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=place,
        env={"PATH": "/usr/bin:/bin", "INTERCOM_CONFIG_DIR": str(place / "config")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_new_file_is_a_new_noun(place: Path) -> None:
    rows = [json.loads(line) for line in ran(place, "badges", "list").splitlines()]
    assert rows
    assert {row["type"] for row in rows} == {"tag"}
    assert json.loads(ran(place, "badges", "create", "--name", "Gold"))["name"] == "Gold"


def test_it_is_in_the_help(place: Path) -> None:
    assert "badges" in ran(place, "--help")
    assert "Create a badge." in ran(place, "badges")
    assert "--name" in ran(place, "badges", "create", "--help")


def test_it_is_in_the_completions(place: Path) -> None:
    ran(place, "completions", module="intercom_cli.completion")
    assert "badges" in (place / "completions" / "intercom.bash").read_text(encoding="utf-8")


def test_the_map_names_every_part_of_the_house() -> None:
    layers = CONTRIBUTING.partition("## The layers")[2].partition("\n## ")[0]
    table = "".join(line for line in layers.splitlines(keepends=True) if line.startswith("|"))
    named = set(re.findall(r"`([a-z_]+(?:\.py|/))`", table))
    there = {
        path.name + ("/" if path.is_dir() else "")
        for path in HOUSE.iterdir()
        if not path.name.startswith("__") and path.name != "py.typed"
    }
    assert there - named == set()
    assert {name for name in named if not (HOUSE / name).exists()} == set()
