"""Ctrl-C while a job is waited for: the job goes on, and the person learns how to come back."""

from __future__ import annotations

from pathlib import Path

from real_process import seeded, seen_on, terminal


def test_ending_the_waiting_tells_how_to_wait_again(tmp_path: Path) -> None:
    config = seeded(tmp_path / "config", 5)
    with terminal(config, "jobs", "wait", "2", NO_COLOR="1") as child:
        child.expect("Job 2: pending")
        child.sendintr()
        seen = seen_on(child).decode()
        assert child.exitstatus == 130
    assert "Job 2 goes on at Intercom. To wait for it again: intercom jobs wait 2" in seen
    assert "Traceback" not in seen


def test_ending_the_waiting_for_a_ticket_tells_how_to_wait_for_its_job(tmp_path: Path) -> None:
    config = seeded(tmp_path / "config", 5)
    words = ["--type", "2001", "--contact", "external:user-000003", "--wait", "-y"]
    with terminal(config, "tickets", "enqueue", *words, NO_COLOR="1") as child:
        child.expect(r"Job (\d+): pending")
        assert child.match
        job = child.match[1].decode()
        child.sendintr()
        seen = seen_on(child).decode()
        assert child.exitstatus == 130
    assert f"To wait for it again: intercom jobs wait {job}" in seen
