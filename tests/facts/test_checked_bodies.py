"""A body that an operation does not take is refused before anything is sent."""

from __future__ import annotations

import json

import pytest
from front_door import FrontDoor, Unreachable, answer

MADE = {"type": "contact", "id": "1", "role": "user"}
WRONG = [
    ("contacts create --email a@b.test --set nmae=x", "nmae is no field", "did you mean name?"),
    ("contacts create --email a@b.test --set name[first]=x", "name must be text", None),
    (
        "contacts create --email a@b.test --set email_verified=yes",
        "is true or false, not",
        "email_verified=true",
    ),
    ("contacts create --email a@b.test --set custom_attributes=5", "must be an object", None),
    ("companies create --company-id 1 --set size=big", "size must be a whole number", None),
    (
        "tags create --name x --set companies[][idd]=1",
        "companies[0].idd is no field",
        "companies[0].id",
    ),
    ("contacts create --email a@b.test --set a=1 --set b=2", "a is no field of this request", None),
]


@pytest.mark.parametrize(("line", "what", "near"), WRONG)
def test_what_is_wrong_is_said_and_nothing_is_sent(
    run: FrontDoor, line: str, what: str, near: str | None
) -> None:
    refused = run(*line.split(), transport=Unreachable())
    assert refused.code == 2
    assert what in refused.error["message"]
    hint = refused.error["hint"]
    assert near in hint if near else hint.startswith("intercom schema ")


def test_the_hint_is_the_schema_of_the_very_command(run: FrontDoor) -> None:
    refused = run("contacts", "create", "--set", "qqqqqq=1", transport=Unreachable())
    assert refused.error["hint"].startswith("intercom schema contacts create")


def test_everything_wrong_is_told_at_once(run: FrontDoor) -> None:
    refused = run("contacts", "create", "--set", "aaa=1", "--set", "bbb=2", transport=Unreachable())
    assert "aaa is no field" in refused.error["message"]
    assert "bbb is no field" in refused.error["message"]


def test_a_dry_run_is_checked_too(run: FrontDoor) -> None:
    assert run("tags", "create", "--name", "x", "--set", "nam=1", "-n").code == 2


def test_what_is_newer_than_the_program_can_be_sent_all_the_same(with_token: FrontDoor) -> None:
    words = ["contacts", "create", "--set", "brand_new=1", "--no-validate"]
    ran = with_token.scripted(answer(MADE), words=words).ok()
    assert ran.bodies() == [{"brand_new": 1}]


def test_other_versions_have_other_fields_so_that_theirs_are_not_checked(
    with_token: FrontDoor,
) -> None:
    words = ["contacts", "create", "--set", "language_override=de", "--api-version", "2.17"]
    ran = with_token.scripted(answer(MADE), words=words).ok()
    assert json.loads(ran.requests[0].content) == {"language_override": "de"}


def test_null_and_free_objects_pass(run: FrontDoor) -> None:
    words = ["contacts", "create", "--email", "a@b.test", "--set", "name:=null"]
    run(*words, "--set", "custom_attributes.plan=pro").ok()


def test_ids_may_be_text_or_numbers(with_token: FrontDoor) -> None:
    for given in ("owner_id=5", 'owner_id:="5"'):
        words = ["contacts", "create", "--email", "a@b.test", "--set", given]
        with_token.scripted(answer(MADE), words=words).ok()


def test_an_operation_newer_than_the_version_says_which_one_it_needs(run: FrontDoor) -> None:
    refused = run(
        "companies", "note", "company:1", "x", "--api-version", "2.14", transport=Unreachable()
    )
    assert refused.code == 2
    words = (
        "POST /companies/{company_id}/notes needs version 2.16 of the API; the one chosen is 2.14."
    )
    assert refused.error["message"] == words
    assert refused.error["hint"] == "add --api-version 2.16"


def test_a_list_newer_than_the_version_says_so_before_anything_is_sent(run: FrontDoor) -> None:
    refused = run("brands", "list", "--api-version", "2.14", transport=Unreachable())
    assert refused.code == 2
    assert "needs version 2.15" in refused.error["message"]


def test_a_raw_request_is_sent_as_it_is(with_token: FrontDoor) -> None:
    words = ["request", "POST", "/contacts", "brand_new=1"]
    assert with_token.scripted(answer(MADE), words=words).ok().bodies() == [{"brand_new": "1"}]
