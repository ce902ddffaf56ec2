"""What pushing article files would change at Intercom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from intercom_cli.errors import NotFound
from intercom_cli.resources._article_change import PUBLISHED, STALE, Change, Plan, Wish, after_of
from intercom_cli.resources._article_folder import File, Folder, Remembered
from intercom_cli.resources._article_names import base_of, same_place
from intercom_cli.resources._article_origin import check_article
from intercom_cli.resources._article_places import wanted_collection
from intercom_cli.resources._article_pull import moved_here
from intercom_cli.resources._article_records import Article, Names, Workspace, moment
from intercom_cli.resources._article_staging import staged_plan

PENDING = "has a draft waiting at Intercom, see: intercom articles draft {}"

Find = Callable[[str], Article | None]


def plans(folder: Folder, workspace: Workspace, find: Find, wish: Wish) -> Iterator[Plan]:
    """What is to be sent for each article whose files differ from what was pulled."""
    edited: dict[str, dict[str, File]] = {}
    for (article, locale), file in folder.files.items():
        if is_edited(folder, file, locale):
            edited.setdefault(article, {})[locale] = file
    fresh = new_articles(folder, edited)
    if wish.only:
        edited, fresh = (having(wish.only, files) for files in (edited, fresh))
    for article, files in edited.items():
        plan = plan_of(folder, workspace, find(article), files, wish)
        if plan.changes or plan.target or plan.problem:
            yield plan
    for files in fresh.values():
        yield plan_of_new(workspace, files, wish)


def having(path: str, files: dict[str, dict[str, File]]) -> dict[str, dict[str, File]]:
    """The files of the article that a path belongs to."""
    return {
        article: parts
        for article, parts in files.items()
        if any(file.path == path for file in parts.values())
    }


def new_articles(folder: Folder, edited: dict[str, dict[str, File]]) -> dict[str, dict[str, File]]:
    """New files by the article they make together, the one without a language in its name first.

    New languages of an article that is there are put to what is ``edited`` of it.
    """
    mains = {
        same_place(file.path): article
        for (article, locale), file in folder.files.items()
        if (base_of(file.path) or ("", ""))[1] != locale
    }
    paths = {same_place(file.path) for file in folder.new}
    found: dict[str, dict[str, File]] = {}
    for file in sorted(folder.new, key=lambda one: len(one.path)):
        base, locale = base_of(file.path) or ("", "")
        if article := mains.get(same_place(base)):
            edited.setdefault(article, {})[locale] = file
        elif same_place(base) in paths:
            found.setdefault(same_place(base), {})[locale] = file
        else:
            found.setdefault(same_place(file.path), {})[""] = file
    return found


def is_edited(folder: Folder, file: File, locale: str) -> bool:
    """Whether a file is not as the last pull or push left it."""
    known = folder.known.get((file.id, locale))
    return known is None or file.hash != known.hash or moved_here(file, known)


def plan_of(
    folder: Folder,
    workspace: Workspace,
    article: Article | None,
    files: dict[str, File],
    wish: Wish,
) -> Plan:
    """Compare the edited files of an article with what is at Intercom now."""
    if article is None:
        return Plan(None, files, problem="is no longer at Intercom")
    check_article(workspace.session, folder, article)
    files = dict(sorted(files.items(), key=lambda one: one[0] != article.locale))
    if wish.draft and article.texts[article.locale].state == PUBLISHED:
        return staged_plan(folder, workspace, article, files, wish)
    names = workspace.collections.path(article.collection)
    changes = []
    target: Names = names
    problem = ""
    for locale, file in files.items():
        known = folder.known.get((article.id, locale))
        before = article.texts.get(locale)
        after = after_of(workspace, file, before, wish, author=article.texts[article.locale].author)
        change = Change(file, locale, before, after)
        if change.body:
            changes.append(change)
        if locale == article.locale:
            target = wanted_collection(workspace, file, known)
        problem = problem or trouble(article, locale, file, known, names)
    if names and not target:
        problem = "cannot leave its collection for none: Intercom has no way to say that"
    elif wish.force or not (changes or target != names):
        problem = ""
    return Plan(article, files, tuple(changes), () if target == names else target, names, problem)


def trouble(
    article: Article, locale: str, file: File, known: Remembered | None, names: Names
) -> str:
    """Why a file must not take the place of what is at Intercom."""
    if locale in article.pending:
        return PENDING.format(article.id)
    if locale not in article.texts:
        return STALE if known else ""
    if known:
        return "" if known.seen == article.digest(locale, names) else STALE
    told = str(moment(article.updated[locale]))
    return "" if file.value("updated_at") == told or not file.id else STALE


def plan_of_new(workspace: Workspace, files: dict[str, File], wish: Wish) -> Plan:
    """What is to be sent for files without an id."""
    main = files[""]
    author = main.value("author")
    writer = workspace.author_id(author, main.path) if author else wish.author()
    changes = tuple(
        Change(file, locale, None, after_of(workspace, file, None, wish, author=writer))
        for locale, file in files.items()
    )
    return Plan(None, files, changes, wanted_collection(workspace, main, None))


def finder(workspace: Workspace) -> Find:
    """What reads an article; None for one that is gone."""

    def find(identifier: str) -> Article | None:
        workspace.session.printer.progress(f"Reading article {identifier}")
        try:
            return workspace.article(identifier)
        except NotFound:
            return None

    return find
