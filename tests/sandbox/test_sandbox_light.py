"""A run of the program pays only for the part of the sandbox that it asks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from front_door import connected

CODE = """
import json, sys
from intercom_cli.app import main
main(sys.argv[1:])
below = "intercom_cli.sandbox."
found = [name.removeprefix(below) for name in sys.modules if name.startswith(below)]
print(json.dumps(found), file=sys.stderr)
"""


def loaded_by(config: Path, *words: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", CODE, *words],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "INTERCOM_CONFIG_DIR": str(config)},
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return set(json.loads(ran.stderr.splitlines()[-1]))


def areas(modules: set[str]) -> set[str]:
    """The areas of which any operation is loaded."""
    return {area for area, _, name in (module.partition(".") for module in modules) if name}


def test_only_the_first_run_makes_the_data_set(tmp_path: Path) -> None:
    config = tmp_path / "config"
    connected(config)
    assert "seeding.fill" in loaded_by(config, "tags", "list")
    again = loaded_by(config, "tags", "list")
    assert "people.tags" in again
    assert not areas(again) & {"seeding", "content", "tickets"}
    assert "consent" not in again
