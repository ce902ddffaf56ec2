"""A list in a record that came cut is read whole before it is decided locally."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx2 as httpx
from front_door import TOKEN, FrontDoor, answer


def items(numbers: range) -> list[dict[str, Any]]:
    return [{"type": "tag", "id": str(n), "name": f"Tag {n}"} for n in numbers]


def contact(number: int, tags: list[dict[str, Any]], total: int) -> dict[str, Any]:
    inside = {
        "type": "list",
        "data": tags,
        "url": f"/contacts/{number}/tags",
        "total_count": total,
        "has_more": total > len(tags),
    }
    return {"type": "contact", "id": str(number), "email": None, "tags": inside}


PEOPLE = [
    contact(1, items(range(1, 11)), 12),
    contact(2, items(range(1, 11)), 10),
    contact(3, [], 0),
]
PAGE = {"type": "list", "data": PEOPLE, "total_count": 3, "pages": {"next": None}}
WHOLE = {"type": "list", "data": items(range(1, 13))}


def found(with_token: FrontDoor, where: str, *more: Any) -> list[str]:
    words = ["contacts", "list", "--where", where, "--all", "-o", "ids"]
    ran = with_token.scripted(answer(PAGE), *map(answer, more), words=words).ok()
    assert [one.url.path for one in ran.requests[1:]] == ["/contacts/1/tags"] * len(more)
    return ran.out.split()


def test_any_item_matches_also_one_that_was_cut_off(with_token: FrontDoor) -> None:
    assert found(with_token, "tags.name = 'tag 11'", WHOLE) == ["1"]
    assert found(with_token, "tags.data.name != 'tag 11'", WHOLE) == ["2", "3"]


def test_whether_there_is_any_needs_no_look_at_the_rest(with_token: FrontDoor) -> None:
    assert found(with_token, "tag is null") == ["3"]
    assert found(with_token, "tags is not null") == ["1", "2"]


def test_an_empty_list_matches_the_negatives(with_token: FrontDoor) -> None:
    assert found(with_token, "tags.name !~ tag", WHOLE) == ["3"]
    assert found(with_token, "tags.name not in ('Tag 1', null)", WHOLE) == []


def test_what_cannot_be_read_whole_is_no_answer(with_token: FrontDoor) -> None:
    linked = {"type": "list", "data": [], "total_count": 3, "has_more": True}
    talk = {"type": "conversation", "id": "7", "linked_objects": linked}
    page = {"type": "conversation.list", "conversations": [talk], "total_count": 1}
    words = ["conversations", "list", "--where", "linked_objects.category = Tracker", "--all"]
    ran = with_token.scripted(answer(page), words=words)
    assert ran.code == 9
    assert "linked_objects of conversation 7 came incomplete" in ran.error["message"]


def test_a_cut_list_is_read_once_for_all_conditions_on_a_record(with_token: FrontDoor) -> None:
    assert found(with_token, "tags.name = 'tag 11' and tags.name = 'tag 12'", WHOLE) == ["1"]
    assert found(with_token, "tags.name = 'tag 99' or tags.name = 'tag 12'", WHOLE) == ["1"]


def test_a_cut_list_is_read_once_for_a_record_that_comes_again(with_token: FrontDoor) -> None:
    """A search of several pages asks at its end for what changed, and gets such records again."""
    now = int(time.time())
    people = [{**one, "role": "user", "updated_at": now, "created_at": 1} for one in PEOPLE]
    asked: list[str] = []

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        if request.url.path.endswith("/tags"):
            return httpx.Response(200, json=WHOLE)
        body = json.loads(request.content or b"{}")
        cursor = body.get("pagination", {}).get("starting_after")
        rows, after = (people[2:], None) if cursor else (people[:2], {"starting_after": "x"})
        pages = {"next": after}
        return httpx.Response(
            200, json={"type": "list", "data": rows, "total_count": 3, "pages": pages}
        )

    words = ["contacts", "search", "--where"]
    where = "role = user and tags.name != 'tag 11'"
    ran = with_token(
        *words, where, "--sort", "updated_at", "--all", "-o", "ids",
        transport=httpx.MockTransport(serve), INTERCOM_ACCESS_TOKEN=TOKEN,
    ).ok()  # fmt: skip
    assert ran.out.split() == ["2", "3"]
    assert asked.count("/contacts/search") > 2
    assert asked.count("/contacts/1/tags") == 1
