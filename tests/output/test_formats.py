"""The same records in every format, whole; what is exact, what is safe, what streams."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from output_case import ANN, BOB, Run

from intercom_cli.errors import Misuse, ServerFailed
from intercom_cli.output.printer import Look, formats
from intercom_cli.resource import Column

HEADER = (
    "type,id,name,email,tags,companies,companies.total_count,blocked,created_at,phone,location.country,location.city,"
    "custom_attributes.plan,custom_attributes.score,custom_attributes.serial,custom_attributes.note\n"
)
CSV = (
    HEADER
    + """\
contact,6540e51aa1b2c3d4e5f60718,Order [/close] please,ann@acme.test,vip;:smile:,c1,12,false,2025-11-18T08:00:00Z,,Ireland,,pro,1.10,9007199254740993,
contact,6540e51aa1b2c3d4e5f60719,"\x1b[31mBob\x1b[0m, ""B""\",,,,,true,2025-11-21T07:59:00Z,,,,,,,"one
two\tthree"
"""
)
TSV = (
    HEADER.replace(",", "\t")
    + """\
contact\t6540e51aa1b2c3d4e5f60718\tOrder [/close] please\tann@acme.test\tvip;:smile:\tc1\t12\tfalse\t2025-11-18T08:00:00Z\t\tIreland\t\tpro\t1.10\t9007199254740993\t
contact\t6540e51aa1b2c3d4e5f60719\t\x1b[31mBob\x1b[0m, "B"\t\t\t\t\ttrue\t2025-11-21T07:59:00Z\t\t\t\t\t\t\tone\\ntwo\\tthree
"""
)
TABLE = """\
Id                        Name                   Email          Tags          Companies  Blocked  Created
6540e51aa1b2c3d4e5f60718  Order [/close] please  ann@acme.test  vip, :smile:         12  no       2025-11-18T08:00:00Z
6540e51aa1b2c3d4e5f60719  ␛[31mBob␛[0m, "B"                                              yes      2025-11-21T07:59:00Z
"""
YAML = """\
type: contact
id: '6540e51aa1b2c3d4e5f60719'
name: "\\e[31mBob\\e[0m, \\"B\\""
email: null
tags:
  type: list
  data: []
  total_count: 0
blocked: true
created_at: 1763711940
custom_attributes:
  note: "one\\ntwo\\tthree"
"""
LISTS = {
    "ndjson": (ANN + b"\n" + BOB + b"\n").decode(),
    "json": (b"[\n" + ANN + b",\n" + BOB + b"\n]\n").decode(),
    "csv": CSV,
    "tsv": TSV,
    "table": TABLE,
    "ids": "6540e51aa1b2c3d4e5f60718\n6540e51aa1b2c3d4e5f60719\n",
}


def test_the_formats_are_those_of_the_folder():
    assert formats() == ("csv", "ids", "json", "ndjson", "table", "tsv", "yaml")


@pytest.mark.parametrize("format", LISTS)
def test_a_list_in_a_pipe(write, format):
    seen = write(format=format)
    assert (seen.out, seen.err, seen.count) == (LISTS[format], "", 2)


def test_a_pipe_gets_ndjson_and_a_terminal_a_table(write):
    assert write().out == LISTS["ndjson"]
    assert write(terminal=True, color="never").out.startswith("Id  ")


@pytest.mark.parametrize("format", ["ndjson", "json"])
def test_one_record_is_one_document_exactly_as_it_came(write, format):
    assert write(BOB, one=True, format=format).bytes == BOB + b"\n"


def test_yaml_keeps_order_and_quotes_what_could_be_read_otherwise(write):
    assert write(BOB, one=True, format="yaml").out == YAML
    assert yaml.safe_load(write(format="yaml").out) == [json.loads(ANN), json.loads(BOB)]


@pytest.mark.parametrize(
    "text",
    [
        "007",
        "1e3",
        "6540e51",
        "yes",
        "N",
        "null",
        "~",
        "2026-01-01",
        "0x1f",
        "1_000",
        ".5",
        "",
        " a",
        "a: b",
        "- x",
        "#",
        "👍",
    ],
)
def test_yaml_text_stays_text(write, text):
    row = json.dumps({"v": text}).encode()
    out = write(row, one=True, format="yaml").out
    assert yaml.safe_load(out) == {"v": text}
    if text and (text[0] in "0123456789." or text in ("yes", "N", "null", "~")):
        assert out == f"v: '{text}'\n"


def test_yaml_shows_emoji_and_no_hidden_character(write):
    row = json.dumps({"v": "👍 \u202ex", "w": "👍"}).encode()
    out = write(row, one=True, format="yaml").out
    assert out == 'v: "\\U0001F44D \\U0000202Ex"\nw: 👍\n'
    assert yaml.safe_load(out) == json.loads(row)


@pytest.mark.parametrize(
    "number",
    [
        "9007199254740993",
        "-1",
        "123456789012345678901234567890",
        "1.10",
        "1e5",
        "1E-7",
        "-0.0",
        "12345678901234567890.5",
    ],
)
def test_numbers_keep_their_digits(write, number):
    row = b'{"n":%s}' % number.encode()
    column = (Column("N", "n"),)
    assert write(row).bytes == row + b"\n"
    assert write(row, format="json", one=True).bytes == row + b"\n"
    assert (
        write(row, format="json", one=True, terminal=True).bytes
        == b'{\n  "n": %s\n}\n' % number.encode()
    )
    assert write(row, fields="n").bytes == row + b"\n"
    for format in ("csv", "tsv", "table"):
        assert write(row, format=format, columns=column).out.split() == [
            "n" if format != "table" else "N",
            number,
        ]
    assert yaml.safe_load(write(row, format="yaml", one=True).out)["n"] == json.loads(number)


def test_keys_that_come_twice_and_white_space_stay_where_nothing_is_asked(write):
    row = b'{ "a":1, "a":2 }'
    assert write(row, one=True).bytes == row + b"\n"


def test_a_row_of_several_lines_is_one_line_of_ndjson(write):
    assert write(b'{\n  "a": 1.10,\r\n  "b": []\n}').bytes == b'{"a":1.10,"b":[]}\n'


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=3))
def test_csv_tsv_and_yaml_read_back_as_the_same_text(write, texts):
    keys = [f"k{number}" for number in range(len(texts))]
    row = json.dumps(dict(zip(keys, texts, strict=True)), ensure_ascii=False).encode()
    columns = tuple(Column(key, key) for key in keys)
    read = list(csv.reader(io.StringIO(write(row, format="csv", columns=columns).out, newline="")))
    assert read == [keys, texts]
    lines = write(row, format="tsv", columns=columns).out.split("\n")
    assert lines[0].split("\t") == keys
    assert [unescaped(cell) for cell in lines[1].split("\t")] == texts
    assert lines[2:] == [""]
    assert yaml.safe_load(write(row, format="yaml", one=True).out) == dict(
        zip(keys, texts, strict=True)
    )


def unescaped(cell: str) -> str:
    signs = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
    return re.sub(r"\\.", lambda found: signs[found[0]], cell)


@pytest.mark.parametrize("format", formats())
def test_an_empty_list_is_no_error(write, format):
    seen = write(rows_from=[], format=format)
    header = "id,name,email,tags,companies,blocked,created_at\n"
    expected = {"json": "[]\n", "yaml": "[]\n", "csv": header, "tsv": header.replace(",", "\t")}
    assert (seen.out, seen.err, seen.count) == (expected.get(format, ""), "", 0)


def test_an_empty_list_is_told_to_a_person(write):
    assert write(rows_from=[], err_terminal=True).err == "No contacts.\n"
    assert write(rows_from=[], err_terminal=True, quiet=True).err == ""


@pytest.mark.parametrize("format", ["ndjson", "csv", "tsv", "yaml", "ids", "table"])
def test_rows_are_written_before_the_next_page_is_asked_for(format):
    run, before = Run(), []

    def rows():
        yield from [ANN] * 50
        before.append(run.out.getvalue())
        yield BOB
        raise ServerFailed("Intercom failed.")

    with pytest.raises(ServerFailed):
        run.printer({}, Look(format=format, fields=("id",))).records(rows())
    assert before[0].count(b"6540e51aa1b2c3d4e5f60718") == 50
    assert run.out.getvalue().count(b"6540e51aa1b2c3d4e5f60719") == 1


def failing():
    yield ANN
    yield BOB
    raise ServerFailed("Intercom failed.")


def test_a_json_document_is_whole_or_not_there(write):
    seen = write(rows_from=failing(), format="json")
    assert isinstance(seen.error, ServerFailed)
    assert seen.bytes == b""


def test_json_and_csv_go_through_the_disk_when_they_are_large(write, monkeypatch):
    monkeypatch.setattr("intercom_cli.output.spool.IN_MEMORY", 10)
    assert write(format="json").out == LISTS["json"]
    assert write(format="csv", fields="custom_attributes.*").out.startswith(
        "custom_attributes.plan,"
    )


def test_json_on_a_terminal_is_laid_out_and_safe(write):
    row = '{"n":9007199254740993,"s":"\x9b\u202e","e":[]}'.encode()
    assert write(row, format="json", terminal=True).out == (
        '[\n  {\n    "n": 9007199254740993,\n    "s": "\\u009b\\u202e",\n    "e": []\n  }\n]\n'
    )
    assert (
        write(row, format="ndjson", terminal=True).out
        == '{"n":9007199254740993,"s":"\\u009b\\u202e","e":[]}\n'
    )
    assert write(row, format="ndjson").bytes == row + b"\n"


@pytest.mark.parametrize("format", ["csv", "tsv", "table", "ids"])
def test_what_a_terminal_would_obey_is_neutralised_on_one(write, format):
    row = json.dumps({"id": "\x1b]52;c;x\x07\x9b\u202e"}).encode()
    seen = write(
        row, format=format, terminal=True, color="never", columns=(Column("id", "id", "id"),)
    )
    assert seen.out.splitlines()[-1] == "␛]52;c;x␇��"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("format", formats())
@pytest.mark.parametrize("one", [False, True])
def test_a_poor_encoding_never_stops_the_output(write, encoding, format, one):
    row = json.dumps({"id": "1", "name": "Zoë 日本 👍 " * 20}, ensure_ascii=False).encode()
    seen = write(
        row, format=format, one=one, terminal=True, encoding=encoding, env={"COLUMNS": "60"}
    )
    assert seen.error is None
    if format in ("json", "ndjson"):
        assert "日本 👍" in seen.out
    if format == "table" and not one and encoding == "ascii":
        assert b"..." in seen.bytes


def test_data_in_a_pipe_is_utf_8_whatever_the_locale(write):
    row = '{"id":"1","name":"Zoë"}'.encode()
    assert write(row, format="csv", encoding="ascii", fields="name").out == "name\nZoë\n"


def test_an_unknown_format_names_the_known_ones(write):
    error = write(format="xml").error
    assert isinstance(error, Misuse)
    assert (error.message, error.hint) == (
        "There is no output format xml.",
        "-o csv|ids|json|ndjson|table|tsv|yaml",
    )


def test_records_without_an_id_are_counted(write):
    seen = write(b'{"id":7}', b'{"name":"x"}', b'{"id":null}', format="ids")
    assert (seen.out, seen.err) == ("7\n", "warning: 2 of 3 have no id and were left out.\n")


@pytest.mark.parametrize("format", ["csv", "table", "yaml", "ids"])
@pytest.mark.parametrize("data", [b"<html>", b'{"a":', b'{"a":"\\ud800"}'])
def test_what_is_not_json_is_the_services_failure(write, format, data):
    assert isinstance(write(data, format=format).error, ServerFailed)
    assert isinstance(write(data, one=True, format="json", terminal=True).error, ServerFailed)


def test_an_empty_answer_shows_nothing(write):
    for format in formats():
        assert write(b" ", one=True, format=format).bytes == b""


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    | st.sampled_from(["\x1b[31m", "\x9b\u202e", "a\r\nb\tc", "\u2028"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=4, alphabet="ab.*\x1b\u202e"), inner, max_size=3)
    ),
    max_leaves=6,
)
RECORDS = st.dictionaries(
    st.sampled_from(["id", "name", "tags", "companies", "blocked", "created_at", "x\x1b"]), VALUES
)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(RECORDS, st.sampled_from(formats()), st.booleans(), st.integers(1, 120))
def test_whatever_a_record_holds_a_terminal_gets_nothing_to_obey(write, record, format, one, width):
    row = json.dumps(record, ensure_ascii=False).encode()
    seen = write(
        row, format=format, one=one, terminal=True, color="never", env={"COLUMNS": str(width)}
    )
    assert seen.error is None
    kinds = {unicodedata.category(character) for character in seen.out if character not in "\n\t"}
    assert not kinds & {"Cc", "Zl", "Zp", "Cs"}
    assert "\u202e" not in seen.out
    if format in ("json", "ndjson"):
        assert json.loads(seen.out) == (record if one or format == "ndjson" else [record])
    if format == "yaml":
        assert yaml.safe_load(seen.out) == (record if one else [record])
