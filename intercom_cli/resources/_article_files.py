"""Articles as files: pull them into a folder, see what was edited there, push it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from intercom_cli.api.request import encode
from intercom_cli.errors import Misuse, PartlyFailed
from intercom_cli.options import CALL, READS, SHOW, TALK, Group, flag
from intercom_cli.resource import Column, Resource
from intercom_cli.resources._article_arguments import author_of, collection_id, folder_of, root_of
from intercom_cli.resources._article_origin import check_article, need_origin
from intercom_cli.session import Session
from intercom_cli.verbs import action

if TYPE_CHECKING:
    from intercom_cli.resources._article_change import Plan, Wish
    from intercom_cli.resources._article_pull import Step
    from intercom_cli.resources._article_records import Article, Workspace

LISTING = "GET /articles"
READING = (LISTING, "GET /help_center/collections", "GET /admins")
COMPARING = (*READING, "GET /me")
STAGING = "PUT /articles/{id}/draft"
PUSHING = (
    "PUT /articles/{article_id}",
    "POST /articles",
    "POST /help_center/collections",
    "GET /articles/{article_id}",
    STAGING,
    "GET /articles/{id}/draft",
    *COMPARING[1:],
)
SOME = 5  # names that are enough to say what is meant
DRY: Group = (flag("dry_run", "-n", "--dry-run", help="List what would be written."),)
COLUMNS = (Column("Change", "change"), Column("File", "path"), Column("Title", "title"))

Dir = Annotated[str, typer.Argument(help="The folder of the files.", metavar="DIR")]
Place = Annotated[str, typer.Argument(help="The folder of the files, or one file.", metavar="DIR")]
Force = Annotated[
    bool,
    typer.Option("--force", help="Also where both sides changed.", show_default=False),
]
Author = Annotated[
    str | None,
    typer.Option(
        "--admin",
        help="Who wrote the new ones: id, e-mail or name.",
        metavar="ADMIN",
        show_default=False,
    ),
]


def add_to(resource: Resource) -> None:
    """Give articles their three commands of files."""
    action(resource, SHOW, DRY, CALL, TALK, uses=COMPARING)(pull)
    action(resource, *READS, uses=COMPARING)(diff)
    action(resource, uses=PUSHING)(push)


def pull(
    session: Session,
    folder: Dir,
    collection: Annotated[
        str | None,
        typer.Option(
            "--collection",
            help="Only what lies in this one: id or name.",
            metavar="COLLECTION",
            show_default=False,
        ),
    ] = None,
    state: Annotated[
        Literal["published", "draft"] | None,
        typer.Option("--state", help="Only in this state.", show_default=False),
    ] = None,
    force: Force = False,
) -> None:
    """Write articles into Markdown files, a folder for each collection.

    Only what changed is written, and never over what you edited.

    Examples:
      intercom articles pull help-center
    """
    from intercom_cli.resources._article_folder import Folder
    from intercom_cli.resources._article_records import Workspace

    files = Folder(root_of(folder))
    need_origin(session, files)
    workspace = Workspace(session)
    within = None if collection is None else collection_id(workspace, collection)

    articles = [
        article
        for article in all_articles(session, workspace)
        if (within is None or within in workspace.collections.line(article.collection))
        and (state is None or article.texts[article.locale].state == state)
    ]
    steps = pulled(session, files, workspace, articles, force=force)
    counts = counted(session, (step.row for step in steps))
    if within is None and state is None:
        tell_gone(session, files, {article.id for article in articles})
    tell_pulled(session, files.root, len(articles), counts)


def all_articles(session: Session, workspace: Workspace) -> list[Article]:
    """Every article, the oldest first: of two with one title, it keeps the plain name."""
    found = []
    for number, article in enumerate(workspace.articles(), start=1):
        session.printer.progress(f"Reading articles: {number}")
        found.append(article)
    return sorted(found, key=lambda one: (len(one.id), one.id))


def pulled(
    session: Session, files: Any, workspace: Workspace, articles: list[Article], *, force: bool
) -> Iterator[Step]:
    """Write what changed, article by article; what was written is kept also when it ends early."""
    from intercom_cli.resources._article_pull import do, steps

    dry = session.choices.rehearses
    try:
        for number, article in enumerate(articles, start=1):
            session.printer.progress(f"Writing article {number} of {len(articles)}")
            check_article(session, files, article)
            for step in steps(files, workspace, article, force=force):
                done = step if dry else do(files, step)
                if done.change != "noted":
                    yield done
    finally:
        if not dry:
            files.save()


def counted(session: Session, rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Show rows, and count what they say of each file."""
    counts: dict[str, int] = {}

    def passed() -> Iterator[bytes]:
        for row in rows:
            counts[row["change"]] = counts.get(row["change"], 0) + 1
            yield encode(row)

    session.printer.records(passed(), COLUMNS, noun="changes")
    return counts


def tell_gone(session: Session, files: Any, ids: set[str]) -> None:
    """Say which files have no article any more."""
    from intercom_cli.resources._article_pull import gone

    for path in gone(files, ids):
        session.printer.say(f"{path}: its article is no longer at Intercom; the file stays.")


