"""Organisations that contacts belong to."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import call
from intercom_cli.options import ASKS, READS
from intercom_cli.resource import Field, Resource, Verb
from intercom_cli.resources import _bulk as bulk
from intercom_cli.resources import _company_links as links
from intercom_cli.resources import _company_search as search
from intercom_cli.resources._arguments import Company
from intercom_cli.resources._attribute_labels import labels_of
from intercom_cli.resources._columns import COMPANY
from intercom_cli.resources._company_filters import FILTERS, LOCAL, LOOKUP, READING
from intercom_cli.resources._lookup import COMPANY as COMPANY_BY_ID
from intercom_cli.resources._lookup import (
    company_found,
    company_id,
    company_records,
)
from intercom_cli.resources._where_names import COMPANIES
from intercom_cli.session import Session
from intercom_cli.several import show_several
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

DELETING = "DELETE /companies/{company_id}"

resource = Resource(
    name="companies",
    one="company",
    columns=COMPANY,
    verbs=(
        Verb(
            "create",
            "POST /companies",
            "intercom companies create --company-id 42 --name 'Acme Ltd' --plan-name pro",
        ),
        Verb(
            "update",
            "PUT /companies/{company_id}",
            "intercom companies update company:42 --size 250",
        ),
    ),
    fields=(
        Field("company_id", "Your own id of the company.", required=True, update=False),
        Field("name", "Name."),
        Field("plan_name", "Name of the plan.", place="plan"),
        Field("size", "Number of employees.", "integer"),
        Field("website", "Address of the website."),
        Field("industry", "What it does."),
        Field("monthly_spend", "Revenue a month, a whole number.", "integer"),
        Field("remote_created_at", "When you created it.", "time", update=False),
        Field("update_last_request_at", "Count this as activity.", "boolean", update=False),
    ),
    paging=links.LISTED,
    filters=FILTERS,
    local=LOCAL,
    reading=READING,
    named=COMPANIES,
    labels=labels_of("company"),
    attributes={"custom_attributes": "company"},
    examples=(
        ("list", "intercom companies list --where 'monthly_spend > 500'"),
        ("get", "intercom companies get 'Acme Ltd'"),
        ("delete", "intercom companies delete company:42"),
    ),
    find=company_id,
    page="/a/apps/{app}/companies/{id}",
)


@action(resource, *READS, uses=(COMPANY_BY_ID, company_id))
def get(
    session: Session,
    companies: Annotated[
        list[str], typer.Argument(help="Ids, company:ID, or names.", metavar="COMPANY...")
    ],
) -> None:
    """Show one company or more."""
    look = partial(company_records, session)
    if len(companies) > 1:
        show_several(session, companies, look, COMPANY, one="company", many="companies")
    elif len(found := look(companies[0])) == 1:
        session.printer.record(found[0], COMPANY)
    else:
        session.printer.records(found, COMPANY)


@action(resource, uses=(DELETING, COMPANY_BY_ID, company_id))
def delete(session: Session, company: Company) -> None:
    """Archive a company and detach its contacts."""
    question = f"Delete company {{}} from {session.source.name}? Its contacts are detached."
    found = agreed(session, question, (company,), look_up=company_found)
    chosen = foreign.required_id(found[0], "id") if found else company_id(session, company)
    answer = session.write(call(DELETING, company_id=chosen))
    show_written(session, answer, COMPANY, "Deleted company")


action(
    resource,
    *ASKS,
    uses=(
        links.LISTING,
        links.SCROLLING,
        LOOKUP,
        *(one.find for one in COMPANIES),
        resource.labels,
    ),
)(links.list_of(resource))
links.add_to(resource)
search.add_to(resource)
bulk.add_to(resource, "6762f0dd1bb69f9f2193bb83")
