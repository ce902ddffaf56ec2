"""Exports: jobs that go on by the clock, and files with rows of what is in the workspace."""

from __future__ import annotations

import csv
import gzip
import io

import pytest

OCTETS = "application/octet-stream"
DAY = 86_400
CONTENT = "/export/content/data"
ENQUEUE = "/export/reporting_data/enqueue"


def lately(world, days=60):
    now = int(world.clock.now)
    return {"created_at_after": now - days * DAY, "created_at_before": now}


def rows_of(answer):
    assert answer.status == 200
    assert answer.headers["content-type"] == OCTETS
    assert "content-encoding" not in answer.headers
    return list(csv.DictReader(io.StringIO(gzip.decompress(answer.body).decode())))


def finished_export(world, **times):
    made = world.post(CONTENT, {**lately(world), **times})["job_identifier"]
    world.clock.now += 6
    return made


def download(world, place, **more):
    return world.ask("GET", place, **{"accept": OCTETS, **more})


def test_a_content_export_waits_works_and_is_completed_by_the_clock(world):
    job = world.post(CONTENT, lately(world))
    assert (job["status"], job["download_url"]) == ("pending", "")
    place = f"{CONTENT}/{job['job_identifier']}"
    seen = []
    for _ in range(3):
        seen.append(world.get(place)["status"])
        world.clock.now += 3
    assert seen == ["pending", "in_progress", "completed"]
    done = world.get(place, host="sandbox.test:8123")
    assert done["download_url"].startswith("http://sandbox.test:8123/download/content/data/")
    assert int(done["download_expires_at"]) > world.clock.now


def test_there_is_one_content_export_at_a_time_until_it_ends_or_is_canceled(world):
    first = world.post(CONTENT, lately(world))["job_identifier"]
    told = (429, "rate_limit_exceeded", "Exceeded rate limit of 1 pending message data export jobs")
    assert world.refusal("POST", CONTENT, lately(world)) == told
    assert world.post(f"/export/cancel/{first}")["status"] == "canceled"
    assert world.post(f"/export/cancel/{first}")["status"] == "canceled"
    finished_export(world)
    world.post(CONTENT, lately(world))


def test_a_finished_export_can_not_be_canceled_and_a_canceled_one_has_no_file(world):
    done = finished_export(world)
    assert world.refusal("POST", f"/export/cancel/{done}")[:2] == (400, "job_closed")
    gone = world.post(CONTENT, lately(world))["job_identifier"]
    world.post(f"/export/cancel/{gone}")
    world.clock.now += 60
    assert world.get(f"{CONTENT}/{gone}")["status"] == "canceled"
    assert download(world, f"/download/content/data/{gone}").status == 404


def test_the_file_holds_what_was_sent_in_the_range_and_is_gone_after_two_days(world):
    place = f"/download/content/data/{finished_export(world)}"
    rows = rows_of(download(world, place))
    assert {row["content_title"] for row in rows} >= {"Autumn news", "Your invoice is ready"}
    people = {contact["id"] for contact in world.all_contacts()}
    assert {row["user_id"] for row in rows} <= people
    assert any(row["first_open"] for row in rows)
    job = finished_export(world, **lately(world, days=7))
    fewer = rows_of(download(world, f"/download/content/data/{job}"))
    assert {row["content_title"] for row in fewer} == {"Your invoice is ready"}
    world.clock.now += 3 * DAY
    assert download(world, place).status == 404


def test_a_download_must_be_asked_for_as_octets_and_be_finished(world):
    place = f"/download/content/data/{finished_export(world)}"
    assert download(world, place, accept="application/json").status == 406
    early = world.post(CONTENT, lately(world))["job_identifier"]
    assert download(world, f"/download/content/data/{early}").status == 404


def test_a_banner_that_was_shown_and_dismissed_is_in_the_next_export(world):
    person = world.post("/contacts", {"role": "user", "email": "seen@acme.test"})["id"]
    view = world.get(f"/contacts/{person}/banners")["data"][0]["view_id"]
    world.clock.now += 10
    world.post(f"/contacts/{person}/banners/{view}/dismiss")
    job = finished_export(world, **lately(world, days=1))
    rows = rows_of(download(world, f"/download/content/data/{job}"))
    row = next(row for row in rows if row["user_id"] == person)
    assert row["content_type"] == "banner"
    assert int(row["first_dismissal"]) == int(row["received_at"]) + 10


