"""``= null`` asks for what is not set; decided here, for no field is known to take null there."""

from __future__ import annotations

from typing import Any

import pytest
from front_door import FrontDoor, Unreachable

from intercom_cli.query.filters import EVERYTHING

FIELDS = ("last_replied_at", "phone", "external_id", "owner_id", "custom_attributes.plan")


def value_at(row: dict[str, Any], path: str) -> Any:
    for step in path.split("."):
        row = row.get(step)  # type: ignore[assignment]
    return row


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("verb", ["list", "search"])
def test_null_asks_for_the_unset_and_its_opposite_for_the_rest(
    run: FrontDoor, field: str, verb: str
) -> None:
    every = run("contacts", "list", "--all").ok().rows
    for sign, unset in (("=", True), ("!=", False)):
        ran = run("contacts", verb, "--where", f"{field} {sign} null", "--all").ok()
        wanted = {row["id"] for row in every if (value_at(row, field) is None) == unset}
        assert {row["id"] for row in ran.rows} == wanted
        assert wanted
        assert all(body["query"] == EVERYTHING for body in ran.bodies() if body)
        assert "reading all contacts" in ran.err


def test_beside_null_the_rest_is_still_narrowed_by_intercom(run: FrontDoor) -> None:
    where = "role = lead and last_replied_at = null"
    ran = run("contacts", "list", "--where", where, "--all").ok()
    assert ran.bodies()[0]["query"] == {"field": "role", "operator": "=", "value": "lead"}
    assert {(row["role"], row["last_replied_at"]) for row in ran.rows} == {("lead", None)}
    assert ran.err == ""
    counted = run("contacts", "count", "--where", where).ok().out
    assert int(counted) == len(ran.rows)


def test_companies_and_integers_too(run: FrontDoor) -> None:
    every = run("companies", "list", "--all").ok().rows
    for field in ("size", "website", "last_request_at"):
        ran = run("companies", "list", "--all", "--where", f"{field} = null").ok()
        wanted = [row["id"] for row in every if row.get(field) is None]
        assert [row["id"] for row in ran.rows] == wanted


def test_a_quoted_null_is_text(run: FrontDoor) -> None:
    made = run("contacts", "create", "--email", "n@acme.test", "--name", "null").ok().json
    ran = run("contacts", "list", "--where", "name = 'null'").ok()
    assert made["id"] in [row["id"] for row in ran.rows]
    assert ran.bodies()[0]["query"]["value"] == "null"


@pytest.mark.parametrize("noun", ["contacts", "companies"])
@pytest.mark.parametrize("value", ["> null", "= 'null'", "<= null"])
def test_null_is_no_moment(run: FrontDoor, noun: str, value: str) -> None:
    ran = run(noun, "list", "--where", f"created_at {value}", transport=Unreachable())
    assert ran.code == 2
    assert "not a time" in ran.err
