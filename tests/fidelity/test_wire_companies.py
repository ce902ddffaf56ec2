"""Companies over the wire: upsert, look-ups, the list and its end, the scroll and its lock."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk

NOBODY = "0123456789abcdef01234567"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def crowd(desk: Desk, count: int) -> list[dict[str, Any]]:
    """Companies that all have one person, so that lists show them."""
    person = desk.contact(email="crowd@x.test")
    return [desk.company(f"crowd-{number:04}", person) for number in range(count)]


def test_posting_a_company_again_changes_it(desk: Desk) -> None:
    first = desk.company("7", industry="Shoes", custom_attributes={"contract": "A"})
    again = desk.ok("POST", "/companies", {"company_id": "7", "custom_attributes": {"branches": 2}})
    assert again["id"] == first["id"]
    assert (again["industry"], again["name"]) == ("Shoes", "Company 7")
    assert again["custom_attributes"] == {"contract": "A", "branches": 2}


def test_its_own_id_never_changes(desk: Desk) -> None:
    made = desk.company("7")
    for name in ("company_id", "remote_created_at", "update_last_request_at"):
        error = desk.refused(400, "PUT", f"/companies/{made['id']}", {name: 1})
        assert error == {"code": "bad_request", "message": f"bad '{name}' parameter"}
    assert desk.ok("GET", f"/companies/{made['id']}")["company_id"] == "7"


def test_a_company_needs_its_own_id(desk: Desk) -> None:
    assert desk.refused(400, "POST", "/companies", {"name": "x"})["code"] == "parameter_not_found"
    assert desk.refused(400, "POST", "/companies", {"test": 1})["message"] == "bad 'test' parameter"


@pytest.mark.parametrize(
    ("given", "kept"), [(155.98, 155), (0, 0), (2**31 - 1, 2**31 - 1), (-3.5, -3)]
)
def test_monthly_spend_loses_what_is_after_the_point(desk: Desk, given: Any, kept: int) -> None:
    assert desk.company("7", monthly_spend=given)["monthly_spend"] == kept


@pytest.mark.parametrize("given", [2**31, "155", True, None, 1e308, [1]])
def test_monthly_spend_is_a_number_of_32_bits(desk: Desk, given: Any) -> None:
    error = desk.refused(400, "POST", "/companies", {"company_id": "7", "monthly_spend": given})
    assert error["field"] == "monthly_spend"


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("name", 5),
        ("plan", {"name": "x"}),
        ("size", "12"),
        ("size", 12.5),
        ("remote_created_at", "yesterday"),
        ("remote_created_at", 1_700_000_000_000),
        ("custom_attributes", []),
        ("company_id", 7),
    ],
)
def test_values_of_another_type_are_refused(desk: Desk, field: str, given: Any) -> None:
    error = desk.refused(400, "POST", "/companies", {"company_id": "7", field: given})
    assert (error["code"], error["field"]) == ("parameter_invalid", field)


def test_unknown_custom_attributes_are_refused(desk: Desk) -> None:
    body = {"company_id": "7", "custom_attributes": {"unheard": "x", "of": 1}}
    answer = desk.ask("POST", "/companies", body)
    assert answer.status == 400
    fields = [error["field"] for error in answer.json()["errors"]]
    assert fields == ["custom_attributes.unheard", "custom_attributes.of"]
    desk.refused(404, "GET", "/companies?company_id=7")


def test_look_ups_answer_with_a_list_and_refuse_what_is_not_there(desk: Desk) -> None:
    made = desk.company("7", name="Twin & Co")
    desk.company("8", name="Twin & Co")
    assert [row["id"] for row in desk.ok("GET", "/companies?company_id=7")["data"]] == [made["id"]]
    assert len(desk.ok("GET", "/companies?name=Twin%20%26%20Co")["data"]) == 2
    for target in ("/companies?company_id=9", "/companies?name=Twin", f"/companies/{NOBODY}"):
        error = desk.refused(404, "GET", target)
        assert error == {"code": "company_not_found", "message": "Company Not Found"}
    # An Intercom id is no company_id, nor the other way round.
    desk.refused(404, "GET", f"/companies?company_id={made['id']}")
    desk.refused(404, "GET", "/companies/7")


def test_lists_leave_out_companies_without_people(desk: Desk) -> None:
    person = desk.contact(email="p@x.test")
    inhabited, empty = desk.company("1", person), desk.company("2")
    for page in (
        desk.ok("POST", "/companies/list"),
        desk.ok("GET", "/companies"),
        desk.ok("GET", "/companies/scroll"),
    ):
        assert [row["id"] for row in page["data"]] == [inhabited["id"]]
    assert desk.ok("GET", f"/companies/{empty['id']}")["user_count"] == 0
    desk.ok("DELETE", f"/contacts/{person['id']}")
    assert desk.ok("POST", "/companies/list")["data"] == []


def test_the_list_takes_its_parameters_from_the_query_of_a_post(desk: Desk) -> None:
    crowd(desk, 20)
    page = desk.ok("POST", "/companies/list")
    assert (len(page["data"]), page["pages"]["per_page"], page["total_count"]) == (15, 15, 20)
    assert (page["pages"]["total_pages"], page["pages"]["next"]["page"]) == (2, 2)
    in_body = desk.ok("POST", "/companies/list", {"page": 2, "per_page": 3})
    assert in_body["data"] == page["data"]
    last = desk.ok("POST", "/companies/list?page=2")
    assert (len(last["data"]), last["pages"]["page"], last["pages"]["next"]) == (5, 2, None)
    assert desk.ok("POST", "/companies/list?page=9")["data"] == []
    assert len(desk.ok("POST", "/companies/list?per_page=60")["data"]) == 20
    desk.refused(400, "POST", "/companies/list?per_page=61")
    desk.refused(400, "POST", "/companies/list?order=upwards")


def test_the_list_comes_by_last_request(desk: Desk) -> None:
    person = desk.contact(email="p@x.test")
    for name in ("a", "b", "c"):
        desk.company(name, person, update_last_request_at=True)
        desk.now += 60
    own = [row["company_id"] for row in desk.ok("POST", "/companies/list")["data"]]
    assert own == ["c", "b", "a"]
    desk.ok("POST", "/companies", {"company_id": "a", "update_last_request_at": True})
    own = [row["company_id"] for row in desk.ok("POST", "/companies/list?order=asc")["data"]]
    assert own == ["b", "c", "a"]


def test_the_list_ends_at_ten_thousand(desk: Desk) -> None:
    assert desk.ask("POST", "/companies/list?page=166&per_page=60").status == 200
    for target in ("page=167&per_page=60", "page=10001&per_page=1", "page=667"):
        error = desk.refused(400, "POST", f"/companies/list?{target}")
        assert error["message"] == "page limit reached, please use scroll API"


def test_a_scroll_gives_a_hundred_at_a_time_until_an_empty_page(desk: Desk) -> None:
    made = {company["id"] for company in crowd(desk, 205)}
    page = desk.ok("GET", "/companies/scroll")
    param, sizes, ids = page["scroll_param"], [], []
    assert (page["pages"], page["total_count"]) == (None, None)
    while page["data"]:
        sizes.append(len(page["data"]))
        ids += [row["id"] for row in page["data"]]
        page = desk.ok("GET", f"/companies/scroll?scroll_param={param}&per_page=5")
    assert sizes == [100, 100, 5]
    assert len(ids) == len(set(ids))
    assert set(ids) == made
    error = desk.refused(404, "GET", f"/companies/scroll?scroll_param={param}")
    assert error == {"code": "not_found", "message": "scroll parameter not found"}


def test_only_one_scroll_is_open_and_it_dies_after_a_minute_unused(desk: Desk) -> None:
    crowd(desk, 1)
    param = desk.ok("GET", "/companies/scroll")["scroll_param"]
    error = desk.refused(400, "GET", "/companies/scroll")
    assert error["code"] == "scroll_exists"
    assert error["message"] == "scroll already exists for this workspace"
    desk.now += 59
    desk.refused(400, "GET", "/companies/scroll")
    desk.now += 1
    desk.refused(404, "GET", f"/companies/scroll?scroll_param={param}")
    assert desk.ok("GET", "/companies/scroll")["scroll_param"] != param


def test_each_use_keeps_a_scroll_for_another_minute(desk: Desk) -> None:
    crowd(desk, 201)
    param = desk.ok("GET", "/companies/scroll")["scroll_param"]
    for _ in range(2):
        desk.now += 50
        assert desk.ok("GET", f"/companies/scroll?scroll_param={param}")["data"]
    desk.now += 61
    desk.refused(404, "GET", f"/companies/scroll?scroll_param={param}")


def test_deleting_archives_and_detaches_and_the_own_id_is_free_again(desk: Desk) -> None:
    person = desk.contact(email="p@x.test")
    made = desk.company("7", person)
    gone = desk.ok("DELETE", f"/companies/{made['id']}")
    assert gone == {"id": made["id"], "object": "company", "deleted": True}
    assert desk.ok("GET", f"/contacts/{person['id']}")["companies"]["total_count"] == 0
    for target in (f"/companies/{made['id']}", "/companies?company_id=7"):
        assert desk.refused(404, "GET", target)["code"] == "company_not_found"
    assert desk.company("7")["id"] != made["id"]


def test_attaching_wants_the_id_intercom_gave(desk: Desk) -> None:
    person, made = desk.contact(email="p@x.test"), desk.company("7")
    target = f"/contacts/{person['id']}/companies"
    assert desk.refused(400, "POST", target, {})["message"] == "company not specified"
    assert desk.refused(404, "POST", target, {"id": "7"})["code"] == "company_not_found"
    for _ in range(2):  # twice is no fault and counts once
        assert desk.ok("POST", target, {"id": made["id"]})["user_count"] == 1
    assert desk.ok("DELETE", f"{target}/{made['id']}")["user_count"] == 0
    assert desk.refused(404, "DELETE", f"{target}/{made['id']}")["code"] == "company_not_found"


def test_a_contact_is_at_a_thousand_companies_at_most(desk: Desk) -> None:
    person = desk.contact(email="p@x.test")
    with desk.sandbox.store.transaction(writing=True):  # a thousand calls would take their time
        seq = desk.sandbox.store.value("SELECT seq FROM contacts")
        rows = [(seq, 1000 + number, 1) for number in range(999)]
        desk.sandbox.store.run_many("INSERT INTO contact_companies VALUES (?, ?, ?)", rows)
    target = f"/contacts/{person['id']}/companies"
    last, over = desk.company("last", person), desk.company("over")
    error = desk.refused(400, "POST", target, {"id": over["id"]})
    assert error["code"] == "contact_company_limit_exceeded"
    assert error["message"] == "Contact has reached the maximum of 1000 company associations"
    assert desk.ok("POST", target, {"id": last["id"]})["user_count"] == 1, "already attached"
