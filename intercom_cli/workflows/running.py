"""Run a workflow step by step, writing down each before and after."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from typing import Any, NamedTuple

from intercom_cli.errors import (
    Forbidden,
    InputNeeded,
    IntercomError,
    Misuse,
    NotSignedIn,
    PartlyFailed,
)
from intercom_cli.session import Session
from intercom_cli.workflows.asking import asking_steps, is_due
from intercom_cli.workflows.items import items_of
from intercom_cli.workflows.log import Key, Log, Past
from intercom_cli.workflows.model import Step, Workflow
from intercom_cli.workflows.performing import (
    is_safe_twice,
    may_have_happened,
    perform,
    resolved,
)
from intercom_cli.workflows.results import Unresolved
from intercom_cli.workflows.templates import fill, is_true


class Changed(Misuse):
    """What a run goes on with is not what it began with."""


HOPELESS = (Misuse, InputNeeded, NotSignedIn, Forbidden)  # trying again brings the same
NEVER = (InputNeeded, NotSignedIn, Changed)  # no other step would fare better


class Allowed(NamedTuple):
    """What the person who runs it allows."""

    shell: bool = False
    repeat: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()


class Outcome(NamedTuple):
    """What became of a step, or of one item of it."""

    status: str  # done, skipped, failed, partly
    result: Any
    error: IntercomError | None = None


class Run:
    """One run of a workflow."""

    def __init__(
        self,
        session: Session,
        workflow: Workflow,
        log: Log,
        past: Past,
        known: dict[str, Any],
        allowed: Allowed,
    ) -> None:
        self.session = session
        self.workflow = workflow
        self.log = log
        self.past = past
        self.known = known
        self.allowed = allowed
        self.results: dict[str, Any] = known["steps"]
        self.agreed = not session.asks
        self.failures: list[IntercomError] = []
        self.stopped: IntercomError | None = None

    def steps(self) -> Iterator[tuple[Step, Outcome]]:
        """Do every step in its order; a failure that ends the run is in ``stopped`` then."""
        for step in self.workflow.steps:
            outcome = self.step(step)
            self.results[step.id] = outcome.result
            yield step, outcome
            if outcome.error is None:
                continue
            if isinstance(outcome.error, NEVER) or step.on_error == "stop":
                self.stopped = outcome.error
                return
            if not step.handlers:
                self.failures.append(outcome.error)
                continue
            self.known["error"] = told(step, outcome.error)
            for handler in step.handlers:
                handled = self.step(handler)
                self.results[handler.id] = handled.result
                yield handler, handled
                if handled.error is not None:
                    self.stopped = handled.error
                    return
            self.known.pop("error")

    def step(self, step: Step) -> Outcome:
        """Do one step, once or for each item."""
        if step.for_each is None:
            return self.once(step, self.known, None)
        try:
            items = items_of(step, self.known)
        except (Unresolved, IntercomError) as error:
            return self.failed(step, None, error)
        return self.each(step, items)

    def each(self, step: Step, items: list[Any]) -> Outcome:
        """Do a step for each item; with on_error: stop the first failure is the last item."""
        found: list[Outcome] = []
        for index, item in enumerate(items):
            self.session.printer.progress(f"{step.id}: {index + 1:,} of {len(items):,}")
            outcome = self.once(step, {**self.known, "item": item, "index": index}, index)
            found.append(outcome)
            if outcome.error and (step.on_error == "stop" or isinstance(outcome.error, NEVER)):
                break
        failed = [(at, one) for at, one in enumerate(found) if one.error]
        done = [one.result for one in found if one.status == "done"]
        result = {
            "results": done,
            "count": len(done),
            "passed_over": len(found) - len(done) - len(failed),
            "failed": [{"index": at, **told(step, one.error)} for at, one in failed if one.error],
        }
        if not failed:
            return Outcome("done", result)
        first = failed[0][1].error
        assert first is not None
        if len(failed) == len(found) or isinstance(first, NEVER):
            return Outcome("failed", result, first)
        return Outcome("partly", result, partly(step, len(failed), len(items), first))

    def once(self, step: Step, known: dict[str, Any], index: int | None) -> Outcome:
        """Do a step for one item, unless it is done already."""
        key: Key = (step.id, index)
        try:
            before = self.past.done.get(key)
            if before and before["kind"] == "skipped":
                return Outcome("skipped", before["result"])
            if not before and step.when is not None and not is_true(step.when, known):
                result = {"skipped": True}
                self.log.write("skipped", step=step.id, index=index, result=result)
                return Outcome("skipped", result)
            values = resolved(step, known)
            place = None if step.save is None else str(fill(step.save, known))
            mark = fingerprint(self.log.id, step, values)
            safe = is_safe_twice(step, values)
            earlier = before or (None if safe else self.past.begun.get(key))
            if earlier:
                same(index, earlier, mark)
            if before and not (before.get("masked") and safe):
                return Outcome("done", before["result"])
            return self.attempts(step, key, values, mark, place)
        except (Unresolved, IntercomError) as error:
            return self.failed(step, index, error)

    def attempts(
        self, step: Step, key: Key, values: dict[str, Any], mark: str, place: str | None
    ) -> Outcome:
        """Do a step, and again as often as it says where that can do no harm."""
        safe = is_safe_twice(step, values)
        if key in self.past.begun and not safe and (decided := self.decide(step, key)):
            return decided
        self.agree(step, values)
        if step.do == "shell" and not self.allowed.shell:
            raise Misuse("the shell is off.", hint="look at the file, then add --allow-shell")
        for left in range(step.retry.times, -1, -1):
            self.log.write("intent", step=step.id, index=key[1], do=step.do, fingerprint=mark)
            try:
                result = perform(self.session, step, values, place)
            except IntercomError as error:
                unknown = not safe and may_have_happened(error)
                self.write_failed(step, key[1], error, mark=mark, unknown=unknown)
                if not left or unknown or isinstance(error, HOPELESS):
                    return self.failed(step, key[1], error, written=True)
                self.session.printer.say(f"{step.id}: {error.message} Trying again.")
                time.sleep(step.retry.pause)
                continue
            self.log.write("done", step=step.id, index=key[1], fingerprint=mark, result=result)
            return Outcome("done", result)
        raise AssertionError

    def decide(self, step: Step, key: Key) -> Outcome | None:
        """What to do with a step that was begun and may have been done; None to do it again."""
        if step.id in self.allowed.repeat:
            return None
        if step.id in self.allowed.skip:
            self.log.write("skipped", step=step.id, index=key[1], result={"skipped": True})
            return Outcome("skipped", {"skipped": True})
        where = "" if key[1] is None else f" for item {key[1] + 1}"
        raise InputNeeded(
            f"it was begun before{where}, and may have been done: look at Intercom.",
            hint=f"then add --repeat {step.id} to do it again, or --skip {step.id}",
        )

    def agree(self, step: Step, values: dict[str, Any]) -> None:
        """Ask once, before the first step that deletes, merges or reaches a customer."""
        if self.agreed or not is_due(self.session, step, values):
            return
        self.session.confirm(question(self.session, self.workflow))
        self.agreed = True

    def failed(
        self, step: Step, index: int | None, error: Exception, *, written: bool = False
    ) -> Outcome:
        """The outcome of a step that failed, told with its file, line and name."""
        found = error if isinstance(error, IntercomError) else Misuse(f"{error}.")
        if not written:
            self.write_failed(step, index, found, unknown=(step.id, index) in self.past.begun)
        item = "" if index is None else f", item {index + 1}"
        found.message = f"{self.workflow.file}:{step.line}: step {step.id}{item}: {found.message}"
        return Outcome("failed", {"error": told(step, found)}, found)

    def write_failed(
        self, step: Step, index: int | None, error: IntercomError, *, unknown: bool, mark: str = ""
    ) -> None:
        """Write down a failure, and whether it may have been done all the same."""
        said = {"type": error.type, "exit_code": error.exit_code, "message": error.message}
        self.log.write(
            "failed", step=step.id, index=index, fingerprint=mark, error=said, unknown=unknown
        )


def told(step: Step, error: IntercomError) -> dict[str, Any]:
    """A failure as the steps for it can speak of it."""
    return {
        "step": step.id,
        "type": error.type,
        "exit_code": error.exit_code,
        "message": error.message,
    }


def partly(step: Step, failed: int, every: int, first: IntercomError) -> PartlyFailed:
    """The error for a step that failed for some of its items."""
    return PartlyFailed(f"{failed:,} of {every:,} of step {step.id} failed; {first.message}")


def question(session: Session, workflow: Workflow) -> str:
    """What is asked once for all steps that delete, merge or reach customers."""
    every = asking_steps(session, workflow)
    listed = ", ".join(f"{step.id} ({step.do}, line {step.line})" for step in every)
    return f"Run what deletes, merges or reaches customers in {session.source.name}: {listed}?"


def same(index: int | None, before: dict[str, Any], mark: str) -> None:
    """Raise Changed when what was begun before had other values than now."""
    if before.get("fingerprint") != mark:
        where = "" if index is None else f" for item {index + 1}"
        raise Changed(
            f"it was begun{where} with other values than now; what it was made of has changed.",
            hint="start a new run",
        )


def fingerprint(run: str, step: Step, values: dict[str, Any]) -> str:
    """What tells whether a step is the same as before, and nothing of what it says."""
    text = json.dumps([run, step.id, step.do, values], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
