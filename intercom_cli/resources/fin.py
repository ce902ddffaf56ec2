"""Fin, Intercom's agent, in conversations of your own."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from intercom_cli.api.request import call
from intercom_cli.resource import Column, Resource
from intercom_cli.resources import _fin_body as told
from intercom_cli.resources import _fin_preview
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._fin_body import (
    Abouts,
    At,
    Email,
    Facts,
    File,
    History,
    Id,
    Name,
    Text,
    Url,
    User,
    Wrote,
    option,
)
from intercom_cli.session import Session
from intercom_cli.verbs import action

STARTING, REPLYING, RATING = "POST /fin/start", "POST /fin/reply", "POST /fin/csat"
Rating = Literal["terrible", "bad", "ok", "good", "amazing"]
RATED = (
    Column("Id", "conversation_id", "id"),
    Column("Rating", "rating"),
    Column("Status", "status"),
)

resource = Resource(
    name="fin",
    one="Fin conversation",
    columns=told.THINKING,
    examples=(
        ("start", "intercom fin start talk-1 'How do I export lamps?' --user 42"),
        ("reply", "intercom fin reply talk-open 'And how long does it take?' --user 42"),
        ("csat", "intercom fin csat talk-done good --remark 'Quick answer'"),
    ),
)


@action(resource, uses=(STARTING,))
def start(
    session: Session,
    conversation: Id,
    text: Text,
    user: User,
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
    attribute: Abouts = None,
    history: History = None,
    author: Wrote = "user",
    at: At = None,
    file: File = None,
    attach_url: Url = None,
) -> None:
    """Begin a conversation with Fin, or begin it anew."""
    body = {
        "conversation_id": told.named(conversation),
        "message": told.message(session, text, author, at),
        "user": told.user(session, user, name, email, user_attribute),
        **told.files(file, attach_url),
        **told.about(session, attribute, history),
    }
    told.go(session, call(STARTING), body, "Began Fin conversation")


@action(resource, uses=(REPLYING,))
def reply(
    session: Session,
    conversation: Id,
    text: Text,
    user: User,
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
    author: Wrote = "user",
    at: At = None,
    file: File = None,
    attach_url: Url = None,
) -> None:
    """Tell Fin what the user said next."""
    body = {
        "conversation_id": told.named(conversation),
        "message": told.message(session, text, author, at),
        "user": told.user(session, user, name, email, user_attribute),
        **told.files(file, attach_url),
    }
    told.go(session, call(REPLYING), body, "Told Fin in conversation")


@action(resource, uses=(RATING,))
def csat(
    session: Session,
    conversation: Id,
    rating: Annotated[Rating, typer.Argument(help="How it was for the user.")],
    remark: Annotated[str | None, option("--remark", "Why; it can be said once.")] = None,
) -> None:
    """Rate a conversation that Fin has finished."""
    body: dict[str, Any] = {"conversation_id": told.named(conversation), "rating": rating}
    if remark is not None:
        body["remark"] = text_of(session, remark)
    told.go(session, call(RATING), body, "Rated Fin conversation", RATED)


_fin_preview.add_to(resource)
