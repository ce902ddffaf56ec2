"""Run, check and go on with workflows: steps written down in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from intercom_cli.api.request import encode
from intercom_cli.errors import Misuse
from intercom_cli.options import CALL, SHOW, TALK, WRITE, shared
from intercom_cli.resource import Column
from intercom_cli.session import Session

DONE = (
    Column("Step", "step"),
    Column("Does", "do"),
    Column("Status", "status"),
    Column("Result", "said"),
)
PLAN = (
    Column("Step", "step"),
    Column("State", "state"),
    Column("Times", "times"),
    Column("Asks", "asks", "flag"),
    Column("Command", "command"),
)
FOUND = (Column("Step", "step"), Column("Line", "line"), Column("Does", "do"))
RUNS = (
    Column("Run", "run", "id"),
    Column("Workflow", "file"),
    Column("Began", "at", "time"),
    Column("Status", "status"),
    Column("Done", "done", "count"),
)
File = Annotated[str, typer.Argument(help="The workflow.", metavar="FILE", show_default=False)]
Maybe = Annotated[
    str | None,
    typer.Argument(help="The workflow; --resume knows it.", metavar="[FILE]", show_default=False),
]
Names = list[str] | None


def several(flag: str, help: str, metavar: str) -> Any:
    """An option that can be given several times."""
    return typer.Option(flag, help=help, metavar=metavar, show_default=False)


@shared(SHOW, WRITE, CALL, TALK)
def run(
    session: Session,
    file: Maybe = None,
    set: Annotated[Names, several("--set", "An input of the file.", "K=V")] = None,
    event: Annotated[
        str | None, several("--event", "The notification that starts it.", "FILE|-")
    ] = None,
    read: Annotated[
        bool,
        typer.Option("--read", help="With --dry-run: do what only reads.", show_default=False),
    ] = False,
    resume: Annotated[
        str | None, several("--resume", "Go on with this run; see: workflow runs", "RUN")
    ] = None,
    repeat: Annotated[Names, several("--repeat", "Do this step again.", "STEP")] = None,
    skip: Annotated[Names, several("--skip", "Take this step for done.", "STEP")] = None,
    allow_shell: Annotated[
        bool, typer.Option("--allow-shell", help="Let its steps run a shell.", show_default=False)
    ] = False,
) -> None:
    """Run a workflow, or go on with a run that was interrupted.

    Each step is written down before it begins and after it ended. Going on repeats nothing that is
    done; what was begun and may have been done is not done again unless you say --repeat. With
    --dry-run it shows its steps, with --plan it reads what they would change. How to write one:
    intercom help workflows

    Examples:
      intercom workflow run examples/workflows/quiet-trials.yaml --yes
      intercom workflow run examples/workflows/signups.yaml --set file=signups.csv --dry-run
    """
    from intercom_cli.workflows import runs
    from intercom_cli.workflows.running import Allowed

    plan = session.choices.rehearses
    allowed = Allowed(allow_shell, frozenset(repeat or ()), frozenset(skip or ()))
    if resume is None:
        refuse(repeat or skip, "--repeat and --skip go with --resume.")
        refuse(not file, "Name a file, or a run with --resume.")
        refuse(read and not session.choices.dry_run, "--read goes with --dry-run.")
        prepared = runs.ready(session, str(file), set or (), event_of(session, event))
        if plan:
            show_plan(session, prepared, read=read)
            return
        running, log = runs.start(session, prepared, allowed)
    else:
        refuse(event is not None or plan, "--resume goes without --event, --dry-run and --plan.")
        running, log = runs.resume(session, resume, file, set or (), allowed)
    ended = False
    try:
        session.printer.records(rows(runs.outcomes(running, log)), DONE, noun="steps")
        ended = running.stopped is None
    finally:
        if not ended:
            session.printer.say(f"Go on with it: intercom workflow run --resume {log.id}")
    if ended:
        session.printer.done(f"Run {log.id} ended in {session.source.name}.")
    runs.raise_failures(running)


def refuse(wrong: Any, why: str) -> None:
    """Raise Misuse for options that do not go together."""
    if wrong:
        raise Misuse(why, hint="intercom workflow run --help")


def rows(outcomes: Iterable[tuple[Any, Any]]) -> Iterator[bytes]:
    """What became of each step, as rows."""
    for step, outcome in outcomes:
        row = {"step": step.id, "do": step.do, "line": step.line, "status": outcome.status}
        said = said_of(outcome.result) if outcome.status != "skipped" else ""
        yield encode({**row, "said": said, "result": outcome.result})


def said_of(result: Any) -> str:
    """A result in a few words."""
    if not isinstance(result, dict):
        return str(result)[:60]
    if error := result.get("error"):
        return str(error["message"])
    if "count" in result:
        failed = len(result.get("failed") or ())
        return f"{result['count']:,}" + (f", {failed:,} failed" if failed else "")
    return str(result.get("id") or result.get("stdout") or result.get("name") or "")[:60]


def event_of(session: Session, place: str | None) -> dict[str, Any] | None:
    """The notification in a file. Raises Misuse for what is none."""
    from intercom_cli.values import json_value, text_of

    if place is None:
        return None
    text = session.read_input() if place == "-" else text_of(place)
    found = json_value("--event", text)
    if isinstance(found, dict) and isinstance(found.get("body"), str):
        found = json_value("--event", found["body"])  # a line of listen --record
    if not isinstance(found, dict) or not isinstance(found.get("topic"), str):
        raise Misuse(
            "--event is a notification: an object with a topic and data.",
            hint="intercom trigger company.created --dry-run makes one",
        )
    return found


def show_plan(session: Session, prepared: Any, *, read: bool) -> None:
    """Show what a run would do."""
    import time

    from intercom_cli.workflows.planning import plan
    from intercom_cli.workflows.runs import known_to

    known = known_to(session, prepared, int(time.time()))
    read = read or session.choices.plan
    found = plan(session, prepared.workflow, known, read=read)
    if session.choices.plan and session.printer.is_read:
        from intercom_cli.output.plan import steps_in_words

        session.printer.text(steps_in_words(list(found), session.source.name))
        session.printer.say("Nothing was written.")
        return
    session.printer.records(map(encode, found), PLAN, noun="steps")
    if session.streams.err_is_terminal:
        session.printer.say("Only what reads was sent." if read else "Nothing was sent.")


@shared(SHOW, CALL, TALK)
def check(session: Session, file: File) -> None:
    """Check a workflow, and say on which line what is wrong.

    Expressions that can never be worked out are refused. The names of people and teams that the
    file has are looked up where a workspace is connected; nothing else needs one.

    Examples:
      intercom workflow check examples/workflows/welcome.yaml
    """
    from intercom_cli.commands._workflow_names import check_names
    from intercom_cli.workflows.checking import checked
    from intercom_cli.workflows.performing import asks, reads

    workflow = checked(file, session.printer.warn)
    check_names(session, workflow)
    found = (
        {
            "step": step.id,
            "line": step.line,
            "do": step.do,
            "writes": not reads(step),
            "asks": asks(step),
        }
        for step in workflow.every()
    )
    session.printer.records(map(encode, found), FOUND, noun="steps")
    session.printer.done(f"{file} can be run.")


@shared(SHOW, TALK)
def runs_(session: Session) -> None:
    """List the runs there were, the latest first.

    Examples:
      intercom workflow runs
    """
    from intercom_cli.workflows import log

    paths = log.folder(session.environ).glob("*.ndjson")
    pasts = [(log.past_of(path), path) for path in paths]
    pasts.sort(key=lambda one: float(one[0].head["at"]), reverse=True)
    every = [run_in(past, path) for past, path in pasts]
    session.printer.records([encode(one) for one in every], RUNS, noun="runs")


def run_in(past: Any, path: Any) -> dict[str, Any]:
    """What a log tells of its run."""
    return {
        "run": path.stem,
        "file": past.head["file"],
        "workspace": past.head["workspace"],
        "at": int(past.head["at"]),
        "status": past.status,
        "done": len(past.done),
        "log": str(path),
    }


@shared(SHOW, TALK)
def schema(session: Session) -> None:
    """Print a JSON Schema of workflow files, for editors.

    Examples:
      intercom workflow schema
    """
    from intercom_cli.workflows.schema import schema as made

    session.printer.document(encode(made()))


commands = {"run": run, "check": check, "runs": runs_, "schema": schema}
