"""Articles: read, written, staged, published and tagged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, Scripted, Unreachable, answer, refusal

RUTH = 991267459


def article(run: FrontDoor, id: str) -> dict[str, Any]:
    found: dict[str, Any] = run("articles", "get", id).ok().json
    return found


def test_a_list_is_complete_over_several_pages(run: FrontDoor) -> None:
    for number in range(130):
        words = ["--title", f"Extra {number}", "--author", str(RUTH)]
        run("articles", "create", *words).ok()
    ran = run("articles", "list", "--all").ok()
    assert len({row["id"] for row in ran.rows}) == 160
    first = "GET /articles?per_page=150"
    assert ran.sent() == [first, f"{first}&page=2", first]


def test_where_decides_on_the_fields_of_articles(run: FrontDoor) -> None:
    rows = run("articles", "list", "--where", "state = draft and title ~ api").ok().rows
    assert [row["id"] for row in rows] == ["21"]


def test_search_finds_a_phrase_and_asks_nothing_in_a_body(run: FrontDoor) -> None:
    ran = run("articles", "search", "--phrase", "password", "--state", "published").ok()
    assert [row["id"] for row in ran.rows] == ["12"]
    assert ran.sent() == ["GET /articles/search?phrase=password&state=published&per_page=50"]
    assert ran.bodies() == [None]


def test_a_search_is_complete_over_several_pages(run: FrontDoor) -> None:
    rows = run("articles", "search", "--phrase", "a", "--all").ok().rows
    listed = run("articles", "list", "--all").ok().rows
    assert len(rows) == len({row["id"] for row in rows}) == len(listed) == 30


def test_a_search_takes_a_help_center_by_its_name(run: FrontDoor) -> None:
    words = ["articles", "search", "--help-center", "Harbor Lights Partners"]
    assert {row["id"] for row in run(*words).ok().rows} == {"27", "28"}


def test_get_shows_a_person_the_text_below_the_rest(run: FrontDoor) -> None:
    page = run("articles", "get", "12", terminal=True).ok().out
    head, _, text = page.partition("\n\n")
    assert "Reset your password" in head
    assert "en, de, fr" in head
    assert "body" not in head
    assert "## Step by step" in text
    assert "1. Open the sign-in page" in text
    assert "<p" not in page


def test_get_gives_a_program_exactly_what_came(run: FrontDoor) -> None:
    assert run("articles", "get", "12").ok().json == run("request", "/articles/12").ok().json
    assert run("articles", "get", "12", "--jq", ".id", terminal=True).ok().out == '"12"\n'


def test_the_text_of_an_article_cannot_steer_a_terminal(run: FrontDoor) -> None:
    run("articles", "update", "11", "--body", "<p>\x1b[2JBoo</p>").ok()
    assert "\x1b[2J" not in run("articles", "get", "11", "--color", "never", terminal=True).ok().out


def test_the_author_is_who_is_signed_in(run: FrontDoor) -> None:
    ran = run("articles", "create", "--title", "Moor safely").ok()
    assert ran.sent() == ["GET /me", "POST /articles"]
    assert ran.bodies()[-1] == {"title": "Moor safely", "author_id": RUTH}
    assert ran.json["state"] == "draft"
    assert ran.err == f"Created article {ran.json['id']} in sandbox.\n"


def test_the_author_can_be_named(run: FrontDoor) -> None:
    ran = run("articles", "create", "--title", "X", "--author", "jonas@harborlights.test").ok()
    assert ran.json["author_id"] == 991267460


def test_a_collection_is_named_by_id_or_name(run: FrontDoor) -> None:
    for name in ("2", "billing"):
        words = ["--title", "X", "--author", str(RUTH), "--collection", name]
        ran = run("articles", "create", *words).ok()
        assert ran.bodies()[-1]["parent_id"] == 2
        assert ran.bodies()[-1]["parent_type"] == "collection"
        assert ran.json["parent_ids"] == [2]


def test_a_collection_nobody_knows_stops_it(run: FrontDoor) -> None:
    ran = run("articles", "create", "--title", "X", "--collection", "Biling")
    assert ran.code == 6
    assert ran.error["message"] == "There is no collection 'Biling'; did you mean 'Billing'?"
    assert "Billing" in ran.error["message"]
    assert ran.error["hint"] == "intercom collections list"
    assert "POST /articles" not in ran.sent()


def test_html_and_markdown_go_where_they_belong(run: FrontDoor, tmp_path: Path) -> None:
    for name, text, place in (
        ("page.html", "Plain", "body"),
        ("page.md", "<b>Still</b> Markdown", "body_markdown"),
        ("page", "<p>HTML</p>", "body"),
        ("page.txt", "# Markdown", "body_markdown"),
    ):
        file = tmp_path / name
        file.write_text(text)
        ran = run("articles", "update", "11", "--body-file", str(file)).ok()
        assert ran.bodies() == [{place: text}]
    typed = run("articles", "update", "11", "--body", "## Steps").ok()
    assert typed.bodies() == [{"body_markdown": "## Steps"}]
    for option in ("--body-file", "--body"):
        ran = run("articles", "update", "11", option, "-", stdin="<h2>Steps</h2>\n").ok()
        assert ran.bodies() == [{"body": "<h2>Steps</h2>\n"}]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["create"], "Nothing was given; use "),
        (["create", "--description", "x"], "An article needs --title."),
        (["update", "11"], "Nothing was given; use "),
        (["stage", "12"], "Nothing was given; use "),
        (["update", "11", "--body", ""], "The text is empty."),
        (["update", "11", "--body", " \n"], "The text is empty."),
        (["update", "11", "--body-file", ""], "The name of the file is empty."),
        (["update", "11", "--body-file", "/nowhere.md"], "Cannot read /nowhere.md"),
        (["update", "11", "--body", "a", "--body-file", "-"], "Give --body or --body-file"),
        (["update", "11", "--collection", ""], "The name of the collection is empty."),
        (["update", "11", "--author", ""], "The name of the admin is empty."),
        (["update", "11", "--state", "live"], "'live' is not one of"),
        (["update", "11", "--set", "titel=x"], "titel is no field"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(
    run: FrontDoor, words: list[str], message: str
) -> None:
    ran = run("articles", *words, stdin="text", transport=Unreachable())
    assert ran.code == 2
    assert message in ran.error["message"]


def test_publishing_needs_somebody_to_agree(run: FrontDoor) -> None:
    for words in (
        ["create", "--title", "Moor safely", "--state", "published"],
        ["update", "11", "--state", "published"],
        ["update", "11", "--set", "state=published"],
        ["update", "11", "--data", '{"state":"published"}'],
        ["update", "6", "--set", "translated_content.fr.state=published"],
        ["update", "11", "--publish-at", "tomorrow"],
        ["publish", "7"],
    ):
        ran = run("articles", *words)
        assert ran.code == 3, words
        assert ran.requests == []
        assert ran.error["hint"] == "add --yes to do it without asking"
    assert article(run, "11")["state"] == "draft"


def test_the_question_names_the_article_as_it_was_found(run: FrontDoor) -> None:
    words = ["articles", "update", "11", "--state", "published"]
    ran = run(*words, terminal=True, stdin="n\n")
    question = "Publish article Add VAT and tax numbers (11) to its readers in sandbox? [y/N] "
    assert ran.err.startswith(question)
    assert ran.code == 3
    assert ran.sent() == ["GET /articles/11"]
    assert run(*words, terminal=True, stdin="y\n").code == 0
    assert article(run, "11")["state"] == "published"


def test_a_new_article_is_asked_for_by_its_title(run: FrontDoor) -> None:
    words = ["articles", "create", "--title", "Moor safely", "--state", "published"]
    ran = run(*words, terminal=True, stdin="n\n")
    assert ran.err.startswith("Publish article Moor safely to its readers in sandbox? [y/N] ")
    assert {request.method for request in ran.requests} <= {"GET"}


def test_withdrawing_and_drafts_ask_nothing(run: FrontDoor) -> None:
    assert run("articles", "update", "1", "--state", "draft").ok().json["state"] == "draft"
    run("articles", "create", "--title", "X", "--state", "draft").ok()


def test_plans_go_as_iso_8601(run: FrontDoor) -> None:
    words = ["--publish-at", "2099-01-31T12:00:00Z", "--yes"]
    ran = run("articles", "update", "11", *words).ok()
    assert ran.bodies() == [{"scheduled_publish_at": "2099-01-31T12:00:00Z"}]
    words = ["--unpublish-at", "2099-02-01"]
    ran = run("articles", "update", "1", *words).ok()
    assert ran.bodies() == [{"scheduled_unpublish_at": "2099-02-01T05:00:00Z"}]


def test_a_staged_draft_waits_until_it_is_published(run: FrontDoor) -> None:
    staged = run("articles", "stage", "12", "--body", "# Reset it").ok()
    assert staged.sent() == ["PUT /articles/12/draft"]
    assert staged.err == "Staged a draft of article 12 in sandbox.\n"
    assert "Reset it" not in article(run, "12")["body"]
    assert "Reset it" in run("articles", "draft", "12").ok().json["body"]
    ran = run("articles", "publish", "12", "--yes").ok()
    assert ran.sent() == ["GET /articles/12/draft", "POST /articles/12/draft/publish"]
    assert ran.bodies()[-1] == {"locales": ["en"]}
    assert ran.err == "Published the draft (en) of article 12 in sandbox.\n"
    assert "Reset it" in article(run, "12")["body"]


def test_publish_without_a_language_takes_all_that_wait(run: FrontDoor) -> None:
    german = "translated_content.de.title=Neues Passwort"
    run("articles", "stage", "12", "--title", "New", "--set", german).ok()
    ran = run("articles", "publish", "12", "--yes").ok()
    assert ran.bodies()[-1] == {"locales": ["en", "de"]}


def test_publish_takes_the_languages_that_are_named(run: FrontDoor) -> None:
    german = "translated_content.de.title=Neues Passwort"
    run("articles", "stage", "12", "--title", "New", "--set", german).ok()
    ran = run("articles", "publish", "12", "--locale", "de", terminal=True, stdin="y\n").ok()
    assert "Publish the draft of article New (12) in de to its readers in sandbox?" in ran.err
    assert {"locales": ["de"]} in ran.bodies()
    assert article(run, "12")["title"] == "Reset your password"


def test_a_workspace_of_one_language_is_told_none(run: FrontDoor) -> None:
    draft = {"id": "5", "title": "X", "has_unpublished_changes": True}
    done = answer({**draft, "has_unpublished_changes": False})
    ran = run.scripted(answer(draft), done, words=["articles", "publish", "5", "--yes"]).ok()
    assert ran.bodies()[-1] is None
    assert ran.err == "Published the draft of article 5 in sandbox.\n"


def test_publish_says_when_there_is_no_draft(run: FrontDoor) -> None:
    ran = run("articles", "publish", "12", "--yes")
    assert ran.code == 6
    assert ran.error["message"] == "There is no draft of an article 12."
    assert ran.error["hint"] == "intercom articles stage 12 --body-file FILE"


def test_versions_are_listed_in_one_language_and_shown(run: FrontDoor) -> None:
    ran = run("articles", "versions", "1", "--locale", "de").ok()
    assert [row["id"] for row in ran.rows] == ["4", "3"]
    assert "locale=de" in ran.sent()[0]
    assert run("articles", "version", "1", "3").ok().json["title"].endswith("(new)")
    assert "## Step by step" in run("articles", "version", "1", "3", terminal=True).ok().out


def test_tags_are_put_on_and_taken_off_by_name(run: FrontDoor) -> None:
    ran = run("articles", "tag", "1", "vip").ok()
    assert ran.sent() == ["GET /tags", "POST /articles/1/tags"]
    assert [tag["name"] for tag in article(run, "1")["tags"]["tags"]] == ["VIP"]
    run("articles", "untag", "1", "VIP").ok()
    assert article(run, "1")["tags"]["tags"] == []


def test_delete_asks_and_names_the_article(run: FrontDoor) -> None:
    ran = run("articles", "delete", "30", terminal=True, stdin="n\n")
    assert "Delete article Holiday opening hours (30) from sandbox?" in ran.err
    assert ran.sent() == ["GET /articles/30"]
    assert run("articles", "delete", "30", "--yes").ok().sent() == ["DELETE /articles/30"]
    assert run("articles", "get", "30").code == 6


def test_a_person_sees_names_and_a_program_ids(run: FrontDoor) -> None:
    ran = run("articles", "list", "--limit", "3", terminal=True).ok()
    assert "For partners" in ran.out
    assert "Mei Tanaka" in ran.out
    assert "991267461" not in ran.out
    assert [line.partition("?")[0] for line in ran.sent()[1:]] == [
        "GET /admins",
        "GET /help_center/collections",
    ]
    ran = run("articles", "list", "--limit", "3").ok()
    assert len(ran.requests) == 1
    assert ran.rows == run("request", "/articles?per_page=3").ok().json["data"]


def test_ids_stay_where_the_token_may_not_read_names(run: FrontDoor) -> None:
    row = {"id": "1", "title": "X", "state": "draft", "author_id": 7, "parent_ids": [2, 4]}
    listed = answer({"type": "list", "data": [row]})
    script = Scripted([listed, refusal(403), refusal(403)])
    ran = run("articles", "list", "--color", "never", terminal=True, transport=script).ok()
    assert ran.out.splitlines()[-1].split() == ["1", "X", "draft", "4", "7"]


def test_a_moved_article_names_its_collection_as_text(run: FrontDoor) -> None:
    ran = run("articles", "update", "11", "--collection", "Getting started").ok()
    assert ran.bodies()[-1] == {"parent_id": "1", "parent_type": "collection"}
    assert article(run, "11")["parent_ids"] == [1]
