"""Folders of article files with traps in them: links, pipes, folders where files should be."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import httpx2 as httpx
import pytest
from article_folder import Shelf, shelf, writes
from front_door import FrontDoor

__all__ = ["shelf"]

HOSTILE = (
    "../../../escape",
    "/etc/passwd",
    "CON",
    "..",
    ".",
    "a/b\\c",
    "\x1b[31m",
    "\u202egpj",
    "x" * 400,
)


def test_a_link_that_leads_out_of_the_folder_is_not_written_through(
    shelf: Shelf, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    shelf.root.mkdir()
    for name in {Path(path).parts[0] for path in pulled_paths(shelf) if "/" in path}:
        (shelf.root / name).symlink_to(outside)
    ran = shelf.pull()
    assert ran.code == 12
    assert "outside" in ran.error["message"]
    assert list(outside.iterdir()) == []


def pulled_paths(shelf: Shelf) -> set[str]:
    """Where a pull would write."""
    return {row["path"] for row in shelf.pull("--dry-run").ok().rows}


def test_a_folder_where_a_file_should_be_is_walked_around(shelf: Shelf) -> None:
    path = next(path for path in sorted(pulled_paths(shelf)) if path.count(".") == 1)
    (shelf.root / path).mkdir(parents=True)
    shelf.pull().ok()
    assert (shelf.root / path).is_dir()
    stem = path.removesuffix(".md")
    assert any(one.startswith(f"{stem}-") for one in shelf.paths())


def test_a_pipe_and_a_link_to_nothing_are_not_waited_for(shelf: Shelf) -> None:
    shelf.root.mkdir()
    os.mkfifo(shelf.root / "pipe.md")
    (shelf.root / "nowhere.md").symlink_to("nothing")
    shelf.pull().ok()
    assert "Nothing to push" in shelf.push().ok().err
    assert (shelf.root / "pipe.md").is_fifo()


def test_a_link_that_lies_in_wait_beside_a_file_is_not_followed(
    shelf: Shelf, tmp_path: Path
) -> None:
    prey = tmp_path / "prey"
    prey.write_text("mine")
    for path in pulled_paths(shelf):
        target = shelf.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.with_name(f".{target.name}.part").symlink_to(prey)
    shelf.pull().ok()
    assert prey.read_text() == "mine"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_of_collections_and_articles_stay_inside(
    run: FrontDoor, shelf: Shelf, name: str, tmp_path: Path
) -> None:
    made = run("request", "POST", "/help_center/collections", f"name={name}").ok().json
    shelf.make(name, f"parent_id={made['id']}", "parent_type=collection", "state=published")
    shelf.pull().ok()
    assert {one.name for one in tmp_path.iterdir()} == {"config", "help"}
    for path in shelf.paths():
        assert path.isprintable()
        assert len(path) < 200
        assert "\\" not in path
    assert writes(shelf.push()) == []


def test_an_article_that_is_nested_without_end_stops_no_other(shelf: Shelf) -> None:
    deep = shelf.make("Deep", f"body={'<div>' * 3000}x")
    shelf.pull().ok()
    assert "deep.md" in shelf.paths()
    assert shelf.diff().out == ""
    shelf.edit("deep.md", "title: Deep", "title: Deeper")
    assert writes(shelf.push("--yes").ok()) == [f"PUT /articles/{deep}"]


def test_a_new_article_whose_file_cannot_be_written_is_told_by_its_id(shelf: Shelf) -> None:
    shelf.write("new/a.md", "---\ntitle: A\n---\n")
    shelf.write("b.md", "---\ntitle: B\n---\n")

    class Spoiling(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            answer = shelf.run.inner.handle_request(request)
            if request.method == "POST" and b'"A"' in request.content:
                shutil.rmtree(shelf.root / "new")
                (shelf.root / "new").write_text("")
            return answer

    ran = shelf.push("--yes", transport=Spoiling())
    assert ran.code == 12
    made = shelf.run("articles", "list", "--all", "--where", "title = A").ok().rows[-1]["id"]
    assert f"put id: {made} into new/a.md" in ran.error["hint"]
