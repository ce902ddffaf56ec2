"""A noun's page of help shows how it is used, and a wrong word leads to the right one."""

from __future__ import annotations

import re

import pytest
from front_door import FrontDoor

from intercom_cli import discovery, words

NOUNS = discovery.names("resources")


@pytest.mark.parametrize("noun", NOUNS)
def test_the_page_of_every_noun_has_examples(run: FrontDoor, noun: str) -> None:
    page = run(noun, "--help").ok().out
    assert re.search(rf"\nExamples\n  intercom {noun} \w", page), page


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


def test_the_other_names_are_those_of_nouns_and_no_commands_themselves() -> None:
    for noun, others in words.OTHER_NAMES.items():
        assert noun in NOUNS
        assert not [name for name in others.split() if words.known(name)]


@pytest.mark.parametrize("words", [["tickets", "create"], ["tickets", "close"], ["tags", "list"]])
def test_the_examples_of_a_command_stand_above_its_options(
    run: FrontDoor, words: list[str]
) -> None:
    page = run(*words, "--help").ok().out
    assert page.count("  Examples:\n    intercom ") == 1
    assert page.index("Examples:") < page.index("\nShared options:")
    assert page.rstrip().endswith("Show this message and exit.")
