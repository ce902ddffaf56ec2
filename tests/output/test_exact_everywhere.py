"""Integers of any length and the order of keys survive every format that can hold them."""

from __future__ import annotations

import csv
import io
import json

import pytest
import yaml
from front_door import FrontDoor, answer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intercom_cli.output.jq import merged, run

LONG = st.integers(2**53, 2**200) | st.integers(-(2**200), -(2**53))
KEYS = st.lists(st.sampled_from(["b", "a", "z", "é", "A", "10", "9"]), min_size=1, unique=True)
RECORDS = KEYS.flatmap(
    lambda keys: st.lists(
        st.tuples(*(LONG for _ in keys)).map(lambda values: dict(zip(keys, values, strict=True))),
        min_size=1,
        max_size=4,
    )
)
LENIENT = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def rows_of(records):
    return [json.dumps(record, ensure_ascii=False).encode() for record in records]


def back(form, text):
    """What a format's reader gets, each record as its pairs in their order."""
    if form == "json":
        return [list(row.items()) for row in json.loads(text)]
    if form == "ndjson":
        return [list(json.loads(line).items()) for line in text.splitlines()]
    if form == "yaml":
        return [list(row.items()) for row in yaml.safe_load(text)]
    if form == "table":
        head, *lines = [line.split() for line in text.splitlines()]
    else:
        delimiter = "," if form == "csv" else "\t"
        head, *lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[(k, int(v)) for k, v in zip(head, line, strict=True)] for line in lines]


FORMS = ["json", "ndjson", "yaml", "csv", "tsv", "table"]


@pytest.mark.parametrize("form", FORMS)
@LENIENT
@given(RECORDS)
def test_records_come_back_exactly(write, form, records):
    seen = write(*rows_of(records), format=form, columns=()).out
    assert back(form, seen) == [list(record.items()) for record in records]


@pytest.mark.parametrize("form", FORMS)
@LENIENT
@given(RECORDS)
def test_fields_come_in_the_order_that_was_asked_for(write, form, records):
    wanted = sorted(records[0])
    seen = write(*rows_of(records), format=form, columns=(), fields=",".join(wanted)).out
    assert back(form, seen) == [[(key, record[key]) for key in wanted] for record in records]


@LENIENT
@given(RECORDS)
def test_jq_passes_on_what_it_does_not_compute(records):
    told = list(run(".[]", merged(rows_of(records)), pytest.fail))
    wanted = [list(record.items()) for record in records]
    assert [list(json.loads(one).items()) for one in told] == wanted


@pytest.mark.parametrize("form", FORMS)
def test_jq_and_groups_keep_long_integers_in_every_format(run: FrontDoor, form: str) -> None:
    long = [2**53 + 1, 2**64 + 1, 2**53 + 1]
    rows = [{"id": str(n), "x": value} for n, value in enumerate(long)]
    page = answer({"type": "list", "data": rows, "total_count": 3})
    words = ["tags", "list", "--group-by", "x", "-o", form]
    text = run.scripted(page, words=words).out
    if form == "table":
        text = text.replace("Count", "count")
    assert back(form, text) == [
        [("x", 2**53 + 1), ("count", 2)],
        [("x", 2**64 + 1), ("count", 1)],
    ]
    page = answer({"type": "list", "data": rows, "total_count": 3})
    words = ["tags", "list", "--jq", ".[].x", "-o", form]
    text = run.scripted(page, words=words).out
    assert str(2**53 + 1) in text
    assert str(2**64 + 1) in text
