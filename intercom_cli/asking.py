"""Ask before a command that data describe, as its verb or its values say."""

from __future__ import annotations

from functools import partial
from typing import Any

from intercom_cli.agreeing import agreed, confirm_write, described
from intercom_cli.facts.guards import guarded
from intercom_cli.parameters import arguments_of
from intercom_cli.reading import record_of
from intercom_cli.resource import Argument, Resource, Verb
from intercom_cli.session import Session
from intercom_cli.writing import request_of

QUESTION = "Delete {one} {{}} from {{where}}?"


def question_of(resource: Resource, verb: Verb) -> str:
    """What is asked before a verb; empty when nothing is."""
    guard = guarded(verb.operation)
    deletes = guard is not None and guard.kind == "deletes"
    return verb.asks or (QUESTION.format(one=resource.one) if deletes else "")


def need_person_for(session: Session, question: str, called: str) -> None:
    """Refuse what must be confirmed before anything is looked up, where nobody can be asked."""
    if question and session.asks:
        session.need_person(question.replace("{where}", session.source.name).format(called))


def ask_first(
    session: Session,
    resource: Resource,
    verb: Verb,
    about_values: str,
    named: tuple[str, ...],
    body: dict[str, Any],
) -> None:
    """Ask what a verb asks, else what its values ask; a record that is new is named by its body."""
    if question := question_of(resource, verb):
        ask(session, resource, question, named)
    elif about_values and named:
        ask(session, resource, about_values, named)
    elif about_values:
        question = about_values.replace("{where}", session.source.name)
        confirm_write(session, question.format(described(body) or f"this {resource.one}"))


def ask(session: Session, resource: Resource, question: str, named: tuple[str, ...]) -> None:
    """Ask before something, naming what it is done to as it was found."""
    if not session.asks:
        return
    question = question.replace("{where}", session.source.name)
    get = resource.verb("get")
    if get is None or not named or "{}" not in question:
        confirm_write(session, question.format(*named))
        return
    given_by = arguments_of(resource, get)
    ids = dict(zip((one.place for one in given_by), named, strict=False))
    look_up = partial(look, get=get, given_by=given_by, ids=ids)
    agreed(session, question, named[len(given_by) - 1 : len(given_by)], look_up=look_up)


def look(
    session: Session, text: str, *, get: Verb, given_by: list[Argument], ids: dict[str, str]
) -> dict[str, Any]:
    """One record, read."""
    return record_of(session, request_of(session, get, given_by, ids), text)
