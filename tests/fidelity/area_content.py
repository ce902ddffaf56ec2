"""Articles, news, snippets and what Fin reads: a walk through every operation, and what differs."""

from __future__ import annotations

from described import Deviation
from walk import Walk

ME = 991267459
TAG = {"id": "1"}


def walk() -> Walk:
    """Go through all of it."""
    way = Walk(contacts=60)
    articles(way)
    drafts(way)
    versions(way)
    finding(way)
    internal_articles(way)
    snippets(way)
    tags(way)
    collections(way)
    redirects(way)
    news(way)
    sources(way)
    pages(way)
    macros(way)
    content_search(way)
    content_actions(way)
    refusals(way)
    return way


def articles(way: Walk) -> None:
    way.get("/articles")
    way.get("/articles?page=2&per_page=5")
    body = {"title": "Thanks for everything", "author_id": ME, "parent_id": 4}
    made = way.post("/articles", {**body, "body": "Body", "state": "published"})["id"]
    way.post("/articles", {"title": "x", "body": "Body", "state": "published"}, 400)
    french = {"title": "Merci pour tout", "body": "Corps", "author_id": ME, "state": "published"}
    full = {
        **body,
        "description": "Thanks",
        "body_markdown": "# Thanks\n\n- one\n- two\n",
        "parent_type": "collection",
        "translated_content": {"type": "article_translated_content", "fr": french},
        "audience_ids": [1],
        "ai_chatbot_availability": False,
        "scheduled_publish_at": "2030-01-01T09:00:00Z",
        "state": "published",
    }
    way.post("/articles", full)
    way.get(f"/articles/{made}")
    way.get("/articles/1")
    way.get("/articles/27")
    way.get("/articles/999999", 404)
    way.put(f"/articles/{made}", {"title": "Christmas is here!", "body": "<p>New gifts</p>"})
    way.put(f"/articles/{made}", {"scheduled_unpublish_at": "2030-01-01T09:00:00Z"})
    way.put(f"/articles/{made}", {"translated_content": {"de": {"title": "Danke"}}})
    way.put("/articles/999999", {"title": "x"}, 404)
    way.delete(f"/articles/{made}")
    way.delete(f"/articles/{made}", 404)


def drafts(way: Walk) -> None:
    way.get("/articles/2/draft", 404)
    way.get("/articles/999999/draft", 404)
    way.put("/articles/999999/draft", {"title": "x"}, 404)
    way.put("/articles/11/draft", {"title": "x"}, 422)
    way.post("/articles/999999/draft/publish", {"locales": ["en"]}, 404)
    way.post("/articles/1/draft/publish", {"locales": ["en"]}, 422)
    german = {"title": "Neuer Anfang", "body": "<p>Neu</p>"}
    way.put("/articles/1/draft", {"title": "A new start", "translated_content": {"de": german}})
    way.get("/articles/1/draft")
    way.step(422, "POST", "/articles/1/draft/publish")
    way.post("/articles/1/draft/publish", {"locales": ["en", "fr"]}, 422)
    way.post("/articles/1/draft/publish", {"locales": ["en"]})


def versions(way: Walk) -> None:
    rows = way.get("/articles/1/versions")["data"]
    way.get("/articles/1/versions?locale=de&page=1&per_page=1")
    way.get("/articles/1/versions?locale=xx", 400)
    way.get("/articles/999999/versions", 404)
    number = rows[0]["id"]
    way.get(f"/articles/1/versions/{number}")
    way.get(f"/articles/1/versions/{number}?locale=en")
    way.get(f"/articles/1/versions/{number}?locale=xx", 400)
    way.get("/articles/1/versions/999999", 404)


def finding(way: Walk) -> None:
    way.get("/articles/search")
    way.get("/articles/search?phrase=password&state=published&help_center_id=1&highlight=true")
    way.get("/articles/search?phrase=invoice&state=draft")
    way.get("/internal_articles/search")
    way.get("/internal_articles/search?folder_id=1")


