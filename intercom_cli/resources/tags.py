"""Labels for people, companies and conversations."""

from intercom_cli.resource import Field, Paging, Resource
from intercom_cli.resources._columns import TAG

resource = Resource(
    name="tags",
    one="tag",
    path="/tags",
    verbs=("list", "get", "create", "delete"),
    columns=TAG,
    fields=(
        Field("name", "What to call it.", required=True),
        Field("id", "The tag to give that name, instead of a new one."),
    ),
    paging=Paging("none", "data"),
    filters=(("id", "id"), ("name", "string")),
    examples=(
        ("list", "intercom tags list"),
        ("get", "intercom tags get 123"),
        ("create", "intercom tags create --name VIP"),
        ("delete", "intercom tags delete 123"),
    ),
)
