from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fault_server import Faults
from scripted_line import Hours, Line, Script

# Walks over several pages look at the first one again, which is as it was unless a test says else.
WALKED = {"test_pages.py", "test_guess.py"}


@pytest.fixture
def script(request: pytest.FixtureRequest) -> Iterator[Script]:
    script = Script(replays=request.node.path.name in WALKED)
    yield script
    assert not script.steps, f"{len(script.steps)} answers were never asked for"


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def line(script: Script, hours: Hours) -> Callable[..., Line]:
    def make(**options: Any) -> Line:
        return Line(script, hours, **options)

    return make


@pytest.fixture
def faults() -> Iterator[Faults]:
    server = Faults()
    yield server
    server.stop()
