"""What only teammates read."""

from intercom_cli.acting import ADMINS
from intercom_cli.finding import refer
from intercom_cli.resource import Column, Field, Paging, Resource, Verb
from intercom_cli.resources._bodies import texts
from intercom_cli.resources._content_fields import READ, SEEN, person
from intercom_cli.resources._named import LARGEST
from intercom_cli.resources._tagging import tagging

AUTHOR = refer("author", "author_id", ADMINS)
OWNER = refer("owner", "owner_id", ADMINS)

resource = Resource(
    name="internal-articles",
    one="internal article",
    columns=(
        Column("Id", "id", "id"),
        Column("Title", "title"),
        Column("Author", AUTHOR.path, refers=(AUTHOR,)),
        Column("Owner", OWNER.path, refers=(OWNER,)),
        Column("Language", "locale"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb(
            "list",
            "GET /internal_articles",
            "intercom internal-articles list --where 'title ~ refund'",
        ),
        Verb(
            "get",
            "GET /internal_articles/{internal_article_id}",
            "intercom internal-articles get 4",
            text=READ,
        ),
        Verb(
            "search",
            "GET /internal_articles/search",
            "intercom internal-articles search --folder 2",
            summary="Find the internal articles of a folder.",
            query=(Field("folder", "A folder, by id.", "integer", place="folder_id"),),
            paging=Paging("page", "data.internal_articles", LARGEST),
        ),
        Verb(
            "create",
            "POST /internal_articles",
            "intercom internal-articles create --title 'On call' --body '# Who to ring'",
        ),
        Verb(
            "update",
            "PUT /internal_articles/{internal_article_id}",
            "intercom internal-articles update 4 --title Discounts --owner 'Jonas Weber'",
        ),
        Verb(
            "delete",
            "DELETE /internal_articles/{internal_article_id}",
            "intercom internal-articles delete 8",
        ),
    ),
    fields=(
        Field("title", "Title.", required=True),
        *texts(),
        *person("author", "author_id", "Who wrote it"),
        *person("owner", "owner_id", "Who looks after it"),
        *SEEN,
    ),
    paging=Paging("page", "data", LARGEST),
    filters=(
        ("id", "id"),
        ("title", "string"),
        ("body", "string"),
        ("author_id", "id"),
        ("owner_id", "id"),
        ("locale", "string"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
)

tagging(
    resource,
    "POST /internal_articles/{internal_article_id}/tags",
    "DELETE /internal_articles/{internal_article_id}/tags/{id}",
    "3 11",
)
