"""Content of every kind: searched, and changed many pieces at once."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from front_door import FrontDoor, Ran, Unreachable


def query_of(ran: Ran) -> dict[str, list[str]]:
    return parse_qs(urlsplit(ran.sent()[-1].split()[1]).query)


def found(run: FrontDoor, *words: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = run("content", "search", *words, "--all").ok().rows
    return rows


def test_a_search_is_complete_over_several_pages(run: FrontDoor) -> None:
    for number in range(60):
        run("content-snippets", "create", "--title", f"Extra {number}", "--body", "x").ok()
    ran = run("content", "search", "--type", "snippet", "--all").ok()
    assert len({row["id"] for row in ran.rows}) == 66
    assert len(ran.requests) == 4  # twice, as new ones can come anywhere


def test_the_filters_go_as_intercom_calls_them(run: FrontDoor) -> None:
    words = ["--query", "fee", "--type", "article", "--type", "snippet", "--state", "draft"]
    words += ["--locale", "de", "--fin", "on", "--copilot", "off", "--sales-agent", "on"]
    words += ["--folder", "2", "--updated-after", "2026-01-31"]
    words += ["--created-by", "Jonas Weber", "--updated-by", "991267459"]
    asked = query_of(run("content", "search", *words).ok())
    assert asked == {
        "query": ["fee"],
        "content_types": ["article,snippet"],
        "states": ["draft"],
        "locales": ["de"],
        "fin_service_state": ["on"],
        "copilot_state": ["off"],
        "fin_sales_state": ["on"],
        "folder_ids": ["2"],
        "folder_entity_type": ["folder"],
        "updated_at_after": ["1769835600"],
        "created_by_ids": ["991267460"],
        "last_updated_by_ids": ["991267459"],
        "per_page": ["50"],
    }


def test_tags_are_found_by_name_and_left_out_by_name(run: FrontDoor) -> None:
    asked = query_of(
        run("content", "search", "--tag", "VIP", "--without-tag", "Feature request").ok()
    )
    assert asked["any_tag_ids"] == ["1"]
    assert asked["tag_operator"] == ["NIN"]
    vip = {(row["type"], row["id"]) for row in found(run, "--tag", "VIP")}
    rest = {(row["type"], row["id"]) for row in found(run, "--without-tag", "VIP")}
    assert vip
    assert not vip & rest
    assert len(vip) + len(rest) == len(found(run))


@pytest.mark.parametrize(
    "words",
    [
        ["search", "--type", "page"],
        ["search", "--fin", "maybe"],
        ["search", "--folder", ""],
        ["search", "--tag", ""],
        ["search", "--created-by", ""],
        ["search", "--updated-after", "soon"],
        ["tag", "article:1"],
        ["tag", "article:1", "--tag", ""],
        ["tag", "", "--tag", "VIP"],
        ["tag", "12", "--tag", "VIP"],
        ["tag", "page:12", "--tag", "VIP"],
        ["tag", "article:", "--tag", "VIP"],
        ["tag", "external_content:1", "--tag", "VIP"],
        ["publish", "article:12"],
        ["publish", "-"],
        ["delete", "external_content:1"],
        ["availability", "snippet:1"],
        ["audience", "snippet:1"],
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(
    run: FrontDoor, words: list[str]
) -> None:
    more = [] if words[0] == "search" else ["--yes"]
    ran = run("content", *words, *more, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"]


def test_many_pieces_are_asked_for_once_and_named(run: FrontDoor) -> None:
    words = ["content", "tag", "article:12", "snippet:2", "article:12", "--tag", "Feature request"]
    ran = run(*words)
    assert ran.code == 3
    assert ran.requests == []
    assert "Tag 2 pieces of content (article:12, content_snippet:2) with Feature request" in ran.err
    ran = run(*words, terminal=True, stdin="y\n").ok()
    assert ran.sent() == ["GET /tags", "POST /content/bulk_actions"]
    assert ran.bodies()[-1] == {
        "action": "update_tags",
        "content_ids": [
            {"type": "article", "id": "12"},
            {"type": "content_snippet", "id": "2"},
        ],
        "tags": {"add_tag_ids": [tag_id(run, "Feature request")]},
    }
    assert {row["id"] for row in found(run, "--tag", "Feature request", "--query", "password")} == {
        "12",
        "2",
    }


def test_a_tag_nobody_made_is_told_before_anybody_is_asked(run: FrontDoor) -> None:
    words = ["content", "tag", "article:12", "--tag", "Nope"]
    for ran in (run(*words, terminal=True), run(*words, "--yes", "-o", "json")):
        assert ran.code == 6
        assert "There is no tag 'Nope'." in ran.err
        assert "intercom tags list" in ran.err
        assert "[y/N]" not in ran.err


def tag_id(run: FrontDoor, name: str) -> int:
    return next(int(tag["id"]) for tag in run("tags", "list").ok().rows if tag["name"] == name)


def test_untag_takes_tags_off(run: FrontDoor) -> None:
    ran = run("content", "untag", "article:12", "--tag", "VIP", "--yes").ok()
    assert ran.bodies()[-1]["tags"] == {"remove_tag_ids": [1]}
    assert "12" not in {row["id"] for row in found(run, "--tag", "VIP", "--type", "article")}


def test_what_a_search_found_is_taken_from_standard_input(run: FrontDoor) -> None:
    lines = run("content", "search", "--query", "password", "--type", "article").ok().out
    ran = run("content", "unpublish", "-", "--yes", stdin=lines).ok()
    assert ran.bodies()[-1] == {
        "action": "unpublish",
        "content_ids": [{"type": "article_content", "id": id} for id in ("17", "18", "19")],
    }
    assert run("articles", "get", "12").ok().json["state"] == "draft"
    ran = run("content", "publish", "-", "--yes", stdin="article_content:17\n\n").ok()
    assert run("articles", "get", "12").ok().json["state"] == "published"
    said = "Asked Intercom to publish 1 piece of content (article_content:17) in sandbox.\n"
    assert ran.err == said


def test_a_found_article_is_tagged_as_a_whole(run: FrontDoor) -> None:
    lines = run("content", "search", "--query", "password", "--type", "article").ok().out
    ran = run("content", "tag", "-", "--tag", "1", "--yes", stdin=lines).ok()
    assert ran.bodies()[-1]["content_ids"] == [{"type": "article", "id": "12"}]


def test_a_pipe_never_counts_as_an_answer(run: FrontDoor) -> None:
    ran = run("content", "delete", "-", stdin="snippet:3\ny\n")
    assert ran.code in (2, 3)
    assert ran.requests == []
    assert run("content-snippets", "get", "3").code == 0


def test_a_thousand_pieces_are_the_most(run: FrontDoor) -> None:
    lines = "".join(f"snippet:{number}\n" for number in range(1, 1002))
    ran = run("content", "delete", "-", "--yes", stdin=lines, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"] == "1,001 pieces of content were named; 1,000 are the most."
    lines = "".join(f"snippet:{number}\n" for number in range(1, 1001))
    ran = run("content", "availability", "-", "--no-fin", "--yes", stdin=lines).ok()
    assert len(ran.bodies()[-1]["content_ids"]) == 1000
    assert "and 997 more" in ran.err


def test_lines_that_are_no_content_are_refused(run: FrontDoor) -> None:
    for line in ('{"id":"1"}', '{"type":"contact","id":"1"}', '{"type":', "snippet"):
        ran = run("content", "delete", "-", "--yes", stdin=line, transport=Unreachable())
        assert ran.code == 2, line


def test_delete_deletes(run: FrontDoor) -> None:
    run("content", "delete", "snippet:3", "internal-article:8", "--yes").ok()
    assert run("content-snippets", "get", "3").code == 6
    assert run("internal-articles", "get", "8").code == 6


def test_availability_changes_only_what_is_named(run: FrontDoor) -> None:
    ran = run("content", "availability", "snippet:6", "--fin", "--yes").ok()
    assert ran.bodies()[-1]["availability"] == {"ai_agent": True}
    snippet = run("content-snippets", "get", "6").ok().json
    assert snippet["ai_chatbot_availability"] is True
    assert snippet["ai_copilot_availability"] is False


def test_an_audience_is_added_and_taken_away(run: FrontDoor) -> None:
    words = ["--add", "1", "--remove", "2", "--remove-all"]
    ran = run("content", "audience", "snippet:2", *words, "--yes").ok()
    wanted = {"add_segment_ids": [1], "remove_segment_ids": [2], "remove_all": True}
    assert ran.bodies()[-1]["audience"] == wanted
    assert run("content-snippets", "get", "2").ok().json["audience_ids"] == [1]


def test_a_dry_run_shows_the_action_and_needs_nobody(run: FrontDoor) -> None:
    words = ["content", "delete", "snippet:3", "--dry-run"]
    shown = json.loads(run(*words, transport=Unreachable()).ok().out)
    assert shown["body"] == {
        "action": "delete",
        "content_ids": [{"type": "content_snippet", "id": "3"}],
    }
