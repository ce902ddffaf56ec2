"""Tell a failure: a sentence and a next step for a person, one JSON object for a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from intercom_cli.errors import Detail, IntercomError, PartlyFailed
from intercom_cli.streams import Streams, write_err

from .clean import clean, clean_lines
from .color import BOLD, RED, paint, wants_color

MACHINE = ("json", "ndjson")


def for_machine(format: str | None, streams: Streams) -> bool:
    """Whether errors are JSON.

    Yes where json or ndjson was asked for; where nothing was, when neither stdout nor stderr is a
    terminal, so that a person who redirects only the data still reads a sentence.
    """
    if format:
        return format in MACHINE
    return not (streams.out_is_terminal or streams.err_is_terminal)


def show_failure(
    error: IntercomError,
    streams: Streams,
    environ: Mapping[str, str],
    machine: bool = False,
    *,
    color: str = "auto",
) -> None:
    """Write the failure on stderr, everything Intercom said about it included."""
    if machine:
        import json

        write_err(streams.err, json.dumps({"error": as_document(error)}) + "\n")
        return
    colored = wants_color(color, environ, is_terminal=streams.err_is_terminal)
    write_err(streams.err, "".join(f"{line}\n" for line in as_lines(error, color=colored)))


def as_lines(error: IntercomError, *, color: bool = False) -> Iterator[str]:
    """The failure for a person, one line after the other."""
    mark = paint("error:", RED, BOLD) if color else "error:"
    first, *more = clean_lines(error.message).split("\n")
    # Of several that failed, each was told with its reason when it did.
    details = () if isinstance(error, PartlyFailed) else error.details
    told = [detail_line(d, error.message) for d in details if not is_told(d, error.message)]
    if told and told == [detail.code for detail in error.details]:
        # Intercom's own word is all that is left to say: people search for it.
        first, told = f"{first} ({clean(', '.join(told))})", []
    yield f"{mark} {first}"
    yield from (f"  {line}".rstrip() for line in more)
    yield from (f"  {line}" for line in clean_lines(error.excerpt or "").split("\n") if line)
    yield from (f"  {clean(line)}" for line in told)
    if error.request_id:
        yield f"request id: {clean(error.request_id)}"
    if error.hint:
        yield f"hint: {clean(error.hint)}"


def is_told(detail: Detail, message: str) -> bool:
    """Whether the sentence already says everything about a detail."""
    said = (detail.code, detail.field, detail.message)
    return all(part in message for part in said if part)


def detail_line(detail: Detail, message: str) -> str:
    """A detail: the field, what is wrong with it unless the sentence says so, Intercom's code."""
    text = detail.message or ""
    if text.rstrip(". ") in message:
        text = ""
    where = f"{detail.field}: " if detail.field else ""
    return f"{where}{text} ({detail.code})" if text else f"{where}{detail.code}"


def as_document(error: IntercomError) -> dict[str, Any]:
    """The failure for a program; every key is always there."""
    http = error.http
    return {
        "type": error.type,
        "exit_code": error.exit_code,
        "message": error.message,
        "hint": error.hint,
        "http": http and {"status": http.status, "method": http.method, "path": http.path},
        "errors": [
            {"code": detail.code, "field": detail.field, "message": detail.message}
            for detail in error.details
        ],
        "request_id": error.request_id,
        "retryable": error.retryable,
    }
