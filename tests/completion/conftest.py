"""A desk for the tests that drive shells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shell_lines import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk; whatever the test does, no watched program may have run."""
    made = Desk(tmp_path / "desk with blanks")
    yield made
    made.check_nothing_ran()
