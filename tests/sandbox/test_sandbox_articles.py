"""Articles: drafts, versions, plans, languages, and what is refused."""

from __future__ import annotations

import pytest

ME = 991267459
DAY = 86_400


def made(world, **fields):
    return world.post("/articles", {"title": "Made", "author_id": ME, **fields})


def test_a_draft_changes_nothing_that_is_live_until_it_is_published(world):
    before = world.get("/articles/2")
    staged = world.put("/articles/2/draft", {"title": "Later", "body": "<p>Later</p>"})
    assert staged["title"] == "Later"
    assert staged["has_unpublished_changes"] is True
    live = world.get("/articles/2")
    assert (live["title"], live["body"]) == (before["title"], before["body"])
    assert live["has_unpublished_changes"] is True
    published = world.post("/articles/2/draft/publish", {"locales": ["en"]})
    assert published["title"] == world.get("/articles/2")["title"] == "Later"
    assert published["draft_updated_at"] is None
    assert world.refusal("GET", "/articles/2/draft")[0] == 404


def test_a_draft_holds_texts_only(world):
    staged = {"title": "Later", "ai_copilot_availability": False, "state": "draft"}
    shown = world.put("/articles/2/draft", staged)
    assert (shown["ai_copilot_availability"], shown["state"]) == (True, "published")


def test_publishing_adds_a_version_behind_the_one_before(world):
    before = world.get("/articles/2/versions")
    world.put("/articles/2/draft", {"title": "Later"})
    assert world.get("/articles/2/versions") == before
    world.post("/articles/2/draft/publish", {"locales": ["en"]})
    after = world.get("/articles/2/versions")["data"]
    assert len(after) == before["total_count"] + 1
    assert (after[0]["title"], after[0]["state"]) == ("Later", "published")
    assert after[0]["from_version_id"] == after[1]["id"]
    assert after[0]["created_via"] == "api"
    assert {version["state"] for version in after[1:]} == {"draft"}


def test_an_edit_goes_live_at_once_unless_a_draft_is_waiting(world):
    assert world.put("/articles/2", {"title": "Now"})["title"] == "Now"
    world.put("/articles/2/draft", {"body": "<p>Staged</p>"})
    assert world.put("/articles/2", {"title": "Then"})["title"] == "Now"
    draft = world.get("/articles/2/draft")
    assert draft["title"] == "Then"
    assert "Staged" in draft["body"]
    live = world.put("/articles/2", {"state": "published"})
    assert live["title"] == "Then"
    assert live["has_unpublished_changes"] is False


def test_each_language_has_a_draft_and_a_history_of_its_own(world):
    german = {"de": {"title": "Später"}}
    world.put("/articles/1/draft", {"translated_content": german})
    assert world.refusal("POST", "/articles/1/draft/publish", {"locales": ["en"]}) == (
        422,
        "parameter_invalid",
        "Cannot publish a draft for locale(s) without pending changes: en",
    )
    world.post("/articles/1/draft/publish", {"locales": ["de"]})
    shown = world.get("/articles/1")
    assert shown["translated_content"]["de"]["title"] == "Später"
    assert shown["title"] == "Getting started with Harbor Lights"
    assert world.get("/articles/1/versions?locale=de")["data"][0]["title"] == "Später"
    assert world.get("/articles/1/versions?locale=en")["data"][0]["title"] == shown["title"]
    first = world.get("/articles/1/versions?locale=de")["data"][0]["id"]
    assert world.refusal("GET", f"/articles/1/versions/{first}?locale=en")[0] == 404


def test_a_version_belongs_to_one_article(world):
    number = world.get("/articles/1/versions")["data"][0]["id"]
    assert world.refusal("GET", f"/articles/2/versions/{number}")[0] == 404


def test_an_article_is_published_and_withdrawn_when_it_was_planned(world):
    when = "2026-11-21T12:00:00-05:00"
    article = made(world, state="published", scheduled_publish_at=when)
    target = f"/articles/{article['id']}"
    assert (article["state"], article["url"]) == ("draft", None)
    assert article["scheduled_publish_at"] == int(world.clock.now) + DAY
    world.clock.now += DAY
    assert world.get(target)["state"] == "published"
    assert world.get(target)["scheduled_publish_at"] is None
    world.put(target, {"scheduled_unpublish_at": "2026-11-22T12:00:00-05:00"})
    world.clock.now += DAY
    assert world.get(target)["state"] == "draft"


def test_a_plan_for_an_edit_keeps_it_back_until_then(world):
    plan = {"title": "Planned", "scheduled_publish_at": "2026-11-21T12:00:00-05:00"}
    assert world.put("/articles/2", plan)["title"] == "Invite your teammates"
    world.clock.now += DAY
    assert world.get("/articles/2")["title"] == "Planned"
    newest = world.get("/articles/2/versions")["data"][0]
    assert (newest["title"], newest["created_at"]) == ("Planned", int(world.clock.now))
    assert world.get("/articles/2/versions")["total_count"] == 2


def test_an_article_of_a_help_center_with_one_language_has_no_translations(world):
    shown = world.put("/articles/27", {"audience_ids": [1]})
    assert shown["audience_ids"] == [1]
    assert "translated_content" not in shown
    assert "default_locale" not in shown


