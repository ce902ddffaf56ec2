"""Bugs of the official CLI that the newer nouns could have too; the numbers are those of its list."""

from __future__ import annotations

from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Unreachable, answer, refusal

SOMEONE = "6762f0dd1bb69f9f2193bb83"
POSTS = (
    ["conversations", "reply", "12", "Hello", "--admin", "991267459"],
    ["conversations", "note", "12", "Hello", "--admin", "991267459"],
    ["tickets", "reply", "215470000003", "Hello", "--admin", "991267459"],
    ["messages", "send", "--to", SOMEONE, "--body", "Hi", "--from", "991267459"],
    ["exports", "start"],
    ["fin", "start", "talk-1", "Hello", "--user", "42"],
)


@pytest.mark.parametrize("words", [POSTS[0], POSTS[2], POSTS[3]], ids=lambda words: words[0])
def test_b03_customers_are_not_written_to_without_a_yes(run: FrontDoor, words: list[str]) -> None:
    ran = run(*words, stdin="y\n", transport=Unreachable())
    assert ran.code == 3
    assert "--yes" in ran.error["hint"]


@pytest.mark.parametrize("noun", ["conversations", "tickets", "admins", "teams", "articles"])
def test_b10_every_noun_lists_its_rows(run: FrontDoor, noun: str) -> None:
    rows = run(noun, "list", "--all").ok().rows
    assert len({row["id"] for row in rows}) == len(rows) > 1


@pytest.mark.parametrize("words", POSTS, ids=[" ".join(words[:2]) for words in POSTS])
def test_b13_no_noun_repeats_a_post(run: FrontDoor, words: list[str]) -> None:
    someone = run("contacts", "list", "--limit", "1").ok().rows[0]["id"]
    words = [someone if word == SOMEONE else word for word in words]
    ran = run(*words, "--yes", transport=Failing(run))
    assert ran.code == 9
    assert len([one for one in ran.sent() if one.startswith("POST")]) == 1


class Failing(httpx.BaseTransport):
    """Passes what reads on, and answers 502 to all else."""

    def __init__(self, run: FrontDoor) -> None:
        self.inner = run.inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self.inner.handle_request(request) if request.method == "GET" else refusal(502)


@pytest.mark.parametrize("noun", ["articles", "conversations", "tickets", "collections"])
def test_b17_an_id_of_any_noun_is_one_segment(run: FrontDoor, noun: str) -> None:
    ran = run(noun, "delete", "../contacts/c1", "--yes")
    assert ran.code in {2, 6}
    assert not [one for one in ran.sent() if "/contacts" in one]


def test_b18_untag_says_who_does_it(run: FrontDoor) -> None:
    ran = run.scripted(
        answer({"type": "list", "data": [{"type": "tag", "id": "2", "name": "VIP"}]}),
        answer({"type": "tag", "id": "2"}),
        words=["conversations", "untag", "1", "VIP", "--admin", "991267459"],
    ).ok()
    assert ran.requests[-1].method == "DELETE"
    assert ran.bodies()[-1] == {"admin_id": "991267459"}


def test_b42_markdown_becomes_html_and_stays_a_draft(run: FrontDoor, tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.md").write_text("---\ntitle: A\n---\n# Before\n\n*Do* this.\n")
    ran = run("articles", "push", str(folder), "--yes").ok()
    [body] = [body for body in ran.bodies() if body]
    assert "<h1" in body["body"]
    assert "# Before" not in body["body"]
    assert body.get("state", "draft") == "draft"
