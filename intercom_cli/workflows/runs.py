"""Start a run of a workflow, or go on with one."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from intercom_cli.errors import IntercomError, Misuse, PartlyFailed
from intercom_cli.session import Session
from intercom_cli.workflows import log as logs
from intercom_cli.workflows.asking import asking_steps
from intercom_cli.workflows.checking import checked
from intercom_cli.workflows.dates import Moment, functions, workspace_zone
from intercom_cli.workflows.inputs import complete, given
from intercom_cli.workflows.model import Step, Workflow
from intercom_cli.workflows.running import Allowed, Outcome, Run, question
from intercom_cli.workflows.syntax import used_in

Event = Mapping[str, Any]


class Ready(NamedTuple):
    """A workflow and what it is run with."""

    workflow: Workflow
    inputs: dict[str, Any]
    event: Event | None
    env: dict[str, str]


def ready(
    session: Session, file: str, sets: Sequence[str] = (), event: Event | None = None
) -> Ready:
    """A workflow that can be run. Raises Misuse for everything that stands in its way."""
    return prepared_for(session, checked(file, session.printer.warn), event, sets)


def prepared_for(
    session: Session, workflow: Workflow, event: Event | None, sets: Sequence[str] = ()
) -> Ready:
    """A checked workflow with its inputs. Raises Misuse for everything that stands in its way."""
    file = workflow.file
    inputs = complete(workflow, given(workflow, sets))
    if event is None and (step := first_with_event(workflow)):
        topics = ", ".join(workflow.on) or "a notification"
        raise Misuse(
            f"{file}:{step.line}: step {step.id} speaks of the event that starts it, {topics}.",
            hint="add --event FILE, with a notification in it",
        )
    if event is not None and not listens(workflow, event):
        raise Misuse(
            f"{file} is for {', '.join(workflow.on)}; this is {event.get('topic')}.",
            hint="add the topic to on:, or take it out for every topic",
        )
    return Ready(workflow, inputs, event, variables(session, workflow))


def first_with_event(workflow: Workflow) -> Step | None:
    """The first step that speaks of the event."""
    for step in workflow.every():
        spoken = [step.with_, step.for_each, step.when and f"{{{{ {bare(step.when)} }}}}"]
        if any(used.name == "event" for used in used_in(spoken)):
            return step
    return None


def bare(when: str) -> str:
    """A condition without its braces."""
    return when.strip().removeprefix("{{").removesuffix("}}")


def listens(workflow: Workflow, event: Event) -> bool:
    """Whether a workflow is for the topic of a notification."""
    from intercom_cli.events.topics import Chosen

    return not workflow.on or str(event.get("topic")) in Chosen(workflow.on)


def variables(session: Session, workflow: Workflow) -> dict[str, str]:
    """The environment variables that a file names. Raises Misuse for those that are not set."""
    missing = [name for name in workflow.env if name not in session.environ]
    if missing:
        what = "is" if len(missing) == 1 else "are"
        raise Misuse(f"{', '.join(missing)} {what} not set, and {workflow.file} needs it in env.")
    return {name: session.environ[name] for name in workflow.env}


def start(session: Session, prepared: Ready, allowed: Allowed) -> tuple[Run, logs.Log]:
    """A new run, written down and not begun."""
    need_person(session, prepared.workflow)
    now = int(time.time())
    log = logs.begin(session.environ, hidden(prepared))
    secret = {one.name for one in prepared.workflow.inputs if one.secret}
    log.write(
        "run",
        run=log.id,
        file=str(Path(prepared.workflow.file).absolute()),
        digest=prepared.workflow.digest,
        workspace=session.source.name,
        now=now,
        inputs={name: one for name, one in prepared.inputs.items() if name not in secret},
        event=prepared.event,
    )
    return run_of(session, prepared, log, now, allowed), log


def resume(
    session: Session, run: str, file: str | None, sets: Sequence[str], allowed: Allowed
) -> tuple[Run, logs.Log]:
    """A run to go on with. Raises Misuse where something is not what it was."""
    path = logs.find(session.environ, run)
    past = logs.past_of(path)
    if past.status == "done":
        raise Misuse(f"Run {path.stem} is done.", hint="start a new one without --resume")
    file = file or str(past.head["file"])
    workflow = checked(file)
    if workflow.digest != past.head["digest"]:
        raise Misuse(
            f"{file} is not what it was when run {path.stem} began.",
            hint="start a new run, or put the file back as it was",
        )
    if session.source.name != past.head["workspace"]:
        raise Misuse(
            f"Run {path.stem} is of {past.head['workspace']}, not of {session.source.name}.",
            hint="name its workspace with --workspace",
        )
    inputs = complete(workflow, {**past.head["inputs"], **only_secret(workflow, sets)})
    event = past.head.get("event")
    prepared = Ready(workflow, inputs, event, variables(session, workflow))
    unknown = (allowed.repeat | allowed.skip) - {step.id for step in workflow.every()}
    if unknown:
        raise Misuse(f"{file} has no step {', '.join(sorted(unknown))}.")
    need_person(session, workflow)
    logs.mend(path)
    log = logs.Log(path, hidden(prepared))
    return run_of(session, prepared, log, int(past.head["now"]), allowed, past), log


def only_secret(workflow: Workflow, sets: Sequence[str]) -> dict[str, Any]:
    """Inputs that are kept nowhere and so are given again. Raises Misuse for others."""
    found = given(workflow, sets)
    secret = {one.name for one in workflow.inputs if one.secret}
    if others := sorted(found.keys() - secret):
        raise Misuse(f"A run goes on with the inputs it had: leave out --set {others[0]}.")
    return found


def run_of(
    session: Session,
    prepared: Ready,
    log: logs.Log,
    now: int,
    allowed: Allowed,
    past: logs.Past | None = None,
) -> Run:
    """A run with everything its expressions can speak of."""
    past = past or logs.Past({}, {}, {}, "begun")
    return Run(session, prepared.workflow, log, past, known_to(session, prepared, now), allowed)


def known_to(session: Session, prepared: Ready, now: int) -> dict[str, Any]:
    """What expressions can use before any step is done; days are those of the workspace."""
    known: dict[str, Any] = {"inputs": prepared.inputs, "steps": {}, "env": prepared.env}
    if prepared.event is not None:
        known["event"] = prepared.event
    found = functions(now, workspace_zone(session))
    return {**known, "now": Moment.at(now), **found}


def hidden(prepared: Ready) -> tuple[str, ...]:
    """The texts that are written down nowhere."""
    secret = (prepared.inputs.get(one.name) for one in prepared.workflow.inputs if one.secret)
    return (*prepared.env.values(), *(str(one) for one in secret if one is not None))


def need_person(session: Session, workflow: Workflow) -> None:
    """Refuse a run that has to ask where nobody can be asked, before anything is done."""
    if session.asks and asking_steps(session, workflow):
        session.need_person(question(session, workflow))


@contextmanager
def written(log: logs.Log, run: Run) -> Iterator[None]:
    """Hold the log during a run, and write down in the end how it went."""
    with logs.held(log):
        yield
        status = "failed" if run.stopped else "partly" if run.failures else "done"
        log.write("end", status=status)


def outcomes(run: Run, log: logs.Log) -> Iterator[tuple[Step, Outcome]]:
    """Do the steps of a run, one by one."""
    with written(log, run):
        yield from run.steps()


def raise_failures(run: Run) -> None:
    """Raise what went wrong in a run, if anything did."""
    if run.stopped:
        raise run.stopped
    if run.failures:
        first = run.failures[0]
        if len(run.failures) == 1 and isinstance(first, PartlyFailed):
            raise first
        raise PartlyFailed(f"{len(run.failures)} failed and the rest was done; {first.message}")


def run_for_event(session: Session, file: Path, notification: Event) -> str | None:
    """Run a workflow for a notification, and give the run's name; None if it is not its topic.

    Nothing is written to standard output. Raises what went wrong.
    """
    workflow = checked(str(file))
    if not listens(workflow, notification):
        return None
    prepared = prepared_for(session, workflow, notification)
    run, log = start(session, prepared, Allowed())
    for _ in outcomes(run, log):
        pass
    raise_failures(run)
    return log.id


def check_for_events(session: Session, file: Path) -> Workflow:
    """A workflow that notifications can start.

    Raises what stands in its way, so that it is known before the first one comes.
    """
    workflow = checked(str(file), session.printer.warn)
    complete(workflow, {})
    if shell := next((step for step in workflow.every() if step.do == "shell"), None):
        raise Misuse(
            f"{file}:{shell.line}: step {shell.id}: notifications start no shell.",
            hint="--exec runs a program for each of them",
        )
    variables(session, workflow)
    need_person(session, workflow)
    return workflow


__all__ = [
    "IntercomError",
    "check_for_events",
    "outcomes",
    "ready",
    "resume",
    "run_for_event",
    "start",
]
