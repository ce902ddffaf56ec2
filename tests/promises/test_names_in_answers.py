"""Names beside ids: in every format, never at the cost of the answer, and as people read them."""

from __future__ import annotations

import shlex
import threading
from collections.abc import Callable
from typing import Any

import httpx2 as httpx
import pytest
from front_door import FrontDoor, answer, refusal
from hypothesis import given
from hypothesis import strategies as st
from mutations import Answering, encoded

from intercom_cli.errors import close_matches

SEEN = {"NO_COLOR": "1", "COLUMNS": "160"}
ADMINS = {"type": "admin.list", "admins": [{"type": "admin", "id": "7", "name": "Ada &amp; Co"}]}
ARTICLE = {"type": "article", "id": "1", "title": "Terms &amp; prices", "state": "draft",
           "parent_ids": [], "author_id": 7, "updated_at": 1700000000}  # fmt: skip
ARTICLES = {"type": "list", "data": [ARTICLE], "total_count": 1, "pages": None}
PART = {"id": "9", "part_type": "conversation_attribute_updated_by_workflow", "body": None,
        "author": {"type": "bot", "id": "0", "name": "Fin"}, "created_at": 1700000000}  # fmt: skip


class Odd(Answering):
    """Gives the articles, and something else in place of the admins."""

    def __init__(self, give: Callable[[], httpx.Response]) -> None:
        super().__init__({"GET /articles": ARTICLES})
        self.give = give

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/admins":
            return self.give()
        return super().handle_request(request)


def limited() -> httpx.Response:
    return refusal(429, "rate_limit_exceeded", retry_after="30")


@pytest.mark.parametrize(
    "give",
    [
        lambda: refusal(404),
        lambda: refusal(500),
        lambda: refusal(401),
        limited,
        lambda: httpx.Response(200, html="<html>login</html>"),
        lambda: answer({"admins": [None, 5, {"id": {}}, {"id": "7", "name": ["x"]}]}),
        lambda: answer({"admins": "none"}),
        lambda: answer([]),
    ],
    ids=["404", "500", "401", "429", "html", "odd items", "no list", "empty"],
)
def test_ids_stand_where_names_cannot_be_looked_up(
    run: FrontDoor, give: Callable[[], httpx.Response]
) -> None:
    seen = run("articles", "list", transport=Odd(give), terminal=True, **SEEN).ok()
    assert seen.out.split("\n")[2].split()[-4] == "7"
    assert seen.sent().count("GET /admins") <= 1, "it is not asked for again"
    assert "rror" not in seen.err
    asked = ["articles", "list", "--fields", "id,author.name"]
    assert run(*asked, transport=Odd(give)).ok().rows == [{"id": "1", "author": {"name": "7"}}]


@pytest.mark.slow
def test_an_answer_does_not_wait_for_names_that_do_not_come(run: FrontDoor) -> None:
    ended = threading.Event()

    def never() -> httpx.Response:
        assert ended.wait(60)
        return answer(ADMINS)

    seen = run("articles", "list", transport=Odd(never), terminal=True, **SEEN).ok()
    assert not ended.is_set()
    assert "Terms & prices" in seen.out
    assert seen.sent().count("GET /admins") == 1
    ended.set()


@pytest.mark.slow
def test_one_slow_look_up_is_the_last_one(run: FrontDoor) -> None:
    ended = threading.Event()

    class Slow(Answering):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path != "/articles/1":
                assert ended.wait(60)
            return super().handle_request(request)

    article = {**ARTICLE, "parent_ids": [5]}
    line = Slow({"GET /articles/1": article})
    seen = run("articles", "get", "1", transport=line, terminal=True, **SEEN).ok()
    assert not ended.is_set()
    assert len(seen.requests) == 2, "the article, and one list of names"
    ended.set()


@pytest.mark.parametrize(
    "words",
    [
        "conversations list --where 'id = 7'",
        "conversations reply 7 Hello --yes",
        "conversations note 7 Hello",
        "conversations update 7 --title T",
        "conversations close 7",
        "tickets update 215470000003 --title T",
        "articles create --title T --author 'Mei Tanaka'",
        "articles update 30 --title T",
    ],
)
def test_every_table_names_the_same_way(run: FrontDoor, words: str) -> None:
    seen = run(*shlex.split(words), terminal=True, **SEEN).ok()
    assert "9912674" not in seen.out
    names = [one["name"] for one in run("admins", "list").ok().rows]
    assert any(name in seen.out for name in names)


