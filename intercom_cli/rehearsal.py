"""Writes that are shown (--dry-run) or planned (--plan) instead of being sent."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from intercom_cli.api.request import Request, encode
from intercom_cli.api.response import Response
from intercom_cli.errors import IntercomError, PartlyFailed
from intercom_cli.facts.guards import guard_of
from intercom_cli.session import Shown
from intercom_cli.targets import Target, body_of, kind_of, named, targets_of
from intercom_cli.titles import described, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intercom_cli.facts.guards import Guard
    from intercom_cli.session import Session

JSON = {"content-type": "application/json"}


class Planned(NamedTuple):
    """A request of a plan as a row, and why it cannot be done, where it cannot."""

    row: dict[str, Any]
    error: IntercomError | None = None


class Rehearsal:
    """What one run would write."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.names: dict[tuple[str, str], str] = {}  # placeholders, by their kind and meaning
        self.typed: dict[str, str] = {}  # texts that are sent as typed, and not looked up
        self.lists: set[Request] = set()  # those that a dry run has shown
        self.answers: dict[Request, Response] = {}  # what a plan read, each once
        self.made: dict[str, dict[str, Any]] = {}  # what would be there, by what stands for its id
        self.folders: set[Path] = set()  # those that earlier steps of a plan would make
        self.question = ""  # what a person would be asked before the next write
        self.planned: list[Planned] = []

    def show(self, request: Request) -> None:
        """Show a request as it would be sent, without its secret."""
        from intercom_cli.api.shown import as_document

        session = self.session
        if session.shown and session.printer.format == "table":
            session.printer.text("")
        session.shown += 1
        version = str(session.settings.get("api_version").value)
        document = as_document(request, base_url=session.source.base_url, version=version)
        if unresolved := self.unresolved_in(request):
            document["unresolved"] = unresolved
        session.printer.record(encode(document))

    def look_up(self, request: Request, name: str, what: str, *, once: bool = False) -> str:
        """Show a look-up, and give what stands for its result.

        ``once`` is for lists that a run reads only once.
        """
        if not (once and request in self.lists):
            self.show(request)
        self.lists |= {request} if once else set()
        return self.stand_in(name, what)

    def stand_in(self, name: str, what: str) -> str:
        """A placeholder for what a dry run does not look up; another meaning, another one."""
        if known := self.names.get((name, what)):
            return known
        same = sum(kind == name for kind, _ in self.names)
        self.names[name, what] = f"{name}_{same + 1}" if same else name
        return self.names[name, what]

    def can_check(self, request: Request) -> bool:
        """Whether a body can be checked: a placeholder in it need not have the type it wants."""
        text = (request.body or b"").decode("utf-8", "replace")
        return not any(re.search(rf"\b{name}\b", text) for name in self.names.values())

    def unresolved_in(self, request: Request) -> dict[str, str]:
        """The placeholders of a request, each with what it stands for."""
        text = f"{request.target} {(request.body or b'').decode('utf-8', 'replace')}"
        every = self.names.items()
        found = {name: what for (_, what), name in every if re.search(rf"\b{name}\b", text)}
        return found | {typed: what for typed, what in self.typed.items() if typed in text}

    def keep(self, request: Request, typed: str, what: str) -> str:
        """Show a look-up, and note that a text is sent as it was typed."""
        self.show(request)
        self.typed[typed] = what
        return typed

    def add(self, request: Request, *, last: bool = False, tolerant: bool = False) -> Response:
        """Show a write or plan it, and give an answer that stands in; the last one ends the run."""
        if self.session.choices.dry_run:
            self.session.show(request)
        else:
            self.plan(request, tolerant=tolerant)
            self.session.shown += 1
        if last:
            self.finish()
        stand_in = kind_of(request.path.rpartition("/")[2]).replace(" ", "_").upper() + "_ID"
        self.made[stand_in] = body_of(request)
        return Response(200, JSON, encode({"id": stand_in, **body_of(request)}))

    def add_all(self, requests: Sequence[Request]) -> NoReturn:
        """Rehearse several writes, which end the run; one that fails does not stop the others."""
        if self.session.choices.plan:
            self.session.need_writable()
            self.session.ask_questions()
        for request in requests:
            self.session.permit(request, writing=self.can_check(request))
            self.add(request, tolerant=len(requests) > 1)
        self.finish()

    def plan(self, request: Request, *, tolerant: bool) -> None:
        """Describe a write by what is there now. Raises what the write itself would meet."""
        from intercom_cli.planned import described_change

        question, self.question = self.question, ""
        try:
            row = described_change(self.session, request)
        except IntercomError as error:
            if not tolerant:
                raise
            row = {"operation": named(request) or request.method, "error": said(error)}
            self.planned.append(Planned(row, error))
            return
        row["question"] = question or question_of(self.session, request) or None
        self.planned.append(Planned(row))

    def finish(self) -> NoReturn:
        """Tell what was rehearsed, and end the run. Raises PartlyFailed for what cannot be done."""
        session = self.session
        if session.choices.plan:
            self.show_plan()
            failed = [one.error for one in self.planned if one.error]
            if failed:
                told = f"{len(failed)} of {len(self.planned)} cannot be done; {failed[0].message}"
                raise PartlyFailed(told)
        else:
            self.tell_unresolved()
            if session.streams.err_is_terminal:
                session.printer.say("Nothing was sent.")
        raise Shown

    def tell_unresolved(self) -> None:
        """Say which placeholders a dry run left, and how they are looked up."""
        every = [f"{name} ({what})" for (_, what), name in self.names.items()]
        every += self.typed.values()
        if every:
            told = f"Not looked up: {', '.join(every)}; --plan looks it up."
            self.session.printer.say(told)

    def show_plan(self) -> None:
        """Write the plan: for people in words, else each change as a row."""
        from intercom_cli.output.plan import COLUMNS, text_of

        session, rows = self.session, [one.row for one in self.planned]
        if session.printer.is_read:
            session.printer.text(text_of(rows, session.source.name))
            session.printer.say("Nothing was written.")
        else:
            session.printer.records(map(encode, rows), COLUMNS, noun="changes")


def said(error: IntercomError) -> dict[str, Any]:
    """A failure as a row has it."""
    return {"type": error.type, "exit_code": error.exit_code, "message": error.message}


def guard_for(request: Request) -> Guard | None:
    """Why a person is asked before a request; None where nobody is."""
    try:
        body = json.loads(request.body or b"null")
    except ValueError:
        body = None
    return guard_of(request.method, request.path, body, request.operation)


def ask_about(session: Session, request: Request) -> None:
    """Ask before a request that deletes, merges or reaches a customer."""
    if question := question_of(session, request):
        session.confirm(question)


def question_of(session: Session, request: Request) -> str:
    """What a person is asked before a request, naming its record as it is found; or nothing.

    Raises NotFound for a record that is not there.
    """
    guard = guard_for(request)
    if guard is None:
        return ""
    where = session.source.name
    question = guard.question.replace("{where}", where)
    session.need_person(question.format(request.path))
    if "{}" not in question:
        return question
    found = targets_of(session, request)
    last = found[-1] if found and found[-1].is_whole else found[0] if found else None
    if last is None:
        return question.format(request.path)
    return question.format(f"{last.kind} {called(last)}")


def called(target: Target) -> str:
    """A record by its name and id, and what else tells it from others of that name."""
    record = target.record or {}
    text, name = described(record), name_of(record)
    if text in {"", target.id}:
        return f'"{name}" ({target.id})' if name else target.id
    return text
