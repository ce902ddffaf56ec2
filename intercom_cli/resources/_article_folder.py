"""A folder of article files: what lies in it, and what is remembered of the last pull."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse, StorageFailed, close_matches
from intercom_cli.local.files import whole
from intercom_cli.output import front_matter
from intercom_cli.resources._article_names import same_place

STATE = ".intercom-articles.json"
FIELDS = ("id", "title", "description", "state", "author", "collection", "locale", "url")
KNOWN = (*FIELDS, "updated_at")


class File(NamedTuple):
    """An article file as it lies in the folder; ``path`` is relative, with forward slashes."""

    path: str
    text: str
    head: dict[str, Any]
    body: str
    windows: bool = False

    @property
    def hash(self) -> str:
        """What tells this text from every other; the kind of its line ends does not count."""
        return hash_of(self.text)

    @property
    def id(self) -> str:
        """The article it belongs to; "" for a new one."""
        return self.value("id")

    @property
    def collection(self) -> tuple[str, ...]:
        """The names of the collections it says it lies in, the outermost first."""
        told = self.head.get("collection") or ()
        return (told,) if isinstance(told, str) else tuple(map(str, told))

    def value(self, name: str) -> str:
        """One value of its front matter. Raises Misuse when it is not one text."""
        found = self.head.get(name, "")
        if not isinstance(found, str):
            raise Misuse(f"{self.path}: {name} must be one text.")
        return found


class Remembered(NamedTuple):
    """A file as the last pull or push left it.

    ``place`` is where its title and collection put it then, ``seen`` tells the state of the
    language at Intercom, ``collection`` what the file said of it, ``draft`` the state of the draft
    that was pushed last.
    """

    path: str
    place: str
    hash: str
    seen: str
    collection: tuple[str, ...] = ()
    draft: str = ""


class Folder:
    """The files, by article and language."""

    def __init__(self, root: Path, only: str = "") -> None:
        self.root = root
        self.only = only  # the one file that matters; "" for all of them
        self.workspace, self.known = remembered(root / STATE)
        self.others: list[str] = []
        self.files: dict[tuple[str, str], File] = {}
        self.new: list[File] = []
        self.taken = {same_place(path) for path in places_in(root)}
        for file in self.scan():
            self.sort_in(file)

    def scan(self) -> Iterator[File]:
        """Every Markdown file with front matter. Raises Misuse for front matter that is broken."""
        for path in files_in(self.root):
            try:
                file = read_file(self.root, path)
            except Misuse:
                if path == self.only or not self.only:
                    raise
                continue
            if file is None:
                self.others.append(path)
            else:
                yield file

    def sort_in(self, file: File) -> None:
        """Note which article a file is. Raises Misuse for two files that say they are the same."""
        if not file.id:
            self.new.append(file)
            return
        if not file.value("locale"):
            raise Misuse(f"{file.path}: the locale is missing, such as en.")
        key = (file.id, file.value("locale"))
        if twin := self.files.get(key):
            raise Misuse(
                f"{twin.path} and {file.path} both say they are article {file.id}.",
                hint="take the id out of the one that is to become a new article",
            )
        self.files[key] = file

    def write(self, path: str, text: str, *, windows: bool = False) -> None:
        """Put a text in place in one step. Raises StorageFailed when that cannot be done."""
        target = self.root / path
        try:
            if not target.parent.resolve().is_relative_to(self.root.resolve()):
                raise StorageFailed(f"{path} would lie outside of {self.root}.")
            target.parent.mkdir(parents=True, exist_ok=True)
            with whole(target) as file:
                file.write((text.replace("\n", "\r\n") if windows else text).encode())
        except OSError as error:
            raise StorageFailed(f"Cannot write {target}: {error.strerror or error}.") from error
        self.taken.add(same_place(path))

    def text(self, file: File) -> str:
        """What a file says now: it may be open in an editor. What was read, where it is broken."""
        try:
            now = read_file(self.root, file.path)
        except (Misuse, StorageFailed):
            now = None
        return now.text if now else file.text

    def remove(self, path: str) -> None:
        """Take a file away that was written elsewhere, and its folders where they are empty."""
        self.taken.discard(same_place(path))
        (self.root / path).unlink(missing_ok=True)
        with suppress(OSError):
            for parent in PurePosixPath(path).parents[:-1]:
                (self.root / parent).rmdir()

    def save(self) -> None:
        """Write down what is remembered."""
        import json

        articles: dict[str, dict[str, Any]] = {}
        for (article, locale), known in sorted(self.known.items(), key=lambda one: order(one[0])):
            told = known._asdict()
            articles.setdefault(article, {})[locale] = told if known.draft else without_draft(told)
        state = {"workspace": self.workspace, "articles": articles}
        self.write(STATE, json.dumps(state, indent=1, ensure_ascii=False) + "\n")


def without_draft(told: dict[str, Any]) -> dict[str, Any]:
    """What is remembered of a file, without the draft it does not have."""
    return {name: value for name, value in told.items() if name != "draft"}


def order(key: tuple[str, str]) -> tuple[int, str, str]:
    """Ids as numbers, so that the file changes little."""
    return len(key[0]), key[0], key[1]


def remembered(path: Path) -> tuple[str, dict[tuple[str, str], Remembered]]:
    """What was written down, and of which workspace; nothing where nothing was pulled yet."""
    import json

    try:
        state = json.loads(path.read_text(encoding="utf-8-sig"))
        found = {
            (article, locale): Remembered(**{**one, "collection": tuple(one["collection"])})
            for article, locales in state["articles"].items()
            for locale, one in locales.items()
        }
        return str(state["workspace"]), found
    except FileNotFoundError:
        return "", {}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StorageFailed(
            f"{path} cannot be read.", hint="remove it, and pull with --force to begin anew"
        ) from error


def places_in(root: Path) -> list[str]:
    """Everything below a folder, but what is hidden; links to folders are not followed."""
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = Path(folder).relative_to(root)
        names = [*sorted(files), *folders]
        found += [(base / name).as_posix() for name in names if not name.startswith(".")]
    return found


def files_in(root: Path) -> list[str]:
    """Every file there that can be read to an end; a pipe has none."""
    return [path for path in places_in(root) if path.endswith(".md") and (root / path).is_file()]


def read_file(root: Path, path: str) -> File | None:
    """A file with front matter; None for every other. Raises Misuse for one that is broken."""
    try:
        raw = (root / path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misuse(f"{path} is no UTF-8 text.") from error
    except OSError as error:
        raise StorageFailed(f"Cannot read {root / path}: {error.strerror or error}.") from error
    text = raw.replace("\r\n", "\n")
    if (found := front_matter.read(text, path)) is None:
        return None
    head, body = found
    for name in head:
        if name not in KNOWN and (near := close_matches(name, KNOWN, n=1, cutoff=0.8)):
            raise Misuse(f"{path}: {name!r} is no field of an article; did you mean {near[0]}?")
    file = File(path, text, head, body, windows="\r\n" in raw)
    if file.id and not re.fullmatch(r"\d+", file.id):
        raise Misuse(f"{path}: {file.id!r} is no article's id.")
    if (state := file.value("state")) not in {"", "published", "draft"}:
        raise Misuse(f"{path}: state is published or draft, not {state!r}.")
    if not file.value("title").strip() and not file.id:
        raise Misuse(f"{path}: a title is missing.")
    return file


def hash_of(text: str) -> str:
    """A short name for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