def test_nothing_in_the_range_is_said_to_be_no_data(world):
    long_ago = {"created_at_after": 1_000, "created_at_before": 2_000}
    job = finished_export(world, **long_ago)
    assert world.get(f"{CONTENT}/{job}")["status"] == "no_data"


@pytest.mark.parametrize(
    "wrong",
    [
        {"created_at_after": None},
        {"created_at_after": "2026-01-01"},
        {"created_at_before": 1_700_000_000_000},
        {"created_at_after": 20, "created_at_before": 10},
    ],
)
def test_a_content_export_wants_two_times_in_order(world, wrong):
    assert world.refusal("POST", CONTENT, {**lately(world), **wrong})[0] == 400
    assert world.refusal("POST", CONTENT, {})[1] == "parameter_not_found"


def report(world, *attributes, dataset="conversation", **more):
    now = int(world.clock.now)
    wanted = {"dataset_id": dataset, "start_time": now - 400 * DAY, "end_time": now}
    return {**wanted, "attribute_ids": list(attributes), **more}


def finished_report(world, body, version="2.16"):
    job = world.post(ENQUEUE, body, intercom_version=version)["job_identifier"]
    world.clock.now += 6
    return f"/download/reporting_data/{job}?app_id=sandbox1"


def test_a_report_has_the_conversations_of_the_workspace_and_the_columns_asked_for(world):
    names = ["conversation.conversation_id", "conversation_started_at", "people.contact_id"]
    rows = rows_of(download(world, finished_report(world, report(world, *names))))
    assert list(rows[0]) == names
    total = world.get("/conversations?per_page=1")["total_count"]
    assert len({row["conversation.conversation_id"] for row in rows}) == len(rows) == total
    older = rows_of(download(world, finished_report(world, report(world, *names), "2.14")))
    assert len(older) <= len(rows)
    tickets = report(world, "ticket.ticket_id", dataset="ticket")
    rows_of(download(world, finished_report(world, tickets)))


def test_a_short_id_that_two_attributes_have_is_refused(world):
    told = world.refusal("POST", ENQUEUE, report(world, "name"))
    assert told == (400, "bad_request", "attribute_ids invalid for conversation dataset: name")
    world.post(ENQUEUE, report(world, "people.name"))


def test_five_reports_may_wait_and_the_status_is_complete_and_not_completed(world):
    body = report(world, "conversation_id")
    jobs = [world.post(ENQUEUE, body) for _ in range(5)]
    assert {job["status"] for job in jobs} == {"pending"}
    assert world.refusal("POST", ENQUEUE, body)[0] == 429
    world.clock.now += 6
    place = f"/export/reporting_data/{jobs[0]['job_identifier']}"
    done = world.get(f"{place}?app_id=sandbox1&client_id=me")
    assert done["status"] == "complete"
    assert done["download_url"]
    world.post(ENQUEUE, body)
    assert world.refusal("GET", f"{place}?app_id=sandbox1")[0] == 400
    assert world.refusal("GET", f"{place}?client_id=me")[0] == 400
    assert world.refusal("GET", f"{place}?app_id=other&client_id=me")[0] == 404


def test_a_report_wants_numbers_for_its_times(world):
    for wrong in ({"start_time": "now"}, {"end_time": True}, {"start_time": 9, "end_time": 1}):
        assert world.refusal("POST", ENQUEUE, report(world, "state", **wrong))[0] == 400


def test_a_message_is_in_the_export_of_what_was_sent(world):
    person = world.post("/contacts", {"role": "user", "email": "to@new.test", "name": "Ada"})["id"]
    to = {"type": "user", "id": person}
    message = {"from": {"type": "admin", "id": 991267459}, "to": to, "body": "Hi"}
    email = {"message_type": "email", "subject": "Your plan", "template": "plain"}
    sent = [
        world.post("/messages", {**message, **kind})["id"]
        for kind in (email, {"message_type": "in_app"})
    ]
    job = finished_export(world, created_at_after=int(world.clock.now))
    rows = rows_of(download(world, f"/download/content/data/{job}"))
    assert [row["content_id"] for row in rows] == sent
    shown = [(row["user_id"], row["name"], row["content_title"]) for row in rows]
    assert shown == [(person, "Ada", "Your plan"), (person, "Ada", "")]
    assert [row["content_type"] for row in rows] == ["email", "chat"]
