"""Groups are told by name, the largest with --top, with statistics of a number in each."""

from __future__ import annotations

import csv
import io
import json
import statistics
from collections import Counter
from typing import Any

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Unreachable, answer, refusal

TO_REPLY = "statistics.time_to_admin_reply"


def records(run: FrontDoor, noun: str) -> list[Any]:
    return run(noun, "list", "--all", "-o", "ndjson").ok().rows


def names(run: FrontDoor, noun: str) -> dict[str, str]:
    return {str(row["id"]): row["name"] for row in records(run, noun)}


def groups(run: FrontDoor, noun: str, *words: str) -> list[Any]:
    return run(noun, "list", "--group-by", *words, "-o", "ndjson").ok().rows


@pytest.mark.parametrize(
    ("noun", "name", "field", "listed"),
    [
        ("contacts", "owner", "owner_id", "admins"),
        ("conversations", "team", "team_assignee_id", "teams"),
        ("conversations", "assignee", "admin_assignee_id", "admins"),
        ("tickets", "assignee", "admin_assignee_id", "admins"),
        ("tickets", "team", "team_assignee_id", "teams"),
    ],
)
def test_an_id_is_told_by_the_name_that_where_takes(
    run: FrontDoor, noun: str, name: str, field: str, listed: str
) -> None:
    called = names(run, listed)
    wanted = Counter(str(row[field] or "") for row in records(run, noun))
    found = groups(run, noun, name)
    assert {row[f"{name}_id"] or "": row["count"] for row in found} == dict(wanted)
    for row in found:
        id = row[f"{name}_id"]
        assert row[name] == (called[id] if id else None)
        if id:
            where = f"{name} = '{row[name]}'"
            ran = run(noun, "list", "--where", where, "--count").ok()
            assert ran.out == f"{row['count']}\n"


def test_each_tag_and_each_company_of_a_contact_counts(run: FrontDoor) -> None:
    tags = [row["name"] for row in records(run, "tags")][:12]
    one = records(run, "contacts")[0]["id"]
    for tag in tags:
        run("contacts", "tag", one, tag).ok()
    found = groups(run, "contacts", "tag")
    assert len(tags) == 12  # a contact shows ten of them
    for row in found:
        if row["tag"]:
            ran = run("contacts", "list", "--where", f'tag = "{row["tag"]}"', "--count").ok()
            assert ran.out == f"{row['count']}\n", row
    companies = names(run, "companies")
    for row in groups(run, "contacts", "company"):
        if id := row["company_id"]:
            assert row["company"] == companies[id]
            held = run("request", f"/companies/{id}/contacts", "--count").ok()
            assert held.out == f"{row['count']}\n"


