"""Publish the draft that waits on an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import call
from intercom_cli.errors import NotFound
from intercom_cli.options import READS
from intercom_cli.reading import show_whole
from intercom_cli.resource import Resource
from intercom_cli.resources._content_fields import READ
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

if TYPE_CHECKING:
    from intercom_cli.api.response import Response

DRAFT = "GET /articles/{id}/draft"
PUBLISHING = "POST /articles/{id}/draft/publish"
STAGING = "intercom articles stage {} --body-file FILE"
CHANGED = "has_unpublished_changes"
Article = Annotated[str, typer.Argument(help="The article.", metavar="ID")]
Locales = Annotated[
    list[str] | None,
    typer.Option(
        "--locale",
        help="Only in this language, as de; more than once. Else all that wait.",
        metavar="LOCALE",
        show_default=False,
    ),
]


def add_to(resource: Resource) -> None:
    """Give articles ``draft`` and ``publish``."""

    def draft(session: Session, article: Article) -> None:
        """Show the unpublished draft of a published article.

        Examples:
          intercom articles draft 7
        """
        show_whole(session, draft_answer(session, article).body, resource.columns, READ)

    def publish(session: Session, article: Article, locale: Locales = None) -> None:
        """Publish the draft of an article.

        Examples:
          intercom articles publish 7 --yes
        """
        locales = list(locale or ())
        said = f" in {', '.join(locales)}" if locales else ""
        question = (
            f"Publish the draft of article {{}}{said} to its readers in {session.source.name}?"
        )
        found = agreed(session, question, (article,), look_up=draft_of)
        chosen = locales or waiting(session, article, found[0] if found else None)
        request = call(PUBLISHING, id=article)
        answer = session.write(request.with_json({"locales": chosen}) if chosen else request)
        languages = f" ({', '.join(chosen)})" if chosen else ""
        did = f"Published the draft{languages} of article"
        show_written(session, answer, resource.columns, did)

    action(resource, *READS, uses=(DRAFT,))(draft)
    action(resource, uses=(PUBLISHING, DRAFT))(publish)


def draft_of(session: Session, article: str) -> foreign.Record:
    """The draft of an article, read."""
    return foreign.required_record(draft_answer(session, article).json())


def draft_answer(session: Session, article: str) -> Response:
    """The draft of an article, as it came. Raises NotFound with how to make one."""
    try:
        return session.send(call(DRAFT, id=article))
    except NotFound as error:
        error.message = f"There is no draft of an article {article}."
        error.hint = STAGING.format(article)
        raise


def waiting(session: Session, article: str, draft: dict[str, Any] | None) -> list[str]:
    """The languages in which a draft waits; none where the workspace has one language only.

    Raises NotFound when there is no draft.
    """
    if session.choices.dry_run:
        request = call(DRAFT, id=article)
        return [
            session.rehearsal.look_up(request, "LOCALES", "the languages in which a draft waits")
        ]
    draft = draft or draft_of(session, article)
    parts = foreign.record(draft, "translated_content")
    found = [name for name, part in parts.items() if isinstance(part, dict) and part.get(CHANGED)]
    if not found and not draft.get(CHANGED):
        raise NotFound(
            f"Article {article} has no draft to publish.",
            hint=STAGING.format(article),
        )
    return found
