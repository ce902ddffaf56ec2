"""Web pages that Fin reads besides your articles."""

from intercom_cli.resource import Column, Field, Paging, Resource, Text, Verb
from intercom_cli.resources._bodies import texts
from intercom_cli.resources._named import CONTENT_PAGE, source_id

PLACE = "/ai/external_pages/{page_id}"

resource = Resource(
    name="external-pages",
    one="external page",
    columns=(
        Column("Id", "id", "id"),
        Column("Title", "title"),
        Column("Source", "source_id", "id"),
        Column("Own id", "external_id", "id"),
        Column("Fin", "fin_availability", "flag"),
        Column("Address", "url"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb(
            "list", "GET /ai/external_pages", "intercom external-pages list --where 'source_id = 1'"
        ),
        Verb("get", f"GET {PLACE}", "intercom external-pages get 2", text=Text(("html",))),
        Verb(
            "create",
            "POST /ai/external_pages",
            "intercom external-pages create --title Locks --html '<p>At dawn.</p>'"
            " --source 1 --external-id 7",
            summary="Create an external page, or change the one with that id of your own.",
        ),
        Verb(
            "update",
            f"PUT {PLACE}",
            "intercom external-pages update 2 --title 'Tides, and alarms for them'",
            keeps=("title", "html", "url", "locale", "source_id"),
        ),
        Verb("delete", f"DELETE {PLACE}", "intercom external-pages delete 2"),
    ),
    fields=(
        Field("title", "Title.", required=True),
        *texts("html", html="html", markdown=""),
        Field("url", "Where people read it."),
        Field("locale", "Its language; only en so far.", choices=("en",), usual=lambda _: "en"),
        Field(
            "source", "The content source it is of: id or address.", "integer", required=True,
            place="source_id", find=source_id,
        ),
        Field("external_id", "Your own id of it.", required=True),
        Field(
            "fin", "Whether Fin may use it.", "boolean", update=False,
            place="ai_agent_availability",
        ),
        Field(
            "copilot", "Whether Copilot may use it.", "boolean", update=False,
            place="ai_copilot_availability",
        ),
        Field(
            "fin", "Whether Fin and Copilot may use it.", "boolean", create=False,
            place="fin_availability",
        ),
    ),
    paging=Paging("next_url", "data", CONTENT_PAGE),
    filters=(
        ("id", "id"),
        ("title", "string"),
        ("html", "string"),
        ("url", "string"),
        ("source_id", "id"),
        ("external_id", "id"),
        ("locale", "string"),
        ("fin_availability", "boolean"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
        ("last_ingested_at", "moment"),
    ),
)  # fmt: skip