def test_a_few_companies_and_contacts_are_looked_up_one_by_one(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--group-by", "company", "--top", "3").ok()
    assert "POST /companies/list" not in " ".join(ran.sent())
    companies = names(run, "companies")
    assert all(row["company"] == companies[row["company_id"]] for row in ran.rows[1:])
    people = run("conversations", "list", "--group-by", "contact", "--top", "2").ok()
    called = {row["id"]: row["name"] for row in records(run, "contacts")}
    assert [row["contact"] for row in people.rows] == [
        called[row["contact_id"]] for row in people.rows
    ]


def test_tags_of_conversations_and_types_of_tickets_are_named_by_the_records(
    run: FrontDoor,
) -> None:
    ran = run("conversations", "list", "--group-by", "tag").ok()
    assert not [one for one in ran.sent() if "/tags" in one]
    wanted = Counter(
        tag["name"] for row in records(run, "conversations") for tag in row["tags"]["tags"]
    )
    assert {row["tag"]: row["count"] for row in ran.rows if row["tag"]} == dict(wanted)
    types = Counter(row["ticket_type"]["name"] for row in records(run, "tickets"))
    assert {row["type"]: row["count"] for row in groups(run, "tickets", "type")} == dict(types)


def test_a_person_reads_names_and_none_for_nobody(run: FrontDoor) -> None:
    words = ("conversations", "list", "--group-by", "team", "-o", "table")
    lines = run(*words).ok().out.splitlines()
    assert lines[0].split() == ["Team", "Count"]
    assert lines[1].split() == ["none", "30"]
    assert not any("991" in line for line in lines)


class Refusing(httpx.BaseTransport):
    """Refuses to list teams; the rest is answered by another."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/teams":
            return refusal(403, "forbidden")
        return self.inner.handle_request(request)


def test_names_that_cannot_be_read_leave_ids(run: FrontDoor) -> None:
    words = ("conversations", "list", "--group-by", "team")
    ran = run(*words, transport=Refusing(run.inner)).ok()
    assert [row["team"] for row in ran.rows] == [row["team_id"] for row in ran.rows]
    counts = [row["count"] for row in run(*words).ok().rows]
    assert [row["count"] for row in ran.rows] == counts


@pytest.mark.parametrize(
    ("noun", "field", "hint"),
    [
        ("contacts", "rolle", "did you mean role?"),
        ("contacts", "city", "did you mean location.city?"),
        ("contacts", "nope", None),
        ("conversations", "teem", "team"),
        ("contacts", "segment", None),
    ],
)
def test_an_unknown_field_is_refused_before_a_request(
    run: FrontDoor, noun: str, field: str, hint: str | None
) -> None:
    for option in ("--group-by", "--stat"):
        typed = field if option == "--group-by" else f"mean:{field}"
        ran = run(noun, "list", option, typed, transport=Unreachable())
        assert ran.code == 2
        assert field in ran.error["message"]
        assert (hint or "") in ran.error["hint"]


def test_the_title_of_a_column_is_its_field(run: FrontDoor) -> None:
    by_title = run("contacts", "list", "--group-by", "country", "-o", "csv").ok().out
    by_path = run("contacts", "list", "--group-by", "location.country", "-o", "csv").ok().out
    assert by_title.splitlines()[1:] == by_path.splitlines()[1:]
    states = Counter(row["ticket_state"]["internal_label"] for row in records(run, "tickets"))
    assert {row["state"]: row["count"] for row in groups(run, "tickets", "state")} == dict(states)


def test_what_is_not_set_is_one_group(run: FrontDoor) -> None:
    rows: list[Any] = [{"email": value} for value in ("", None, "a@b.test")]
    page = answer({"type": "list", "data": [{"id": str(n), **row} for n, row in enumerate(rows)]})
    ran = run.scripted(page, words=["contacts", "list", "--group-by", "email", "--limit", "9"])
    assert ran.rows == [{"email": None, "count": 2}, {"email": "a@b.test", "count": 1}]


# --- which groups, in which order ------------------------------------------------------------


def test_top_shows_the_largest_groups_of_all_records(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--group-by", "country", "--top", "3").ok()
    wanted = Counter(row["location"]["country"] for row in records(run, "contacts"))
    assert {row["country"]: row["count"] for row in ran.rows} == dict(wanted.most_common(3))
    assert f"Showing the 3 largest of {len(wanted)} groups." in ran.err


def test_spans_of_time_come_as_they_pass(run: FrontDoor) -> None:
    found = groups(run, "contacts", "last_replied_at:month,role")
    months = [row["last_replied_at:month"] for row in found]
    assert months[-1] is None
    assert [m for m in months if m] == sorted(m for m in months if m)
    top = groups(run, "contacts", "created_at:month", "--top", "4")
    assert [row["created_at:month"] for row in top] == sorted(
        row["created_at:month"] for row in top
    )


def test_sort_is_that_of_the_groups(run: FrontDoor) -> None:
    by_name = groups(run, "contacts", "country", "--sort", "-country")
    told = [row["country"] for row in by_name if row["country"]]
    assert told == sorted(told, key=str.casefold, reverse=True)
    counts = [row["count"] for row in groups(run, "contacts", "country", "--sort", "count")]
    assert counts == sorted(counts)
    words = ("conversations", "list", "--group-by", "team", "--stat", f"mean:{TO_REPLY}")
    ran = run(*words, "--sort", f"-mean:{TO_REPLY}").ok()
    means = [row[f"mean:{TO_REPLY}"] for row in ran.rows]
    assert means == sorted(means, reverse=True)
    refused = run(*words, "--sort", "created_at", transport=Unreachable())
    assert refused.code == 2
    assert "groups are sorted by team, count" in refused.error["hint"]


# --- statistics ------------------------------------------------------------------------------


def test_the_median_time_to_a_first_reply_by_team_is_one_line(run: FrontDoor) -> None:
    ran = run("conversations", "list", "--group-by", "team", "--stat", f"median:{TO_REPLY}").ok()
    wanted: dict[str, list[int]] = {}
    for row in records(run, "conversations"):
        value = row["statistics"].get("time_to_admin_reply")
        wanted.setdefault(str(row["team_assignee_id"] or ""), []).extend(
            [value] if value is not None else []
        )
    for row in ran.rows:
        numbers = wanted.pop(row["team_id"] or "")
        assert row[f"median:{TO_REPLY}"] == statistics.median(numbers)
        assert row[f"count:{TO_REPLY}"] == len(numbers)
    assert not wanted


@pytest.mark.parametrize("form", ["json", "ndjson", "csv", "table"])
def test_statistics_are_the_same_in_every_format(run: FrontDoor, form: str) -> None:
    field = "custom_attributes.seats"
    stats = ",".join(f"{one}:{field}" for one in ("mean", "median", "p90", "sum", "min", "max"))
    where = ("--where", f"{field} is not null")  # leads have none
    words = ("contacts", "list", *where, "--group-by", "role", "--stat", stats, "-o", form)
    out = run(*words).ok().out
    if form == "table":
        found = [line.split() for line in out.splitlines()[1:]]
    elif form == "csv":
        found = list(csv.reader(io.StringIO(out)))[1:]
    else:
        rows = json.loads(out) if form == "json" else map(json.loads, out.splitlines())
        found = [[str(value) for value in row.values()] for row in rows]
    for role, _, mean, median, p90, *rest in found:
        numbers = sorted(
            row["custom_attributes"]["seats"]
            for row in records(run, "contacts")
            if row["role"] == role and row["custom_attributes"].get("seats") is not None
        )
        assert float(mean) == pytest.approx(statistics.fmean(numbers), abs=0.01)
        assert float(median) == statistics.median(numbers)
        inclusive = statistics.quantiles(numbers, n=10, method="inclusive")[8]
        assert float(p90) == pytest.approx(inclusive, abs=0.01)
        wanted = [sum(numbers), numbers[0], numbers[-1], len(numbers)]
        assert [int(text.replace(",", "")) for text in rest] == wanted


def untyped(run: FrontDoor, values: list[Any], *words: str) -> Any:
    rows = [{"id": str(number), "x": value} for number, value in enumerate(values)]
    return run.scripted(answer({"type": "list", "data": rows}), words=["request", "/t", *words])


def test_numbers_are_exact_and_what_is_none_is_left_out(run: FrontDoor) -> None:
    ran = untyped(run, [2**80, 0.1, 0.2, None, 0], "--stat", "sum:x,min:x").ok()
    assert ran.out == f'{{"count":5,"sum:x":{2**80}.3,"min:x":0,"count:x":4}}\n'
    odd = untyped(run, [1, 2, "3", True, [5, 6], {"a": 1}], "--stat", "mean:x").ok()
    assert odd.rows == [{"count": 6, "mean:x": 3.5, "count:x": 4}]
    assert odd.err == "warning: 3 values are no number in x and left out.\n"
    none = untyped(run, [None], "--stat", "mean:x").ok()
    assert none.rows == [{"count": 1, "mean:x": None, "count:x": 0}]


def test_dates_have_a_latest_and_no_sum(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--stat", "max:created_at,min:created_at", "-o", "csv").ok()
    assert ran.out.splitlines()[1].startswith("250,20")
    refused = run("contacts", "list", "--stat", "sum:created_at", transport=Unreachable())
    assert refused.code == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--stat", "avg:custom_attributes.seats"], "unknown function 'avg'"),
        (["--stat", "median"], "a field is missing"),
        (["--stat", "mean:email"], "email is not a number"),
        (["--top", "3"], "--top needs --group-by"),
        (["--count", "--group-by", "role"], "cannot be combined"),
        (["--stat", "mean:custom_attributes.seats", "--fields", "id"], "has none to show"),
    ],
)
def test_what_makes_no_sense_is_refused_before_a_request(
    run: FrontDoor, words: list[str], sentence: str
) -> None:
    ran = run("contacts", "list", *words, transport=Unreachable())
    assert ran.code == 2
    assert sentence in ran.error["message"]


def test_collections_of_articles_are_shown_by_name(run: FrontDoor) -> None:
    called = names(run, "collections")
    wanted: Counter[str | None] = Counter()
    for row in records(run, "articles"):
        wanted.update([str(id) for id in row["parent_ids"]] or [None])
    found = groups(run, "articles", "collection")
    assert {row["collection_id"]: row["count"] for row in found} == dict(wanted)
    assert all(row["collection"] == called.get(row["collection_id"] or "") for row in found)
