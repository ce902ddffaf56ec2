"""Help centers: collections one inside the other, redirects, and the news."""

from __future__ import annotations

import pytest

ME = 991267459
PLACE = "/help_center/collections"
REDIRECTS = "/help_center/help_centers/1/redirects"
OLD = "https://help.harborlights.test/old"


def made(world, name="Made", **fields):
    return world.post(PLACE, {"name": name, **fields})


def redirect(**fields):
    whole = {"from_url": OLD, "locale": "en", "target_type": "article", "target_id": "1"}
    return {**whole, **fields}


def test_a_collection_goes_to_the_default_help_center_or_to_that_of_its_parent(world):
    assert made(world)["help_center_id"] == 1
    inside = made(world, parent_id="8")
    assert (inside["help_center_id"], inside["parent_id"]) == (2, "8")


def test_collections_nest_three_deep_and_not_into_themselves(world):
    one = made(world)["id"]
    two = made(world, parent_id=one)["id"]
    three = made(world, parent_id=two)["id"]
    assert world.refusal("POST", PLACE, {"name": "x", "parent_id": three})[0] == 400
    for inner in (one, two):
        assert world.refusal("PUT", f"{PLACE}/{one}", {"parent_id": inner})[0] == 400
    assert world.put(f"{PLACE}/{three}", {"parent_id": None})["parent_id"] is None
    assert world.refusal("PUT", f"{PLACE}/{one}", {"parent_id": "8"})[0] == 400


def test_a_collection_has_its_languages_where_the_help_center_has_several(world):
    french = {"type": "group_content", "name": "Fait"}
    shown = made(world, description="Done", translated_content={"fr": french})
    assert shown["translated_content"]["fr"] == {"type": "group_content", "name": "Fait"}
    assert shown["translated_content"]["en"]["description"] == "Done"
    added = {"translated_content": {"fr": {"description": "Voilà"}}}
    changed = world.put(f"{PLACE}/{shown['id']}", added)["translated_content"]["fr"]
    assert (changed["name"], changed["description"]) == ("Fait", "Voilà")
    assert "translated_content" not in made(world, help_center_id=2)


def test_deleting_a_collection_takes_those_inside_and_leaves_the_articles(world):
    assert world.get("/articles/3")["parent_ids"] == [1, 3]
    world.delete(f"{PLACE}/1")
    assert world.refusal("GET", f"{PLACE}/3")[0] == 404
    assert world.get("/articles/3")["parent_ids"] == []
    assert world.get(PLACE)["total_count"] == 6


@pytest.mark.parametrize(
    "fields",
    [{"name": ""}, {"name": 1}, {"parent_id": "99"}, {"help_center_id": 9}, {"description": 1}],
)
def test_a_collection_that_cannot_be_is_refused(world, fields):
    assert world.refusal("POST", PLACE, {"name": "x", **fields})[0] == 400


def test_collections_turn_their_pages(world):
    rows = [world.get(f"{PLACE}?page={number}&per_page=3") for number in (1, 2, 3)]
    assert [len(page["data"]) for page in rows] == [3, 3, 2]
    assert rows[0]["pages"]["total_pages"] == 3


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"from_url": None}, 400),
        ({"target_type": "page"}, 400),
        ({"target_id": 1}, 400),
        ({"from_url": "/old"}, 422),
        ({"from_url": "https://help.harborlights.test.example/old"}, 422),
        ({"locale": "ja"}, 422),
        ({"target_id": "999"}, 422),
        ({"target_id": "27"}, 422),
        ({"target_type": "collection", "target_id": "8"}, 422),
    ],
)
def test_a_redirect_that_cannot_be_is_refused(world, fields, status):
    assert world.refusal("POST", REDIRECTS, redirect(**fields))[0] == status


def test_a_redirect_ends_in_the_language_the_article_has(world):
    assert world.post(REDIRECTS, redirect(locale="de"))["locale"] == "de"
    other = redirect(locale="de", target_id="2", from_url=f"{OLD}/2")
    assert world.post(REDIRECTS, other)["locale"] == "en"


def test_a_redirect_belongs_to_one_help_center(world):
    number = world.post(REDIRECTS, redirect())["id"]
    assert world.refusal("GET", f"/help_center/help_centers/2/redirects/{number}")[0] == 404
    assert world.get(REDIRECTS)["data"][0]["id"] == number
    assert world.get("/help_center/help_centers/2/redirects")["total_count"] == 1
    assert world.get(f"{REDIRECTS}?per_page=250")["pages"]["per_page"] == 250
    assert world.refusal("GET", f"{REDIRECTS}?per_page=251")[0] == 400


def test_a_news_item_is_in_its_feed_while_it_is_live(world):
    def titles():
        return [item["title"] for item in world.get("/news/newsfeeds/3/items")["data"]]

    body = {"title": "Fresh", "sender_id": ME, "newsfeed_assignments": [{"newsfeed_id": 3}]}
    item = world.post("/news/news_items", body)
    assert (item["state"], titles()) == ("draft", ["Partner kit, second edition"])
    world.put(f"/news/news_items/{item['id']}", {**body, "state": "live"})
    assert titles() == ["Partner kit, second edition", "Fresh"]
    world.delete(f"/news/news_items/{item['id']}")
    assert titles() == ["Partner kit, second edition"]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": None},
        {"sender_id": None},
        {"sender_id": 1},
        {"state": "published"},
        {"labels": "New"},
        {"labels": [1]},
        {"reactions": [1]},
        {"newsfeed_assignments": [{"newsfeed_id": 99}]},
        {"newsfeed_assignments": [{}]},
        {"newsfeed_assignments": ["1"]},
        {
            "state": "live",
            "newsfeed_assignments": [{"newsfeed_id": 1, "published_at": 4_000_000_000}],
        },
    ],
)
def test_a_news_item_that_cannot_be_is_refused(world, fields):
    body = {"title": "Fresh", "sender_id": ME, **fields}
    assert world.refusal("POST", "/news/news_items", body)[0] == 400
