"""What can be found: how a record of each kind is called, and what of it is looked at."""

from __future__ import annotations

from typing import Any, NamedTuple

from intercom_cli.foreign import id_at, text

Record = dict[str, Any]


class Kind(NamedTuple):
    """A noun whose records are looked for; all members but the noun are paths into a record.

    ``names`` are what it is called by, the first that is set being its title; ``exact`` are what
    names it and nothing else; ``details`` tell more about it; ``texts`` are what it says.
    """

    noun: str
    names: tuple[str, ...]
    exact: tuple[str, ...] = ("id",)
    details: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


CONTACTS = Kind(
    "contacts",
    names=("name", "email", "phone", "external_id"),
    exact=("id", "email", "external_id", "phone"),
    details=("email", "phone", "role"),
)
COMPANIES = Kind(
    "companies",
    names=("name", "company_id"),
    exact=("id", "company_id"),
    details=("company_id", "plan.name"),
    texts=("website", "industry"),
)
CONVERSATIONS = Kind(
    "conversations",
    names=("title", "source.subject", "source.body"),
    exact=("id", "source.author.email"),
    details=("source.author.name", "state"),
    texts=("source.body", "source.author.name"),
)
TICKETS = Kind(
    "tickets",
    names=("ticket_attributes._default_title_", "ticket_type.name"),
    exact=("id", "ticket_id"),
    details=("ticket_type.name", "ticket_state.internal_label"),
    texts=("ticket_attributes._default_description_",),
)
ARTICLES = Kind("articles", names=("title",), details=("state",), texts=("description", "body"))
INTERNAL = Kind("internal-articles", names=("title",), texts=("body",))
ADMINS = Kind("admins", names=("name", "email"), exact=("id", "email"), details=("email",))
TAGS = Kind("tags", names=("name",))

KINDS = (CONTACTS, COMPANIES, CONVERSATIONS, TICKETS, ARTICLES, INTERNAL, ADMINS, TAGS)


def texts_at(record: Record, paths: tuple[str, ...]) -> list[str]:
    """What stands at these paths, as the words that people read there."""
    from intercom_cli.output.html import words_of
    from intercom_cli.output.paths import ABSENT, reach

    found = (reach(record, path) for path in paths)
    read = (words_of(text(one)) for one in found if one is not ABSENT)
    return [one for one in read if one.strip()]


def title_of(kind: Kind, record: Record) -> str:
    """What a record is called; its id where it has no name."""
    return next(iter(texts_at(record, kind.names)), f"{kind.noun} {id_at(record, 'id')}")


def detail_of(kind: Kind, record: Record) -> str:
    """What tells a record from others of its name."""
    title = title_of(kind, record)
    return " · ".join(one for one in texts_at(record, kind.details) if one != title)
