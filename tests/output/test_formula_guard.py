"""--guard-formulas: a spreadsheet that opens the file works nothing out; numbers stay numbers."""

from __future__ import annotations

import csv
import io
import json

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


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.integers(), min_size=1))
def test_every_text_comes_back_when_the_apostrophe_is_taken_away(write, values):
    record = {str(number): value for number, value in enumerate(values)}
    for form, sep in (("csv", ","), ("tsv", "\t")):
        seen = write(json.dumps(record).encode(), format=form, columns=(), guard=True).out
        if form == "csv":
            _, line = csv.reader(io.StringIO(seen, newline=""), delimiter=sep)
            for cell, value in zip(line, values, strict=True):
                guards = isinstance(value, str) and value[:1] in tuple("=+-@\t\r")
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
