"""Exports of messages: started, awaited, fetched whole."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Unreachable, answer, refusal
from hasty_clock import hurry

PENDING = {"job_identifier": "j1", "status": "pending", "download_url": ""}
DONE = {**PENDING, "status": "completed", "download_url": "https://x.test"}
ROWS = b"id,name\r\n1,Ann\r\n"
ZIPPED = gzip.compress(ROWS, mtime=0)


def file(data: bytes = ZIPPED) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "application/octet-stream"}, content=data)


def test_an_export_runs_from_start_to_file(run: FrontDoor, tmp_path: Path) -> None:
    hurry(run)
    place = tmp_path / "sent.csv"
    ran = run("exports", "run", "--since", "60d", "--to", str(place), "--unzip").ok()
    assert ran.out == ""
    started, saved = ran.err.splitlines()
    assert started.startswith("Started export ")
    assert started.endswith(" in sandbox.")
    assert str(place) in saved
    rows = list(csv.DictReader(io.StringIO(place.read_text())))
    assert len(rows) > 50
    assert "@" in rows[0]["email"]
    methods = [one.split()[0] for one in ran.sent()]
    assert methods.count("POST") == 1
    assert ran.requests[-1].headers["accept"] == "application/octet-stream"


def test_a_file_stays_gzipped_unless_it_is_to_be_unpacked(run: FrontDoor) -> None:
    words = ["exports", "download", "j1"]
    assert run.scripted(answer(DONE), file(), words=words).ok().bytes == ZIPPED
    for flag in ("--unzip", "--gunzip"):
        assert run.scripted(answer(DONE), file(), words=[*words, flag]).ok().bytes == ROWS
    plain = run.scripted(answer(DONE), file(ROWS), words=[*words, "--unzip"]).ok()
    assert plain.bytes == ROWS
    assert run.scripted(answer(DONE), file(b"x"), words=[*words, "--unzip"]).ok().bytes == b"x"


@pytest.mark.parametrize("damaged", [ZIPPED[:-4], ZIPPED[:10] + b"\xff" * 20])
def test_a_damaged_file_is_not_taken_for_whole(
    run: FrontDoor, tmp_path: Path, damaged: bytes
) -> None:
    place = tmp_path / "sent.csv"
    words = ["exports", "download", "j1", "--unzip", "--to", str(place)]
    ran = run.scripted(answer(DONE), file(damaged), words=words)
    assert ran.code == 9
    assert list(tmp_path.glob("*sent*")) == []


def test_a_file_that_is_there_is_kept_and_nothing_is_started(
    run: FrontDoor, tmp_path: Path
) -> None:
    place = tmp_path / "sent.csv"
    place.write_text("mine")
    for words in (["run"], ["download", "j1"]):
        ran = run("exports", *words, "--to", str(place), transport=Unreachable())
        assert ran.code == 2
        assert "--force" in ran.error["hint"]
    words = ["exports", "download", "j1", "--to", str(place), "--force"]
    run.scripted(answer(DONE), file(), words=words).ok()
    assert place.read_bytes() == ZIPPED


def test_an_export_that_is_not_finished_tells_the_command_that_waits(run: FrontDoor) -> None:
    words = ["exports", "download", "j1", "--to", "my file.csv", "--unzip"]
    ran = run.scripted(answer(PENDING), words=words)
    assert ran.code == 2
    assert ran.error["hint"] == "intercom exports download j1 --wait --to 'my file.csv' --unzip"


def test_waiting_goes_on_until_it_is_over(run: FrontDoor) -> None:
    ran = run.scripted(answer(PENDING), answer(DONE), words=["exports", "wait", "j1"]).ok()
    assert ran.json == DONE
    assert ran.sent() == ["GET /export/content/data/j1"] * 2


@pytest.mark.slow
def test_a_status_that_is_not_known_is_said_once(run: FrontDoor) -> None:
    hurry(run)
    odd = answer({**PENDING, "status": "paused"})
    ran = run.scripted(odd, odd, answer(DONE), words=["exports", "wait", "j1"]).ok()
    assert ran.err.count("unknown status 'paused'") == 1
    stopped = answer({**PENDING, "status": "cancelled"})
    ran = run.scripted(stopped, words=["exports", "download", "j1", "--wait"])
    assert ran.code == 9
    assert "is cancelled" in ran.error["message"]


def test_waiting_has_an_end_and_tells_how_to_go_on(run: FrontDoor) -> None:
    words = ["exports", "download", "j1", "--wait-for", "0.1", "--unzip"]
    ran = run.scripted(answer(PENDING), words=words)
    assert ran.code == 10
    assert ran.error["hint"] == "intercom exports download j1 --wait --unzip"


def test_ctrl_c_tells_how_to_come_back(run: FrontDoor) -> None:
    def interrupted(_: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    ran = run.scripted(answer(PENDING), interrupted, words=["exports", "run", "--to", "a.csv"])
    assert ran.code == 130
    assert "intercom exports download j1 --wait --to a.csv" in ran.err


def test_no_data_is_no_failure_and_makes_no_file(run: FrontDoor, tmp_path: Path) -> None:
    place = tmp_path / "sent.csv"
    words = ["exports", "download", "j1", "--to", str(place)]
    ran = run.scripted(answer({**PENDING, "status": "no_data"}), words=words).ok()
    assert "no data" in ran.err
    assert not place.exists()


@pytest.mark.parametrize("status", ["failed", "canceled"])
def test_an_export_that_came_to_nothing_is_a_failure(run: FrontDoor, status: str) -> None:
    ran = run.scripted(answer({**PENDING, "status": status}), words=["exports", "download", "j1"])
    assert ran.code == 9
    assert status in ran.error["message"]


def test_a_second_export_says_that_one_is_at_work_and_does_not_wait(run: FrontDoor) -> None:
    run("exports", "start").ok()
    for words in (["start"], ["run", "--to", "-"]):
        ran = run("exports", *words)
        assert ran.code == 8
        assert ran.error["message"].startswith("Another export is still at work. Exceeded")
        assert "10 seconds" not in ran.error["message"]
        assert "intercom exports wait JOB" in ran.error["hint"]
        assert len(ran.requests) == 1


def test_the_limit_of_requests_is_told_as_such(run: FrontDoor) -> None:
    full = refusal(429, "rate_limit_exceeded", "Exceeded rate limit")
    ran = run.scripted(full, words=["exports", "start", "--max-wait", "0"])
    assert ran.code == 8
    assert "Another export" not in ran.error["message"]


def test_an_export_is_stopped(run: FrontDoor) -> None:
    made = run("exports", "start", "--since", "7d").ok()
    job = made.json["job_identifier"]
    assert made.err == f"Started export {job} in sandbox.\n"
    ran = run("exports", "cancel", job).ok()
    assert ran.sent() == [f"POST /export/cancel/{job}"]
    assert ran.err == f"Canceled export {job} in sandbox.\n"
    assert run("exports", "get", job).ok().json["status"] == "canceled"
    assert run("exports", "get", "nope").code == 6


def test_the_times_of_an_export_are_sent_whole(run: FrontDoor) -> None:
    words = "exports start --since 2026-01-01T00:00Z --until 2026-01-31T00:00:00Z"
    assert run(*words.split()).ok().bodies() == [
        {"created_at_after": 1767225600, "created_at_before": 1769817600}
    ]
    for wrong in ("--since tomorrow", "--since 2026-02-01 --until 2026-01-01", "--since soon"):
        assert run("exports", "start", *wrong.split(), transport=Unreachable()).code == 2


def test_a_table_says_until_when_a_file_is_kept(run: FrontDoor) -> None:
    job = {**DONE, "download_expires_at": "1795944538"}
    ran = run.scripted(answer(job), words=["exports", "get", "j1", "-o", "table"]).ok()
    assert "2026-11-29T09:28:58Z" in ran.out


@pytest.mark.parametrize(
    "words", [["exports", "start"], ["exports", "run"]], ids=lambda words: words[1]
)
def test_an_answer_without_a_job_is_a_failure_of_the_server(
    run: FrontDoor, words: list[str]
) -> None:
    ran = run.scripted(answer({}), words=words)
    assert ran.code == 9
    assert ran.error["message"] == "Intercom does not say which export it started."
