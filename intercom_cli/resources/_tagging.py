"""Tag and untag records of a noun that carries tags: the same two commands for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from intercom_cli import foreign
from intercom_cli.acting import Admin, acting_admin
from intercom_cli.api.request import call
from intercom_cli.errors import ServerFailed
from intercom_cli.parameters import placeholders
from intercom_cli.resource import Resource
from intercom_cli.resources._arguments import MakeTag, Tag
from intercom_cli.resources._columns import TAG
from intercom_cli.resources._lookup import tag_id
from intercom_cli.session import Session
from intercom_cli.verbs import action, described
from intercom_cli.writing import show_written

if TYPE_CHECKING:
    from intercom_cli.api.response import Response

HELP = """{did} {a} {one}.

Examples:
  intercom {noun} {verb} {words}
"""
Record = Annotated[str, typer.Argument(help="Its id.", metavar="ID")]


def tagging(resource: Resource, put: str, take: str, words: str = "1 VIP") -> None:
    """Give a noun ``tag`` and ``untag`` by these two operations; ``words`` are their example."""
    owner, of_tag = placeholders(take)

    def tag(session: Session, record: Record, tag: Tag, create: MakeTag = False) -> None:
        body = {"id": tag_id(session, tag, create=create)}
        request = call(put, **{owner: record}).with_json(body)
        show_tagged(session, session.write(request), tag, f"Tagged {resource.one} {record} with")

    def untag(session: Session, record: Record, tag: Tag) -> None:
        request = call(take, **{owner: record, of_tag: tag_id(session, tag)})
        show_untagged(session, session.write(request), tag, f"{resource.one} {record}")

    action(resource, uses=(put, tag_id))(described(tag, help_of(resource, "tag", words)))
    action(resource, uses=(take, tag_id))(described(untag, help_of(resource, "untag", words)))


def tagging_by_admin(resource: Resource, put: str, take: str, words: str = "1 VIP") -> None:
    """The same where Intercom wants to know which admin does it, also in the body of a DELETE."""
    owner, of_tag = placeholders(take)

    def tag(
        session: Session, record: Record, tag: Tag, create: MakeTag = False, admin: Admin = None
    ) -> None:
        body = {"id": tag_id(session, tag, create=create)}
        body["admin_id"] = acting_admin(session, admin)
        request = call(put, **{owner: record}).with_json(body)
        show_tagged(session, session.write(request), tag, f"Tagged {resource.one} {record} with")

    def untag(session: Session, record: Record, tag: Tag, admin: Admin = None) -> None:
        request = call(take, **{owner: record, of_tag: tag_id(session, tag)})
        request = request.with_json({"admin_id": acting_admin(session, admin)})
        show_untagged(session, session.write(request), tag, f"{resource.one} {record}")

    uses = (acting_admin, tag_id)
    action(resource, uses=(put, *uses))(described(tag, help_of(resource, "tag", words)))
    action(resource, uses=(take, *uses))(described(untag, help_of(resource, "untag", words)))


def show_tagged(session: Session, answer: Response, tag: str, did: str) -> None:
    """Show a tag that was given, and say so by its name."""
    show_written(session, answer, TAG, did, name_told(answer, tag))


def show_untagged(session: Session, answer: Response, tag: str, record: str) -> None:
    """Show a tag that was taken away, and say so by its name."""
    show_written(session, answer, TAG, f"Took {name_told(answer, tag)} off {record}", "")


def name_told(answer: Response, tag: str) -> str:
    """What a tag is called: as Intercom tells it, else as it was typed."""
    try:
        told = answer.json() if answer.is_json else None
    except ServerFailed:  # which is said once it was told that the tag was sent
        return tag
    return foreign.plain(foreign.text(told, "name")) or tag


def help_of(resource: Resource, verb: str, words: str = "1 VIP") -> str:
    """The page of one of the two commands."""
    did = "Tag" if verb == "tag" else "Take a tag off"
    a = "an" if resource.one[0] in "aeiou" else "a"
    return HELP.format(did=did, a=a, one=resource.one, noun=resource.name, verb=verb, words=words)
