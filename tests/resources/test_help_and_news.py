"""Help centers, collections, redirects, news, snippets, macros, and what Fin reads besides."""

from __future__ import annotations

from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, answer

RUTH = 991267459
PREVIEW = ("--api-version", "Preview")


def lists(run: FrontDoor, *words: str) -> set[str]:
    return {str(row["id"]) for row in run(*words, "--all").ok().rows}


@pytest.mark.parametrize(
    ("noun", "count"),
    [
        ("internal-articles", 8),
        ("help-centers", 2),
        ("collections", 8),
        ("news-items", 8),
        ("newsfeeds", 3),
        ("content-snippets", 6),
        ("content-sources", 3),
        ("external-pages", 5),
    ],
)
def test_every_seeded_record_is_listed(run: FrontDoor, noun: str, count: int) -> None:
    assert len(lists(run, noun, "list")) == count


def test_macros_are_complete_over_several_pages(run: FrontDoor) -> None:
    first = {"data": [{"id": "1"}, {"id": "2"}], "pages": {"next": {"starting_after": "Wzl="}}}
    last = {"data": [{"id": "3"}], "pages": {"next": None}}
    ran = run.scripted(
        answer(first), answer(last), answer(first), words=["macros", "list", "--all"]
    )
    assert [row["id"] for row in ran.ok().rows] == ["1", "2", "3"]
    assert ran.sent()[1] == "GET /macros?per_page=150&starting_after=Wzl%3D"
    assert len(lists(run, "macros", "list")) == 55  # five of the sixty are for others


def test_long_lists_are_complete_over_several_pages(run: FrontDoor) -> None:
    for number in range(55):
        title = f"Extra {number}"
        run("content-snippets", "create", "--title", title, "--body", "x").ok()
        words = ["--title", title, "--html", "x", "--source", "1", "--external-id", str(number)]
        run("external-pages", "create", *words).ok()
    assert len(lists(run, "content-snippets", "list")) == 61
    assert len(lists(run, "external-pages", "list")) == 60


def test_macros_since_a_time_are_asked_of_the_server(run: FrontDoor) -> None:
    ran = run("macros", "list", "--updated-since", "2026-01-31").ok()
    assert ran.sent() == ["GET /macros?updated_since=1769835600&per_page=50"]


def test_the_moment_of_a_macro_is_told_like_every_other(run: FrontDoor) -> None:
    page = run("macros", "list", "--limit", "3", terminal=True).ok().out
    assert " ago" in page
    assert "000Z" not in page


def test_a_macro_shows_its_text(run: FrontDoor) -> None:
    assert "\n\nHi {{user.first_name" in run("macros", "get", "60", terminal=True).ok().out


