"""A failure told to a person, and to a program."""

from __future__ import annotations

import io
import json

import pytest

from intercom_cli.errors import Detail, Http, IntercomError, Misuse, NotFound, Refused
from intercom_cli.output.failure import for_machine, show_failure
from intercom_cli.streams import Streams

REFUSED = Refused(
    "Intercom refused the contact.",
    hint="intercom contacts update 65",
    http=Http("POST", "/contacts", 422),
    details=[
        Detail("parameter_invalid", "is not an address", "email"),
        Detail("unknown_attribute", "no [red]such\x1b[31m\nattribute"),
        Detail("too_many"),
    ],
    request_id="req\x1b-1",
)
TEXT = """\
error: Intercom refused the contact.
  email: is not an address (parameter_invalid)
  no [red]such␛[31m attribute (unknown_attribute)
  too_many
request id: req␛-1
hint: intercom contacts update 65
"""


def told(
    error: IntercomError, machine: bool = False, terminal: bool = False, **environ: str
) -> str:
    streams = Streams(io.StringIO(), io.BytesIO(), io.StringIO(), err_is_terminal=terminal)
    show_failure(error, streams, environ, machine)
    assert streams.out.getvalue() == b""
    return streams.err.getvalue()


def test_b32_a_person_reads_every_detail(write):
    assert told(REFUSED) == TEXT


def test_only_our_word_is_coloured():
    assert told(REFUSED, terminal=True) == TEXT.replace("error:", "\x1b[31;1merror:\x1b[0m", 1)
    assert (
        told(REFUSED, terminal=True, NO_COLOR="1", GITHUB_ACTIONS="true", FORCE_COLOR="1") == TEXT
    )


def test_b32_a_program_reads_every_detail():
    text = told(REFUSED, machine=True)
    assert text.count("\n") == 1
    assert text.isascii()
    assert json.loads(text) == {
        "error": {
            "type": "refused",
            "exit_code": 7,
            "message": "Intercom refused the contact.",
            "hint": "intercom contacts update 65",
            "http": {"status": 422, "method": "POST", "path": "/contacts"},
            "errors": [
                {"code": "parameter_invalid", "field": "email", "message": "is not an address"},
                {
                    "code": "unknown_attribute",
                    "field": None,
                    "message": "no [red]such\x1b[31m\nattribute",
                },
                {"code": "too_many", "field": None, "message": None},
            ],
            "request_id": "req\x1b-1",
            "retryable": False,
        }
    }


def test_wrong_usage_looks_the_same():
    assert told(Misuse("No such option: --nmae.", hint="Did you mean --name?")) == (
        "error: No such option: --nmae.\nhint: Did you mean --name?\n"
    )
    assert json.loads(told(Misuse("No."), machine=True))["error"]["http"] is None


def test_a_detail_the_sentence_already_tells_is_not_repeated():
    error = NotFound("User Not Found (not_found)", details=[Detail("not_found", "User Not Found")])
    assert told(error) == "error: User Not Found (not_found)\n"


def test_a_detail_in_the_sentences_words_gives_its_code_alone():
    error = NotFound("User Not Found.", details=[Detail("not_found", "User Not Found", "id")])
    assert told(error) == "error: User Not Found.\n  id: not_found\n"


def test_a_caret_stays_under_its_place_and_no_line_pretends_to_be_ours():
    error = Misuse("Expected a value:\nemail =\n       ^\nhint: rm -rf /")
    assert told(error) == "error: Expected a value:\n  email =\n         ^\n  hint: rm -rf /\n"


@pytest.mark.parametrize(
    ("format", "out_terminal", "err_terminal", "machine"),
    [
        (None, False, False, True),  # a script captures both
        (None, False, True, False),  # a person redirects the data and reads
        (None, True, False, False),
        (None, True, True, False),
        ("table", False, False, False),
        ("json", False, False, True),
        ("json", True, False, True),
        ("ndjson", True, True, True),
        ("csv", False, False, False),
    ],
)
def test_errors_are_json_where_json_was_asked_for_or_nobody_reads(
    format, out_terminal, err_terminal, machine
):
    streams = Streams(
        io.StringIO(),
        io.BytesIO(),
        io.StringIO(),
        out_is_terminal=out_terminal,
        err_is_terminal=err_terminal,
    )
    assert for_machine(format, streams) is machine


def test_a_poor_encoding_does_not_hide_the_error():
    raw = io.BytesIO()
    err = io.TextIOWrapper(raw, encoding="ascii", errors="strict")
    show_failure(Misuse("Zoë 👍"), Streams(io.StringIO(), io.BytesIO(), err), {}, False)
    assert raw.getvalue() == b"error: Zo? ?\n"
