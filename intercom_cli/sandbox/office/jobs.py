"""Jobs: how far work in the background got.

The seeded ones stand still; those that a call began are documents, and end by the clock.
"""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.refusals import not_found
from intercom_cli.sandbox.visit import Route, Visit


def status(visit: Visit) -> Answer:
    """Show a job; of the seeded ones each state has one."""
    identifier = visit.ids["job_id"]
    row = visit.store.row("SELECT * FROM jobs WHERE id = ?", (identifier,))
    record = documents.get(visit.store, "job", identifier)
    if row is not None:
        return reply(shape(row, row["status"]))
    if record is None:
        raise not_found("Job Not Found", "job_not_found")
    done = record["done_at"] <= visit.now
    return reply(shape(record, "success" if done else "pending"))


def shape(job: Any, state: str) -> dict[str, Any]:
    """A job as JSON; what it makes is told once it is there."""
    resource = job["resource_id"] if state == "success" else None
    return {
        "type": "job",
        "id": job["id"],
        "url": f"https://api.intercom.io/jobs/status/{job['id']}",
        "status": state,
        "resource_type": job["resource_type"],
        "resource_id": resource,
        "resource_url": resource and f"https://api.intercom.io/tickets/{resource}",
    }


routes = (Route("GET", "/jobs/status/{job_id}", status, reads=True),)
