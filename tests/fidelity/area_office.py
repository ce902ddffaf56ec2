"""Teams, hours, audiences, connectors, exports: a walk through every operation, and what differs."""

from __future__ import annotations

from areas import operations_of
from described import Deviation
from desk import DAY, after
from walk import Walk

NOBODY = "0123456789abcdef01234567"
OCTETS = "application/octet-stream"


def walk() -> Walk:
    """Go through all of it."""
    way = Walk(contacts=60)
    teams_and_brands(way)
    activity(way)
    schedules(way)
    exceptions(way)
    allowlist(way)
    audiences(way)
    banners(way)
    connectors(way)
    runs(way)
    custom_objects(way)
    content_exports(way)
    reporting_exports(way)
    workflows(way)
    refusals(way)
    return way


def teams_and_brands(way: Walk) -> None:
    way.get("/teams")
    way.get("/teams/2")
    way.get("/teams/999", 404)
    assert way.get("/teams/1/metrics?idle_threshold=60")["data"]
    way.get("/teams/999/metrics", 404)
    for place in ("brands", "emails"):
        first = way.get(f"/{place}")["data"][0]["id"]
        way.get(f"/{place}/{first}")
        way.get(f"/{place}/999", 404)
    way.get("/away_status_reasons")


def activity(way: Walk) -> None:
    since = int(way.now) - 40 * DAY
    assert way.get(f"/admins/activity_logs?created_at_after={since}")["pages"]["next"]
    way.get(f"/admins/activity_logs?created_at_after={since}&created_at_before={since + DAY}")
    wanted = {"created_at_after": since, "created_at_before": int(way.now), "per_page": 250}
    way.post("/admins/activity_logs/search", wanted)
    kinds = {"event_types": ["app_name_change", "message_state_change"]}
    way.post("/admins/activity_logs/search", {**wanted, **kinds, "page": 2, "per_page": 3})
    way.get("/admins/activity_log_event_types")


def schedules(way: Walk) -> None:
    hours = [{"start_minute": 540, "end_minute": 1020}]
    wanted = {"name": "Walkers", "time_zone_name": "America/New_York", "time_intervals": hours}
    made = way.step(201, "POST", "/office_hours_schedules", wanted).json()["id"]
    way.post("/office_hours_schedules", wanted, 422)
    way.get("/office_hours_schedules")
    way.get(f"/office_hours_schedules/{made}")
    way.get("/office_hours_schedules/999", 404)
    longer = [{"start_minute": 480, "end_minute": 1080}]
    way.put(f"/office_hours_schedules/{made}", {"name": "Walking", "time_intervals": longer})
    way.put(f"/office_hours_schedules/{made}", {"name": "Support"}, 422)
    way.put("/office_hours_schedules/999", {"name": "x"}, 404)
    way.delete(f"/office_hours_schedules/{made}")
    way.delete(f"/office_hours_schedules/{made}", 404)


def exceptions(way: Walk) -> None:
    below, nowhere = (f"/office_hours_schedules/{one}/office_hours_exceptions" for one in (1, 999))
    closed = {"exception_date": "2027-01-01", "exception_type": "closed", "name": "New Year"}
    made = way.post(below, {**closed, "recurring_annually": True}, 201)["id"]
    way.post(below, closed, 422)
    way.post(nowhere, closed, 404)
    way.get(below)
    way.get(nowhere, 404)
    way.get(f"{below}/{made}")
    way.get(f"{below}/999", 404)
    hours = [{"start_minute": 540, "end_minute": 780}]
    way.put(f"{below}/{made}", {"exception_type": "custom_hours", "time_intervals": hours})
    way.put(f"{below}/{made}", {"exception_date": "2026-12-25"}, 422)
    way.put(f"{below}/999", {"name": "x"}, 404)
    way.delete(f"{below}/{made}")
    way.delete(f"{below}/{made}", 404)


def allowlist(way: Walk) -> None:
    way.get("/ip_allowlist")
    way.put("/ip_allowlist", {"enabled": True, "ip_allowlist": ["192.168.1.0/24"]}, 422)
    way.put("/ip_allowlist", {"enabled": True, "ip_allowlist": ["127.0.0.0/8", "10.0.0.1"]})


def audiences(way: Walk) -> None:
    rule = {"attribute": "company.name", "type": "string", "comparison": "contains", "value": "A"}
    role = {"attribute": "role", "type": "role", "comparison": "eq", "value": "user"}
    wanted = {"name": "Walkers", "predicates": [rule], "role_predicates": [role]}
    made = way.post("/audiences", wanted, 201)["id"]
    way.post("/audiences", {"predicates": [rule]}, 422)
    assert way.get("/audiences")["total_pages"] == 2
    way.get("/audiences?page=2&per_page=50")
    way.get(f"/audiences/{made}")
    way.get("/audiences/999", 404)
    way.put(f"/audiences/{made}", {"name": "Runners"})
    way.put(f"/audiences/{made}", {"name": ""}, 422)
    way.put("/audiences/999", {"name": "x"}, 404)
    way.delete(f"/audiences/{made}", 204)
    way.delete(f"/audiences/{made}", 404)


