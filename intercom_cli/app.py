"""Find the command the words name, run it, and turn what goes wrong into an exit code."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import Any

from intercom_cli import discovery, words
from intercom_cli.errors import (
    CLOSED_PIPE,
    INTERRUPTED,
    TERMINATED,
    IntercomError,
    Misuse,
    NotFound,
    StorageFailed,
)
from intercom_cli.invoking import invoke
from intercom_cli.session import Session, Shown
from intercom_cli.streams import Streams, write_err


class Terminated(BaseException):
    """The process was asked to end (SIGTERM)."""


def run(arguments: Sequence[str]) -> int:
    """Run as a process: its own streams, environment and signals."""
    with contextlib.suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGTERM, terminate)
    try:
        return main(arguments)
    except (KeyboardInterrupt, Terminated) as ending:  # once more, while the first was handled
        return code_of(ending)
    finally:
        with contextlib.suppress(ValueError):
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def terminate(_signal: int, _frame: FrameType | None) -> None:
    """End as on Ctrl-C, with the exit code of SIGTERM."""
    raise Terminated


def main(
    arguments: Sequence[str],
    *,
    streams: Streams | None = None,
    environ: Mapping[str, str] | None = None,
    transport: Any = None,
) -> int:
    """Run the whole program and return its exit code; ``transport`` stands in for the network."""
    session = Session(
        streams=streams or Streams.of_process(),
        environ=os.environ if environ is None else environ,
        transport=transport,
    )
    try:
        return guarded(list(arguments), session)
    except (KeyboardInterrupt, Terminated) as ending:
        session.end_pages(now=isinstance(ending, Terminated))
        write_err(session.streams.err, "\n" if session.streams.err_is_terminal else "")
        return code_of(ending)
    except BrokenPipeError:
        return 0 if session.end_pages() else CLOSED_PIPE  # whoever leaves a pager has seen enough
    finally:
        session.close()


def code_of(ending: BaseException) -> int:
    """The exit code of Ctrl-C, or of SIGTERM."""
    return INTERRUPTED if isinstance(ending, KeyboardInterrupt) else TERMINATED


def guarded(arguments: list[str], session: Session) -> int:
    """Run the command; errors become a line, a hint and their exit code."""
    try:
        code = dispatch(arguments, session)
        session.end_pages()
        session.streams.out.flush()
    except Shown:
        session.streams.out.flush()
    except IntercomError as error:
        return failed(error, session, arguments)
    except BrokenPipeError:
        raise
    except OSError as error:
        return failed(refused_here(error), session, arguments)
    except UnicodeError:
        return failed(undecodable(), session, arguments)
    except Exception as error:  # noqa: BLE001 - the last line: a bug must look like one
        return broken(error, session, arguments)
    else:
        return code
    return 0


def dispatch(arguments: list[str], session: Session) -> int:
    """Run the command the words name, or show the help they ask for."""
    name, rest = words.split(arguments)
    if name is None:
        from intercom_cli import overview

        overview.show(rest, session.streams)
        return 0
    if rest and rest[0] in words.HELP and words.is_group(name):
        page = page_of(name)
        session.streams.out.write(page.encode(session.streams.out_encoding, "replace"))
        return 0
    if name in discovery.names("resources"):
        session.command = f"{name} {rest[0]}"
        try:
            return invoke(words.program(name, rest[0]), f"intercom {name}", rest, session)
        except NotFound as error:
            error.hint = error.hint or words.where_to_look(name, rest[0], error.message)
            raise
    return invoke(words.program(name), f"intercom {name}", rest, session)


def page_of(name: str) -> str:
    """The page of help of a command that has commands of its own."""
    if name in discovery.names("resources"):
        from intercom_cli import noun

        return noun.page(discovery.load("resources", name).resource)
    from intercom_cli import help_page

    module = discovery.load("commands", name)
    return help_page.group(name, discovery.summary("commands", name), module)


def failed(error: IntercomError, session: Session, arguments: list[str]) -> int:
    """Tell an error in the form the output asks for, also when the words could not be parsed."""
    chosen = words.chosen_format(arguments)
    if chosen and not session.choices.output:
        session.choose({"output": chosen})
    with contextlib.suppress(OSError):
        session.end_pages()
        session.streams.out.flush()
    try:
        session.printer.fail(error)
    except Exception:  # noqa: BLE001 - the settings themselves are wrong: tell it without them
        from intercom_cli.output.failure import for_machine, show_failure

        machine = for_machine(chosen, session.streams)
        show_failure(error, session.streams, session.environ, machine)
    return error.exit_code


def refused_here(error: OSError) -> StorageFailed:
    """The error for what this machine refused; without a file's name it was standard output."""
    what = f"{error.filename} cannot be used" if error.filename else "The output cannot be written"
    return StorageFailed(f"{what}: {error.strerror or error}.")


def undecodable() -> Misuse:
    """The error for bytes among the words or on standard input that are no text.

    What Intercom sends is mended when it arrives, so this can only come from the person. It is not
    repeated, for it may be a secret.
    """
    return Misuse(
        "A word of the command line, or what was read, is not UTF-8 text; nothing was sent.",
        hint="write it as UTF-8; in JSON, half a surrogate pair is no character either",
    )


def broken(error: Exception, session: Session, arguments: list[str]) -> int:
    """Tell a bug of ours: one line, and the traceback only with --debug."""
    if "--debug" in arguments:
        import traceback

        from intercom_cli.api.redaction import redact

        write_err(session.streams.err, redact("".join(traceback.format_exception(error))))
    told = IntercomError(
        f"This is a bug in intercom: {type(error).__name__}.",
        hint="run it again with --debug and report what it shows",
    )
    return failed(told, session, arguments)