def internal_articles(way: Walk) -> None:
    way.get("/internal_articles")
    body = {"title": "Thanks", "body": "Body of the Article", "owner_id": ME, "author_id": ME}
    made = way.post("/internal_articles", body)["id"]
    way.post("/internal_articles", {**body, "locale": "en", "audience_ids": [1]})
    way.post("/internal_articles", {"title": "Thanks", "body": "x"}, 400)
    way.get(f"/internal_articles/{made}")
    way.get("/internal_articles/999999", 404)
    changed = {"title": "Christmas is here!", "body_markdown": "New **gifts**"}
    way.put(f"/internal_articles/{made}", changed)
    way.put("/internal_articles/999999", changed, 404)
    way.delete(f"/internal_articles/{made}")
    way.delete(f"/internal_articles/{made}", 404)


def snippets(way: Walk) -> None:
    way.get("/content_snippets")
    way.get("/content_snippets?page=2&per_page=2")
    body = {
        "title": "How to reset your password",
        "json_blocks": [{"type": "paragraph", "text": "Navigate to Settings."}],
        "locale": "en",
        "audience_ids": [1],
    }
    made = way.post("/content_snippets", body, 201)["id"]
    way.post(
        "/content_snippets", {"title": "x", "body_markdown": "# Hello\n\nSome content.\n"}, 201
    )
    way.post("/content_snippets", {**body, "audience_ids": [999]}, 404)
    way.post("/content_snippets", {**body, "locale": "ja"}, 422)
    way.get(f"/content_snippets/{made}")
    way.get("/content_snippets/999999", 404)
    way.put(f"/content_snippets/{made}", {"title": "Updated", "ai_copilot_availability": True})
    way.put(f"/content_snippets/{made}", {"audience_ids": [999]}, 404)
    way.put("/content_snippets/999999", {"title": "x"}, 404)
    way.put(f"/content_snippets/{made}", {"locale": "ja"}, 422)
    way.step(204, "DELETE", f"/content_snippets/{made}")
    way.delete(f"/content_snippets/{made}", 404)
    way.delete("/content_snippets/1", 422)


def tags(way: Walk) -> None:
    for kind in ("articles", "internal_articles", "content_snippets"):
        way.post(f"/{kind}/2/tags", TAG)
        way.post(f"/{kind}/2/tags", {**TAG, "admin_id": str(ME)})
        way.post(f"/{kind}/999999/tags", TAG, 404)
        way.post(f"/{kind}/2/tags", {"id": "999999"}, 404)
        way.delete(f"/{kind}/2/tags/1")
        way.delete(f"/{kind}/2/tags/1", 404)
        way.delete(f"/{kind}/999999/tags/1", 404)
    way.get("/articles/3")


def collections(way: Walk) -> None:
    way.get("/help_center/help_centers")
    way.get("/help_center/help_centers/1")
    way.get("/help_center/help_centers/999999", 404)
    way.get("/help_center/collections")
    way.get("/help_center/collections?page=2&per_page=3")
    made = way.post("/help_center/collections", {"name": "Thanks for everything"})["id"]
    french = {"type": "group_content", "name": "Merci", "description": "Merci"}
    inside = {
        "name": "Inside",
        "description": "Below",
        "parent_id": made,
        "help_center_id": None,
        "translated_content": {"type": "group_translated_content", "fr": french},
    }
    below = way.post("/help_center/collections", inside)["id"]
    way.post("/help_center/collections", {"name": "Partners", "help_center_id": 2})
    way.post("/help_center/collections", {"description": "Missing"}, 400)
    way.get(f"/help_center/collections/{below}")
    way.get("/help_center/collections/999999", 404)
    way.put(f"/help_center/collections/{below}", {"name": "Renamed", "parent_id": None})
    way.put("/help_center/collections/999999", {"name": "x"}, 404)
    way.delete(f"/help_center/collections/{below}")
    way.delete(f"/help_center/collections/{below}", 404)


