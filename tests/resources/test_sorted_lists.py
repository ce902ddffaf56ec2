"""Lists in an order that was asked for."""

from __future__ import annotations

import pytest
from front_door import FrontDoor


def test_a_list_comes_in_the_order_asked_for_and_whole(run: FrontDoor) -> None:
    up = run("contacts", "list", "--sort", "created_at", "--all").ok()
    moments = [row["created_at"] for row in up.rows]
    assert moments == sorted(moments)
    assert len(moments) == int(run("contacts", "count").ok().out)
    assert up.bodies()[0]["sort"] == {"field": "created_at", "order": "ascending"}
    down = run("contacts", "list", "--sort", "-created_at", "--limit", "3").ok()
    assert [row["created_at"] for row in down.rows] == moments[:-4:-1]


def test_an_order_by_a_field_that_does_not_exist_is_refused_before_sending(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--sort", "creatd_at")
    assert (ran.code, ran.requests) == (2, [])
    assert ran.error["hint"] == "did you mean created_at?"


def test_an_order_narrows_nothing_and_goes_with_where(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--where", "role = lead", "--sort", "email", "--all").ok()
    assert {row["role"] for row in ran.rows} == {"lead"}
    assert [row["email"] for row in ran.rows] == sorted(row["email"] for row in ran.rows)


@pytest.mark.parametrize("sort", ["country", "-location.country", "custom_attributes.seats"])
def test_an_order_by_a_field_inside_another_is_asked_of_intercom(run: FrontDoor, sort: str) -> None:
    ran = run("contacts", "list", f"--sort={sort}", "--limit", "3").ok()
    field = sort.removeprefix("-").replace("country", "location.country")
    asked = [body["sort"]["field"] for body in ran.bodies() if body]
    assert asked[0].endswith(field.rpartition(".")[2])
    assert len(ran.rows) == 3
