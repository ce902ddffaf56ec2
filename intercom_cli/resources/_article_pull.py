"""Write articles into files: only what changed, and never over what was edited there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from intercom_cli.output import front_matter
from intercom_cli.output.article_markdown import markdown_of
from intercom_cli.resources._article_folder import File, Folder, Remembered, hash_of
from intercom_cli.resources._article_names import of_locale, same_place, slug
from intercom_cli.resources._article_records import Article, Workspace, moment


class Step(NamedTuple):
    """What becomes of one file: new, changed, moved, kept as it was edited, or in conflict."""

    change: str
    path: str
    article: str
    locale: str
    title: str
    text: str = ""
    remembered: Remembered | None = None
    before: str = ""
    windows: bool = False

    @property
    def row(self) -> dict[str, str]:
        """As it is shown."""
        return {
            "change": self.change,
            "path": self.path,
            "id": self.article,
            "locale": self.locale,
            "title": self.title,
        }


def steps(folder: Folder, workspace: Workspace, article: Article, *, force: bool) -> list[Step]:
    """What is to be done for an article, the text in its own language first."""
    locales = [article.locale, *(one for one in article.texts if one != article.locale)]
    base = ""
    found = []
    for locale in locales:
        step = step_of(folder, workspace, article, locale, base, force=force)
        base = base or step.path
        found.append(step)
    return [step for step in found if step.change]


def step_of(
    folder: Folder, workspace: Workspace, article: Article, locale: str, base: str, *, force: bool
) -> Step:
    """What is to be done for one language; ``base`` is the file of the article's own."""
    key = (article.id, locale)
    known, file = folder.known.get(key), folder.files.get(key)
    names = workspace.collections.path(article.collection)
    seen = article.digest(locale, names)
    step = Step("", file.path if file else "", article.id, locale, article.texts[locale].title)
    mine = bool(file and (known is None or differs_here(file, known)))
    theirs = known is None or seen != known.seen
    wanted = belongs(workspace, article, locale, base)
    there = known is not None and known.place == wanted
    if file and there and not mine and not theirs and stays(file, article, locale):
        return step
    text = rendered(workspace, article, locale)
    if file and mine and not force:
        moved = known is not None and moved_here(file, known)
        if moved or not same_text(file, text):
            return step._replace(change="conflict" if theirs else "kept")
    path = place(folder, article, locale, wanted)
    names = names if locale == article.locale else ()
    noted = Remembered(path, wanted, hash_of(text), seen, names)
    change = "new" if file is None else "moved" if file.path != path else "changed"
    if file and file.path == path and file.text == text:
        change = "noted" if noted != known else ""
    return step._replace(
        change=change,
        path=path,
        text=text,
        remembered=noted,
        before=file.path if file and file.path != path else "",
        windows=bool(file and file.windows),
    )


def differs_here(file: File, known: Remembered) -> bool:
    """Whether a file says something else than readers see: edited, moved, or pushed as a draft."""
    return file.hash != known.hash or moved_here(file, known) or bool(known.draft)


def moved_here(file: File, known: Remembered) -> bool:
    """Whether somebody put the file into another folder."""
    return PurePosixPath(file.path).parent != PurePosixPath(known.path).parent


def stays(file: File, article: Article, locale: str) -> bool:
    """Whether nothing in the file is out of date, the time of the last change included."""
    return file.value("updated_at") == str(moment(article.updated[locale]))


def same_text(file: File, text: str) -> bool:
    """Whether a file says what would be written, but for the time of the last change."""
    found = front_matter.read(text, file.path)
    if found is None:
        return False
    aside = {"updated_at", "url"}
    mine = {key: value for key, value in file.head.items() if key not in aside}
    theirs = {key: value for key, value in found[0].items() if key not in aside}
    return mine == theirs and file.body.rstrip() == found[1].rstrip()


def rendered(workspace: Workspace, article: Article, locale: str) -> str:
    """The whole file of one language."""
    return front_matter.written(
        head_of(workspace, article, locale), markdown_of(article.texts[locale].html)
    )


def head_of(workspace: Workspace, article: Article, locale: str) -> dict[str, Any]:
    """What stands above the text; what is empty is left out."""
    text = article.texts[locale]
    names = list(workspace.collections.path(article.collection))
    values = {
        "id": int(article.id) if article.id.isdigit() else article.id,
        "title": text.title,
        "description": text.description,
        "state": text.state,
        "author": workspace.author_name(text.author),
        "collection": (names[0] if len(names) == 1 else names) if locale == article.locale else "",
        "locale": locale,
        "url": article.urls[locale],
        "updated_at": moment(article.updated[locale]),
    }
    return {
        name: value for name, value in values.items() if value not in ("", []) or name == "title"
    }


def belongs(workspace: Workspace, article: Article, locale: str, base: str) -> str:
    """Where title and collection put a file; a translation lies beside its article."""
    if base:
        return of_locale(base, locale)
    where = workspace.collections.folders(article.collection)
    name = slug(article.texts[locale].title, f"article-{article.id}")
    return f"{where}/{name}.md" if where else f"{name}.md"


def place(folder: Folder, article: Article, locale: str, wanted: str) -> str:
    """Where to write: where the file lies, unless title or collection put it elsewhere now."""
    key = (article.id, locale)
    file, known = folder.files.get(key), folder.known.get(key)
    if file and (known is None or (known.place == wanted and not moved_here(file, known))):
        return file.path
    if file and file.path == wanted:
        return wanted
    return free(folder, wanted, article.id)


def free(folder: Folder, wanted: str, identifier: str) -> str:
    """A path nothing lies at yet; the id makes it one, and then a number."""
    head, dot, tail = wanted.rpartition("/")
    name, rest = tail.split(".", 1)
    tries = [name, f"{name}-{identifier}", *(f"{name}-{identifier}-{n}" for n in range(2, 99))]
    for one in tries:
        path = f"{head}{dot}{one}.{rest}"
        if same_place(path) not in folder.taken:
            folder.taken.add(same_place(path))
            return path
    return wanted


def do(folder: Folder, step: Step) -> Step:
    """Write a file, take the one away it was before, and remember it.

    A file that was edited since the folder was read is kept.
    """
    if step.remembered is None:
        return step
    key = (step.article, step.locale)
    file = folder.files.get(key)
    if file and folder.text(file) != file.text:
        return step._replace(change="kept", path=file.path)
    if step.change != "noted":
        folder.write(step.path, step.text, windows=step.windows)
    if step.before:
        folder.remove(step.before)
    folder.known[key] = step.remembered
    return step


def gone(folder: Folder, ids: set[str]) -> Iterator[str]:
    """The files whose articles are no longer at Intercom."""
    for (article, _), file in folder.files.items():
        if article not in ids:
            yield file.path
