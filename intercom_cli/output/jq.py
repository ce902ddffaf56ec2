"""The real jq over a whole result; numbers it only passes on keep every digit."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from intercom_cli.errors import Misuse

from .rows import on_one_line

# Above this a jq number, which is a double, stands for its neighbours too.
EXACT = 2**53
MANUAL = "jq's language is described at https://jqlang.org/manual/"
LONG_NUMBER = re.compile(rb"[0-9]{16}")


def run(program: str, data: bytes, warn: Callable[[str], None]) -> Iterator[bytes]:
    """Give the results of a program over one document, each as JSON on one line.

    Raises Misuse with jq's own words when the program is wrong, or fails on this data.
    """
    import jq

    # tojson writes a number that was only passed on as it was read, where the binding would not.
    compiled = checked(jq, program)
    long = long_integers(data) if LONG_NUMBER.search(data) else frozenset()
    warned = not long
    results = iter(compiled.input_text(data.decode("utf-8", "replace")))
    try:
        with mortal():
            for result in told(results):
                if not warned and not long_integers(result) <= long:
                    warned = True
                    warn("jq computes with 53 bits; a longer integer has lost digits.")
                yield result
    finally:
        # The binding crashes when the garbage collector finds its iterator in a cycle, as an
        # exception with its traceback is one; so nothing may hold it when this frame ends.
        del results, compiled


@contextmanager
def mortal() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end the process at once, with the exit codes they always have.

    Python's own handlers run between its instructions, and an endless jq program has none.
    """
    import signal

    handlers = {
        number: handler
        for number in (signal.SIGINT, signal.SIGTERM)
        if callable(handler := signal.getsignal(number))
    }
    if threading.current_thread() is not threading.main_thread():
        handlers = {}
    try:
        for number in handlers:
            signal.signal(number, signal.SIG_DFL)
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def check(program: str) -> None:
    """Raise Misuse when a program cannot be read, so that nothing is sent for it."""
    import jq

    checked(jq, program)


def checked(jq: Any, program: str) -> Any:
    """The program, compiled; first alone, so that jq's words are about what was typed."""
    try:
        jq.compile(program)
        return jq.compile(f"({program}\n) | tojson")
    except ValueError as error:
        words = str(error).removeprefix("jq: error: ").removesuffix("\njq: 1 compile error")
        sentence = words.partition("\n")[0].replace(" at <top-level>,", " at").rstrip(":")
        raise Misuse(f"--jq: {sentence}", hint=MANUAL) from error


def told(results: Iterator[Any]) -> Iterator[bytes]:
    """The results as JSON on one line each."""
    try:
        for result in results:
            yield str(result).encode()
    except ValueError as error:
        raise failed(error) from error
    finally:
        del results


def failed(error: ValueError) -> Misuse:
    """The error for a program that this data does not suit, in jq's words."""
    words = "No more inputs" if str(error) == "break" else str(error)
    return Misuse(
        f"--jq: {words}", hint="A ? after a step, as in .a[]?, passes over what has none."
    )


def long_integers(data: bytes) -> frozenset[int]:
    """The numbers of a document that a double cannot tell from their neighbours."""
    found: set[int] = set()

    def integer(text: str) -> int:
        value = int(text)
        if abs(value) >= EXACT:
            found.add(value)
        return value

    json.loads(data, parse_int=integer)
    return frozenset(found)


def merged(rows: Iterable[bytes]) -> bytes:
    """A list as one array, which is what jq works on."""
    return b"[" + b",".join(on_one_line(row) for row in rows) + b"]"