def tell_pulled(session: Session, root: Path, articles: int, counts: dict[str, int]) -> None:
    """Say what was pulled. Raises PartlyFailed when files were left alone that had to change."""
    written = sum(counts.get(change, 0) for change in ("new", "changed", "moved"))
    kept = f", {counts['kept']} edited here left alone" if counts.get("kept") else ""
    would = "would be written" if session.choices.rehearses else "written"
    one = "article" if articles == 1 else "articles"
    files = "file" if written == 1 else "files"
    session.printer.done(
        f"{articles} {one} of {session.source.name} in {root}: {written} {files} {would}{kept}."
    )
    if conflicts := counts.get("conflict", 0):
        raise PartlyFailed(
            f"{conflicts} {'file was' if conflicts == 1 else 'files were'} edited here and changed"
            " at Intercom; left alone.",
            hint="look with: intercom articles diff; to take what Intercom has, add --force",
        )


def diff(
    session: Session,
    folder: Place,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 for differences.", show_default=False)
    ] = False,
) -> None:
    """Show what a push would change, and what changed at Intercom.

    Examples:
      intercom articles diff help-center
    """
    from intercom_cli.output import changes
    from intercom_cli.resources._article_change import Wish
    from intercom_cli.resources._article_diff import news, row_of, text_of
    from intercom_cli.resources._article_records import Workspace

    files = folder_of(folder)
    need_origin(session, files)
    workspace = Workspace(session)
    articles = {article.id: article for article in all_articles(session, workspace)}
    wish = Wish(author=lambda: workspace.me, only=files.only)
    found = planned(files, workspace, articles.get, wish)
    if session.choices.output or session.choices.jq is not None or session.choices.fields:
        session.printer.records((encode(row_of(workspace, one)) for one in found), COLUMNS)
    else:
        for plan in found:
            if text := text_of(workspace, plan):
                changes.show(session.printer, text)
    if files.others:
        names = ", ".join(files.others[:SOME]) + ", …" * (len(files.others) > SOME)
        session.printer.say(f"Left alone, for they have no front matter: {names}.")
    troubled = {plan.path: plan.problem for plan in found if plan.problem}
    for path, problem in troubled.items():
        session.printer.warn(f"{path} {problem}.")
    for path, sentence in news(files, articles, workspace):
        if path not in troubled and path == (files.only or path):
            session.printer.say(f"{path} {sentence}".strip())
    if not found:
        session.printer.say(f"Nothing to push from {folder}.")
    if found and exit_code:
        raise typer.Exit(1)


def push(
    session: Session,
    folder: Place,
    publish: Annotated[
        bool,
        typer.Option("--publish", help="Publish what is pushed.", show_default=False),
    ] = False,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help="Write drafts of published articles; readers see them once published.",
            show_default=False,
        ),
    ] = False,
    force: Force = False,
    admin: Author = None,
) -> None:
    """Send new and edited files to Intercom; nothing is ever deleted.

    --dry-run and --plan read what is there and show the plan.

    Examples:
      intercom articles push help-center
      intercom articles push help-center/billing/add-vat-and-tax-numbers.md --draft
    """
    if publish and draft:
        raise Misuse("Either --publish or --draft, not both.")
    if draft:
        session.need_version(STAGING)
    from intercom_cli.resources._article_change import Wish
    from intercom_cli.resources._article_plan import finder
    from intercom_cli.resources._article_push import Push, ask, tell_failures
    from intercom_cli.resources._article_records import Workspace
    from intercom_cli.resources._article_report import show_plan

    files = folder_of(folder)
    workspace = Workspace(session)
    need_origin(session, files)
    wish = Wish(
        lambda: author_of(workspace, admin),
        force=force,
        publish=publish,
        draft=draft,
        only=files.only,
    )
    found = planned(files, workspace, finder(workspace), wish)
    work = Push(session, files, workspace, force=force, failures=[])
    if not found:
        session.printer.done(f"Nothing to push from {folder}.")
    elif session.choices.rehearses:
        if session.printer.is_read:
            show_plan(work, found)
        else:
            work.show(found)
        work.failures.extend(f"{plan.path} {plan.problem}" for plan in found if plan.problem)
        tell_failures(work.failures)
    else:
        session.need_writable()
        if ask(work, found):  # somebody else may have changed something meanwhile
            found = planned(files, workspace, finder(workspace), wish)
        session.agreed = True  # with that, to everything that readers notice
        counts = counted(session, work.run(found))
        if done := len(found) - counts.get("conflict", 0) - counts.get("failed", 0):
            session.did(f"Pushed {done} article{'s' * (done != 1)}")
        tell_failures(work.failures)


def planned(files: Any, workspace: Workspace, find: Any, wish: Wish) -> list[Plan]:
    """What is to be pushed, as one list: what is wrong in a file shows before anything is sent."""
    from intercom_cli.resources._article_plan import plans

    return sorted(plans(files, workspace, find, wish), key=lambda plan: plan.path)
