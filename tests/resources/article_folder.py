"""A folder of article files beside the program, for tests that pull and push."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, Ran


class Shelf:
    """The program and one folder of article files."""

    def __init__(self, run: FrontDoor, root: Path) -> None:
        self.run = run
        self.root = root

    def pull(self, *words: str, **more: Any) -> Ran:
        return self.run("articles", "pull", str(self.root), *words, **more)

    def push(self, *words: str, **more: Any) -> Ran:
        return self.run("articles", "push", str(self.root), *words, **more)

    def diff(self, *words: str, **more: Any) -> Ran:
        return self.run("articles", "diff", str(self.root), *words, **more)

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(text.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text, text
        self.write(path, text.replace(old, new, 1))

    def paths(self) -> set[str]:
        """Every article file there is."""
        return {path.relative_to(self.root).as_posix() for path in self.root.rglob("*.md")}

    def all(self) -> dict[str, bytes]:
        """Every file with what is in it."""
        files = (path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}

    def article(self, identifier: int | str) -> dict[str, Any]:
        """An article as it is at Intercom."""
        found: dict[str, Any] = self.run("request", f"/articles/{identifier}").ok().json
        return found

    def change(self, identifier: int | str, *fields: str) -> None:
        """Change an article at Intercom, as somebody else does."""
        self.run("request", "PUT", f"/articles/{identifier}", *fields).ok()

    def make(self, title: str, *fields: str) -> str:
        """Make an article at Intercom, as somebody else does."""
        author = self.article(1)["author_id"]
        words = ["request", "POST", "/articles", f"title={title}", "-F", f"author_id={author}"]
        return str(self.run(*words, *fields).ok().json["id"])


def writes(ran: Ran) -> list[str]:
    """What a run changed at Intercom."""
    return [line for line in ran.sent() if not line.startswith("GET ")]


@pytest.fixture
def shelf(run: FrontDoor, tmp_path: Path) -> Shelf:
    return Shelf(run, tmp_path / "help")
