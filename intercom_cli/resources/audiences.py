"""Groups of people, described by rules."""

from intercom_cli.resource import Column, Field, Paging, Resource, Verb

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
        Verb("list", "GET /audiences", "intercom audiences list --where 'name ~ vip'"),
        Verb("get", "GET /audiences/{id}", "intercom audiences get 1"),
        Verb("create", "POST /audiences", "intercom audiences create --name 'Trial users'"),
        Verb("update", "PUT /audiences/{id}", "intercom audiences update 1 --name 'Big customers'"),
        Verb("delete", "DELETE /audiences/{id}", "intercom audiences delete 1"),
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
    paging=Paging("flat_page", "data", 50),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
)
