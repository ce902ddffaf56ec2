"""What is said on stderr, and the progress line that leaves no trace."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from output_case import ANN, BOB, COLUMNS, Run

from intercom_cli.errors import Misuse
from intercom_cli.output.printer import Look
from intercom_cli.output.talk import Talk
from intercom_cli.streams import Streams


def test_quiet_hushes_all_but_warnings():
    run = Run()
    printer = run.printer({}, Look(quiet=True))
    printer.say("a")
    printer.done("b")
    printer.warn("c\x1b")
    assert run.err.getvalue() == "warning: c␛\n"


def test_what_is_said_is_one_clean_line():
    run = Run()
    printer = run.printer({}, Look())
    printer.say("Created \x1b]0;x\x07[red]\nin acme.")
    assert run.err.getvalue() == "Created ␛]0;x␇[red] in acme.\n"


def test_debug_lines_show_even_when_quiet():
    run = Run(err_terminal=True)
    run.printer({}, Look(quiet=True)).trace("> GET /me\x1b")
    assert run.err.getvalue() == "\x1b[2m> GET /me␛\x1b[0m\n"


def talk(terminal: bool = True, **environ: str) -> tuple[Talk, io.StringIO]:
    err = io.StringIO()
    ticks = iter(range(100))
    streams = Streams(io.StringIO(), io.BytesIO(), err, err_is_terminal=terminal)
    return Talk(streams, environ, now=lambda: float(next(ticks))), err


def test_progress_is_replaced_and_taken_away_without_escapes():
    said, err = talk(NO_COLOR="1", COLUMNS="10")
    said.progress("150 of 300 contacts")
    said.progress("300")
    said.say("Done.")
    assert err.getvalue() == "\r150 of 30\r300      \r   \rDone.\n"


@pytest.mark.parametrize(("terminal", "environ"), [(False, {}), (True, {"TERM": "dumb"})])
def test_progress_is_nothing_where_it_cannot_be_redrawn(terminal, environ):
    said, err = talk(terminal, **environ)
    said.progress("1 of 2")
    said.clear()
    assert err.getvalue() == ""


def test_progress_makes_way_for_data_and_failures():
    run = Run(terminal=True, err_terminal=True)
    printer = run.printer({"NO_COLOR": "1"}, Look())
    printer.progress("abc")
    printer.records([ANN, BOB], COLUMNS)
    assert run.err.getvalue().startswith("\rabc\r   \r")
    printer.talk.drawn_at = float("-inf")
    printer.progress("abc")
    printer.fail(Misuse("No."))
    assert run.err.getvalue().endswith("\rabc\r   \rerror: No.\n")


def test_failures_are_json_where_data_is():
    run = Run()
    run.printer({}, Look()).fail(Misuse("No."))
    assert run.err.getvalue().startswith('{"error": {"type": "usage", "exit_code": 2')


@pytest.mark.parametrize(
    ("terminal", "look", "out"),
    [
        (False, {}, b'{ "a": 1.10 }\n'),
        (True, {}, b'{\n  "a": 1.10\n}\n'),
        (False, {"format": "json"}, b'{ "a": 1.10 }\n'),
        (False, {"jq": ".a"}, b"1.10\n"),
        (False, {"fields": ("a",)}, b'{"a":1.10}\n'),
        (True, {"format": "table", "color": "never"}, b"a  1.10\n"),
    ],
)
def test_a_document_of_unknown_shape(terminal, look, out):
    run = Run(terminal=terminal)
    run.printer({}, Look(**look)).document(b'{ "a": 1.10 }')
    assert run.out.getvalue() == out


def test_text_and_bytes_go_out_as_they_are():
    run = Run()
    printer = run.printer({}, Look())
    printer.text("a\tb\n\x1b")
    printer.raw(b"\x00\xff")
    assert run.out.getvalue() == b"a\tb\n\x1b\n\x00\xff"
    seen = Run(terminal=True)
    seen.printer({}, Look()).text("a\n\x1b")
    assert seen.out.getvalue() == "a\n␛\n".encode()


def test_an_unbuffered_stream_gets_every_byte():
    class Slow(io.RawIOBase):
        def __init__(self):
            self.got = b""

        def write(self, data):
            self.got += bytes(data[:7])
            return min(7, len(data))

    run = Run()
    printer = run.printer({}, Look())
    printer.streams = printer.streams._replace(out=Slow())
    printer.records([ANN, BOB])
    assert printer.streams.out.got == ANN + b"\n" + BOB + b"\n"


def test_a_closed_pipe_is_for_the_program_to_end_quietly():
    class Closed(io.BytesIO):
        def write(self, _data):
            raise BrokenPipeError

    run = Run()
    printer = run.printer({}, Look())
    printer.streams = printer.streams._replace(out=Closed())
    with pytest.raises(BrokenPipeError):
        printer.records([ANN])
    assert run.err.getvalue() == ""


def test_the_printer_loads_nothing_heavy():
    code = "import sys, intercom_cli.output.printer; print(*sorted({'rich','yaml','jq','msgspec','json','csv','tempfile','difflib','asyncio'} & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "\n"