def test_internal_articles_have_an_author_and_an_owner(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "on-call.md"
    file.write_text("# Who to ring\n")
    words = ["--title", "On call", "--body-file", str(file), "--owner", "Mei Tanaka"]
    ran = run("internal-articles", "create", *words).ok()
    assert ran.bodies()[-1] == {
        "title": "On call",
        "body_markdown": "# Who to ring\n",
        "owner_id": 991267461,
        "author_id": RUTH,
    }
    id = ran.json["id"]
    ran = run("internal-articles", "update", id, "--title", "On duty").ok()
    assert ran.bodies() == [{"title": "On duty"}]
    ran = run("internal-articles", "delete", id, terminal=True, stdin="y\n").ok()
    assert f"Delete internal article On duty ({id}) from sandbox?" in ran.err
    assert run("internal-articles", "get", id).code == 6


def test_internal_articles_of_a_folder(run: FrontDoor) -> None:
    ran = run("internal-articles", "search", "--folder", "2").ok()
    assert {row["id"] for row in ran.rows} == {"3", "4", "8"}
    assert "folder_id=2" in ran.sent()[0]


@pytest.mark.parametrize("noun", ["internal-articles", "content-snippets"])
def test_tags_go_on_and_off(run: FrontDoor, noun: str) -> None:
    run(noun, "tag", "1", "VIP").ok()
    run(noun, "untag", "1", "VIP").ok()
    assert run(noun, "untag", "1", "VIP").code == 6


@pytest.mark.parametrize("name", ["1", "harbor-lights", "harbor lights help"])
def test_a_help_center_by_what_people_call_it(run: FrontDoor, name: str) -> None:
    assert run("help-centers", "get", name).ok().json["id"] == "1"


def test_collections_are_named_by_name(run: FrontDoor) -> None:
    ran = run("collections", "create", "--name", "Invoices", "--inside", "Billing").ok()
    assert ran.bodies()[-1] == {"name": "Invoices", "parent_id": "2"}
    ran = run("collections", "update", "Invoices", "--description", "All of them").ok()
    assert ran.sent()[-1] == f"PUT /help_center/collections/{ran.json['id']}"
    words = ["--name", "Joint", "--help-center", "Harbor Lights Partners"]
    assert run("collections", "create", *words).ok().json["help_center_id"] == 2
    found = run("collections", "get", "billing", "For partners").ok().rows
    assert [row["id"] for row in found] == ["2", "8"]


def test_a_name_that_several_have_is_refused(run: FrontDoor) -> None:
    run("collections", "create", "--name", "Billing").ok()
    ran = run("collections", "update", "Billing", "--description", "x")
    assert ran.code == 2
    assert "Several collections are 'Billing': " in ran.error["message"]
    assert ran.error["hint"] == "name one by its id"


def test_deleting_a_collection_says_what_goes_with_it(run: FrontDoor) -> None:
    ran = run("collections", "delete", "Billing", terminal=True, stdin="y\n").ok()
    question = "Delete collection Billing (2) from sandbox, and those inside it? "
    assert ran.err.startswith(question + "Their articles stay. [y/N] ")
    assert lists(run, "collections", "list").isdisjoint({"2", "4"})
    assert run("collections", "delete", "For partners").code == 3


def test_redirects_need_a_help_center_where_there_are_several(run: FrontDoor) -> None:
    ran = run("redirects", "list")
    assert ran.code == 2
    assert "1 (Harbor Lights Help), 2 (Harbor Lights Partners)" in ran.error["message"]
    assert ran.error["hint"] == "add --help-center ID"
    assert lists(run, "redirects", "list", "--help-center", "2") == {"5"}


def test_redirects_need_no_help_center_where_there_is_one(run: FrontDoor) -> None:
    one = answer({"type": "list", "data": [{"id": "7", "url": "https://help.acme.test"}]})
    empty = answer({"type": "list", "data": []})
    ran = run.scripted(one, empty, words=["redirects", "list"])
    assert ran.sent()[-1].startswith("GET /help_center/help_centers/7/redirects")


def test_a_new_redirect_belongs_to_the_help_center_of_its_address(run: FrontDoor) -> None:
    address = "https://partners.helpsite.example/old"
    ran = run("redirects", "create", "--from", address, "--locale", "en", "--article", "27").ok()
    assert ran.sent()[-1] == "POST /help_center/help_centers/2/redirects"
    assert ran.bodies()[-1] == {
        "from_url": address,
        "locale": "en",
        "target_type": "article",
        "target_id": "27",
    }
    words = ["--from", "https://help.harborlights.test/pay", "--locale", "en"]
    ran = run("redirects", "create", *words, "--collection", "Billing").ok()
    assert ran.json["target_type"] == "collection"
    assert ran.json["target_id"] == "2"


def test_a_redirect_leads_to_one_place(run: FrontDoor) -> None:
    words = ["redirects", "create", "--from", "https://help.harborlights.test/x", "--locale", "en"]
    for more in ([], ["--article", "1", "--collection", "2"], ["--article", ""]):
        ran = run(*words, *more, transport=Unreachable())
        assert ran.code == 2
        assert ran.error["message"] == "A redirect needs either --article or --collection."


def test_deleting_a_redirect_names_its_address(run: FrontDoor) -> None:
    words = ["redirects", "delete", "2", "--help-center", "1"]
    ran = run(*words, terminal=True, stdin="y\n").ok()
    assert "Delete redirect https://help.harborlights.test/docs/rechnung (2)" in ran.err
    assert "2" not in lists(run, "redirects", "list", "--help-center", "1")


def test_a_news_item_is_sent_by_who_is_signed_in(run: FrontDoor) -> None:
    words = ["--title", "Faster search", "--newsfeed", "customer news", "--newsfeed", "3"]
    ran = run("news-items", "create", *words, "--label", "New", "--body", "It is fast.").ok()
    assert ran.bodies()[-1] == {
        "title": "Faster search",
        "body": "It is fast.",
        "newsfeed_assignments": [{"newsfeed_id": 1}, {"newsfeed_id": 3}],
        "labels": ["New"],
        "sender_id": RUTH,
    }


def test_changing_a_news_item_keeps_what_intercom_wants_each_time(run: FrontDoor) -> None:
    ran = run("news-items", "update", "8", "--label", "Maintenance").ok()
    assert ran.sent() == ["GET /news/news_items/8", "PUT /news/news_items/8"]
    assert ran.bodies()[-1] == {
        "labels": ["Maintenance"],
        "title": "Spring maintenance",
        "sender_id": ran.json["sender_id"],
    }
    words = ["--title", "Autumn", "--sender", str(RUTH)]
    assert run("news-items", "update", "8", *words).ok().sent() == ["PUT /news/news_items/8"]


def test_news_goes_live_only_when_somebody_agrees(run: FrontDoor) -> None:
    for words in (["update", "8"], ["create", "--title", "Now"]):
        ran = run("news-items", *words, "--state", "live")
        assert ran.code == 3
        assert ran.requests == []
    words = ["news-items", "update", "8", "--state", "live"]
    ran = run(*words, terminal=True, stdin="y\n").ok()
    assert "Publish news item Spring maintenance (8) to customers in sandbox?" in ran.err
    assert run("news-items", "get", "8").ok().json["state"] == "live"


def test_news_takes_html_only(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "news.md"
    file.write_text("# News")
    words = ["news-items", "create", "--title", "X", "--body-file", str(file)]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"] == "The file holds Markdown, but this is written in HTML."


def test_what_is_live_in_a_newsfeed(run: FrontDoor) -> None:
    rows = run("newsfeeds", "items", "Partner news").ok().rows
    assert [row["title"] for row in rows] == ["Partner kit, second edition"]
    assert run("newsfeeds", "get", "partner news").ok().json["id"] == "3"


def test_a_snippet_is_markdown(run: FrontDoor) -> None:
    words = ["--title", "Opening", "--body", "- 9 to 5", "--no-copilot", "--fin"]
    ran = run("content-snippets", "create", *words).ok()
    assert ran.bodies() == [
        {
            "title": "Opening",
            "body_markdown": "- 9 to 5",
            "ai_chatbot_availability": True,
            "ai_copilot_availability": False,
        }
    ]
    ran = run("content-snippets", "delete", ran.json["id"], "--yes").ok()
    assert ran.out == ""


def test_changing_a_source_keeps_what_intercom_wants_each_time(run: FrontDoor) -> None:
    blog = "https://blog.harborlights.test"
    ran = run("content-sources", "update", blog, "--status", "deactivated").ok()
    assert ran.bodies()[-1] == {
        "sync_behavior": "automated",
        "url": blog,
        "status": "deactivated",
    }
    assert run("content-sources", "update", "2", transport=Unreachable()).code == 2


def test_a_new_source_is_fed_through_the_api(run: FrontDoor) -> None:
    ran = run(
        "content-sources", "create", "--url", "https://docs.acme.test", "--audience", "1"
    ).ok()
    wanted = {"sync_behavior": "api", "url": "https://docs.acme.test", "audience_ids": [1]}
    assert ran.bodies() == [wanted]
    ran = run("content-sources", "delete", "3", terminal=True, stdin="y\n").ok()
    said = "Delete content source https://status.harborlights.test (3) from sandbox, with all its"
    assert ran.err.startswith(said)


def test_changing_a_page_keeps_what_intercom_wants_each_time(run: FrontDoor) -> None:
    before = run("external-pages", "get", "2").ok().json
    ran = run("external-pages", "update", "2", "--title", "Tides", "--no-fin").ok()
    kept = {name: before[name] for name in ("html", "url", "locale", "source_id")}
    assert ran.bodies()[-1] == {"title": "Tides", "fin_availability": False, **kept}


def test_a_page_names_its_source_by_its_address(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "locks.html"
    file.write_text("Open at dawn.")
    words = ["--source", "https://docs.harborlights.test", "--external-id", "locks"]
    words += ["--title", "Locks", "--html-file", str(file), "--no-fin"]
    ran = run("external-pages", "create", *words).ok()
    assert ran.bodies()[-1] == {
        "title": "Locks",
        "html": "Open at dawn.",
        "source_id": 1,
        "external_id": "locks",
        "ai_agent_availability": False,
        "locale": "en",
    }


def test_a_dry_run_shows_what_would_be_looked_up(run: FrontDoor) -> None:
    words = ["news-items", "update", "8", "--label", "X", "--dry-run"]
    rows = run(*words, transport=Unreachable()).ok().rows
    assert [row["method"] for row in rows] == ["GET", "PUT"]
    assert rows[-1]["body"] == {"labels": ["X"], "title": "TITLE", "sender_id": "SENDER_ID"}


def test_folders_are_for_the_preview_only(run: FrontDoor) -> None:
    ran = run("folders", "list", transport=Unreachable())
    assert ran.code == 2
    assert ran.error["hint"] == "add --api-version Preview"


def test_folders_are_made_moved_and_deleted(run: FrontDoor) -> None:
    ran = run("folders", "create", "--name", "Legal", "--inside", "1", *PREVIEW).ok()
    assert ran.bodies() == [{"folder": {"name": "Legal", "parent_folder_id": 1}}]
    id = str(ran.json["id"])
    assert lists(run, "folders", "list", "--inside", "1", *PREVIEW) == {"3", id}
    run("folders", "update", id, "--set", "folder.parent_folder_id=null", *PREVIEW).ok()
    assert lists(run, "folders", "list", "--inside", "1", *PREVIEW) == {"3"}
    ran = run("folders", "delete", id, *PREVIEW, terminal=True, stdin="y\n").ok()
    assert f"Delete folder Legal ({id}) from sandbox?" in ran.err
    assert lists(run, "folders", "list", *PREVIEW) == {"1", "2", "3"}


@pytest.mark.parametrize(
    ("noun", "where", "ids"),
    [
        ("articles", "parent_ids = 8", {"27", "28"}),
        ("articles", "parent_ids = null", {"29", "30"}),
        ("help-centers", "locales = de", {"1"}),
        ("help-centers", "locales != de", {"2"}),
        ("news-items", "labels in (API, partners)", {"5", "7"}),
        ("news-items", "labels ~ repo", {"1"}),
        ("news-items", "labels = null", {"4", "8"}),
    ],
)
def test_a_list_is_what_one_of_its_items_is(
    run: FrontDoor, noun: str, where: str, ids: set[str]
) -> None:
    assert lists(run, noun, "list", "--where", where) == ids
