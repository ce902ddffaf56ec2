"""What customers and strangers write reaches a terminal as text, whatever command shows it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from example_lines import agreed, input_of, prepared
from front_door import FrontDoor, connected, sandbox
from hasty_clock import hurry

from intercom_cli import discovery
from intercom_cli.tree import read_command

EVIL = "\x1b[31mX\x1b]0;title\x07\u202eY\u200b\x00\x9b31m\x7f\u2028Z\r\n\tQ\ud800<b>\x1b[2J</b>"
OBEYED = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029]|\r\n"
)
KEPT = ("type", "state", "status", "id", "locale", "url", "next", "starting_after")


class Hostile(httpx.BaseTransport):
    """Puts what a terminal would obey behind every text that somebody may have written."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.inner.handle_request(request)
        try:
            body = json.loads(answer.read())
        except ValueError:
            return answer
        return httpx.Response(answer.status_code, content=json.dumps(spoiled(body)).encode())


def spoiled(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: spoiled(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [spoiled(one, key) for one in value]
    technical = key in KEPT or key.endswith(("_id", "_type", "_at", "cursor"))
    return value + EVIL if isinstance(value, str) and not technical else value


@pytest.mark.parametrize("noun", discovery.names("resources"))
def test_no_command_lets_text_through_that_a_terminal_obeys(
    noun: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    connected(tmp_path / "config", admin_id="991267459", app_id="sandbox1")
    for command in read_command(noun).commands:
        for line in command.examples:
            run = FrontDoor(tmp_path / "config", sandbox())
            hurry(run)
            words = agreed(command, prepared(run, tmp_path, line))
            stranger = Hostile(run.inner)
            ran = run(*words, stdin=input_of(line), transport=stranger, terminal=True, NO_COLOR="1")
            assert ran.code != 1, (line, ran.err)
            for text in (ran.out, ran.err):
                assert not OBEYED.search(text), (line, text)
            for path in tmp_path.rglob("*"):
                assert not OBEYED.search(path.name), (line, path)
