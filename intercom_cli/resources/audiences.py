"""Groups of people, described by rules."""

from intercom_cli.resource import Argument, Column, Field, Resource, Verb
from intercom_cli.resources._named import AUDIENCES, audience_id

ONE = Argument("id", "Its id or name.", "AUDIENCE", audience_id)
RULES = 'JSON: [{"attribute": …, "type": …, "comparison": …, "value": …}].'

resource = Resource(
    name="audiences",
    one="audience",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Rules", "predicates", "count"),
        Column("Created", "created_at", "time"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb("list", AUDIENCES.operation, "intercom audiences list --where 'name ~ vip'"),
        Verb(
            "get",
            "GET /audiences/{id}",
            "intercom audiences get 'VIP customers'",
            arguments=(ONE._replace(help="Ids or names."),),
        ),
        Verb("create", "POST /audiences", "intercom audiences create --name 'Trial users'"),
        Verb(
            "update",
            "PUT /audiences/{id}",
            "intercom audiences update 1 --name 'Big customers'",
            arguments=(ONE,),
        ),
        Verb(
            "delete",
            "DELETE /audiences/{id}",
            "intercom audiences delete 'VIP customers'",
            arguments=(ONE,),
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field("rules", f"Whom it holds. {RULES}", "json", place="predicates"),
        Field(
            "role_rules",
            "Users, leads or visitors, in the same form.",
            "json",
            place="role_predicates",
        ),
    ),
    paging=AUDIENCES.paging,
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
)
