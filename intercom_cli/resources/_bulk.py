"""Write up to a hundred records in one job (Preview): the same four commands for each noun."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import confirm_write
from intercom_cli.api.request import Request, an_id, call
from intercom_cli.errors import Misuse, PartlyFailed
from intercom_cli.options import READS
from intercom_cli.resource import Column, Resource
from intercom_cli.session import Session
from intercom_cli.verbs import action, described
from intercom_cli.waiting import Job, Patience, Wait
from intercom_cli.waiting import wait as wait_until
from intercom_cli.writing import show_written

MOST = 100  # records of one request
DONE, WITH_ERRORS = "completed", "completed_with_errors"
COLUMNS = (
    Column("Job", "id", "id"),
    Column("State", "state"),
    Column("Created", "created_at", "time"),
    Column("Completed", "completed_at", "time"),
)
HELP = "{} (Preview).\n\nExamples:\n  {}\n"
FILE = typer.Argument(help="JSON: a list, or a record a line; - reads input.", metavar="FILE")
Records = Annotated[str, FILE]
Ids = Annotated[list[str], typer.Argument(help="Their ids.", metavar="ID...")]
JobId = Annotated[str, typer.Argument(help="The job.", metavar="JOB")]
Append = Annotated[
    str | None,
    typer.Option("--job", help="A job to add them to.", metavar="JOB", show_default=False),
]


def add_to(resource: Resource, example: str) -> None:
    """Give a noun its bulk commands; ``example`` is the id of a record in their examples."""
    key, path = resource.name, f"/{resource.name}/bulk"
    state = f"GET {path}/{{id}}"

    def bulk_create(session: Session, records: Records, job: Append = None) -> None:
        send(session, resource, call(f"POST {path}"), read(session, records), job, "create")

    def bulk_update(session: Session, records: Records, job: Append = None) -> None:
        send(session, resource, call(f"PUT {path}"), read(session, records), job, "update")

    def bulk_delete(session: Session, ids: Ids, job: Append = None) -> None:
        rows = [{"id": an_id(f"{resource.one}_id", one)} for one in ids]
        check_number(rows, key)
        names = ", ".join(ids[:5]) + ("" if len(ids) <= 5 else ", …")  # noqa: PLR2004 - enough
        told = f"{len(ids)} {resource.one if len(ids) == 1 else key} ({names})"
        confirm_write(session, f"Delete {told} from {session.source.name}?")
        send(session, resource, call(f"POST {path}/delete"), rows, job, "delete")

    def bulk_status(
        session: Session, job: JobId, wait: Wait = False, wait_for: Patience = None
    ) -> None:
        show_job(session, call(state, id=job), job, key, wait=wait, longest=wait_for)

    preview = f"intercom {key} bulk-{{}} {{}} --api-version Preview"
    for function, uses, told, words in (
        (bulk_create, f"POST {path}", f"Create up to {MOST} {key} in one job", "new.ndjson"),
        (bulk_update, f"PUT {path}", f"Change up to {MOST} {key} in one job", "changes.ndjson"),
        (bulk_delete, f"POST {path}/delete", f"Delete up to {MOST} {key} in one job", example),
    ):
        verb = function.__name__.removeprefix("bulk_")
        help = HELP.format(told, preview.format(verb, words))
        action(resource, uses=(uses,))(described(function, help))
    help = HELP.format("Show how far such a job got", preview.format("status", "job_v2_1"))
    action(resource, *READS, uses=(state,))(described(bulk_status, help))


def send(
    session: Session,
    resource: Resource,
    request: Request,
    rows: list[dict[str, Any]],
    job: str | None,
    what: str,
) -> None:
    """Send records as one job, or added to one. Raises Misuse for none and for too many."""
    check_number(rows, resource.name)
    body: dict[str, Any] = {resource.name: rows}
    if job is not None:
        if not job.strip():
            raise Misuse("--job is empty.")
        body["job"] = {"id": job}
    answer = session.write(request.with_json(body))
    number = f"{len(rows)} {resource.one if len(rows) == 1 else resource.name}"
    show_written(session, answer, COLUMNS, f"Asked to {what} {number} in job")


def check_number(rows: list[dict[str, Any]], noun: str) -> None:
    """Raise Misuse for no records, and for more than a request takes."""
    if not rows:
        raise Misuse(f"There are no {noun} in it.")
    if len(rows) > MOST:
        raise Misuse(
            f"These are {len(rows)} {noun}; {MOST} are the most at once.",
            hint=f"split --lines {MOST} FILE, then add each part to one job with --job",
        )


def read(session: Session, place: str) -> list[dict[str, Any]]:
    """The records of a file, a JSON list or one on each line. Raises Misuse for anything else."""
    from intercom_cli.values import json_value, text_of

    text = (session.read_input() if place == "-" else text_of(place)).strip()
    if text.startswith("["):
        rows = json_value(place, text)
    else:
        lines = ((number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())
        rows = [json_value(f"{place}, line {number},", line) for number, line in lines]
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise Misuse(f"Record {number} of {place} is not a JSON object.")
    return list(rows)


def show_job(
    session: Session,
    request: Request,
    job: str,
    noun: str,
    *,
    wait: bool,
    longest: float | None,
) -> None:
    """Show a job, after waiting for it where that is wished.

    Raises PartlyFailed for one that could not do everything; which records, Intercom does not say.
    """
    if not wait and longest is None:
        session.printer.record(session.send(request).body, COLUMNS)
        return
    last: list[bytes] = []

    def look() -> Job:
        answer = session.send(request)
        last[:] = [answer.body]
        found = foreign.required_record(answer.json(), http=answer.http)
        foreign.required_text(found, "state", http=answer.http)
        return found

    resume = f"intercom {noun} bulk-status {job} --wait --api-version Preview"
    found = wait_until(
        session, look, over=is_over, what=f"Job {job}", resume=resume, longest=longest
    )
    session.printer.record(last[0], COLUMNS)
    if foreign.text(found, "state") == WITH_ERRORS:
        raise PartlyFailed(f"Job {job} could not do everything; Intercom does not say what.")


def is_over(job: Job) -> bool:
    """Whether nothing more will happen to a job."""
    return job.get("state") in {DONE, WITH_ERRORS}
