"""Exports of the data behind reports."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.office import export_jobs
from intercom_cli.sandbox.office.reporting_datasets import DATASETS, Dataset, shape
from intercom_cli.sandbox.refusals import Refusal, bad_request, missing, not_found
from intercom_cli.sandbox.values import INT64
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

KIND = "reporting_export"
MOST = 5
REQUIRED: dict[str, tuple[type, str]] = {
    "dataset_id": (str, "String"),
    "attribute_ids": (list, "Array"),
    "start_time": (int, "Integer"),
    "end_time": (int, "Integer"),
}
# Answered are conversations a person wrote in; before 2.16 there were no others in the export.
ANSWERED = "json_extract(body, '$.statistics.first_contact_reply_at') IS NOT NULL"


def list_datasets(visit: Visit) -> Answer:  # noqa: ARG001 - every handler is given the visit
    """List what can be exported."""
    return reply({"type": "list", "data": [shape(dataset) for dataset in DATASETS.values()]})


def enqueue(visit: Visit) -> Answer:
    """Begin an export of some attributes of a set of data, between two times."""
    sent = visit.body()
    for name, (kind, label) in REQUIRED.items():
        if sent.get(name) is None:
            raise bad_request(f"'{name}' is a required parameter")
        if not isinstance(sent[name], kind) or isinstance(sent[name], bool):
            raise bad_request(f"'{name}' {sent[name]} must be of type {label}")
    dataset = DATASETS.get(sent["dataset_id"])
    if dataset is None:
        raise bad_request(f"{sent['dataset_id']} is not a valid dataset_id")
    start, end = sent["start_time"], sent["end_time"]
    if start > end or max(abs(start), abs(end)) >= INT64:
        raise bad_request("start_time must not be after end_time")
    job = export_jobs.start(
        visit,
        KIND,
        {
            "dataset": dataset.id,
            "attributes": attributes(dataset, sent["attribute_ids"]),
            "start": start,
            "end": end,
            "all": visit.version >= V2_16,
        },
        most=MOST,
        what="reporting dataset",
    )
    return reply(job_shape(visit, job))


def attributes(dataset: Dataset, wanted: list[Any]) -> list[str]:
    """The attributes that are asked for, by their qualified ids.

    A short id is taken where it means only one attribute, as the description's example has it.
    """
    if not wanted:
        raise bad_request("attribute_ids must contain at least one attribute_id")
    found = {str(name): dataset.attribute(str(name)) for name in wanted}
    unknown = [name for name, attribute in found.items() if attribute is None]
    if unknown:
        names = ", ".join(unknown)
        raise bad_request(f"attribute_ids invalid for {dataset.id} dataset: {names}")
    return list(found)


def status(visit: Visit) -> Answer:
    """Show how far an export got. Both ids of the query are needed, as described."""
    job = found(visit)
    if not visit.call.parameter("client_id"):
        raise missing("client_id not specified")
    return reply(job_shape(visit, job))


def download(visit: Visit) -> Answer:
    """The file of an export that is finished."""
    job = found(visit)
    export_jobs.require_octets(visit.call)
    if not export_jobs.open_to(job, visit.now):
        raise no_job(job["id"])
    dataset = DATASETS[job["dataset"]]
    return export_jobs.file(f"{job['id']}.csv.gz", job["attributes"], rows(visit, job, dataset))


def rows(visit: Visit, job: Record, dataset: Dataset) -> list[list[Any]]:
    """What is in the workspace, cut to the attributes of an export."""
    chosen = [one for name in job["attributes"] if (one := dataset.attribute(name))]
    columns = ", ".join(f"json_extract(body, '$.{one.path}')" for one in chosen)
    only = "1" if job["all"] or dataset.id != "conversation" else ANSWERED
    created = export_jobs.CREATED
    found = visit.store.rows(
        f"SELECT {columns} FROM documents WHERE kind = ? AND {created} BETWEEN ? AND ? AND {only}"  # noqa: S608 - ours
        f" ORDER BY {created}, seq",
        (dataset.id, job["start"], min(job["end"], job["created_at"])),
    )
    return [list(row) for row in found]


def found(visit: Visit) -> Record:
    """The export a path names, which must belong to the workspace the query names."""
    app = visit.call.parameter("app_id")
    if not app:
        raise missing("app_id not specified")
    identifier = visit.ids["job_identifier"]
    job = documents.get(visit.store, KIND, identifier)
    if job is None or app != visit.store.app_id:
        raise no_job(identifier)
    return job


def no_job(identifier: str) -> Refusal:
    """Refuse an unknown export, or a file that is not there: 404."""
    return not_found(f"Export job not found for identifier: {identifier}")


def job_shape(visit: Visit, job: Record) -> dict[str, Any]:
    """An export as JSON; a finished one is called complete, not completed."""
    done = not export_jobs.working(job, visit.now)
    place = f"/download/reporting_data/{job['id']}?app_id={visit.store.app_id}" if done else ""
    return export_jobs.shape(visit, job, "complete" if done else "pending", place)


routes = (
    Route("POST", "/export/reporting_data/enqueue", enqueue),
    Route("GET", "/export/reporting_data/get_datasets", list_datasets, reads=True),
    Route("GET", "/export/reporting_data/{job_identifier}", status, reads=True),
    Route("GET", "/download/reporting_data/{job_identifier}", download, reads=True),
)
