"""Exports that Intercom makes in its own time: started, waited for, and fetched as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from intercom_cli import foreign
from intercom_cli.api.request import Request, encode
from intercom_cli.errors import Misuse, RateLimited, ServerFailed
from intercom_cli.options import READS
from intercom_cli.reading import retold_one
from intercom_cli.resource import Column, Resource
from intercom_cli.saving import Force, To, Unzip, place_for, save
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.waiting import Job, Patience, Wait
from intercom_cli.waiting import wait as wait_for_job
from intercom_cli.writing import show_written

if TYPE_CHECKING:
    from intercom_cli.api.response import Response

COLUMNS = (
    Column("Job", "job_identifier", "id"),
    Column("Status", "status"),
    Column("File kept until", "download_expires_at", "time"),
)
OCTETS = (("Accept", "application/octet-stream"),)
READY = frozenset({"completed", "complete"})
OVER = READY | {"failed", "canceled", "cancelled", "no_data"}
RUNNING = frozenset({"pending", "in_progress", "queued", "running"})
JobId = Annotated[str, typer.Argument(help="The job, as start tells it.", metavar="JOB")]


class Exporting(NamedTuple):
    """A kind of export: its noun, and the requests for its state and its file."""

    noun: str
    state: Callable[[Session, str], Request]
    file: Callable[[Session, str], Request]

    def line(self, rest: str) -> str:
        """A command of this noun, as it is typed."""
        return f"intercom {self.noun} {rest}"


class Target(NamedTuple):
    """Where a file goes, and how."""

    to: str | None
    force: bool
    unzip: bool

    def words(self) -> str:
        """The same as options."""
        to = f" --to {quote(self.to)}" if self.to else ""
        return to + " --force" * self.force + " --unzip" * self.unzip


def state_of(session: Session, kind: Exporting, job: str) -> Job:
    """How far a job got. Raises ServerFailed for an answer that says nothing of it."""
    found = session.send(kind.state(session, job)).json()
    if foreign.text(found, "status"):
        return foreign.record(found)
    raise ServerFailed(f"Intercom does not say how far export {job} got.", retryable=True)


def finished(
    session: Session, kind: Exporting, job: str, longest: float | None, resume: str
) -> Job:
    """A job once it is over; ``resume`` is the command that goes on."""
    name = session.choices.workspace
    odd: set[str] = set()

    def look() -> Job:
        found = state_of(session, kind, job)
        status = foreign.text(found, "status")
        if status not in OVER | RUNNING | odd:
            odd.add(status)
            text = f"Export {job} has the unknown status {status!r}; waiting until it has another."
            session.printer.warn(text)
        return found

    return wait_for_job(
        session,
        look,
        over=is_over,
        what=f"Export {job}",
        resume=f"intercom {kind.noun} {resume}" + (f" -w {name}" if name else ""),
        longest=longest,
    )


def is_over(job: Job) -> bool:
    """Whether nothing more will happen to a job."""
    return foreign.text(job, "status") in OVER


def fetch(session: Session, kind: Exporting, job: str, found: Job, target: Target) -> None:
    """Save the file of a job that is over; one without data has none, which is no failure.

    Raises Misuse for a job that is still at work, and ServerFailed for one that came to nothing.
    """
    status = foreign.text(found, "status")
    if status == "no_data":
        session.printer.say(f"Export {job} holds nothing: there was no data in that time.")
        return
    if status in OVER - READY:
        raise ServerFailed(f"Export {job} is {status}: it has no file.")
    if status not in READY:
        more = target.words()
        raise Misuse(
            f"Export {job} is not finished: it is {status.replace('_', ' ')}.",
            hint=kind.line(f"download {job} --wait{more}"),
        )
    request = kind.file(session, job)._replace(headers=OCTETS)
    usual = usual_name(kind, job, unzip=target.unzip)
    save(
        session,
        request,
        target.to,
        usual,
        kind="export",
        force=target.force,
        unzip=target.unzip,
    )


def usual_name(kind: Exporting, job: str, *, unzip: bool) -> str:
    """What a file is called where nobody says."""
    return f"{kind.noun.removesuffix('s')}-{job}.csv" + ("" if unzip else ".gz")


def check_target(session: Session, kind: Exporting, target: Target) -> None:
    """Refuse a file that is there before anything is started."""
    if target.to not in {None, "-"}:
        place_for(session, target.to, kind.noun, force=target.force)


def run_to_the_end(
    session: Session, kind: Exporting, request: Request, target: Target, longest: float | None
) -> None:
    """Start an export, wait for it, and save its file."""
    check_target(session, kind, target)
    _, job = started(session, kind, request)
    session.did(f"Started export {job}")
    resume = f"download {job} --wait{target.words()}"
    fetch(session, kind, job, finished(session, kind, job, longest, resume), target)


def begin(session: Session, kind: Exporting, request: Request) -> None:
    """Start an export and show its job."""
    answer, job = started(session, kind, request)
    show_written(session, answer, COLUMNS, "Started export", job)


def started(session: Session, kind: Exporting, request: Request) -> tuple[Response, str]:
    """What a request that starts a job answers, and the job. Raises ServerFailed without one."""
    with telling_of_others(kind):
        answer = session.write(request)
    found = answer.json()
    if identifier := foreign.id_at(found, "job_identifier"):
        return answer, identifier
    session.did("Started an export")
    raise ServerFailed("Intercom does not say which export it started.")


def said_by(error: RateLimited) -> str:
    """Intercom's own words, without what its limit of requests has to say."""
    words = "; ".join(one.message for one in error.details if one.message)
    return f"{words.rstrip('.')}." if words else error.message


