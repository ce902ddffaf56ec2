"""A noun's page of help shows how it is used, and a wrong word leads to the right one."""

from __future__ import annotations

import re
from typing import Any

import pytest
from front_door import FrontDoor
from typer.main import get_command

from intercom_cli import discovery, words

NOUNS = discovery.names("resources")


@pytest.mark.parametrize("noun", NOUNS)
def test_the_page_of_every_noun_has_examples(run: FrontDoor, noun: str) -> None:
    page = run(noun, "--help").ok().out
    assert re.search(rf"\nExamples\n  intercom {noun} \w", page), page


@pytest.mark.parametrize("noun", [*NOUNS, "config", "sandbox", "workspaces"])
def test_what_the_commands_of_a_noun_do_fits_80_columns(run: FrontDoor, noun: str) -> None:
    told = run(noun, "--help").ok().out.partition("\nCommands\n")[2].partition("\nExamples\n")[0]
    assert max(map(len, told.splitlines())) <= 80
    assert all(line.startswith("  ") for line in told.splitlines())


def test_what_nouns_are_fits_80_columns(run: FrontDoor) -> None:
    assert max(map(len, run("help", "nouns").ok().out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("tags ls", "intercom tags list"),
        ("articles show 3", "intercom articles get"),
        ("articles view 3", "intercom articles get"),
        ("tags add gold", "intercom tags create"),
        ("collections edit 3", "intercom collections update"),
        ("redirects rm 3", "intercom redirects delete"),
        ("office-hours remove 3", "intercom office-hours delete"),
        ("data-connectors rnus 1", "intercom data-connectors runs"),
    ],
)
def test_the_words_of_other_tools_lead_to_ours(run: FrontDoor, typed: str, hint: str) -> None:
    refused = run(*typed.split())
    assert refused.code == 2
    assert refused.error["hint"] == hint


def test_a_word_that_is_near_nothing_leads_to_the_page(run: FrontDoor) -> None:
    refused = run("exports", "list")
    assert refused.code == 2
    assert "it has get, start, wait" in refused.error["message"]
    assert refused.error["hint"] == "intercom exports --help"
    assert run("exports", "--help").ok()


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("users list", "intercom contacts list"),
        ("leads", "intercom contacts"),
        ("people", "intercom contacts"),
        ("article get 3", "intercom articles get"),
        ("articels list", "intercom articles list"),
        ("Articles list", "intercom articles list"),
        ("articels lst", "intercom articles"),
        ("snippets list", "intercom content-snippets list"),
        ("hours list", "intercom office-hours list"),
        ("page list", "intercom external-pages list"),
        ("news list", "intercom news-items list"),
        ("inbox", "intercom conversations"),
        ("teammates list", "intercom admins list"),
        ("conect", "intercom connect"),
        ("xyzzy list", "intercom --help"),
    ],
)
def test_another_name_of_a_noun_leads_to_it_with_its_verb(
    run: FrontDoor, typed: str, hint: str
) -> None:
    refused = run(*typed.split())
    assert refused.code == 2
    assert refused.error["hint"] == hint


def test_the_other_names_are_those_of_commands_and_no_commands_themselves() -> None:
    for command, others in words.OTHER_NAMES.items():
        assert words.known(command)
        assert not [name for name in others.split() if words.known(name)]


@pytest.mark.parametrize("words", [["tickets", "create"], ["tickets", "close"], ["tags", "list"]])
def test_the_examples_of_a_command_stand_above_its_options(
    run: FrontDoor, words: list[str]
) -> None:
    page = run(*words, "--help").ok().out
    assert page.count("  Examples:\n    intercom ") == 1
    assert page.index("Examples:") < page.index("\nShared options:")
    assert page.rstrip().endswith("Show this message and exit.")


@pytest.mark.parametrize("noun", sorted(discovery.names("resources")))
def test_every_option_says_what_is_put_behind_it(noun: str) -> None:
    group: Any = get_command(words.program(noun))
    for verb, command in group.commands.items():
        for option in command.params:
            named = option.metavar or option.type.name not in {"str", "text"}
            assert named, f"{noun} {verb} {option.opts}"


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (["tickets", "create"], "--type TICKET_TYPE"),
        (["tickets", "create"], "--contact CONTACT"),
        (["tickets", "create"], "--company COMPANY"),
        (["tickets", "create"], "--assignee ADMIN"),
        (["tickets", "create"], "--team TEAM"),
        (["tickets", "create"], "--attribute NAME=VALUE"),
        (["tickets", "change-type"], "--type TICKET_TYPE"),
        (["conversations", "convert"], "--type TICKET_TYPE"),
        (["conversations", "update"], "--company COMPANY"),
        (["articles", "create"], "--author ADMIN"),
        (["contacts", "note"], "--admin ADMIN"),
    ],
)
def test_what_is_found_by_its_name_is_called_the_same_everywhere(
    run: FrontDoor, command: list[str], option: str
) -> None:
    assert f"  {option} " in run(*command, "--help").ok().out.replace("\n", " ")
