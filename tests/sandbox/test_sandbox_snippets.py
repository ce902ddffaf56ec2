"""Snippets, macros, internal articles and what Fin reads."""

from __future__ import annotations

from urllib.parse import quote

import pytest

ME = 991267459
SNIPPETS = "/content_snippets"
SOURCES = "/ai/content_import_sources"
PAGES = "/ai/external_pages"
PAGE = {
    "title": "Test",
    "html": "<h1>Test</h1>",
    "locale": "en",
    "source_id": 1,
    "external_id": "t-1",
    "url": "https://docs.harborlights.test/t",
}


def snippet(world, **fields):
    answer = world.ask("POST", SNIPPETS, {"title": "Made", **fields})
    assert answer.status == 201, answer.body
    return answer.json()


def test_a_snippet_has_blocks_and_markdown_whichever_was_sent(world):
    blocks = [{"type": "paragraph", "text": "One."}, {"type": "unorderedList", "items": ["a", "b"]}]
    assert snippet(world, json_blocks=blocks)["body_markdown"] == "# Made\n\nOne.\n\n- a\n- b\n"
    shown = snippet(world, body_markdown="# Hello\n\nText.\n\n1. one\n2. two\n")
    assert shown["body_markdown"].startswith("# Hello")
    assert shown["json_blocks"] == [
        {"type": "heading", "text": "Hello"},
        {"type": "paragraph", "text": "Text."},
        {"type": "orderedList", "items": ["one", "two"]},
    ]


def test_a_snippet_is_kept_from_fin_until_told_otherwise(world):
    shown = snippet(world, body_markdown="x")
    assert (shown["ai_chatbot_availability"], shown["chatbot_availability"]) == (False, 0)
    changed = world.put(f"{SNIPPETS}/{shown['id']}", {"ai_chatbot_availability": True})
    assert (changed["ai_chatbot_availability"], changed["chatbot_availability"]) == (True, 1)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"body_markdown": "x", "json_blocks": [{"type": "paragraph"}]},
        {"body_markdown": "x", "title": "x" * 256},
        {"body_markdown": "x", "title": None},
        {"body_markdown": "x", "locale": "ja"},
        {"json_blocks": "x"},
        {"json_blocks": [{"text": "x"}]},
        {"body_markdown": "x", "ai_copilot_availability": 1},
    ],
)
def test_a_snippet_that_cannot_be_is_refused(world, fields):
    body = {"title": "Made", **fields}
    assert world.refusal("POST", SNIPPETS, body)[:2] == (422, "validation_error")


def test_snippets_turn_their_pages_with_the_numbers_beside_the_rows(world):
    page = world.get(f"{SNIPPETS}?page=2&per_page=4")
    assert [page[name] for name in ("page", "per_page", "total_pages", "total_count")] == [
        2,
        4,
        2,
        6,
    ]
    assert len(page["data"]) == 2
    assert world.refusal("GET", f"{SNIPPETS}?per_page=51")[0] == 400


def test_an_internal_article_is_kept_as_it_was_sent(world):
    body = {"title": "Made", "author_id": ME, "owner_id": ME, "body": "Plain"}
    shown = world.post("/internal_articles", body)
    assert (shown["body"], shown["body_markdown"]) == ("Plain", "Plain\n")
    changed = world.put(f"/internal_articles/{shown['id']}", {"body_markdown": "**Bold**"})
    assert changed["body"] == '<p class="no-margin"><strong>Bold</strong></p>'
    found = world.get("/internal_articles/search?folder_id=2")["data"]["internal_articles"]
    assert {one["title"] for one in found} == {
        "Who owns which account",
        "Discounts we give",
        "Demo workspace",
    }


def test_a_source_goes_with_its_pages(world):
    assert world.get(PAGES)["total_count"] == 5
    assert world.ask("DELETE", f"{SOURCES}/1").status == 204
    assert {page["source_id"] for page in world.get(PAGES)["data"]} == {2}


