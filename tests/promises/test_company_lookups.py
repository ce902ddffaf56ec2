"""Companies by their id, name, tag or segment are asked for directly, and counts are of the list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from front_door import FrontDoor, answer, connected, sandbox


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """A sandbox with a company that has no users, which lists leave out."""
    config: Path = tmp_path_factory.mktemp("companies") / "config"
    connected(config)
    transport = sandbox(contacts=60, rate_limit=1_000_000)
    run = FrontDoor(config, transport)
    run("companies", "create", "--company-id", "ghost-1", "--name", "Ghost Ltd").ok()
    yield run
    transport.close()


def ids(run: FrontDoor, where: str) -> list[str]:
    found: list[str] = run("companies", "list", "--where", where, "--all", "-o", "ids").ok().out
    return found.split()


@pytest.mark.parametrize(
    ("where", "parameter"),
    [
        ("company_id = cust-0002", "company_id=cust-0002"),
        ("tag = 'Do not call'", "tag_id="),
        ("segment = 'Large companies'", "segment_id="),
    ],
)
def test_equality_is_asked_for_in_place_of_the_whole_list(
    run: FrontDoor, where: str, parameter: str
) -> None:
    ran = run("companies", "list", "--where", where, "--all").ok()
    assert any(f"/companies?{parameter}" in sent for sent in ran.sent())
    assert not any("/companies/list" in sent for sent in ran.sent())
    assert ran.err == ""


def test_what_else_is_asked_is_decided_here(run: FrontDoor) -> None:
    every = run("companies", "list", "--all").ok().rows
    one = every[3]
    for more, wanted in ((one["monthly_spend"] - 1, [one["id"]]), (one["monthly_spend"], [])):
        where = f"company_id = {one['company_id']} and monthly_spend > {more}"
        ran = run("companies", "list", "--where", where, "-o", "ids").ok()
        assert ran.out.split() == wanted
        assert len(ran.requests) == 1


def test_several_values_and_an_or_are_several_requests(run: FrontDoor) -> None:
    every = run("companies", "list", "--all").ok().rows
    one, two, three = every[0], every[1], every[2]
    where = f"company_id in ({one['company_id']}, {two['company_id']}) or name = '{three['name']}'"
    ran = run("companies", "list", "--where", where, "--all").ok()
    assert {row["id"] for row in ran.rows} == {one["id"], two["id"], three["id"]}
    assert len(ran.requests) == 3
    mixed = f"{where} or monthly_spend < 0"
    again = run("companies", "list", "--where", mixed, "--all", "--sort", "name").ok()
    assert [row["name"] for row in again.rows] == sorted(
        (one["name"], two["name"], three["name"]), key=str.casefold
    )


@pytest.mark.parametrize("where", ["company_id = ghost-1", "name = 'Ghost Ltd'"])
def test_a_company_without_users_is_found_with_a_note(run: FrontDoor, where: str) -> None:
    for also in (
        "",
        " or size < 0",
        " and monthly_spend is null or monthly_spend = 0 and size < 0",
    ):
        ran = run("companies", "list", "--where", where + also).ok()
        if "and" in also:
            continue
        assert [row["name"] for row in ran.rows] == ["Ghost Ltd"]
        assert ran.err.count("a company without users, which lists and counts leave out") == 1
    listed = {row["id"] for row in run("companies", "list", "--all").ok().rows}
    counted = run("companies", "list", "--where", where, "--count").ok()
    assert counted.out == "0\n"
    assert counted.err.count("without users, which is not counted") == 1
    groups = run("companies", "list", "--where", where, "--group-by", "name").ok()
    assert groups.rows == []
    others = ids(run, f"not ({where})")
    assert set(others) == listed
    assert run("companies", "list", "--where", f"not ({where})", "--count").ok().out == (
        f"{len(listed)}\n"
    )


def test_nothing_is_found_by_what_no_company_has(run: FrontDoor) -> None:
    for where in ("company_id = nope", "name = nope", "company_id in (nope, nada)"):
        assert ids(run, where) == []
        assert run("companies", "list", "--where", where, "--count").ok().out == "0\n"
        told = run("companies", "list", "--where", where, "--explain").ok().rows
        assert [one["records"] for one in told] == [0] * len(told)


def test_a_name_is_compared_as_intercom_does_wherever_it_stands(run: FrontDoor) -> None:
    one = run("companies", "list", "--limit", "1").ok().rows[0]
    every = set(run("companies", "list", "--all", "-o", "ids").ok().out.split())
    for spelt in (one["name"], one["name"].upper()):
        found = set(ids(run, f"name = '{spelt}'"))
        other = set(ids(run, f"name != '{spelt}'"))
        assert found | other == every
        assert not found & other
        assert set(ids(run, f"name = '{spelt}' or size < 0")) == found
        assert set(ids(run, f"not (name = '{spelt}' or size < 0)")) == other


def test_a_single_object_in_place_of_a_list_is_read_too(with_token: FrontDoor) -> None:
    company = {"type": "company", "id": "1", "company_id": "42", "name": "Acme", "user_count": 3}
    ran = with_token.scripted(
        answer(company), words=["companies", "list", "--where", "company_id = 42", "-o", "ids"]
    ).ok()
    assert ran.out == "1\n"


@pytest.mark.parametrize(
    "words",
    [
        ["companies", "get", "cust-0002"],
        ["companies", "contacts", "cust-0002"],
        ["contacts", "list", "--where", "company = cust-0002"],
    ],
)
def test_a_bare_own_id_is_told_how_to_be_written(run: FrontDoor, words: list[str]) -> None:
    refused = run(*words)
    assert refused.code == 6
    assert "company:cust-0002" in refused.error["hint"]
