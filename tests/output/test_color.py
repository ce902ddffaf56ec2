"""Colour: each stream by itself, the flag first, and no surprise from a CI system."""

from __future__ import annotations

import pytest

from intercom_cli.output.color import paint, wants_color

CI = {"GITHUB_ACTIONS": "true", "FORCE_COLOR": "1", "PY_COLORS": "1", "CI": "1"}


@pytest.mark.parametrize(
    ("choice", "environ", "terminal", "colored"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", CI, False, False),
        ("auto", CI | {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, False, False),
        ("auto", {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"CLICOLOR_FORCE": "1"}, True, False),
    ],
)
def test_the_flag_beats_no_color_beats_force_beats_the_terminal(choice, environ, terminal, colored):
    assert wants_color(choice, environ, is_terminal=terminal) is colored


def test_painted_text_ends_its_colour():
    assert paint("x", "1", "31") == "\x1b[1;31mx\x1b[0m"
    assert paint("", "1") == ""
    assert paint("x") == "x"


@pytest.mark.parametrize("format", ["table", "json", "ndjson", "csv", "tsv", "yaml", "ids"])
@pytest.mark.parametrize("one", [False, True])
@pytest.mark.parametrize("env", [{"NO_COLOR": "1"} | CI, {"TERM": "dumb"} | CI])
def test_no_escape_byte_reaches_a_terminal_without_colour(write, format, one, env):
    seen = write(
        format=format, one=one, env=env, terminal=True, err_terminal=True, fields="id,nmae,name"
    )
    assert b"\x1b" not in seen.bytes
    assert "\x1b" not in seen.err
    assert seen.err == "warning: No record has nmae; did you mean name?\n"


def test_with_colour_customers_have_no_say_in_it(write):
    seen = write(terminal=True, env={"COLUMNS": "160"}).out
    assert "\x1b[31m" not in seen
    assert seen.count("\x1b[36m6540e51a") == 2
    assert "␛[31mBob␛[0m" in seen


def test_each_stream_is_judged_alone(write):
    seen = write(fields="nope", err_terminal=True)
    assert b"\x1b" not in seen.bytes
    assert seen.err == "\x1b[33mwarning:\x1b[0m No record has nope.\n"
