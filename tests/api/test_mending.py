"""Answers with text that no reader of JSON takes."""

from __future__ import annotations

import json

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Unreachable, connected
from hypothesis import given
from hypothesis import strategies as st

from intercom_cli.api.mending import mended


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (rb'"\ud83d\ude00"', rb'"\ud83d\ude00"'),
        (rb'"\uD83D\uDE00"', rb'"\uD83D\uDE00"'),
        (rb'"\ud83d"', rb'"\ufffd"'),
        (rb'"\ude00\ud83d!"', rb'"\ufffd\ufffd!"'),
        (rb'"\ud83d\ud83d\ude00"', rb'"\ufffd\ud83d\ude00"'),
        (rb'"\\ud83d"', rb'"\\ud83d"'),
        (rb'"\\\ud83d"', rb'"\\\ufffd"'),
        (b'"caf\xe9"', '"caf\ufffd"'.encode()),
        ('"caf\u00e9\u2028"'.encode(), '"caf\u00e9\u2028"'.encode()),
        (b"", b""),
    ],
)
def test_only_what_cannot_be_read_is_replaced(body: bytes, whole: bytes) -> None:
    assert mended(body) == whole


@given(st.text(alphabet=st.characters(codec=None)), st.booleans())
def test_whatever_json_holds_can_be_read_afterwards(text: str, escaped: bool) -> None:
    body = json.dumps(text, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    read = json.loads(mended(body).decode())
    assert not any(0xD800 <= ord(letter) < 0xE000 for letter in read)
    if not any(0xD800 <= ord(letter) < 0xE000 for letter in text):
        assert mended(body) == body


FORMATS = ["table", "json", "ndjson", "csv", "tsv", "yaml", "ids"]


@pytest.mark.parametrize("spoilt", [rb"half \ud83d", b"latin caf\xe9"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_spoilt_name_does_not_spoil_the_page(tmp_path, spoilt, form):
    rows = b'{"type":"contact","id":"1","name":"%b"},{"type":"contact","id":"2"}' % spoilt
    page = httpx.Response(
        200,
        headers={"content-type": "application/json"},
        content=b'{"type":"list","data":[%b],"total_count":2}' % rows,
    )
    connected(tmp_path)
    door = FrontDoor(tmp_path, Unreachable())
    ran = door.scripted(page, words=["contacts", "list", "-o", form]).ok()
    assert form == "ids" or "half" in ran.out or "latin" in ran.out


@pytest.mark.parametrize(
    "words", [["tags", "get", "1"], ["contacts", "list"], ["request", "/x", "--all"]]
)
def test_an_answer_of_thousands_of_levels_is_an_answer_that_makes_no_sense(tmp_path, words):
    body = b'{"id":"1","a":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    answer = httpx.Response(200, headers={"content-type": "application/json"}, content=body)
    connected(tmp_path)
    ran = FrontDoor(tmp_path, Unreachable()).scripted(answer, words=[*words, "-o", "json"])
    assert ran.code == 9
