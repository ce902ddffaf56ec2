"""CSV and TSV of whole records: every value in a column of its own, the same for every row."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc

from front_door import FrontDoor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from output_case import ANN, Run

from intercom_cli.errors import ServerFailed
from intercom_cli.output.printer import Look


def read(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_objects_are_told_value_by_value(write):
    rows = [
        b'{"id":"1","location":{"country":"Ireland","geo":{"lat":1.50}},"custom_attributes":{}}',
        b'{"id":"2","custom_attributes":{"plan":"pro"},"location":null,"late":true}',
        b'{"custom_attributes":{"seats":9007199254740993},"location":{"city":"Cork"}}',
    ]
    assert write(*rows, format="csv", columns=()).out == (
        "id,location.country,location.geo.lat,location.city,"
        "custom_attributes.plan,custom_attributes.seats,late\n"
        "1,Ireland,1.50,,,,\n"
        "2,,,,pro,,true\n"
        ",,,Cork,,9007199254740993,\n"
    )


def test_a_value_that_is_an_object_only_sometimes_loses_nothing(write):
    rows = [b'{"a":"text"}', b'{"a":{"b":1}}', b'{"a.b":2,"c.d":{"e":3}}']
    seen = write(*rows, format="csv", columns=()).out.splitlines()
    assert next(csv.reader(seen)) == ["a", "a.b", '"a.b"', '"c.d".e']
    assert seen[1:3] == ["text,,,", ",1,,"]
    assert seen[3] == ",,2,3", "a key with a dot has a column of its own"


def test_lists_are_one_cell_and_say_how_many_there_are_in_all(write):
    row = (
        b'{"companies":{"type":"list","data":[{"id":"c1","type":"company"},{"id":"c2"}],'
        b'"total_count":12},"tags":{"data":[{"id":"1","name":"vip"}]},"scores":[1,2.50],'
        b'"profiles":[{"name":"x","url":"u"}],"none":{"type":"list","data":[],"total_count":0}}'
    )
    assert write(row, format="csv").out == (
        "companies,companies.total_count,tags,scores,profiles,none\n"
        'c1;c2,12,vip,1;2.50,"[{""name"":""x"",""url"":""u""}]",\n'
    )


def test_what_attributes_hold_is_told_too(write):
    row = b'{"id":"1","custom_attributes":{"order":{"total":5,"lines":[1]},"plan":"pro"}}'
    assert write(row, fields="custom_attributes.*,id", format="csv").out == (
        "custom_attributes.order.total,custom_attributes.order.lines,custom_attributes.plan,id\n"
        "5,1,pro,1\n"
    )


def test_whole_records_are_there_whole_or_not_at_all(write):
    def failing():
        yield ANN
        raise ServerFailed("Intercom failed.")

    assert write(rows_from=failing(), format="csv").bytes == b""
    assert write(rows_from=failing(), format="csv", fields="id").bytes.startswith(b"id\n6540")


KEYS = st.sampled_from(["a", "b", "c.d", "é", "total_count", "=x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text("ab,=\n", max_size=3),
    lambda below: st.dictionaries(KEYS, below, max_size=3),
    max_leaves=6,
)
RECORDS = st.lists(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), min_size=1, max_size=5)


def scalars(value):
    if isinstance(value, dict):
        return [found for inner in value.values() for found in scalars(inner)]
    if value is None or value == "":
        return []
    return [str(value).lower() if isinstance(value, bool) else str(value)]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RECORDS)
def test_every_value_of_every_record_is_in_its_row(write, records):
    rows = [json.dumps(record, ensure_ascii=False).encode() for record in records]
    header, *lines = csv.reader(io.StringIO(write(*rows, format="csv", columns=()).out, newline=""))
    assert len(header) == len(set(header))
    assert len(lines) == len(records)
    for record, line in zip(records, lines, strict=True):
        assert len(line) == len(header)
        if not any(key.count(".") for key in header):
            assert sorted(cell for cell in line if cell) == sorted(scalars(record))


def test_columns_are_the_same_on_every_page(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--all", "-o", "csv").ok()
    rows = read(ran.out)
    assert len(rows) == 250
    assert len(ran.requests) == 3  # two pages, and those who came meanwhile
    assert not any(None in row or None in row.values() for row in rows)
    assert all(row["custom_attributes.plan"] for row in rows if row["custom_attributes.mrr"])
    exact = {row["id"]: row for row in run("contacts", "list", "--all").rows}
    assert [row["id"] for row in rows] == list(exact)
    for row in rows:
        assert row["location.city"] == (exact[row["id"]]["location"]["city"] or "")


class Nowhere(io.BytesIO):
    """Counts lines and keeps none."""

    lines = 0

    def write(self, data) -> int:
        self.lines += bytes(data).count(b"\n")
        return len(data)


def test_a_long_file_is_not_held_in_memory(monkeypatch):
    monkeypatch.setattr("intercom_cli.output.spool.IN_MEMORY", 1 << 16)
    run, filled = Run(), b"x" * 2000
    printer = run.printer({}, Look(format="csv"))
    printer.streams = printer.streams._replace(out=(nowhere := Nowhere()))
    tracemalloc.start()
    try:
        printer.records(b'{"id":"%d","a":{"b":"%s"}}' % (n, filled) for n in range(10_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert nowhere.lines == 10_001
    assert peak < 8_000_000, "20 MB went through"