def test_programs_get_the_names_that_tables_show(run: FrontDoor) -> None:
    fields = "id,assignee.name,team.name,admin_assignee_id,team_assignee_id"
    rows = run("conversations", "list", "--all", "--fields", fields).ok().rows
    admins = {one["id"]: one["name"] for one in run("admins", "list").ok().rows}
    teams = {one["id"]: one["name"] for one in run("teams", "list").ok().rows}
    for row in rows:
        assert row["assignee"]["name"] == admins.get(str(row["admin_assignee_id"]))
        assert row["team"]["name"] == teams.get(str(row["team_assignee_id"]))
    assert {row["assignee"]["name"] for row in rows} - {None}
    sheet = run("contacts", "list", "--all", "-o", "csv", "--fields", "owner.name").ok().out
    assert set(sheet.splitlines()) >= {"owner.name", "Ruth Okafor"}


def test_a_real_field_wins_over_a_name_that_is_looked_up(run: FrontDoor) -> None:
    own = {"type": "list", "data": [{**ARTICLE, "author": {"name": "Own"}}], "pages": None}
    ran = run(
        "articles", "list", "--fields", "author.name", transport=Answering({"GET /articles": own})
    )
    assert ran.ok().rows == [{"author": {"name": "Own"}}]
    assert ran.sent() == ["GET /articles?per_page=50"]


def test_programs_get_the_plain_text_of_bodies(run: FrontDoor) -> None:
    both = run("conversations", "get", "12", "--fields", "source.body,source.body.text").ok().json
    body = both["source"]["body"]
    assert body.startswith("<p>")
    assert both["source"]["body.text"] == body.removeprefix("<p>").removesuffix("</p>")
    alone = run("conversations", "get", "12", "--fields", "source.body.text").ok().json
    assert alone == {"source": {"body": {"text": both["source"]["body.text"]}}}
    parts = "conversation_parts.conversation_parts.body.text"
    inside = run("conversations", "get", "7", "--fields", parts).ok().json
    texts = [one["body"]["text"] for one in inside["conversation_parts"]["conversation_parts"]]
    assert "1. Watch the tour\n2. Join us on Tuesday" in texts


def test_what_can_be_made_of_records_is_listed_with_their_fields(run: FrontDoor) -> None:
    rows = run("conversations", "list", "--fields", "?").ok().rows
    known = {row["field"]: row["type"] for row in rows}
    for field in ("assignee.name", "team.name", "source.body.text"):
        assert known[field] == "text"
        assert not run("conversations", "list", "--fields", field).ok().err


def test_names_are_read_as_signs_and_kept_exact_as_data(run: FrontDoor) -> None:
    answers = Answering({"GET /articles": ARTICLES, "GET /admins": ADMINS})
    seen = run("articles", "list", transport=answers, terminal=True, **SEEN).ok()
    assert "Terms & prices" in seen.out
    assert "Ada & Co" in seen.out
    for form in ("json", "ndjson", "csv"):
        told = run("articles", "list", "-o", form, transport=answers).ok()
        assert "Terms &amp; prices" in told.out


def test_a_name_that_is_shown_can_be_typed(run: FrontDoor) -> None:
    tags = {"type": "list", "data": [{"type": "tag", "id": "5", "name": "Phone &amp; SMS"}]}
    found = {"type": "list", "data": [], "total_count": 0, "pages": {"type": "pages"}}
    answers = Answering({"GET /tags": tags, "POST /contacts/search": found})
    for typed in ("Phone & SMS", "phone &amp; sms"):
        words = ["contacts", "list", "--where", f'tag = "{typed}"']
        ran = run(*words, transport=answers).ok()
        assert '"value":"5"' in (ran.requests[-1].content.decode())


