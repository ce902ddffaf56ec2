"""Names that --where knows for ids: an admin, a team or a tag is told by what it is called."""

from __future__ import annotations

from intercom_cli import foreign
from intercom_cli.acting import admin_id
from intercom_cli.api.request import call
from intercom_cli.finding import finder
from intercom_cli.record_places import Named
from intercom_cli.resource import Paging, sends
from intercom_cli.resources._lookup import COMPANIES as FINDING
from intercom_cli.resources._lookup import TAG, company_id, contact_id
from intercom_cli.resources._named import collection_id, team_id, type_id
from intercom_cli.resources.segments import segment_id
from intercom_cli.session import Session

MEMBERS = "GET /companies/{company_id}/contacts"
PAGE = 60  # contacts of a company in one answer

tag_id = finder(TAG)


@sends(FINDING, MEMBERS)
def member_ids(session: Session, text: str) -> list[str]:
    """The ids of the contacts of a company; Intercom cannot search contacts by it."""
    import msgspec

    request = call(MEMBERS, company_id=company_id(session, text))
    if session.choices.dry_run:
        session.show(request)
        return ["CONTACT_ID"]
    rows = session.walk(request, Paging("cursor", "data", PAGE), limit=None)
    return [foreign.required_id(msgspec.json.decode(row), "id") for row in rows]


CONTACTS = (
    Named("owner", "owner_id", admin_id, people=True),
    Named("tag", "tag_id", tag_id),
    Named("segment", "segment_id", segment_id),
    Named("company", "id", member_ids, unset="companies"),
)
COMPANIES = (
    Named("tag", "tag_id", tag_id),
    Named("segment", "segment_id", segment_id),
)
CONVERSATIONS = (
    Named("assigned", "admin_assignee_id", admin_id, people=True),
    Named("assignee", "admin_assignee_id", admin_id, people=True),
    Named("team", "team_assignee_id", team_id, people=True),
    Named("teammate", "teammate_ids", admin_id, people=True),
    Named("tag", "tag_ids", tag_id),
    Named("contact", "contact_ids", contact_id),
)
TICKETS = (
    Named("assigned", "admin_assignee_id", admin_id, people=True),
    Named("type", "ticket_type_id", type_id),
    Named("assignee", "admin_assignee_id", admin_id, people=True),
    Named("team", "team_assignee_id", team_id, people=True),
    Named("teammate", "teammate_ids", admin_id, people=True),
    Named("contact", "contact_ids", contact_id),
)
ARTICLES = (
    Named("author", "author_id", admin_id, people=True),
    Named("collection", "parent_ids", collection_id),
)
