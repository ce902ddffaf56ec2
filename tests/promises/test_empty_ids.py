"""A variable of a script that was never set is no id, wherever in a request it would go."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

LINES = (
    ["conversations", "redact", "7", ""],
    ["conversations", "redact", "", "31"],
    ["conversations", "redact", "", "--source"],
    ["contacts", "merge", "", "--into", "6762f0dd1bb69f9f2193bb83"],
    ["contacts", "merge", "6762f0dd1bb69f9f2193bb83", "--into", " "],
    ["contacts", "delete", ""],
    ["companies", "attach", "6762f0dd1bb69f9f2193bb83", ""],
    ["conversations", "close", "12", ""],
    ["tickets", "link", "215470000023", ""],
    ["tickets", "close", ""],
    ["companies", "bulk-delete", "", "--api-version", "Preview"],
)


@pytest.mark.parametrize("words", LINES, ids=[" ".join(words) for words in LINES])
def test_an_empty_id_is_refused_before_anything_is_sent(run: FrontDoor, words: list[str]) -> None:
    for flag in ("--yes", "--dry-run"):
        ran = run(*words, flag, transport=Unreachable())
        assert ran.code == 2, ran.err
        assert "cannot be" in ran.error["message"]
