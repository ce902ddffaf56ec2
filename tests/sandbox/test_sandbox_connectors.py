"""Data connectors and their runs: drafts that go live, what uses them, what went wrong."""

from __future__ import annotations

from urllib.parse import quote

PLACE = "/data_connectors"
RUNS = f"{PLACE}/1/execution_results"
DAY = 86_400


def everything(world, target):
    found, cursor = [], ""
    joint = "&" if "?" in target else "?"
    while cursor is not None:
        page = world.get(f"{target}{joint}starting_after={quote(cursor, safe='')}")
        found.append([row["id"] for row in page["data"]])
        cursor = (page["pages"]["next"] or {}).get("starting_after")
    return found


def made(world, **fields):
    answer = world.ask("POST", PLACE, {"name": "Mine", **fields})
    assert answer.status == 201
    return answer.json()


def test_connectors_come_in_two_pages_and_the_latest_changed_first(world):
    pages = everything(world, PLACE)
    assert [len(page) for page in pages] == [20, 5]
    world.ask("PATCH", f"{PLACE}/20", {"description": "touched"})
    again = everything(world, f"{PLACE}?per_page=10")
    assert again[0][0] == "20"
    assert len({one for page in again for one in page}) == 25
    assert world.refusal("GET", f"{PLACE}?per_page=51")[0] == 400
    contacts = world.get("/contacts?per_page=1")["pages"]["next"]["starting_after"]
    theirs = f"{PLACE}?starting_after={quote(contacts, safe='')}"
    assert world.refusal("GET", theirs)[1] == "client_error"


def test_a_connector_is_born_a_draft_and_goes_live_when_it_has_an_address(world):
    place = f"{PLACE}/{made(world, state='live')['id']}"
    assert world.get(place)["state"] == "draft"
    live = {"state": "live"}
    assert world.refusal("PATCH", place, live)[0] == 422
    answer = world.ask("PATCH", place, {**live, "url": "https://api.acme.test/{{id}}"})
    assert answer.json()["state"] == "live"
    assert world.refusal("DELETE", place)[:2] == (409, "conflict")
    world.ask("PATCH", place, {"state": "draft"})
    assert world.delete(place)["deleted"] is True
    assert world.refusal("GET", place)[1] == "data_connector_not_found"


def test_what_a_workflow_uses_can_neither_be_a_draft_nor_deleted(world):
    steps = world.get("/export/workflows/1")["workflow"]["snapshot"]["steps"]
    used = next(step["data_connector_id"] for step in steps if "data_connector_id" in step)
    for method, body in (("DELETE", None), ("PATCH", {"state": "draft"})):
        told = world.refusal(method, f"{PLACE}/{used}", body)
        assert told[:2] == (409, "data_connector_in_use")


def test_what_headers_hold_is_never_shown(world):
    secret = {"headers": [{"name": "Authorization", "value": "Bearer s3cret"}]}
    assert made(world, **secret)["headers"] == [{"name": "Authorization", "value": "****"}]


def test_a_sample_answer_becomes_fields(world):
    sample = {"order": {"id": 7, "paid": False, "total": 1.5}, "note": "x", "list": []}
    shown = made(world, mock_response=sample)
    assert shown["configuration_response_type"] == "mock_response_type"
    kinds = [(field["path"], field["type"]) for field in shown["response_fields"]]
    assert kinds == [
        ("order.id", "integer"),
        ("order.paid", "boolean"),
        ("order.total", "decimal"),
        ("note", "string"),
        ("list", "unknown"),
    ]


def test_nonsense_is_refused(world):
    for wrong in (
        {"name": 7},
        {"url": "ftp://x.test"},
        {"headers": {"a": "b"}},
        {"headers": [{"name": "a"}]},
        {"data_inputs": [{"name": "a", "type": "date", "description": "x"}]},
        {"data_inputs": [{"name": "a", "type": "string"}]},
        {"direct_fin_usage": "yes"},
        {"mock_response": []},
        {"token_ids": [1]},
        {"audiences": [{}]},
    ):
        assert world.refusal("POST", PLACE, {"name": "x", **wrong})[:2] == (
            422,
            "parameter_invalid",
        )


def test_runs_are_those_of_the_last_hour_unless_times_are_given(world):
    assert world.get(RUNS)["data"] == []
    since = int(world.clock.now) - 3 * DAY
    pages = everything(world, f"{RUNS}?start_ts={since}")
    assert [len(page) for page in pages] == [10, 10, 10, 10]
    failed = world.get(f"{RUNS}?start_ts={since}&success=false")["data"]
    assert {run["error_type"] for run in failed} == {"3rd_party_error"}
    assert {run["http_status"] for run in failed} == {None}
    assert not any("response_body" in run for run in failed)
    whole = world.get(f"{RUNS}?start_ts={since}&success=true&include_bodies=true")["data"]
    assert all(run["response_body"] for run in whole)
    assert world.get(f"{RUNS}/{whole[0]['id']}")["request_body"]
    assert world.refusal("GET", f"{PLACE}/2/execution_results/{whole[0]['id']}")[0] == 404
    for wrong in ("success=maybe", "include_bodies=1", "end_ts=1.5", "per_page=31"):
        assert world.refusal("GET", f"{RUNS}?{wrong}")[0] == 400


def test_a_sample_that_is_nested_too_deeply_is_refused_and_not_an_accident(world):
    for depth, status in ((400, 201), (990, 400)):
        sample = b'{"a":' + b"[" * depth + b"]" * depth + b"}"
        body = b'{"name":"x","mock_response":%b}' % sample
        assert world.ask("POST", PLACE, body).status == status
