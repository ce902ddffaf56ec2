"""--where knows the custom attributes of contacts and companies by their labels."""

from __future__ import annotations

import json
from typing import Any

import pytest
from front_door import FrontDoor, Unreachable, answer

ATTRIBUTES = "GET /data_attributes?model="
RENEWED = 1750000000  # 2025-06-15, 11:06 in New York

WHOSE = (
    ("contacts", "external:user-000006", "contact"),
    ("companies", "company:cust-0009", "company"),
)
NAMES = {
    "contacts": (("Plan name", "string"), ("Renewal day", "date")),
    "companies": (("Account plan", "string"), ("Contract end", "date")),
}


@pytest.fixture
def there(run: FrontDoor) -> FrontDoor:
    """A workspace with attributes whose names have blanks."""
    for noun, record, model in WHOSE:
        sets = []
        for (name, kind), value in zip(NAMES[noun], ("pro", RENEWED), strict=True):
            words = ["--name", name, "--model", model, "--type", kind]
            run("data-attributes", "create", *words).ok()
            sets += ["--set", f"custom_attributes.{name}:={json.dumps(value)}"]
        run(noun, "update", record, *sets).ok()
    return run


@pytest.mark.parametrize(
    ("noun", "where"),
    [
        ("contacts", '"Plan name" = pro'),
        ("contacts", '"plan NAME" in (pro, team)'),
        ("contacts", '"Renewal day" = 2025-06-15'),
        ("contacts", '"Renewal day" between 2025-06 and 2025-07 and "Plan name" = pro'),
        ("contacts", '"Renewal day" is not null'),
        ("companies", '"Account plan" ^ pr'),
        ("companies", 'not "Contract end" > 2025-06-16 and "Account plan" = pro'),
    ],
)
def test_an_attribute_goes_by_its_label(there: FrontDoor, noun: str, where: str) -> None:
    found = there(noun, "list", "--where", where).ok()
    [(name, _), _] = NAMES[noun]
    assert [row["custom_attributes"][name] for row in found.rows] == ["pro"]
    model = "contact" if noun == "contacts" else "company"
    assert found.sent().count(ATTRIBUTES + model) == 1
    again = there(noun, "list", "--where", where).ok()
    assert again.sent() == found.sent()[1:]
    assert again.rows == found.rows


def test_the_label_is_sought_and_the_name_is_sent(run: FrontDoor) -> None:
    known: list[dict[str, Any]] = [
        {"name": "crm_tier", "label": "Account tier", "custom": True, "data_type": "string"},
        {"name": "name", "label": "Account tier", "custom": False, "data_type": "string"},
    ]
    ran = run.scripted(
        answer({"data": known}),
        answer({"data": [], "total_count": 0}),
        words=["contacts", "list", "--where", '"account tier" = gold', "--limit", "1"],
    ).ok()
    query = ran.bodies()[-1]["query"]
    assert query == {"field": "custom_attributes.crm_tier", "operator": "=", "value": "gold"}
    twice = [{**known[0], "name": name, "label": "Account size"} for name in ("a", "b")]
    ran = run.scripted(
        answer({"data": twice}), words=["contacts", "list", "--where", '"account size" = gold']
    )
    assert ran.code == 2
    assert "custom_attributes.a, custom_attributes.b" in ran.error["message"]


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ('"Renewal dy" = 2025-06-15', "did you mean 'Renewal day'"),
        ('"Zebra crossing" = 1', "no attribute of a contact is called 'Zebra crossing'"),
        ('"Renewal day" ~ 2025', "Renewal day is a date; it takes"),
        ('"Renewal day" > soon', "'soon' is not a time"),
    ],
)
def test_what_no_attribute_can_be_is_refused(there: FrontDoor, where: str, told: str) -> None:
    ran = there("contacts", "list", "--where", where)
    assert ran.code == 2
    assert told in ran.error["message"]
    assert ran.sent() == [ATTRIBUTES + "contact"]


def test_other_nouns_have_no_labels(run: FrontDoor) -> None:
    for noun in ("conversations", "articles"):
        ran = run(noun, "list", "--where", '"Plan name" = pro', transport=Unreachable())
        assert ran.code == 2
        assert "no field 'Plan name'" in ran.error["message"]
    ran = run("contacts", "list", "--sort", "Plan name", transport=Unreachable())
    assert ran.code == 2
