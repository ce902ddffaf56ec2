"""Wait for a job of Intercom's to finish."""

from __future__ import annotations

from typing import Any

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.errors import Refused
from intercom_cli.session import Session
from intercom_cli.waiting import wait

STATUS = "GET /jobs/status/{job_id}"
RUNNING = frozenset({"pending", "in_progress", "running", "queued"})


def finished(session: Session, job: str, longest: float | None) -> bytes:
    """A job that came to a good end, as Intercom sent it. Raises Refused for one that failed."""
    seen: list[bytes] = []

    def look() -> dict[str, Any]:
        answer = session.send(call(STATUS, job_id=job))
        seen[:] = [answer.body]
        found = foreign.required_record(answer.json(), http=answer.http)
        foreign.required_text(found, "status", http=answer.http)
        return found

    ended = wait(
        session,
        look,
        over=lambda state: str(state.get("status")) not in RUNNING,
        what=f"Job {job}",
        resume=f"intercom jobs wait {job}",
        longest=longest,
    )
    if ended.get("status") != "success":
        raise Refused(f"Job {job} ended without success: {ended.get('status')}.")
    return seen[0]
