"""--guard-formulas: a spreadsheet that opens the file works nothing out; numbers stay numbers."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest
from front_door import FrontDoor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROW = {
    "id": "1",
    "a": "=1+1",
    "b": "+353861234567",
    "c": "-x",
    "d": "@sum",
    "e": "\tx",
    "f": "\rx",
    "n": -5,
    "p": -1.5,
    "s": "a=b",
    "l": ["=x", "y"],
    "=k": "",
}


def test_text_is_never_a_formula_and_numbers_are_left_alone(write):
    row = json.dumps(ROW).encode()
    seen = write(row, format="csv", columns=(), guard=True).out
    header, line = csv.reader(io.StringIO(seen, newline=""))
    assert header[-1] == '"=k"'
    assert line == [
        "1", "'=1+1", "'+353861234567", "'-x", "'@sum", "'\tx", "'\rx",
        "-5", "-1.5", "a=b", "'=x;y", "",
    ]  # fmt: skip
    assert (
        write(row, format="tsv", columns=(), guard=True)
        .out.splitlines()[1]
        .startswith("1\t'=1+1\t'+353861234567\t'-x\t'@sum\t'\\tx\t'\\rx\t-5\t-1.5\ta=b")
    )


def test_it_is_only_done_on_request(write):
    assert "\n1,=1+1,+353861234567,-x," in write(json.dumps(ROW).encode(), format="csv").out


def is_guarded(text: str) -> bool:
    """Whether a spreadsheet could read a text as a formula, told letter by letter."""
    for place, letter in enumerate(text):
        if letter in "=+-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b":
            return True
        if place == 0 and letter in "\x00\t\n\r\xa0\ufeff":
            return True
        blank = letter.isspace() or unicodedata.category(letter) == "Cc"
        if not blank and letter not in "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff":
            return False
    return False


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.integers(), min_size=1))
def test_every_text_comes_back_when_the_apostrophe_is_taken_away(write, values):
    record = {str(number): value for number, value in enumerate(values)}
    for form, sep in (("csv", ","), ("tsv", "\t")):
        seen = write(json.dumps(record).encode(), format=form, columns=(), guard=True).out
        if form == "csv":
            _, line = csv.reader(io.StringIO(seen, newline=""), delimiter=sep)
            for cell, value in zip(line, values, strict=True):
                guards = isinstance(value, str) and is_guarded(value)
                assert cell == ("'" if guards else "") + str(value)
        for cell in seen.split("\n")[1].split(sep):
            assert not cell.startswith(("=", "+", "@"))


def test_the_option_and_the_setting(run: FrontDoor) -> None:
    words = ["contacts", "list", "--limit", "3", "--fields", "phone"]
    assert "\n+" in run(*words, "-o", "csv").ok().out
    assert "\n'+" in run(*words, "-o", "csv", "--guard-formulas").ok().out
    run("config", "set", "guard_formulas", "true").ok()
    assert "\n'+" in run(*words, "-o", "csv").ok().out
    assert "'" not in run(*words, "-o", "ndjson").ok().out, "a setting is for the formats it suits"


@pytest.mark.parametrize("form", ["json", "ndjson", "table", "yaml", "ids"])
def test_elsewhere_it_is_refused(run: FrontDoor, form: str) -> None:
    ran = run("contacts", "list", "--guard-formulas", "-o", form)
    assert (ran.code, ran.requests) == (2, [])
    assert "--guard-formulas is for -o csv and -o tsv." in ran.err


BEGINNINGS = ["\n", "\x00", "\ufeff", "\xa0", " ", "\u3000", "\u200b", "\x1f\xa0\n", "\r\n"]
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_a_formula_behind_what_spreadsheets_pass_over_is_guarded(write, format):
    texts = [sign + "1+1" for sign in SIGNS]
    texts += [beginning + sign + "1" for beginning in BEGINNINGS for sign in SIGNS]
    for text in texts:
        seen = write(json.dumps({"a": text}).encode(), format=format, columns=(), guard=True).out
        cell = seen.partition("\n")[2]
        assert cell.lstrip('"').startswith("'"), repr(text)
    for text in ("a=b", "1-2", "\u00e9", "'=1", "100%"):
        row = json.dumps({"a": text}).encode()
        plain = write(row, format=format, columns=()).out
        assert write(row, format=format, columns=(), guard=True).out == plain


def test_csv_for_spreadsheets_starts_with_a_mark(run: FrontDoor) -> None:
    words = ["contacts", "list", "--limit", "2", "--fields", "id,name"]
    plain = run(*words, "-o", "csv").ok().bytes
    marked = run(*words, "-o", "csv", "--bom").ok().bytes
    assert marked == b"\xef\xbb\xbf" + plain
    none = run("contacts", "list", "--where", "name = Nope", "-o", "csv", "--bom").ok().bytes
    assert none.startswith(b"\xef\xbb\xbf")
    refused = run(*words, "-o", "tsv", "--bom")
    assert refused.code == 2
    assert "--bom is for -o csv" in refused.err
