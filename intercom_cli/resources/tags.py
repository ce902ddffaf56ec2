"""Labels for people, companies and conversations."""

from intercom_cli.resource import Field, Resource, Verb
from intercom_cli.resources._columns import TAG

resource = Resource(
    name="tags",
    one="tag",
    columns=TAG,
    verbs=(
        Verb("list", "GET /tags", "intercom tags list"),
        Verb("get", "GET /tags/{tag_id}", "intercom tags get 123"),
        Verb("create", "POST /tags", "intercom tags create --name VIP"),
        Verb("delete", "DELETE /tags/{tag_id}", "intercom tags delete 123"),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field("id", "The tag to give that name, instead of a new one."),
    ),
    filters=(("id", "id"), ("name", "string")),
)
