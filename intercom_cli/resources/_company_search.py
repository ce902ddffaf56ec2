"""The search of companies, which only the Preview version has."""

from __future__ import annotations

from intercom_cli.api.request import call
from intercom_cli.options import READS
from intercom_cli.reading import show_list
from intercom_cli.resource import Asked, Paging, Resource, Verb
from intercom_cli.resources._columns import COMPANY
from intercom_cli.session import Session
from intercom_cli.verbs import All, Limit, Needed, Sort, action

SEARCHING = "POST /companies/search"
DATES = "created_at updated_at remote_created_at last_request_at"
NUMBERS = "monthly_spend session_count user_count"
# What it can ask for is less than what a list is narrowed by here.
FILTERS: tuple[tuple[str, Asked], ...] = (
    ("company_id", "string"),
    ("name", "string"),
    ("tag_id", "tag"),
    *((name, "date") for name in DATES.split()),
    *((name, "integer") for name in NUMBERS.split()),
)
SEARCH = Verb("search", SEARCHING, paging=Paging("search", "data", 150))
SEARCHED = Resource(
    name="companies",
    one="company",
    columns=COMPANY,
    verbs=(SEARCH,),
    filters=FILTERS,
    unseen=frozenset({"tag_id"}),
)


def search(
    session: Session,
    where: Needed,
    sort: Sort = None,
    limit: Limit = None,
    all_: All = False,
) -> None:
    """Have Intercom search companies (Preview).

    Examples:
      intercom companies search --where 'user_count > 10' --api-version Preview
    """
    request = call(SEARCHING)
    show_list(
        session,
        SEARCHED,
        SEARCH,
        request,
        where=where,
        sort=sort,
        limit=limit,
        everything=all_,
    )


def add_to(resource: Resource) -> None:
    """Make it a command of companies."""
    action(resource, *READS, uses=(SEARCHING,))(search)
