"""Exports of who was sent which message, and what came of it."""

from __future__ import annotations

from intercom_cli.api.request import Request, call
from intercom_cli.resource import Resource, sends
from intercom_cli.resources import _export_jobs as jobs
from intercom_cli.resources._export_jobs import COLUMNS, Exporting, JobId, Target
from intercom_cli.resources._span import Since, Until, closed_span
from intercom_cli.saving import Force, To, Unzip
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.waiting import Patience
from intercom_cli.writing import show_written

STARTING = "POST /export/content/data"
STATE = "GET /export/content/data/{job_identifier}"
CANCELING = "POST /export/cancel/{job_identifier}"
FILE = "GET /download/content/data/{job_identifier}"

resource = Resource(
    name="exports",
    one="export",
    columns=COLUMNS,
    examples=(
        ("start", "intercom exports start --since 7d"),
        ("get", "intercom exports get orzzsbd7hk67xyu"),
        ("wait", "intercom exports wait orzzsbd7hk67xyu"),
        ("download", "intercom exports download orzzsbd7hk67xyu --to sent.csv --unzip"),
        ("cancel", "intercom exports cancel orzzsbd7hk67xyu"),
        ("run", "intercom exports run --since 7d --to sent.csv --unzip"),
    ),
)


@sends(STATE)
def state(_: Session, job: str) -> Request:
    """The request for how far a job got."""
    return call(STATE, job_identifier=job)


@sends(FILE)
def file(_: Session, job: str) -> Request:
    """The request for the file of a job."""
    return call(FILE, job_identifier=job)


KIND = Exporting("exports", state, file)


def request_for(session: Session, since: str, until: str | None) -> Request:
    """The request that starts an export of what was sent in a span of time."""
    after, before = closed_span(session, since, until)
    return call(STARTING).with_json({"created_at_after": after, "created_at_before": before})


@action(resource, uses=(STARTING,))
def start(session: Session, since: Since = "30d", until: Until = None) -> None:
    """Start an export of what was sent in a span of time."""
    jobs.begin(session, KIND, request_for(session, since, until))


jobs.add_to(resource, KIND)


@action(resource, uses=(STARTING, state, file))
def run(
    session: Session,
    since: Since = "30d",
    until: Until = None,
    to: To = None,
    unzip: Unzip = False,
    force: Force = False,
    wait_for: Patience = None,
) -> None:
    """Start an export, wait for it, and save its file."""
    request, target = request_for(session, since, until), Target(to, force, unzip)
    jobs.run_to_the_end(session, KIND, request, target, wait_for)


@action(resource, uses=(CANCELING,))
def cancel(session: Session, job: JobId) -> None:
    """Stop an export that is at work."""
    answer = session.write(call(CANCELING, job_identifier=job))
    show_written(session, answer, COLUMNS, "Canceled export", job)