def banners(way: Walk) -> None:
    wanted = {"role": "user", "email": "banner@acme.test", "custom_attributes": {"plan": "free"}}
    person = way.ok("POST", "/contacts", wanted)["id"]
    view = way.get(f"/contacts/{person}/banners")["data"][0]["view_id"]
    way.get(f"/contacts/{NOBODY}/banners", 404)
    way.post(f"/contacts/{person}/banners/{view}/dismiss")
    way.post(f"/contacts/{person}/banners/{view}/dismiss")
    way.post(f"/contacts/{person}/banners/999/dismiss", status=404)


def connectors(way: Walk) -> None:
    page = way.get("/data_connectors")
    way.get(f"/data_connectors?per_page=20&starting_after={after(page)}")
    way.get("/data_connectors?starting_after=nowhere", 400)
    entry = {"name": "order_id", "type": "string", "description": "Which", "required": True}
    full = {
        "name": "Walk status",
        "description": "Looks it up",
        "http_method": "get",
        "url": "https://walk.test/{{order_id}}",
        "direct_fin_usage": True,
        "audiences": ["leads", "visitors"],
        "headers": [{"name": "Content-Type", "value": "application/json"}],
        "data_inputs": [{**entry, "default_value": ""}],
        "customer_authentication": True,
        "bypass_authentication": False,
        "validate_missing_attributes": True,
        "mock_response": {"order": {"id": 12345, "status": "shipped", "price": 1.5, "paid": True}},
        "token_ids": ["1"],
    }
    made = way.post("/data_connectors", full, 201)["id"]
    way.post("/data_connectors", {"description": "x"}, 422)
    way.post("/data_connectors", {"name": "x", "audiences": ["everybody"]}, 422)
    place = f"/data_connectors/{made}"
    way.get(f"{place}?state_version=draft")
    way.get(f"{place}?state_version=none", 400)
    way.get("/data_connectors/999", 404)
    way.patch(place, {"name": "Walked", "state": "live"})
    way.delete(place, 409)
    way.patch(place, {"data_inputs": [entry], "state": "draft"})
    for wrong in ({"audiences": "all"}, {"http_method": "look"}, {"state": "dead"}):
        way.patch(place, wrong, 422)
    way.patch("/data_connectors/999", {"name": "x"}, 404)
    way.patch("/data_connectors/1", {"state": "draft"}, 409)
    way.delete("/data_connectors/1", 409)
    way.delete(place)
    way.delete(place, 404)


def runs(way: Walk) -> None:
    below, since = "/data_connectors/1/execution_results", int(way.now) - 3 * DAY
    way.get("/data_connectors/1")
    way.get(below)
    page = way.get(f"{below}?start_ts={since}&end_ts={int(way.now)}&per_page=30")
    way.get(f"{below}?start_ts={since}&per_page=30&starting_after={after(page)}")
    way.get(f"{below}?start_ts={since}&success=false&error_type=3rd_party_error")
    way.get(f"{below}?start_ts={since}&success=true&include_bodies=true")
    way.get(f"{below}?error_type=none", 400)
    way.get(f"{below}?start_ts=yesterday", 400)
    way.get("/data_connectors/999/execution_results", 404)
    way.get(f"{below}/{page['data'][0]['id']}")
    way.get(f"{below}/99999", 404)
    way.get("/data_connectors/999/execution_results/1", 404)


def custom_objects(way: Walk) -> None:
    place = "/custom_object_instances/Order"
    moment = int(way.now) - DAY
    wanted = {
        "external_id": "walk-1",
        "external_created_at": moment,
        "external_updated_at": moment,
        "custom_attributes": {"order_number": "ORDER-1", "total_amount": 99.99},
    }
    made = way.post(place, wanted)["id"]
    way.post(place, {"external_id": "walk-1", "custom_attributes": {"order_number": "ORDER-2"}})
    way.post("/custom_object_instances/undefined", wanted, 404)
    way.get(f"{place}?page=2&per_page=10")
    way.get("/custom_object_instances/undefined", 404)
    way.get(f"{place}?external_id=walk-1")
    contact = way.get(place)["data"][1]["custom_attributes"]["contact_id"]
    assert way.get(f"{place}?references_contact_id={contact}")["total_count"]
    way.get(f"{place}?references_conversation_id=1")
    way.get(f"{place}/{made}")
    way.get(f"{place}/walk-1")
    way.delete(f"{place}/{made}")
    way.post(place, wanted)
    way.delete(f"{place}?external_id=walk-1")
    for kind in ("Order", "undefined"):
        for target in ("?external_id=walk-1", "/99999"):
            way.delete(f"/custom_object_instances/{kind}{target}", 404)
        way.get(f"/custom_object_instances/{kind}/99999", 404)


