from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from front_door import FrontDoor, connected, sandbox
from real_process import seeded


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """The program, signed in to a sandbox that the tests of a module only read."""
    config = tmp_path_factory.mktemp("reader") / "config"
    connected(config)
    transport = sandbox()
    yield FrontDoor(config, transport)
    transport.close()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A configuration for the installed program, connected to a sandbox file."""
    return seeded(tmp_path_factory.mktemp("installed") / "config", 250)
