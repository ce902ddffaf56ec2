"""Companies: upsert, look-ups, pages, the scroll, and the people at them."""

from __future__ import annotations

import pytest


def test_the_same_company_id_updates_what_is_there(world):
    body = {"company_id": "n1", "name": "New", "plan": "gold", "monthly_spend": 12.9, "size": 3}
    made = world.post("/companies", {**body, "custom_attributes": {"contract": "C-1"}})
    assert made["monthly_spend"] == 12
    assert made["plan"]["name"] == "gold"
    assert "last_request_at" not in made
    again = world.post("/companies", {"company_id": "n1", "update_last_request_at": True})
    assert again == {**made, "last_request_at": world.clock.now}
    changed = world.put(f"/companies/{made['id']}", {"name": "Newer"})
    assert changed["custom_attributes"] == {"contract": "C-1"}
    assert world.get(f"/companies/{made['id']}") == changed
    assert world.get("/companies?company_id=n1")["data"] == [changed]
    assert world.get("/companies?name=Newer")["data"] == [changed]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"test": "invalid"}, "bad_request"),
        ({"name": "no id"}, "parameter_not_found"),
        ({"company_id": 5}, "parameter_invalid"),
        ({"company_id": "x", "monthly_spend": 2**31}, "parameter_invalid"),
        ({"company_id": "x", "remote_created_at": 1_700_000_000_000}, "parameter_invalid"),
        ({"company_id": "x", "custom_attributes": {"nope": 1}}, "parameter_invalid"),
        ({"company_id": "x", "custom_attributes": {"account_tier": "tin"}}, "parameter_invalid"),
    ],
)
def test_bodies_that_cannot_be_are_refused(world, body, code):
    assert world.refusal("POST", "/companies", body)[:2] == (400, code)


@pytest.mark.parametrize("name", ["company_id", "remote_created_at"])
def test_some_things_are_set_only_once(world, name):
    company = world.get("/companies")["data"][0]["id"]
    answer = world.refusal("PUT", f"/companies/{company}", {name: "x"})
    assert answer == (400, "bad_request", f"bad '{name}' parameter")


def test_lists_leave_out_companies_nobody_works_at(world):
    made = world.post("/companies", {"company_id": "lonely"})
    shown = world.post("/companies/list?per_page=60")
    assert shown["total_count"] == len(shown["data"]) == 38
    assert made["id"] not in {company["id"] for company in shown["data"]}
    lead = world.post("/contacts", {"role": "lead"})["id"]
    world.post(f"/contacts/{lead}/companies", {"id": made["id"]})
    assert world.post("/companies/list")["total_count"] == 39


def test_the_list_comes_by_page_fifteen_at_a_time_by_last_request(world):
    pages = [world.post(f"/companies/list?page={number}") for number in (1, 2, 3, 4)]
    assert [len(page["data"]) for page in pages] == [15, 15, 8, 0]
    assert [page["pages"]["next"] for page in pages] == [{"page": 2}, {"page": 3}, None, None]
    times = [company["last_request_at"] for page in pages for company in page["data"]]
    assert times == sorted(times, reverse=True)
    turned = world.post("/companies/list?per_page=60&order=asc")["data"]
    assert [company["last_request_at"] for company in turned] == times[::-1]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("per_page=61", "parameter_invalid"),
        ("page=0", "parameter_invalid"),
        ("order=descending", "parameter_invalid"),
        ("page=167&per_page=60", "bad_request"),
    ],
)
def test_the_list_has_its_limits(world, query, code):
    assert world.refusal("POST", f"/companies/list?{query}")[:2] == (400, code)


def test_the_list_ends_at_ten_thousand(world):
    assert world.ask("POST", "/companies/list?page=200&per_page=50").status == 200
    answer = world.refusal("POST", "/companies/list?page=201&per_page=50")
    assert answer == (400, "bad_request", "page limit reached, please use scroll API")


def test_companies_are_listed_by_tag_and_by_segment(world):
    everybody = world.get("/companies?per_page=60")["data"]
    for company in everybody[:5]:
        world.post("/tags", {"name": "Few", "companies": [{"id": company["id"]}]})
    tag = next(tag for tag in world.get("/tags")["data"] if tag["name"] == "Few")
    assert world.get(f"/companies?tag_id={tag['id']}")["total_count"] == 5
    assert world.get("/companies?tag_id=nope")["total_count"] == 0
    large = [company for company in everybody if company["size"] >= 500]
    name = "Large companies"
    segment = next(s for s in world.get("/segments")["segments"] if s["name"] == name)
    found = world.get(f"/companies?segment_id={segment['id']}&per_page=60")
    assert {c["id"] for c in found["data"]} == {c["id"] for c in large} != set()
    assert name in [s["name"] for s in large[0]["segments"]["segments"]]
    own = world.get(f"/companies/{large[0]['id']}/segments")["data"]
    assert own == large[0]["segments"]["segments"]


