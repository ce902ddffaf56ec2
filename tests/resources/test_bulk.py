"""Many records in one job, which only the Preview version takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, answer

PREVIEW = ["--api-version", "Preview"]
JOB = {"id": "job_v2_1", "type": "contacts.bulk.job", "state": "running", "tasks": []}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('[{"name": "A"}, {"name": "B"}]', [{"name": "A"}, {"name": "B"}]),
        ('{"name": "A"}\n\n{"name": "B"}\n', [{"name": "A"}, {"name": "B"}]),
    ],
)
def test_records_are_read_as_a_list_or_line_by_line(
    run: FrontDoor, text: str, rows: list[object]
) -> None:
    words = ["contacts", "bulk-create", "-", "--job", "job_v2_1", *PREVIEW]
    dry = run(*words, "-n", stdin=text, transport=Unreachable()).ok()
    document = json.loads(dry.out)
    assert document["method"] == "POST"
    assert document["url"].endswith("/contacts/bulk")
    assert document["body"] == {"contacts": rows, "job": {"id": "job_v2_1"}}


def test_changes_go_to_the_same_place_by_put(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "changes.json"
    file.write_text('[{"id": "1", "name": "A"}]')
    words = ["companies", "bulk-update", str(file), *PREVIEW]
    ran = run.scripted(answer(JOB, 202), words=words).ok()
    assert ran.sent() == ["PUT /companies/bulk"]
    assert ran.bodies() == [{"companies": [{"id": "1", "name": "A"}]}]
    assert ran.err == "Asked to update 1 company in job job_v2_1 in sandbox.\n"


def test_deleting_many_asks_with_how_many_and_which(run: FrontDoor) -> None:
    words = ["contacts", "bulk-delete", "a", "b", *PREVIEW]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 3
    assert "Delete 2 contacts (a, b) from sandbox?" in ran.error["message"]
    done = run.scripted(answer(JOB, 202), words=[*words, "--yes"]).ok()
    assert done.sent() == ["POST /contacts/bulk/delete"]
    assert done.bodies() == [{"contacts": [{"id": "a"}, {"id": "b"}]}]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no contacts"),
        ("[]", "no contacts"),
        ("[1]", "Record 1"),
        ('{"name": "A"}\nnonsense', "line 2"),
        (json.dumps([{"name": "A"}] * 101), "100 are the most"),
        ('[{"nmae": "A"}]', "nmae"),
    ],
)
def test_what_cannot_be_sent_is_refused(run: FrontDoor, text: str, why: str) -> None:
    words = ["contacts", "bulk-create", "-", *PREVIEW]
    ran = run(*words, stdin=text, transport=Unreachable())
    assert ran.code == 2
    assert why in ran.error["message"]


def test_an_empty_id_deletes_nothing(run: FrontDoor) -> None:
    words = ["contacts", "bulk-delete", "", *PREVIEW, "--yes"]
    assert run(*words, transport=Unreachable()).code == 2
    words = ["contacts", "bulk-delete", "a", "--job", "", *PREVIEW, "--yes"]
    assert run(*words, transport=Unreachable()).code == 2


def test_a_job_is_awaited(run: FrontDoor) -> None:
    done = {**JOB, "state": "completed"}
    words = ["contacts", "bulk-status", "job_v2_1", *PREVIEW]
    assert run.scripted(answer(JOB), words=words).ok().json == JOB
    ran = run.scripted(answer(JOB), answer(done), words=[*words, "--wait"]).ok()
    assert ran.json == done
    assert ran.sent() == ["GET /contacts/bulk/job_v2_1"] * 2


def test_a_job_with_errors_is_a_failure_in_part(run: FrontDoor) -> None:
    failed = {**JOB, "state": "completed_with_errors"}
    words = ["companies", "bulk-status", "job_v2_1", "--wait", *PREVIEW]
    ran = run.scripted(answer(failed), words=words)
    assert ran.code == 11
    assert ran.json == failed
