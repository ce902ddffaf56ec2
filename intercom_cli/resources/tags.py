"""Labels for people, companies and conversations."""

from intercom_cli.finding import finder
from intercom_cli.resource import Argument, Field, Resource, Verb
from intercom_cli.resources._columns import TAG
from intercom_cli.resources._lookup import TAG as TAG_LIST

FOUND = Argument("tag_id", "Ids or names.", "TAG", find=finder(TAG_LIST))

resource = Resource(
    name="tags",
    one="tag",
    columns=TAG,
    verbs=(
        Verb("list", "GET /tags", "intercom tags list"),
        Verb("get", "GET /tags/{tag_id}", "intercom tags get VIP", arguments=(FOUND,)),
        Verb("create", "POST /tags", "intercom tags create --name VIP"),
        Verb(
            "delete", "DELETE /tags/{tag_id}", "intercom tags delete Newsletter", arguments=(FOUND,)
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field("id", "The tag to give that name, instead of a new one."),
    ),
    filters=(("id", "id"), ("name", "string")),
    find=FOUND.find,
)