def redirects(way: Walk) -> None:
    place = "/help_center/help_centers/1/redirects"
    nowhere = "/help_center/help_centers/999999/redirects"
    way.get(place)
    way.get(f"{place}?page=2&per_page=2")
    way.get(nowhere, 404)
    body = {
        "from_url": "https://help.harborlights.test/old-page",
        "locale": "en",
        "target_type": "article",
        "target_id": "1",
    }
    made = way.post(place, body)["id"]
    way.post(place, {**body, "from_url": None}, 400)
    way.post(place, {**body, "target_type": "page"}, 400)
    way.post(place, body, 409)
    way.post(place, {**body, "from_url": "https://other.example/page"}, 422)
    way.post(nowhere, body, 404)
    way.get(f"{place}/{made}")
    way.get(f"{place}/999999", 404)
    way.delete(f"{place}/{made}")
    way.delete(f"{place}/{made}", 404)


def news(way: Walk) -> None:
    way.get("/news/newsfeeds")
    way.get("/news/newsfeeds/1")
    way.get("/news/newsfeeds/999999", 404)
    way.get("/news/newsfeeds/1/items")
    way.get("/news/newsfeeds/999999/items", 404)
    way.get("/news/news_items")
    body = {
        "title": "Halloween is here!",
        "body": "<p>New costumes</p>",
        "labels": ["Product", "Update", "New"],
        "sender_id": ME,
        "deliver_silently": True,
        "reactions": ["😆", None],
        "state": "live",
        "newsfeed_assignments": [{"newsfeed_id": 1, "published_at": 1664638214}],
    }
    made = way.post("/news/news_items", body)["id"]
    way.get(f"/news/news_items/{made}")
    way.get("/news/news_items/999999", 404)
    changed = {"title": "Christmas is here!", "sender_id": ME, "reactions": ["😝", "😂"]}
    way.put(f"/news/news_items/{made}", changed)
    way.put("/news/news_items/999999", changed, 404)
    way.delete(f"/news/news_items/{made}")
    way.delete(f"/news/news_items/{made}", 404)


def sources(way: Walk) -> None:
    place = "/ai/content_import_sources"
    way.get(place)
    way.get(f"{place}?page=2&per_page=1")
    body = {"sync_behavior": "api", "url": "https://www.example.com"}
    made = way.post(place, body)["id"]
    way.post(place, {**body, "status": "deactivated", "audience_ids": 1})
    way.get(f"{place}/{made}")
    way.get(f"{place}/999999", 404)
    way.put(f"{place}/{made}", {**body, "audience_ids": [1]})
    way.put(f"{place}/999999", body, 404)
    way.step(204, "DELETE", f"{place}/{made}")
    way.delete(f"{place}/{made}", 404)


def pages(way: Walk) -> None:
    place = "/ai/external_pages"
    way.get(place)
    way.get(f"{place}?per_page=2")
    body = {
        "external_id": "abc1234",
        "html": "<html><body><h1>Test</h1></body></html>",
        "locale": "en",
        "source_id": 1,
        "title": "Test",
        "url": "https://www.example.com",
    }
    made = way.post(place, body)["id"]
    way.post(place, {**body, "ai_agent_availability": False})
    way.get(f"{place}/{made}")
    way.get(f"{place}/999999", 404)
    way.put(f"{place}/{made}", {**body, "title": "Other"})
    way.put(f"{place}/999999", body, 404)
    way.delete(f"{place}/{made}")
    way.delete(f"{place}/{made}", 404)


def macros(way: Walk) -> None:
    page = way.get("/macros")
    way.get(f"/macros?per_page=20&starting_after={page['pages']['next']['starting_after']}")
    way.get("/macros?updated_since=1&per_page=150")
    way.get("/macros?updated_since=yesterday", 400)
    way.get("/macros/1")
    way.get("/macros/7")
    way.get("/macros/11", 404)


