"""Articles as Intercom has them, with the names of what they point to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, NamedTuple

from intercom_cli import foreign
from intercom_cli.acting import ADMINS
from intercom_cli.api.request import call
from intercom_cli.errors import NotFound
from intercom_cli.finding import Listed, is_called, records
from intercom_cli.resource import Paging
from intercom_cli.resources._article_names import slug
from intercom_cli.resources._named import COLLECTIONS, LARGEST
from intercom_cli.session import Session

ARTICLES = "GET /articles"
ARTICLE = "GET /articles/{article_id}"
DRAFT = "GET /articles/{id}/draft"
ME = "GET /me"
READING = (ARTICLES, COLLECTIONS.operation, ADMINS.operation)
EVERY = Listed(ARTICLES, "article", "articles", Paging("page", "data", LARGEST), ("title",))

Record = dict[str, Any]
Names = tuple[str, ...]


class Text(NamedTuple):
    """What an article says in one language; the author is an admin's id."""

    title: str
    description: str
    state: str
    author: str
    html: str

    @property
    def digest(self) -> str:
        """What tells this text from every other."""
        return hashlib.sha256(json.dumps(list(self)).encode()).hexdigest()


class Article(NamedTuple):
    """An article in all its languages; ``collection`` is the id of the innermost one.

    ``pending`` are the languages in which changes wait that are not published yet.
    """

    id: str
    workspace: str
    locale: str
    texts: dict[str, Text]
    collection: str
    updated: dict[str, int]
    urls: dict[str, str]
    pending: tuple[str, ...] = ()

    def digest(self, locale: str, collection: Names) -> str:
        """What tells one state of a language from every other, whenever it was."""
        told = [*self.texts[locale], *(collection if locale == self.locale else ())]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class Collections:
    """The collections of all help centers, by id and by the names that lead to them."""

    def __init__(self, records: list[Record]) -> None:
        self.by_id = {foreign.id_at(record, "id"): record for record in records}

    def path(self, identifier: str) -> Names:
        """The names from the outermost collection to this one."""
        return tuple(called(self.by_id[one]) for one in reversed(self.line(identifier)))

    def line(self, identifier: str) -> list[str]:
        """A collection and those around it, by id."""
        ids: list[str] = []
        while identifier in self.by_id and identifier not in ids:
            ids.append(identifier)
            identifier = foreign.id_at(self.by_id[identifier], "parent_id")
        return ids

    def innermost(self, parents: list[Any]) -> str:
        """The one of several collections around an article that lies in the others."""
        known = [id for id in map(foreign.id_at, parents) if id in self.by_id]
        return max(known, key=lambda one: len(self.line(one)), default="")

    def beside(self, parent: str) -> list[Record]:
        """The collections that lie in one, or at the top."""
        return [one for one in self.by_id.values() if foreign.id_at(one, "parent_id") == parent]

    def found(self, names: Names) -> str:
        """The collection names lead to, as they are spelt or as folders spell them; "" for none."""
        identifier = ""
        for name in names:
            near = self.beside(identifier)
            exact = [one for one in near if called(one) == name]
            alike = [one for one in near if self.folder(one) == name] or [
                one for one in near if slug(called(one), "") == slug(name, "-")
            ]
            if not (found := exact or alike):
                return ""
            identifier = foreign.id_at(found[0], "id")
        return identifier

    def folder(self, record: Record) -> str:
        """The folder of a collection: its name, and its id where another one has that name."""
        id = foreign.id_at(record, "id")
        name = slug(called(record), f"collection-{id}")
        twins = [
            foreign.id_at(one, "id")
            for one in self.beside(foreign.id_at(record, "parent_id"))
            if slug(called(one), "") == slug(called(record), "-")
        ]
        first = min(twins, key=lambda one: (len(one), one), default=id)
        return name if first == id else f"{name}-{id}"

    def folders(self, identifier: str) -> str:
        """The folders that lead to a collection; "" for the top."""
        line = reversed(self.line(identifier))
        return "/".join(self.folder(self.by_id[one]) for one in line)


class Workspace:
    """What is read of a workspace, each part once and when it is first needed."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def collections(self) -> Collections:
        """All collections."""
        return Collections(list(records(self.session, COLLECTIONS)))

    @cached_property
    def admins(self) -> list[Record]:
        """Everybody who can write."""
        return list(records(self.session, ADMINS))

    @cached_property
    def me(self) -> str:
        """The id of the admin who is signed in."""
        known = self.session.source.workspace
        if known and known.admin_id:
            return known.admin_id
        return foreign.required_id(self.session.send(call(ME)).json(), "id")

    def author_name(self, identifier: str) -> str | int:
        """An admin by e-mail address, or by id where there is none."""
        for admin in self.admins:
            if foreign.id_at(admin, "id") == identifier and (mail := foreign.text(admin, "email")):
                return mail
        return int(identifier) if identifier.isdigit() else identifier

    def author_id(self, text: str, where: str) -> str:
        """The id of an admin by id, e-mail address or name. Raises NotFound for nobody."""
        if text.isdigit():
            return text
        found = [
            foreign.id_at(admin, "id")
            for admin in self.admins
            if is_called(admin, text, ADMINS.names)
        ]
        if len(set(found)) != 1:
            what = "several admins are" if found else "there is no admin"
            raise NotFound(f"{where}: {what} {text!r}.", hint="intercom admins list")
        return found[0]

    def articles(self) -> Iterator[Article]:
        """Every article there is."""
        for record in records(self.session, EVERY):
            yield self.article_of(record)

    def article(self, identifier: str) -> Article:
        """One article as it is now."""
        answer = self.session.send(call(ARTICLE, article_id=identifier))
        return self.article_of(answer.json())

    def draft(self, identifier: str) -> Article:
        """An article as it would be with its draft."""
        return self.article_of(self.session.send(call(DRAFT, id=identifier)).json())

    def article_of(self, record: Record) -> Article:
        """An article from its record."""
        locale = foreign.text(record, "default_locale", default="en")
        others = foreign.record(record, "translated_content")
        parts = {locale: record} | {
            name: part
            for name, part in others.items()
            if isinstance(part, dict) and name not in {"type", locale} and part.get("title")
        }
        parents = foreign.items(record, "parent_ids") or [record.get("parent_id")]
        return Article(
            id=foreign.required_id(record, "id"),
            workspace=foreign.id_at(record, "workspace_id"),
            locale=locale,
            texts={name: text_of(part) for name, part in parts.items()},
            collection=self.collections.innermost(parents),
            updated={name: changed_at(others.get(name), part) for name, part in parts.items()},
            urls={name: foreign.text(part, "url") for name, part in parts.items()},
            pending=tuple(n for n, part in parts.items() if part.get("has_unpublished_changes")),
        )


def changed_at(translation: Any, part: Record) -> int:
    """When a language was changed; that of the article itself is told only among the others."""
    return foreign.integer(translation, "updated_at") or foreign.integer(part, "updated_at") or 0


def text_of(part: Record) -> Text:
    """What a record says in one language."""
    names = ("title", "description", "state", "author_id", "body")
    return Text(*(foreign.text(part, name) for name in names))


def called(record: Record) -> str:
    """The name of a collection."""
    return foreign.text(record, "name")


def moment(seconds: int) -> datetime:
    """A time as it is written into a file."""
    return datetime.fromtimestamp(seconds, UTC)
