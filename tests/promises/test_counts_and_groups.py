"""Quick answers: --count, --group-by and --fields ? on every list, in every format."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx2 as httpx
import pytest
import yaml
from front_door import FrontDoor, Ran, Unreachable, answer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intercom_cli.tree import read

FORMATS = ["json", "ndjson", "yaml", "csv", "tsv", "table"]


def records(run: FrontDoor, *words: str) -> list[Any]:
    return run(*words, "--all", "-o", "ndjson").ok().rows


def page(*rows: dict[str, Any], **more: Any) -> httpx.Response:
    return answer({"type": "list", "data": list(rows), **more})


def contacts(run: FrontDoor, rows: list[dict[str, Any]], *words: str) -> Ran:
    numbered = [{"type": "contact", "id": str(number), **row} for number, row in enumerate(rows)]
    pages = [page(*numbered, total_count=len(rows))]
    if "--all" in words:
        pages.append(page())  # those who came meanwhile
    return run.scripted(*pages, words=["contacts", "list", *words])


def untyped(run: FrontDoor, rows: list[dict[str, Any]], *words: str) -> Ran:
    """Groups of records of no noun, whose fields are whatever they have."""
    numbered = [{"type": "thing", "id": str(number), **row} for number, row in enumerate(rows)]
    return run.scripted(page(*numbered), words=["request", "/things", *words])


# --- counting --------------------------------------------------------------------------------


def test_a_count_is_a_number_and_one_request(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--count").ok()
    assert (ran.out, ran.err, len(ran.requests)) == ("250\n", "", 1)
    asked = run("contacts", "list", "--count", "--all", "--where", "role = lead").ok()
    assert asked.out == f"{len(records(run, 'contacts', 'search', '--where', 'role = lead'))}\n"
    assert len(asked.requests) == 1


def test_what_is_decided_here_is_counted_here(run: FrontDoor) -> None:
    where = ("--where", "monthly_spend > 500")
    found = records(run, "companies", "list", *where)
    assert len(found) > 0
    assert run("companies", "list", *where, "--count").ok().out == f"{len(found)}\n"


def test_a_list_in_one_answer_is_counted_from_it(run: FrontDoor) -> None:
    ran = run("tags", "list", "--count").ok()
    assert ran.out == f"{len(records(run, 'tags', 'list'))}\n"
    assert len(ran.requests) == 1


def test_a_limit_counts_no_further(run: FrontDoor) -> None:
    assert run("contacts", "list", "--count", "--limit", "7").ok().out == "7\n"
    assert run("contacts", "list", "--count", "--limit", "700").ok().out == "250\n"


@pytest.mark.parametrize("form", [*FORMATS, "ids"])
def test_a_count_is_the_same_in_every_format(run: FrontDoor, form: str) -> None:
    assert run("contacts", "list", "--count", "-o", form).ok().out == "250\n"


def test_jq_goes_on_with_a_count(run: FrontDoor) -> None:
    assert run("contacts", "list", "--count", "--jq", ". / 2").ok().out == "125\n"


def test_any_request_can_be_counted(run: FrontDoor) -> None:
    assert run("request", "/contacts", "--count").ok().out == "250\n"
    ran = run("request", "/contacts", "--group-by", "role").ok()
    assert sum(row["count"] for row in ran.rows) == 250


# --- groups ----------------------------------------------------------------------------------


def test_groups_stand_in_the_order_of_their_size(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--group-by", "browser").ok()
    wanted = Counter(one["browser"] for one in records(run, "contacts", "list"))
    assert {row["browser"]: row["count"] for row in ran.rows} == dict(wanted)
    counts = [row["count"] for row in ran.rows]
    assert counts == sorted(counts, reverse=True)
    assert ran.err == "Reading all contacts to count them; --limit N reads fewer.\n"
    assert run("contacts", "list", "--group-by", "browser", "--all").ok().err == ""


def test_equal_groups_stand_by_their_values_and_nothing_is_null(run: FrontDoor) -> None:
    rows = [{"x": v} for v in ["b", None, 10, "a", 9, True, "B", 1.5]]
    ran = untyped(run, [*rows, {}, {"x": ""}], "--group-by", "x")
    assert ran.out == (
        '{"x":null,"count":2}\n{"x":1.5,"count":1}\n{"x":9,"count":1}\n{"x":10,"count":1}\n'
        '{"x":"","count":1}\n{"x":"a","count":1}\n{"x":"B","count":1}\n{"x":"b","count":1}\n'
        '{"x":true,"count":1}\n'
    )


def test_a_true_a_number_and_a_text_are_never_the_same(run: FrontDoor) -> None:
    rows = [{"x": v} for v in [1, True, "1", "true", "null", None]]
    ran = untyped(run, rows, "--group-by", "x")
    assert len(ran.rows) == len(rows)


def test_each_item_of_a_list_counts(run: FrontDoor) -> None:
    tags = [["vip", "new"], ["vip", "vip"], []]
    rows = [{"tags": {"type": "list", "data": [{"name": t} for t in names]}} for names in tags]
    wanted = [{"count": 2}, {"count": 1}, {"count": 1}]
    for field in ("tags", "tags.data.name"):
        ran = contacts(run, rows, "--group-by", field, "--all")
        names = ["vip", "new", None]
        assert ran.rows == [{field: n, **w} for n, w in zip(names, wanted, strict=True)]


def test_several_fields_make_a_group_of_each_combination(run: FrontDoor) -> None:
    ran = run("conversations", "list", "--group-by", "state,priority", "--all").ok()
    wanted = Counter(
        (one["state"], one["priority"]) for one in records(run, "conversations", "list")
    )
    assert {(row["state"], row["priority"]): row["count"] for row in ran.rows} == dict(wanted)


@pytest.mark.parametrize(
    ("span", "form"), [("day", "%Y-%m-%d"), ("week", "%G-W%V"), ("month", "%Y-%m"), ("year", "%Y")]
)
def test_times_are_grouped_in_the_time_zone_of_the_workspace(
    run: FrontDoor, span: str, form: str
) -> None:
    zone = ZoneInfo("America/New_York")
    wanted = Counter(
        datetime.fromtimestamp(one["created_at"], zone).strftime(form)
        for one in records(run, "contacts", "list")
    )
    field = f"created_at:{span}"
    ran = run("contacts", "list", "--group-by", field, "--all").ok()
    assert {row[field]: row["count"] for row in ran.rows} == dict(wanted)


def test_a_moment_before_midnight_there_is_the_day_before(run: FrontDoor) -> None:
    rows = [{"at": 1767240000}, {"at": "2026-01-01T04:00:00Z"}, {"at": None}]  # 23:00 in New York
    ran = untyped(run, rows, "--group-by", "at:day")
    assert ran.out == '{"at:day":"2025-12-31","count":2}\n{"at:day":null,"count":1}\n'


def test_a_time_to_the_second_is_told_with_what_was_meant(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--group-by", "created_at", "--limit", "9").ok()
    assert len(ran.rows) > 2
    assert "--group-by created_at:day is by day." in ran.err


def test_what_is_no_time_is_a_group_of_its_own(run: FrontDoor) -> None:
    odd = [
        "soon",
        {"a": 1},
        True,
        "2026-01-02T12:00:00Z",
        1767376800,
        1767376800000,
        "",
        0,
        -(10**30),
    ]
    ran = untyped(run, [{"x": value} for value in odd], "--group-by", "x:day").ok()
    assert ran.out == (
        '{"x:day":-1000000000000000000000000000000,"count":1}\n{"x:day":"2026-01-02","count":3}\n'
        '{"x:day":"soon","count":1}\n{"x:day":true,"count":1}\n{"x:day":{"a":1},"count":1}\n'
        '{"x:day":null,"count":2}\n'
    )


def test_a_condition_and_a_limit_say_what_is_grouped(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--where", "role = lead", "--group-by", "role").ok()
    assert [row["role"] for row in ran.rows] == ["lead"]
    limited = run("contacts", "list", "--limit", "5", "--group-by", "role").ok()
    assert sum(row["count"] for row in limited.rows) == 5
    note = "Counting only the first 5 contacts; --top N shows the N largest groups.\n"
    assert limited.err == note


def test_a_field_that_no_record_has_is_an_error(run: FrontDoor) -> None:
    ran = untyped(run, [{"role": "user"}, {"role": "lead"}], "--group-by", "rolle")
    assert (ran.code, ran.out) == (2, "")
    assert ran.error["message"] == "No record has rolle; did you mean role?"


@pytest.mark.parametrize("noun", ["contacts", "companies"])
@pytest.mark.parametrize("option", ["--group-by", "--stat"])
def test_an_attribute_that_does_not_exist_is_an_error(
    run: FrontDoor, noun: str, option: str
) -> None:
    asked = "custom_attributes.nope" if option == "--group-by" else "max:custom_attributes.nope"
    ran = run(noun, "list", option, asked, "--limit", "5")
    assert (ran.code, ran.out) == (2, "")
    assert "attribute is called 'nope'" in ran.error["message"]


def test_an_attribute_that_none_of_these_records_has_is_one_group(run: FrontDoor) -> None:
    words = ["--where", "role = lead", "--group-by", "custom_attributes.seats", "--limit", "5"]
    ran = run("contacts", "list", *words).ok()
    assert ran.rows == [{"custom_attributes.seats": None, "count": 5}]
    assert "warning: No record has custom_attributes.seats." in ran.err


def told(form: str, text: str) -> list[list[str]]:
    """Groups of two columns, as text."""
    if form == "json":
        return [[str(v) for v in row.values()] for row in json.loads(text)]
    if form == "ndjson":
        return [[str(v) for v in json.loads(line).values()] for line in text.splitlines()]
    if form == "yaml":
        return [[str(v) for v in row.values()] for row in yaml.safe_load(text)]
    if form == "table":
        return [line.split() for line in text.splitlines()[1:]]
    sep = "," if form == "csv" else "\t"
    return list(csv.reader(io.StringIO(text), delimiter=sep))[1:]


@pytest.mark.parametrize("form", FORMATS)
def test_groups_are_the_same_in_every_format(run: FrontDoor, form: str) -> None:
    ran = run("contacts", "list", "--group-by", "role", "--all", "-o", form).ok()
    wanted = run("contacts", "list", "--group-by", "role", "--all").ok().rows
    assert told(form, ran.out) == [[row["role"], str(row["count"])] for row in wanted]


def test_groups_have_ids_and_go_through_jq(run: FrontDoor) -> None:
    words = ("contacts", "list", "--group-by", "role", "--all")
    assert run(*words, "-o", "ids").ok().out == "user\nlead\n"
    assert run(*words, "--jq", "map(.count) | add").ok().out == "250\n"
    assert run(*words, "--jq", ".[0].role", "-r").ok().out == "user\n"


def test_a_person_sees_what_is_null(run: FrontDoor) -> None:
    words = ["contacts", "list", "--group-by", "owner_id", "--all", "-o", "table"]
    ran = run.scripted(page({"id": "1", "owner_id": None}), page(), words=words)
    assert ran.out.splitlines()[1].split() == ["null", "1"]


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30
)
@given(
    st.lists(
        st.none() | st.booleans() | st.integers(-(2**80), 2**80) | st.text(max_size=3), max_size=9
    )
)
def test_groups_are_exact_whatever_the_values_are(run: FrontDoor, values: list[Any]) -> None:
    rows = [{"x": value} for value in values]
    ran = untyped(run, rows, "--group-by", "x").ok()
    wanted = Counter(json.dumps(value) for value in values)
    assert {json.dumps(row["x"]): row["count"] for row in ran.rows} == dict(wanted)
    counts = [row["count"] for row in ran.rows]
    assert counts == sorted(counts, reverse=True)


# --- fields ----------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["?", "help"])
def test_fields_are_listed_with_what_they_hold(run: FrontDoor, word: str) -> None:
    ran = run("contacts", "list", "--fields", word).ok()
    found = {row["field"]: row for row in ran.rows}
    assert found["email"]["type"] == "text"
    assert found["created_at"]["type"] == "time"
    assert found["has_hard_bounced"]["type"] == "flag"
    assert found["tags"]["type"] == "list"
    assert found["tags.data.id"]["type"] == "text"
    assert found["custom_attributes.plan"]["where"] is True
    assert found["role"]["example"] in {"user", "lead"}
    assert found["role"]["where"] is True
    assert found["workspace_id"]["where"] is False
    assert len(ran.requests) == 1
    assert ran.err == "50 of 250 were looked at. For every one: --all. For more: --limit N.\n"


def test_every_field_that_is_listed_can_be_asked_for(run: FrontDoor) -> None:
    for noun in ("contacts", "companies", "conversations", "tickets", "articles"):
        listed = run(noun, "list", "--fields", "?").ok().rows
        seen = [row["field"] for row in listed if row["example"] is not None]
        ran = run(noun, "list", "--fields", ",".join(seen)).ok()
        assert "No record has" not in ran.err, noun


def test_what_comes_late_stands_with_its_object_and_paths_are_whole(run: FrontDoor) -> None:
    rows = [{"a": None, "z": 1}, {"a": {"deep": {"and_quite_long_to_read": 1}}}]
    ran = contacts(run, rows, "--fields", "?")
    names = [row["field"] for row in ran.rows]
    at = names.index("a")
    assert names[at : at + 4] == ["a", "a.deep", "a.deep.and_quite_long_to_read", "z"]
    narrow = run("conversations", "list", "--fields", "?", terminal=True, COLUMNS="60").ok()
    assert "ai_agent.content_sources.content_sources.content_type" in narrow.out


def test_what_only_a_condition_knows_is_listed_too(run: FrontDoor) -> None:
    fields = run("contacts", "list", "--fields", "?", "--limit", "1").ok().rows
    assert any(row["example"] is None and row["where"] for row in fields)


def test_a_single_record_and_a_table_tell_their_fields(run: FrontDoor) -> None:
    one = run("contacts", "list", "--limit", "1", "-o", "ids").out.strip()
    assert "email" in run("contacts", "get", one, "--fields", "?", "-o", "ids").ok().out.split()
    lines = run("tags", "list", "--fields", "?", "-o", "table").ok().out.splitlines()
    assert lines[0].split() == ["Field", "Type", "Example", "--where"]
    assert run("request", "/me", "--fields", "?", "--jq", "length").ok().out.strip().isdigit()


def test_an_example_is_cut_short_and_exact(run: FrontDoor) -> None:
    rows = [{"big": 9007199254740993, "long": "x" * 99, "part": 1.10, "mixed": 1}, {"mixed": "a"}]
    found = {r["field"]: r for r in contacts(run, rows, "--fields", "?").rows}
    assert found["big"] == {
        "field": "big", "type": "integer", "example": "9007199254740993", "where": False
    }  # fmt: skip
    assert len(found["long"]["example"]) == 40
    assert found["part"]["type"] == "number"
    assert found["mixed"]["type"] == "integer or text"


# --- where they stand ------------------------------------------------------------------------


def test_every_list_can_be_counted_and_nothing_else() -> None:
    for command in read().walk():
        flags = {flag for option in command.options for flag in option.flags}
        assert ("--limit" in flags) == ("--group-by" in flags), command.path


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["contacts", "list", "--count", "--fields", "id"], "--count counts records"),
        (["contacts", "list", "--group-by", "role", "--fields", "?"], "--group-by counts records"),
        (["contacts", "list", "--group-by", " ,"], "--group-by needs a field."),
        (
            ["contacts", "list", "--group-by", "created_at:hour"],
            "a time has day, week, month, year",
        ),
        (["contacts", "create", "--email", "a@b.test", "--fields", "?"], "this is no reading"),
        (["contacts", "list", "--wide", "-o", "json"], "--wide is for tables"),
        (["contacts", "list", "--guard-formulas"], "--guard-formulas is for -o csv and -o tsv."),
        (["contacts", "get", "1", "--count"], "No such option: --count"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_sent(
    run: FrontDoor, words: list[str], sentence: str
) -> None:
    ran = (
        run(*words, "-o", "json")
        if "-o" not in words and "--guard" not in str(words)
        else run(*words)
    )
    assert ran.code == 2
    assert sentence in ran.error["message"]
    assert not ran.requests


def test_companies_are_counted_by_segment_and_contacts_say_how(run: FrontDoor) -> None:
    wanted: Counter[str | None] = Counter()
    for row in records(run, "companies", "list", "--all"):
        wanted.update([one["name"] for one in row["segments"]["segments"]] or [None])
    told = records(run, "companies", "list", "--group-by", "segment")
    assert {row["segment"]: row["count"] for row in told} == wanted
    assert len(wanted) > 2
    refused = run("contacts", "list", "--group-by", "segment", transport=Unreachable())
    assert refused.code == 2
    assert refused.error["hint"] == "count each value by itself: --where 'segment = X' --count"


def test_no_field_is_suggested_that_was_typed(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--group-by", "tag_id", transport=Unreachable())
    assert (ran.code, ran.error["hint"]) == (2, "did you mean tag or tags?")


@pytest.mark.parametrize(
    "words", [("--group-by", "{}"), ("--group-by", "role", "--stat", "sum:{}")]
)
def test_a_star_is_no_field_to_group_by(run: FrontDoor, words: tuple[str, ...]) -> None:
    given = [word.format("custom_attributes.*") for word in words]
    ran = run("contacts", "list", *given, transport=Unreachable())
    assert (ran.code, "is several fields" in ran.error["message"]) == (2, True)


def test_an_attribute_called_star_is_one_field(run: FrontDoor) -> None:
    rows = [{"custom_attributes": {"*": "a", "b": "c"}}] * 2
    path = 'custom_attributes."*"'
    ran = untyped(run, rows, "--group-by", path, "-o", "ndjson").ok()
    assert ran.rows == [{path: "a", "count": 2}]
    shown = contacts(run, rows, "-o", "csv").ok()
    assert [*csv.DictReader(io.StringIO(shown.out))][1][path] == "a"