def content_search(way: Walk) -> None:
    way.get("/content/search")
    way.get("/content/search?query=password&page=2&per_page=1")
    way.get(
        "/content/search?states=published,draft&locales=en,de&tag_ids=1,2,11&tag_operator=NIN"
        "&copilot_state=on&fin_service_state=on&fin_sales_state=on"
        "&content_types=snippet,external_content,file_source_content,internal_article,article"
        f"&created_by_ids={ME}&last_updated_by_ids={ME}&any_tag_ids=1"
        "&created_at_after=1&created_at_before=2000000000"
        "&updated_at_after=1&updated_at_before=2000000000"
    )
    way.get("/content/search?folder_ids=1&folder_entity_type=folder")
    way.get("/content/search?tag_ids=1,1", 422)


def content_actions(way: Walk) -> None:
    place = "/content/bulk_actions"
    english = [{"type": "article_content", "id": "1"}]
    snippet = [{"type": "content_snippet", "id": "3"}]
    for body in (
        {"action": "unpublish", "content_ids": english},
        {"action": "publish", "content_ids": english},
        {
            "action": "set_availability",
            "content_ids": english,
            "availability": {"ai_agent": True, "copilot": False},
        },
        {"action": "set_audience", "content_ids": english, "audience": {"add_segment_ids": [1]}},
        {
            "action": "update_tags",
            "content_ids": [{"type": "article", "id": "1"}],
            "tags": {"add_tag_ids": [1], "remove_tag_ids": [2]},
        },
        {"action": "delete", "content_ids": snippet},
    ):
        way.post(place, body, 202)
    way.post(place, {"action": "burn", "content_ids": english}, 422)


def refusals(way: Walk) -> None:
    """Every operation once without a good token, which comes before everything else."""
    for operation in list(way.reached):
        method, path = operation.split(" ")
        target = "/".join("1" if part.startswith("{") else part for part in path.split("/"))
        way.step(401, method, target, authorization="Bearer bm9ib2R5")


def deviations() -> list[Deviation]:
    return [
        Deviation(
            r"(GET|PUT|DELETE) /ai/(content_import_sources|external_pages)/\{\w+\}"
            r"|GET /news/newsfeeds/\{newsfeed_id\}(/items)?",
            "404",
            "",
            "Errors by status: 404 not_found for an unknown id; these operations describe no 404.",
        ),
        Deviation(
            r"(GET|POST|PUT|DELETE) /content_snippets(/\{id\})?",
            "401",
            "",
            "Errors by status: a bad token is 401 'Access Token Invalid' everywhere.",
        ),
        Deviation(
            r"DELETE /(articles|content_snippets|internal_articles)/\{\w+\}/tags/\{id\}",
            "200",
            "applied_by",
            "Its text and example have applied_by null; reference, which it must be, allows none.",
        ),
        Deviation(
            r"GET /articles(/.+)?",
            "200",
            r"(data\.(articles\.)?\*\.)?audience_ids",
            "Text of article_content.audience_ids: at the root where a help center has one language.",
        ),
        Deviation(
            r"(GET|POST|PUT) /articles(/.+)?",
            "200",
            r"statistics\.conversations",
            "Example of createArticle has conversations; its schema calls them conversions.",
        ),
    ]


NOT_SHOWN: dict[str, dict[str, str]] = {}

NOT_TOLD = {
    "forbidden": "the token of this workspace has every scope, its owner every permission",
}

TAGGED = (
    "articles/{article_id}",
    "content_snippets/{content_snippet_id}",
    "internal_articles/{internal_article_id}",
)
ALLOWED = {"403": "the token of this workspace has every scope, its owner every permission"}
NOT_REACHED = {
    "GET /macros": ALLOWED,
    "GET /macros/{id}": ALLOWED,
    "POST /content/bulk_actions": ALLOWED,
    **{f"POST /{place}/tags": ALLOWED for place in TAGGED},
    **{f"DELETE /{place}/tags/{{id}}": ALLOWED for place in TAGGED},
}
