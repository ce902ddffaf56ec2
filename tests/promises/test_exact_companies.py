"""Must hold 5, for companies, which Intercom cannot search: they are filtered here, exactly."""

from __future__ import annotations

from random import Random
from typing import Any

from front_door import FrontDoor
from test_exact_search import OPERATORS, Test, dated, filtered

COMPANY_DATES = ["created_at", "updated_at", "remote_created_at", "last_request_at"]


def company_clause(random: Random, companies: list[dict[str, Any]]) -> tuple[str, Test]:
    kind = random.randrange(5)
    one = random.choice(companies)
    if kind == 0:
        field, operator = random.choice(COMPANY_DATES), random.choice(OPERATORS)
        value = (one[field] or 1_700_000_000) + random.choice([-1, 0, 1])
        return f"{field} {operator} {value}", dated(field, operator, value, value + 1)
    if kind == 1:
        operator = random.choice(["<", ">", "<=", ">=", "=", "!="])
        spend = one["monthly_spend"]
        signs: dict[str, Test] = {
            "<": lambda c: c["monthly_spend"] < spend,
            ">": lambda c: c["monthly_spend"] > spend,
            "<=": lambda c: c["monthly_spend"] <= spend,
            ">=": lambda c: c["monthly_spend"] >= spend,
            "=": lambda c: c["monthly_spend"] == spend,
            "!=": lambda c: c["monthly_spend"] != spend,
        }
        return f"monthly_spend {operator} {spend}", signs[operator]
    if kind == 2:
        industry = one["industry"] or "nothing"
        return f'industry = "{industry}"', lambda c: c["industry"] == industry
    if kind == 3:
        plan = (one["plan"] or {}).get("name") or "pro"
        return f"plan.name != {plan}", lambda c: (c["plan"] or {}).get("name") != plan
    word = (one["name"] or "Labs").split()[0]
    return f"name ~ '{word}'", lambda c: word.casefold() in (c["name"] or "").casefold()


def test_companies_are_filtered_exactly(reader: FrontDoor) -> None:
    companies = reader("companies", "list", "--all").ok().rows
    random = Random("companies")
    hits = 0
    for _ in range(80):
        parts = [company_clause(random, companies) for _ in range(random.randint(1, 3))]
        where = " and ".join(text for text, _ in parts)
        ran = reader("companies", "list", "--where", where, "--all").ok()
        found = {company["id"] for company in ran.rows}
        assert found == filtered(companies, *(test for _, test in parts)), where
        hits += 0 < len(found) < len(companies)
    assert hits > 30


def test_companies_say_that_they_are_filtered_here(reader: FrontDoor) -> None:
    ran = reader("companies", "list", "--where", "size > 100").ok()
    assert "Intercom cannot search companies" in ran.err
