"""Where teammates keep content; only in the Preview of the API."""

from intercom_cli.resource import Column, Field, Paging, Resource, Verb
from intercom_cli.resources._named import LARGEST

WITHIN = Field("inside", "Only those in this folder, by id.", "integer", place="parent_folder_id")

resource = Resource(
    name="folders",
    one="folder",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Emoji", "emoji"),
        Column("Inside", "parent_folder_id", "id"),
        Column("Content", "content_count", "count"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb(
            "list",
            "GET /folders",
            "intercom folders list --api-version Preview",
            summary="List folders (Preview).",
            query=(WITHIN,),
        ),
        Verb(
            "get",
            "GET /folders/{id}",
            "intercom folders get 1 --api-version Preview",
            summary="Show one folder or more (Preview).",
        ),
        Verb(
            "create",
            "POST /folders",
            "intercom folders create --name Legal --emoji ⚖️ --api-version Preview",
            summary="Create a folder (Preview).",
        ),
        Verb(
            "update",
            "PUT /folders/{id}",
            "intercom folders update 2 --name Security --api-version Preview",
            summary="Change a folder (Preview).",
        ),
        Verb(
            "delete",
            "DELETE /folders/{id}",
            "intercom folders delete 2 --api-version Preview",
            summary="Delete a folder (Preview).",
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True, place="folder.name"),
        Field("description", "What it holds.", place="folder.description"),
        Field("emoji", "An emoji beside its name.", place="folder.emoji"),
        Field(
            "inside", "The folder it lies in, by id.", "integer", place="folder.parent_folder_id"
        ),
    ),
    paging=Paging("page", "data", LARGEST),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("description", "string"),
        ("parent_folder_id", "id"),
        ("content_count", "integer"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
)
