"""Text from elsewhere never reaches a terminal with power over it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intercom_cli.output.clean import clean, clean_lines, escape_json

BIDI = {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C)
}
LINE_BREAKS = {"\u2028", "\u2029"}
SPECIAL = st.sampled_from(
    "\x1b\x07\x9b\x9d\r\n\t\x7f\u202e\u2066\u200b\u200c\u200d\u2028\ufeffaé日م\ud800"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Order [/close] please", "Order [/close] please"),
        (
            "[red]x :smile: [link=https://evil]click[/link]",
            "[red]x :smile: [link=https://evil]click[/link]",
        ),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x1b]52;c;ZXZpbA==\x1b\\", "␛]52;c;ZXZpbA==␛\\"),
        ("\x9b31mred", "�31mred"),
        ("a\x7fb\x00", "a␡b␀"),
        ("one\r\ntwo\nthree\tfour", "one two three four"),
        ("safe\rerror", "safe␍error"),
        ("gpj.\u202eexe", "gpj.�exe"),
        ("\u2067x\u2069", "�x�"),
        ("ad\u200bmin", "admin"),
        ("ad\u200d\u200cmin", "admin"),
        ("\ufeffname\u200e", "name"),
        ("hi\U000e0041\U000e0042", "hi"),
        ("\ud800", "�"),
        ("a\u2028b", "a b"),
    ],
)
def test_each_trick_is_neutralised(text, shown):
    assert clean(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "שלום עולם",
        "مرحبا",
        "می\u200cخواهم",  # noqa: RUF001 — Persian
        "क्\u200dष",
        "👨\u200d👩\u200d👧 👍🏽 🇮🇪 1️⃣",
        "e\u0301 ñ Ż",
        "日本語 한국어",
        "naïve “quoted”",
    ],
)
def test_writing_systems_and_emoji_stay_exact(text):
    assert clean(text) == text


@given(st.text() | st.text(SPECIAL))
def test_no_control_or_direction_character_survives_and_cleaning_again_changes_nothing(text):
    result = clean(text)
    kinds = {unicodedata.category(character) for character in result}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(result) & BIDI
    assert clean(result) == result


@given(st.text() | st.text(SPECIAL))
def test_lines_keep_only_their_breaks(text):
    assert all(line == clean(line) for line in clean_lines(text).split("\n"))


def test_lines_of_all_kinds_are_kept():
    assert clean_lines("a\r\nb\nc\u2028d\x1b") == "a\nb\nc\nd␛"


@given(st.text(SPECIAL.filter(lambda c: c != "\ud800")))
def test_json_on_a_terminal_is_the_same_json(text):
    data = json.dumps({text: text}, ensure_ascii=False).encode()
    shown = escape_json(data)
    assert json.loads(shown) == json.loads(data)
    assert not set(shown.decode()) & (BIDI | LINE_BREAKS | {"\x9b", "\x7f", "\x1b"})


def test_json_beyond_the_basic_plane_is_escaped_in_pairs():
    assert escape_json('"\U000e0041"'.encode()) == b'"\\udb40\\udc41"'