def content_exports(way: Walk) -> None:
    times = {"created_at_after": int(way.now) - 60 * DAY, "created_at_before": int(way.now)}
    made = way.post("/export/content/data", times)["job_identifier"]
    way.post("/export/content/data", times, 429)
    way.post(f"/export/cancel/{made}")
    made = way.post("/export/content/data", times)["job_identifier"]
    way.now += 3
    way.get(f"/export/content/data/{made}")
    way.now += 3
    assert way.get(f"/export/content/data/{made}")["status"] == "completed"
    way.step(200, "GET", f"/download/content/data/{made}", accept=OCTETS)


def reporting_exports(way: Walk) -> None:
    dataset = way.get("/export/reporting_data/get_datasets")["data"][0]
    wanted = {
        "dataset_id": dataset["id"],
        "attribute_ids": [one["qualified_id"] for one in dataset["attributes"]],
        "start_time": int(way.now) - 60 * DAY,
        "end_time": int(way.now),
    }
    enqueue = "/export/reporting_data/enqueue"
    for wrong in (
        {"dataset_id": None},
        {"dataset_id": "imaginary"},
        {"attribute_ids": None},
        {"attribute_ids": []},
        {"attribute_ids": "not an array"},
        {"attribute_ids": ["non_existent"]},
    ):
        way.post(enqueue, {**wanted, **wrong}, 400)
    made, *_ = [way.post(enqueue, wanted)["job_identifier"] for _ in range(5)]
    way.post(enqueue, wanted, 429)
    place = f"reporting_data/{made}?app_id=sandbox1&job_identifier={made}"
    way.get(f"/export/{place}&client_id=1")
    way.now += 6
    assert way.get(f"/export/{place}&client_id=1")["status"] == "complete"
    way.step(200, "GET", f"/download/{place}", accept=OCTETS)
    nowhere = "reporting_data/job1?app_id=sandbox1&job_identifier=job1"
    way.get(f"/export/{nowhere}&client_id=1", 404)
    way.step(404, "GET", f"/download/{nowhere}", accept=OCTETS)


def workflows(way: Walk) -> None:
    way.get("/export/workflows/1")
    way.get("/export/workflows/999", 404)


def refusals(way: Walk) -> None:
    """Every operation that describes it once without a good token."""
    for operation, statuses in operations_of("office").items():
        if "401" in statuses:
            method, path = operation.split(" ")
            target = "/".join("1" if part.startswith("{") else part for part in path.split("/"))
            way.step(401, method, target, authorization="Bearer bm9ib2R5")


LOGS = r"GET /admins/activity_logs|POST /admins/activity_logs/search"
OBJECTS = r"(GET|POST) /custom_object_instances/.*"
LIST = r"GET /custom_object_instances/\{custom_object_type_identifier\}"


def deviations() -> list[Deviation]:
    return [
        Deviation(
            LOGS,
            "200",
            r"activity_logs\.\*\.metadata\.(before|after|message)",
            "Example of listActivityLogs: texts before and after, and the message they are of.",
        ),
        Deviation(
            LOGS,
            "200",
            r"pages\.next",
            "Public clients of these logs follow pages.next as an address; neither operation "
            "takes the cursor its schema has there.",
        ),
        Deviation(
            OBJECTS,
            "200|request",
            r"(data\.\*\.)?custom_attributes\.total_amount",
            "Examples of all custom object operations: total_amount is a number.",
        ),
        Deviation(
            LIST,
            "200",
            r"type|id|external_\w+|created_at|updated_at|custom_attributes",
            "Text of listCustomObjectInstances: with external_id, one object and not a list.",
        ),
        Deviation(
            r"POST /export/content/data",
            "429",
            "",
            "Text of createDataExport: 429 while another job is active.",
        ),
    ]


NOT_SHOWN: dict[str, dict[str, str]] = {}

# Errors in the description's examples that the walk does not meet, each with the reason.
NOT_TOLD = {
    "api_plan_restricted": "this workspace's plan has everything",
}

# Described statuses that this workspace never answers with, each with the reason.
NOT_REACHED = {
    "GET /teams/{team_id}/metrics": {"403": "this workspace's plan has real-time monitoring"},
    "GET /export/workflows/{id}": {"403": "this workspace's plan has the export of workflows"},
}

# Names in the examples' words that have another name here.
NAMES = {"1.2.3.4": "127.0.0.1"}
