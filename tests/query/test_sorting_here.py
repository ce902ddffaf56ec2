"""Lists that Intercom cannot put in order are put in order here."""

from __future__ import annotations

import csv

import pytest
from front_door import FrontDoor, Unreachable, answer


def test_companies_come_in_order_largest_first(run: FrontDoor) -> None:
    rows = run("companies", "list", "--sort", "-monthly_spend", "--all").ok().rows
    spent = [row["monthly_spend"] for row in rows]
    assert spent == sorted(spent, reverse=True)
    assert len(rows) == len(run("companies", "list", "--all").ok().rows)


def test_the_limit_comes_after_the_order(run: FrontDoor) -> None:
    every = run("companies", "list", "--all").ok().rows
    most = max(row["monthly_spend"] for row in every)
    ran = run("companies", "list", "--sort", "-monthly_spend", "--limit", "1").ok()
    assert ran.rows[0]["monthly_spend"] == most
    assert ran.err == "Intercom cannot sort companies: reading all of them and sorting locally.\n"


def test_order_and_where_go_together(run: FrontDoor) -> None:
    ran = run("companies", "list", "--where", "size > 50 or name ^ a", "--sort", "name").ok()
    names = [row["name"].casefold() for row in ran.rows]
    assert names == sorted(names)
    assert all(row["size"] > 50 or row["name"].casefold().startswith("a") for row in ran.rows)


def test_what_has_no_value_comes_last_both_ways(run: FrontDoor) -> None:
    run("companies", "create", "--company-id", "bare").ok()
    for sign in ("", "-"):
        rows = run("companies", "list", "--sort", f"{sign}size", "--all").ok().rows
        sizes = [row["size"] for row in rows]
        told = [size for size in sizes if size is not None]
        assert sizes[: len(told)] == told == sorted(told, reverse=bool(sign))


@pytest.mark.parametrize("noun", ["admins", "tags", "articles", "calls", "macros", "teams"])
def test_any_list_with_fields_to_ask_for_can_be_sorted(run: FrontDoor, noun: str) -> None:
    rows = run(noun, "list", "--sort", "-id", "--all").ok().rows
    assert {row["id"] for row in rows} == {
        row["id"] for row in run(noun, "list", "--all").ok().rows
    }


def test_an_unknown_field_is_refused(run: FrontDoor) -> None:
    refused = run("companies", "list", "--sort", "naem", transport=Unreachable())
    assert refused.code == 2
    assert refused.error["hint"] == "did you mean name?"


def test_what_is_not_set_by_its_kind_comes_last_both_ways(run: FrontDoor) -> None:
    rows = [
        {"id": str(number), "name": name, "last_request_at": moment, "monthly_spend": spend}
        for number, (name, moment, spend) in enumerate(
            (("b", 1790000000, 0), ("", 0, 7), ("a", 1780000000, 3), (None, None, None))
        )
    ]
    body = {"type": "list", "data": rows, "total_count": 4}

    def shown(sort: str) -> list[str]:
        ran = run.scripted(answer(body), words=["companies", "list", f"--sort={sort}"]).ok()
        return [row["id"] for row in ran.rows]

    assert shown("name") == ["2", "0", "1", "3"]
    assert shown("-name") == ["0", "2", "1", "3"]
    assert shown("last_request_at") == ["2", "0", "1", "3"]
    assert shown("monthly_spend") == ["0", "2", "1", "3"]


@pytest.mark.parametrize(
    ("noun", "name", "path"),
    [
        ("contacts", "owner", "owner.name"),
        ("tickets", "assignee", "assignee.name"),
        ("conversations", "team", "team.name"),
        ("tickets", 'ticket_attributes."Seats affected"', 'ticket_attributes."Seats affected"'),
    ],
)
def test_what_only_records_show_is_sorted_by_what_is_shown(
    run: FrontDoor, noun: str, name: str, path: str
) -> None:
    def shown(*words: str) -> dict[str, str]:
        ran = run(noun, "list", "--all", "--fields", f"id,{path}", "-o", "csv", *words).ok()
        return dict(csv.reader(ran.out.splitlines()[1:]))

    def key(text: str) -> tuple[float, str]:
        return (float(text), "") if text.isdigit() else (0, text.casefold())

    every = shown()
    for sign in ("", "-"):
        found = shown("--sort", sign + name)
        assert found == every
        told = [key(text) for text in found.values() if text]
        assert told == sorted(told, reverse=bool(sign))
        assert not any([*found.values()][len(told) :])
        first = run(noun, "list", "--limit", "2", "--sort", sign + name, "-o", "ids").ok()
        assert first.out.split() == [*found][:2]
    assert len(set(every.values())) > 2


def test_an_attribute_that_does_not_exist_is_no_order(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--sort", "-custom_attributes.nope")
    assert (ran.code, len(ran.requests)) == (2, 1)
    assert "No contact attribute is called 'nope'" in ran.err
