"""What conversations are described with: attributes, and the choices of lists."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

BUG = "1f450bfe-e29a-5e68-9f9b-7181a08bc602"


def labels(run: FrontDoor) -> list[str]:
    """The choices of issue_type that are not put away."""
    options = run("conversation-attributes", "get", "issue_type").ok().json["options"]
    return [one["label"] for one in options if not one["archived"]]


def test_attributes_are_listed_and_found_by_name(run: FrontDoor) -> None:
    rows = run("conversation-attributes", "list", "--all").ok().rows
    every = run("conversation-attributes", "list", "--all", "--include-archived").ok()
    assert every.sent() == ["GET /conversations/attributes?include_archived=true"]
    assert {row["name"] for row in every.rows} - {row["name"] for row in rows} == {"old_channel"}
    lists = run("conversation-attributes", "list", "--where", "data_type = list").ok().rows
    assert [row["name"] for row in lists] == ["issue_type", "priority"]
    ran = run("conversation-attributes", "get", "Issue_Type").ok()
    assert ran.sent() == ["GET /conversations/attributes", "GET /conversations/attributes/1"]
    assert ran.json["id"] == 1


def test_an_attribute_is_made_changed_and_archived(run: FrontDoor) -> None:
    words = ["--name", "size", "--type", "list", "--option", "S", "--option", "M", "--required",
             "--team", "Support", "--description", "How big"]  # fmt: skip
    made = run("conversation-attributes", "create", *words).ok()
    assert made.bodies()[-1] == {
        "name": "size",
        "data_type": "list",
        "description": "How big",
        "required": True,
        "options": [{"label": "S"}, {"label": "M"}],
        "visible_to_team_ids": ["1"],
    }
    number = str(made.json["id"])
    assert made.err == f"Created conversation attribute {number} in sandbox.\n"
    changed = run("conversation-attributes", "update", "size", "--no-required").ok()
    assert changed.sent()[-1] == f"PUT /conversations/attributes/{number}"
    assert changed.json["required"] is False
    gone = run("conversation-attributes", "delete", number, "--yes").ok()
    assert gone.sent() == [f"DELETE /conversations/attributes/{number}"]
    assert gone.err == f"Archived conversation attribute {number} in sandbox.\n"


def test_a_relationship_says_what_it_leads_to(run: FrontDoor) -> None:
    words = ["--name", "bill", "--type", "relationship", "--reference", "one"]
    ran = run("conversation-attributes", "create", *words, "--object-type", "Order", "-n",
              transport=Unreachable()).ok()  # fmt: skip
    assert ran.json["body"]["reference"] == {"type": "one", "object_type_id": "Order"}


def test_choices_are_added_renamed_and_archived(run: FrontDoor) -> None:
    added = run("conversation-attributes", "add-option", "issue_type", "--label", "Praise").ok()
    assert added.sent()[-1] == "POST /conversations/attributes/1/options"
    assert added.bodies()[-1] == {"label": "Praise"}
    words = ["issue_type", "bug", "--label", "Defect"]
    renamed = run("conversation-attributes", "update-option", *words).ok()
    assert renamed.sent()[-1] == f"PUT /conversations/attributes/1/options/{BUG}"
    by_id = run("conversation-attributes", "update-option", "1", BUG, "--label", "Fault").ok()
    assert by_id.sent() == [f"PUT /conversations/attributes/1/options/{BUG}"]
    assert labels(run) == ["Billing", "Fault", "Question", "Feature request", "Praise"]
    gone = run("conversation-attributes", "delete-option", "issue_type", "Fault", "--yes").ok()
    assert gone.sent()[-1] == f"DELETE /conversations/attributes/1/options/{BUG}"
    assert gone.err == "Archived Fault of conversation attribute 1 in sandbox.\n"
    assert labels(run) == ["Billing", "Question", "Feature request", "Praise"]


def test_archiving_asks_by_name_and_sends_nothing_without_anybody(run: FrontDoor) -> None:
    for words in (["delete", "issue_type"], ["delete-option", "issue_type", BUG]):
        ran = run("conversation-attributes", *words, transport=Unreachable())
        assert ran.code == 3
    asked = run("conversation-attributes", "delete-option", "1", BUG, terminal=True, stdin="n\n")
    assert asked.code == 3
    assert "Archive choice Bug (" in asked.err
    assert not [target for target in asked.sent() if target.startswith("DELETE")]
    asked = run("conversation-attributes", "delete", "issue_type", terminal=True, stdin="n\n")
    assert "Archive conversation attribute issue_type (1)" in asked.err


def test_an_unknown_choice_is_told_with_those_there_are(run: FrontDoor) -> None:
    ran = run("conversation-attributes", "update-option", "issue_type", "Nope", "--label", "x")
    assert ran.code == 6
    assert ran.error["message"] == (
        "There is no choice 'Nope'; there are Billing, Bug, Question, Feature request."
    )
    assert run("conversation-attributes", "get", "no such attribute").code == 6


@pytest.mark.parametrize(
    "words",
    [
        ["create", "--name", "x"],
        ["create", "--type", "list", "--option", "a", "--option", "b"],
        ["create", "--name", "x", "--type", "list", "--option", "a"],
        ["create", "--name", "x", "--type", "list", "--option", "a", "--option", "a"],
        ["create", "--name", "x", "--type", "list", "--option", "a", "--option", ""],
        ["create", "--name", "x", "--type", "text"],
        ["update", "1"],
        ["get", ""],
        ["add-option", "1"],
        ["update-option", "1", BUG, "--label", ""],
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(run: FrontDoor, words: list[str]) -> None:
    ran = run("conversation-attributes", *words, transport=Unreachable())
    assert ran.code == 2, ran.err
