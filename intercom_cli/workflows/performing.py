"""Do one step, with its values filled in."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from intercom_cli import times, words
from intercom_cli.api.guess import only_reads
from intercom_cli.api.request import Request
from intercom_cli.errors import IntercomError, Misuse, PartlyFailed, StorageFailed
from intercom_cli.facts.guards import guard_of
from intercom_cli.invoking import invoke
from intercom_cli.local.files import whole
from intercom_cli.local.secret_variables import without_secrets
from intercom_cli.narrowing import to_come
from intercom_cli.session import Session, Shown
from intercom_cli.streams import Streams
from intercom_cli.values import file_named
from intercom_cli.workflows.catalog import Target, target_of
from intercom_cli.workflows.dates import workspace_zone
from intercom_cli.workflows.loading import span
from intercom_cli.workflows.model import Step
from intercom_cli.workflows.results import in_path, in_query
from intercom_cli.workflows.syntax import FROM_OUTSIDE, expression_of, used_in
from intercom_cli.workflows.templates import fill
from intercom_cli.workflows.words import input_for, words_of

FILLED = re.compile(r"\{\{.*?\}\}", re.DOTALL)  # what is one part of a path once it is known
SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "PUT")
PATIENCE = 60.0  # seconds for a command of the shell that says nothing else
Values = dict[str, Any]


def resolved(step: Step, known: Mapping[str, Any]) -> Values:
    """The values of a step, filled in as the place that each stands in wants it."""
    return {key: value_at(step, key, value, known) for key, value in step.with_.items()}


def value_at(step: Step, key: str, value: Any, known: Mapping[str, Any]) -> Any:
    """One value: data stays one part of a path, and one text in an expression of --where."""
    if step.do == "request" and key == "path":
        return fill(value, known, in_path)
    found = target_of(step)
    taken = found.taken(key) if found else None
    if taken and taken.both.takes == "expression" and not is_whole_and_ours(value):
        return fill(value, known, in_query)
    return fill(value, known)


def is_whole_and_ours(value: Any) -> bool:
    """Whether a whole expression comes from an input, which the person who runs it gave."""
    if not isinstance(value, str) or expression_of(value) is None:
        return False
    return not {used.name for used in used_in(value)} & FROM_OUTSIDE


def is_safe_twice(step: Step, values: Mapping[str, Any]) -> bool:
    """Whether doing a step a second time changes nothing more."""
    if found := target_of(step):
        return found.is_safe_twice
    if step.do != "request":
        return step.do == "wait"
    return str(values.get("method", "GET")).upper() in SAFE_METHODS or reads(step)


def reads(step: Step) -> bool:
    """Whether a step changes nothing."""
    if found := target_of(step):
        return not found.writes
    if step.do != "request":
        return step.do == "wait"
    return is_reading(step.with_)


def is_reading(values: Mapping[str, Any]) -> bool:
    """Whether a request changes nothing."""
    method = str(values.get("method", "GET")).upper()
    request = Request(method, str(values.get("path", "")))
    return method in {"GET", "HEAD", "OPTIONS"} or only_reads(request)


def asks(step: Step) -> bool:
    """Whether a person is asked before a step: it reaches customers, or cannot be undone."""
    if found := target_of(step):
        return found.asks
    if step.do != "request" or reads(step):
        return False
    method, path = str(step.with_.get("method", "GET")).upper(), str(step.with_["path"])
    body = step.with_.get("body")
    return "{{" in method or guard_of(method, FILLED.sub("{{}}", path), body) is not None


def perform(session: Session, step: Step, values: Values, place: str | None = None) -> Any:
    """Do a step and give its result as JSON has it; ``place`` is the file it is saved in."""
    if found := target_of(step):
        output = run_command(session, step, found, values)
        result = result_of(output, lists=found.lists)
    elif step.do == "request":
        output = run_request(session, values)
        result = result_of(output, lists=bool(values.get("all")))
    else:
        result = wait(session, values) if step.do == "wait" else run_shell(session, values)
        output = json.dumps(result, ensure_ascii=False).encode()
    if place:
        save(output, place)
    return result


def run_command(
    session: Session, step: Step, found: Target, values: Values, *, consent: str = ""
) -> bytes:
    """Run a noun's command in this process, by the functions that the command line runs.

    ``consent`` is --yes, or else what keeps it from writing.
    """
    consent = consent or ("--plan" if session.choices.plan else "--yes")
    typed = [*shared_words(session, found, consent), *words_of(found, values)]
    return run_inside(
        session,
        words.program(step.noun, step.verb),
        f"{step.noun} {step.verb}",
        [step.verb, *typed],
        input_for(values),
    )


def shared_words(session: Session, found: Target, consent: str) -> list[str]:
    """The options that a run decides for all of its steps."""
    choices = session.choices
    given = {
        "--api-version": choices.api_version,
        "--timeout": choices.timeout,
        "--max-wait": choices.max_wait,
    }
    every = [f"{flag}={value}" for flag, value in given.items() if value is not None]
    form = "ndjson" if consent == "--dry-run" else "json"
    every += [f"--output={form}", "--quiet", "--no-input", consent]
    takes = {flag for option in found.command.options for flag in option.flags}
    every += ["--no-validate"] * choices.no_validate
    return [word for word in every if word.partition("=")[0] in takes]


def run_inside(
    session: Session, program: Any, command: str, typed: list[str], stdin: bytes
) -> bytes:
    """What a command writes, run as a part of this run: with its credentials and connection."""
    out = io.BytesIO()
    read = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    inner = Session(Streams(read, out, session.streams.err), session.environ, session.transport)
    inner.command = command
    inner.__dict__["source"] = session.source
    inner.__dict__["client"] = session.client
    inner.lists = session.lists
    inner.foreign = True
    path = f"intercom {command.partition(' ')[0]}"
    inner.rehearsal.answers = session.rehearsal.answers
    inner.rehearsal.folders = session.rehearsal.folders
    try:
        code = invoke(program, path, typed, inner)
    except Shown:
        code = 0
    if code:
        raise PartlyFailed(f"{command} ended with {code}.")
    return out.getvalue()


def result_of(output: bytes, *, lists: bool) -> Any:
    """What a command wrote, as a value; a list has its rows in ``results``."""
    text = output.decode("utf-8", "replace")
    if not text.strip():
        return {"results": [], "count": 0} if lists else {}
    try:
        found = json.loads(text)
    except ValueError:
        return {"text": text}
    if isinstance(found, list):
        return {"results": found, "count": len(found)}
    if lists and isinstance(found, int):
        return {"count": found}
    return found


def run_request(session: Session, values: Values) -> bytes:
    """What any request brings, sent by the command that does."""
    method, path = str(values.get("method", "GET")).upper(), str(values["path"])
    if query := values.get("query"):
        pairs = {key: value for key, value in query.items() if value is not None}
        path += ("&" if "?" in path else "?") + urlencode(pairs, doseq=True)
    typed = [method, path, "--output=json", "--quiet", "--no-input"]
    typed.append("--plan" if session.choices.plan and not is_reading(values) else "--yes")
    body = values.get("body")
    if body is not None:
        typed += ["--input", "-"]
    if values.get("all"):
        typed.append("--all")
    stdin = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
    return run_inside(session, words.program("request"), "request", typed, stdin)


def wait(session: Session, values: Values) -> Any:
    """Wait for a while, or until a moment."""
    if values.get("until") is not None:
        seconds = until(session, values["until"]) - time.time()
    else:
        try:
            seconds = span(values["for"])
        except ValueError as error:
            raise Misuse(f"{values['for']!r} is no time such as 30s, 5m or 2h.") from error
    session.printer.progress(f"Waiting {max(0, seconds):.0f} seconds")
    time.sleep(max(0, seconds))
    return {"waited": round(max(0, seconds), 3)}


def until(session: Session, value: Any) -> int:
    """A time in seconds or ISO text, or one to come such as tomorrow 9:00."""
    found = times.seconds(value, workspace_zone(session)(str(value)))
    return to_come(session, str(value)) if found is None else found


def run_shell(session: Session, values: Values) -> Any:
    """Run a line of shell as it was written; data are only in its environment and its input."""
    given = values.get("env") or {}
    environ = without_secrets(session.environ)
    environ |= {name: text_for_shell(value) for name, value in given.items()}
    stdin = values.get("stdin")
    line, limit = str(values["command"]), float(values.get("timeout") or PATIENCE)
    try:
        ran = subprocess.run(  # noqa: S603 - the line is the file's own, and allowed by a person
            ["cmd", "/c", line] if os.name == "nt" else ["/bin/sh", "-c", line],
            input=(text_for_shell(stdin) if stdin is not None else "").encode(),
            capture_output=True,
            env=environ,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PartlyFailed(f"The shell took longer than {limit:g} seconds.") from error
    except (OSError, ValueError) as error:
        raise StorageFailed(f"The shell cannot be run: {error}.") from error
    out, err = (data.decode("utf-8", "replace") for data in (ran.stdout, ran.stderr))
    if ran.returncode:
        last = (err.strip() or out.strip()).rpartition("\n")[2][:200]
        raise StorageFailed(f"The shell ended with {ran.returncode}{': ' + last if last else ''}.")
    return {"stdout": out.rstrip("\n"), "stderr": err.rstrip("\n"), "exit_code": 0, **as_data(out)}


def as_data(out: str) -> Values:
    """What a command of the shell wrote, where it is JSON."""
    try:
        return {"json": json.loads(out)}
    except ValueError:
        return {}


def text_for_shell(value: Any) -> str:
    """A value as a program reads it. A zero byte would end it early."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.replace("\0", "")


def save(output: bytes, place: str) -> None:
    """Put what came into a file, every value as it was: a list as one JSON object a line."""
    from intercom_cli.output.rows import members, on_one_line

    rows = members(output) if output.strip() else []
    every = rows if isinstance(rows, list) else [output]
    path = file_named(place)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as file:
            file.writelines(on_one_line(row).strip() + b"\n" for row in every)
    except OSError as error:
        raise StorageFailed(f"{place} cannot be written: {error.strerror or error}.") from error


def may_have_happened(error: IntercomError) -> bool:
    """Whether what failed may have been done all the same."""
    if isinstance(error, PartlyFailed):
        return True
    if error.http and error.http.method in {"GET", "HEAD"}:
        return False
    return error.type == "server_error" or (error.type == "unreachable" and not error.retryable)