def test_who_is_not_there_is_404(world):
    for method, target in (
        ("GET", "/companies/nope"),
        ("PUT", "/companies/nope"),
        ("DELETE", "/companies/nope"),
        ("GET", "/companies?name=nope"),
        ("GET", "/companies?company_id=nope"),
        ("GET", "/companies/nope/contacts"),
        ("GET", "/companies/nope/notes"),
    ):
        assert world.refusal(method, target, {})[:2] == (404, "company_not_found")


def many_companies(world, count):
    lead = world.post("/contacts", {"role": "lead"})["id"]
    for number in range(count):
        company = world.post("/companies", {"company_id": f"many-{number}"})
        world.post(f"/contacts/{lead}/companies", {"id": company["id"]})
    return lead


def test_the_scroll_gives_a_hundred_at_a_time_and_ends_empty(world):
    many_companies(world, 110)
    pages = [world.get("/companies/scroll")]
    param = pages[0]["scroll_param"]
    while pages[-1]["data"]:
        pages.append(world.get(f"/companies/scroll?scroll_param={param}"))
    assert [len(page["data"]) for page in pages] == [100, 48, 0]
    assert len({company["id"] for page in pages for company in page["data"]}) == 148
    assert pages[0]["total_count"] is pages[0]["pages"] is None
    again = world.refusal("GET", f"/companies/scroll?scroll_param={param}")
    assert again == (404, "not_found", "scroll parameter not found")
    world.get("/companies/scroll")


def test_one_scroll_may_be_open_and_dies_after_a_minute_unused(world):
    param = world.get("/companies/scroll")["scroll_param"]
    world.clock.now += 59
    answer = world.refusal("GET", "/companies/scroll")
    assert answer[:2] == (400, "scroll_exists")
    world.get(f"/companies/scroll?scroll_param={param}")
    world.get("/companies/scroll")
    world.clock.now += 60
    world.get("/companies/scroll")
    assert world.ask("GET", f"/companies/scroll?scroll_param={param}").status == 404


def test_deleting_archives_the_company_and_detaches_its_people(world):
    company = world.get("/companies")["data"][0]
    person = world.get(f"/companies/{company['id']}/contacts")["data"][0]["id"]
    before = world.get(f"/contacts/{person}")["companies"]["total_count"]
    gone = world.delete(f"/companies/{company['id']}")
    assert gone == {"id": company["id"], "object": "company", "deleted": True}
    assert world.get(f"/contacts/{person}")["companies"]["total_count"] == before - 1
    again = world.post("/companies", {"company_id": company["company_id"]})
    assert again["id"] != company["id"]
    assert again["user_count"] == 0


def test_attaching_counts_people_once(world):
    company = world.get("/companies")["data"][0]
    person = world.post("/contacts", {"role": "user"})["id"]
    target = f"/contacts/{person}/companies"
    for _ in range(2):
        shown = world.post(target, {"id": company["id"]})
        assert shown["user_count"] == company["user_count"] + 1
    assert world.get(f"/contacts/{person}")["companies"]["data"][0]["id"] == company["id"]
    assert world.delete(f"{target}/{company['id']}")["user_count"] == company["user_count"]
    assert world.refusal("DELETE", f"{target}/{company['id']}")[:2] == (404, "company_not_found")
    assert world.refusal("POST", target, {})[1] == "parameter_not_found"
    own_id = {"id": company["company_id"]}
    assert world.refusal("POST", target, own_id)[:2] == (404, "company_not_found")


def test_a_contact_has_a_thousand_companies_at_most(world):
    lead = many_companies(world, 1000)
    first = world.get("/companies?company_id=many-0")["data"][0]["id"]
    extra = world.post("/companies", {"company_id": "one-more"})["id"]
    answer = world.refusal("POST", f"/contacts/{lead}/companies", {"id": extra})
    assert answer[:2] == (400, "contact_company_limit_exceeded")
    world.post(f"/contacts/{lead}/companies", {"id": first})


def test_the_people_of_a_company_come_by_cursor(world):
    company = max(world.get("/companies?per_page=60")["data"], key=lambda c: c["user_count"])
    target, found, cursor = f"/companies/{company['id']}/contacts", [], ""
    while cursor is not None:
        page = world.get(f"{target}?per_page=3&starting_after={cursor}")
        assert page["total_count"] == company["user_count"]
        found += [contact["id"] for contact in page["data"]]
        following = page["pages"].get("next")
        cursor = following and following["starting_after"].replace("=", "%3D")
    assert len(found) == len(set(found)) == company["user_count"] > 3
    first, second = (world.get(f"{target}?per_page=3&page={number}") for number in (1, 2))
    assert first == second
