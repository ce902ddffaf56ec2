"""Lists as they come over the wire: sizes, cursors, page numbers, the scroll, nested lists."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from desk import Desk, after, cursor, one


@pytest.fixture(scope="module")
def busy() -> Desk:
    """A workspace with 200 contacts; its tests only read."""
    return Desk(contacts=200)


def everybody(desk: Desk, target: str) -> list[str]:
    """The ids of a cursor list, to its end."""
    joint = "&" if "?" in target else "?"
    page = desk.ok("GET", target)
    ids = [row["id"] for row in page["data"]]
    while cursor(page):
        page = desk.ok("GET", f"{target}{joint}starting_after={after(page)}")
        ids += [row["id"] for row in page["data"]]
    return ids


def test_contacts_come_ten_a_page_and_at_most_150(busy: Desk) -> None:
    page = busy.ok("GET", "/contacts")
    assert (len(page["data"]), page["pages"]["per_page"], page["pages"]["page"]) == (10, 10, 1)
    assert (page["total_count"], page["pages"]["total_pages"]) == (200, 20)
    assert len(busy.ok("GET", "/contacts?per_page=150")["data"]) == 150
    error = busy.refused(400, "GET", "/contacts?per_page=151")
    assert error == {
        "code": "parameter_invalid",
        "message": "Per Page is too big",
        "field": "per_page",
    }


@pytest.mark.parametrize("size", ["0", "-1", "ten", "1.5"])
def test_a_page_size_that_is_none_is_refused(busy: Desk, size: str) -> None:
    assert busy.refused(400, "GET", f"/contacts?per_page={size}")["code"] == "parameter_invalid"
    body = {"query": one("role", "=", "user"), "pagination": {"per_page": size}}
    assert busy.refused(400, "POST", "/contacts/search", body)["code"] == "parameter_invalid"


def test_search_gives_50_a_page_and_at_most_150(busy: Desk) -> None:
    everyone = {"operator": "OR", "value": [one("role", "=", "user"), one("role", "=", "lead")]}
    page = busy.search(everyone)
    assert (len(page["data"]), page["pages"]["per_page"], page["total_count"]) == (50, 50, 200)
    assert len(busy.search(everyone, pagination={"per_page": 150})["data"]) == 150
    body = {"query": everyone, "pagination": {"per_page": 151}}
    assert busy.refused(400, "POST", "/contacts/search", body)["field"] == "per_page"


def test_search_ignores_a_page_number(busy: Desk) -> None:
    query = one("role", "=", "user")
    first = busy.search(query, pagination={"per_page": 5})
    second = busy.search(query, pagination={"per_page": 5, "page": 2})
    assert second["data"] == first["data"]
    assert second["pages"]["page"] == 1


def test_every_contact_comes_once_over_cursors(busy: Desk) -> None:
    ids = everybody(busy, "/contacts?per_page=7")
    assert len(ids) == len(set(ids)) == 200


def test_a_cursor_is_base64_of_json_and_may_end_in_padding(busy: Desk) -> None:
    seen = []
    page = busy.ok("GET", "/contacts?per_page=3")
    for number in range(2, 30):
        text = cursor(page)
        assert text is not None
        assert page["pages"]["next"]["page"] == number
        base64.b64decode(text, validate=True)
        seen.append(text)
        page = busy.ok("GET", f"/contacts?per_page=3&starting_after={after(page)}")
    assert any(text.endswith("=") for text in seen)
    # Sent as it stands, without percent-encoding, it works as well: `=` may stand in a query.
    plain = next(text for text in seen if text.endswith("=") and "+" not in text)
    assert busy.ask("GET", f"/contacts?starting_after={plain}").status == 200


@pytest.mark.parametrize(
    "text",
    ["nonsense", "e30=", "W10=", "WzFd", "bnVsbA==", "WyJhIiwxLDJd", "%ff", "MQ==", "*", "WzEsMl0"],
)
def test_a_cursor_that_was_never_given_out_is_refused(busy: Desk, text: str) -> None:
    error = busy.refused(400, "GET", f"/contacts?starting_after={quote(text)}")
    assert (error["code"], error["field"]) == ("client_error", "starting_after")


def test_the_last_page_has_no_next_and_an_empty_result_no_pages() -> None:
    desk = Desk()
    empty = desk.ok("GET", "/contacts")
    assert empty["pages"] == {"type": "pages", "page": 1, "per_page": 10, "total_pages": 0}
    assert (empty["data"], empty["total_count"]) == ([], 0)
    desk.contact(email="a@x.test")
    assert "next" not in desk.ok("GET", "/contacts")["pages"]
    assert desk.search(one("role", "=", "lead"))["pages"]["total_pages"] == 0


def test_the_latest_activity_comes_first() -> None:
    desk = Desk()
    for name, seen in (("old", 100), ("new", 300), ("mid", 200)):
        desk.contact(name=name, external_id=name, last_seen_at=seen)
        desk.now += 1
    desk.contact(name="unseen", external_id="unseen")  # counts from when it was made
    names = [row["name"] for row in desk.ok("GET", "/contacts")["data"]]
    assert names == ["unseen", "new", "mid", "old"]
    assert [row["name"] for row in desk.search(one("role", "=", "user"))["data"]] == names


def test_a_cursor_survives_what_is_inserted_before_it() -> None:
    desk = Desk()
    for number in range(6):
        desk.contact(name=str(number), external_id=str(number), last_seen_at=1000 - number)
    page = desk.ok("GET", "/contacts?per_page=3")
    desk.contact(name="late", external_id="late", last_seen_at=5000)
    rest = desk.ok("GET", f"/contacts?per_page=9&starting_after={after(page)}")
    assert [row["name"] for row in page["data"] + rest["data"]] == list("012345")


def test_a_contact_that_becomes_active_while_paging_is_missed_or_seen_twice() -> None:
    desk = Desk()
    for number in range(6):
        desk.contact(name=str(number), external_id=str(number), last_seen_at=1000 - number)
    page = desk.ok("GET", "/contacts?per_page=3")
    late = desk.search(one("name", "=", "5"))["data"][0]["id"]
    desk.ok("PUT", f"/contacts/{late}", {"last_seen_at": 9000})
    rest = desk.ok("GET", f"/contacts?per_page=9&starting_after={after(page)}")
    assert [row["name"] for row in rest["data"]] == ["3", "4"]


def test_lists_inside_a_contact_are_cut_at_ten() -> None:
    desk = Desk()
    person = desk.contact(email="many@x.test")
    home = f"/contacts/{person['id']}"
    for number in range(12):
        tag = desk.ok("POST", "/tags", {"name": f"tag {number}"})["id"]
        desk.ok("POST", f"{home}/tags", {"id": tag})
        desk.ok("POST", f"{home}/notes", {"body": f"note {number}"})
        desk.company(f"co-{number}", person)
    shown = desk.ok("GET", home)
    for name in ("tags", "notes", "companies"):
        part = shown[name]
        assert (len(part["data"]), part["total_count"], part["has_more"]) == (10, 12, True), name
        assert part["url"] == f"{home}/{name}"
        assert part["data"][0].keys() == {"type", "id", "url"}
        assert len(desk.ok("GET", f"{home}/{name}")["data"]) == 12


def test_sublists_take_at_most_60_a_page() -> None:
    desk = Desk()
    person = desk.contact(email="p@x.test")
    company = desk.company("c", person)
    for target in (
        f"/contacts/{person['id']}/companies",
        f"/contacts/{person['id']}/notes",
        f"/companies/{company['id']}/notes",
    ):
        page = desk.ok("GET", target)
        assert (page["pages"]["per_page"], page["pages"]["next"]) == (50, None)
        assert desk.ask("GET", f"{target}?per_page=60").status == 200
        assert desk.refused(400, "GET", f"{target}?per_page=61")["field"] == "per_page"


def test_companies_of_a_contact_name_the_next_page_by_its_address() -> None:
    desk = Desk()
    person = desk.contact(email="p@x.test")
    for number in range(3):
        desk.company(f"c{number}", person)
    target = f"/contacts/{person['id']}/companies"
    page = desk.ok("GET", f"{target}?per_page=2", host="api.example")
    address = page["pages"]["next"]
    assert address == f"http://api.example{target}?page=2&per_page=2"
    rest = desk.ok("GET", address.removeprefix("http://api.example"))
    assert (len(page["data"]), len(rest["data"]), rest["pages"]["next"]) == (2, 1, None)


def test_the_contacts_of_a_company_come_by_cursor_whatever_page_is_asked_for() -> None:
    desk = Desk()
    people = [desk.contact(external_id=str(number)) for number in range(5)]
    target = f"/companies/{desk.company('c', *people)['id']}/contacts"
    page = desk.ok("GET", f"{target}?per_page=2&page=2")
    assert (page["total_count"], page["pages"]["page"]) == (5, 1)
    ids = everybody(desk, f"{target}?per_page=2")
    assert sorted(ids) == sorted(person["id"] for person in people)
    assert desk.ok("GET", target)["pages"]["per_page"] == 50
