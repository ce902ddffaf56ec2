"""Brands, addresses, audiences, notes, reasons, types of subscriptions, and workflows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, answer

AUDIENCES = 68


@pytest.mark.parametrize(
    ("noun", "first"),
    [
        ("teams", "1"),
        ("away-reasons", "1"),
        ("brands", "sandbox1"),
        ("emails", "1"),
        ("subscription-types", "91"),
        ("office-hours", "1"),
    ],
)
def test_what_comes_in_one_answer(run: FrontDoor, noun: str, first: str) -> None:
    ran = run(noun, "list", "--all").ok()
    assert len(ran.requests) == 1
    assert ran.rows[0]["id"] == first
    assert len(run(noun, "list", "-o", "ids").ok().out.split()) == len(ran.rows)


@pytest.mark.parametrize(
    "words", ["brands get 2", "emails get 1", "notes get 1", "audiences get 1"]
)
def test_one_is_shown(run: FrontDoor, words: str) -> None:
    assert run(*words.split()).ok().json["id"] == words[-1]
    assert run(*words.split()[:-1], "nope").code == 6


def test_lists_are_narrowed_here(run: FrontDoor) -> None:
    for words, wanted in (
        ("brands list --where is_default=true", ["sandbox1"]),
        ("emails list --where forwarding_enabled=false", ["2"]),
        ("away-reasons list --where 'label ~ meeting'", ["2"]),
        ("teams list --where distribution_method=manual", ["3"]),
    ):
        noun, verb, flag, where = words.split(maxsplit=3)
        rows = run(noun, verb, flag, where.strip("'")).ok().rows
        assert [row["id"] for row in rows] == wanted


def test_every_audience_is_listed_over_two_pages(run: FrontDoor) -> None:
    ran = run("audiences", "list", "--all").ok()
    assert len(ran.rows) == len({row["id"] for row in ran.rows}) == AUDIENCES
    assert len(ran.requests) == 4  # twice, as new ones can come anywhere


def test_an_audience_is_made_changed_and_deleted(run: FrontDoor, tmp_path: Path) -> None:
    rules = [{"attribute": "role", "type": "role", "comparison": "eq", "value": "lead"}]
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(rules))
    words = ["--name", "Leads", "--rules", json.dumps(rules), "--role-rules", str(file)]
    made = run("audiences", "create", *words).ok()
    assert made.bodies() == [{"name": "Leads", "predicates": rules, "role_predicates": rules}]
    number = made.json["id"]
    assert run("audiences", "update", number, "--name", "Cold").ok().json["name"] == "Cold"
    asked = run("audiences", "delete", number, stdin="n\n", terminal=True)
    assert f"Delete audience Cold ({number}) from sandbox?" in asked.err
    gone = run("audiences", "delete", number, "-y").ok()
    assert (gone.out, gone.err) == ("", f"Deleted audience {number} in sandbox.\n")


def test_an_audience_needs_a_name_and_rules_that_are_json(run: FrontDoor) -> None:
    for words in (["--rules", "[]"], ["--name", "X", "--rules", "[{"]):
        assert run("audiences", "create", *words, transport=Unreachable()).code == 2


def test_a_workflow_is_shown_and_saved(run: FrontDoor, tmp_path: Path) -> None:
    shown = run("workflows", "export", "1").ok().json
    assert shown["workflow"]["title"] == "Where is my order"
    file = tmp_path / "workflow.json"
    saved = run("workflows", "export", "1", "--to", str(file)).ok()
    assert saved.out == ""
    assert json.loads(file.read_bytes())["workflow"] == shown["workflow"]
    again = run("workflows", "export", "1", "--to", str(file))
    assert again.code == 2
    assert "--force" in again.error["hint"]
    assert run("workflows", "export", "99").code == 6


def test_a_new_secret_is_shown_once_and_whole(run: FrontDoor) -> None:
    made = {"id": "103", "name": "Web", "secret": "9Zw0xNs3vKk0", "supports_web": True}
    words = ["secure-mode-secrets", "create", "--name", "Web", "--supports-web"]
    for form in ("table", "json"):
        told = [*words, "--api-version", "Preview", "-o", form]
        ran = run.scripted(answer(made, 201), words=told).ok()
        assert "9Zw0xNs3vKk0" in ran.out
        assert ran.bodies() == [{"name": "Web", "supports_web": True}]


def test_deleting_a_secret_says_what_it_ends(run: FrontDoor) -> None:
    words = ["secure-mode-secrets", "delete", "102", "--api-version", "Preview"]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 3
    assert "sessions signed with it end" in ran.error["message"]
    gone = run.scripted(answer(status=204), words=[*words, "-y"]).ok()
    assert gone.err == "Deleted secret 102 in sandbox.\n"
