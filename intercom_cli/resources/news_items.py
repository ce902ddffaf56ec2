"""News for customers, shown in the Messenger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intercom_cli.resource import Field, Paging, Resource, Text, Verb, sends
from intercom_cli.resources._bodies import texts
from intercom_cli.resources._content_columns import NEWS
from intercom_cli.resources._content_fields import person
from intercom_cli.resources._named import LARGEST, newsfeed_id
from intercom_cli.values import spelled

if TYPE_CHECKING:
    from intercom_cli.session import Session


@sends(newsfeed_id)
def put_newsfeeds(session: Session, body: dict[str, Any], names: list[str]) -> None:
    """Put a news item into newsfeeds, named by id or name."""
    ids = (newsfeed_id(session, name) for name in names)
    body["newsfeed_assignments"] = [
        {"newsfeed_id": int(one) if one.isdecimal() else one} for one in ids
    ]


resource = Resource(
    name="news-items",
    one="news item",
    columns=NEWS,
    verbs=(
        Verb(
            "list",
            "GET /news/news_items",
            "intercom news-items list --where 'state = draft'",
        ),
        Verb(
            "get",
            "GET /news/news_items/{news_item_id}",
            "intercom news-items get 1",
            text=Text(("body",)),
        ),
        Verb(
            "create",
            "POST /news/news_items",
            "intercom news-items create --title 'Faster search' --newsfeed 'Customer news'",
        ),
        Verb(
            "update",
            "PUT /news/news_items/{news_item_id}",
            "intercom news-items update 8 --label Maintenance",
            keeps=("title", "sender_id"),
        ),
        Verb("delete", "DELETE /news/news_items/{news_item_id}", "intercom news-items delete 8"),
    ),
    fields=(
        Field("title", "Title.", required=True),
        *texts(markdown=""),
        *person("sender", "sender_id", "Who sends it"),
        Field(
            "state",
            "Whether customers see it; a new one is a draft.",
            choices=("draft", "live"),
            asks=(("live", "Publish news item {} to customers in {where}?"),),
        ),
        Field(
            "newsfeed", "Where it is shown: id or name; more than once.", "strings",
            place="newsfeed_assignments", into=put_newsfeeds,
        ),
        Field("label", "A label; more than once.", "strings", place="labels"),
        Field("reaction", "An emoji to react with; more than once.", "strings", place="reactions"),
        Field("deliver_silently", "Whether nobody is told of it.", "boolean"),
    ),
    paging=Paging("page", "data", LARGEST),
    words=spelled({"state": ("draft", "live")}),
    filters=(
        ("id", "id"),
        ("title", "string"),
        ("body", "string"),
        ("state", "string"),
        ("sender_id", "id"),
        ("labels", "string"),
        ("deliver_silently", "boolean"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
)  # fmt: skip
