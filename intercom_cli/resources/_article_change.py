"""A change of an article from its files: what is there, what is wanted, and what is sent for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from intercom_cli.output.article_markdown import merged, says_the_same
from intercom_cli.resources._article_folder import File
from intercom_cli.resources._article_records import Article, Names, Text, Workspace

WIRE = {"title": "title", "description": "description", "state": "state", "html": "body"}
PUBLISHED = "published"
STALE = "changed at Intercom since the pull"


class Change(NamedTuple):
    """One language of an article that differs: as it is at Intercom, and as its file has it."""

    file: File
    locale: str
    before: Text | None
    after: Text

    @property
    def body(self) -> dict[str, Any]:
        """What is sent for it: nothing but what differs."""
        before = self.before or Text("", "", "", "", "")
        pairs = zip(Text._fields, before, self.after, strict=True)
        told: dict[str, Any] = {
            WIRE[name]: new for name, old, new in pairs if new != old and name in WIRE
        }
        if self.after.author != before.author:
            told["author_id"] = int(self.after.author)
        return told

    @property
    def is_live(self) -> bool:
        """Whether readers see it as soon as it is sent, or no longer see what they saw."""
        return "published" in {self.before.state if self.before else "", self.after.state}


class Plan(NamedTuple):
    """What is to be sent for one article; ``problem`` says why it is not.

    ``target`` are the names of the collection it is to be in, where that changes. ``staged`` says
    that the changes go into a draft, which readers do not see.
    """

    article: Article | None
    files: dict[str, File]
    changes: tuple[Change, ...] = ()
    target: Names = ()
    origin: Names = ()
    problem: str = ""
    staged: bool = False

    @property
    def path(self) -> str:
        """The file that stands for it."""
        return next(iter(self.files.values())).path

    @property
    def title(self) -> str:
        """What it is called."""
        return next(iter(self.files.values())).value("title")

    @property
    def is_live(self) -> bool:
        """Whether readers see what is sent."""
        if self.staged:
            return False
        moved = bool(self.target) and self.article is not None
        texts = self.article.texts.values() if self.article else ()
        return any(change.is_live for change in self.changes) or (
            moved and any(text.state == "published" for text in texts)
        )

    @property
    def kind(self) -> str:
        """In a word."""
        if self.problem:
            return "conflict"
        if self.article is None:
            return "new"
        if self.staged:
            return "staged"
        return "changed" if self.changes else "moved"


class Wish(NamedTuple):
    """How files are compared: what the options ask for, and who writes what is new.

    ``only`` is the path of the one file that is pushed; "" for all of them.
    """

    author: Callable[[], str]
    force: bool = False
    publish: bool = False
    draft: bool = False
    only: str = ""


def after_of(
    workspace: Workspace, file: File, before: Text | None, wish: Wish, *, author: str
) -> Text:
    """What a file wants an article to say; blocks that were not touched stay as they are."""
    named = file.value("author")
    writer = workspace.author_id(named, file.path) if named else before.author if before else author
    html = before.html if before else ""
    if not says_the_same(file.body, html):
        html = merged(file.body, html)
    return Text(
        file.value("title"), file.value("description"), state_of(file, before, wish), writer, html
    )


def state_of(file: File, before: Text | None, wish: Wish) -> str:
    """The state a file wants; --draft publishes and withdraws nothing."""
    now = before.state if before else "draft"
    if wish.draft:
        return now
    return PUBLISHED if wish.publish else file.value("state") or now