@pytest.mark.parametrize(
    "plan",
    [
        {"scheduled_publish_at": "2020-01-01T00:00:00Z"},
        {"scheduled_publish_at": ""},
        {"scheduled_publish_at": 1893456000},
        {"scheduled_publish_at": "2030-01-01T00:00:00"},
        {"scheduled_publish_at": "2030-01-01T00:00:00Z", "state": "draft"},
        {
            "scheduled_publish_at": "2030-01-01T00:00:00Z",
            "scheduled_unpublish_at": "2030-01-02T00:00:00Z",
        },
        {"scheduled_unpublish_at": "2030-01-01T00:00:00Z"},
    ],
)
def test_a_plan_that_cannot_be_is_refused(world, plan):
    body = {"title": "Plan", "author_id": ME, **plan}
    assert world.refusal("POST", "/articles", body)[:2] == (400, "parameter_invalid")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"title": ""}, 400),
        ({"title": 7}, 400),
        ({"author_id": 1}, 400),
        ({"author_id": str(ME)}, 400),
        ({"state": "live"}, 400),
        ({"body": "<p>a</p>", "body_markdown": "a"}, 400),
        ({"parent_id": 999}, 400),
        ({"parent_type": "shelf"}, 400),
        ({"translated_content": {"xx": {"title": "x"}}}, 400),
        ({"translated_content": {"ja": {"title": "x"}}}, 400),
        ({"translated_content": {"fr": {"body": "x"}}}, 400),
        ({"translated_content": []}, 400),
        ({"audience_ids": [999]}, 404),
        ({"audience_ids": ["1"]}, 400),
        ({"ai_chatbot_availability": "yes"}, 400),
    ],
)
def test_an_article_that_cannot_be_is_refused_and_nothing_is_kept(world, fields, status):
    before = world.get("/articles")["total_count"]
    body = {"title": "Made", "author_id": ME, **fields}
    assert world.refusal("POST", "/articles", body)[0] == status
    assert world.get("/articles")["total_count"] == before


def test_title_and_author_may_stand_in_the_default_language_instead(world):
    english = {"title": "There", "author_id": ME, "body": "x"}
    shown = world.post("/articles", {"translated_content": {"en": english}})
    assert (shown["title"], shown["author_id"]) == ("There", ME)


def test_audiences_at_the_top_are_those_of_every_language(world):
    french = {"fr": {"title": "Fait", "audience_ids": [2]}}
    shown = made(world, audience_ids=[1], translated_content=french)["translated_content"]
    assert shown["en"]["audience_ids"] == shown["fr"]["audience_ids"] == [1]


def test_the_list_turns_its_pages_and_has_the_latest_change_first(world):
    world.clock.now += 10
    world.put("/articles/30", {"title": "Touched"})
    first, second = (world.get(f"/articles?page={number}") for number in (1, 2))
    assert first["pages"] == {"type": "pages", "page": 1, "per_page": 25, "total_pages": 2}
    assert first["total_count"] == len(first["data"]) + len(second["data"]) == 30
    assert first["data"][0]["title"] == "Touched"
    assert "statistics" not in first["data"][0]
    assert world.get("/articles?page=3")["data"] == []


def test_before_2_16_an_article_has_a_parent_and_no_drafts(world):
    shown = world.get("/articles/3", intercom_version="2.14")
    assert (shown["parent_id"], shown["parent_type"]) == (3, "collection")
    assert shown["parent_ids"] == [1, 3]
    assert "has_unpublished_changes" not in shown
    answer = world.ask("GET", "/articles/7/draft", intercom_version="2.14")
    assert answer.json()["errors"][0]["code"] == "intercom_version_invalid"


def test_a_search_finds_a_phrase_in_titles_bodies_and_other_languages(world):
    def titles(query):
        return {one["title"] for one in world.get(f"/articles/search?{query}")["data"]["articles"]}

    assert "Reset your password" in titles("phrase=PASSWORD")
    assert titles("phrase=Passwort%20zur%C3%BCcksetzen") == {"Reset your password"}
    assert titles("phrase=recovery%20codes") == {"Turn on two-factor authentication"}
    assert titles("help_center_id=2") == {"Partner programme", "Order a partner kit"}
    assert len(titles("state=draft")) == 4
    assert titles("phrase=no-margin") == set()
    assert world.refusal("GET", "/articles/search?state=live")[0] == 400
    assert world.refusal("GET", "/articles/search?help_center_id=9")[0] == 404


def test_highlights_show_where_the_phrase_is(world):
    found = world.get("/articles/search?phrase=invoice&highlight=true")["data"]
    assert len(found["highlights"]) == len(found["articles"]) > 1
    for one, article in zip(found["highlights"], found["articles"], strict=True):
        assert one["article_id"] == article["id"]
        assert "".join(part["text"] for part in one["highlighted_title"]) == article["title"]
        lines = [one["highlighted_title"], *one["highlighted_summary"]]
        parts = [part for line in lines for part in line]
        marked = {part["text"].lower() for part in parts if part["type"] == "highlight"}
        assert marked == {"invoice"}


def test_a_tag_shows_on_the_article_until_it_is_taken_off_or_deleted(world):
    world.post("/articles/2/tags", {"id": "2"})
    made_tag = world.post("/tags", {"name": "Passing"})["id"]
    world.post("/articles/2/tags", {"id": made_tag})
    names = [tag["name"] for tag in world.get("/articles/2")["tags"]["tags"]]
    assert names == ["Beta tester", "Passing"]
    world.delete(f"/tags/{made_tag}")
    world.delete("/articles/2/tags/2")
    assert world.get("/articles/2")["tags"]["tags"] == []
    assert world.refusal("POST", "/articles/2/tags", {})[:2] == (400, "parameter_not_found")
    wrong = {"id": "2", "admin_id": "1"}
    assert world.refusal("POST", "/articles/2/tags", wrong)[0] == 404


def test_an_article_that_is_deleted_is_gone_with_its_versions(world):
    number = world.get("/articles/1/versions")["data"][0]["id"]
    world.delete("/articles/1")
    for target in ("", "/draft", "/versions", f"/versions/{number}"):
        assert world.refusal("GET", f"/articles/1{target}")[0] == 404