@contextmanager
def telling_of_others(kind: Exporting) -> Iterator[None]:
    """Say in plain words that other exports must end first, for no waiting helps against that."""
    try:
        yield
    except RateLimited as error:
        if "pending" not in error.message.lower():
            raise
        told = RateLimited(
            f"Another export is still at work. {said_by(error)}",
            hint=f"wait for the job that was told when it was started: {kind.line('wait JOB')}",
            http=error.http,
            details=error.details,
            request_id=error.request_id,
            retryable=True,
        )
        told.response = error.response
        raise told from error


def show(session: Session, job: bytes) -> None:
    """Show how far a job got."""
    session.printer.record(retold_one(session, job, kept_until), COLUMNS)


def kept_until(job: dict[str, Any]) -> dict[str, Any]:
    """When the file of a job goes away, a time that Intercom writes as text."""
    name = "download_expires_at"
    moment = foreign.integer(job, name)
    return {} if moment is None else {name: moment}


def add_to(resource: Resource, kind: Exporting) -> None:
    """Give a noun what is done to a job once it was started."""

    def get(session: Session, job: JobId) -> None:
        """Show how far an export got."""
        show(session, session.send(kind.state(session, job)).body)

    def wait(session: Session, job: JobId, wait_for: Patience = None) -> None:
        """Wait until an export is finished, and show it."""
        show(session, encode(finished(session, kind, job, wait_for, f"wait {job}")))

    def download(
        session: Session,
        job: JobId,
        to: To = None,
        unzip: Unzip = False,
        force: Force = False,
        wait: Wait = False,
        wait_for: Patience = None,
    ) -> None:
        """Save the file of an export that is finished, gzipped CSV."""
        target = Target(to, force, unzip)
        check_target(session, kind, target)
        if wait or wait_for is not None:
            resume = f"download {job} --wait{target.words()}"
            found = finished(session, kind, job, wait_for, resume)
        else:
            found = state_of(session, kind, job)
        fetch(session, kind, job, found, target)

    action(resource, *READS, uses=(kind.state,))(get)
    action(resource, *READS, uses=(kind.state,))(wait)
    action(resource, *READS, uses=(kind.file, kind.state))(download)
