"""Content of all kinds: searched together, and acted on together."""

from __future__ import annotations

import pytest

ME = 991267459
ACTIONS = "/content/bulk_actions"
GERMAN = {"type": "article_content", "id": "2"}
ENGLISH = {"type": "article_content", "id": "1"}


def act(world, action, *items, **details):
    body = {"action": action, "content_ids": list(items), **details}
    answer = world.ask("POST", ACTIONS, body)
    assert answer.status == 202, answer.body
    assert answer.json() == {"type": "content_bulk_action", "status": "queued"}


def found(world, query):
    return {(one["type"], one["id"]) for one in world.get(f"/content/search?{query}")["data"]}


def kinds(world, query):
    return {kind for kind, _ in found(world, f"per_page=50&{query}")}


def total(world, query):
    return world.get(f"/content/search?{query}")["total_count"]


def test_a_search_looks_at_every_kind(world):
    assert kinds(world, "") == {
        "article",
        "content_snippet",
        "external_content",
        "file_source_content",
        "internal_article",
    }
    assert total(world, "") == 30 + 6 + 5 + 2 + 8
    assert kinds(world, "content_types=snippet,file_source_content") == {
        "content_snippet",
        "file_source_content",
    }
    assert kinds(world, "content_types=snippet&content_types=article") == {
        "content_snippet",
        "article",
    }


def test_titles_that_have_the_words_come_first(world):
    rows = world.get("/content/search?query=refund")["data"]
    holding = ["refund" in row["title"].lower() for row in rows]
    assert holding == sorted(holding, reverse=True)
    assert {row["type"] for row in rows} == {"article", "content_snippet", "internal_article"}


def test_a_search_is_narrowed_by_language_state_and_switch(world):
    assert found(world, "locales=de&content_types=snippet") == {("content_snippet", "4")}
    assert total(world, "locales=fr&states=draft") == 1
    assert total(world, "states=draft&content_types=article") == 6
    assert found(world, "fin_service_state=off&content_types=snippet") == {("content_snippet", "6")}
    assert total(world, "copilot_state=on") + total(world, "copilot_state=off") == total(world, "")


def test_a_search_is_narrowed_by_tag_folder_person_and_time(world):
    every = total(world, "")
    assert 0 < total(world, "tag_ids=11") == total(world, "any_tag_ids=11") < every
    assert total(world, "tag_ids=11&tag_operator=NIN") == every - total(world, "tag_ids=11")
    assert kinds(world, "folder_ids=1,2&folder_entity_type=folder") == {"internal_article"}
    assert 0 < total(world, f"created_by_ids={ME}") < every
    newest = world.get("/articles")["data"][0]["updated_at"]
    assert total(world, f"content_types=article&updated_at_after={newest}") == 1
    assert total(world, f"content_types=article&updated_at_before={newest}") == 30


def test_a_search_turns_its_pages_by_their_addresses(world):
    page = world.get("/content/search?per_page=20&query=")
    assert page["pages"]["prev"] is None
    seen = [row["id"] for row in page["data"]]
    while page["pages"]["next"]:
        page = world.get(page["pages"]["next"].removeprefix("https://api.intercom.io"))
        seen += [row["id"] for row in page["data"]]
    assert len(seen) == page["total_count"]
    assert page["pages"]["prev"].endswith("page=2")
    assert world.get("/content/search?page=-3")["pages"]["page"] == 1


@pytest.mark.parametrize(
    "query",
    [
        "per_page=51",
        "per_page=0",
        "page=x",
        "states=live",
        "content_types=content_snippet",
        "tag_operator=OR",
        "tag_ids=a",
        "tag_ids=1,1",
        "folder_ids=1",
        "folder_entity_type=folder",
        "copilot_state=true",
        "created_at_after=yesterday",
        f"query={'x' * 501}",
    ],
)
def test_a_search_that_makes_no_sense_is_refused(world, query):
    assert world.refusal("GET", f"/content/search?{query}")[:2] == (422, "data_invalid")


