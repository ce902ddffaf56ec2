"""Lists of companies, and what hangs on one: contacts, segments, notes and tags."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from intercom_cli.acting import Admin, admin_id
from intercom_cli.api.request import Request, call
from intercom_cli.options import READS, Command
from intercom_cli.reading import Walk, about_of, narrowed_by, show_walk, walk_of
from intercom_cli.resource import Paging, Resource
from intercom_cli.resources._arguments import Company, Contact, MakeTag, Tag, Text, text_of
from intercom_cli.resources._columns import COMPANY, CONTACT, NOTE, SEGMENT
from intercom_cli.resources._links import (
    ATTACH,
    DETACH,
    attach_contact,
    detach_contact,
    write_note,
)
from intercom_cli.resources._lookup import (
    NEW_TAG,
    TAGS,
    company_id,
    contact_id,
    tag_name,
)
from intercom_cli.resources._tagging import show_tagged, show_untagged
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, Sort, Where, action, described

if TYPE_CHECKING:
    from intercom_cli.api.response import Response
    from intercom_cli.resource import Use

LISTING = "POST /companies/list"
SCROLLING = "GET /companies/scroll"
CONTACTS = "GET /companies/{company_id}/contacts"
SEGMENTS = "GET /companies/{company_id}/segments"
NOTES = "GET /companies/{company_id}/notes"
NOTING = "POST /companies/{company_id}/notes"
LIST_CAP = 10_000  # records after which POST /companies/list refuses further pages
LIST_PAGE = 60  # the largest page it takes in practice
LISTED = Paging("page", "data", LIST_PAGE)
SCROLLED = Paging("scroll", "data", 100)


class Companies:
    """Every company: by pages, and by the scroll beyond 10,000 and where the pages move.

    Pages are preferred because an app can have one scroll open at a time, in any process.
    """

    def __init__(self, session: Session, most: int | None) -> None:
        self.session = session
        self.most = most
        self.total: int | None = None
        self.patience = 0.0  # at first; later a scroll that another program has open is waited for

    def __iter__(self) -> Iterator[bytes]:
        """Each company's bytes; which way is known when the first page says how many there are."""
        from intercom_cli.api.pages import Road

        listing = call(LISTING)
        road = Road(self.scrolled)
        listed = self.session.walk(listing, LISTED, limit=self.most, road=road)
        for number, row in enumerate(listed):
            self.total = listed.total
            if number == 0 and self.beyond_pages():
                request = call(SCROLLING)
                yield from self.session.walk(request, SCROLLED, limit=self.most)
                return
            yield row

    def scrolled(self) -> Iterator[bytes]:
        """Each company by the scroll, which does not move; an error where another one is open."""
        from intercom_cli.api.scroll import EXPIRY, scroll

        request, patience = call(SCROLLING), self.patience
        self.patience = EXPIRY
        pages = scroll(self.session.client, request, SCROLLED.rows, patience=patience)
        return (row for page in pages for row in page.rows)

    def beyond_pages(self) -> bool:
        """Whether more is wanted than the pages hold."""
        wanted = (self.total or 0) if self.most is None else min(self.most, self.total or 0)
        return wanted > LIST_CAP


def list_of(resource: Resource) -> Command:
    """Build ``companies list``."""

    def list_(
        session: Session,
        where: Where = None,
        sort: Sort = None,
        limit: Limit = None,
        all_: All = False,
    ) -> None:
        narrowed = narrowed_by(session, resource, call(LISTING), where, sort)
        keep = narrowed.keep if narrowed else None
        walk: Walk = partial(Companies, session)
        if narrowed is not None and narrowed.has_parameters:
            from intercom_cli.filtering import united
            from intercom_cli.narrowing import Found

            rows = united(session, narrowed, partial(Companies, session, None))
            walk, keep = lambda _: Found(rows), iter
        show_walk(
            session,
            walk,
            COMPANY,
            limit=limit,
            everything=all_,
            keep=keep,
            noun="companies",
            about=about_of(session, resource),
        )

    return described(list_, "List companies.")