def test_a_source_stays_in_the_hands_it_is_in(world):
    api, crawled = world.get(f"{SOURCES}/1"), world.get(f"{SOURCES}/2")
    for source, wrong in (
        (api, {"sync_behavior": "manual"}),
        (crawled, {"sync_behavior": "api"}),
        (crawled, {"sync_behavior": "automated", "url": "https://other.example"}),
        (api, {"sync_behavior": "api", "status": "off"}),
        (api, {"sync_behavior": "api", "url": "other"}),
    ):
        body = {"url": source["url"], **wrong}
        assert world.refusal("PUT", f"{SOURCES}/{source['id']}", body)[0] == 400
    kept = {"sync_behavior": "automated", "url": crawled["url"], "status": "deactivated"}
    shown = world.put(f"{SOURCES}/2", kept)
    assert (shown["sync_behavior"], shown["status"]) == ("automatic", "deactivated")
    assert world.refusal("POST", SOURCES, {**kept, "sync_behavior": "manual"})[0] == 400


def test_a_page_with_a_known_id_at_its_source_is_changed(world):
    first = world.post(PAGES, {**PAGE, "ai_agent_availability": False})
    again = world.post(PAGES, {**PAGE, "title": "Other"})
    assert (again["id"], again["title"]) == (first["id"], "Other")
    assert again["ai_agent_availability"] is False
    other = world.post(SOURCES, {"sync_behavior": "api", "url": "https://two.example"})["id"]
    assert world.post(PAGES, {**PAGE, "source_id": other})["id"] != first["id"]


def test_pages_turn_by_the_address_of_the_next(world):
    page = world.get(f"{PAGES}?per_page=2")
    seen = page["data"]
    while page["pages"]["next"]:
        page = world.get(page["pages"]["next"].removeprefix("https://api.intercom.io"))
        seen += page["data"]
    assert [one["id"] for one in seen] == ["5", "4", "3", "2", "1"]


@pytest.mark.parametrize(
    "fields",
    [
        {"external_id": None},
        {"source_id": 99},
        {"source_id": 2},
        {"locale": "de"},
        {"html": 1},
        {"url": "docs"},
        {"ai_agent_availability": "yes"},
    ],
)
def test_a_page_that_cannot_be_is_refused(world, fields):
    assert world.refusal("POST", PAGES, {**PAGE, **fields})[0] == 400


def test_a_crawled_page_cannot_be_changed(world):
    crawled = next(page["id"] for page in world.get(PAGES)["data"] if page["source_id"] == 2)
    assert world.refusal("PUT", f"{PAGES}/{crawled}", PAGE)[0] == 400


def test_macros_turn_by_cursor_and_hide_those_of_other_teams(world):
    page = world.get("/macros")
    assert "total_count" not in page
    assert page["pages"].keys() == {"type", "per_page", "next"}
    seen = page["data"]
    cursor = quote(page["pages"]["next"]["starting_after"], safe="")
    last = world.get(f"/macros?starting_after={cursor}")
    seen += last["data"]
    assert last["pages"]["next"] is None
    assert len({one["id"] for one in seen}) == len(seen) == 55
    assert seen == sorted(seen, key=lambda one: one["updated_at"], reverse=True)
    assert {team for one in seen for team in one["visible_to_team_ids"]} == {"1"}


def test_macros_have_placeholders_as_tags_and_as_they_were_written(world):
    shown = world.get("/macros/2")
    assert '<attribute key="user.first_name" default="there"/>' in shown["body"]
    assert '<attribute key="order.number"/>' in shown["body"]
    assert '{{user.first_name|fallback:"there"}}' in shown["body_text"]
    assert "&amp;" in world.get("/macros/5")["body"]


@pytest.mark.parametrize("query", ["per_page=151", "per_page=0", "starting_after=x"])
def test_a_list_of_macros_that_cannot_be_is_refused(world, query):
    assert world.refusal("GET", f"/macros?{query}")[0] == 400
