"""Teams, the log, the allowlist, audiences, banners: what changes, and what is refused."""

from __future__ import annotations

import pytest

DAY = 86_400
LOGS = "/admins/activity_logs"


def test_teams_and_admins_agree_on_who_is_where(world):
    admins = world.get("/admins")["admins"]
    teams = world.get("/teams")["teams"]
    assert [team["id"] for team in teams] == ["1", "2", "3"]
    for team in teams:
        inside = [int(one["id"]) for one in admins if int(team["id"]) in one["team_ids"]]
        assert team["admin_ids"] == inside
    assert [team.get("assignment_limit") for team in teams] == [None, 10, None]
    assert world.get("/teams/3/metrics")["data"] == []


def test_metrics_count_the_conversations_that_are_assigned(world):
    metrics = world.get("/teams/1/metrics")["data"] + world.get("/teams/2/metrics")["data"]
    counts = {one["admin_id"]: one["open"] for one in metrics}
    query = {"field": "state", "operator": "=", "value": "open"}
    found = world.post("/conversations/search", {"query": query, "pagination": {"per_page": 150}})
    assigned = [one["admin_assignee_id"] for one in found["conversations"]]
    assert counts == {admin: assigned.count(int(admin)) for admin in counts}
    assert world.refusal("GET", "/teams/1/metrics?idle_threshold=soon")[0] == 400
    assert world.get("/teams/1/metrics?idle_threshold=-5") is not None


def test_the_log_comes_by_page_and_the_address_of_the_next_leads_on(world):
    since = int(world.clock.now) - 40 * DAY
    page = world.get(f"{LOGS}?created_at_after={since}")
    seen = [entry["id"] for entry in page["activity_logs"]]
    while page["pages"]["next"]:
        page = world.get(page["pages"]["next"].partition("intercom.io")[2])
        seen += [entry["id"] for entry in page["activity_logs"]]
    assert len(seen) == len(set(seen)) == 60
    assert page["pages"]["page"] == page["pages"]["total_pages"] == 3


def test_the_log_is_written_by_what_is_done(world):
    now = int(world.clock.now)
    assert world.get(f"{LOGS}?created_at_after={now}")["activity_logs"] == []
    world.put("/ip_allowlist", {"ip_allowlist": ["127.0.0.1"]})
    away = {"away_mode_enabled": True, "away_mode_reassign": False, "away_status_reason_id": 1}
    world.put("/admins/991267460/away", away)
    first, second = world.get(f"{LOGS}?created_at_after={now}")["activity_logs"]
    assert first["activity_type"] == "admin_away_mode_change"
    assert first["metadata"]["away_status_reason"].endswith("On a break")
    assert second["activity_type"] == "security_settings_change"


def test_the_search_of_the_log_keeps_to_the_types_it_is_told(world):
    since = int(world.clock.now) - 40 * DAY
    wanted = {"created_at_after": since, "event_types": ["admin_logout"], "per_page": 4}
    pages = [world.post(f"{LOGS}/search", {**wanted, "page": page}) for page in (1, 2)]
    kinds = [entry["activity_type"] for page in pages for entry in page["activity_logs"]]
    assert kinds == ["admin_logout"] * 6
    known = set(world.get("/admins/activity_log_event_types")["event_types"])
    assert set(kinds) <= known


@pytest.mark.parametrize(
    "wrong",
    [
        {"created_at_after": "1"},
        {"event_types": "admin_logout"},
        {"event_types": ["nonsense"]},
        {"event_types": [{}]},
        {"per_page": 251},
        {"page": 0},
    ],
)
def test_a_search_of_the_log_that_makes_no_sense_is_refused(world, wrong):
    assert world.refusal("POST", f"{LOGS}/search", {"created_at_after": 1, **wrong})[0] == 400


def test_the_log_wants_to_know_from_when(world):
    assert world.refusal("GET", LOGS)[:2] == (400, "parameter_not_found")
    assert world.refusal("POST", f"{LOGS}/search", {})[:2] == (400, "parameter_not_found")
    assert world.refusal("GET", f"{LOGS}?created_at_after=monday")[0] == 400


def test_nobody_can_lock_themselves_out(world):
    alone = {"enabled": True, "ip_allowlist": ["10.0.0.0/8"]}
    assert world.refusal("PUT", "/ip_allowlist", alone)[:2] == (422, "parameter_invalid")
    assert world.get("/ip_allowlist")["enabled"] is False
    world.put("/ip_allowlist", {"ip_allowlist": ["127.0.0.0/8"]})
    assert world.put("/ip_allowlist", {"enabled": True}) == world.get("/ip_allowlist")
    for wrong in ({"ip_allowlist": ["300.1.1.1"]}, {"ip_allowlist": "all"}, {"enabled": "yes"}):
        assert world.refusal("PUT", "/ip_allowlist", wrong)[0] == 422


def test_audiences_come_by_page_with_the_numbers_beside_the_rows(world):
    first = world.get("/audiences")
    assert (first["page"], first["per_page"], first["total_pages"]) == (1, 50, 2)
    second = world.get("/audiences?page=2")
    ids = [one["id"] for one in first["data"] + second["data"]]
    assert len(ids) == len(set(ids)) == first["total_count"]
    assert world.refusal("GET", "/audiences?per_page=51")[0] == 400


def test_an_audience_that_makes_no_sense_is_refused(world):
    rule = {"attribute": "plan", "type": "string", "comparison": "eq", "value": "pro"}
    for wrong in (
        {"name": 7},
        {"name": "  "},
        {"predicates": rule},
        {"predicates": [{**rule, "value": 7}]},
        {"role_predicates": [{"attribute": "role"}]},
    ):
        told = world.refusal("POST", "/audiences", {"name": "x", **wrong})
        assert told[:2] == (422, "validation_error")


def test_a_banner_stays_until_it_is_dismissed(world):
    lead = world.post("/contacts", {"role": "lead", "email": "lead@acme.test"})["id"]
    user = world.post("/contacts", {"role": "user", "email": "user@acme.test"})["id"]
    assert len(world.get(f"/contacts/{lead}/banners")["data"]) == 1
    shown = world.get(f"/contacts/{user}/banners")["data"]
    assert world.get(f"/contacts/{user}/banners")["data"] == shown
    place = f"banners/{shown[0]['view_id']}/dismiss"
    assert world.refusal("POST", f"/contacts/{lead}/{place}")[0] == 404
    for _ in range(2):
        assert world.post(f"/contacts/{user}/{place}")["dismissed"] is True
    assert world.get(f"/contacts/{user}/banners")["data"] == shown[1:]


def test_the_default_brand_has_the_id_of_the_workspace(world):
    brands = world.get("/brands")["data"]
    default = next(brand for brand in brands if brand["is_default"])
    assert default["id"] == world.get("/me")["app"]["id_code"]
    email = world.get(f"/emails/{default['default_address_settings_id']}")
    assert email["brand_id"] == default["id"]


def test_what_is_newer_than_the_version_is_not_there(world):
    for target, version in (("/brands", "2.14"), ("/audiences", "2.15"), ("/emails", "2.14")):
        told = world.refusal("GET", target, intercom_version=version)
        assert told[:2] == (400, "intercom_version_invalid")
