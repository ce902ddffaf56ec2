"""Paths: one way to name a value, in --fields, --set, --where, --sort, --group-by and headings."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress

import httpx2 as httpx
import pytest
from front_door import FrontDoor, answer
from hypothesis import given
from hypothesis import strategies as st

from intercom_cli import paths
from intercom_cli.errors import Misuse
from intercom_cli.output.paths import project, wanted

ODD = {
    "Est. time": "3h",
    "Est": {" time": "nested"},
    "a,b": 1,
    "x[0]": "bracket",
    "it's": "apostrophe",
    'say "hi"': "quotes",
    "back\\slash": "b",
    "plain": "p",
    "a.b.c": "dots",
    "=k": "sign",
}
RECORD = {"type": "contact", "id": "c1", "email": "a@b.test", "custom_attributes": ODD}


def listed(record=RECORD):
    return answer({"type": "list", "data": [record], "total_count": 1, "pages": None})


def path_of(name: str) -> str:
    return f"custom_attributes.{paths.quote(name)}"


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("format", ["ndjson", "json", "csv", "yaml", "table"])
def test_a_field_of_any_name_is_shown_by_its_quoted_path(run: FrontDoor, name, format):
    words = ["contacts", "list", "--fields", path_of(name), "-o", format]
    ran = run.scripted(listed(), words=words).ok()
    assert ran.err == ""
    if format in {"ndjson", "json"}:
        [row] = ran.rows if format == "ndjson" else ran.json
        assert row == {"custom_attributes": {name: ODD[name]}}
    elif format == "csv":
        head, row = csv.reader(io.StringIO(ran.out, newline=""))
        assert head == [path_of(name)]
        value = ODD[name]
        assert row == [json.dumps(value, separators=(",", ":")) if name == "Est" else str(value)]
    else:
        assert "nested" in ran.out or str(ODD[name]) in ran.out


def test_each_attribute_has_a_column_of_its_own_whose_heading_shows_just_it(run: FrontDoor):
    whole = run.scripted(listed(), words=["contacts", "list", "-o", "csv"]).ok()
    head, row = csv.reader(io.StringIO(whole.out, newline=""))
    assert len(set(head)) == len(head)
    for heading, cell in zip(head, row, strict=True):
        words = ["contacts", "list", "-o", "csv", "--fields", heading]
        again = run.scripted(listed(), words=words).ok()
        assert list(csv.reader(io.StringIO(again.out, newline=""))) == [[heading], [cell]]


@pytest.mark.parametrize("name", ODD)
def test_set_writes_the_same_field_that_fields_shows(run: FrontDoor, name):
    words = ["contacts", "update", "6b01255040a980bd3f4ed95a", "--dry-run", "--no-validate"]
    ran = run(*words, "--set", f"{path_of(name)}=new").ok()
    assert ran.json["body"] == {"custom_attributes": {name: "new"}}


def test_a_name_with_a_dot_is_not_split_by_set(run: FrontDoor):
    words = ["contacts", "update", "6b01255040a980bd3f4ed95a", "--dry-run"]
    ran = run(*words, "--set", "custom_attributes.Est. time=3h", "-o", "json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.error["hint"] == 'quote a name with a dot: custom_attributes."Est. time"'


@pytest.mark.parametrize("name", ["Est. time", "a,b", "x[0]", "it's", "plain", "a.b.c", "=k"])
def test_where_takes_the_same_path_and_asks_for_intercoms_name(run: FrontDoor, name):
    words = ["contacts", "list", "--where", f"{path_of(name)} ~ s", "--limit", "5"]
    ran = run(*words, transport=Workspace()).ok()
    assert ran.rows == [RECORD]
    [body] = [body for body in ran.bodies() if body]
    assert body["query"]["field"] == f"custom_attributes.{name}"


class Workspace(httpx.BaseTransport):
    """A workspace with the odd attributes, all of them text, and one contact."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path != "/data_attributes":
            return listed()
        known = [
            {"name": name, "full_name": f"custom_attributes.{name}", "data_type": "string"}
            for name in ODD
        ]
        named = [{**one, "label": one["name"], "model": "contact", "custom": True} for one in known]
        return answer({"type": "list", "data": named})


@pytest.mark.parametrize("name", ["Est. time", "a,b", "x[0]", "it's", "plain", "=k"])
def test_groups_count_by_the_same_path(run: FrontDoor, name):
    words = ["contacts", "list", "--group-by", path_of(name), "--limit", "1"]
    assert run.scripted(listed(), words=words).ok().rows == [{path_of(name): ODD[name], "count": 1}]


@pytest.mark.parametrize("path", ['a."b', "a..b", "a[b", 'a."b"c', "a]b", ".a"])
@pytest.mark.parametrize("option", ["--fields", "--group-by"])
def test_what_is_no_path_is_refused_before_anything_is_sent(run: FrontDoor, path, option):
    ran = run.scripted(words=["contacts", "list", option, path, "-o", "json"])
    assert (ran.code, ran.out) == (2, "")
    assert repr(path) in ran.error["message"]


NAMES = st.lists(st.text("ab .,[]\"'\\=:(0é", min_size=1, max_size=6), min_size=1, max_size=4)


@given(NAMES)
def test_a_joined_path_reads_as_the_same_names(names):
    text = paths.join(names)
    assert list(paths.parse(text).names) == names
    assert paths.plain(text) == ".".join(names)


@given(st.lists(NAMES.map(paths.join), min_size=1, max_size=4))
def test_a_list_of_paths_is_split_where_it_was_joined(found):
    assert paths.split(", ".join(found)) == tuple(found)


@given(NAMES, st.integers())
def test_a_path_reaches_what_stands_there_and_cuts_a_record_down_to_it(names, value):
    record = value
    for name in reversed(names):
        record = {name: record, "other": None} if name != "other" else {name: record}
    text = paths.join(names)
    assert paths.reach(record, text) == value
    kept = json.loads(project(json.dumps(record).encode(), wanted([text])))
    assert paths.reach(kept, text) == value
    assert all(len(level) == 1 for level in levels(kept))


def levels(node):
    while isinstance(node, dict):
        yield node
        node = next(iter(node.values()))


@given(st.text("a.[]\"' ,", max_size=8))
def test_any_text_is_a_path_or_refused(text):
    with suppress(Misuse):
        found = paths.parse(text)
        assert paths.parse(paths.join(found.names)).names == found.names


@pytest.mark.parametrize("title", ["created_at:year", "location.country", "role"])
def test_groups_are_headed_by_what_was_typed(run: FrontDoor, title):
    ran = run("contacts", "list", "--group-by", title, "-o", "csv").ok()
    assert next(csv.reader(io.StringIO(ran.out, newline=""))) == [title, "count"]
