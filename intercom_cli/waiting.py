"""Wait for work that goes on at Intercom, saying how far it is and how to come back to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated, Any

import typer

from intercom_cli.errors import Unreachable
from intercom_cli.session import Session

FIRST, LONGEST = 0.5, 10.0  # seconds between two looks
LONGER = 1.5  # times the pause before
Wait = Annotated[
    bool, typer.Option("--wait", help="Wait until it is finished.", show_default=False)
]
Patience = Annotated[
    float | None,
    typer.Option(
        "--wait-for",
        help="Wait this long at most, and longer than not at all.",
        metavar="SECONDS",
        min=0.001,
        show_default=False,
    ),
]

Job = dict[str, Any]


def wait(
    session: Session,
    look: Callable[[], Job],
    *,
    over: Callable[[Job], bool],
    what: str,
    resume: str,
    longest: float | None = None,
) -> Job:
    """Look again and again until a job is over, and give its last state.

    ``what`` names the job, ``resume`` is the command that goes on waiting: it is told when the
    person ends the waiting, or ``longest`` seconds have passed, which raises Unreachable.
    """
    try:
        return watched(session, look, over, what, resume, longest)
    except BaseException as ending:
        if not isinstance(ending, Exception):  # Ctrl-C or SIGTERM: the job itself goes on
            session.printer.say(f"{what} goes on at Intercom. To wait for it again: {resume}")
        raise


def watched(
    session: Session,
    look: Callable[[], Job],
    over: Callable[[Job], bool],
    what: str,
    resume: str,
    longest: float | None,
) -> Job:
    """Look until a job is over. Raises Unreachable when that takes too long."""
    began, pause = time.monotonic(), FIRST
    while not over(job := look()):
        passed = time.monotonic() - began
        if longest is not None and passed + pause > longest:
            raise unfinished(what, job, passed, resume)
        session.printer.progress(f"{what}: {state_of(job)}, {passed:.0f} s")
        time.sleep(pause)
        pause = min(pause * LONGER, LONGEST)
    return job


def unfinished(what: str, job: Job, passed: float, resume: str) -> Unreachable:
    """The error for a job that took longer than anybody wanted to wait."""
    return Unreachable(
        f"{what} is not finished after {passed:.0f} s: it is {state_of(job)}.",
        hint=resume,
        retryable=True,
    )


def state_of(job: Job) -> str:
    """How far a job says it is."""
    return str(job.get("status") or job.get("state") or "under way").replace("_", " ")
