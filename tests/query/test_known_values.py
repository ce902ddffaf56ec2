"""A value that a field cannot have is refused, for it would find nothing, silently."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

from intercom_cli import discovery

KNOWN = [
    (noun, field, value)
    for noun in discovery.names("resources")
    for field, words in discovery.load("resources", noun).resource.words.items()
    for value in words
]
PARENTS = {"redirects": ["--help-center", "1"]}
FIELDS = sorted({(noun, field) for noun, field, _ in KNOWN})


def test_the_nouns_with_states_and_kinds_have_their_words() -> None:
    expected = {
        ("articles", "state"),
        ("contacts", "role"),
        ("content-sources", "status"),
        ("conversation-attributes", "data_type"),
        ("conversations", "priority"),
        ("conversations", "source.type"),
        ("conversations", "state"),
        ("data-connectors", "http_method"),
        ("macros", "available_on"),
        ("news-items", "state"),
        ("redirects", "target_type"),
        ("subscription-types", "consent_type"),
        ("ticket-states", "category"),
        ("ticket-types", "category"),
        ("tickets", "category"),
    }
    assert expected <= set(FIELDS)


@pytest.mark.parametrize(("noun", "field"), FIELDS)
def test_another_value_is_refused_with_its_place(run: FrontDoor, noun: str, field: str) -> None:
    ran = run(
        noun,
        "list",
        *PARENTS.get(noun, ()),
        "--where",
        f"{field} != zebra",
        transport=Unreachable(),
    )
    assert ran.code == 2
    assert f"{field} is one of " in ran.error["message"]
    assert f"(character {len(field) + 5})" in ran.error["message"]


@pytest.mark.parametrize(
    ("noun", "where", "meant"),
    [
        ("articles", "state = drafft", "draft"),
        ("conversations", "priority in (high, urgnt)", "urgent"),
        ("conversations", "source.type = e-mial", "email"),
        ("ticket-types", "category = Bak-office", "Back-office"),
    ],
)
def test_what_was_probably_meant_is_told(run: FrontDoor, noun: str, where: str, meant: str) -> None:
    ran = run(noun, "list", "--where", where, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["hint"] == f"did you mean {meant}?"


@pytest.mark.parametrize(("noun", "field", "value"), KNOWN)
def test_every_known_value_is_taken_as_people_write_it(
    run: FrontDoor, noun: str, field: str, value: str
) -> None:
    run(
        noun, "list", *PARENTS.get(noun, ()), "--where", f"{field} = '{value.upper()}'", "--explain"
    ).ok()


def test_a_part_of_a_value_is_no_value(run: FrontDoor) -> None:
    assert run("articles", "list", "--where", "state ~ draf", "-o", "ids").ok().out


def test_states_of_earlier_versions_are_known_and_not_offered(run: FrontDoor) -> None:
    run("conversations", "list", "--where", "priority = not_priority", "--explain").ok()
    tree = run("commands", "--json").ok().out
    assert '"procedure_handoff"' in tree
    assert '"routed_to_team"' not in tree
