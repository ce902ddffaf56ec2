"""--fields: the same shape with less in it, or just these columns."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from output_case import ANN, BOB

from intercom_cli.output.paths import ABSENT, project, reach, wanted


def test_json_keeps_its_shape_and_takes_the_asked_order(write):
    assert write(fields="location.country,id,custom_attributes.serial").out == (
        '{"location":{"country":"Ireland"},"id":"6540e51aa1b2c3d4e5f60718","custom_attributes":{"serial":9007199254740993}}\n'
        '{"location":null,"id":"6540e51aa1b2c3d4e5f60719","custom_attributes":{"serial":null}}\n'
    )


def test_paths_go_through_lists(write):
    seen = write(ANN, fields="tags.data.name,companies.data.0.id", format="csv")
    assert seen.out == "tags.data.name,companies.data.0.id\nvip;:smile:,c1\n"
    assert (
        write(ANN, fields="tags.data.name").out
        == '{"tags":{"data":[{"name":"vip"},{"name":":smile:"}]}}\n'
    )


def test_a_star_is_every_key_of_all_records(write):
    assert write(fields="id,custom_attributes.*", format="csv").out == (
        "id,custom_attributes.plan,custom_attributes.score,custom_attributes.serial,custom_attributes.note\n"
        "6540e51aa1b2c3d4e5f60718,pro,1.10,9007199254740993,\n"
        '6540e51aa1b2c3d4e5f60719,,,,"one\ntwo\tthree"\n'
    )
    assert (
        write(BOB, fields="custom_attributes.*").out
        == '{"custom_attributes":{"note":"one\\ntwo\\tthree"}}\n'
    )


def test_the_nouns_own_columns_keep_their_titles_and_kinds(write):
    assert write(ANN, fields="created_at,companies,name", format="table").out == (
        "Created               Companies  Name\n2025-11-18T08:00:00Z         12  Order [/close] please\n"
    )


@pytest.mark.parametrize("format", ["ndjson", "json", "csv", "table", "yaml"])
def test_a_field_that_no_record_has_is_null_and_warned_about_once(write, format):
    seen = write(fields="id,emial,custom_attributes.plna,location.city", format=format)
    assert seen.err == (
        "warning: No record has emial; did you mean email?\n"
        "warning: No record has custom_attributes.plna; did you mean custom_attributes.plan?\n"
    )
    assert seen.error is None


def test_a_field_that_some_record_has_is_not_warned_about(write):
    assert write(BOB, ANN, fields="phone,custom_attributes.plan").err == ""


def test_one_record_shows_just_the_fields(write):
    seen = write(
        ANN,
        one=True,
        terminal=True,
        color="never",
        fields="name,location.country,custom_attributes.*",
    )
    assert seen.out == (
        "name                 Order [/close] please\n"
        "location.country     Ireland\n"
        "custom_attributes.*\n"
        "  plan               pro\n"
        "  score              1.10\n"
        "  serial             9007199254740993\n"
    )


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["*", "id"], b'{"a":{"b":1,"d":2,"e":3},"c":4}'),
        (["a", "a.b"], b'{"a":{"b":1,"d":2,"e":3}}'),
        (["a.b", "a"], b'{"a":{"b":1,"d":2,"e":3}}'),
        (["a.b", "c", "a.d"], b'{"a":{"b":1,"d":2},"c":4}'),
        (["a.*"], b'{"a":{"b":1,"d":2,"e":3}}'),
    ],
)
def test_paths_below_one_object_are_shown_in_it(paths, expected):
    assert project(b'{"a":{"b":1,"d":2,"e":3},"c":4}', wanted(paths)) == expected


def test_a_key_with_a_dot_is_found():
    assert reach({"a": {"b.c": 1}}, "a.b.c") == 1
    assert reach({"a": [{"b": [1, 2]}, {"b": [3]}, {}]}, "a.b") == [1, 2, 3]
    assert reach({"a": [1]}, "a.5") is ABSENT
    assert reach({"a": 1}, "a.b") is ABSENT


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('ab\n"é'),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("ab", min_size=1), JSON))
def test_a_field_is_passed_on_as_it_is(record):
    row = json.dumps(record, ensure_ascii=False).encode()
    kept = json.loads(project(row, wanted(["a", "zz"])))
    assert kept == {"a": record.get("a"), "zz": None}
