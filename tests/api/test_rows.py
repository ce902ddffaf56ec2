from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intercom_cli.api.rows import id_of, key_of, rows
from intercom_cli.api.seen import Seen
from intercom_cli.errors import ServerFailed

A, B = b'{"id":"a"}', b'{"id":"b"}'
LIST = b"[" + A + b"," + B + b"]"


@pytest.mark.parametrize(
    ("key", "body"),
    [
        ("data", b'{"type":"list","data":%s,"total_count":2}'),
        ("conversations", b'{"type":"conversation.list","conversations":%s}'),
        ("data.articles", b'{"type":"list","data":{"articles":%s,"highlights":[]}}'),
        ("", b'{"type":"list","data":%s}'),
        ("", b'{"type":"team.list","teams":%s,"notes":"x","ids":[1,2]}'),
        ("data", b'{"type":"admin.list","admins":%s}'),
        ("companies", b'{"type":"list","data":%s}'),
        ("", b'{"type":"list","data":{"articles":%s}}'),
        ("data", b"%s"),
        ("", b'\n {"data":%s} \n'),
    ],
)
def test_rows_are_found_wherever_they_are(key, body):
    assert rows(body % LIST, key).rows == [A, B]


def test_everything_around_the_rows_is_kept():
    found = rows(b'{"data":[],"pages":{"next":null},"total_count":"7","x":1}', "data")
    assert found.around == {"pages": {"next": None}, "total_count": "7", "x": 1}
    assert (found.total, found.pages) == (7, {"next": None})


@pytest.mark.parametrize(
    "body",
    [b'{"data":[]}', b'{"data":null}', b"[]", b'{"type":"list","total_count":0}'],
)
def test_no_rows_are_no_rows(body):
    assert rows(body, "data").rows == []


@pytest.mark.parametrize("body", [b"", b"  ", b'"x"', b"3", b"true", b"null", b'{"ok":true}'])
def test_what_is_no_list_is_no_empty_list(body):
    with pytest.raises(ServerFailed):
        rows(body, "data")


def test_nothing_is_nothing_where_no_list_was_asked_for():
    assert rows(b"").rows == []


def test_one_record_in_place_of_a_list_is_an_error_where_there_can_be_several():
    with pytest.raises(ServerFailed, match="one record"):
        rows(A, "data", one=False)
    assert rows(b"[" + A + b"]", "data", one=False).rows == [A]


def test_one_record_in_place_of_a_list_is_one_row():
    body = b'{"type":"company","id":"1","tags":{"type":"list","tags":[{"id":"t"}]},"parts":[{}]}'
    assert rows(body, "data").rows == [body]
    assert rows(body).rows == [body]


@pytest.mark.parametrize(
    "body", [b'{"type":"list","stuff":[1]}', b'{"type":"list","a":[{}],"b":[{}]}', b'{"a":[{}],"b":[{}]}']
)  # fmt: skip
def test_a_list_whose_rows_are_nowhere_is_an_error(body):
    with pytest.raises(ServerFailed, match="has no 'data'"):
        rows(body, "data")


def test_an_unknown_answer_without_a_list_is_one_row():
    assert rows(b'{"ok":true}').rows == [b'{"ok":true}']
    assert rows(b"3").rows == [b"3"]


@pytest.mark.parametrize("body", [b"<html>", b'{"data":[', b'{"data":[{]}', b'{"data":[{}]} x'])
def test_what_is_not_json_is_the_servers_fault(body):
    with pytest.raises(ServerFailed):
        rows(body, "data").rows  # noqa: B018


def test_rows_are_the_bytes_that_came():
    row = b'{"id": "a",  "n": 12345678901234567890123, "f": 1.10, "s": "\\u00e9\\n\xc3\xa9"}'
    assert rows(b'{"data": [' + row + b"]}", "data").rows == [row]


def test_a_row_over_several_lines_becomes_one_line():
    body = b'{\n "data": [\r\n  {"id": "a",\n   "n": 1.10, "big": 1e400, "s": "x \\n y"}\n ]\n}\n'
    assert rows(body, "data").rows == [b'{"id":"a","n":1.10,"big":1e400,"s":"x \\n y"}']


@given(
    st.lists(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=8,
        )
    ),
    st.sampled_from([None, 1]),
)
@settings(max_examples=60, deadline=None)
def test_any_rows_survive(values, indent):
    body = json.dumps({"data": values}, indent=indent).encode()
    found = rows(body, "data").rows
    assert [json.loads(row) for row in found] == values
    assert not any(b"\n" in row for row in found)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (A, "a"),
        (b'{"id":12345678901234567890123}', "12345678901234567890123"),
        (b'{"id":null}', None),
        (b'{"id":{"x":1}}', None),
        (b'{"name":"x"}', None),
        (b"3", None),
    ],
)
def test_ids_are_read_as_text(row, expected):
    assert id_of(row) == expected


def test_records_of_two_types_may_share_an_id():
    assert key_of(b'{"type":"article","id":"1"}') != key_of(b'{"type":"snippet","id":"1"}')


def test_ids_seen_are_remembered_in_little_memory():
    seen = Seen()
    keys = [f"contact {number:024x}" for number in range(20_000)]
    assert all(seen.add(key) for key in keys)
    assert not any(seen.add(key) for key in keys)
    assert seen.slots.itemsize * len(seen.slots) <= 27 * len(keys)
