"""Exports of what was sent to whom, and what came of it."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import receipts
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.office import activity, export_jobs
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing
from intercom_cli.sandbox.visit import Route, Visit

KIND = "content_export"
MOST = 1
TIMES = ("created_at_after", "created_at_before")
COLUMNS = (
    "user_id",
    "user_external_id",
    "email",
    "name",
    "content_id",
    "content_type",
    "content_title",
    "receipt_id",
    "received_at",
    "first_open",
    "first_click",
    "first_reply",
    "first_dismissal",
    "first_unsubscribe",
    "first_hard_bounce",
)


def create(visit: Visit) -> Answer:
    """Begin an export of what was sent between two times, both included."""
    sent = visit.body()
    for name in TIMES:
        if name not in sent:
            raise missing(f"{name} not specified")
    given = values.check(sent, dict.fromkeys(TIMES, values.moment))
    if given["created_at_after"] > given["created_at_before"]:
        raise invalid("created_at_after must not be after created_at_before", TIMES[0])
    job = export_jobs.start(visit, KIND, given, most=MOST, what="message data")
    activity.note(visit, "app_data_export", "exported message data")
    return reply(shape(visit, job))


def retrieve(visit: Visit) -> Answer:
    """Show how far an export got."""
    return reply(shape(visit, found(visit)))


def cancel(visit: Visit) -> Answer:
    """Stop an export that is still at work; one that is over cannot be stopped."""
    job = found(visit)
    if not job.get("canceled"):
        if not export_jobs.working(job, visit.now):
            raise Refusal(400, Fault("job_closed", "The export job is already finished"))
        job = documents.save(visit.store, KIND, {**job, "canceled": True})
    return reply(shape(visit, job))


def download(visit: Visit) -> Answer:
    """The file of an export that is finished."""
    job = found(visit)
    export_jobs.require_octets(visit.call)
    if status(visit, job) != "completed" or not export_jobs.open_to(job, visit.now):
        raise no_job(job["id"])
    rows = [
        [str(record["id"]) if name == "receipt_id" else record.get(name) for name in COLUMNS]
        for record in documents.every(visit.store, chosen(job))
    ]
    return export_jobs.file(f"{job['id']}.csv.gz", COLUMNS, rows)


def found(visit: Visit) -> Record:
    """The export a path names."""
    identifier = visit.ids["job_identifier"]
    job = documents.get(visit.store, KIND, identifier)
    if job is None:
        raise no_job(identifier)
    return job


def no_job(identifier: str) -> Refusal:
    """Refuse an unknown export, or a file that is not there: 404."""
    return Refusal(404, Fault("not_found", f"Export job not found for identifier: {identifier}"))


def chosen(job: Record) -> Query:
    """The receipts an export holds: none that came after it was asked for."""
    before = min(job["created_at_before"], job["created_at"])
    return receipts.between(job["created_at_after"], before)


def status(visit: Visit, job: Record) -> str:
    """How far an export got by now."""
    if job.get("canceled"):
        return "canceled"
    if export_jobs.working(job, visit.now):
        waits = visit.now < job["created_at"] + export_jobs.WAITS
        return "pending" if waits else "in_progress"
    return "completed" if documents.count(visit.store, chosen(job)) else "no_data"


def shape(visit: Visit, job: Record) -> dict[str, Any]:
    """An export as JSON."""
    state = status(visit, job)
    place = f"/download/content/data/{job['id']}" if state == "completed" else ""
    return export_jobs.shape(visit, job, state, place)


routes = (
    Route("POST", "/export/content/data", create),
    Route("GET", "/export/content/data/{job_identifier}", retrieve, reads=True),
    Route("POST", "/export/cancel/{job_identifier}", cancel),
    Route("GET", "/download/content/data/{job_identifier}", download, reads=True),
)
