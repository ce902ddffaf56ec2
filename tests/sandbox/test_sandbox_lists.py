"""Lists of contacts: pages, cursors, and what is cut at ten."""

from __future__ import annotations

import base64

import pytest


def test_a_list_gives_ten_unless_asked_otherwise(world):
    page = world.get("/contacts")
    assert len(page["data"]) == page["pages"]["per_page"] == 10
    assert page["total_count"] == 250
    assert page["pages"]["total_pages"] == 25
    assert page["pages"]["next"]["page"] == 2


@pytest.mark.parametrize("size", [1, 7, 10, 149, 150])
def test_walking_the_cursors_meets_each_contact_once(make_world, size):
    world = make_world(contacts=60)
    ids = [contact["id"] for contact in world.all_contacts(size)]
    assert len(ids) == len(set(ids)) == 60


@pytest.mark.parametrize("size", ["151", "0", "-1", "x", "1.5", "9" * 30])
def test_a_page_size_that_cannot_be_is_400(world, size):
    assert world.refusal("GET", f"/contacts?per_page={size}")[:2] == (400, "parameter_invalid")


@pytest.mark.parametrize(
    "cursor",
    ["x", "%3D", "W10%3D", base64.b64encode(b"{}").decode(), base64.b64encode(b"[1,2,3]").decode()],
)
def test_a_cursor_nobody_gave_out_is_400(world, cursor):
    assert world.refusal("GET", f"/contacts?starting_after={cursor}")[:2] == (400, "client_error")


def test_a_page_number_is_ignored_by_lists_that_have_cursors(world):
    assert world.get("/contacts?page=2")["data"] == world.get("/contacts")["data"]


def test_lists_come_by_last_activity_so_they_shift(world):
    last = world.all_contacts()[-1]
    world.put(f"/contacts/{last['id']}", {"last_seen_at": world.clock.now})
    assert world.get("/contacts?per_page=1")["data"][0]["id"] == last["id"]


def test_an_empty_list_has_no_pages(make_world):
    page = make_world(contacts=0).get("/contacts")
    assert page["data"] == []
    assert page["pages"] == {"type": "pages", "page": 1, "per_page": 10, "total_pages": 0}


def crowded(world):
    return next(c for c in world.all_contacts() if c["tags"]["total_count"] > 10)


@pytest.mark.parametrize("part", ["tags", "notes", "companies"])
def test_nested_lists_are_cut_at_ten_and_whole_at_their_address(world, part):
    nested = crowded(world)[part]
    assert (len(nested["data"]), nested["total_count"], nested["has_more"]) == (10, 12, True)
    whole = world.get(nested["url"])["data"]
    assert len(whole) == 12
    assert [entry["id"] for entry in nested["data"]] == [entry["id"] for entry in whole[:10]]
    assert nested["data"][0]["url"] == f"/{part}/{nested['data'][0]['id']}"


def test_the_companies_of_a_contact_come_by_page_with_an_address_for_the_next(world):
    target = f"/contacts/{crowded(world)['id']}/companies"
    first = world.get(f"{target}?per_page=7", host="127.0.0.1:99")
    assert first["pages"]["next"] == f"http://127.0.0.1:99{target}?page=2&per_page=7"
    second = world.get(f"{target}?page=2&per_page=7")
    assert second["pages"]["next"] is None
    assert len({company["id"] for company in first["data"] + second["data"]}) == 12
    assert world.refusal("GET", f"{target}?per_page=61")[0] == 400


def test_notes_come_by_page(world):
    target = f"/contacts/{crowded(world)['id']}/notes"
    pages = [world.get(f"{target}?per_page=5&page={number}") for number in (1, 2, 3, 4)]
    assert [len(page["data"]) for page in pages] == [5, 5, 2, 0]
    assert pages[0]["pages"]["next"] == {"page": 2}
    assert pages[2]["pages"]["next"] is None
