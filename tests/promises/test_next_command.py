"""A slip at the keyboard is answered with the command that was probably meant."""

from __future__ import annotations

import shlex

import pytest
from front_door import FrontDoor, Unreachable


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["conversation", "list"], "intercom conversations list"),
        (["ticket", "215470000003"], "intercom tickets"),
        (["workspace", "use"], "intercom workspaces use"),
        (["conversation"], "intercom conversations"),
        (["conversations", "list", "--limt", "3"], "did you mean --limit?"),
        (["status", "--workspce", "x"], "did you mean --workspace?"),
        (["conversations", "list", "--zzzz"], "intercom conversations list --help"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(
    run: FrontDoor, words: list[str], hint: str
) -> None:
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["hint"] == hint


def test_only_the_closest_option_is_named(run: FrontDoor) -> None:
    ran = run("conversations", "list", "--limt", "3", transport=Unreachable())
    assert ran.error["message"] == "No such option: --limt."


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["conversations", "get", "abc"], "intercom conversations list"),
        (["conversations", "close", "9999"], "intercom conversations list"),
        (["tickets", "get", "9999"], "intercom tickets list"),
        (["tickets", "delete", "9999", "--yes"], "intercom tickets list"),
        (["calls", "get", "9999"], "intercom calls list"),
        (["conversations", "detach", "12", "external:user-000009"], None),
        (["notes", "get", "9999"], None),
        (["fin-voice", "get", "9999"], None),
    ],
)
def test_a_record_there_is_not_is_answered_with_the_list_of_those_there_are(
    run: FrontDoor, words: list[str], hint: str | None
) -> None:
    ran = run(*words)
    assert ran.code == 6
    assert ran.error["hint"] == hint


def test_an_option_like_no_other_leads_to_the_page(run: FrontDoor) -> None:
    refused = run("articles", "list", "--zzz", "title")
    assert refused.code == 2
    assert refused.error["hint"] == "intercom articles list --help"


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        (["articles", "create", "--data", "nofile.json"], "--data"),
        (["audiences", "create", "--name", "X", "--rules", "plan=pro"], "--rules"),
    ],
)
def test_what_is_neither_json_nor_a_file_is_told_with_its_option(
    run: FrontDoor, words: list[str], flag: str
) -> None:
    refused = run(*words)
    assert refused.code == 2
    assert refused.error["hint"] == f"{flag} takes JSON, or the name of a file that holds it"


def test_json_that_is_no_object_is_not_taken_for_a_file(run: FrontDoor) -> None:
    refused = run("articles", "create", "--data", "[1]")
    assert refused.error["message"] == "--data is JSON, but not an object."


def test_a_custom_object_is_called_one_before_it_is_deleted(run: FrontDoor) -> None:
    refused = run("custom-objects", "delete", "1", "--type", "Order", "--no-input")
    assert refused.error["message"].startswith("Delete custom object 1 from sandbox?")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["conversations", "get", ""], "the id of a conversation"),
        (["tickets", "close", "215470000003", " "], "the id of a ticket"),
        (["contacts", "get", ""], "the id of a contact"),
        (["notes", "get", ".."], "the id of a note"),
    ],
)
def test_what_can_be_no_id_is_told_in_words(run: FrontDoor, words: list[str], what: str) -> None:
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["message"] == f"{words[-1]!r} cannot be {what}."


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("contacts list --role lead", "--where 'role = lead'"),
        ("conversations list --state=open", "--where 'state = open'"),
        ("contacts list --filter x", "--where"),
        ("contacts list --format csv", "-o"),
        ("contacts list -n 5", "--limit"),
    ],
)
def test_what_is_suggested_is_accepted(run: FrontDoor, words: str, hint: str) -> None:
    refused = run(*words.split())
    assert refused.code == 2
    assert refused.error["hint"] == f"did you mean {hint}?"
    values = {"--where": "role = lead", "-o": "csv", "--limit": "5"}
    value = [values[hint]] if hint in values else []
    run(*words.split()[:2], *shlex.split(hint), *value).ok()


def test_a_title_of_a_column_is_suggested_as_a_group(run: FrontDoor) -> None:
    refused = run("contacts", "list", "--group-by", "contry")
    assert "country" in refused.error["hint"]


def test_an_option_without_its_value_leads_to_the_page_of_its_command(run: FrontDoor) -> None:
    refused = run("contacts", "list", "--limit", transport=Unreachable())
    assert refused.error["hint"] == "intercom contacts list --help"
    assert run("contacts", "list", "--help").ok().out
