"""Folders of content, in the Preview version only."""

from __future__ import annotations

from typing import Any

import pytest
from front_door import FrontDoor, Ran

PREVIEW = ("--api-version", "Preview")


def ask(run: FrontDoor, *words: str) -> Ran:
    return run("request", *words, *PREVIEW)


def folders(run: FrontDoor, query: str = "") -> dict[int, dict[str, Any]]:
    found = ask(run, f"/folders{query}").ok().json["data"]
    return {folder["id"]: folder for folder in found}


def test_other_versions_have_no_folders(run: FrontDoor) -> None:
    ran = run("request", "/folders")
    assert ran.code == 7
    assert "intercom_version_invalid" in ran.err


def test_a_folder_counts_what_is_in_it(run: FrontDoor) -> None:
    assert {id: one["content_count"] for id, one in folders(run).items()} == {1: 3, 2: 3, 3: 0}
    run("request", "DELETE", "/internal_articles/1", "--yes").ok()
    assert folders(run)[1]["content_count"] == 2


def test_folders_are_paged_and_narrowed(run: FrontDoor) -> None:
    assert list(folders(run, "?per_page=2&page=2")) == [3]
    assert list(folders(run, "?parent_folder_id=1")) == [3]


def test_a_folder_cannot_lie_in_itself(run: FrontDoor) -> None:
    for inside in (1, 3):
        ran = ask(run, "PUT", "/folders/1", "-F", f"folder[parent_folder_id]={inside}")
        assert "A folder cannot be inside itself" in ran.err
    ask(run, "PUT", "/folders/3", "-F", "folder[parent_folder_id]=2").ok()
    assert folders(run)[3]["parent_folder_id"] == 2


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("name=x", "folder"),
        ("folder[emoji]=x", "name is required"),
        ("folder[nam]=x", "nam"),
        ("folder[parent_folder_id]=9", "name is required|not the id of a folder"),
    ],
)
def test_a_folder_is_checked_before_it_is_made(run: FrontDoor, field: str, message: str) -> None:
    ran = ask(run, "POST", "/folders", "-F", field)
    assert ran.code in (2, 7)
    assert any(part in ran.err for part in message.split("|"))
    assert len(folders(run)) == 3


def test_what_was_in_a_deleted_folder_stays(run: FrontDoor) -> None:
    answer = ask(run, "DELETE", "/folders/1", "--yes").ok().json
    assert answer == {"id": 1, "object": "folder", "deleted": True}
    assert folders(run)[3]["parent_folder_id"] is None
    assert run("internal-articles", "get", "1").ok().json["title"] == "Refund approvals"
    assert ask(run, "/folders/1").code == 6
