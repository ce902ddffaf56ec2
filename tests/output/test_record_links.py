"""Ids of a table lead to the web app, where the terminal is known to understand links."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from front_door import TOKEN, FrontDoor, answer
from hypothesis import given
from hypothesis import strategies as st

from intercom_cli.output.layout import width_of
from intercom_cli.output.links import linked, wants_links

LINK = re.compile("\x1b]8;;([^\x1b]*)\x1b\\\\(.*?)\x1b]8;;\x1b\\\\")
COLOR = re.compile("\x1b\\[[0-9;]*m")
LONG = "6540e51aa1b2c3d4e5f60718"
ROWS = [
    {"type": "contact", "id": LONG, "name": "7 日本", "role": "user"},
    {"type": "contact", "id": "7", "name": "x 7", "role": "lead"},
]
ME = {
    "type": "admin",
    "id": "1",
    "email": "ruth@acme.test",
    "name": "Ruth",
    "app": {"type": "app", "id_code": "abc123", "name": "Acme", "region": "EU"},
}
KITTY = {"TERM": "xterm-kitty", "COLUMNS": "200"}
APP = "https://app.eu.intercom.com/a/apps/abc123/users/"


class World(httpx.BaseTransport):
    """A workspace with two contacts."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/me":
            return answer(ME)
        return answer({"type": "list", "data": ROWS, "total_count": 2})


@pytest.fixture
def real(tmp_path: Path) -> FrontDoor:
    """The program connected to a workspace that has a web app."""
    run = FrontDoor(tmp_path / "config", World())
    run("connect", "--token-stdin", stdin=TOKEN).ok()
    return run


def table(run: FrontDoor, *words: str, **environ: str) -> str:
    ran = run("contacts", "list", *words, terminal=True, **{**KITTY, **environ}).ok()
    assert len(ran.requests) == 1, "a link costs no request"
    return ran.out


@pytest.mark.parametrize("color", [{}, {"NO_COLOR": "1"}])
def test_each_id_is_a_link_to_its_record(real: FrontDoor, color: dict[str, str]) -> None:
    seen = table(real, **color)
    assert LINK.findall(seen) == [(APP + LONG, LONG), (APP + "7", "7")]
    assert ("\x1b[" in seen) == (not color)


def test_links_take_no_room(real: FrontDoor) -> None:
    plain = table(real, FORCE_HYPERLINK="0")
    assert LINK.sub(r"\2", table(real)) == plain
    for line in table(real, COLUMNS="60").splitlines():
        assert width_of(COLOR.sub("", LINK.sub(r"\2", line))) <= 60


def test_an_id_that_is_not_first_is_the_link_all_the_same(real: FrontDoor) -> None:
    seen = table(real, "--fields", "name,id")
    assert LINK.findall(seen) == [(APP + LONG, LONG), (APP + "7", "7")]
    assert "x 7" in seen.splitlines()[-1], "the same text before it is none"
    assert LINK.findall(table(real, "--fields", "name")) == []


@pytest.mark.parametrize(
    "environ",
    [{"TERM": "dumb"}, {"TERM": "xterm-256color"}, {"TERM": "dumb", "FORCE_HYPERLINK": "1"},
     {"FORCE_HYPERLINK": "0"}, {"TMUX": "/tmp/x"}],
)  # fmt: skip
def test_where_links_are_not_known_to_work_there_are_none(
    real: FrontDoor, environ: dict[str, str]
) -> None:
    assert "\x1b]8" not in table(real, **environ)


def test_links_can_be_forced_and_switched_off(real: FrontDoor) -> None:
    assert LINK.search(table(real, TERM="xterm", FORCE_HYPERLINK="1"))
    assert "\x1b" not in table(real, "--color", "never")
    assert "\x1b" not in table(real, "--color", "never", FORCE_HYPERLINK="1")


def test_a_pipe_never_gets_one(real: FrontDoor) -> None:
    ran = real("contacts", "list", "-o", "table", **KITTY, FORCE_HYPERLINK="1").ok()
    assert b"\x1b" not in ran.bytes


def test_a_sandbox_has_no_web_app(run: FrontDoor) -> None:
    assert "\x1b]8" not in run("contacts", "list", terminal=True, **KITTY).ok().out


def test_with_only_a_token_nothing_is_asked_for_a_link(tmp_path: Path) -> None:
    run = FrontDoor(tmp_path / "empty", World(), {"INTERCOM_ACCESS_TOKEN": TOKEN})
    assert "\x1b]8" not in table(run)


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "7200"}, True),
        ({"VTE_VERSION": "5000"}, False),
        ({"VTE_VERSION": "x"}, False),
        ({"KITTY_WINDOW_ID": "1"}, True),
        ({"WT_SESSION": "a-b"}, True),
        ({"KITTY_WINDOW_ID": "1", "TERM": "screen-256color"}, False),
        ({}, False),
    ],
)
def test_terminals_are_known_by_what_they_set(environ: dict[str, Any], wanted: bool) -> None:
    assert wants_links("auto", environ, is_terminal=True) is wanted
    assert not wants_links("auto", environ, is_terminal=False)


@given(st.text("ab7é日", max_size=6), st.text("7x", min_size=1, max_size=3), st.text("7z"))
def test_the_right_text_becomes_the_link(before: str, text: str, after: str) -> None:
    colored = f"\x1b[1m{before}\x1b[0m\x1b[36m{text}\x1b[0m{after}"
    found = linked(colored, len(before), text, "https://a.test")
    assert LINK.sub(r"\2", found) == colored
    assert COLOR.sub("", found).startswith(before + "\x1b]8;;https://a.test\x1b\\" + text)
