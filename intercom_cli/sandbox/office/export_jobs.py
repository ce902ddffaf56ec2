"""Jobs that write a file: asked for, worked on by the clock, fetched within two days."""

from __future__ import annotations

import csv
import gzip
import io
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from intercom_cli.sandbox import document_lists, documents
from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.visit import Visit

WAITS = 2
TAKES = 5
KEPT = 172_800
OCTETS = "application/octet-stream"
CREATED = "json_extract(body, '$.created_at')"


def start(visit: Visit, kind: str, wanted: Record, *, most: int, what: str) -> Record:
    """Begin a job, unless too many are still at work: 429."""
    sql = f"{CREATED} > ? AND json_extract(body, '$.canceled') IS NOT 1"
    query = Query(kind, sql=sql, values=(visit.now - TAKES,))
    if documents.count(visit.store, query) >= most:
        message = f"Exceeded rate limit of {most} pending {what} export jobs"
        raise Refusal(429, Fault("rate_limit_exceeded", message))
    job = {"id": uuid.uuid4().hex[:16], "created_at": visit.now, **wanted}
    return documents.add(visit.store, kind, job)


def working(job: Record, now: int) -> bool:
    """Whether a job is still to be finished."""
    return now < int(job["created_at"]) + TAKES and not job.get("canceled")


def open_to(job: Record, now: int) -> bool:
    """Whether the file of a job is there: it is finished, and not for more than two days."""
    done = int(job["created_at"]) + TAKES
    return not job.get("canceled") and done <= now <= done + KEPT


def shape(visit: Visit, job: Record, status: str, place: str) -> dict[str, Any]:
    """A job as JSON; ``place`` is the path of its file, empty while there is none."""
    expires = str(job["created_at"] + TAKES + KEPT)
    return {
        "job_identifier": job["id"],
        "status": status,
        "download_url": f"{document_lists.base(visit)}{place}" if place else "",
        "download_expires_at": expires if place else "",
    }


def require_octets(call: Call) -> None:
    """Refuse a download that is not asked for as octets.

    The description calls the header required; a refusal of other kinds is the strict reading.
    """
    if OCTETS not in call.headers.get("accept", "").lower():
        message = f"The Accept header must be {OCTETS}"
        raise Refusal(406, Fault("not_acceptable", message))


def file(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Answer:
    """Rows as a gzipped CSV file. It is a file of that kind, and no encoding of the transfer."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    headers = {"content-type": OCTETS, "content-disposition": f'attachment; filename="{name}"'}
    return Answer(200, headers, gzip.compress(text.getvalue().encode(), mtime=0))
