"""Companies, with and without ten thousand others."""

from __future__ import annotations

import shlex
from typing import Any

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Scripted, answer

CREATE = ["companies", "create", "--company-id", "own/1", "--name", "Test & Sons"]


@pytest.fixture
def new(run: FrontDoor) -> dict[str, Any]:
    found: dict[str, Any] = run(*CREATE, "--plan-name", "pro", "--size", "5").ok().json
    return found


@pytest.fixture
def person(run: FrontDoor) -> dict[str, Any]:
    words = ["contacts", "create", "--email", "emp@acme.test", "--external-id", "emp"]
    found: dict[str, Any] = run(*words).ok().json
    return found


def test_create_and_create_again_is_one_company(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run(*CREATE, "--monthly-spend", "500", "--website", "https://a.test").ok()
    assert ran.bodies() == [
        {
            "company_id": "own/1",
            "name": "Test & Sons",
            "website": "https://a.test",
            "monthly_spend": 500,
        }
    ]
    assert ran.json["id"] == new["id"]
    assert ran.json["plan"]["name"] == "pro"
    assert ran.err == f"Created company {new['id']} in sandbox.\n"


@pytest.mark.parametrize("name", ["id", "company:own/1", "Test & Sons"])
def test_a_company_is_named_by_id_own_id_or_name(
    run: FrontDoor, new: dict[str, Any], name: str
) -> None:
    name = new["id"] if name == "id" else name
    assert run("companies", "get", name).ok().json["id"] == new["id"]
    changed = run("companies", "update", name, "--industry", "Food").ok()
    assert changed.sent()[-1] == f"PUT /companies/{new['id']}"
    assert changed.json["industry"] == "Food"
    for part in ("contacts", "segments", "notes"):
        run("companies", part, name).ok()
    gone = run("companies", "delete", name, "-y").ok()
    assert gone.sent()[-1] == f"DELETE /companies/{new['id']}"
    assert run("companies", "get", new["id"]).code == 6


def test_own_ids_and_names_are_encoded(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("companies", "get", "Test & Sons").ok()
    assert ran.sent() == ["GET /companies?name=Test+%26+Sons"]
    ran = run("companies", "get", "company:own/1").ok()
    assert ran.sent() == ["GET /companies?company_id=own%2F1"]


def test_a_name_of_two_companies_names_none(run: FrontDoor) -> None:
    for own in ("t-1", "t-2"):
        run("companies", "create", "--company-id", own, "--name", "Twins").ok()
    ran = run("companies", "update", "Twins", "--size", "3")
    assert ran.code == 2
    assert ran.error["message"].startswith("2 companies are Twins: ")
    assert ran.error["message"].endswith("; name one by its id.")
    assert [request.method for request in ran.requests] == ["GET"]
    shown = run(*shlex.split(ran.error["hint"])[1:]).ok().rows
    assert sorted(row["company_id"] for row in shown) == ["t-1", "t-2"]


def test_nobody_is_6(run: FrontDoor) -> None:
    for name in ("6762f0dd1bb69f9f2193bb83", "company:none", "No Such Company"):
        for words in (["get", name], ["update", name, "--size", "1"], ["delete", name, "-y"]):
            assert run("companies", *words).code == 6, words


def test_get_several(run: FrontDoor, new: dict[str, Any]) -> None:
    other = run("companies", "list", "--limit", "1").ok().rows[0]
    ran = run("companies", "get", "company:own/1", other["id"]).ok()
    assert [row["id"] for row in ran.rows] == [new["id"], other["id"]]


def test_the_list_has_each_company_once(run: FrontDoor) -> None:
    ran = run("companies", "list", "--all").ok()
    ids = [row["id"] for row in ran.rows]
    total = run("request", "POST", "/companies/list").ok().json["total_count"]
    assert len(ids) == len(set(ids)) == total > 30
    assert {request.url.path for request in ran.requests} == {"/companies/list"}
    few = run("companies", "list", "--limit", "5").ok()
    assert [row["id"] for row in few.rows] == ids[:5]
    assert len(few.requests) == 1


def test_attach_and_detach_a_contact(
    run: FrontDoor, new: dict[str, Any], person: dict[str, Any]
) -> None:
    ran = run("companies", "attach", "company:own/1", "external:emp").ok()
    assert ran.sent()[-1] == f"POST /contacts/{person['id']}/companies"
    found = run("companies", "contacts", new["id"]).ok().rows
    assert [row["id"] for row in found] == [person["id"]]
    gone = run("companies", "detach", "company:own/1", "emp@acme.test").ok()
    assert gone.sent()[-1] == f"DELETE /contacts/{person['id']}/companies/{new['id']}"
    assert run("companies", "contacts", new["id"]).ok().rows == []


def test_tag_and_untag(run: FrontDoor, new: dict[str, Any], person: dict[str, Any]) -> None:
    run("companies", "attach", new["id"], person["id"]).ok()
    ran = run("companies", "tag", new["id"], "vip").ok()
    assert ran.bodies()[-1] == {"name": "VIP", "companies": [{"id": new["id"]}]}
    tags = run("companies", "get", new["id"]).ok().json["tags"]["tags"]
    assert [tag["name"] for tag in tags] == ["VIP"]
    gone = run("companies", "untag", new["id"], "VIP").ok()
    assert gone.bodies()[-1]["companies"] == [{"id": new["id"], "untag": True}]
    assert run("companies", "get", new["id"]).ok().json["tags"]["tags"] == []
    assert run("companies", "tag", new["id"], "Nope").code == 6
    run("companies", "tag", new["id"], "Nope", "--create").ok()


def test_notes(run: FrontDoor, new: dict[str, Any]) -> None:
    run("companies", "note", new["id"], "Renewed until May").ok()
    found = run("companies", "notes", new["id"]).ok().rows
    assert ["Renewed" in note["body"] for note in found] == [True]


def test_custom_attributes(run: FrontDoor) -> None:
    ran = run(*CREATE, "--set", "custom_attributes.branches=3").ok()
    assert ran.json["custom_attributes"]["branches"] == 3


# --- more than ten thousand --------------------------------------------------------------------


def company(number: int) -> dict[str, Any]:
    return {"type": "company", "id": f"{number:024x}", "name": f"Number {number}"}


def listed(first: int, count: int, total: int, page: int = 1) -> httpx.Response:
    return answer(
        {
            "type": "list",
            "data": [company(number) for number in range(first, first + count)],
            "total_count": total,
            "pages": {"page": page, "per_page": 60, "total_pages": -(-total // 60)},
        }
    )


def scrolled(first: int, count: int) -> httpx.Response:
    rows = [company(number) for number in range(first, first + count)]
    return answer({"type": "list", "data": rows, "scroll_param": "s", "total_count": None})


def test_beyond_what_pages_hold_the_scroll_is_used(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        listed(0, 60, 10_001),
        scrolled(0, 100),
        scrolled(100, 50),
        scrolled(0, 0),
        words=["companies", "list", "--all"],
    ).ok()
    assert len({row["id"] for row in ran.rows}) == len(ran.rows) == 150
    assert [request.url.path for request in ran.requests] == [
        "/companies/list",
        "/companies/scroll",
        "/companies/scroll",
        "/companies/scroll",
    ]


def test_a_few_of_very_many_need_no_scroll(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        listed(0, 5, 25_000), words=["companies", "list", "--limit", "5"]
    ).ok()
    assert len(ran.rows) == 5
    usual = with_token.scripted(listed(0, 60, 25_000), words=["companies", "list"]).ok()
    assert len(usual.rows) == 50
    assert "25,000" in usual.err


def test_a_filter_over_very_many_uses_the_scroll(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        listed(0, 60, 10_001),
        scrolled(0, 100),
        scrolled(0, 0),
        words=["companies", "list", "--where", "name $ 'umber 7'", "--all"],
    ).ok()
    assert [row["name"] for row in ran.rows] == ["Number 7"]


def test_a_scroll_that_is_taken_says_so(with_token: FrontDoor) -> None:
    body = {
        "type": "error.list",
        "errors": [
            {"code": "scroll_exists", "message": "scroll already exists for this workspace"}
        ],
    }
    script = Scripted([listed(0, 60, 10_001), *(answer(body, 400) for _ in range(9))])
    ran = with_token("companies", "list", "--all", "--max-wait", "0", transport=script)
    assert ran.code in {7, 8}
    assert "scroll" in ran.err
