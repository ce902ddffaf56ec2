"""A workflow file, written and run."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from front_door import FrontDoor, Ran


class Flow:
    """Writes a workflow into a file and runs the program on it."""

    def __init__(self, run: FrontDoor, folder: Path) -> None:
        self.run = run
        self.file = folder / "flow.yaml"

    def write(self, text: str) -> Path:
        self.file.write_text(dedent(text), encoding="utf-8")
        return self.file

    def __call__(self, text: str, *words: str, **more: Any) -> Ran:
        return self.run("workflow", "run", str(self.write(text)), "--yes", *words, **more)

    def check(self, text: str, *words: str) -> Ran:
        return self.run("workflow", "check", str(self.write(text)), *words)

    def log(self) -> Path:
        [found] = (self.run.config / "data" / "runs").glob("*.ndjson")
        return found


@pytest.fixture
def flow(run: FrontDoor, tmp_path: Path) -> Flow:
    return Flow(run, tmp_path)
