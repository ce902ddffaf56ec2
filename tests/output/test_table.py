"""The table: as wide as the terminal, ids whole, streamed."""

from __future__ import annotations

import json

import pytest
from output_case import ANN, BOB
from rich.cells import cell_len

from intercom_cli.resource import Column

TERMINAL = {"terminal": True, "color": "never"}
AT_80 = f"""\
Id                        Name            Email          Tags          Companies
{"─" * 80}
6540e51aa1b2c3d4e5f60718  Order [/close…  ann@acme.test  vip, :smile:         12
6540e51aa1b2c3d4e5f60719  ␛[31mBob␛[0m,…
"""
AT_160 = f"""\
Id                        Name                   Email          Tags          Companies  Blocked  Created
{"─" * 110}
6540e51aa1b2c3d4e5f60718  Order [/close] please  ann@acme.test  vip, :smile:         12  no       3 days ago
6540e51aa1b2c3d4e5f60719  ␛[31mBob␛[0m, "B"                                              yes      1 minute ago
"""
WIDE = json.dumps(
    {"id": "1" * 24, "name": "日本語 👨\u200d👩\u200d👧 e\u0301 שלום " * 4, "email": "x@y.z"}
).encode()


def test_a_wide_terminal_shows_it_all(write):
    seen = write(env={"COLUMNS": "160"}, **TERMINAL)
    assert (seen.out, seen.err) == (AT_160, "")


def test_texts_are_cut_before_columns_go(write):
    seen = write(env={"COLUMNS": "80"}, **TERMINAL)
    assert seen.out == AT_80
    assert seen.err.startswith("No room for Blocked, Created: ")


def test_columns_that_do_not_fit_are_named(write):
    seen = write(env={"COLUMNS": "20"}, **TERMINAL)
    assert seen.out == "Id\n" + "─" * 24 + "\n6540e51aa1b2c3d4e5f60718\n6540e51aa1b2c3d4e5f60719\n"
    assert seen.err == (
        "No room for Name, Email, Tags, Companies, Blocked, Created: --wide shows them, --fields chooses, and -o json has all.\n"
    )
    assert write(env={"COLUMNS": "20"}, quiet=True, **TERMINAL).err == ""


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 120, 160])
def test_ids_are_whole_and_lines_fit_at_any_width(write, width):
    lines = write(ANN, BOB, WIDE, env={"COLUMNS": str(width)}, **TERMINAL).out.splitlines()
    assert [line[:24].strip() for line in lines] == [
        "Id",
        "─" * 24,
        "6540e51aa1b2c3d4e5f60718",
        "6540e51aa1b2c3d4e5f60719",
        "1" * 24,
    ]
    assert all(cell_len(line) <= max(width, 24) for line in lines)


@pytest.mark.parametrize("width", [60, 80, 160])
def test_columns_line_up_under_wide_characters(write, width):
    columns = (Column("Name", "name"), Column("Email", "email"))
    rows = [
        WIDE,
        *(
            json.dumps({"name": name, "email": "x@y.z"}).encode()
            for name in ("a", "日本", "👍🏽", "e\u0301")
        ),
    ]
    lines = write(*rows, columns=columns, env={"COLUMNS": str(width)}, **TERMINAL).out.splitlines()
    assert len({cell_len(line.partition("x@y.z")[0]) for line in lines[2:]}) == 1


def test_a_pipe_cuts_nothing(write):
    row = json.dumps({"id": "1", "name": "n" * 500}).encode()
    assert "n" * 500 in write(row, format="table", env={"COLUMNS": "20"}).out
    assert "n" * 500 in write(row, wide=True, env={"COLUMNS": "20"}, **TERMINAL).out


def test_an_id_that_is_not_first_still_stays(write):
    columns = (Column("Name", "name"), Column("Id", "id", "id"), Column("Email", "email"))
    seen = write(ANN, columns=columns, env={"COLUMNS": "38"}, **TERMINAL)
    rule = "─" * 38
    assert seen.out == f"Name          Id\n{rule}\nOrder [/clo…  6540e51aa1b2c3d4e5f60718\n"


def test_rows_after_the_first_ones_keep_their_widths(write):
    def rows():
        yield from [b'{"id":"1","name":"Ann"}', b'{"id":"2","name":"Bob"}'] * 25
        yield b'{"id":"3","name":"Bartholomew","more":{"id":3}}'

    columns = (Column("Id", "id", "id"), Column("Name", "name"), Column("Again", "more.id", "id"))
    seen = write(rows_from=rows(), columns=columns, env={"COLUMNS": "40"}, **TERMINAL)
    assert seen.out.splitlines()[-1] == "3   Bar…  3"
    piped = write(rows_from=rows(), columns=columns, format="table")
    assert piped.out.splitlines()[-1] == "3   Bartholomew  3"


def test_ten_thousand_rows_are_never_held_together(write):
    held = most = 0

    class Row(bytes):
        def __new__(cls, value):
            nonlocal held, most
            held += 1
            most = max(most, held)
            return super().__new__(cls, value)

        def __del__(self):
            nonlocal held
            held -= 1

    rows = (Row(b'{"id":"%d","name":"Ann"}' % number) for number in range(10_000))
    seen = write(rows_from=rows, **TERMINAL)
    assert seen.count == 10_000
    assert seen.out.count("\n") == 10_002
    assert most <= 60


def test_names_counts_flags_and_nested_values_are_words(write):
    columns = tuple(
        Column(title, title, kind)
        for title, kind in [
            ("a", "names"),
            ("b", "count"),
            ("c", "flag"),
            ("d", "text"),
            ("e", "text"),
            ("f", "time"),
            ("g", "text"),
        ]
    )
    row = b'{"a":["x",{"id":"7"},{"email":"e@f"}],"b":[1,2],"c":null,"d":{"k":[1.50]},"e":["p","q"],"f":12,"g":true}'
    assert write(row, columns=columns, format="table").out == (
        'a          b  c  d             e     f   g\nx, 7, e@f  2     {"k":[1.50]}  p, q  12  yes\n'
    )