def test_a_text_that_is_shown_can_be_typed_where_it_is_decided_here(run: FrontDoor) -> None:
    answers = Answering({"GET /articles": ARTICLES})
    for typed in ("Terms & prices", "terms &amp; PRICES"):
        for test in ("title = {}", "title ~ {}", "not title != {}"):
            words = ["articles", "list", "--where", test.format(f'"{typed}"')]
            assert [row["id"] for row in run(*words, transport=answers).ok().rows] == ["1"]


def test_a_part_that_tells_nothing_is_said_to_tell_nothing(run: FrontDoor) -> None:
    parts: dict[str, Any] = {"conversation_parts": [PART], "total_count": 1}
    talk = {"type": "conversation", "id": "1", "conversation_parts": parts}
    answers = Answering({"GET /conversations/1": talk})
    seen = run("conversations", "get", "1", transport=answers, terminal=True, **SEEN).ok()
    assert "Fin (bot) changed an attribute" in seen.out
    assert "None" not in seen.out


def test_a_change_is_reported_before_an_answer_that_cannot_be_read(run: FrontDoor) -> None:
    broken = httpx.Response(200, headers={"content-type": "application/json"}, content=b"{")
    for words in (
        ["contacts", "update", "6762f0dd1bb69f9f2193bb83", "--name", "New"],
        ["conversations", "note", "12", "Hello", "--admin", "7"],
        ["tags", "create", "--name", "T"],
    ):
        ran = run.scripted(broken, words=words)
        assert ran.code == 9
        first, second = ran.err.splitlines()[:2]
        assert first.endswith("in sandbox.")
        assert '"server_error"' in second


def test_a_suggestion_is_never_what_was_typed(run: FrontDoor) -> None:
    nameless = Answering({"GET /tags": {"type": "list", "data": [{"type": "tag", "id": "5"}]}})
    ran = run("tags", "list", "--fields", "id,name", transport=nameless).ok()
    assert ran.err == "warning: No record has name.\n"


def test_a_suggestion_for_a_name_is_never_that_name(run: FrontDoor) -> None:
    for name in [one["name"] for one in run("teams", "list").ok().rows]:
        for typed in (name[:-1], name + "x", name.split()[0] + " 2"):
            ran = run("teams", "get", typed)
            assert ran.code == 6
            assert f"did you mean {typed!r}" not in ran.err


@given(st.text("abcxyz", min_size=1, max_size=6), st.lists(st.text("abcxyz", max_size=6)))
def test_no_word_is_close_to_itself(word: str, known: list[str]) -> None:
    assert word not in close_matches(word, [word, *known], cutoff=0.0, n=9)


def test_a_record_on_a_terminal_names_what_its_ids_stand_for(run: FrontDoor) -> None:
    admins = {one["id"]: one["name"] for one in run("admins", "list").ok().rows}
    shelves = {str(one["id"]): one["name"] for one in run("collections", "list").ok().rows}
    article = run("articles", "get", "3").ok().json
    seen = run("articles", "get", "3", terminal=True, **SEEN).ok().out
    assert f"{admins[str(article['author_id'])]} ({article['author_id']})" in seen
    assert all(f"{shelves[str(one)]} ({one})" in seen for one in article["parent_ids"])
    owned = run("contacts", "list", "--where", "owner is not null", "--limit", "1").ok().json
    seen = run("contacts", "get", owned["id"], terminal=True, **SEEN).ok().out
    assert f"{admins[owned['owner_id']]} ({owned['owner_id']})" in seen


def test_a_list_looks_up_no_names_that_it_does_not_show(run: FrontDoor) -> None:
    seen = run("contacts", "list", "--limit", "2", terminal=True, **SEEN).ok()
    assert seen.sent() == ["GET /contacts?per_page=2"]
    told = run("contacts", "list", "--where", "role = lead", "--explain", terminal=True).ok().out
    assert "names" not in told


@pytest.mark.parametrize("give", [lambda: refusal(500), lambda: answer({"admins": [None, 5]})])
def test_a_record_is_shown_where_its_names_cannot_be_looked_up(
    run: FrontDoor, give: Callable[[], httpx.Response]
) -> None:
    line = Odd(give)
    line.answers["GET /articles/1"] = encoded(ARTICLE)
    assert "7" in run("articles", "get", "1", transport=line, terminal=True, **SEEN).ok().out
