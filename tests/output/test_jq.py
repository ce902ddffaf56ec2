"""--jq is the real jq, over the whole result, with every digit."""

from __future__ import annotations

import gc

import pytest
from output_case import ANN, BOB

from intercom_cli.errors import Misuse


@pytest.mark.parametrize(
    ("program", "out"),
    [
        (".[].email", '"ann@acme.test"\nnull\n'),  # B20: iterating a list is an expression
        (".[].tags.data[].id", '"1"\n"2"\n'),  # B21: what is not there gives nothing,
        (".[].nokey", "null\nnull\n"),  # and a missing key gives null, not undefined
        ("length", "2\n"),
        ("map(.blocked)", "[false,true]\n"),
        (
            ".[0] | {id, n: .custom_attributes.serial}",
            '{"id":"6540e51aa1b2c3d4e5f60718","n":9007199254740993}\n',
        ),
        ("def f: .[0]; f | .blocked # a remark", "false\n"),
        ("empty", ""),
        (".[0].custom_attributes.score", "1.10\n"),
    ],
)
def test_b20_b21_values_come_as_json_one_per_line(write, program, out):
    seen = write(jq=program)
    assert (seen.out, seen.err) == (out, "")


def test_one_record_is_the_input_itself(write):
    assert (
        write(ANN, one=True, jq=".custom_attributes").out
        == '{"plan":"pro","score":1.10,"serial":9007199254740993}\n'
    )


def test_raw_strings_have_no_quotes(write):
    assert write(jq=".[].name", raw=True).out == 'Order [/close] please\n\x1b[31mBob\x1b[0m, "B"\n'
    assert (
        write(jq=".[].name", raw=True, terminal=True).out
        == 'Order [/close] please\n␛[31mBob␛[0m, "B"\n'
    )
    assert (
        write(jq=".[0]|.name,.blocked,.phone", raw=True).out
        == "Order [/close] please\nfalse\nnull\n"
    )


def test_a_terminal_gets_it_laid_out(write):
    assert (
        write(jq=".[0].location", terminal=True).out
        == '{\n  "country": "Ireland",\n  "city": null\n}\n'
    )
    assert (
        write(jq=".[0].location", terminal=True, format="ndjson").out
        == '{"country":"Ireland","city":null}\n'
    )


@pytest.mark.parametrize(
    ("format", "program", "out"),
    [
        (
            "csv",
            ".[]|{id,plan:.custom_attributes.plan}",
            "id,plan\n6540e51aa1b2c3d4e5f60718,pro\n6540e51aa1b2c3d4e5f60719,\n",
        ),
        ("csv", "map({id})", "id\n6540e51aa1b2c3d4e5f60718\n6540e51aa1b2c3d4e5f60719\n"),
        ("csv", ".[]|[.blocked,.email]", "false,ann@acme.test\ntrue,\n"),
        ("tsv", ".[].custom_attributes.note", "\none\\ntwo\\tthree\n"),
        (
            "table",
            ".[]|{id,blocked}",
            "id                        blocked\n6540e51aa1b2c3d4e5f60718  no\n6540e51aa1b2c3d4e5f60719  yes\n",
        ),
        ("table", ".[].email", "ann@acme.test\n\n"),
        ("ids", ".[]|select(.blocked)", "6540e51aa1b2c3d4e5f60719\n"),
        ("ids", ".[].id", "6540e51aa1b2c3d4e5f60718\n6540e51aa1b2c3d4e5f60719\n"),
        ("yaml", ".[]|{blocked}", "blocked: false\n---\nblocked: true\n"),
        ("json", "[.[].blocked]", "[false,true]\n"),
        ("csv", "empty", ""),
    ],
)
def test_its_values_are_rows_of_the_format(write, format, program, out):
    assert write(jq=program, format=format).out == out


def test_a_later_key_gets_its_column_too(write):
    assert write(jq='{a:1},{b:"x"}', format="csv").out == "a,b\n1,\n,x\n"


def test_fields_choose_among_its_keys(write):
    assert write(jq=".[]", fields="blocked").out == '{"blocked":false}\n{"blocked":true}\n'
    assert write(jq=".[]", fields="blocked", format="csv").out == "blocked\nfalse\ntrue\n"


@pytest.mark.parametrize(
    "number",
    [
        "9007199254740993",
        "12345678901234567000",
        "123456789012345678901234567890",
        "-9007199254740993",
    ],
)
def test_long_integers_keep_their_digits(write, number):
    row = b'{"n":%s,"s":"9007199254740993"}' % number.encode()
    seen = write(row, jq=".[] | {n, t: .s}")
    assert (seen.out, seen.err) == (f'{{"n":{number},"t":"9007199254740993"}}\n', "")


def test_a_lost_digit_is_owned_up_to_once(write):
    seen = write(ANN, ANN, jq=".[].custom_attributes.serial + 0")
    assert seen.out == "9007199254740992\n9007199254740992\n"
    assert seen.err == "warning: jq computes with 53 bits; a longer integer has lost digits.\n"


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (".[", "--jq: syntax error, unexpected end of file at line 1, column 2"),
        ("nosuch", "--jq: nosuch/0 is not defined at line 1, column 1"),
        ("", '--jq: Top-level program not given (try ".")'),
        (".[0].id.x", '--jq: Cannot index string with string ("x")'),
        ('error("mine")', "--jq: mine"),
        ("input", "--jq: No more inputs"),
    ],
)
def test_jqs_own_words_tell_what_is_wrong(write, program, message):
    seen = write(jq=program)
    assert isinstance(seen.error, Misuse)
    assert seen.error.message == message
    assert seen.bytes == b""


@pytest.mark.parametrize("program", ["(1", "1) | (2", "1 #)"])
def test_a_program_is_judged_as_it_was_typed(write, program):
    seen = write(jq=program)
    if program == "1 #)":
        assert seen.out == "1\n"
    else:
        assert "line 1, column 2" in seen.error.message


def test_an_error_kept_in_a_cycle_does_not_crash_the_garbage_collector(write):
    for _ in range(20):
        error = write(jq=".[0].id.x").error
        error.cycle = error
        del error
        gc.collect()


def test_what_came_before_an_error_is_there(write):
    seen = write(jq='.[].blocked, error("x")')
    assert seen.out == "false\ntrue\n"
    assert isinstance(seen.error, Misuse)


def test_an_endless_program_gives_as_it_goes(write):
    assert write(jq="limit(3; repeat(1))").out == "1\n1\n1\n"


def test_an_empty_list_is_an_empty_array(write):
    assert write(rows_from=[], jq=".").out == "[]\n"
    assert write(BOB, rows_from=iter([BOB]), jq=".[0].blocked").out == "true\n"
