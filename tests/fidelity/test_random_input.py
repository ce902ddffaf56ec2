"""Whatever is sent, the sandbox answers: never a 500, always JSON in Intercom's shape."""

from __future__ import annotations

import string
from typing import Any

import pytest
from desk import Desk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intercom_cli.sandbox.search_fields import STANDARD

DESK = Desk(contacts=30)
LIGHT = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)

text = st.text(max_size=12) | st.sampled_from(
    ["", " ", "\x00", "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "%"]
)
numbers = (
    st.integers()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([2**31, 2**63 - 1, 2**63, -(2**63), 1_700_000_000, 1_700_000_000_000])
)
scalars = st.none() | st.booleans() | numbers | text
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)


def bodies(*names: str) -> st.SearchStrategy[Any]:
    """Objects whose members have the right names and any value at all."""
    known = st.fixed_dictionaries({}, optional=dict.fromkeys(names, values))
    return known | st.dictionaries(st.sampled_from(names) | text, values, max_size=6)


CONTACT = bodies(
    "role",
    "email",
    "external_id",
    "email_verified",
    "phone",
    "name",
    "avatar",
    "signed_up_at",
    "last_seen_at",
    "owner_id",
    "unsubscribed_from_emails",
    "custom_attributes",
)
COMPANY = bodies(
    "company_id",
    "name",
    "plan",
    "size",
    "website",
    "industry",
    "remote_created_at",
    "update_last_request_at",
    "monthly_spend",
    "custom_attributes",
)
TAG = bodies("name", "id", "users", "companies")
ATTRIBUTE = bodies("name", "model", "data_type", "options", "description", "messenger_writable")
MERGE = bodies("from", "into", "skip_duplicate_validation")
CHOICE = bodies("id", "consent_type", "body", "admin_id", "away_mode_enabled", "archived")

operators = st.sampled_from(
    ["=", "!=", "IN", "NIN", "<", ">", "<=", ">=", "~", "!~", "^", "$", "AND", "OR"]
)
fields = st.sampled_from([*STANDARD, "owner_id", "custom_attributes.plan", "nonsense"])
attributes = st.sampled_from(["seats", "mrr", "is_trial", "renewal_on", "order_note"])
filters = st.fixed_dictionaries(
    {
        "field": fields | attributes.map("custom_attributes.{}".format) | values,
        "operator": operators | values,
    },
    optional={"value": values | st.lists(scalars, max_size=3)},
)
groups = st.recursive(
    filters,
    lambda inner: st.fixed_dictionaries(
        {
            "operator": st.sampled_from(["AND", "OR"]) | values,
            "value": st.lists(inner, max_size=17) | values,
        }
    ),
    max_leaves=20,
)
SEARCH = st.fixed_dictionaries(
    {"query": groups | values},
    optional={
        "pagination": bodies("per_page", "starting_after", "page"),
        "sort": st.fixed_dictionaries(
            {},
            optional={"field": fields | values, "order": st.sampled_from(["ascending"]) | values},
        ),
    },
)


def check(method: str, target: str, body: Any, version: str = "2.16") -> None:
    answer = DESK.ask(method, target, body, version=version)
    assert answer.status < 500, (target, body, answer.body)
    assert answer.headers["content-type"].startswith("application/json")
    shown = answer.json()
    if answer.status >= 400:
        assert shown["type"] == "error.list"
        assert shown["request_id"]
        assert all(error["code"] and error["message"] for error in shown["errors"])


@pytest.mark.parametrize(
    ("target", "strategy"),
    [
        ("/contacts", CONTACT),
        ("/companies", COMPANY),
        ("/contacts/search", SEARCH),
        ("/tags", TAG),
        ("/data_attributes", ATTRIBUTE),
        ("/contacts/merge", MERGE),
    ],
)
def test_no_body_breaks_a_post(target: str, strategy: st.SearchStrategy[Any]) -> None:
    @LIGHT
    @given(strategy | values)
    def posted(body: Any) -> None:
        check("POST", target, body)

    posted()


@LIGHT
@given(SEARCH, st.sampled_from(["2.14", "2.15", "2.16", "2.17", "Preview"]))
def test_no_search_breaks_any_version(body: Any, version: str) -> None:
    check("POST", "/contacts/search", body, version)


@LIGHT
@given(CONTACT, COMPANY, CHOICE)
def test_no_body_breaks_a_change(contact: Any, company: Any, choice: Any) -> None:
    person = DESK.ok("GET", "/contacts?per_page=1")["data"][0]["id"]
    firm = DESK.ok("POST", "/companies/list?per_page=1")["data"][0]["id"]
    check("PUT", f"/contacts/{person}", contact)
    check("PUT", f"/companies/{firm}", company)
    for place in ("tags", "notes", "subscriptions", "companies"):
        check("POST", f"/contacts/{person}/{place}", choice)
    check("PUT", "/admins/991267459/away", choice)
    check("PUT", "/data_attributes/1", choice)


@LIGHT
@given(st.text(string.printable, max_size=30), st.text(max_size=20))
def test_no_query_and_no_path_breaks_a_read(query: str, word: str) -> None:
    quoted = query.encode("utf-8", "replace").decode("latin-1")
    for target in ("/contacts", "/companies", "/companies/scroll", "/tags", "/segments"):
        check("GET", f"{target}?{quoted}", None)
        check("GET", f"{target}?per_page={quoted}&page={quoted}&starting_after={quoted}", None)
        check("GET", f"{target}?scroll_param={quoted}&order={quoted}&tag_id={word}", None)
    check("GET", f"/contacts/{word}".replace("?", "%3F"), None)


@LIGHT
@given(st.binary(max_size=40))
def test_no_bytes_break_a_post(body: bytes) -> None:
    for target in ("/contacts", "/companies", "/contacts/search"):
        check("POST", target, body)


def test_what_random_bodies_left_behind_can_still_be_read() -> None:
    page = DESK.ok("GET", "/contacts?per_page=150")
    assert len(page["data"]) == min(150, page["total_count"])
    DESK.ok("POST", "/companies/list?per_page=60")