def below(session: Session, company: str, operation: str) -> Request:
    """The request of an operation inside a company that is named as people know it."""
    return call(operation, company_id=company_id(session, company))


def contacts(session: Session, company: Company, limit: Limit = None, all_: All = False) -> None:
    """List the contacts of a company.

    Examples:
      intercom companies contacts 'Acme Ltd'
    """
    request = below(session, company, CONTACTS)
    walk = walk_of(session, request, Paging("cursor", "data", LIST_PAGE))
    show_walk(session, walk, CONTACT, limit=limit, everything=all_, noun="contacts")


def segments(session: Session, company: Company, limit: Limit = None, all_: All = False) -> None:
    """List the segments a company is in.

    Examples:
      intercom companies segments 'Acme Ltd'
    """
    request = below(session, company, SEGMENTS)
    walk = walk_of(session, request, Paging())
    show_walk(session, walk, SEGMENT, limit=limit, everything=all_, noun="segments")


def notes(session: Session, company: Company, limit: Limit = None, all_: All = False) -> None:
    """List the notes on a company.

    Examples:
      intercom companies notes 'Acme Ltd'
    """
    request = below(session, company, NOTES)
    walk = walk_of(session, request, Paging("page", "data", 50))
    show_walk(session, walk, NOTE, limit=limit, everything=all_, noun="notes")


def note(session: Session, company: Company, text: Text, admin: Admin = None) -> None:
    """Write a note on a company.

    Examples:
      intercom companies note company:42 'Renewed until May'
    """
    said = text_of(session, text)  # before anything is looked up
    write_note(session, below(session, company, NOTING), f"company {company}", said, admin)


def attach(session: Session, company: Company, contact: Contact) -> None:
    """Attach a contact to a company.

    Examples:
      intercom companies attach company:42 jane@acme.test
    """
    attach_contact(session, contact, company)


def detach(session: Session, company: Company, contact: Contact) -> None:
    """Detach a contact from a company.

    Examples:
      intercom companies detach company:42 jane@acme.test
    """
    detach_contact(session, contact, company)


def tag(session: Session, company: Company, tag: Tag, create: MakeTag = False) -> None:
    """Tag a company.

    Examples:
      intercom companies tag company:42 VIP
    """
    name = tag_name(session, tag, create=create)
    answer = label(session, {"id": company_id(session, company)}, name)
    show_tagged(session, answer, tag, f"Tagged company {company} with")


def untag(session: Session, company: Company, tag: Tag) -> None:
    """Take a tag off a company.

    Examples:
      intercom companies untag company:42 VIP
    """
    entry = {"id": company_id(session, company), "untag": True}
    answer = label(session, entry, tag_name(session, tag))
    show_untagged(session, answer, tag, f"company {company}")


def label(session: Session, entry: dict[str, Any], name: str) -> Response:
    """Tag or untag a company; Intercom takes the tag by its name here (POST /tags)."""
    request = call(NEW_TAG).with_json({"name": name, "companies": [entry]})
    return session.write(request)


def add_to(resource: Resource) -> None:
    """Make all of these commands of the noun."""
    for reads, uses in READING:
        action(resource, *READS, uses=(uses, company_id))(reads)
    for writes, used in WRITING:
        action(resource, uses=(*used, company_id))(writes)


READING = ((contacts, CONTACTS), (segments, SEGMENTS), (notes, NOTES))
WRITING: tuple[tuple[Command, tuple[Use, ...]], ...] = (
    (attach, (ATTACH, contact_id)),
    (detach, (DETACH, contact_id)),
    (note, (NOTING, admin_id)),
    (tag, (NEW_TAG, TAGS)),
    (untag, (NEW_TAG, TAGS)),
)