def test_publishing_and_withdrawing_reach_one_language(world):
    act(world, "unpublish", GERMAN)
    shown = world.get("/articles/1")
    assert shown["translated_content"]["de"]["state"] == "draft"
    assert shown["state"] == "published"
    act(world, "publish", GERMAN)
    assert world.get("/articles/1")["translated_content"]["de"]["state"] == "published"


def test_publishing_takes_the_draft_along(world):
    contents = world.get("/content/search?query=change%20your%20plan")["data"][0]["contents"]
    act(world, "publish", {"type": "article_content", "id": contents[0]["id"]})
    assert world.get("/articles/7")["title"] == "Change or cancel your plan"


def test_only_the_switches_that_are_named_are_turned(world):
    page = {"type": "external_content", "id": "1"}
    details = {"ai_agent": False, "sales_agent": False}
    act(world, "set_availability", ENGLISH, page, availability=details)
    article, external = world.get("/articles/1"), world.get("/ai/external_pages/1")
    assert article["ai_chatbot_availability"] is external["ai_agent_availability"] is False
    assert article["ai_copilot_availability"] is external["ai_copilot_availability"] is True


def test_audiences_are_added_taken_away_and_cleared(world):
    def audiences():
        return world.get("/internal_articles/1")["audience_ids"]

    item = {"type": "internal_article", "id": "1"}
    act(world, "set_audience", item, audience={"add_segment_ids": [1, 2]})
    assert audiences() == [1, 2]
    act(world, "set_audience", item, audience={"remove_segment_ids": [1]})
    assert audiences() == [2]
    act(world, "set_audience", item, audience={"remove_all": True, "add_segment_ids": [1]})
    assert audiences() == [1]


def test_tags_are_put_on_articles_by_the_article_and_not_by_its_language(world):
    article = {"type": "article", "id": "1"}
    act(world, "update_tags", article, ENGLISH, tags={"add_tag_ids": [1, 2]})
    act(world, "update_tags", article, tags={"remove_tag_ids": [1]})
    assert [tag["id"] for tag in world.get("/articles/1")["tags"]["tags"]] == ["2"]
    assert world.get("/articles/2")["tags"]["tags"] == []


def test_deleting_leaves_what_procedures_need_and_what_is_imported(world):
    items = [{"type": "content_snippet", "id": str(number)} for number in (1, 2)]
    page, unknown = {"type": "external_content", "id": "1"}, {**ENGLISH, "id": "9999"}
    act(world, "delete", *items, page, unknown, GERMAN, GERMAN)
    assert [one["id"] for one in world.get("/content_snippets")["data"]] == [
        "6",
        "5",
        "4",
        "3",
        "1",
    ]
    assert world.get("/ai/external_pages/1")["id"] == "1"
    assert "de" not in world.get("/articles/1")["translated_content"]
    act(world, "delete", ENGLISH)
    assert world.refusal("GET", "/articles/1")[0] == 404


@pytest.mark.parametrize(
    "body",
    [
        {"action": "burn"},
        {"content_ids": []},
        {"content_ids": [ENGLISH] * 1001},
        {"content_ids": [{"type": "article_content"}]},
        {"content_ids": [{"type": "page", "id": "1"}]},
        {"content_ids": [{**ENGLISH, "id": 1}]},
        {"action": "set_availability"},
        {"action": "set_availability", "availability": {"copilot": "on"}},
        {"action": "set_audience", "audience": {"add_segment_ids": [999]}},
        {"action": "set_audience", "audience": {}},
        {"action": "update_tags", "tags": {"add_tag_ids": [999]}},
        {"action": "update_tags", "tags": {"add_tag_ids": list(range(1, 102))}},
        {"action": "update_tags", "tags": {"add_tag_ids": []}},
    ],
)
def test_an_action_that_makes_no_sense_is_refused(world, body):
    whole = {"action": "publish", "content_ids": [ENGLISH], **body}
    assert world.refusal("POST", ACTIONS, whole)[:2] == (422, "parameter_invalid")
