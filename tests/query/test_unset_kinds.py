"""What counts as not set, by the kind of field."""

from __future__ import annotations

from typing import Any

import pytest

from intercom_cli.unset import Kind, is_cut, is_unset, kind_of, kind_of_attribute

EMPTY = {"type": "list", "data": [], "url": "/x", "total_count": 0, "has_more": False}
FULL = {"type": "list", "data": [{"id": "1"}], "url": "/x", "total_count": 1, "has_more": False}
CUT = {"type": "list", "data": [], "url": "/x", "total_count": 12, "has_more": True}
# By kind: what is not set, and what is.
TABLE: dict[Kind, tuple[list[Any], list[Any]]] = {
    "id": (
        [None, "", 0, "0", [], EMPTY, {"type": "tag.list", "tags": []}],
        ["1", 7, "00", " ", "null", [0], FULL, CUT, {"type": "admin.list", "admins": [{}]}, False],
    ),
    "text": ([None, ""], [" ", "null", "0", 0, [], False]),
    "date": ([None, 0, ""], [1, -1, "2026-01-01T00:00:00Z", "0"]),
    "number": ([None], [0, 0.0, "", 5]),
    "boolean": ([None], [False, True]),
    "object": ([None, {}], [{"type": None}, EMPTY]),
    "list": ([None, "", []], ["a", ["a"], 0]),
    "files": ([None, "", []], [[{"name": "a.png"}]]),
    "unknown": ([None, ""], [0, False, "0", " ", {}]),
}


@pytest.mark.parametrize("kind", TABLE)
def test_each_kind_of_field_has_its_own_values_that_are_not_set(kind: Kind) -> None:
    unset, given = TABLE[kind]
    assert [value for value in unset if not is_unset(value, kind)] == []
    assert [value for value in given if is_unset(value, kind)] == []


def test_attributes_are_told_by_their_data_type() -> None:
    types = ("string", "float", "boolean", "datetime", "list", "files", "something", None)
    assert [kind_of_attribute(one) for one in types] == [
        *("text", "number", "boolean", "date", "list", "files", "unknown", "unknown")
    ]
    assert kind_of("moment") == "date"
    assert kind_of("tag") == "id"


def test_a_list_is_cut_when_its_count_or_its_flag_says_so() -> None:
    assert is_cut(CUT)
    assert is_cut({**FULL, "has_more": True})
    assert is_cut({**FULL, "total_count": 2})
    assert not is_cut(FULL)
    assert not is_cut({"total_count": 3})
