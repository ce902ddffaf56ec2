"""Exports of the data behind reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, answer, connected
from hasty_clock import hurry

from intercom_cli.sandbox.workspace import APP_ID

JOB = {"job_identifier": "j1", "status": "complete"}


def test_a_report_runs_from_start_to_file(run: FrontDoor) -> None:
    hurry(run)
    words = ["--dataset", "ticket", "--attribute", "ticket.ticket_id,open", "--since", "90d"]
    ran = run("reports", "run", *words, "--to", "-", "--unzip").ok()
    lines = ran.out.splitlines()
    assert lines[0] == "ticket.ticket_id,open"
    assert len(lines) > 10
    assert [one for one in ran.sent() if one.startswith("POST")] == [
        "POST /export/reporting_data/enqueue"
    ]
    assert ran.bodies()[1]["attribute_ids"] == ["ticket.ticket_id", "open"]


def test_the_workspace_is_named_by_its_id(run: FrontDoor, tmp_path: Path) -> None:
    ran = run.scripted(
        answer({"app": {"id_code": APP_ID}, "id": "1"}), answer(JOB), words=["reports", "get", "j1"]
    ).ok()
    assert ran.sent() == [
        "GET /me",
        f"GET /export/reporting_data/j1?app_id={APP_ID}&client_id={APP_ID}&job_identifier=j1",
    ]
    connected(tmp_path / "config", app_id="abc", client_id="own")
    known = run.scripted(answer(JOB), words=["reports", "get", "j1"]).ok()
    assert "app_id=abc&client_id=own" in known.sent()[0]


def test_attributes_are_checked_before_anything_is_started(run: FrontDoor) -> None:
    words = ["reports", "start", "--dataset", "conversation", "--attribute"]
    ran = run(*words, "conversation.stat")
    assert ran.code == 2
    assert ran.error["hint"] == "did you mean conversation.state?"
    assert ran.sent() == ["GET /export/reporting_data/get_datasets"]
    far = run(*words, "zzzzzz")
    assert far.error["hint"] == "intercom reports attributes conversation"


def test_an_unknown_dataset_names_a_close_one(run: FrontDoor) -> None:
    ran = run("reports", "start", "--dataset", "tickets", "--attribute", "x")
    assert ran.code == 6
    assert ran.error["hint"] == "did you mean ticket?"
    assert run("reports", "attributes", "zzz").error["hint"] == "intercom reports datasets"


@pytest.mark.parametrize(
    "words",
    [
        ["--dataset", "ticket"],
        ["--dataset", "ticket", "--attribute", ""],
        ["--dataset", "ticket", "--attribute", "ticket.open,"],
        ["--dataset", "ticket", "--attribute", "ticket.open", "--since", "tomorrow"],
    ],
)
def test_a_report_without_columns_or_time_sends_nothing(run: FrontDoor, words: list[str]) -> None:
    assert run("reports", "start", *words, transport=Unreachable()).code == 2


def test_datasets_and_their_attributes_are_listed(run: FrontDoor) -> None:
    assert [row["id"] for row in run("reports", "datasets").ok().rows] == ["conversation", "ticket"]
    rows = run("reports", "attributes", "ticket").ok().rows
    assert {"id": "open", "qualified_id": "ticket.open", "name": "Open"} in rows


def test_five_reports_may_be_at_work(run: FrontDoor) -> None:
    words = ["reports", "start", "--dataset", "ticket", "--attribute", "ticket.open"]
    for _ in range(5):
        run(*words).ok()
    ran = run(*words)
    assert ran.code == 8
    assert "intercom reports wait JOB" in ran.error["hint"]


def test_a_dry_run_shows_the_look_at_the_datasets_too(run: FrontDoor) -> None:
    words = ["reports", "start", "--dataset", "ticket", "--attribute", "any", "-n"]
    ran = run(*words, transport=Unreachable()).ok()
    shown = [json.loads(line)["url"] for line in ran.out.splitlines()]
    assert [url.rpartition("/")[2] for url in shown] == ["get_datasets", "enqueue"]


def test_a_report_is_fetched_with_the_id_of_the_workspace(run: FrontDoor) -> None:
    hurry(run)
    words = ["--dataset", "ticket", "--attribute", "ticket.open"]
    job = run("reports", "start", *words).ok().json["job_identifier"]
    assert run("reports", "wait", job).ok().json["status"] == "complete"
    ran = run("reports", "download", job, "--unzip").ok()
    assert ran.out.startswith("ticket.open")
    assert f"app_id={APP_ID}" in ran.sent()[-1]
