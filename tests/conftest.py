"""Fixtures that every part of the suite shares."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from front_door import FrontDoor, connected, sandbox

WORKSPACE_VARIABLES = ("INTERCOM_", "NO_COLOR", "CLICOLOR", "FORCE_COLOR", "COLUMNS", "LINES")


def pytest_configure() -> None:
    """Let Ctrl-C arrive: a run started in the background ignores it, and so would its programs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what the person running it has set."""
    for name in list(os.environ):
        if name.startswith(WORKSPACE_VARIABLES) and not name.startswith("INTERCOM_TEST"):
            monkeypatch.delenv(name)


@pytest.fixture
def run(tmp_path: Path) -> Iterator[FrontDoor]:
    """The program, signed in to a fresh seeded sandbox of 250 contacts."""
    connected(tmp_path / "config")
    transport = sandbox()
    yield FrontDoor(tmp_path / "config", transport)
    transport.close()


@pytest.fixture
def alone(tmp_path: Path) -> FrontDoor:
    """The program with nothing configured."""
    from front_door import Unreachable

    return FrontDoor(tmp_path / "empty", Unreachable())


@pytest.fixture
def with_token(tmp_path: Path) -> FrontDoor:
    """The program with a token in the environment and no workspace."""
    from front_door import TOKEN, Unreachable

    environ = {"INTERCOM_ACCESS_TOKEN": TOKEN}
    return FrontDoor(tmp_path / "empty", Unreachable(), environ)
