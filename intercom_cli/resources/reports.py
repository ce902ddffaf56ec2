"""Exports of the data behind reports."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.api.request import Request, call, encode
from intercom_cli.errors import Misuse, NotFound, did_you_mean
from intercom_cli.options import READS
from intercom_cli.reading import show_walk, walk_of
from intercom_cli.resource import Column, Resource, sends
from intercom_cli.resources import _export_jobs as jobs
from intercom_cli.resources._export_jobs import COLUMNS, Exporting, Target
from intercom_cli.resources._span import Since, Until, closed_span
from intercom_cli.saving import Force, To, Unzip
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, action
from intercom_cli.waiting import Patience

DATASETS = "GET /export/reporting_data/get_datasets"
STARTING = "POST /export/reporting_data/enqueue"
STATE = "GET /export/reporting_data/{job_identifier}"
FILE = "GET /download/reporting_data/{job_identifier}"
ME = "GET /me"
DATASET = (
    Column("Id", "id", "id"),
    Column("Name", "name"),
    Column("Attributes", "attributes", "count"),
    Column("Description", "description"),
)
ATTRIBUTE = (
    Column("Id", "qualified_id", "id"),
    Column("Name", "name"),
)
COLUMN = "--attribute ticket.ticket_id"  # of the examples

resource = Resource(
    name="reports",
    one="report",
    columns=COLUMNS,
    examples=(
        (
            "start",
            f"intercom reports start --dataset ticket {COLUMN} --since 7d",
        ),
        ("get", "intercom reports get orzzsbd7hk67xyu"),
        ("wait", "intercom reports wait orzzsbd7hk67xyu"),
        ("download", "intercom reports download orzzsbd7hk67xyu --to report.csv --unzip"),
        (
            "run",
            f"intercom reports run --dataset ticket {COLUMN} --to tickets.csv --unzip",
        ),
    ),
)
Dataset = Annotated[str, typer.Option("--dataset", help="Which; see datasets.", metavar="DATASET")]
Attribute = Annotated[
    list[str],
    typer.Option("--attribute", help="A column; see attributes. Once for each.", metavar="ID"),
]


@sends(ME)
def app_id(session: Session) -> str:
    """The workspace's id, as connecting wrote it down or ``GET /me`` tells."""
    workspace = session.source.workspace
    if workspace and workspace.app_id:
        return workspace.app_id
    answer = session.send(call(ME))
    return foreign.required_id(answer.json(), "app", "id_code", http=answer.http)


def client_id(session: Session, app: str) -> str:
    """The id of the app that asks; Intercom wants one, and a token alone does not tell it."""
    workspace = session.source.workspace
    own = workspace.client_id if workspace else None
    return own or session.environ.get("INTERCOM_CLIENT_ID") or app


@sends(STATE, app_id)
def state(session: Session, job: str) -> Request:
    """The request for how far a job got."""
    app = app_id(session)
    ids = {"app_id": app, "client_id": client_id(session, app), "job_identifier": job}
    return call(STATE, job_identifier=job).with_query(**ids)


@sends(FILE, app_id)
def file(session: Session, job: str) -> Request:
    """The request for the file of a job."""
    ids = {"app_id": app_id(session), "job_identifier": job}
    return call(FILE, job_identifier=job).with_query(**ids)


KIND = Exporting("reports", state, file)


@action(resource, *READS, uses=(DATASETS,))
def datasets(session: Session, limit: Limit = None, all_: All = False) -> None:
    """List what can be exported.

    Examples:
      intercom reports datasets
    """
    walk = walk_of(session, call(DATASETS), resource.paging)
    show_walk(session, walk, DATASET, limit=limit, everything=all_, noun="datasets")


@action(resource, *READS, uses=(DATASETS,))
def attributes(
    session: Session,
    dataset: Annotated[str, typer.Argument(help="The dataset.", metavar="DATASET")],
) -> None:
    """List the attributes of a dataset, the columns of its export.

    Examples:
      intercom reports attributes conversation
    """
    found = foreign.required_records(known(session, dataset), "attributes")
    session.printer.records(map(encode, found), ATTRIBUTE, noun="attributes")


def known(session: Session, dataset: str) -> dict[str, Any]:
    """A dataset by its id. Raises NotFound with a close one."""
    answer = session.send(call(DATASETS))
    every = foreign.required_records(answer.json(), "data", http=answer.http)
    ids = [foreign.id_at(one, "id") for one in every]
    if dataset in ids:
        return every[ids.index(dataset)]
    near = did_you_mean(dataset, ids)
    there = "" if near else f"; there are {', '.join(ids)}"
    hint = near or "intercom reports datasets"
    raise NotFound(f"There is no dataset {dataset!r}{there}.", hint=hint)


def request_for(
    session: Session, dataset: str, attribute: list[str], since: str, until: str | None
) -> Request:
    """The request that starts an export. Raises Misuse for what its dataset does not have."""
    wanted = [part.strip() for text in attribute for part in text.split(",")]
    if not all(wanted):
        raise Misuse("An --attribute is empty.", hint=f"intercom reports attributes {dataset}")
    start, end = closed_span(session, since, until)
    if session.choices.dry_run:
        session.show(call(DATASETS))
    else:
        check(known(session, dataset), wanted)
    body = {"dataset_id": dataset, "attribute_ids": list(dict.fromkeys(wanted))}
    return call(STARTING).with_json({**body, "start_time": start, "end_time": end})


def check(dataset: dict[str, Any], wanted: list[str]) -> None:
    """Raise Misuse for attributes that a dataset lacks, with close ones."""
    every = foreign.required_records(dataset, "attributes")
    whole = [foreign.id_at(one, "qualified_id") for one in every]
    short = [foreign.id_at(one, "id") for one in every]
    missing = [one for one in wanted if one not in whole and one not in short]
    if not missing:
        return
    near = did_you_mean(missing[0], [*whole, *short])
    raise Misuse(
        f"Dataset {dataset['id']} has no attribute {', '.join(missing)}.",
        hint=near or f"intercom reports attributes {dataset['id']}",
    )


@action(resource, uses=(STARTING, DATASETS))
def start(
    session: Session,
    dataset: Dataset,
    attribute: Attribute,
    since: Since = "30d",
    until: Until = None,
) -> None:
    """Start an export of some attributes of a dataset, for a span of time."""
    jobs.begin(session, KIND, request_for(session, dataset, attribute, since, until))


jobs.add_to(resource, KIND)


@action(resource, uses=(STARTING, DATASETS, state, file))
def run(
    session: Session,
    dataset: Dataset,
    attribute: Attribute,
    since: Since = "30d",
    until: Until = None,
    to: To = None,
    unzip: Unzip = False,
    force: Force = False,
    wait_for: Patience = None,
) -> None:
    """Start an export, wait for it, and save its file."""
    request = request_for(session, dataset, attribute, since, until)
    jobs.run_to_the_end(session, KIND, request, Target(to, force, unzip), wait_for)
