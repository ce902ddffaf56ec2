"""Jobs: how far work in the background got."""

from __future__ import annotations

from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.refusals import not_found
from intercom_cli.sandbox.visit import Route, Visit


def status(visit: Visit) -> Answer:
    """Show a job; of the seeded ones each state has one."""
    row = visit.store.row("SELECT * FROM jobs WHERE id = ?", (visit.ids["job_id"],))
    if row is None:
        raise not_found("Job Not Found", "job_not_found")
    resource = row["resource_id"]
    return reply(
        {
            "type": "job",
            "id": row["id"],
            "status": row["status"],
            "resource_type": row["resource_type"],
            "resource_id": resource,
            "resource_url": resource and f"https://api.intercom.io/tickets/{resource}",
        }
    )


routes = (Route("GET", "/jobs/status/{job_id}", status, reads=True),)
