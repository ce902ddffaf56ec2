"""Where to look for a text: the requests that find it, by what the text is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from intercom_cli.api.request import Request, call
from intercom_cli.commands import _find_kinds as kinds
from intercom_cli.commands._find_asked import DIGITS, Asked
from intercom_cli.commands._find_kinds import Kind
from intercom_cli.query.filters import GROUP, Filter, fitted, joined, single
from intercom_cli.resource import Paging

BY_ID = {
    kinds.CONTACTS: "GET /contacts/{contact_id}",
    kinds.COMPANIES: "GET /companies/{company_id}",
    kinds.CONVERSATIONS: "GET /conversations/{conversation_id}",
    kinds.TICKETS: "GET /tickets/{ticket_id}",
    kinds.ARTICLES: "GET /articles/{article_id}",
    kinds.INTERNAL: "GET /internal_articles/{internal_article_id}",
    kinds.TAGS: "GET /tags/{tag_id}",
}
OWN_ID = "GET /contacts/find_by_external_id/{external_id}"
COMPANY = "GET /companies"
COMPANIES = "POST /companies/list"
ARTICLES = "GET /articles/search"
WRITTEN = "GET /content/search"
ADMINS = "GET /admins"
TAGS = "GET /tags"
SEARCH = {
    kinds.CONTACTS: ("POST /contacts/search", Paging("search", "data", 150)),
    kinds.CONVERSATIONS: ("POST /conversations/search", Paging("search", "conversations", 150)),
    kinds.TICKETS: ("POST /tickets/search", Paging("search", "tickets", 150)),
}
PAGED = Paging("page", "data", 50)
SENT = (
    *BY_ID.values(), OWN_ID, COMPANY, COMPANIES, ARTICLES, WRITTEN, ADMINS, TAGS,
    *(operation for operation, _ in SEARCH.values()),
)  # fmt: skip

REACH = 180  # companies that are read to find a word in their names
NEWEST = 150  # tickets that are read to find one by the number people see
MANY = 8  # words that are looked for one by one; more are looked for as they stand
# What a search by words looks at. Whether it heeds upper and lower case is written down nowhere.
WORDS = {
    kinds.CONTACTS: ("name", "email"),
    kinds.CONVERSATIONS: ("source.subject", "source.body", "source.author.name"),
    kinds.TICKETS: ("title", "description"),
}
EVERY: Filter = {"field": "created_at", "operator": ">", "value": 0}


class Look(NamedTuple):
    """One request, or a list of pages; without ``paging`` it is for one record.

    ``keeps`` says that what it gives is decided here; ``reach`` is how many records are read at
    most for that, in the order that ``first`` tells. ``theirs`` says that it is for what somebody
    has who was found.
    """

    kind: Kind
    request: Request
    paging: Paging | None = None
    keeps: bool = False
    reach: int | None = None
    first: str = ""
    theirs: bool = False


Looks = Callable[[Asked], list[Look]]


def search(kind: Kind, query: Any, **more: Any) -> Look:
    """A search of the records of a kind."""
    operation, paging = SEARCH[kind]
    return Look(kind, call(operation).with_json({"query": query, **more}), paging)


def by_id(kind: Kind, id: str) -> Look:
    """The record of an id."""
    template = BY_ID[kind]
    place = template.partition("{")[2].rstrip("}")
    return Look(kind, call(template, **{place: id}))


def companies_by(**query: str) -> Look:
    """The companies that Intercom finds by a name or an id of their own."""
    return Look(kinds.COMPANIES, call(COMPANY).with_query(**query), PAGED)


def admins() -> Look:
    """The admins, of whom there are few."""
    return Look(kinds.ADMINS, call(ADMINS), Paging("none", "admins"), keeps=True)


def of_external(asked: Asked) -> list[Look]:
    """Who has an id of one's own."""
    return [Look(kinds.CONTACTS, call(OWN_ID, external_id=asked.name))]


def of_company(asked: Asked) -> list[Look]:
    """The company of an id of one's own."""
    return [companies_by(company_id=asked.name)]


def of_mail(asked: Asked) -> list[Look]:
    """Whose address it is, and what they wrote."""
    address = {"operator": "=", "value": asked.name}
    return [
        search(kinds.CONTACTS, {"field": "email", **address}),
        search(kinds.CONVERSATIONS, {"field": "source.author.email", **address}),
        admins(),
    ]


def of_id(asked: Asked) -> list[Look]:
    """What has an id of Intercom's longer form."""
    return [by_id(kinds.CONTACTS, asked.name), by_id(kinds.COMPANIES, asked.name)]


def of_number(asked: Asked) -> list[Look]:
    """What has that number: as its id, as an id of one's own, or as the number people see."""
    own: list[Filter | None] = [single("external_id", "=", asked.name)]
    if len(asked.digits) >= DIGITS:
        own.append(single("phone", "$", asked.phone))
    newest = search(kinds.TICKETS, EVERY, sort={"field": "created_at", "order": "descending"})
    numbered = [kinds.CONVERSATIONS, kinds.TICKETS, kinds.ARTICLES, kinds.INTERNAL, kinds.TAGS]
    return [
        search(kinds.CONTACTS, joined("OR", own)),
        companies_by(company_id=asked.name),
        *(by_id(kind, asked.name) for kind in numbered),
        newest._replace(keeps=True, reach=NEWEST, first="latest"),
        admins(),
    ]


def of_phone(asked: Asked) -> list[Look]:
    """Whose phone number it is."""
    return [search(kinds.CONTACTS, single("phone", "$", asked.phone))]


def of_words(asked: Asked) -> list[Look]:
    """What is called so, or says so."""
    listing = Look(kinds.COMPANIES, call(COMPANIES), PAGED, keeps=True)
    written = call(WRITTEN).with_query(query=asked.name)
    return [
        *(search(kind, saying(asked, fields)) for kind, fields in WORDS.items()),
        companies_by(name=asked.name),
        listing._replace(reach=REACH, first="most recently active"),
        Look(
            kinds.ARTICLES,
            call(ARTICLES).with_query(phrase=asked.name),
            Paging("page", "data.articles", 150),
        ),
        Look(kinds.INTERNAL, written.with_query(content_types="internal_article"), PAGED),
        admins(),
        Look(kinds.TAGS, call(TAGS), Paging("none", "data"), keeps=True),
    ]


def saying(asked: Asked, fields: tuple[str, ...]) -> Filter:
    """A query for records in which each word stands in one of these fields."""
    words = asked.words if len(asked.words) <= MANY else [asked.name]
    groups = [
        joined("OR", [single(name, "~", form) for name in fields for form in forms_of(name, word)])
        for word in words
    ]
    return fitted(joined("AND", groups))[0]


def forms_of(field: str, word: str) -> dict[str, None]:
    """The ways in which a word is written; addresses are kept in small letters."""
    if field == "email":
        return {word.lower(): None}
    return dict.fromkeys((word, word.lower(), word.capitalize(), word.upper()))


def of_people(ids: list[str]) -> list[Look]:
    """The conversations and tickets of contacts who were found."""
    query = single("contact_ids", "IN", ids[:GROUP])
    found = (search(kind, query) for kind in (kinds.CONVERSATIONS, kinds.TICKETS))
    return [look._replace(theirs=True) for look in found]


FORMS: dict[str, Looks] = {
    "external": of_external,
    "company": of_company,
    "mail": of_mail,
    "id": of_id,
    "number": of_number,
    "phone": of_phone,
    "words": of_words,
}
