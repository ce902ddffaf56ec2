"""Article files belong to the workspace they were pulled from; no other one takes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from article_folder import Shelf, writes
from front_door import FrontDoor, sandbox

INVOICE = "billing/understand-your-invoice.md"
STATE = ".intercom-articles.json"


def desk(folder: Path) -> FrontDoor:
    """The program, connected to a sandbox in a file of its own."""
    place = folder / "config" / "data"
    place.mkdir(parents=True)
    run = FrontDoor(folder / "config", sandbox(place / "sandbox.db"))
    run("connect", "--sandbox").ok()
    return run


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Shelf, Shelf]:
    """One folder of files, beside two workspaces."""
    root = tmp_path / "help-center"
    return Shelf(desk(tmp_path / "one"), root), Shelf(desk(tmp_path / "two"), root)


def app_of(shelf: Shelf) -> str:
    return str(shelf.run("request", "/me").ok().json["app"]["id_code"])


def test_each_sandbox_in_a_file_has_an_app_id_of_its_own(desks: tuple[Shelf, Shelf]) -> None:
    one, two = map(app_of, desks)
    assert one != two
    assert len(one) == len(two) == 8
    for shelf, app in zip(desks, (one, two), strict=True):
        assert app_of(shelf) == app, "it stays"
        assert shelf.run("articles", "get", "1").ok().json["workspace_id"] == app
        contact = shelf.run("contacts", "list", "--limit", "1").ok().rows[0]
        assert contact["workspace_id"] == app
        assert shelf.run("companies", "list", "--limit", "1").ok().rows[0]["app_id"] == app
        assert shelf.run("brands", "list").ok().rows[0]["id"] == app
        assert app in (shelf.run.config / "config.toml").read_text()


def test_a_reset_keeps_the_app_id(desks: tuple[Shelf, Shelf]) -> None:
    one, _ = desks
    before = app_of(one)
    one.run("sandbox", "reset", "--yes").ok()
    assert app_of(one) == before


@pytest.mark.parametrize("edited", [pytest.param(False, marks=pytest.mark.slow), True])
@pytest.mark.parametrize(
    "words",
    [
        ["push"],
        ["pull"],
        pytest.param(["push", "--force", "--yes"], marks=pytest.mark.slow),
        pytest.param(["push", "-n"], marks=pytest.mark.slow),
        pytest.param(["diff"], marks=pytest.mark.slow),
    ],
)
def test_files_of_one_workspace_are_refused_by_another(
    desks: tuple[Shelf, Shelf], words: list[str], edited: bool
) -> None:
    one, two = desks
    one.pull().ok()
    if edited:
        one.edit(INVOICE, "Choose a month", "Choose a year")
    before = one.all()
    ran = two.run("articles", words[0], str(two.root), *words[1:], "-o", "json")
    assert ran.code == 2
    assert f"workspace {app_of(one)}" in ran.error["message"]
    assert f"workspace {app_of(two)}" in ran.error["message"]
    assert "\n" not in ran.error["message"]
    assert writes(ran) == []
    assert one.all() == before


def test_a_folder_that_does_not_say_whose_it_is_is_taken_along_with_a_word(
    desks: tuple[Shelf, Shelf],
) -> None:
    one, _ = desks
    one.pull().ok()
    state = json.loads(one.read(STATE))
    one.write(STATE, json.dumps({**state, "workspace": ""}))
    one.edit(INVOICE, "Choose a month", "Choose a year")
    ran = one.push("--yes").ok()
    assert "does not say which workspace it was pulled from; assuming sandbox." in ran.err
    assert json.loads(one.read(STATE))["workspace"] == app_of(one)


def test_a_folder_of_new_files_says_nothing_of_a_workspace(desks: tuple[Shelf, Shelf]) -> None:
    one, two = desks
    one.write("moor.md", "---\ntitle: Moor safely\n---\nSlowly.\n")
    ran = one.push().ok()
    assert "assuming" not in ran.err
    assert two.push().code == 2, "from then on it is of the first one"
