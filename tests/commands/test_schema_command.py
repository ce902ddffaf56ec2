"""`intercom schema` tells what a request takes, for people and for programs."""

from __future__ import annotations

import json

import pytest
from front_door import TOKEN, FrontDoor

from intercom_cli.facts.body import check
from intercom_cli.facts.operations import every


def test_a_person_sees_fields_types_options_and_an_example(alone: FrontDoor) -> None:
    page = alone("schema", "contacts", "create", "-o", "table").ok().out
    assert page.startswith("POST /contacts   since version 2.14\n")
    assert "  email                     text                    --email\n" in page
    assert "  custom_attributes         object, or null\n" in page
    example = page.partition("\nExample\n")[2].partition("\n\n")[0]
    assert json.loads(example) == {"email": "jane@acme.test"}


def test_values_that_are_allowed_and_what_is_required_are_told(alone: FrontDoor) -> None:
    page = alone("schema", "POST", "/conversations/12/reply", "-o", "table").ok().out
    assert "message_type        comment | note | quick_reply, required" in page
    assert "attachment_urls     list of text, at most 10" in page
    assert "\n    text              text, required\n" in page


def test_what_is_the_same_in_many_languages_is_told_once(alone: FrontDoor) -> None:
    page = alone("schema", "articles", "create", "-o", "table").ok().out
    lines = page.splitlines()
    assert len(lines) < 120
    [german] = [line.split() for line in lines if line.startswith("    de ")]
    assert german == ["de", "as", "ar"]
    assert sum(line.startswith("      body ") for line in lines) == 1


def test_a_program_is_told_which_option_sets_which_field(alone: FrontDoor) -> None:
    told = alone("schema", "articles", "create").ok().json
    assert told["options"]["author_id"] == "--author"
    assert alone("schema", "POST", "/articles").ok().json["options"] == {}


def test_a_program_gets_one_document(alone: FrontDoor) -> None:
    told = alone("schema", "contacts", "search", "-o", "json").ok().json
    assert told["operation"] == "POST /contacts/search"
    assert told["since"] == "2.14"
    assert told["body"]["required"] == ["query"]
    assert "include_merge_history" in told["query"]


@pytest.mark.parametrize(
    "path", ["/contacts/{contact_id}", "/contacts/{id}", "contacts/5", "/contacts/x"]
)
def test_an_operation_is_found_whatever_its_ids_are_called(alone: FrontDoor, path: str) -> None:
    told = alone("schema", "GET", path, "-o", "json").ok().json
    assert told["operation"] == "GET /contacts/{contact_id}"


def test_fixed_words_win_over_ids(alone: FrontDoor) -> None:
    told = alone("schema", "POST", "/contacts/merge", "-o", "json").ok().json
    assert told["operation"] == "POST /contacts/merge"


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["contact", "create"], "intercom schema contacts create"),
        (["contacts", "craete"], "intercom schema contacts create"),
        (["contacts", "new"], "intercom schema contacts create"),
        (["exports", "list"], "intercom exports --help"),
        (["POST", "/contact"], "did you mean POST /contacts?"),
        (["contacts"], "intercom contacts --help"),
        (["status"], "intercom schema contacts create"),
    ],
)
def test_what_is_not_there_gets_the_close_match(
    alone: FrontDoor, words: list[str], near: str
) -> None:
    refused = alone("schema", *words)
    assert refused.code == 2
    assert refused.error["hint"] == near
    assert refused.out == ""


def test_every_example_fits_its_own_operation() -> None:
    found = [one for one in every() if one.sample is not None]
    assert len(found) > 100
    for one in found:
        assert one.body is not None
        check(one.sample, one.body, "")


def test_a_schema_needs_no_workspace_and_sends_nothing(alone: FrontDoor) -> None:
    assert alone("schema", "contacts", "create").ok().requests == []
    assert TOKEN not in alone("schema", "contacts", "create").out
