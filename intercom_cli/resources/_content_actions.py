"""Do something to up to a thousand pieces of content at once."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.agreeing import confirm_write
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.options import Command
from intercom_cli.resource import Column, Resource
from intercom_cli.resources._content_items import Items, in_words, items_of
from intercom_cli.resources._content_lookup import known_tag_id
from intercom_cli.resources._lookup import tag_id
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

ACTING = "POST /content/bulk_actions"
QUEUED = (Column("Status", "status"),)
LANGUAGE = frozenset({"article_content"})
WHOLE = frozenset({"content_snippet", "internal_article", "file_source_content"})
PAGES = frozenset({"external_content"})
Tags = Annotated[
    list[str], typer.Option("--tag", help="A tag: id or name; more than once.", metavar="TAG")
]
Numbers = list[int] | None


def flag(name: str, what: str) -> Any:
    """An option that turns content on or off for somebody."""
    return typer.Option(
        f"--{name}/--no-{name}", help=f"Whether {what} may use it.", show_default=False
    )


def segments(name: str, what: str) -> Any:
    """An option that names segments."""
    return typer.Option(name, help=f"{what}; more than once.", metavar="N", show_default=False)


def publish(session: Session, items: Items) -> None:
    """Publish articles in the languages named.

    Examples:
      intercom content publish article_content:21 --yes
    """
    run(session, items, "publish", LANGUAGE, "Publish {} to readers in {where}?", "publish")


def unpublish(session: Session, items: Items) -> None:
    """Withdraw articles in the languages named.

    Examples:
      intercom content unpublish article_content:18 --yes
    """
    question = "Withdraw {} from readers in {where}?"
    run(session, items, "unpublish", LANGUAGE, question, "withdraw")


def delete(session: Session, items: Items) -> None:
    """Delete content for good.

    Examples:
      intercom content delete snippet:3 internal_article:8
    """
    run(session, items, "delete", LANGUAGE | WHOLE, "Delete {} from {where}?", "delete")


def tag(session: Session, items: Items, tags: Tags) -> None:
    """Tag content.

    Examples:
      intercom content tag article:12 snippet:2 --tag VIP --yes
    """
    change_tags(session, items, tags, "tag", "add_tag_ids", "Tag {} with {tags} in {where}?")


def untag(session: Session, items: Items, tags: Tags) -> None:
    """Take tags off content.

    Examples:
      intercom content untag article:12 --tag VIP --yes
    """
    question = "Take {tags} off {} in {where}?"
    change_tags(session, items, tags, "untag", "remove_tag_ids", question)


def availability(
    session: Session,
    items: Items,
    fin: Annotated[bool | None, flag("fin", "Fin")] = None,
    copilot: Annotated[bool | None, flag("copilot", "Copilot")] = None,
    sales_agent: Annotated[bool | None, flag("sales-agent", "the sales agent")] = None,
) -> None:
    """Say whether Fin, Copilot and the sales agent may use content.

    Examples:
      intercom content availability snippet:2 --fin --no-copilot --yes
    """
    given = {"ai_agent": fin, "copilot": copilot, "sales_agent": sales_agent}
    chosen = {name: value for name, value in given.items() if value is not None}
    if not chosen:
        raise Misuse("Say for whom: --fin, --copilot, --sales-agent, or --no- before one of them.")
    turns = ", ".join(f"{name} {'on' if value else 'off'}" for name, value in chosen.items())
    question = f"Turn {turns.replace('_', ' ')} for {{}} in {{where}}?"
    kinds = LANGUAGE | WHOLE | PAGES
    did = "change the availability of"
    run(session, items, "set_availability", kinds, question, did, availability=chosen)


def audience(
    session: Session,
    items: Items,
    add: Annotated[Numbers, segments("--add", "A segment that sees it from now on")] = None,
    remove: Annotated[Numbers, segments("--remove", "A segment that no longer sees it")] = None,
    remove_all: Annotated[
        bool, typer.Option("--remove-all", help="First take all away.", show_default=False)
    ] = False,
) -> None:
    """Say which segments see content.

    Examples:
      intercom content audience snippet:2 --remove-all --yes
    """
    chosen: dict[str, Any] = {"add_segment_ids": add, "remove_segment_ids": remove}
    chosen = {name: value for name, value in chosen.items() if value}
    if remove_all:
        chosen["remove_all"] = True
    if not chosen:
        raise Misuse("Say which segments: --add, --remove or --remove-all.")
    question = "Change who sees {} in {where}?"
    kinds, did = LANGUAGE | WHOLE | PAGES, "change the audience of"
    run(session, items, "set_audience", kinds, question, did, audience=chosen)


def change_tags(
    session: Session, items: list[str], tags: list[str], verb: str, name: str, question: str
) -> None:
    """Put tags on content or take them off, after everything that is typed was looked at."""
    named = items_of(session, verb, items, WHOLE | {"article"})
    question = question.replace("{tags}", ", ".join(tags))
    if session.asks:
        session.need_person(said(session, question, named))
    found = [known_tag_id(session, text) for text in tags]
    ask(session, question, named)
    ids = [int(one) if one.isdecimal() else one for one in found]
    send(session, "update_tags", named, "change the tags of", tags={name: ids})


def run(
    session: Session,
    items: list[str],
    what: str,
    allowed: frozenset[str],
    question: str,
    did: str,
    **details: Any,
) -> None:
    """Ask, and do one action to the content that is named."""
    named = items_of(session, what.removeprefix("set_"), items, allowed)
    ask(session, question, named)
    send(session, what, named, did, **details)


def ask(session: Session, question: str, items: list[dict[str, str]]) -> None:
    """Ask before something that is done to content."""
    confirm_write(session, said(session, question, items))


def said(session: Session, question: str, items: list[dict[str, str]]) -> str:
    """A question with what it is about."""
    return question.replace("{where}", session.source.name).replace("{}", in_words(items))


def send(
    session: Session, what: str, items: list[dict[str, str]], did: str, **details: Any
) -> None:
    """Send an action; Intercom does it a little later."""
    body = {"action": what, "content_ids": items, **details}
    answer = session.write(call(ACTING).with_json(body))
    show_written(session, answer, QUEUED, f"Asked Intercom to {did} {in_words(items)}")


def add_to(resource: Resource) -> None:
    """Make all of these commands of the noun."""
    for command in PLAIN:
        action(resource, uses=(ACTING,))(command)
    for command in TAGGING:
        action(resource, uses=(ACTING, tag_id))(command)


PLAIN: tuple[Command, ...] = (delete, publish, unpublish, availability, audience)
TAGGING: tuple[Command, ...] = (tag, untag)
