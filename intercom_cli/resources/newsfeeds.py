"""Where news items are shown, and to whom."""

from intercom_cli.resource import Argument, Column, Paging, Resource, Verb
from intercom_cli.resources._content_columns import NEWS
from intercom_cli.resources._named import FEEDS, LARGEST, newsfeed_id

MANY = (Argument("newsfeed_id", "Ids or names.", "NEWSFEED", newsfeed_id),)
ONE = (Argument("newsfeed_id", "An id or a name.", "NEWSFEED", newsfeed_id),)

resource = Resource(
    name="newsfeeds",
    one="newsfeed",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Created", "created_at", "time"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb("list", FEEDS.operation, "intercom newsfeeds list"),
        Verb(
            "get",
            "GET /news/newsfeeds/{newsfeed_id}",
            "intercom newsfeeds get 'Customer news'",
            arguments=MANY,
        ),
        Verb(
            "items",
            "GET /news/newsfeeds/{newsfeed_id}/items",
            "intercom newsfeeds items 'Customer news'",
            summary="List what is live in a newsfeed.",
            arguments=ONE,
            columns=NEWS,
            paging=Paging("page", "data", LARGEST),
        ),
    ),
    paging=Paging("page", "data", LARGEST),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
)
