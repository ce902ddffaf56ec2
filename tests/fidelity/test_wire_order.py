"""The order of search results, and that pages keep it."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk, one

EVERYBODY = {"operator": "OR", "value": [one("role", "=", "user"), one("role", "=", "lead")]}


@pytest.fixture(scope="module")
def team() -> Desk:
    """Five people, some without a value, some with the same; the tests only read."""
    desk = Desk()
    for name, fields in {
        "Ann": {"email": "a@x.test", "custom_attributes": {"seats": 2}},
        "Bob": {"email": "b@x.test", "custom_attributes": {"seats": 2}},
        "Cid": {"role": "lead"},
        "Dan": {"role": "lead", "custom_attributes": {"seats": -5}},
        "Eve": {"external_id": "e"},
    }.items():
        desk.contact(name=name, **fields)
        desk.now += 1
    return desk


@pytest.mark.parametrize("order", ["desc", "asc", "ASCENDING", "", None, 1])
def test_only_two_words_are_an_order(team: Desk, order: Any) -> None:
    body = {"query": one("role", "=", "user"), "sort": {"field": "name", "order": order}}
    error = team.refused(400, "POST", "/contacts/search", body)
    assert error["code"] == "invalid_sort_order"
    assert "Must be one of: ascending, descending" in error["message"]
    # Before 2.16 it went through in silence.
    assert team.ask("POST", "/contacts/search", body, version="2.15").status == 200


@pytest.mark.parametrize(
    "field", ["name", "email", "created_at", "last_seen_at", "role", "custom_attributes.seats"]
)
def test_pages_keep_their_order_also_where_values_are_missing_or_equal(
    team: Desk, field: str
) -> None:
    for order in ("ascending", "descending"):
        sort = {"field": field, "order": order}
        whole = [row["id"] for row in team.search(EVERYBODY, sort=sort)["data"]]
        assert len(whole) == 5
        ids, paging = [], {"per_page": 2}
        while True:
            page = team.search(EVERYBODY, sort=sort, pagination=paging)
            ids += [row["id"] for row in page["data"]]
            if "next" not in page["pages"]:
                break
            paging = {"per_page": 2, "starting_after": page["pages"]["next"]["starting_after"]}
        assert ids == whole


def test_order_is_descending_by_default(team: Desk) -> None:
    query = one("role", "=", "user")
    named = [row["name"] for row in team.search(query, sort={"field": "created_at"})["data"]]
    assert named == ["Eve", "Bob", "Ann"]
