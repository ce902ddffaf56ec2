"""Old addresses of a help center, and where they lead now."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Argument, Column, Paging, Resource, Verb
from intercom_cli.resources._content_lookup import help_center_at, only_help_center
from intercom_cli.resources._named import collection_id, help_center_id
from intercom_cli.session import Session
from intercom_cli.values import spelled
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

PLACE = "/help_center/help_centers/{help_center_id}/redirects"
CREATING = f"POST {PLACE}"
MOST = 250  # redirects in one page
WHICH = "Its help center: id or name. Not needed where there is only one."

resource = Resource(
    name="redirects",
    one="redirect",
    columns=(
        Column("Id", "id", "id"),
        Column("From", "from_url"),
        Column("Leads to", "target_type"),
        Column("Target", "target_id", "id"),
        Column("Language", "locale"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb("list", f"GET {PLACE}", "intercom redirects list --help-center harbor-lights"),
        Verb("get", f"GET {PLACE}/{{id}}", "intercom redirects get 1 --help-center 1"),
        Verb("delete", f"DELETE {PLACE}/{{id}}", "intercom redirects delete 2 --help-center 1"),
    ),
    paging=Paging("page", "data", MOST),
    words=spelled({"target_type": ("article", "collection")}),
    filters=(
        ("id", "id"),
        ("from_url", "string"),
        ("target_type", "string"),
        ("target_id", "id"),
        ("locale", "string"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
    parents=(
        Argument(
            "help_center_id",
            WHICH,
            "HELP_CENTER",
            help_center_id,
            "--help-center",
            only_help_center,
        ),
    ),
)


@action(resource, uses=(CREATING, help_center_id, collection_id))
def create(
    session: Session,
    from_url: Annotated[
        str, typer.Option("--from", help="The old address, in the help center.", metavar="URL")
    ],
    locale: Annotated[str, typer.Option("--locale", help="The language, as en.", metavar="LOCALE")],
    article: Annotated[
        str | None,
        typer.Option(
            "--article", help="The article it leads to.", metavar="ID", show_default=False
        ),
    ] = None,
    collection: Annotated[
        str | None,
        typer.Option(
            "--collection",
            help="Or the collection: id or name.",
            metavar="COLLECTION",
            show_default=False,
        ),
    ] = None,
    help_center: Annotated[
        str | None,
        typer.Option("--help-center", help=WHICH, metavar="HELP_CENTER", show_default=False),
    ] = None,
) -> None:
    """Lead an old address to an article or a collection.

    Examples:
      intercom redirects create --from https://help.harborlights.test/old --locale en --article 12
    """
    if bool(article) == bool(collection):
        raise Misuse("A redirect needs either --article or --collection.")
    if help_center is None:
        center = help_center_at(session, from_url)
    else:
        center = help_center_id(session, help_center)
    target = article or collection_id(session, collection or "")
    body = {
        "from_url": from_url,
        "locale": locale,
        "target_type": "article" if article else "collection",
        "target_id": target,
    }
    answer = session.write(call(CREATING, help_center_id=center).with_json(body))
    show_written(session, answer, resource.columns, "Created redirect")
