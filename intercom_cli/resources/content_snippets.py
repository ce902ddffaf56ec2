"""Short pieces of text that Fin and Copilot answer from."""

from intercom_cli.resource import Column, Field, Paging, Resource, Text, Verb
from intercom_cli.resources._bodies import texts
from intercom_cli.resources._content_fields import SEEN
from intercom_cli.resources._tagging import tagging

MOST = 50  # snippets in one page

resource = Resource(
    name="content-snippets",
    one="content snippet",
    columns=(
        Column("Id", "id", "id"),
        Column("Title", "title"),
        Column("Language", "locale"),
        Column("Fin", "ai_chatbot_availability", "flag"),
        Column("Copilot", "ai_copilot_availability", "flag"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb(
            "list", "GET /content_snippets", "intercom content-snippets list --where 'locale = de'"
        ),
        Verb(
            "get",
            "GET /content_snippets/{id}",
            "intercom content-snippets get 2",
            text=Text(("body_markdown", "json_blocks")),
        ),
        Verb(
            "create",
            "POST /content_snippets",
            "intercom content-snippets create --title Opening --body 'We are here from 9 to 5.'",
        ),
        Verb(
            "update",
            "PUT /content_snippets/{id}",
            "intercom content-snippets update 6 --fin --copilot",
        ),
        Verb("delete", "DELETE /content_snippets/{id}", "intercom content-snippets delete 3"),
    ),
    fields=(
        Field("title", "Title.", required=True),
        *texts(html=""),
        Field("locale", "Its language, as de."),
        *SEEN,
    ),
    paging=Paging("flat_page", "data", MOST),
    filters=(
        ("id", "id"),
        ("title", "string"),
        ("body_markdown", "string"),
        ("locale", "string"),
        ("ai_chatbot_availability", "boolean"),
        ("ai_copilot_availability", "boolean"),
        ("ai_sales_agent_availability", "boolean"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
)

tagging(
    resource,
    "POST /content_snippets/{content_snippet_id}/tags",
    "DELETE /content_snippets/{content_snippet_id}/tags/{id}",
    "3 11",
)
